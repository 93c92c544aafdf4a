"""What is due in the next days, tests over time, and reminders: on the progress page, and after a test."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.reader import button, take_test
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} easy objective={objective}

Which one is right, in {id}?

- [x] The key
  > Because it is.
- [ ] The distractor
  > Because it is not.

///
"""
LESSON = "# Lesson\n\n" + "\n".join(
    f"## Section {name}\n\n{QUESTION.format(id=f'lesson-{name}', objective=name)}" for name in ("one", "two")
)
BANK = "\n".join(QUESTION.format(id=f"bank-{at}", objective="one" if at < 30 else "two") for at in range(60))
PAGES = {
    "index.md": LESSON,
    "test.md": f"# Test\n\n//// test | exam draw=8 mix=8,0,0 learn=index.md\n\n{BANK}\n////\n",
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
    "review.md": "# Review\n\n/// review learn=index.md\n\n///\n",
}
SEED = """([site, logs, now]) => {
    for (const [id, entries] of Object.entries(logs)) {
        const log = entries.map(([days, fact], at) => ({
            id: `${id}-${at}`, time: now - days * 86400000, kind: "attempt", options: ["a"], context: "check",
            session: "s", help: [], rev: "", outcome: "right", ...fact,
        }));
        localStorage.setItem(`recall:${site}:i:${id}`, JSON.stringify({ v: 1, log }));
    }
}"""


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    plugins = [{"recall": {"site_id": "days"}}]
    return shared_site(PAGES, theme=PLAIN, site_name="Days, nights; and more", plugins=plugins)


def seed(page: Page, logs: dict[str, list[tuple[float, dict[str, object]]]]) -> None:
    """Store answers that are some days old, and open the page again."""
    page.evaluate(SEED.replace("now -", "Date.now() -").replace(", now]", "]"), ["days", logs])
    page.reload()


def progress(page: Page) -> Locator:
    return page.locator("recall-progress")


def month_old() -> dict[str, list[tuple[float, dict[str, object]]]]:
    return {f"bank-{at}": [(40, {})] for at in range(55)}


def test_what_is_due_is_said_drawn_and_put_into_a_calendar(page, url, way, folder, axe):
    page.goto(url(way, "progress.html", folder))
    expect(progress(page).get_by_text("No answers yet.")).to_be_visible()
    expect(progress(page).get_by_text("Due in the next 14 days")).to_have_count(0)
    wrong = {"outcome": "wrong"}
    seed(page, {**{f"bank-{at}": [(3, wrong)] for at in range(12)}, "lesson-one": [(1, {})]})
    expect(progress(page).get_by_role("heading", name="Due in the next 14 days")).to_be_visible()
    told = "10 today, 13 in all. Review takes about 4 minutes today. 2 more are waiting. "
    expect(progress(page).get_by_text(told + "Review asks at most 10 new ones a day.")).to_be_visible()
    days = re.compile(r"^Cards and questions due: 10 today, 2 on \d+ \w+, 1 on \d+ \w+\.$")
    chart = progress(page).get_by_role("img", name=days)
    expect(chart).to_be_visible()
    expect(chart.locator("rect")).to_have_count(3)
    expect(chart.locator("text")).to_have_count(17)
    assert way == "file" or axe(page, "recall-progress") == []
    with page.expect_download() as download:
        button(progress(page), "Calendar reminder").click()
    assert download.value.suggested_filename == "review-days.ics"
    text = Path(download.value.path()).read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\r\nUID:review-days@recall\r\n" in text
    assert "\r\nSUMMARY:Review: Days\\, nights\\; and more\r\n" in text
    assert "review.html\r\n" in text.replace("\r\n ", "")
    tomorrow = page.evaluate("new Date(Date.now() + 86400000).toLocaleDateString('sv').replaceAll('-', '')")
    assert f"\r\nDTSTART;VALUE=DATE:{tomorrow}\r\n" in text


