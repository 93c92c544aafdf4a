"""The focus is seen wherever Tab takes it, on every page of the course: no header or foot that stays lies over it."""

import pytest
from playwright.sync_api import Page

from harness.accessibility import repeated
from paths import ROOT

HIDDEN = """() => {
    const element = document.activeElement;
    if (!element || !element.closest("article")) return null;
    const rects = [...element.getClientRects()].filter(({width, height}) => width > 0 && height > 0);
    const points = rects.flatMap(({left, top, width, height}) =>
        [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height])));
    const label = element.labels?.[0];
    const isSeen = ([x, y]) => {
        const top = document.elementFromPoint(x, y);
        if (!top || top.matches("html, body, main, article")) return false;
        return element.contains(top) || label?.contains(top) || top.contains(element);
    };
    const name = (element.innerText || element.ariaLabel || "").slice(0, 40);
    const over = points.map(([x, y]) => document.elementFromPoint(x, y)?.className)[4];
    const at = points[4]?.map(Math.round);
    const isSearching = points.some(([x, y]) => document.elementFromPoint(x, y)?.matches(".md-search__overlay"));
    return {said: `${element.tagName} ${name} at ${at} under ${over}`, isSeen: isSearching || points.some(isSeen)};
}"""
"""While the theme's search is open, and as it fades, it lies over the page, whatever has the focus."""
START = """() => {
    const title = document.querySelector("article h1");
    title.tabIndex = -1;
    title.focus();
    const end = document.createElement("a");
    [end.href, end.textContent] = ["#", "end"];
    document.querySelector("article").after(end);
}"""
"""Puts the focus on the title, and a link after all of it, from which to come back."""
SIZES = ((1280, 700), (360, 640))
NAMES = sorted(file.stem for file in (ROOT / "docs" / "topics").glob("*.md") if "///" in file.read_text("utf-8"))
TOPICS = [pytest.param(f"topics/{name}.html", id=name, marks=pytest.mark.long) for name in NAMES]
OTHERS = [pytest.param(f"{name}.html", id=name, marks=pytest.mark.long) for name in ("index", "review", "progress")]


def hidden_stops(page: Page, key: str) -> list[str]:
    """Go through the whole page and name the controls that have the focus and are not seen."""
    found, entered = [], False
    for _ in range(1500):
        page.keyboard.press(key)
        stop = page.evaluate(HIDDEN)
        if stop is None and entered:
            return found
        if stop is not None:
            entered = True
            if not stop["isSeen"]:
                found.append(stop["said"])
    raise AssertionError("Tab does not leave the page")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("path", [*TOPICS, *OTHERS])
def test_no_control_that_has_the_focus_is_hidden(open_context, url, path, width, height):
    page = open_context("chromium", width=width, height=height).new_page()
    page.goto(url("http", path))
    page.evaluate(START)
    assert hidden_stops(page, "Tab") == []
    assert hidden_stops(page, "Tab") == []
    assert hidden_stops(page, "Shift+Tab") == []


@pytest.mark.parametrize("path", TOPICS)
def test_controls_of_a_page_are_told_apart_by_name_and_description(open_context, url, path):
    page = open_context("chromium").new_page()
    page.goto(url("http", path))
    page.wait_for_function("globalThis.recallParts.here.tools")
    if page.locator("recall-test").count() > 0:
        page.get_by_role("button", name="Start test").first.click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert repeated(page) == []
