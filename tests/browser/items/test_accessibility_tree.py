"""What a screen reader is told of each state of each widget, against files that people have read.

The files are tests/spec/golden/accessibility/PAGE.txt. After a change that you mean, rewrite them and read the diff:

    UPDATE_GOLDEN=1 pytest tests/browser/items/test_accessibility_tree.py
    git diff tests/spec/golden/accessibility
"""

import difflib
import os

import pytest
from playwright.sync_api import expect

from harness.accessibility import controls
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


TYPED = ("states-fill", "states-number", "states-order", "states-match")
SETS = ("states-practice", "states-test", "states-results")
PAGES = ("states", "states-mcq", *TYPED, *SETS, "states-today", "states-review", "states-progress", "states-path")


@pytest.mark.parametrize("name", PAGES)
def test_controls_have_the_names_and_states_that_are_written_down(open_context, url, name):
    page = open_context("chromium", timezone_id="UTC", locale="en-US").new_page()
    page.add_init_script(CLOCK)
    page.goto(url("http", f"reference/{name}.html"))
    expect(page.locator("html")).to_have_attribute("data-states", "ready")
    page.evaluate(QUIET)
    made, file = controls(page), GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, "utf-8")
    wanted = file.read_text("utf-8")
    if made != wanted:
        changes = difflib.unified_diff(wanted.splitlines(), made.splitlines(), file.name, "now", lineterm="")
        pytest.fail("\n".join(changes), pytrace=False)
