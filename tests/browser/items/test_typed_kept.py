"""Questions that are typed, put in order and matched: what is kept of them, in sets, and for everyone to use."""

import re

import pytest
from playwright.sync_api import expect

from harness.browsers import SCHEMES
from harness.reader import block, button, wait_until_kept
from typed_pages import (
    IDS,
    SETTINGS,
    TEA,
    answer_partly,
    blank,
    check,
    log_of,
    pages,
    put_in_order,
    rows,
    select,
    status,
)
from typed_pages import (
    open_page as open_typed,
)

pytestmark = pytest.mark.quick("chromium")


@pytest.fixture
def typed(shared_site):
    return shared_site(pages(), **SETTINGS)


# Kept


@pytest.mark.quick("chromium http")
def test_what_was_begun_and_what_was_checked_come_back(page, url, kind, typed):
    page.goto(url(kind, "index.html", typed))
    answer_partly(page)
    tea = block(page, "tea")
    put_in_order(tea, TEA[1], TEA[0])
    begun = rows(tea)
    check(block(page, "capitals"))
    expect(status(block(page, "capitals"))).to_contain_text("0 of 3 right.")
    wait_until_kept(page)
    page.reload()
    blanks = block(page, "blanks")
    expect(blank(blanks, 1)).to_have_value("24")
    expect(blank(blanks, 2)).to_have_value("noon")
    expect(status(block(page, "capitals"))).to_contain_text("0 of 3 right.")
    expect(button(tea, "Move up").first).to_be_visible()
    assert rows(tea) == begun


def test_another_tab_shows_what_this_one_answers(open_context, url, way, typed):
    context = open_context("chromium")
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(url("http", "index.html", typed))
    blank(block(first, "blanks"), 1).fill("24")
    expect(blank(block(second, "blanks"), 1)).to_have_value("24")
    check(block(first, "blanks"))
    expect(status(block(second, "blanks"))).to_contain_text("1 of 3 right.")


def test_a_reset_empties_and_its_undo_brings_back(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "seconds")
    item.get_by_role("textbox").fill("1440")
    check(item)
    item.get_by_label("More").click()
    button(item, "Reset").click()
    expect(item.get_by_role("textbox")).to_have_value("")
    button(item, "Undo").click()
    expect(item.get_by_role("textbox")).to_have_value("1440")
    expect(status(item)).to_contain_text("Not yet")


def test_pages_without_such_questions_do_not_load_their_part(page, url, way, typed):
    page.goto(url(way, "choice.html", typed))
    block(page, "choice").get_by_role("radio", name="This").check()
    parts = page.evaluate("[...document.scripts].map((script) => script.src).join()")
    assert not re.search(r"typed|drag", parts)
    page.goto(url(way, "index.html", typed))
    page.wait_for_function("recallParts.here.typed")


# Sets


def test_a_practice_hears_of_right_and_wrong(page, url, way, typed):
    page.goto(url(way, "practice.html", typed))
    practice, number, match = block(page, "set"), block(page, "p-seconds"), block(page, "p-capitals")
    number.get_by_role("textbox").fill("86400")
    number.get_by_role("textbox").press("Enter")
    expect(practice.get_by_role("button", name="Question 1, correct")).to_be_visible()
    button(practice, "Next").click()
    select(match, "Brazil").select_option("Ottawa")
    check(match)
    button(practice, "Next").click()
    expect(practice.get_by_text("1 right on the first try, 1 missed.")).to_be_visible()
    button(practice, "Retry the 1 you missed").click()
    assert select(match, "Brazil").evaluate("each => each.value") == ""


