"""One question alone at `?embed=ID`, and the menu that offers its address and an iframe."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.lesson import EXPLAIN
from harness.reader import block, button

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} easy{more}

What is the key of *{id}*? See [the end](#the-end) and [a site](https://example.org/).

- [x] Right of {id}
  > Yes.
- [ ] Wrong of {id}
  > No.

**Hint:** Think of {id}.

///
"""
TYPED = """/// fill | typed easy

The ____ runs the loop.

1. Trainer

///

/// order | sorted easy

Put them in order.

1. One
2. Two
3. Three

///
"""
NESTED = '??? note "Closed"\n\n    === "One"\n\n        Text.\n\n    === "Two"\n\n' + "\n".join(
    f"        {line}".rstrip() for line in QUESTION.format(id="nested", more="").split("\n")
)
CARD = "/// card | a-card beginner\n\nWhat is a card?\n\n**Answer:** This one.\n\n///\n"
PRACTICE = f"""//// practice | some-practice

{QUESTION.format(id="first", more="")}
{QUESTION.format(id="second", more=" aka=former")}
////
"""
LESSON = f"""# Lesson

Text with a [link](test.md).

{CARD}
/// card | b-card beginner

What?

**Answer:** That.

///

{QUESTION.format(id="loose", more="")}
{NESTED}
{PRACTICE}
{EXPLAIN}
{TYPED}
## The end

The last section.
"""
TEST = f"""# Test

//// test | a-test draw=1 mix=1,0,0

{QUESTION.format(id="tested", more="")}
////
"""
PAGES = {"index.md": LESSON, "test.md": TEST}
EXTENSIONS = ["attr_list", "pymdownx.details", "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}}]
THEMES = {
    "material": {"name": "material", "font": False, "features": ["navigation.instant", "navigation.tabs"]},
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "plain": None,
}

SEEN = """() => {
  const alone = document.querySelector("[data-recall-alone]");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const others = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const seen = node.textContent.trim() && range.getClientRects().length;
    if (seen && !alone.contains(node)) others.push(node.textContent.trim());
  }
  return others;
}"""
"""The texts outside of the question that have a box, so that they are seen or read."""


@pytest.fixture(
    params=["material", *(pytest.param(name, marks=pytest.mark.long) for name in THEMES if name != "material")]
)
def site(request: pytest.FixtureRequest, shared_site) -> Path:
    theme = THEMES[request.param] or request.getfixturevalue("plain_theme")
    return shared_site(PAGES, theme=theme, plugins=["search", "recall"], markdown_extensions=EXTENSIONS)


@pytest.fixture
def plain_theme():
    from harness.themes import PLAIN

    return PLAIN


@pytest.fixture
def plain(build) -> Path:
    return build(PAGES, markdown_extensions=EXTENSIONS)


def open_alone(page: Page, address: str, id: str) -> None:
    page.goto(f"{address}?embed={id}")
    expect(page.locator("[data-recall-alone]")).to_be_visible()


def stored(page: Page, id: str) -> list[dict]:
    text = page.evaluate(
        "id => localStorage[Object.keys(localStorage).find((key) => key.endsWith(`:i:${id}`))] ?? null", id
    )
    return json.loads(text)["log"] if text else []


FOCUSED = "({activeElement: it, body}) => it === body || !!it.closest('[data-recall-alone]')"


def tabbed(page: Page, presses: int = 20) -> list[bool]:
    """Whether what has focus is within the question, after each press of Tab."""
    within = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        within.append(page.evaluate(f"({FOCUSED})(document)"))
    return within


def test_the_question_is_alone(chromium_page, url, site):
    page = chromium_page
    for id in ("nested", "loose", "first", "second", "a-card", "typed", "sorted", "why"):
        open_alone(page, url("http", "index.html", site), id)
        item = block(page, id)
        expect(item).to_be_visible()
        assert page.evaluate(SEEN) == []
        assert page.locator(".recall-item:visible").count() == 1
        box, width = item.bounding_box(), page.viewport_size["width"]
        assert box["y"] < 40
        assert box["width"] > width * 0.9
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert all(tabbed(page))


@pytest.mark.quick("chromium", "firefox")
def test_an_answer_is_recorded_as_on_its_page(page, url, plain, way):
    address = url(way, "index.html", plain)
    open_alone(page, address, "second")
    question = block(page, "second")
    question.get_by_role("radio", name="Right of second").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Correct")
    if way == "http":
        (entry,) = stored(page, "second")
        assert (entry["kind"], entry["outcome"], entry["context"]) == ("attempt", "right", "check")
    page.reload()
    expect(question.get_by_role("status")).to_contain_text("Correct")
    page.goto(f"{address}#recall-second")
    expect(block(page, "second").get_by_role("radio", name="Right of second")).to_be_checked()


def test_a_former_id_is_known_and_another_is_not(chromium_page, url, plain):
    page = chromium_page
    address = url("http", "index.html", plain)
    open_alone(page, address, "former")
    expect(block(page, "second")).to_be_visible()
    assert page.evaluate(SEEN) == []
    for wrong in ("none", "some-practice", "%3Cimg%20src=x%20onerror=alert(1)%3E", "%22]%20*", ""):
        open_alone(page, address, wrong)
        expect(page.locator("[data-recall-alone]")).to_contain_text("There is no question “")
        assert page.locator("[data-recall-alone] img").count() == 0
        assert page.evaluate(SEEN) == []
        assert page.get_by_role("link", name="Open the page").evaluate("each => each.href") == address


def test_a_question_of_a_test_is_not_given_away(chromium_page, url, plain):
    page = chromium_page
    open_alone(page, url("http", "test.html", plain), "tested")
    expect(page.locator("[data-recall-alone]")).to_contain_text("This question belongs to a test")
    expect(block(page, "tested")).to_be_hidden()
    assert page.evaluate(SEEN) == []


def test_links_leave_the_frame(chromium_page, url, plain):
    page = chromium_page
    page.context.route("https://example.org/**", lambda route: route.fulfill(body="Elsewhere"))
    address = url("http", "index.html", plain)
    open_alone(page, address, "loose")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="the end").click()
    expect(opened.value.get_by_role("heading", name="The end")).to_be_visible()
    assert opened.value.url == f"{address}#the-end"
    assert page.url == f"{address}?embed=loose"


