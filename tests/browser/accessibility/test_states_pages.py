"""WCAG 2.2 AA in every state of every widget: the rules of axe, larger and wider text, forced colours, no motion."""

import pytest
from playwright.sync_api import expect

from harness.accessibility import OURS
from items.state_pages import PAGES, open_states

WIDTHS = (1280, 320)
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
"""What WCAG 1.4.12 lets a reader set."""

LOST = """ours => {
    const found = [];
    const isShown = (element) => element.checkVisibility({visibilityProperty: true}) && element.clientWidth > 2;
    for (const element of document.querySelectorAll(`:is(${ours}) *`)) {
        const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!hasText || !isShown(element) || element.closest("pre, table, svg, math")) continue;
        for (let box = element; box && !box.matches("main"); box = box.parentElement) {
            const {overflowX, overflowY, textOverflow} = getComputedStyle(box);
            const cuts = (value) => value === "hidden" || value === "clip";
            const wide = cuts(overflowX) && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 2;
            const high = cuts(overflowY) && box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 2;
            if (wide || high) found.push(`cut: ${box.className}: ${element.textContent.trim().slice(0, 60)}`);
        }
    }
    const controls = [...document.querySelectorAll(`:is(${ours}) :is(button, summary, select, textarea, a[href])`)];
    const stays = (element) => element && (["sticky", "fixed"].includes(getComputedStyle(element).position)
        ? element : stays(element.parentElement));
    const boxes = controls.filter(isShown).map((each) => [each, each.getBoundingClientRect()]);
    for (const [at, [one, {left, right, top, bottom}]] of boxes.entries()) {
        for (const [other, box] of boxes.slice(at + 1)) {
            if (one.contains(other) || other.contains(one) || stays(one) !== stays(other)) continue;
            const across = Math.min(right, box.right) - Math.max(left, box.left);
            const down = Math.min(bottom, box.bottom) - Math.max(top, box.top);
            if (across > 2 && down > 2) found.push(`overlap: ${one.textContent} / ${other.textContent}`);
        }
    }
    return [...new Set(found)];
}"""
"""Our text that is cut off, and controls that lie over each other, but for a foot under which a page scrolls."""

UNFRAMED = """ours => [...document.querySelectorAll(`:is(${ours}) :is(button, select, textarea, input)`)]
    .filter((each) => each.checkVisibility({opacityProperty: true, visibilityProperty: true}) && each.clientWidth > 2)
    .filter((each) => {
        const {borderTopWidth, borderTopStyle, textDecorationLine, appearance} = getComputedStyle(each);
        const isFramed = parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none";
        const isNative = each.matches("input") && appearance !== "none";
        const second = each.parentElement.matches("li") && each.parentElement.parentElement.querySelector("li + li");
        const isRow = second && parseFloat(getComputedStyle(second).borderTopWidth) > 0;
        return !isFramed && !isNative && !isRow && textDecorationLine === "none";
    })
    .map((each) => `${each.className}: ${each.textContent.trim() || each.getAttribute("aria-label")}`)"""
"""Controls without a frame, where colours cannot show what is one. Rows of a list have a line between them."""

FOCUSED = """ours => [...document.querySelectorAll(`:is(${ours}) *`)]
    .filter((each) => each.matches("button, summary, select, textarea, input, a[href]"))
    .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.disabled)
    .filter((each) => {
        each.focus({focusVisible: true});
        const holders = [each, each.closest("li"), each.closest("label"), each.parentElement].filter(Boolean);
        const isOutlined = (one) => getComputedStyle(one).outlineStyle !== "none"
            && parseFloat(getComputedStyle(one).outlineWidth) >= 1;
        return document.activeElement === each && !holders.some(isOutlined);
    })
    .map((each) => `${each.className}: ${each.textContent.trim() || each.value}`)"""
"""Controls whose focus is not seen."""


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_of_axe_is_broken_light_and_dark_on_a_desk_and_on_a_phone(open_context, url, axe, name):
    page = open_context("chromium").new_page()
    open_states(page, url("http", f"reference/{name}.html"))
    for scheme in ("light", "dark"):
        page.set_viewport_size({"width": 1280, "height": 900})
        if scheme == "dark":
            page.get_by_title("Switch to dark mode").click()
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert axe(page, OURS, every_rule=True) == [], (scheme, width)


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("style", "widths"),
    # A page of 1280 pixels that is zoomed to 200 % has 640.
    [pytest.param("", (640,), id="200%"), pytest.param(SPACED, WIDTHS, id="spaced")],
)
def test_larger_and_wider_text_is_neither_cut_nor_covered(open_context, url, name, style, widths):
    page = open_context("chromium").new_page()
    open_states(page, url("http", f"reference/{name}.html"))
    before = page.evaluate(LOST, OURS)
    if style:
        page.add_style_tag(content=style)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1  # half a pixel is rounded up
        assert [lost for lost in page.evaluate(LOST, OURS) if lost not in before] == [], width


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_in_forced_colours_a_control_has_a_frame_and_its_focus_an_outline(open_context, url, name):
    page = open_context("chromium", forced_colors=True).new_page()
    open_states(page, url("http", f"reference/{name}.html"))
    assert page.evaluate(UNFRAMED, OURS) == []
    assert page.evaluate(FOCUSED, OURS) == []


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_with_reduced_motion_nothing_moves(open_context, url, name):
    page = open_context("chromium", reduced_motion=True).new_page()
    open_states(page, url("http", f"reference/{name}.html"))
    page.evaluate("""() => { window.moved = []; for (const type of ["transitionrun", "animationstart"])
        document.addEventListener(type, ({target, propertyName, animationName}) =>
            target.closest?.("[class*=recall-]") && moved.push(`${target.className} ${propertyName ?? animationName}`));
        for (const each of document.querySelectorAll("main [class*=recall-] :is(button, summary)"))
            if (!each.className.startsWith("md-")) each.click();
    }""")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("moved") == []
