"""Questions that are typed, put in order and matched, for readers with other scripts, screens and fingers."""

import pytest
import yaml
from playwright.sync_api import expect

from builds import build_with_mkdocs
from harness.reader import block, button
from typed_pages import (
    IDS,
    SETTINGS,
    TEA,
    answer_partly,
    blank,
    check,
    page_of,
    pages,
    put_in_order,
    row,
    rows,
    select,
    status,
)

pytestmark = pytest.mark.quick("chromium")

RTL = (
    "/// fill | blanks easy\n\nعاصمة مصر هي ____ وعاصمة العراق هي ____.\n\n1. القاهرة\n2. بغداد\n\n///\n",
    "/// order | tea easy\n\nكيف تحضر الشاي؟\n\n1. اغل الماء\n2. صب الماء\n3. انتظر\n\n///\n",
    "/// order | lines easy\n\nاطبع 1.\n\n```python\nx = 1\nprint(x)\n```\n\n///\n",
)
_RESTS = """async () => {
    for (let calm = 0, last = NaN; calm < 10; last = scrollY) {
        await new Promise(requestAnimationFrame);
        calm = scrollY === last ? calm + 1 : 0;
    }
}"""
"""Waits until the page has not scrolled for ten frames: it goes on for a while after a finger."""
INSTANT = {"name": "material", "font": False, "features": ["navigation.instant"]}


@pytest.fixture
def typed(shared_site):
    return shared_site(pages(), **SETTINGS)


def left(locator):
    return locator.bounding_box()["x"]


def build_instant(root, address):
    """A site of which each page links to the next, at its address of this server, which instant navigation compares."""
    held = {"index.md": "# Home\n\n[All](all.md)\n", "all.md": pages()["index.md"]}
    for name, text in held.items():
        (root / "docs").mkdir(exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    settings = {**SETTINGS, "site_name": "Typed", "site_url": address, "theme": INSTANT, "use_directory_urls": False}
    settings["plugins"] = [{"recall": {"site_id": "typed"}}]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build_with_mkdocs(root / "mkdocs.yml")


def test_text_from_right_to_left_turns_the_rows_and_leaves_code(page, url, way, shared_site):
    settings = {**SETTINGS, "markdown_extensions": [*SETTINGS["markdown_extensions"], "md_in_html"]}
    text = f'<div dir="rtl" markdown>\n\n{page_of(*RTL)}\n</div>\n'
    folder = shared_site({"index.md": text}, **settings)
    page.goto(url(way, "index.html", folder))
    piece = block(page, "tea").locator(".recall-pieces > li").first
    expect(piece.get_by_role("button", name="Move up")).to_be_visible()
    assert left(piece.locator(".recall-text")) > left(piece.get_by_role("button", name="Move up"))
    code = block(page, "lines").locator(".recall-pieces > li").first
    assert code.locator("code").evaluate("code => getComputedStyle(code).direction") == "ltr"
    item = block(page, "blanks")
    assert left(blank(item, 1, 2)) > left(blank(item, 2, 2))
    blank(item, 1, 2).fill("القاهرة")
    blank(item, 2, 2).fill("دمشق")
    check(item)
    expect(status(item)).to_contain_text("1 of 2 right.")
    button(item, "Show answer").click()
    expect(item.locator(".recall-shown")).to_contain_text("بغداد")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.not_in_webkit("WebKit has no forced colours")
def test_with_forced_colours_every_mark_has_a_sign_and_an_edge(open_page, url, way, typed):
    page = open_page(forced_colors=True)
    page.goto(url(way, "index.html", typed))
    expect(button(block(page, "tea"), "Move up").first).to_be_visible()
    answer_partly(page)
    for id in IDS:
        for mark in block(page, id).locator(".recall-mark > .recall-icon").all():
            box = mark.bounding_box()
            assert box
            assert box["width"] >= 8
        for field in block(page, id).locator(".recall-gap > :is(input, select), .recall-pair select").all():
            assert field.evaluate("field => getComputedStyle(field).borderTopStyle") == "solid"
    field = blank(block(page, "blanks"), 1)
    field.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert field.evaluate("field => getComputedStyle(field).outlineStyle") == "solid"


def test_a_finger_presses_and_drags_by_the_number_alone(open_context, url, typed):
    page = open_context("chromium", has_touch=True, width=360, height=800).new_page()
    page.goto(url("http", "index.html", typed))
    item = block(page, "tea")
    page.wait_for_function("recallParts.here.drag")
    before = rows(item)
    row(item, before[1]).get_by_role("button", name="Move up").tap()
    assert rows(item)[:2] == [before[1], before[0]]
    for control in item.get_by_role("button", name="Move up").all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    item.scroll_into_view_if_needed()

    def swipe(part: str, to: str) -> None:
        start, end = row(item, rows(item)[3]).locator(part).bounding_box(), row(item, to).bounding_box()
        assert start
        assert end
        session = page.context.new_cdp_session(page)
        x, y = start["x"] + 8, start["y"] + 8
        session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for at in (y + (end["y"] - y) * part_way / 4 for part_way in range(1, 5)):
            session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": at + 2}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    now = rows(item)
    swipe(".recall-text", now[0])
    assert rows(item) == now, "a finger on the text scrolls the page"
    page.evaluate(_RESTS)
    item.scroll_into_view_if_needed()
    swipe(".recall-grip", now[0])
    assert rows(item)[0] == now[3]


def test_instant_navigation_brings_them_to_life_and_keeps_what_was_begun(chromium_page, server, tmp_path):
    page, address = chromium_page, server.mount(tmp_path / "site", "typed")
    build_instant(tmp_path, address)
    page.goto(f"{address}index.html")
    page.evaluate("window.stayed = true")
    page.get_by_role("article").get_by_role("link", name="All").click()
    item = block(page, "tea")
    expect(button(item, "Move up")).to_have_count(5)
    put_in_order(item, *TEA)
    check(item)
    expect(status(item)).to_contain_text("Correct")
    blank(block(page, "blanks"), 2).fill("day")
    select(block(page, "capitals"), "Canada").select_option("Ottawa")
    page.go_back()
    expect(page.get_by_role("link", name="All").first).to_be_visible()
    page.go_forward()
    expect(blank(block(page, "blanks"), 2)).to_have_value("day")
    expect(block(page, "tea").get_by_role("button", name="Move up")).to_have_count(5)
    assert rows(block(page, "tea"))[0] == TEA[0]
    assert page.evaluate("window.stayed")
