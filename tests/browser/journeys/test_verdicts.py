"""From weak to strong to secure: the home page, the map, the ways, the test and the progress page say the same."""

import re

import pytest
from playwright.sync_api import expect

from harness.reader import block
from journeys.learner import Learner


@pytest.mark.quick("chromium http")
def test_a_topic_goes_from_weak_to_strong_to_secure(learner: Learner):
    result = learner.takes_test(wrong=7)
    expect(result.locator(".recall-title").first).to_have_text("Weak for now")
    learner.finds_at_home("Study what you missed: Leap years", "Read again", "Next topic: Months")
    learner.finds_on_map("Leap years", "Weak for now")
    ways = learner.finds_ways("learn", "See result", "Read again")
    expect(ways).to_contain_text("Read again: Full centuries, Every fourth year.")
    ways.get_by_role("link", name="Read again").click()
    expect(learner.page).to_have_url(re.compile("#full-centuries$"))
    expect(block(learner.page, "leap-reached").get_by_role("listitem").last).to_contain_text("0 of 4 right, read again")

    learner.learns()
    learner.finds_at_home("Study what you missed: Leap years", "Read again", "Next topic: Months")
    learner.come(2)
    learner.open("review.html")
    assert learner.answers_review() == 7
    now = learner.finds_at_home("Take the test: Leap years", "Go to the test", "Next topic: Months")
    expect(now).to_contain_text("You have studied since your last test.")
    ways = learner.finds_ways("test", "Go to the test", "Continue learning")
    expect(ways).to_contain_text("You have studied since your last test.")
    expect(ways).to_contain_text(f"Last test: weak for now, 1 of 8 on {learner.date(0)}")
    result = learner.takes_test()
    expect(result.locator(".recall-title").first).to_have_text("Strong")
    expect(result).to_contain_text("A second strong test on another day makes it secure.")
    learner.finds_at_home("Next topic: Months", "Start learning")
    learner.finds_on_map("Leap years", "Strong")
    ways = learner.finds_ways("learn", "See result", "Start the next topic")
    expect(ways).to_contain_text(f"Last test: strong, 8 of 8 on {learner.date(2)}")
    expect(ways).to_contain_text("Next topic: Months")

    learner.come(3)
    learner.open("review.html")
    learner.answers_review()
    now = learner.finds_at_home("Take a second test: Leap years", "Go to the test", "Next topic: Months")
    told = f"You were strong on {learner.date(2)}. A second strong test makes it secure."
    expect(now).to_contain_text(told)
    ways = learner.finds_ways("test", "Go to the test", "Continue learning")
    expect(ways).to_contain_text(told)
    result = learner.takes_test()
    expect(result.locator(".recall-title").first).to_have_text("Strong: now secure")
    expect(result).to_contain_text("Secure: you were strong on 2 days.")
    tests = learner.page.locator(".recall-past").get_by_role("listitem")
    for row, words in zip(tests.all(), ("Strong: now secure", "Strong", "Weak for now"), strict=True):
        expect(row.locator(".recall-word")).to_have_text(words)
    learner.finds_at_home("Next topic: Months", "Start learning")
    learner.finds_on_map("Leap years", "Secure")
    learner.finds_on_map("Months", "Next: not tested")
    learner.finds_ways("learn", "See result", "Start the next topic").get_by_role("link", name="Start the next").click()
    expect(learner.page.get_by_role("heading", name="Months", level=1)).to_be_visible()
    progress = learner.open("progress.html").locator("recall-progress")
    expect(progress).to_contain_text(f"Secure (strong on 2 days). Last test: 8 of 8 on {learner.date(3)}")
