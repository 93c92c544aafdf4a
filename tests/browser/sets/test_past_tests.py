"""Finished tests stay: a list below the test, each result again, and no test in progress lost without a word."""

import re
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from harness.reader import block, button, shown, take_test
from harness.review_site import LATER

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} {level} objective=topic

What is asked as {id}?

- [x] The key of {id}
  > Because it is {id}.
- [ ] The distractor of {id}
  > Because it is not {id}.

///
"""
TEST = "index.html"
DAY = LATER.replace("DAYS", "1")


def bank(ids: list[str]) -> str:
    return "\n".join(QUESTION.format(id=id, level="easy") for id in ids)


def pages(ids: list[str]) -> dict[str, str]:
    lesson = "# Lesson\n\n## The section\n\n" + QUESTION.format(id="lesson", level="easy")
    test = f"# Test\n\n//// test | final draw=8 mix=8,0,0 learn=lesson.md\n\n{bank(ids)}\n////\n"
    return {"index.md": test, "lesson.md": lesson}


IDS = [f"q{number:02}" for number in range(16)]


@pytest.fixture
def past_site(build) -> Path:
    return build(pages(IDS))


def final(page: Page) -> Locator:
    return block(page, "final")


def past(page: Page) -> Locator:
    return final(page).locator(".recall-past")


def rows(page: Page) -> Locator:
    return past(page).get_by_role("listitem")


def take(page: Page, *, wrong: int = 0, skipped: int = 0, by: str = "Start test") -> None:
    button(final(page), by).click()
    take_test(final(page), wrong=wrong, skipped=skipped)
    if skipped:
        button(final(page), "Finish test").click()
    expect(final(page).locator(".recall-end .recall-title").first).to_be_focused()


def next_day(page: Page) -> None:
    page.add_init_script(DAY)
    page.reload()


def test_a_result_is_there_again_after_a_retry_and_after_a_new_test(page, url, way, past_site):
    page.goto(url(way, TEST, past_site))
    expect(past(page)).to_have_count(0)
    take(page, wrong=4)
    result = final(page).locator(".recall-end")
    expect(rows(page)).to_have_count(1)
    expect(rows(page).first).to_contain_text(re.compile(r"4 of 8\s+Weak for now\s+See result"))
    button(final(page), "Retry the 4 you missed").click()
    expect(rows(page)).to_have_count(1)
    take_test(final(page))
    expect(result.get_by_text("Set finished")).to_be_visible()
    button(result, "See result").click()
    expect(result.get_by_text("Weak for now")).to_be_visible()
    expect(result.get_by_role("link", name="The section")).to_be_visible()
    expect(result.get_by_role("img", name=re.compile("^Likely score"))).to_be_visible()
    page.reload()
    expect(result.get_by_text("Weak for now")).to_be_visible()
    take(page, by="New test")
    expect(result.get_by_text("Strong", exact=True)).to_be_visible()
    expect(rows(page)).to_have_count(2)
    expect(rows(page).first).to_contain_text("8 of 8")
    rows(page).last.get_by_role("link", name="See result").click()
    expect(result.locator(".recall-title").first).to_be_focused()
    expect(result).to_contain_text("4 of 8")
    question = result.locator("details.recall-question").last
    question.locator("summary").first.click()
    expect(question.get_by_text("Your choice: not correct")).to_be_visible()
    expect(question.get_by_text("Why each option")).to_be_visible()


def test_secure_is_said_when_it_is_reached_and_a_chart_shows_the_tests(page, url, past_site):
    page.goto(url("http", TEST, past_site))
    take(page, wrong=3)
    expect(past(page).get_by_role("img")).to_have_count(0)
    for title in ("Strong", "Strong: now secure"):
        next_day(page)
        take(page, by="New test")
        expect(final(page).locator(".recall-end h2")).to_have_text(title)
    words = rows(page).locator(".recall-word").all_inner_texts()
    assert words == ["Strong: now secure", "Strong", "Getting there"]
    chart = past(page).get_by_role("img")
    told = chart.get_attribute("aria-label") or ""
    assert told.startswith("Past tests, aiming for 70%.")
    assert re.search(r"5 of 8, Getting there, likely between \d+% and \d+%\. .*: 8 of 8, Strong, .*now secure", told)
    expect(chart.locator("circle")).to_have_count(3)


def test_another_form_asks_before_it_discards_the_test_under_way(page, url, past_site):
    page.goto(url("http", TEST, past_site))
    button(final(page), "Start test").click()
    shown(final(page)).get_by_role("radio").first.check()
    button(final(page), "Next").click()
    shown(final(page)).get_by_role("radio").first.check()
    kept = "JSON.parse(localStorage.getItem('recall:small-site:t:final')).seed"
    seed = page.evaluate(kept)
    page.goto("about:blank")
    page.goto(url("http", TEST, past_site) + "#seed=7f3a2c")
    start = final(page).locator(".recall-start")
    expect(start).to_contain_text("2 of 8 answered")
    expect(button(start, "Start test")).to_have_count(0)
    button(start, "New test").press("Enter")
    question = start.get_by_role("group", name="Your current test has 2 of 8 questions answered.")
    expect(button(question, "Continue test")).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(button(start, "New test")).to_be_focused()
    button(start, "New test").press("Enter")
    page.keyboard.press("Enter")
    expect(final(page).get_by_text("2 of 8", exact=True)).to_be_visible()
    assert page.evaluate(kept) == seed
    expect(page).to_have_url(re.compile(f"#seed={seed}$"))
    page.evaluate("location.hash = '#seed=7f3a2c'")
    button(start, "New test").click()
    button(question, "Discard and start").click()
    expect(final(page).get_by_text("1 of 8", exact=True)).to_be_visible()
    assert page.evaluate(kept) == "7f3a2c"
    expect(shown(final(page)).locator(".recall-stem")).to_be_focused()


def test_a_past_result_leads_back_to_the_test_under_way(page, url, past_site):
    page.goto(url("http", TEST, past_site))
    take(page, wrong=2)
    next_day(page)
    button(final(page), "New test").click()
    shown(final(page)).get_by_role("radio").first.check()
    rows(page).first.get_by_role("link", name="See result").click()
    result = final(page).locator(".recall-end")
    expect(result).to_contain_text("6 of 8")
    for name in ("New test", "Retry the 2 you missed", "Reset this test"):
        expect(button(result, name)).to_have_count(0)
    expect(result).to_contain_text("1 of 8 answered")
    expect(rows(page).first.get_by_role("link")).to_have_attribute("aria-current", "true")
    page.reload()
    expect(result).to_contain_text("6 of 8")
    button(result, "Continue test").click()
    expect(final(page).get_by_text("1 of 8", exact=True)).to_be_visible()
    expect(shown(final(page)).get_by_role("radio", checked=True)).to_have_count(1)


def test_what_is_unanswered_is_told_apart_and_flags_are_shown_also_later(page, url, past_site):
    page.goto(url("http", TEST, past_site))
    button(final(page), "Start test").click()
    button(final(page), "Flag").click()
    take_test(final(page), wrong=2, skipped=1)
    button(final(page), "Finish test").click()
    result = final(page).locator(".recall-end")
    for _ in range(2):
        expect(result).to_contain_text("1 question was unanswered. It counts as missed.")
        expect(button(result, "Question 1, correct, flagged")).to_be_visible()
        expect(button(result, "Question 7, missed")).to_be_visible()
        expect(button(result, "Question 8, unanswered")).to_be_visible()
        states = result.locator(".recall-row-state").all_inner_texts()
        assert states == ["Correct, flagged", *["Correct"] * 4, "Missed", "Missed", "Unanswered"]
        next_day(page)
        if button(result, "New test").is_visible():
            take(page, by="New test")
        rows(page).last.get_by_role("link", name="See result").click()


def test_what_was_changed_or_removed_since_is_said(page, url, build, past_site):
    page.goto(url("http", TEST, past_site))
    take(page, wrong=1)
    stored = page.evaluate("JSON.stringify(Object.entries(localStorage))")
    changed, *removed = page.evaluate("JSON.parse(localStorage.getItem('recall:small-site:t:final')).items")[:3]
    later = pages([id for id in IDS if id not in removed])
    later["index.md"] = later["index.md"].replace(f"of {changed}", "of it")
    page.goto(url("http", TEST, build(later)))
    page.evaluate("all => { for (const [key, value] of JSON.parse(all)) localStorage.setItem(key, value) }", stored)
    page.reload()
    result = final(page).locator(".recall-end")
    expect(result).to_contain_text("7 of 8")
    expect(result.get_by_text("Too few to say")).to_be_visible()
    expect(result).to_contain_text("Left out of the verdict: 1 question that has changed since you answered.")
    expect(result).to_contain_text("Left out of the verdict: 2 questions that were removed since you answered.")
    expect(result.locator(".recall-gone")).to_contain_text("2 questions were removed from this test since.")
    expect(result.locator("details.recall-question")).to_have_count(6)
    expect(rows(page)).to_contain_text(re.compile(r"7 of 8\s+Too few to say"))


def test_a_reset_test_is_no_past_test(page, url, past_site):
    page.goto(url("http", TEST, past_site))
    take(page)
    expect(rows(page)).to_have_count(1)
    button(final(page), "Reset this test").click()
    button(final(page), "Reset").click()
    expect(past(page)).to_have_count(0)
    expect(button(final(page), "Start test")).to_be_visible()


def send_late(route: Route) -> None:
    sleep(0.3)
    route.continue_()


def test_the_list_has_its_room_before_it_comes_and_fits_a_phone(open_context, url, past_site, axe):
    page = open_context("chromium", width=320, height=2400).new_page()
    page.goto(url("http", TEST, past_site))
    for _ in range(2):
        take(page, wrong=3, by="New test" if past(page).count() else "Start test")
        next_day(page)
    expect(rows(page)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.add_init_script("""new PerformanceObserver((list) => {
        window.moved = (window.moved ?? 0) + list.getEntries().reduce((sum, {value}) => sum + value, 0);
    }).observe({ type: "layout-shift", buffered: true })""")
    page.route("**/*-later.*.css", send_late)
    page.reload()
    expect(rows(page)).to_have_count(2)
    expect(page.locator("html:not([data-recall-pending])")).to_be_attached()
    assert page.evaluate("window.moved ?? 0") < 0.02
    assert axe(page) == []