def test_a_test_keeps_what_was_given_and_shows_it_beside_the_answer(page, url, way, typed):
    page.goto(url(way, "test.html", typed))
    test = block(page, "the-test")
    button(test, "Start test").click()
    for number in range(1, 5):
        item = test.locator(".recall-items > :visible")
        kind = item.evaluate("each => each.localName")
        if kind == "recall-fill":
            blank(item, 1).fill("24")
            blank(item, 2).fill("noon")
        elif kind == "recall-number":
            item.get_by_role("textbox").fill("86400")
            item.get_by_role("textbox").press("Enter")
        elif kind == "recall-match":
            select(item, "Brazil").select_option("Brasília")
        else:
            put_in_order(item, TEA[1], TEA[0], TEA[2], TEA[3])
        expect(item.get_by_text("Not yet")).to_have_count(0)
        if number == 2:
            page.reload()
            expect(test.get_by_text("2 of 4", exact=True)).to_be_visible()
        if number < 4:
            button(test, "Next").click()
    button(test, "Finish test").click()
    expect(test.locator(".recall-total")).to_have_text("1 of 4")
    blanks = block(page, "t-blanks")
    test.get_by_text("The Earth turns once").first.click()
    expect(blank(blanks, 2)).to_have_value("noon")
    expect(status(blanks)).to_contain_text("1 of 3 right.")
    expect(blanks.locator(".recall-shown")).to_have_text(["Answer: day", "Answer: Moon"])
    expect(block(page, "t-tea").locator(".recall-status")).to_contain_text("2 of 4 right.")
    expect(block(page, "t-capitals").locator(".recall-status")).to_contain_text("1 of 3 right.")
    [entry] = log_of(page, "t-blanks")
    assert entry["given"] == ["24", "noon", ""]
    assert entry["outcome"] == "wrong"


def test_a_review_asks_each_of_them_as_itself(open_context, url, typed):
    context = open_context("chromium")
    page = context.new_page()
    page.goto(url("http", "index.html", typed))
    for id in IDS:
        button(block(page, id), "Show answer").click()
    page = context.new_page()
    page.add_init_script("{ const now = Date.now; Date.now = () => now() + 2 * 86400000; }")
    page.goto(url("http", "review.html", typed))
    review = page.locator("recall-review")
    asked = set()
    for number in range(1, len(IDS) + 1):
        expect(review).to_contain_text(f"{number} of {len(IDS)}")
        item = review.locator(".recall-item")
        asked.add(item.get_attribute("data-recall-id"))
        button(item, "Show answer").click()
        expect(status(item)).to_contain_text(re.compile("Answer: |is below|are below"))
        button(review, "Next").click()
    assert asked == set(IDS)


# What everyone has to be able to use


@pytest.mark.parametrize(
    ("name", "scheme"), [SCHEMES[0], *(pytest.param(*each, marks=pytest.mark.long) for each in SCHEMES[1:])]
)
def test_every_state_passes_axe(open_context, url, typed, axe, name, scheme):
    page = open_context(name, scheme=scheme).new_page()
    page.goto(url("http", "index.html", typed))
    expect(button(block(page, "tea"), "Move up").first).to_be_visible()
    assert axe(page) == []
    answer_partly(page)
    for id in ("blanks", "capitals", "tea", "lines"):
        check(block(page, id))
    assert axe(page) == []
    for id in IDS:
        button(block(page, id), "Show answer").click()
    assert axe(page) == []


def test_nothing_scrolls_sideways_at_320(open_page, url, way, typed):
    page = open_page(width=320)
    page.goto(url(way, "index.html", typed))
    expect(button(block(page, "tea"), "Move up").first).to_be_visible()
    answer_partly(page)
    for id in IDS:
        button(block(page, id), "Show answer").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.not_in_webkit("without scripts nothing can look into its pages")
def test_without_scripts_each_can_be_read_and_its_answer_opened(open_page, url, way, typed):
    page = open_page(scripts=False)
    page.goto(url(way, "index.html", typed))
    assert block(page, "tea").locator(".recall-pieces > li").count() == 5
    assert block(page, "blanks").locator(".recall-gap > input").count() == 3
    assert page.locator(".recall-move").count() == 0


def test_on_paper_blanks_are_lines_and_answers_are_in_the_key(chromium_page, url, typed):
    page = chromium_page
    page.goto(url("http", "index.html", typed))
    expect(button(block(page, "tea"), "Move up").first).to_be_visible()
    page.emulate_media(media="print")
    expect(block(page, "blanks").locator(".recall-gap").first).to_be_visible()
    for hidden in (".recall-gap > input", ".recall-gap > select", ".recall-move", ".recall-unused-title"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".recall-key")).to_contain_text("twenty-four")
    expect(page.locator(".recall-key")).to_contain_text("Pour it over the leaves")
