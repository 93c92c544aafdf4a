"""Pages that restrict what scripts may do: Trusted Types, a sandboxed frame, and several pages on one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.lesson import EXPLAIN, question
from harness.reader import block, button

pytestmark = pytest.mark.quick("chromium")

TEMPLATE = (
    "<!doctype html><html><head><title>Page</title>{policy}</head><body><main>{{{{ page.content }}}}</main></body>"
)
TRUSTED = "<meta http-equiv='Content-Security-Policy' content=\"require-trusted-types-for 'script'{more}\">"
PAGES = {
    "index.md": f"# Home\n\n{question('q1')}\n\n{question('q2')}\n\n{EXPLAIN}",
    "test.md": "//// test | wide draw=2 mix=2,0,0 from=index.md\n\n////\n",
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
}


@pytest.fixture
def make(small_site, tmp_path) -> Callable[[str], Path]:
    """A function that builds a site whose theme has nothing of its own that a policy could break."""

    def built(policy: str) -> Path:
        (tmp_path / "main.html").write_text(TEMPLATE.format(policy=policy), encoding="utf-8")
        theme = {"name": None, "custom_dir": str(tmp_path)}
        return small_site(PAGES, theme=theme, plugins=[{"recall": {"site_id": "small"}}])

    return built


@pytest.mark.parametrize("more", [pytest.param("", marks=pytest.mark.long), "; trusted-types recall"])
def test_everything_is_there_under_trusted_types(page: Page, url, make, more):
    site = make(TRUSTED.format(more=more))
    page.goto(url("http", "index.html", site))
    block(page, "q1").get_by_role("radio").last.check()
    button(block(page, "q1"), "Check answer").click()
    expect(block(page, "q1").get_by_text("Not yet")).to_be_visible()
    page.goto(url("http", "progress.html", site))
    expect(page.locator("recall-progress").get_by_role("link", name="Home").first).to_be_visible()
    page.goto(url("http", "test.html", site))
    button(page.locator("recall-test"), "Start test").click()
    expect(page.locator("recall-test").get_by_role("radio").first).to_be_visible()


def test_a_page_that_allows_no_policy_says_that_nothing_could_be_loaded(chromium_page: Page, url, watch, make):
    watch.allow("TrustedScriptURL|trusted-types|Trusted Type")
    site = make(TRUSTED.format(more="; trusted-types none"))
    chromium_page.goto(url("http", "progress.html", site))
    expect(chromium_page.locator("recall-progress p.recall-told")).to_contain_text("could not be loaded")


def test_a_page_that_allows_no_policy_answers_saves_restores_and_prints(chromium_page: Page, url, make):
    page = chromium_page
    site = make(TRUSTED.format(more="; trusted-types none"))
    page.goto(url("http", "index.html", site))
    item = block(page, "q1")
    item.get_by_role("radio").last.check()
    button(item, "Check answer").click()
    expect(item.get_by_text("Not yet")).to_be_visible()
    button(block(page, "q2"), "Show answer").click()
    status = block(page, "q2").get_by_role("status")
    expect(status).to_contain_text("tomorrow")
    expect(page.get_by_role("button", name="Print worksheet")).to_be_visible()
    item.locator("details.recall-menu > summary").click()
    expect(item.get_by_role("link", name="Link")).to_be_visible()
    page.reload()
    expect(item.get_by_text("Not yet")).to_be_visible()
    expect(status).to_contain_text("tomorrow")


@pytest.mark.quick("chromium", "firefox")
def test_an_answer_is_checked_in_a_frame_that_allows_no_forms(page: Page, url, watch, make):
    site = make("")
    (site / "frame.html").write_text(
        "<!doctype html><title>Frame</title><iframe sandbox='allow-scripts allow-same-origin' src='index.html'"
        " width='900' height='800'></iframe>",
        encoding="utf-8",
    )
    page.goto(url("http", "frame.html", site))
    inside = page.frame_locator("iframe")
    item = inside.locator("#recall-q1")
    item.get_by_role("radio").last.check()
    item.get_by_role("button", name="Check answer").click()
    expect(item.get_by_text("Not yet")).to_be_visible()
    item.get_by_role("button", name="Try again").press("Enter")
    item.get_by_role("radio").first.check()
    item.get_by_role("radio").first.press("Enter")
    expect(item.get_by_text("Correct", exact=True)).to_be_visible()


def test_questions_are_numbered_anew_where_several_pages_are_on_one(chromium_page: Page, url, make):
    site = make("")
    chromium_page.goto(url("http", "index.html", site))
    chromium_page.wait_for_function("globalThis.recallParts.here.tools")
    stems = chromium_page.locator(".recall-item [data-recall-number]")
    stems.evaluate_all("found => found.forEach((stem) => (stem.dataset.recallNumber = '1.'))")
    chromium_page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert stems.evaluate_all("found => found.map((stem) => stem.dataset.recallNumber)") == ["1.", "2.", "3."]
