"""A clock that was ahead: what is answered and reset after it was corrected wins, also after a reload."""

import pytest
from playwright.sync_api import expect

from harness.lesson import LESSON, check, rate, store_of, stored, verdict
from harness.reader import block, button

AHEAD = "const now = Date.now; Date.now = () => now() + Number(window.name || 0);"
YEARS = "window.name = String(10 * 365 * 24 * 3600 * 1000)"


@pytest.mark.quick("chromium")
def test_later_answers_and_resets_win_over_a_clock_that_was_ahead(page, url, way, folder):
    page.add_init_script(AHEAD)
    page.goto(url(way, LESSON, folder))
    page.evaluate(YEARS)
    for id in ("q1", "q2"):
        check(page, id, "That one")
        expect(verdict(page, id)).to_contain_text("Not yet")
    rate(page, "c1")
    page.evaluate("window.name = ''")
    page.reload()
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct")
    block(page, "q2").locator("summary[aria-label=More]").click()
    button(block(page, "q2"), "Reset").click()
    expect(verdict(page, "q2")).to_contain_text("no longer count")
    page.reload()
    expect(verdict(page, "q1")).to_contain_text("Correct")
    expect(verdict(page, "c1")).to_contain_text("Good")
    expect(verdict(page, "q2")).to_be_empty()
    store_of(page).wait_for_function("() => (localStorage.getItem(`recall:small-site:i:q1`) ?? ``).includes(`clock`)")
    times = [entry["time"] for entry in stored(page, "i:q1")["log"]]
    assert times == sorted(times)
    assert "clock" in stored(page, "i:q1")["log"][-1]
