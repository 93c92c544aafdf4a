"""Readers say with each answer how sure they are: one press, never required. What they missed while sure is first."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.reader import answer, block, button, choose, shown
from harness.review_site import LATER
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} {level} objective=topic

What is asked as {id}?

- [x] The key of {id}
  > Because it is {id}.
- [ ] The distractor of {id}
  > Because it is not {id}.

**Hint:** It is {id}.

///
"""
FILL = """/// fill | typed easy objective=topic

A model is trained on ____ data.

1. training

**Hint:** Not on test data.

///
"""
ORDER = """/// order | ordered easy objective=topic

Put the steps in order.

1. Load
2. Train

- [ ] Delete
  > It is needed.

///
"""
FIRST = "You were sure. This one comes first in your review."


def questions(*ids: str) -> str:
    return "\n".join(QUESTION.format(id=id, level="easy") for id in ids)


ASKED = [f"asked-{number}" for number in range(3)]
TESTED = [f"t{number}" for number in range(8)]
PAGES = {
    "index.md": f"# Lesson\n\n//// practice | some confidence=ask\n\n{questions(*ASKED)}\n////\n\n{questions('loose')}",
    "test.md": f"# Test\n\n//// test | final draw=8 mix=8,0,0 confidence=ask\n\n{questions(*TESTED)}\n////\n",
    "review.md": "# Review\n\n/// review\n///\n",
}
MOVED = """new PerformanceObserver((list) => {
    window.moved = (window.moved ?? 0) + list.getEntries().reduce((sum, {value}) => sum + value, 0);
}).observe({ type: "layout-shift", buffered: true })"""


@pytest.fixture
def asking(build):
    return build(PAGES)


def said(page: Page, id: str) -> list[bool | None]:
    """What the log says of each answer to a question."""
    name = "script[data-recall-site]"
    site = page.locator(name).first.get_attribute("data-recall-site")
    raw = page.evaluate("key => localStorage.getItem(key)", f"recall:{site}:i:{id}")
    return [entry.get("sure") for entry in json.loads(raw or '{"log": []}')["log"]]


def pair(holder: Locator) -> Locator:
    return holder.get_by_role("group", name="How sure are you?")


def test_either_button_checks_and_what_was_said_is_recorded(page, url, way, asking):
    page.goto(url(way, "index.html", asking))
    item = block(page, "asked-0")
    choose(item, right=False)
    button(item, "Sure").click()
    status = item.get_by_role("status")
    expect(status).to_contain_text("Not yet")
    expect(status.get_by_text(FIRST, exact=True)).to_be_visible()
    expect(pair(item)).to_have_count(0)
    expect(button(item, "Try again")).to_be_focused()
    page.reload()
    expect(status.get_by_text(FIRST, exact=True)).to_be_visible()
    button(item, "Try again").click()
    choose(item, right=True)
    button(item, "Not sure").click()
    expect(status).to_have_text("Correct, on try 2Because it is asked-0.")
    assert said(page, "asked-0") == [True, False]


def test_typed_questions_ask_in_the_same_way(page, url, way, build):
    """Each kind of question is answered by its form."""
    test = f"# Test\n\n//// test | final draw=2 mix=2,0,0 confidence=ask\n\n{FILL.replace('| typed', '| t-typed')}\n"
    site = build(
        {
            "index.md": f"# Lesson\n\n//// practice | some confidence=ask\n\n{FILL}\n////\n\n"
            f"//// practice | more confidence=ask\n\n{ORDER}\n////\n",
            "test.md": f"{test}{ORDER.replace('| ordered', '| t-ordered')}\n////\n",
            "review.md": PAGES["review.md"],
        }
    )
    page.goto(url(way, "index.html", site))
    item = block(page, "typed")
    item.get_by_role("textbox").fill("test")
    button(item, "Sure").click()
    expect(item.get_by_role("status")).to_contain_text("Not yet")
    expect(item.get_by_text(FIRST, exact=True)).to_be_visible()
    expect(button(item, "Try again")).to_be_focused()
    item.get_by_role("textbox").fill("training")
    button(item, "Not sure").click()
    expect(item.get_by_role("status")).to_contain_text("Correct, on try 2")
    assert said(page, "typed") == [True, False]
    ordered = block(page, "ordered")
    button(ordered, "Not sure").click()
    expect(ordered.get_by_role("status")).to_contain_text("Not yet")
    assert said(page, "ordered") == [False]
    page.goto(url(way, "test.html", site))
    button(final(page), "Start test").click()
    while (field := shown(final(page)).get_by_role("textbox")).count() == 0:
        button(final(page), "Next").click()
    button(final(page), "Sure").click()
    expect(final(page).get_by_text("Answer the question first.", exact=True)).to_be_visible()
    field.fill("training")
    button(final(page), "Sure").click()
    if button(final(page), "Finish test").count() == 0:
        button(final(page), "Next").click()
    button(final(page), "Finish test").click()
    if (anyway := final(page).get_by_role("status").get_by_role("button", name="Finish test")).count():
        anyway.click()
    expect(final(page).get_by_text("When you were sure, you were right 1 of 1 time.")).to_be_visible()
    assert said(page, "t-typed") == [True]


