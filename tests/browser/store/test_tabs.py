"""One practice and one test open in two tabs at once, and both of them reset."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.reader import button
from harness.themes import PLAIN

QUESTION = """/// mcq | {id} easy

What is asked as {id}?

- [x] The key
  > Yes.
- [ ] The distractor
  > No.

///
"""
SET = "# Page\n\n//// {kind} | the-{kind}{settings}\n\n{questions}\n////\n"


def page_with(kind: str, settings: str = "") -> str:
    questions = "\n".join(QUESTION.format(id=f"{kind}-{number}") for number in range(3))
    return SET.format(kind=kind, settings=settings, questions=questions)


PRACTICE, TEST = "practice.html", "test.html"


@pytest.fixture
def folder(shared_site):
    pages = {
        "index.md": "# Home\n\nText.\n",
        "practice.md": page_with("practice"),
        "test.md": page_with("test", " draw=3 mix=3,0,0"),
    }
    return shared_site(pages, theme=PLAIN, plugins=[{"recall": {"site_id": "tabs"}}])


def place(page: Page, words: str) -> Locator:
    return page.locator(".recall-head").get_by_text(words, exact=True)


def shown(page: Page) -> Locator:
    return page.locator(".recall-items > :visible")


def answer(page: Page, name: str) -> None:
    shown(page).get_by_role("radio", name=name).check()


def check(page: Page, name: str) -> None:
    answer(page, name)
    button(shown(page), "Check answer").click()
    expect(shown(page).get_by_role("status")).not_to_be_empty()


def work_practice(page: Page) -> None:
    """From the first question to the end of the set: the second one missed."""
    for number, name in enumerate(("The key", "The distractor", "The key"), 1):
        expect(place(page, f"{number} of 3")).to_be_visible()
        check(page, name)
        button(page, "Next").click()
    expect(page.get_by_text("Set finished")).to_be_visible()


def work_test(page: Page) -> None:
    """From the first question to the result: all right."""
    for number in range(1, 4):
        expect(place(page, f"{number} of 3")).to_be_visible()
        answer(page, "The key")
        button(page, "Finish test" if number == 3 else "Next").click()
    expect(page.locator(".recall-end")).to_contain_text("3 of 3")


@pytest.mark.not_in_webkit("a tab that has gone on to another file hears no more of what others store", "file")
@pytest.mark.quick("chromium http")
def test_a_practice_and_a_test_go_on_in_another_tab(open_context, browser_name, url, kind, folder):
    context = open_context(browser_name)
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(url(kind, PRACTICE, folder))
        expect(place(page, "1 of 3")).to_be_visible()
    check(one, "The distractor")
    expect(button(other, "Question 1, missed")).to_be_visible()
    expect(shown(other).get_by_role("status")).to_contain_text("Not yet")
    button(one, "Next").click()
    expect(place(other, "2 of 3")).to_be_visible()
    check(other, "The key")
    expect(button(one, "Question 2, correct")).to_be_visible()
    button(other, "Back").click()
    expect(place(other, "1 of 3")).to_be_visible()
    expect(place(one, "2 of 3")).to_be_visible()
    button(one, "Next").click()
    check(one, "The key")
    button(one, "Next").click()
    button(one, "Retry the 1 you missed").click()
    for page in (one, other):
        expect(place(page, "1 of 1")).to_be_visible()
        expect(shown(page).get_by_role("radio", checked=True)).to_have_count(0)

    for page in (one, other):
        page.goto(url(kind, TEST, folder))
    button(one, "Start test").click()
    for page in (one, other):
        expect(place(page, "1 of 3")).to_be_visible()
    assert shown(one).get_attribute("data-recall-id") == shown(other).get_attribute("data-recall-id")
    answer(one, "The key")
    button(one, "Next").click()
    expect(button(other, "Question 1, answered")).to_be_visible()
    expect(place(other, "1 of 3")).to_be_visible()
    expect(shown(other).get_by_role("radio", name="The key")).to_be_checked()
    button(other, "Question 2").click()
    answer(other, "The distractor")
    expect(button(one, "Question 2, answered")).to_be_visible()
    expect(shown(one).get_by_role("radio", name="The distractor")).to_be_checked()
    button(other, "Next").click()
    answer(other, "The key")
    button(other, "Finish test").click()
    for page in (one, other):
        expect(page.locator(".recall-end")).to_contain_text("2 of 3")
    button(one, "New test").click()
    for page in (one, other):
        expect(place(page, "1 of 3")).to_be_visible()
        expect(shown(page).get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.quick("chromium")
def test_a_set_and_a_test_are_reset_once_that_is_confirmed(open_context, browser_name, url, folder, axe):
    context = open_context(browser_name)
    other, page = context.new_page(), context.new_page()
    other.goto(url("http", PRACTICE, folder))
    page.goto(url("http", PRACTICE, folder))
    work_practice(page)
    button(page, "Reset this set").click()
    asked = page.get_by_role("group", name=re.compile("Reset 3 questions and cards"))
    expect(button(asked, "Reset")).to_be_focused()
    assert axe(page, "recall-practice") == []
    button(asked, "Keep").click()
    expect(button(page, "Reset this set")).to_be_focused()
    expect(page.get_by_text("Set finished")).to_be_visible()
    button(page, "Reset this set").click()
    button(asked, "Reset").click()
    for each in (page, other):
        expect(place(each, "1 of 3")).to_be_visible()
        expect(shown(each).get_by_role("status")).to_be_empty()
        expect(button(each, "Question 2")).to_be_visible()
    page.reload()
    expect(place(page, "1 of 3")).to_be_visible()
    expect(shown(page).get_by_role("radio", checked=True)).to_have_count(0)
    work_practice(page)

    other.goto(url("http", TEST, folder))
    page.goto(url("http", TEST, folder))
    button(page, "Start test").click()
    work_test(page)
    expect(other.locator(".recall-end")).to_contain_text("3 of 3")
    button(page, "Reset this test").click()
    asked = page.get_by_role("group", name=re.compile("Reset 3 questions and cards"))
    button(asked, "Reset").click()
    for each in (page, other):
        expect(button(each, "Start test")).to_be_visible()
    page.reload()
    button(page, "Start test").click()
    work_test(page)
