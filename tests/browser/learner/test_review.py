"""A review as a learner meets it: over http and from disk, with topics in other folders, in both browsers."""

import re

import pytest
from playwright.sync_api import expect

from harness.review_site import (
    CARD,
    DAY,
    EXTENSIONS,
    LATER,
    REVIEW,
    RICH,
    SITE,
    THEME,
    button,
    card,
    explain,
    log_of,
    rate,
    review,
)
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

SITE_KEYS = ["/", "s", "f", "n", "p", ",", ".", "?"]
"""What themes do something with: search, the next page, the one before."""
LISTEN = """() => {
    window.left = [];
    document.addEventListener("keydown", (event) => {
        if (!event.defaultPrevented) window.left.push(event.key);
        event.stopImmediatePropagation();
    });
}"""
"""Note the keys that a page is left with, in place of the theme."""


def test_before_anything_was_answered_it_says_where_to_begin(page, url, way, folder):
    page.goto(url(way, REVIEW, folder))
    expect(review(page)).to_contain_text("Nothing is due. Cards and questions you answer come back here.")
    page.get_by_role("link", name="Start learning").click()
    expect(page).to_have_url(re.compile(r"/other\.html$"))


@pytest.mark.quick("firefox file")
def test_cards_of_two_topics_come_back_and_the_end_says_when(later, url, kind, folder):
    page = later()
    page.goto(url(kind, "other.html", folder))
    rate(page, ["other-0", "other-1"])
    page.goto(url(kind, "deep/rich.html", folder))
    hinted = page.locator('[id="recall-rich-card"]')
    hinted.get_by_text("Show answer").click()
    expect(button(hinted, "Good")).to_contain_text("in 3 days")
    button(hinted, "Show hint").click()
    expect(button(hinted, "Good")).to_contain_text("in 2 days")
    button(hinted, "Good").click()
    soon = page.evaluate(f"new Intl.DateTimeFormat('en-GB', {DAY}).format(Date.now() + 2 * 86400000)")
    expect(hinted.get_by_role("status")).to_contain_text(f"Good, back on {soon}")
    button(hinted, "Again").click()
    page.goto(url(kind, REVIEW, folder))
    expect(review(page)).to_contain_text("Nothing is due. 3 come back tomorrow.")
    page = later(2)
    page.goto(url(kind, REVIEW, folder))
    expect(review(page)).to_contain_text("1 of 3")
    for at in range(3):
        expect(review(page)).to_contain_text(f"{at + 1} of 3")
        card(page).get_by_text("Show answer").click()
        expect(button(card(page), "Again")).to_contain_text("tomorrow")
        button(card(page), "Again").click()
    expect(review(page).get_by_role("heading", name="0 of 3 right")).to_be_visible()
    expect(review(page)).to_contain_text("3 come back tomorrow.")
    expect(review(page).locator(".recall-end")).to_be_focused()


def test_what_an_item_holds_works_from_another_folder(later, url, kind, folder):
    page = later()
    page.goto(url(kind, "deep/rich.html", folder))
    rate(page, ["rich-card"])
    page = later(2)
    page.goto(url(kind, REVIEW, folder))
    item = card(page)
    expect(item).to_contain_text("What does the card ask?")
    image = item.get_by_role("img", name="a square")
    expect(image).to_have_js_property("naturalWidth", 8)
    link = item.get_by_role("link", name="the other page")
    assert (link.evaluate("link => link.href") or "").endswith("/other.html#other")
    item.get_by_text("Show answer").click()
    second = item.get_by_text("Text of the second tab.")
    expect(second).to_be_hidden()
    item.locator(".tabbed-labels").get_by_text("Second").click()
    expect(second).to_be_visible()
    item.locator(".footnote-ref").click()
    note = item.locator("li", has_text="The note itself.")
    expect(note).to_be_focused()
    note.locator(".footnote-backref").click()
    expect(item.locator("sup")).to_be_focused()
    copy = item.locator("button[data-clipboard-target]")
    expect(copy).to_have_count(1)
    target = copy.get_attribute("data-clipboard-target") or ""
    assert page.locator(target).inner_text().strip() == 'print("copied")'
    ids = page.locator("[id]").evaluate_all("all => all.map(each => each.id)")
    assert sorted(set(ids)) == sorted(ids)
    expect(review(page).locator(".recall-head").get_by_role("link", name="Rich")).to_be_visible()


def test_only_the_topics_that_are_needed_are_loaded(later, url, folder):
    page = later()
    page.goto(url("http", "other.html", folder))
    rate(page, ["other-0"])
    page = later(2)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url("http", REVIEW, folder))
    expect(card(page)).to_be_visible()
    assert any("/pages/other." in each for each in asked)
    assert not any("/pages/deep/rich." in each for each in asked)


def test_a_missed_question_comes_back_as_it_is(later, url, way, folder):
    page = later()
    page.goto(url(way, "deep/rich.html", folder))
    question = page.locator('[id="recall-rich-question"]')
    question.get_by_role("radio", name="The distractor").check()
    button(question, "Check answer").click()
    expect(question).to_contain_text("Not yet")
    page = later(1)
    page.goto(url(way, REVIEW, folder))
    item = card(page)
    expect(item).to_contain_text("Which one?")
    expect(item.get_by_text("Not yet")).to_have_count(0)
    expect(item.get_by_role("radio", checked=True)).to_have_count(0)
    expect(button(review(page), "Next")).to_have_count(0)
    item.get_by_role("radio", name="The key").check()
    button(item, "Check answer").click()
    expect(item).to_contain_text("Correct")
    button(review(page), "Next").click()
    expect(review(page)).to_contain_text("1 of 1 right")
    page.goto(url(way, "deep/rich.html", folder))
    expect(page.locator('[id="recall-rich-question"]')).to_contain_text("Correct")