def test_check_alone_and_show_answer_say_nothing_of_it(page, url, way, asking):
    page.goto(url(way, "index.html", asking))
    item = block(page, "asked-0")
    answer(item, right=False)
    expect(item.get_by_text("You were sure.")).to_have_count(0)
    button(item, "Try again").click()
    button(item, "Sure").click()
    expect(item.get_by_role("status")).to_have_text("Choose an answer first.")
    button(item, "Show answer").click()
    expect(item.get_by_role("status")).to_contain_text("Answer: A")
    assert said(page, "asked-0") == [None, None]
    loose = block(page, "loose")
    expect(pair(loose)).to_have_count(0)


@pytest.mark.quick("firefox")
def test_the_keyboard_alone_says_it_and_enter_says_nothing(page, url, way, asking):
    page.goto(url(way, "index.html", asking))
    item = block(page, "asked-0")
    item.get_by_role("radio").first.focus()
    page.keyboard.press("2")
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(button(item, "Sure")).to_be_focused()
    page.keyboard.press("Tab")
    expect(button(item, "Not sure")).to_be_focused()
    page.keyboard.press("Enter")
    expect(button(item, "Try again")).to_be_focused()
    page.keyboard.press("Enter")
    expect(item.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(item.get_by_role("status")).to_contain_text("Not yet")
    assert said(page, "asked-0") == [False, None]


def final(page: Page) -> Locator:
    return block(page, "final")


def go_through(page: Page, presses: list[tuple[bool, str]]) -> None:
    """Answer each question right or not, and press a button."""
    for number, (right, name) in enumerate(presses, 1):
        expect(final(page).get_by_text(f"{number} of {len(presses)}", exact=True)).to_be_visible()
        choose(shown(final(page)), right=right)
        button(final(page), name).click()


def test_in_a_test_it_goes_on_and_the_result_says_how_sure_the_reader_was(page, url, way, asking):
    page.goto(url(way, "test.html", asking))
    button(final(page), "Start test").click()
    presses = [(True, "Sure"), (True, "Sure"), (True, "Not sure"), (True, "Next"), (True, "Sure"), (False, "Sure")]
    go_through(page, [*presses, (False, "Not sure"), (False, "Sure")])
    expect(final(page).get_by_text("8 of 8", exact=True)).to_be_visible()
    expect(button(final(page), "Sure")).to_have_attribute("aria-pressed", "true")
    expect(button(final(page), "Finish test")).to_be_focused()
    page.keyboard.press("Enter")
    result = final(page).locator(".recall-end")
    expect(result.get_by_role("heading", name="How sure you were")).to_be_visible()
    told = "When you were sure, you were right 3 of 5 times; when not, 1 of 2."
    expect(result.get_by_text(f"{told} What you missed while sure comes first in your review.")).to_be_visible()
    table = result.get_by_role("table", name="How sure you were")
    rows = [row.strip() for row in table.get_by_role("row").all_inner_texts()]
    assert rows == ["Right\tMissed", "Sure\t3\t2", "Not sure\t1\t1"]
    expect(result.get_by_text("You did not say for 1 question.", exact=True)).to_be_visible()
    page.reload()
    expect(result.get_by_text(told)).to_be_visible()
    button(final(page), "New test").click()
    expect(final(page).get_by_text("1 of 8", exact=True)).to_be_visible()
    final(page).locator(".recall-past").get_by_role("link", name="See result").click()
    expect(result.get_by_text(told)).to_be_visible()


def test_what_was_said_of_an_answer_stays_until_the_answer_changes(page, url, way, asking):
    page.goto(url(way, "test.html", asking))
    button(final(page), "Start test").click()
    button(final(page), "Sure").click()
    expect(final(page).get_by_text("Answer the question first.", exact=True)).to_be_visible()
    expect(final(page).get_by_text("1 of 8", exact=True)).to_be_visible()
    choose(shown(final(page)), right=False)
    button(final(page), "Not sure").click()
    expect(final(page).get_by_text("2 of 8", exact=True)).to_be_visible()
    for name in ("Sure", "Not sure"):
        expect(button(final(page), name)).to_have_attribute("aria-pressed", "false")
    page.reload()
    button(final(page), "Back").click()
    expect(button(final(page), "Not sure")).to_have_attribute("aria-pressed", "true")
    choose(shown(final(page)), right=True)
    expect(button(final(page), "Not sure")).to_have_attribute("aria-pressed", "false")
    button(final(page), "All questions").click()
    expect(pair(final(page))).to_have_count(0)


def test_nobody_has_to_say_it(page, url, way, asking):
    page.goto(url(way, "test.html", asking))
    button(final(page), "Start test").click()
    go_through(page, [*[(True, "Next")] * 7, (True, "Finish test")])
    result = final(page).locator(".recall-end")
    expect(result.get_by_text("All 8 questions")).to_be_visible()
    expect(result.get_by_text("How sure you were")).to_have_count(0)


def test_what_was_missed_while_sure_comes_first_and_a_site_asks_in_the_review(page, url, way, shared_site):
    ids = [f"r{number}" for number in range(6)]
    source = {"index.md": f"# Lesson\n\n{questions(*ids)}", "review.md": PAGES["review.md"]}
    site = shared_site(source, theme=PLAIN, plugins=[{"recall": {"confidence": "ask"}}])
    page.goto(url(way, "index.html", site))
    for id in ids:
        choose(block(page, id), right=False)
        button(block(page, id), "Sure" if id in ("r2", "r4") else "Not sure").click()
        expect(block(page, id).get_by_role("status")).to_contain_text("Not yet")
    page.add_init_script(LATER.replace("DAYS", "1"))
    page.goto(url(way, "review.html", site))
    review = page.locator("recall-review")
    asked = []
    for name in ("Sure", "Not sure"):
        stem = review.locator(".recall-stem")
        expect(stem).to_be_visible()
        asked.append(stem.inner_text())
        choose(review.locator("recall-mcq"), right=True)
        button(review, name).click()
        expect(review.get_by_role("status").first).to_contain_text("Correct")
        button(review, "Next").click()
    assert sorted(asked) == ["What is asked as r2?", "What is asked as r4?"]
    assert [said(page, id)[-1] for id in ("r2", "r4")] in ([True, False], [False, True])


@pytest.mark.parametrize("width", [320, *(pytest.param(width, marks=pytest.mark.long) for width in (360, 1280))])
def test_nothing_moves_as_the_buttons_come_and_all_fits(open_context, url, asking, width, axe):
    page = open_context("chromium", width=width, height=1600).new_page()
    page.add_init_script(MOVED)
    page.goto(url("http", "index.html", asking))
    expect(pair(block(page, "asked-0"))).to_be_visible()
    at = "() => document.querySelector('[data-recall-do=\"hint\"]').getBoundingClientRect().top"
    before = page.evaluate(at)
    page.evaluate("document.querySelector('.recall-sure').remove()")
    assert page.evaluate(at) == pytest.approx(before, abs=0.6)
    assert page.evaluate("window.moved ?? 0") < 0.001
    page.goto(url("http", "test.html", asking))
    button(final(page), "Start test").click()
    choose(shown(final(page)), right=True)
    button(final(page), "Sure").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []


def test_without_scripts_and_on_paper_there_are_no_buttons_and_no_room(open_context, url, asking):
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("http", "index.html", asking))
    expect(page.get_by_text("Not sure")).to_have_count(0)
    gap = page.evaluate("() => getComputedStyle(document.querySelector('.recall-actions'), '::before').content")
    assert gap == "none"
    page = open_context("chromium").new_page()
    page.goto(url("http", "index.html", asking))
    expect(pair(block(page, "asked-0"))).to_be_visible()
    page.emulate_media(media="print")
    expect(pair(block(page, "asked-0"))).to_have_count(0)
