"""The harness does what its docstrings say: what passes because nothing was checked is worth nothing."""

import pytest
from playwright.sync_api import expect

from harness import plain

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
<h1>A page</h1><p id="script">off</p>
<details><summary>More</summary>Opened</details>
<button type="button" onclick="localStorage.setItem('kept', 'yes')">Keep</button>
<a href="sub/other.html">Other</a>
<script>document.getElementById("script").textContent = "on"</script>
"""


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "site"
    (folder / "sub").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "sub" / "other.html").write_text(PAGE, encoding="utf-8")
    return folder


def kept(page):
    return page.evaluate("localStorage.getItem('kept')")


@pytest.mark.quick("firefox file")
def test_firefox_keeps_the_storage_of_each_file_apart(page, pages, url, kind, browser_name):
    """With automation's recommended preferences this would be shared, and tests from disk would prove nothing."""
    page.goto(url(kind, "index.html", pages))
    page.get_by_role("button", name="Keep").click()
    page.goto(url(kind, "sub/other.html", pages))
    apart = browser_name == "firefox" and kind == "file"
    assert kept(page) == (None if apart else "yes")
    page.goto(url(kind, "index.html", pages))
    assert kept(page) == "yes"


@pytest.mark.quick("chromium http")
def test_a_new_context_has_nothing_stored(open_page, pages, url, kind):
    first = open_page()
    first.goto(url(kind, "index.html", pages))
    first.get_by_role("button", name="Keep").click()
    second = open_page()
    second.goto(url(kind, "index.html", pages))
    assert kept(second) is None


@pytest.mark.quick("chromium")
def test_preferences(open_page, pages, url, browser_name):
    has_forced_colors = browser_name != "webkit"
    page = open_page(scheme="dark", reduced_motion=True, forced_colors=has_forced_colors)
    page.goto(url("file", "index.html", pages))
    features = ["prefers-color-scheme: dark", "prefers-reduced-motion: reduce"]
    for feature in [*features, *["forced-colors: active"] * has_forced_colors]:
        assert page.evaluate("feature => matchMedia(feature).matches", f"({feature})"), feature


@pytest.mark.not_in_webkit("without scripts nothing can look into its pages")
@pytest.mark.quick("chromium http")
def test_scripts_off(open_page, pages, url, kind):
    page = open_page(scripts=False)
    page.goto(url(kind, "index.html", pages))
    assert page.locator("#script").text_content() == "off"
    plain.click(page.get_by_text("More"))
    assert page.get_by_text("Opened").is_visible()


@pytest.mark.quick("chromium http")
def test_going_back(page, pages, url, kind):
    page.goto(url(kind, "index.html", pages))
    page.get_by_role("link", name="Other").click()
    page.wait_for_url("**/other.html")
    page.go_back()
    expect(page).to_have_url(url(kind, "index.html", pages))
    expect(page.get_by_role("link", name="Other")).to_be_visible()


@pytest.mark.quick("chromium")
def test_restart_keeps_the_profile(open_profile, pages, url):
    first = open_profile()
    page = first.new_page()
    page.goto(url("file", "index.html", pages))
    page.get_by_role("button", name="Keep").click()
    first.close()
    page = open_profile().new_page()
    page.goto(url("file", "index.html", pages))
    assert kept(page) == "yes"


def test_faults_are_seen(page, pages, url, watch):
    watch.allow(".")
    page.goto(url("http", "index.html", pages))
    page.evaluate("console.error('said')")
    page.evaluate("setTimeout(() => { throw new Error('thrown') })")
    page.evaluate("new Image().src = 'absent.png'")
    page.evaluate("new Image().src = 'http://elsewhere.invalid/a.png'")
    wanted = ("said", "thrown", "absent.png", "another host: http://elsewhere.invalid/a.png")
    expect(page.get_by_role("heading")).to_be_visible()
    while missing := [text for text in wanted if not any(text in fault for fault in watch.seen)]:
        with page.expect_event("requestfailed"):
            page.evaluate("new Image().src = 'http://elsewhere.invalid/' + Math.random()")
        assert len(watch.seen) < 50, missing


@pytest.mark.quick("chromium")
def test_axe_finds_a_button_without_a_name(page, pages, url, axe):
    page.goto(url("file", "index.html", pages))
    assert axe(page) == []
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<recall-card><button></button></recall-card>')")
    assert "button-name" in {violation.partition(":")[0] for violation in axe(page)}
