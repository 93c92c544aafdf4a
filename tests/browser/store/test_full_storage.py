"""A storage that is full to the brim: said at each answer, exported whole, and equal once it is imported again."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.lesson import check, hub_of, lesson, question, store_of
from harness.reader import block, button
from harness.themes import PLAIN

FILL = """site => {
    const entry = (item, number) => ({
        id: `${item}x${number}`.padStart(10, "0"), time: 1795348800000 + number, kind: "attempt", outcome: "wrong",
        options: ["2747b7c7"], context: "test", session: `7f3a2c-${"0a42".repeat(60)}.mf3k1.${"t".repeat(40)}`,
        help: ["hint"], rev: "f7e99a31",
    });
    const put = (name, from, entries) => {
        const log = Array.from({length: entries}, (_, number) => entry(from, number));
        localStorage.setItem(`recall:${site}:i:${name}`, JSON.stringify({v: 1, log}));
    };
    localStorage.setItem("reserve", "x".repeat(2000));
    let item = 0;
    for (let entries = 600; entries >= 1; entries = Math.floor(entries / 2)) {
        try { for (;;) put(`filler-${item}`, item, entries), item += 1; } catch {}
    }
    for (let size = 512; size >= 1; size /= 2) {
        try { for (;;) localStorage.setItem(`rest${Math.random()}`, "x".repeat(size)); } catch {}
    }
    return localStorage.length;
}"""
"""Logs of one site up to the last entry that fits, and the rest up to the last character.

What another site has reserved is where the answers that find no room fit once all is cleared."""

KEPT = """() => Object.fromEntries(Object.keys(localStorage).filter((key) => key.startsWith("recall:brim:"))
    .map((key) => [key.slice(12), JSON.parse(localStorage.getItem(key))]))"""

CATCH = """() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => ((window.exported = blob.text()), make.call(URL, blob));
}"""


@pytest.fixture
def folder(shared_site):
    pages = {
        "index.md": "# Home\n\n/// progress\n\n///\n",
        "lesson.md": lesson(question("q1"), question("q2"), question("q3")),
    }
    return shared_site(pages, theme=PLAIN, plugins=[{"recall": {"site_id": "brim"}}])


def notice(page: Page, id: str) -> Locator:
    return block(page, id).get_by_role("alert")


def exported(page: Page, press: Locator) -> str:
    page.evaluate(CATCH)
    press.click()
    return page.evaluate("() => window.exported")


def storage_of(page: Page):
    """Where the records are, the hub's storage once it has opened."""
    if page.url.startswith("file:") and "Firefox" in page.evaluate("navigator.userAgent"):
        hub_of(page).wait_for_function("() => document.readyState === 'complete'")
    return store_of(page)


@pytest.mark.not_in_webkit("nothing can choose a file for it")
@pytest.mark.long
def test_a_full_storage_is_exported_cleared_and_imported_to_the_last_entry(page, kind, url, folder, tmp_path):
    """Firefox from disk has the longest way, over the hub."""
    page.goto(url(kind, "lesson.html", folder))
    storage_of(page).evaluate(FILL, "brim")
    page.reload()
    for id in ("q1", "q2"):
        check(page, id, "That one")
        expect(notice(page, id)).to_contain_text("There is no space left to save your progress.")
    stored = storage_of(page).evaluate(KEPT)
    assert sum(len(record["log"]) for record in stored.values()) > 5000
    text = exported(page, button(notice(page, "q2"), "Export progress"))
    records = json.loads(text)["records"]["i"]
    assert {"q1", "q2"} < records.keys()
    logs = {key.removeprefix("i:"): record["log"] for key, record in stored.items() if key.startswith("i:")}
    assert {name: record["log"] for name, record in records.items() if name in logs and name[0] == "f"} == {
        name: log for name, log in logs.items() if name[0] == "f"
    }

    page.goto(url(kind, "index.html", folder))
    health = page.locator(".recall-health")
    expect(health.get_by_text("There is no space left to save your progress.")).to_be_visible()
    page.evaluate("() => localStorage.clear()")
    storage_of(page).evaluate("() => localStorage.clear()")
    page.reload()
    expect(health.get_by_text("There is no space left to save your progress.")).to_have_count(0)
    file = tmp_path / "progress.json"
    file.write_text(text, encoding="utf-8")
    page.locator('recall-progress input[type="file"]').set_input_files(file)
    expect(page.locator("recall-progress").get_by_role("status")).to_contain_text("Imported ", timeout=60_000)
    again = json.loads(exported(page, button(page, "Export progress")))["records"]["i"]
    assert again == records
    page.goto(url(kind, "lesson.html", folder))
    for id in ("q1", "q2"):
        expect(block(page, id).get_by_role("status")).to_contain_text("Not yet")
