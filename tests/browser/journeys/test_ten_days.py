"""A learner over ten days, in Material: what is due, what a review asks and says, and what has come of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.learner import MATERIAL, PAGES, Learner, settings

MISSED = ("leap-second", "leap-february", "leap-why", "leap-p1")
"""Of the lesson, on the first day."""


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    return shared_site(PAGES, **settings(MATERIAL))


def badge(page: Page) -> Locator:
    """What is due, beside Review in the navigation."""
    return page.locator(".md-nav--primary .recall-due").first


@pytest.mark.long
def test_a_learner_is_told_each_day_what_is_due_and_sees_what_has_come_of_it(learner: Learner):
    learner.learns(wrong=MISSED)
    learner.takes_test(wrong=6)
    page = learner.open("index.html")
    expect(badge(page)).to_be_hidden()

    page = learner.come(1)
    now = learner.finds_at_home(
        "10 due, about 4 minutes", "Start review", "Study what you missed: Leap years", "Next topic: Months"
    )
    expect(badge(page)).to_have_text("10")
    learner.finds_on_map("Leap years", "Weak for now, 10 due")
    ways = learner.finds_ways("learn", "See result", "Start review")
    expect(ways).to_contain_text("10 due for review")
    expect(ways).to_contain_text(f"Last test: weak for now, 2 of 8 on {learner.date(0)}")
    learner.open("index.html")
    now.get_by_role("link", name="Start review").click()
    review = learner.review()
    expect(review).to_contain_text("1 of 10")
    assert learner.answers_review(wrong=(1, 2, 3)) == 10
    expect(review.get_by_role("heading", name="7 of 10 right")).to_be_visible()
    expect(review.locator(".recall-missed > li")).to_have_count(3)
    expect(review.locator(".recall-missed > li").first.get_by_role("link")).to_have_text(
        re.compile("^(Every fourth year|Full centuries|Leap years)$")
    )
    expect(review).to_contain_text(f"3 come back tomorrow, 6 on {learner.date(3)}, 7 on {learner.date(4)}.")
    expect(badge(page)).to_be_hidden()
    learner.finds_at_home("Take the test: Leap years", "Go to the test", "Next topic: Months")
    ways = learner.finds_ways("test", "Go to the test", "Continue learning")
    expect(ways).to_contain_text("You have studied since your last test.")

    page = learner.come(2)
    learner.finds_at_home("3 due, about 1 minute", "Start review", "Take the test: Leap years", "Next topic: Months")
    learner.open("review.html")
    assert learner.answers_review() == 3
    expect(learner.review().get_by_role("heading", name="3 of 3 right")).to_be_visible()
    page.reload()
    expect(learner.review()).to_contain_text("3 of 3 right")

    for day in (4, 7):
        page = learner.come(day)
        learner.open("review.html")
        assert learner.answers_review() > 0
        learner.takes_test()
    learner.finds_at_home("Next topic: Months", "Start learning")
    learner.finds_on_map("Leap years", "Secure")

    page = learner.come(10)
    progress = learner.open("progress.html").locator("recall-progress")
    expect(progress).to_contain_text("Secure (strong on 2 days). Last test: 8 of 8")
    expect(progress).to_contain_text("32 of 32 answered, 32 right last time.")
    expect(progress).to_contain_text(f"5 days, from {learner.date(0)} to {learner.date(7)}.")
    past = progress.locator(".recall-past").get_by_role("listitem")
    expect(past).to_have_count(3)
    expect(past.first).to_contain_text(re.compile(r"8 of 8\s+Strong: now secure\s+See result"))
    expect(past.last).to_contain_text(re.compile(r"2 of 8\s+Weak for now\s+See result"))
    past.last.get_by_role("link", name="See result").click()
    expect(page.locator(".recall-end").get_by_role("heading", name="Weak for now")).to_be_visible()
    expect(page.locator(".recall-end").get_by_role("link", name="Full centuries")).to_be_visible()