def test_tests_are_listed_and_lead_to_their_results(page, url, way, folder):
    page.goto(url(way, "progress.html", folder))
    forms = [("aa.x1", 9, 5), ("bb.x2", 1, 1)]
    logs: dict[str, list[tuple[float, dict[str, object]]]] = {}
    for start, (session, days, wrong) in enumerate(forms):
        for at in range(8):
            fact = {"context": "test", "session": session, "outcome": "wrong" if at < wrong else "right"}
            logs[f"bank-{8 * start + at}"] = [(days, fact)]
    left_open = {"context": "test", "session": "cc.x3", "outcome": "wrong", "options": []}
    seed(
        page,
        {**logs, "bank-20": [(0.5, left_open)], "lesson-one": [(12, {})], "lesson-two": [(12, {"outcome": "wrong"})]},
    )
    past = progress(page).locator(".recall-past")
    expect(past.get_by_role("heading", name="Past tests", level=3)).to_be_visible()
    rows = past.get_by_role("listitem")
    expect(rows.first).to_contain_text(re.compile(r"0 of 1"))
    expect(rows.nth(1)).to_contain_text("7 of 8")
    expect(rows.nth(2)).to_contain_text("3 of 8")
    expect(past.get_by_role("img", name=re.compile("3 of 8.* 7 of 8"))).to_be_visible()
    link = rows.nth(1).get_by_role("link", name="See result")
    assert (link.get_attribute("href") or "").endswith("/test.html#result=bb.x2")
    counts = progress(page).get_by_text("18 of 62 answered, ")
    expect(counts).to_have_count(1)
    first = progress(page).locator(".recall-sections > li").first
    expect(first).to_contain_text("Section one")
    expect(first).to_contain_text("Lesson done")
    expect(progress(page).get_by_text(re.compile(r"^\d days, from \d+ \w+ to \d+ \w+\.$"))).to_be_visible()


def test_a_reminder_to_export_comes_after_a_month_and_goes_when_put_away(page, url, folder):
    page.goto(url("http", "progress.html", folder))
    reminder = progress(page).get_by_role("note")
    seed(page, {f"bank-{at}": [(40, {})] for at in range(49)})
    expect(progress(page).get_by_role("heading", name="Days studied")).to_be_visible()
    expect(reminder).to_have_count(0)
    seed(page, month_old())
    expect(reminder).to_contain_text("you have not exported them for a month")
    assert page.evaluate("document.querySelector('dialog[open]')") is None
    button(reminder, "Not now").press("Enter")
    expect(reminder).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")
    page.reload()
    expect(progress(page).get_by_role("heading", name="Days studied")).to_be_visible()
    expect(reminder).to_have_count(0)
    stored = json.loads(page.evaluate("localStorage.getItem('recall:days:export')"))
    assert stored["v"] == 1
    assert stored["exported"] == 0 < stored["hidden"]


def test_an_export_is_remembered_and_the_browser_is_asked_to_keep_what_is_stored(page, url, folder):
    page.add_init_script("""
        window.asked = 0;
        StorageManager.prototype.persist = () => { window.asked += 1; return new Promise(() => {}); };
    """)
    page.goto(url("http", "progress.html", folder))
    seed(page, month_old())
    reminder = progress(page).get_by_role("note")
    expect(reminder).to_be_visible()
    assert page.evaluate("window.asked") == 0
    with page.expect_download():
        button(progress(page), "Export progress").click()
    expect(reminder).to_have_count(0)
    assert page.evaluate("window.asked") == 1
    with page.expect_download():
        button(progress(page), "Export progress").click()
    assert page.evaluate("window.asked") == 1
    page.reload()
    expect(progress(page).get_by_role("heading", name="Days studied")).to_be_visible()
    expect(reminder).to_have_count(0)


def test_the_end_of_a_test_reminds_too(page, url, folder):
    page.goto(url("http", "test.html", folder))
    seed(page, month_old())
    test = page.locator("recall-test")
    button(test, "Start test").click()
    take_test(test)
    reminder = test.get_by_role("note")
    expect(reminder).to_contain_text("you have not exported them for a month")
    with page.expect_download():
        button(reminder, "Export progress").click()
    expect(reminder).to_have_count(0)