def test_keys_of_the_theme_do_nothing(chromium_page, url, shared_site):
    page = chromium_page
    folder = shared_site(PAGES, theme=THEMES["material"], plugins=["search", "recall"], markdown_extensions=EXTENSIONS)
    address = f"{url('http', 'index.html', folder)}?embed=loose"
    page.goto(address)
    expect(block(page, "loose")).to_be_visible()
    for key in ("s", "/", "n", ".", "p"):
        page.keyboard.press(key)
    assert page.evaluate(SEEN) == []
    assert page.url == address
    block(page, "loose").get_by_role("radio").first.focus()
    page.keyboard.press("2")
    expect(block(page, "loose").get_by_role("radio").nth(1)).to_be_checked()


def test_the_menu_offers_an_address_and_an_iframe(chromium_page, url, plain, axe):
    page = chromium_page
    address = url("http", "index.html", plain)
    page.goto(address)
    item = block(page, "loose")
    item.locator("summary[aria-label=More]").click()
    button(item, "Embed").click()
    field = item.get_by_label("Address")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{address}?embed=loose")
    assert page.evaluate("getSelection().toString()") == f"{address}?embed=loose"
    html = item.get_by_label("HTML", exact=True).input_value()
    assert html.startswith(f'<iframe src="{address}?embed=loose" title="What is the key of loose? See')
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    page.set_content(html)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("radio")).to_have_count(2)
    expect(frame.get_by_text("Text with a")).to_be_hidden()


def test_what_is_copied_is_the_iframe(chromium_page, url, plain):
    page = chromium_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(url("http", "index.html", plain))
    item = block(page, "loose")
    item.locator("summary[aria-label=More]").click()
    button(item, "Embed").click()
    html = item.get_by_label("HTML", exact=True).input_value()
    button(item, "Copy HTML").click()
    expect(button(item, "Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == html


def test_it_is_sound_for_every_reader(open_context, url, site, axe):
    for wishes in ({"scheme": "dark"}, {"forced_colors": True}, {"width": 320}):
        page = open_context("chromium", **wishes).new_page()
        open_alone(page, url("http", "index.html", site), "typed")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
