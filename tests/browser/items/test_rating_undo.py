"""A rating in a lesson or a practice that was a slip: Undo takes it back, and what the card says then is true."""

import re

import pytest
from playwright.sync_api import expect

from harness.reader import block, button
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

CARD = "/// card | {id} beginner\n\nWhat is {id}?\n\n**Answer:** That.\n\n///\n"
PAGE = (
    "# Cards\n\n"
    + "\n".join(CARD.format(id=id) for id in ("one", "two"))
    + "\n## Set\n\n//// practice | the-set\n\n"
    + "\n".join(CARD.format(id=id) for id in ("three", "four"))
    + "\n////\n"
)


@pytest.fixture
def folder(shared_site):
    return shared_site({"index.md": PAGE}, theme=PLAIN, plugins=[{"recall": {"site_id": "small"}}])


def open_card(page, id):
    card = block(page, id)
    card.get_by_text("Show answer").click()
    return card


@pytest.mark.quick("chromium http", "firefox file")
def test_a_slip_is_taken_back(page, url, kind, folder):
    page.goto(url(kind, "index.html", folder))
    card = open_card(page, "one")
    expect(button(card, "Undo")).to_have_count(0)
    expect(button(card, "Good")).to_contain_text("in 3 days")
    button(card, "Again").click()
    expect(card.get_by_role("status")).to_have_text("Again, back tomorrow")
    expect(button(card, "Good")).to_contain_text("tomorrow")
    button(card, "Good").click()
    expect(card.get_by_role("status")).to_have_text("Due tomorrow. The first rating of a day counts.")
    button(card, "Undo").click()
    expect(card.get_by_role("status")).to_have_text("Again, back tomorrow")
    expect(button(card, "Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_be_empty()
    expect(button(card, "Undo")).to_have_count(0)
    expect(button(card, re.compile("^Again"))).to_be_focused()
    expect(button(card, "Good")).to_contain_text("in 3 days")
    button(card, "Good").click()
    expect(card.get_by_role("status")).to_have_text(re.compile("^Good, back on"))
    expect(page.get_by_text("1 of 2 recalled")).to_be_visible()
    button(card, "Undo").click()
    expect(page.get_by_text("0 of 2 recalled")).to_be_visible()


def test_a_rating_of_an_earlier_visit_is_not_offered(page, url, folder):
    page.goto(url("http", "index.html", folder))
    button(open_card(page, "one"), "Good").click()
    page.reload()
    card = open_card(page, "one")
    expect(card.get_by_role("status")).to_have_text(re.compile("^Good, back on"))
    expect(button(card, "Undo")).to_have_count(0)
    button(card, "Again").click()
    button(card, "Undo").click()
    expect(card.get_by_role("status")).to_have_text(re.compile("^Good, back on"))


def test_a_practice_follows(page, url, folder):
    page.goto(url("http", "index.html", folder))
    card = open_card(page, "three")
    button(card, "Good").click()
    circle = block(page, "the-set").locator(".recall-circles button").first
    expect(circle).to_have_attribute("data-recall-state", "right")
    button(card, "Undo").click()
    expect(circle).not_to_have_attribute("data-recall-state", "right")


def test_undo_moves_nothing_that_was_there(open_context, url, folder):
    page = open_context("chromium", width=360, height=800).new_page()
    page.goto(url("http", "index.html", folder))
    card = open_card(page, "one")
    before = [button(card, name).bounding_box() for name in ("Again", "Good")]
    button(card, "Good").click()
    expect(button(card, "Undo")).to_be_visible()
    assert [button(card, re.compile(name)).bounding_box() for name in ("Again", "Good")] == before
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
