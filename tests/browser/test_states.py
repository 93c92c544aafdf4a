"""Every state of every widget, on the page of the reference that shows them."""

import pytest
from playwright.sync_api import Page, expect

STATES = "reference/states.html"
OURS = ".recall-item, .recall-set, .recall-sheet, .recall-ways, .recall-error, .recall-print"


def open_states(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("data-states", "ready")


def in_state(page: Page, id: str) -> str | None:
    return page.locator(f'[id="recall-state-{id}"]').get_attribute("data-recall-state")


def test_each_widget_is_in_the_state_its_heading_names(page, url, kind):
    open_states(page, url(kind, STATES))
    for id in ("mcq-idle", "mcq-none", "mcq-chosen", "mcq-tried", "mcq-hints", "mcq-steps", "explain-fresh"):
        assert in_state(page, id) is None
    assert in_state(page, "mcq-wrong") == in_state(page, "mcq-several-wrong") == "wrong"
    assert in_state(page, "mcq-right") == in_state(page, "mcq-helped") == in_state(page, "mcq-several-right") == "right"
    assert in_state(page, "mcq-shown") == in_state(page, "mcq-several-shown") == "shown"
    for verdict in ("Choose an answer first.", "Correct, on try 2, with help", "Answer: B and C", "Set finished"):
        expect(page.get_by_text(verdict, exact=True)).to_be_visible()
    for score in ("You got 0/3 concepts", "You got 1/3 concepts", "You got 3/3 concepts"):
        expect(page.get_by_text(score, exact=True)).to_be_visible()
    middle = page.get_by_role("group", name="Leap years", exact=True).nth(1)
    for circle in (
        "Question 1, correct",
        "Question 2, correct, with help",
        "Question 3, missed",
        "Question 4",
        "Question 5",
    ):
        expect(middle.get_by_role("button", name=circle, exact=True)).to_be_visible()


def test_each_visit_begins_anew(page, url):
    """Also one by instant navigation, where the script of the items has shown what was kept before this page's ran."""
    open_states(page, url("http", STATES))
    before = page.locator("main").inner_text()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-states", "ready")
    assert page.locator("main").inner_text() == before
    page.goto(url("http", "reference/card.html"))
    page.get_by_role("link", name="States", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="States")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-states", "ready")
    assert page.locator("main").inner_text() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_has_a_fault_that_axe_can_find(open_context, url, axe, scheme):
    page = open_context("chromium", scheme=scheme).new_page()
    open_states(page, url("http", STATES))
    assert axe(page, OURS) == []


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_state_scrolls_sideways(open_context, url, width):
    page = open_context("chromium", width=width, height=700).new_page()
    open_states(page, url("file", STATES))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_every_widget_can_be_read(open_context, url):
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("file", STATES))
    assert page.get_by_text("Which of these years is a leap year?").count() > 20
    assert page.get_by_role("button", name="Check answer").count() == 0
    assert page.get_by_text("366.", exact=True).first.is_hidden()
