"""The end of a review: how it went, where the missed is taught, more than the cap; and what a reader leaves out."""

import re

import pytest
from playwright.sync_api import expect

from harness.review_site import CARD, button, card, log_of, rate, review
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} easy {settings}

Which one is {id}?

- [x] The key
  > Yes.
- [ ] The distractor
  > No.

///
"""


def question(id, settings=""):
    return QUESTION.format(id=id, settings=settings)


LESSON = f"""# Padding

## Why rows are padded

Text.

{question("checked", "objective=padding")}

## How to `truncate`

Text.

{CARD.format(id="carded")}
"""
TEST = f"""# Test of padding

//// test | padding-test draw=2 mix=2,0,0 learn=padding.md

{question("by-objective", "objective=padding")}
{question("by-section", "objective=padding taught=padding.md#how-to-truncate")}

////
"""
SITE = {
    "index.md": "# Home\n\n" + "\n".join(CARD.format(id=f"c{at}") for at in range(5)),
    "topics/padding.md": LESSON,
    "topics/padding-test.md": TEST,
    "review.md": "# Review\n\n/// review new=3\n\n///\n",
    "all.md": "# Everything\n\n/// review new=20 learn=topics/padding.md\n\n///\n",
}


@pytest.fixture
def folder(shared_site):
    return shared_site(SITE, theme=PLAIN, plugins=[{"recall": {"site_id": "small"}}])


def answer(page, name):
    while card(page).count():
        if card(page).get_by_role("radio").count():
            card(page).get_by_role("radio", name="The distractor" if name == "Again" else "The key").check()
            button(card(page), "Check answer").click()
            button(review(page), "Next").click()
        else:
            card(page).get_by_text("Show answer").click()
            button(card(page), name).click()
        page.wait_for_function("() => !document.querySelector('recall-review .recall-items > [inert]')")


def take_test(page):
    button(page, "Start test").click()
    for number in range(2):
        page.locator(".recall-items > :visible").get_by_role("radio", name="The distractor").check()
        button(page, "Finish test" if number else "Next").click()


@pytest.mark.quick("chromium http")
def test_what_was_missed_leads_to_the_section_of_the_lesson(later, url, kind, folder):
    page = later()
    page.goto(url(kind, "topics/padding.html", folder))
    rate(page, ["carded"])
    page.goto(url(kind, "topics/padding-test.html", folder))
    take_test(page)
    page.close()
    page = later(2)
    page.goto(url(kind, "all.html", folder))
    expect(review(page)).to_contain_text("1 of 3")
    place = review(page).locator(".recall-head").get_by_role("link")
    expect(place).to_have_text("Padding")
    assert "padding-test" not in (place.get_attribute("href") or "")
    answer(page, "Again")
    expect(review(page).get_by_role("heading", name="0 of 3 right")).to_be_visible()
    expect(review(page).get_by_role("heading", name="Missed")).to_be_visible()
    rows = {row.inner_text(): row.get_by_role("link") for row in review(page).locator(".recall-missed > li").all()}
    found = {name.split("\n")[0]: (link.inner_text(), link.get_attribute("href")) for name, link in rows.items()}
    assert {name: title for name, (title, _) in found.items()} == {
        "Which one is by-objective?": "Why rows are padded",
        "Which one is by-section?": "How to truncate",
        "What does carded ask?": "Padding",
    }
    assert (found["Which one is by-section?"][1] or "").endswith("/topics/padding.html#how-to-truncate")
    expect(review(page)).to_contain_text("3 come back tomorrow.")
    page.reload()
    expect(review(page)).to_contain_text("0 of 3 right")
    page.get_by_role("link", name="Back to the course").click()
    expect(page).to_have_url(re.compile(r"/topics/padding\.html$"))


def test_more_can_be_had_than_the_cap(later, url, folder):
    page = later()
    page.goto(url("http", "index.html", folder))
    rate(page, [f"c{at}" for at in range(5)])
    page.close()
    page = later(2)
    page.goto(url("http", "review.html", folder))
    expect(review(page)).to_contain_text("1 of 3")
    answer(page, "Good")
    expect(review(page)).to_contain_text("3 of 3 right")
    expect(review(page).get_by_role("heading", name="Missed")).to_have_count(0)
    expect(review(page)).to_contain_text("2 more are due today.")
    button(review(page), "2 more").click()
    expect(review(page)).to_contain_text("4 of 5")
    expect(card(page)).to_be_focused()
    answer(page, "Again")
    expect(review(page)).to_contain_text("3 of 5 right")
    expect(review(page)).to_contain_text("2 come back tomorrow, 3 on")
    expect(button(review(page), re.compile("more"))).to_have_count(0)


@pytest.mark.quick("chromium file")
def test_an_item_is_left_out_and_taken_back_in(later, url, kind, folder):
    page = later()
    page.goto(url(kind, "index.html", folder))
    rate(page, ["c0", "c1"])
    page.close()
    page = later(2)
    page.goto(url(kind, "review.html", folder))
    expect(review(page)).to_contain_text("1 of 2")
    first = card(page).get_attribute("data-recall-id") or ""
    expect(review(page).get_by_text("Suspended:")).to_be_hidden()
    button(review(page), "Suspend").click()
    expect(review(page)).to_contain_text("2 of 2")
    expect(card(page)).to_be_focused()
    expect(review(page).get_by_text("Suspended: 1")).to_be_visible()
    button(review(page), "Undo").click()
    expect(card(page)).to_have_attribute("data-recall-id", first)
    expect(review(page).get_by_text("Suspended: 1")).to_be_hidden()
    button(review(page), "Suspend").click()
    answer(page, "Good")
    expect(review(page)).to_contain_text("1 of 1 right")
    page.reload()
    expect(review(page)).to_contain_text("1 of 1 right")
    review(page).get_by_text("Suspended: 1").click()
    row = review(page).get_by_role("listitem").filter(has_text=f"What does {first} ask?")
    button(row, "Resume").click()
    expect(card(page)).to_have_attribute("data-recall-id", first)
    expect(review(page).get_by_text("Suspended:")).to_be_hidden()


def test_the_menu_of_an_item_leaves_it_out_too(later, url, folder):
    page = later()
    page.goto(url("http", "index.html", folder))
    menu = page.locator("#recall-c0").get_by_label("More")
    menu.click()
    expect(page.get_by_role("link", name="Link", exact=True)).to_be_visible()
    expect(button(page, "Suspend")).to_have_count(0)
    page.keyboard.press("Escape")
    rate(page, ["c0"])
    menu.click()
    button(page, "Suspend").click()
    expect(page.locator("#recall-c0").get_by_role("status")).to_have_text("Suspended. Your review leaves this out.")
    expect(menu).to_be_focused()
    assert [entry["kind"] for entry in log_of(page, "c0")] == ["rating", "suspend"]
    other = later(2)
    other.goto(url("http", "review.html", folder))
    expect(review(other)).to_contain_text("Nothing is due.")
    expect(review(other).get_by_text("Suspended: 1")).to_be_visible()
    other.close()
    menu.click()
    button(page, "Resume").click()
    expect(page.locator("#recall-c0").get_by_role("status")).to_have_text("Resumed. It comes back in your review.")
    other = later(2)
    other.goto(url("http", "review.html", folder))
    card(other).get_by_label("More").click()
    button(card(other), "Suspend").click()
    expect(review(other)).to_contain_text("Nothing is due.")


def test_what_another_tab_resumes_comes_up_at_the_end(later, url, folder):
    page = later(2)
    page.goto(url("http", "index.html", folder))
    rate(page, ["c0"])
    page.locator("#recall-c0").get_by_label("More").click()
    button(page, "Suspend").click()
    other = later(4)
    other.goto(url("http", "review.html", folder))
    expect(review(other).get_by_text("Suspended: 1")).to_be_visible()
    page.locator("#recall-c0").get_by_label("More").click()
    button(page, "Resume").click()
    expect(card(other)).to_contain_text("What does c0 ask?")
