"""A newcomer: the first visit, from the two ways in to the first result."""

import re

import pytest
from playwright.sync_api import expect

from harness.reader import answer, block, button, take_test
from journeys.learner import Learner, rate


@pytest.mark.quick("chromium http")
def test_a_newcomer_is_led_from_the_first_page_to_the_first_result(learner: Learner):
    page = learner.open("index.html")
    expect(page.locator("recall-today .recall-now")).to_have_count(0)
    expect(page.get_by_role("link", name="See where you stand")).to_contain_text("8 questions, no time limit")
    learner.finds_on_map("Leap years", "Next: not tested")
    learner.finds_on_map("Months", "Not tested")
    page.get_by_role("link", name="Learn it piece by piece").click()
    expect(page).to_have_url(re.compile(r"/leap\.html$"))
    expect(page.get_by_text("Not answered yet, go there")).to_have_count(2)

    answer(block(page, "leap-first"), right=False)
    expect(block(page, "leap-first")).to_contain_text("Because it is not leap-first.")
    button(block(page, "leap-first"), "Try again").click()
    answer(block(page, "leap-first"), right=True)
    expect(block(page, "leap-first").get_by_role("status")).to_contain_text("Correct, on try 2")
    rate(block(page, "leap-days"), "Good")
    expect(block(page, "leap-days").get_by_role("status")).to_have_text(f"Good, back on {learner.date(3)}")
    learner.finds_at_home("Continue: Leap years", "Continue learning", "Next topic: Months")
    expect(page.get_by_text("2 of 8 answered.")).to_be_visible()
    ways = learner.finds_ways("learn", "Start test", "Continue learning")
    expect(ways).to_contain_text("Continue where you stopped.")
    expect(ways).to_contain_text("1 of 2 cards recalled")
    ways.get_by_role("link", name="Continue learning").click()
    expect(page).to_have_url(re.compile("#recall-leap-days$"))

    rate(block(page, "leap-february"), "Again")
    expect(block(page, "leap-february").get_by_role("status")).to_have_text("Again, back tomorrow")
    answer(block(page, "leap-second"), right=True)
    now = learner.finds_at_home("Take the test: Leap years", "Start test", "Next topic: Months")
    now.get_by_role("link", name="Start test").click()
    test = block(page, "leap-test")
    take_test(test, wrong=6)
    result = test.locator(".recall-end")
    expect(result.get_by_role("heading", name="Weak for now")).to_be_visible()
    expect(result).to_contain_text(
        "2 of 8 right. Over many tests like this one, you would probably score between 12% and 49%. "
        "Start with the sections below. They cover all 6 you missed."
    )
    expect(result.locator(".recall-sections > li").first).to_have_text(re.compile(r"^Full centuries\s+missed 4 of 4$"))
    result.get_by_role("link", name="Full centuries").click()
    expect(page.locator(":target")).to_have_text(re.compile("^Full centuries"))

    now = learner.finds_at_home("Study what you missed: Leap years", "Read again", "Next topic: Months")
    expect(now).to_contain_text("Read again: Full centuries, Every fourth year.")
    learner.finds_on_map("Leap years", "Weak for now")
    learner.finds_on_map("Months", "Next: not tested")
    expect(learner.open("review.html").locator("recall-review")).to_contain_text(
        f"Nothing is due. 8 come back tomorrow, 4 on {learner.date(3)}."
    )
    expect(page.get_by_role("link", name="Back to the course")).to_be_visible()
