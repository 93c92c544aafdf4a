"""The course as a whole, as readers get it: from a sub-path or from disk, and from nowhere else."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import expect

from harness.browsers import SCHEMES
from mkdocs_recall.offline.from_disk import find_loads, find_style_loads

pytestmark = pytest.mark.quick("chromium")

TOPIC = "topics/fine-tuning.html"

EACH_SORT = ("index.html", "progress.html", "review.html", TOPIC, "topics/course-test.html", "reference/index.html")
"""A page of each sort: `make test-long` opens all of them."""


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ('<script src="https://cdn.example/x.js"></script>', 1),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', 1),
        ('<link rel="preconnect" href="https://cdn.example">', 1),
        ("<style>@import 'https://cdn.example/x.css'; p { background: url(//cdn.example/p.png) }</style>", 2),
        ('<p style="background: url(https://cdn.example/p.png)">', 1),
        ('<svg><use xlink:href="https://cdn.example/x.svg#a"/><image href="//cdn.example/x.png"/></svg>', 2),
        ('<a href="https://elsewhere.example">elsewhere</a><link rel="canonical" href="https://example.org/">', 0),
        ('<img src="near.png"><script>const url = "https://elsewhere.example"</script>', 0),
    ],
)
def test_the_scan_sees_loads_from_other_hosts(html, number):
    assert len(find_loads(html)) == number


def test_no_page_loads_from_another_host(site):
    pages = sorted(site.rglob("*.html"))
    found = {str(page.relative_to(site)): find_loads(page.read_text(encoding="utf-8")) for page in pages}
    assert len(found) > 2
    assert {page: loads for page, loads in found.items() if loads} == {}


def test_no_stylesheet_loads_from_another_host(site):
    sheets = sorted(site.rglob("*.css"))
    assert sheets
    assert [load for sheet in sheets for load in find_style_loads(sheet.read_text(encoding="utf-8"))] == []


def test_scripts_name_no_host_to_load_from(site):
    """Material's own script knows these; that no page makes it ask them is what the test of all pages shows."""
    content = ("search_index.js", "pages")  # which say what pages say, links included
    scripts = [script for script in site.rglob("*.js") if not set(content) & set(script.relative_to(site).parts)]
    hosts = {
        host
        for script in scripts
        for host in re.findall(r"""["'`](?:https?:)?//([\w.-]+\.\w+)/""", script.read_text(encoding="utf-8"))
    }
    assert hosts <= {"api.github.com", "gitlab.com", "unpkg.com", "www.w3.org"}


def open_all(page, url, paths, ways):
    """The watch fails the test at any error, missing file or request to another host."""
    for path, way in zip(paths, cycle(ways), strict=False):
        page.goto(url(way, path))
        expect(page.locator("h1")).to_be_visible()


def test_a_page_of_each_sort_opens_without_fault(page, url, way):
    open_all(page, url, EACH_SORT, (way,))


@pytest.mark.long
def test_every_page_opens_without_fault(page, site, url, browser_name):
    """Chromium reads the pages in turn over http and from disk, Firefox all of them from disk."""
    paths = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html"))]
    opened = [path for path in paths if path != "404.html" and not path.startswith("assets/")]
    open_all(page, url, opened, ("http", "file") if browser_name == "chromium" else ("file",))


@pytest.mark.quick("chromium http")
def test_search_finds_a_page(page, url, kind):
    page.goto(url(kind))
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("padding")
    result = page.get_by_role("link").filter(
        has=page.get_by_role("heading", name="Fine-tuning a Hugging Face model", exact=True)
    )
    expect(result.first).to_be_visible()
    result.first.click()
    expect(page).to_have_url(re.compile(re.escape(url(kind, TOPIC))))


@pytest.mark.quick("chromium file")
def test_the_theme_works_from_disk_too(page, url, kind):
    """Its parts wait for a signal that instant navigation takes away under file:// (overrides/ has the remedy)."""
    page.goto(url(kind, "reference/mcq.html"))
    copy = page.locator("main").get_by_role("button", name="Copy to clipboard")
    expect(copy.first).to_be_attached()


def test_instant_navigation_keeps_the_page(page, url):
    page.goto(url("http"))
    page.evaluate("window.kept = true")
    page.locator("recall-map").get_by_role("link", name="Fine-tuning").click()
    expect(page).to_have_url(re.compile(TOPIC))
    expect(page.get_by_role("heading", level=1, name="Fine-tuning a Hugging Face model")).to_be_visible()
    assert page.evaluate("window.kept")


def background(page, selector):
    return page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor")


PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(30, 33, 41)"}


@pytest.mark.parametrize(("browser_name", "scheme"), SCHEMES)
def test_the_system_chooses_the_scheme_and_the_reader_may_change_it(open_page, url, scheme):
    page = open_page(scheme=scheme)
    page.goto(url("file"))
    assert background(page, "header.md-header") == PAPER[scheme]
    other = "dark" if scheme == "light" else "light"
    page.get_by_title(f"Switch to {other} mode").click()
    expect(page.locator("header.md-header")).to_have_css("background-color", PAPER[other])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if other == "dark" else "default")


def test_absent_page_leads_back(page, url, watch):
    watch.allow(r"(status 404|console: .*404).*topics/absent\.html")
    response = page.goto(url("http", "topics/absent.html"))
    assert response.status == 404
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    link = page.get_by_role("link", name="go to the start page")
    link.click()
    expect(page).to_have_url(re.compile(r"/course/(index\.html)?$"))


@pytest.mark.parametrize("path", ["index.html", TOPIC])
def test_nothing_scrolls_sideways_on_a_phone(open_page, url, path):
    page = open_page(width=320, height=640)
    page.goto(url("file", path))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
