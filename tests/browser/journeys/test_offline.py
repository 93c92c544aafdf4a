"""A learner whose connection breaks off, and whose browser is closed in the middle of a test and of an explanation."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from harness.reader import answer, block, button, choose, shown, take_test
from journeys.learner import Learner, rate


@pytest.fixture
def learner(open_profile: Callable[..., BrowserContext], url: Callable[..., str], kind: str, folder: object) -> Learner:
    """A learner whose browser has a profile."""
    return Learner(open_profile(), lambda path: url(kind, path, folder))


def restart(learner: Learner, open_profile: Callable[..., BrowserContext], day: int) -> None:
    """Close the browser as it is, and open it again on a later day."""
    learner.leave()
    learner.context.close()
    learner.come(day, open_profile())


@pytest.mark.long
def test_nothing_is_lost_offline_and_over_a_restart(learner: Learner, open_profile, server):
    page = learner.open("topics/leap.html")
    answer(block(page, "leap-first"), right=True)
    answer(block(page, "leap-second"), right=False)
    rate(block(page, "leap-days"), "Good")
    rate(block(page, "leap-february"), "Again")
    why = block(page, "leap-why")
    why.get_by_label("Your explanation").fill("A year is longer than 365 days.")
    button(why, "Show model answer").click()
    why.get_by_role("checkbox").first.check()
    page = learner.open("topics/leap-test.html")
    test = block(page, "leap-test")
    button(test, "Start test").click()
    choose(shown(test), right=True)
    server.is_down = True
    for _ in range(2):
        button(test, "Next").click()
        choose(shown(test), right=True)
    restart(learner, open_profile, 1)
    server.is_down = False

    page = learner.open("topics/leap.html")
    expect(block(page, "leap-first").get_by_role("status")).to_contain_text("Correct")
    expect(block(page, "leap-second").get_by_role("status")).to_contain_text("Not yet")
    expect(block(page, "leap-days").get_by_role("status")).to_have_text(f"Good, back on {learner.date(3)}")
    why = block(page, "leap-why")
    expect(why.get_by_label("Your explanation")).to_have_value("A year is longer than 365 days.")
    expect(why).to_contain_text("You got 1/3 concepts")
    now = learner.finds_at_home(
        "3 of 8 answered", "Continue test", "Review: 3 due, about 1 minute", "Next topic: Months"
    )
    now.get_by_role("link", name="Continue test").click()
    test = block(page, "leap-test")
    expect(test.get_by_text("3 of 8", exact=True)).to_be_visible()
    expect(shown(test).get_by_role("radio", checked=True)).to_have_count(1)
    test.get_by_role("button", name="Question 1").click()
    take_test(test)
    expect(test.locator(".recall-end")).to_contain_text("8 of 8")
    learner.finds_at_home("3 due, about 1 minute", "Start review", "Next topic: Months")
    expect(learner.open("topics/leap-test.html").locator(".recall-end .recall-title").first).to_have_text("Strong")
