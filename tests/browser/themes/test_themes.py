"""Our widgets in every theme, light and dark, and the theme's own elements beside them.

Each page "States" is looked at as it is, on a phone and, where the theme can be switched, after that was done while the
page is open.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builds import make_once
from themes.gallery import STATES, SYSTEM, TESTED, Theme, build_gallery

AUDIT = (Path(__file__).parent / "audit.js").read_text(encoding="utf-8")
OURS = (
    ".recall-item, .recall-set, .recall-sheet, .recall-ways, .recall-error, .recall-print, .recall-goals, .recall-map,"
    " recall-today, recall-review"
)
QUICK = {"mkdocs": ("states", "states-order"), "readthedocs": ("states-results",)}
"""What `make test` looks at, without axe. Elsewhere it has Material on all of these pages, without other themes."""

CODE = re.compile(r'color-contrast: .*?: <(code\b|span class="\w{1,3}")')
"""Code has the colours of its theme in our elements too, of which audit.js asks for 3 : 1."""


def is_quick(theme: Theme, name: str) -> bool:
    return name in QUICK.get(theme.id, ())


def audit(page: Page, *names: str) -> dict[str, list[str]]:
    """What each of these functions of audit.js finds, where it finds anything."""
    page.evaluate(f"() => {{ window.audit ??= {AUDIT} }}")
    found = {name: page.evaluate(f"audit.{name}()") for name in names}
    return {name: faults for name, faults in found.items() if faults}


@pytest.fixture
def ask_axe(axe):
    """A function that returns what axe finds in our elements."""
    return lambda page: [found for found in axe(page, OURS) if not CODE.match(found)]


@pytest.fixture
def open_in(open_context, tmp_path_factory, url, watch):
    """A function that opens a page of a theme's gallery, or the page as it would be if our files were not there."""
    watch.allow("")  # What others load, and whether they find it, is not ours.

    def opened(theme: Theme, path: str, *, with_us: bool = True) -> Page:
        made = make_once(
            tmp_path_factory, f"gallery-{theme.id.replace(', ', '-')}", lambda folder: build_gallery(folder, theme)
        )
        page = open_context("chromium").new_page()
        page.route(re.compile("^https?://(?!127)"), lambda route: route.abort())
        if not with_us:
            page.route("**/assets/recall/**", lambda route: route.abort())
        page.goto(url("http", path, made / "site"))
        return page

    return opened


def scheme_is(page: Page, scheme: str) -> None:
    expect(page.locator(f':is(html, body)[data-recall-scheme="{scheme}"]')).to_have_count(1)


def switch(page: Page, theme: Theme) -> None:
    """Switch the theme from light to dark, as a reader does."""
    if theme.switch == SYSTEM:
        page.emulate_media(color_scheme="dark")
    else:
        page.locator(theme.switch).first.evaluate("control => control.click()")
    scheme_is(page, "dark")


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        pytest.param(
            theme,
            name,
            id=f"{theme.id}-{name}",
            marks=[pytest.mark.long] if theme.common and not is_quick(theme, name) else [],
        )
        for theme in TESTED
        for name in STATES
    ],
)
def test_every_state_can_be_read_and_used(open_in, ask_axe, theme, name):
    page = open_in(theme, f"reference/{name}.html")
    expect(page.locator("html")).to_have_attribute("data-states", "ready")
    scheme_is(page, theme.scheme)
    assert audit(page, "faint", "edges", "small", "spilled", "underlined", "unringed") == {}
    page.set_viewport_size({"width": theme.narrowest, "height": 700})
    assert audit(page, "faint", "small", "spilled", "wide") == {}
    assert is_quick(theme, name) or ask_axe(page) == []
    if theme.switch:
        switch(page, theme)
        assert audit(page, "faint", "edges", "unringed") == {}
        assert is_quick(theme, name) or ask_axe(page) == []


STYLES = """() => {
  const ours = ":is([class^='recall-'], [class*=' recall-'], [data-recall-id])";
  const theirs = [...document.querySelector(".recall-error").parentElement.querySelectorAll("*")]
    .filter((each) => !each.closest(ours) && !each.querySelector(ours) && !each.closest("script, style, link"));
  for (const animation of document.getAnimations())
    if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();
  const skipped = /^--|origin$/;
  return theirs.map((element) => [null, "::before", "::after"].map((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return Object.fromEntries([...style].filter((each) => !skipped.test(each)).map((each) => [each, style[each]]));
  }));
}"""
"""How each element of the theme, and what it draws before and after itself, looks."""


@pytest.mark.parametrize(
    "theme",
    [
        pytest.param(theme, id=theme.id, marks=pytest.mark.long if theme.common and theme.name != "mkdocs" else [])
        for theme in TESTED
    ],
)
def test_nothing_changes_outside_our_elements(open_in, theme):
    """Compared with a page that has neither our style nor our script."""
    page = open_in(theme, "ordinary.html")
    question = page.locator('[id="recall-beside-question"]')
    question.get_by_role("radio", name="Wrong").check()
    question.get_by_role("button", name="Check answer").click()
    page.locator("h1").first.hover()
    other = open_in(theme, "ordinary.html", with_us=False)
    expect(other.locator("recall-mcq:defined")).to_have_count(0)
    other.locator("h1").first.hover()
    with_us, without = page.evaluate(STYLES), other.evaluate(STYLES)
    assert len(with_us) == len(without) > 50
    changed = {
        f"{name}: {before.get(name)}, with us {after[name]}"
        for element, plain in zip(with_us, without, strict=True)
        for after, before in zip(element, plain, strict=True)
        for name in after
        if after[name] != before.get(name)
    }
    assert changed == set()
