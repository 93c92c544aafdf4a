"""A learner who has a keyboard alone: the lesson, a test, and on the next day a review."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness.reader import block, shown, wait_until_kept
from journeys.learner import DRAWN, Learner

FOCUSED = """() => {
    const { activeElement: focused } = document;
    const name = focused.getAttribute("aria-label") ?? focused.labels?.[0]?.innerText ?? focused.innerText;
    return `${focused.closest("[data-recall-id]")?.dataset.recallId ?? ""}: ${name.trim()}`;
}"""
"""The item that the focus is in, and the name of the control."""


def go_to(page: Page, pattern: str, *, key: str = "Tab") -> None:
    """Press Tab until a control is reached whose item and name are these."""
    reached: list[str] = []
    while not (reached and re.search(pattern, reached[-1])):
        page.keyboard.press(key)
        reached.append(page.evaluate(FOCUSED))
        assert len(reached) < 60, (pattern, reached)


def press(page: Page, pattern: str, *, key: str = "Enter") -> None:
    """Go to a control and press it."""
    go_to(page, pattern)
    page.keyboard.press(key)


def choose(page: Page, id: str, *, right: bool = True) -> None:
    """Go to the options of a question and choose one: Tab reaches the first of them, arrows the next."""
    go_to(page, f"^{id}: The (key|distractor)")
    wanted = "The key" if right else "The distractor"
    page.keyboard.press("Space" if wanted in page.evaluate(FOCUSED) else "ArrowDown")
    assert wanted in page.evaluate(FOCUSED)
    expect(page.locator(":focus")).to_be_checked()


@pytest.mark.quick("chromium file")
def test_all_of_it_can_be_done_with_a_keyboard_alone(learner: Learner):
    page = learner.open("index.html")
    press(page, "Learn it piece by piece")
    page.wait_for_url("**/leap.html")
    choose(page, "leap-first")
    press(page, "^leap-first: Check answer")
    expect(block(page, "leap-first").get_by_role("status")).to_contain_text("Correct")
    press(page, "^leap-days: Show answer")
    press(page, "^leap-days: Good")
    press(page, "^leap-february: Show answer")
    press(page, "^leap-february: Again")
    expect(block(page, "leap-february").get_by_role("status")).to_contain_text("Again, back tomorrow")
    choose(page, "leap-second", right=False)
    press(page, "^leap-second: Check answer")
    expect(block(page, "leap-second").get_by_role("status")).to_contain_text("Not yet")
    go_to(page, "^leap-why:.*Your explanation")
    page.keyboard.type("A year is longer.")
    press(page, "^leap-why: Show model answer")
    press(page, "^leap-why: A year is longer than 365 days", key="Space")
    expect(block(page, "leap-why")).to_contain_text("You got 1/3 concepts")
    for id in ("leap-p0", "leap-p1", "leap-p2"):
        if id == "leap-p2":
            go_to(page, f"^{id}: ")
            page.keyboard.type("97")
        else:
            choose(page, id)
        press(page, f"^{id}: Check answer")
        press(page, "^leap-practice: Next$")
    expect(block(page, "leap-practice").get_by_text("Set finished")).to_be_visible()

    learner.finds_at_home("Take the test: Leap years", "Start test", "Next topic: Months")
    press(page, "Start test")
    page.wait_for_url("**/leap-test.html*")
    test = block(page, "leap-test")
    for number in range(1, DRAWN + 1):
        expect(test.get_by_text(f"{number} of 8", exact=True).first).to_be_visible()
        choose(page, shown(test).get_attribute("data-recall-id") or "")
        press(page, "Finish test" if number == DRAWN else "Next$")
    result = test.locator(".recall-end")
    expect(result.get_by_role("heading", name="Strong", exact=True)).to_be_focused()
    press(page, "What is asked as")
    expect(result.get_by_text("Why each option").first).to_be_visible()

    page = learner.come(1)
    learner.finds_at_home(
        "3 due, about 1 minute", "Start review", "Take a second test: Leap years", "Next topic: Months"
    )
    press(page, "Start review")
    page.wait_for_url("**/review.html")
    review = learner.review()
    card = review.locator(".recall-items > .recall-item:not([inert])")
    for number in range(1, 4):
        expect(review).to_contain_text(f"{number} of 3")
        expect(card).to_be_focused()
        if card.get_by_role("radio").count() > 0:
            page.keyboard.press("1")
            page.keyboard.press("Enter")
            press(page, "Next$")
        elif card.get_by_text("What is missing?").count() > 0:
            page.keyboard.press("Space")
            for digit in "12":
                page.keyboard.press(digit)
            press(page, "Next$")
        else:
            page.keyboard.press("Space")
            page.keyboard.press("2")
    expect(review.get_by_role("heading", name="3 of 3 right")).to_be_visible()
    press(page, "Undo")
    expect(review).to_contain_text("3 of 3")
    expect(card).to_be_focused()
    wait_until_kept(page)