def test_space_shows_and_digits_rate_without_a_click_and_nothing_outside_the_card_does(later, url, folder):
    page = later()
    page.goto(url("http", "other.html", folder))
    rate(page, ["other-0", "other-1", "other-2"])
    page = later(2)
    page.goto(url("http", REVIEW, folder))
    expect(review(page)).to_contain_text("1 of 3")
    expect(card(page)).to_be_focused()
    assert page.evaluate("scrollY") == 0
    page.keyboard.press("1")
    expect(review(page)).to_contain_text("1 of 3")
    page.keyboard.press("Space")
    expect(button(card(page), "Again")).to_be_visible()
    assert page.evaluate("scrollY") == 0
    page.keyboard.press("Control+1")
    page.get_by_label("Field").focus()
    page.keyboard.press("1")
    expect(review(page)).to_contain_text("1 of 3")
    card(page).focus()
    page.keyboard.press("1")
    expect(review(page)).to_contain_text("2 of 3")
    expect(card(page)).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("2")
    expect(review(page)).to_contain_text("3 of 3")
    page.evaluate(LISTEN)
    for key in SITE_KEYS:
        page.keyboard.press(key)
    assert page.evaluate("window.left") == SITE_KEYS
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    expect(card(page).locator(".recall-reveal")).not_to_have_attribute("open", "")


def test_a_review_takes_no_focus_where_a_reader_does_not_see_it(later, url, small_site):
    text = "\n\n".join(["Text."] * 80)
    pages = {
        "index.md": "# Cards\n\n" + CARD.format(id="one"),
        "review.md": f"# Review\n\n{text}\n\n/// review\n\n///\n",
    }
    folder = small_site(pages, theme=PLAIN, plugins=[{"recall": {"site_id": "small"}}])
    page = later()
    page.goto(url("http", "index.html", folder))
    rate(page, ["one"])
    page = later(2)
    page.goto(url("http", "review.html", folder))
    expect(card(page)).to_be_visible()
    expect(page.locator("body")).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_undo_takes_a_rating_back(later, url, way, folder):
    page = later()
    page.goto(url(way, "other.html", folder))
    rate(page, ["other-0", "other-1"])
    page = later(2)
    page.goto(url(way, REVIEW, folder))
    expect(review(page)).to_contain_text("1 of 2")
    expect(button(review(page), "Undo")).to_have_count(0)
    first = card(page).get_attribute("data-recall-id") or ""
    card(page).get_by_text("Show answer").click()
    button(card(page), "Good").click()
    expect(review(page)).to_contain_text("2 of 2")
    button(review(page), "Undo").click()
    expect(review(page)).to_contain_text("1 of 2")
    expect(card(page)).to_have_attribute("data-recall-id", first)
    for _ in range(2):
        card(page).get_by_text("Show answer").click()
        button(card(page), "Again").click()
    expect(review(page)).to_contain_text("2 come back tomorrow.")
    if way == "http":
        kinds = [(entry["kind"], entry.get("rating")) for entry in log_of(page, first)]
        assert kinds == [("rating", "again"), ("rating", "good"), ("undo", None), ("rating", "again")]
        assert log_of(page, first)[1]["context"] == "review"


def test_without_scripts_it_is_a_sentence(open_page, url, folder):
    page = open_page(scripts=False)
    page.goto(url("file", REVIEW, folder))
    assert "A review needs scripts" in review(page).inner_text()


@pytest.mark.parametrize("scheme", ["default", pytest.param("slate", marks=pytest.mark.long)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_context, url, small_site, axe, scheme):
    """The theme's colours of links in text and of code are not judged here: some of them are too faint."""
    rich = RICH.replace("[the other page](../other.md#other)", "the other page").replace("```python", "```text")
    pages = {**SITE, "deep/rich.md": rich}
    folder = small_site(pages, theme={**THEME, "palette": {"scheme": scheme}}, markdown_extensions=EXTENSIONS)
    context = open_context("chromium", reduced_motion=True, width=320, height=700)
    page = context.new_page()
    page.goto(url("http", "deep/rich.html", folder))
    rate(page, ["rich-card"])
    explain(page)
    page = context.new_page()
    page.add_init_script(LATER.replace("DAYS", "2"))
    page.goto(url("http", REVIEW, folder))
    for at in range(2):
        expect(review(page)).to_contain_text(f"{at + 1} of 2")
        assert axe(page, "recall-review") == []
        card(page).get_by_text("Show answer").click()
        expect(card(page).get_by_text("Hide answer")).to_be_visible()
        assert axe(page, "recall-review") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        button(review(page), re.compile("^(Again|Next)")).click()
    expect(review(page)).to_contain_text("0 of 2 right")
    assert axe(page, "recall-review") == []
    button(review(page), "Undo").click()
    button(review(page), "Suspend").click()
    review(page).get_by_text("Suspended: 1").click()
    expect(button(review(page), "Resume")).to_be_visible()
    assert axe(page, "recall-review") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
