"""A phone: what sticks to the lower edge covers neither the head of a set nor what is said, and circles have room."""

from datetime import datetime
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from harness.reader import block

pytestmark = pytest.mark.quick("chromium")

TOPIC = "topics/fine-tuning.html"
PRACTICE = "fine-tuning-practice"


def edges(part: Locator) -> dict[str, float]:
    return part.evaluate("element => element.getBoundingClientRect().toJSON()")


@pytest.fixture
def phone(open_page, url):
    page = open_page(width=360, height=640)
    page.goto(url("file", TOPIC))
    return page


def test_the_foot_does_not_cover_what_is_said(phone):
    practice = block(phone, PRACTICE)
    item = practice.locator(".recall-items > :visible")
    item.get_by_role("radio").first.check()
    check = item.get_by_role("button", name="Check answer")
    check.evaluate("element => scrollTo(0, scrollY + element.getBoundingClientRect().bottom - innerHeight + 75)")
    check.press("Enter")
    status = item.get_by_role("status")
    expect(status).not_to_be_empty()
    assert edges(status)["bottom"] <= edges(practice.locator(".recall-foot"))["top"]


def test_the_head_of_a_set_is_seen_as_it_scrolls_in(phone):
    practice = block(phone, PRACTICE)
    practice.evaluate("element => scrollTo(0, scrollY + element.getBoundingClientRect().top - innerHeight + 100)")
    count = edges(practice.locator(".recall-count"))
    at = [(count["left"] + count["right"]) / 2, (count["top"] + count["bottom"]) / 2]
    assert phone.evaluate("([x, y]) => document.elementFromPoint(x, y).className", at) == "recall-count"


LINES = """status => {
    const range = document.createRange();
    range.selectNodeContents(status.lastChild);
    return range.getClientRects().length;
}"""


def test_a_rated_card_says_when_it_comes_back_on_one_line(open_page, url):
    page = open_page(width=320, height=640)
    days = {datetime(2026, 11, 22, 12): "on 25 Nov", datetime(2026, 12, 30, 12): "on 2 Jan 2027"}
    for at, (day, told) in enumerate(days.items()):
        page.clock.set_fixed_time(day)
        page.goto(url("file", TOPIC))
        card = page.locator("recall-card").nth(at)
        card.get_by_text("Show answer").click()
        card.get_by_role("button", name="Good").click()
        status = card.get_by_role("status")
        expect(status).to_have_text(f"Good, back {told}")
        assert status.evaluate(LINES) == 1


def test_circles_of_all_questions_have_room(phone):
    checks = block(phone, "fine-tuning-checks")
    checks.get_by_role("button", name="All questions").click()
    circles = checks.locator(".recall-head .recall-circles button")
    places = circles.evaluate_all("all => all.map(each => each.getBoundingClientRect().toJSON())")
    assert len(places) > 6
    rows = {place["top"] for place in places}
    for top in rows:
        row = [place for place in places if place["top"] == top]
        assert all(second["left"] - first["right"] >= 12 for first, second in pairwise(row))
