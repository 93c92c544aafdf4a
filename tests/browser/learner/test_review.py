"""A review as a learner meets it: over http and from disk, with topics in other folders, in both browsers."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from harness.review_site import CARD, DAY, EXTENSIONS, LATER, REVIEW, RICH, SITE, THEME, button, card, rate, review
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

Log = dict[str, object]


def explain(page: Page) -> None:
    """Write an explanation with one concept of three."""
    prompt = page.locator('[id="recall-rich-explain"]')
    prompt.get_by_label("Your explanation").fill("What I think.")
    button(prompt, "Show model answer").click()
    prompt.get_by_role("checkbox").nth(0).check()
    expect(prompt).to_contain_text("You got 1/3 concepts")
    expect(prompt).to_contain_text("2 concepts come back in your review.")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def log_of(page: Page, id: str) -> list[Log]:
    """What the store that this page uses holds of an item."""
    return json.loads(page.evaluate(f"localStorage.getItem('recall:small:i:{id}')"))["log"]


def test_before_anything_was_answered_it_says_where_to_begin(page, url, way, folder):
    page.goto(url(way, REVIEW, folder))
    expect(review(page)).to_contain_text("Nothing is due. Cards and questions you answer come back here.")
    page.get_by_role("link", name="Start learning").click()
    expect(page).to_have_url(re.compile(r"/other\.html$"))


@pytest.mark.quick("chromium http", "firefox file")
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
    expect(review(page)).to_contain_text("Nothing is due. Coming back: 3 tomorrow.")
    page = later(2)
    page.goto(url(kind, REVIEW, folder))
    expect(review(page)).to_contain_text("1 of 3")
    for at in range(3):
        expect(review(page)).to_contain_text(f"{at + 1} of 3")
        card(page).get_by_text("Show answer").click()
        expect(button(card(page), "Again")).to_contain_text("tomorrow")
        button(card(page), "Again").click()
    expect(review(page)).to_contain_text("Done for today. Coming back: 3 tomorrow.")
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
    expect(review(page)).to_contain_text("Done for today.")
    page.goto(url(way, "deep/rich.html", folder))
    expect(page.locator('[id="recall-rich-question"]')).to_contain_text("Correct")


def test_missed_concepts_come_back_as_cards(later, url, way, folder):
    page = later()
    page.goto(url(way, "deep/rich.html", folder))
    explain(page)
    page = later()
    page.goto(url(way, REVIEW, folder))
    expect(review(page)).to_contain_text("Coming back: 2 tomorrow.")
    page = later(1)
    page.goto(url(way, REVIEW, folder))
    seen = set()
    for at in range(2):
        expect(review(page)).to_contain_text(f"{at + 1} of 2")
        expect(card(page)).to_contain_text("Explain it.")
        expect(card(page)).to_contain_text("You had 1 of 3. What is missing?")
        card(page).get_by_text("Show answer").click()
        seen.add(card(page).locator("recall-answer").inner_text().strip())
        button(card(page), "Good").click()
    assert seen == {"The second concept", "The third concept"}
    expect(review(page)).to_contain_text("Done for today. Coming back: 2 on")
    last = page.evaluate("JSON.parse(localStorage['recall:small:i:rich-explain'] ?? 'null')")
    if last:
        assert last["log"][-1]["outcome"] == "right"
        assert last["log"][-1]["context"] == "review"


@pytest.mark.quick("chromium", "firefox")
def test_space_shows_and_digits_rate_and_nothing_outside_the_card_does(later, url, folder):
    page = later()
    page.goto(url("http", "other.html", folder))
    rate(page, ["other-0", "other-1", "other-2"])
    page = later(2)
    page.goto(url("http", REVIEW, folder))
    expect(review(page)).to_contain_text("1 of 3")
    page.keyboard.press("Space")
    page.keyboard.press("2")
    expect(card(page).locator(".recall-reveal")).not_to_have_attribute("open", "")
    card(page).focus()
    page.keyboard.press("1")
    expect(review(page)).to_contain_text("1 of 3")
    page.keyboard.press("Space")
    expect(button(card(page), "Again")).to_be_visible()
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
    expect(review(page)).to_contain_text("Done for today. Coming back: 2 tomorrow.")
    if way == "http":
        kinds = [(entry["kind"], entry.get("rating")) for entry in log_of(page, first)]
        assert kinds == [("rating", "again"), ("rating", "good"), ("undo", None), ("rating", "again")]
        assert log_of(page, first)[1]["context"] == "review"


def test_new_ones_are_capped(later, url, small_site):
    pages = {
        "index.md": "# Cards\n\n" + "\n".join(CARD.format(id=f"c{at}") for at in range(4)),
        "review.md": "# Review\n\n/// review new=3\n\n///\n",
    }
    folder = small_site(pages, theme=PLAIN, plugins=[{"recall": {"site_id": "small"}}])
    page = later()
    page.goto(url("http", "index.html", folder))
    rate(page, [f"c{at}" for at in range(4)])
    page = later(2)
    page.goto(url("http", "review.html", folder))
    for at in range(3):
        expect(review(page)).to_contain_text(f"{at + 1} of 3")
        card(page).get_by_text("Show answer").click()
        button(card(page), "Again").click()
    expect(review(page)).to_contain_text("1 more is waiting. You get at most 3 new ones a day.")


def test_without_scripts_it_is_a_sentence(open_page, url, folder):
    page = open_page(scripts=False)
    page.goto(url("file", REVIEW, folder))
    assert "A review needs scripts" in review(page).inner_text()


@pytest.mark.parametrize("scheme", ["default", "slate"])
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
    for at in range(3):
        expect(review(page)).to_contain_text(f"{at + 1} of 3")
        assert axe(page, "recall-review") == []
        card(page).get_by_text("Show answer").click()
        expect(button(card(page), "Again")).to_be_visible()
        assert axe(page, "recall-review") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        button(card(page), "Again").click()
    expect(review(page)).to_contain_text("Done for today.")
    assert axe(page, "recall-review") == []
