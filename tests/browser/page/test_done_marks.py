"""The sections of a lesson that are done: marked at their headings and in the table of contents."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.reader import answer, block, button, take_test

pytestmark = pytest.mark.quick("chromium")

QUESTION = "/// mcq | {id} easy\n\nWhich, in {id}?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n\n///\n"
CARD = "/// card | {id}\n\nWhat is {id}?\n\n**Answer:** That.\n\n///\n"
LESSON = f"""# Lesson

## Text alone

Nothing to answer.

## Two parts

{QUESTION.format(id="one")}

### The second part

{CARD.format(id="two")}

## Ünïcode & more

{QUESTION.format(id="three")}
"""
TEST = f"# Test\n\n## Questions\n\n//// test | t draw=1 mix=1,0,0\n\n{QUESTION.format(id='drawn')}\n////\n"
PAGES = {"index.md": LESSON, "test.md": TEST}
THEMES = {
    "material": {"name": "material", "font": False},
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
}
CONTENTS = {"material": ".md-nav--secondary", "mkdocs": "[role=complementary]", "readthedocs": ".wy-menu-vertical"}


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    return shared_site(PAGES, theme=THEMES["material"], plugins=[{"recall": {"site_id": "marks"}}])


def heading(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("heading", name=name)


def rate(page: Page) -> None:
    block(page, "two").get_by_text("Show answer").click()
    button(block(page, "two"), "Good").click()


def test_a_section_is_done_once_all_below_it_is_answered_right_or_wrong(page, url, way, folder):
    page.goto(url(way, "index.html", folder))
    answer(block(page, "one"), right=False)
    expect(page.locator(".recall-done")).to_have_count(0)
    rate(page)
    expect(heading(page, re.compile("^The second part done"))).to_be_visible()
    expect(heading(page, re.compile("^Two parts done"))).to_be_visible()
    answer(block(page, "three"), right=True)
    expect(heading(page, re.compile("^Ünïcode & more done"))).to_be_visible()
    contents = page.locator(CONTENTS["material"])
    for name in ("Two parts done", "The second part done", "Ünïcode & more done"):
        expect(contents.get_by_role("link", name=name)).to_have_count(1)
    page.reload()
    expect(page.locator(":is(h2, h3) > .recall-done")).to_have_count(3)
    expect(heading(page, "Text alone").locator(".recall-done")).to_have_count(0)


def test_a_reset_and_another_tab_show_here(page, url, kind, folder):
    page.goto(url(kind, "index.html", folder))
    other = page.context.new_page()
    other.goto(url(kind, "index.html", folder))
    answer(block(other, "three"), right=True)
    expect(page.locator(":is(h2, h3) > .recall-done")).to_have_count(1)
    button(other, "Reset this page").click()
    button(other, "Reset").last.click()
    expect(page.locator(".recall-done")).to_have_count(0)


def test_nothing_moves_when_marks_come_and_nothing_reaches_out_of_a_phone(page, url, way, folder):
    place = """() => [...document.querySelectorAll("h2, h3, .recall-item, .md-nav--secondary a")]
        .map((each) => Object.values(each.getBoundingClientRect().toJSON()).map(Math.round))"""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(url(way, "index.html", folder))
        if width == 1280:
            answer(block(page, "three"), right=True)
            page.reload()
        expect(page.locator(":is(h2, h3) > .recall-done")).to_have_count(1)
        with_marks = page.evaluate(place)
        page.evaluate("document.querySelectorAll('.recall-done').forEach((each) => each.remove())")
        assert page.evaluate(place) == with_marks
        page.reload()
        expect(page.locator(":is(h2, h3) > .recall-done")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        mark = page.locator("h2 > .recall-done > svg").bounding_box()
        assert mark
        assert mark["x"] >= 0


@pytest.mark.parametrize(
    "theme", ["material", *(pytest.param(each, marks=pytest.mark.long) for each in THEMES if each != "material")]
)
def test_each_theme_has_the_marks_in_its_table_of_contents(page, url, way, small_site, theme):
    site = small_site(PAGES, theme=THEMES[theme], plugins=["search", {"recall": {"site_id": "marks"}}])
    page.goto(url(way, "index.html", site))
    answer(block(page, "three"), right=True)
    expect(page.locator(f"{CONTENTS[theme]} a > .recall-done").locator("visible=true")).to_have_count(1)


def test_an_owner_can_do_without_marks(page, url, way, small_site):
    plugins = [{"recall": {"site_id": "marks", "section_marks": False}}]
    site = small_site(PAGES, theme=THEMES["material"], plugins=plugins)
    page.goto(url(way, "index.html", site))
    answer(block(page, "three"), right=True)
    page.wait_for_function("() => globalThis.recallParts.here.count")
    expect(page.locator(".recall-done")).to_have_count(0)


def test_a_test_is_no_section_to_be_done(page, url, way, folder):
    page.goto(url(way, "test.html", folder))
    button(page, "Start test").click()
    take_test(page.locator("recall-test"))
    page.wait_for_function("() => globalThis.recallParts.here.count")
    expect(page.locator(".recall-done")).to_have_count(0)
