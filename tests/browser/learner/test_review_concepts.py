"""Missed concepts in a review: one card for each prompt, with what the explanation had, and a tick for each concept."""

import pytest
from playwright.sync_api import expect

from harness.review_site import REVIEW, button, card, explain, log_of, review

pytestmark = pytest.mark.quick("chromium")

MISSED = ["The second concept", "The third concept"]


def begin(later, url, kind, folder):
    """Miss two of three concepts; a day later, with the review open."""
    page = later()
    page.goto(url(kind, "deep/rich.html", folder))
    explain(page)
    page.close()
    page = later(1)
    page.goto(url(kind, REVIEW, folder))
    expect(review(page)).to_contain_text("1 of 1")
    return page


@pytest.mark.quick("chromium file")
def test_a_prompt_comes_back_once_with_what_it_had(later, url, kind, folder):
    page = begin(later, url, kind, folder)
    expect(card(page)).to_contain_text("Explain it.")
    expect(card(page).locator("blockquote")).to_have_text("What I think.")
    had = card(page).get_by_role("list", name="You had 1 of 3. What is missing?")
    expect(had.get_by_role("listitem")).to_have_text(["The first concept"])
    expect(card(page).get_by_text("The second concept")).to_be_hidden()
    expect(button(review(page), "Next")).to_have_count(0)
    card(page).get_by_text("Show answer").click()
    boxes = card(page).get_by_role("group", name="Tick each concept you recalled").get_by_role("checkbox")
    expect(boxes).to_have_count(2)
    for box, name in zip(boxes.all(), MISSED, strict=True):
        expect(box).to_have_accessible_name(name)
        expect(box).not_to_be_checked()
    for box in boxes.all():
        box.check()
    button(review(page), "Next").click()
    expect(review(page)).to_contain_text("1 of 1 right")
    expect(review(page)).to_contain_text("1 comes back on")


def test_each_concept_keeps_its_own_schedule(later, url, folder):
    page = begin(later, url, "http", folder)
    card(page).get_by_text("Show answer").click()
    card(page).get_by_role("checkbox", name="The third concept").check()
    last = log_of(page, "rich-explain")[-1]
    assert (last["context"], last["outcome"], len(last["options"])) == ("review", "wrong", 2)
    button(review(page), "Next").click()
    expect(review(page)).to_contain_text("0 of 1 right")
    missed = review(page).get_by_role("listitem")
    expect(missed).to_contain_text("Explain it.")
    expect(missed).to_contain_text("The second concept")
    expect(missed).not_to_contain_text("The third concept")
    expect(review(page)).to_contain_text("1 comes back tomorrow, 1 on")
    page = later(2)
    page.goto(url("http", REVIEW, folder))
    expect(card(page)).to_contain_text("You had 2 of 3. What is missing?")
    card(page).get_by_text("Show answer").click()
    expect(card(page).get_by_role("checkbox")).to_have_accessible_name("The second concept")


def test_a_tick_is_kept_though_the_page_is_left_at_once(later, url, folder):
    page = begin(later, url, "http", folder)
    card(page).get_by_text("Show answer").click()
    card(page).get_by_role("checkbox", name="The second concept").check()
    page.close()
    page = later(1)
    page.goto(url("http", REVIEW, folder))
    expect(review(page)).to_contain_text("0 of 1 right")


def test_no_tick_at_all_says_that_none_was_recalled_and_undo_takes_it_back(later, url, folder):
    page = begin(later, url, "http", folder)
    card(page).get_by_text("Show answer").click()
    button(review(page), "Next").click()
    expect(review(page)).to_contain_text("0 of 1 right")
    assert log_of(page, "rich-explain")[-1]["concepts"] == log_of(page, "rich-explain")[0]["concepts"]
    button(review(page), "Undo").click()
    expect(card(page)).to_contain_text("You had 1 of 3. What is missing?")
    card(page).get_by_text("Show answer").click()
    expect(card(page).get_by_role("checkbox", checked=True)).to_have_count(0)
    page.reload()
    expect(review(page)).to_contain_text("1 of 1")


def test_keys_show_tick_and_go_on(later, url, browser_name, folder):
    page = begin(later, url, "http", folder)
    expect(card(page)).to_be_focused()
    page.keyboard.press("1")
    expect(card(page).locator(".recall-reveal")).not_to_have_attribute("open", "")
    page.keyboard.press("Space")
    page.keyboard.press("2")
    box = card(page).get_by_role("checkbox", name="The third concept")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    page.keyboard.press("9")
    page.keyboard.press("Tab")
    for _ in range(3):
        if page.evaluate("document.activeElement.dataset.recallDo") != "next":
            page.keyboard.press("Tab")
    expect(button(review(page), "Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(review(page)).to_contain_text("0 of 1 right")


def test_what_was_written_is_text_and_an_empty_field_shows_nothing(later, url, folder):
    page = later()
    page.goto(url("http", "deep/rich.html", folder))
    prompt = page.locator('[id="recall-rich-explain"]')
    prompt.get_by_label("Your explanation").fill("<b>bold</b>\n  and more")
    button(prompt, "Show model answer").click()
    prompt.get_by_role("checkbox").nth(0).check()
    page.close()
    page = later(1)
    page.goto(url("http", REVIEW, folder))
    written = card(page).locator("blockquote")
    assert written.inner_text() == "<b>bold</b>\n  and more"
    page.evaluate("localStorage.removeItem('recall:small:d:rich-explain')")
    page.reload()
    expect(card(page)).to_contain_text("You had 1 of 3.")
    expect(card(page).locator("blockquote")).to_have_count(0)
