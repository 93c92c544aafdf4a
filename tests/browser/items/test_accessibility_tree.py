"""Each state of each widget for every reader: that it is there, its width, what axe finds, what readers hear of it.

What they hear is compared with files that people have read.

The files are tests/spec/golden/accessibility/PAGE.txt. After a change that you mean, rewrite them and read the diff:

    UPDATE_GOLDEN=1 pytest tests/browser/items/test_accessibility_tree.py
    git diff tests/spec/golden/accessibility
"""

import difflib
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.accessibility import controls
from items.state_pages import CHECKS, PAGES, open_states
from paths import SPEC

GOLDEN = SPEC / "golden" / "accessibility"
CLOCK = """(() => {
    const now = Date.UTC(2026, 10, 24, 12);
    Date = class extends Date {
        constructor(...given) { given.length > 0 ? super(...given) : super(now); }
        static now() { return now; }
    };
})();"""
"""Sentences such as "back on 25 Nov" depend on the day. Playwright's own clock would slow the page's timers down."""
QUIET = "() => new Promise((done) => setTimeout(done, 200))"
"""A status region that says the same again is empty for a moment. Timers of a page go off in their order."""


OURS = (
    ".recall-item, .recall-set, .recall-sheet, .recall-ways, recall-today, .recall-error, .recall-print, .recall-goals,"
    " .recall-map, recall-review"
)


def open_on_the_day(page: Page, address: str) -> None:
    page.add_init_script(CLOCK)
    open_states(page, address)
    page.evaluate(QUIET)


@pytest.mark.parametrize("name", PAGES)
def test_each_state_is_there_with_its_controls_and_fits_and_passes_axe(open_context, url, axe, name):
    page = open_context("chromium", timezone_id="UTC", locale="en-US").new_page()
    open_on_the_day(page, url("http", f"reference/{name}.html"))
    compare(controls(page), GOLDEN / f"{name}.txt")
    if name in CHECKS:
        CHECKS[name](page)
    for width in (768, 360, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 900})
    assert axe(page, OURS) == []


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_each_state_passes_axe_in_the_dark(open_context, url, axe, name):
    page = open_context("chromium").new_page()
    open_on_the_day(page, url("http", f"reference/{name}.html"))
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert axe(page, OURS) == []


def compare(made: str, file: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, "utf-8")
    wanted = file.read_text("utf-8")
    if made != wanted:
        changes = difflib.unified_diff(wanted.splitlines(), made.splitlines(), file.name, "now", lineterm="")
        pytest.fail("\n".join(changes), pytrace=False)
