"""The parts of the script and of the style, as a browser meets them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from builds import build_with_mkdocs
from harness.lesson import CARD, EXPLAIN, question, rate
from harness.reader import answer, block, button
from harness.server import Server

THEME = {"name": "material", "font": False, "features": ["navigation.instant"]}
PAGES = {
    "index.md": "# Text\n\nNothing to answer here.\n\n[Cards](cards.md)",
    "cards.md": f"# Cards\n\n{CARD.format(id='c')}\n\n{question('q')}\n\n"
    + "[Test](test.md) [Review](review.md) [More](deep/more.md)",
    "test.md": f"# Test\n\n//// test | t draw=1 mix=1,0,0\n\n{question('one')}\n\n////\n\n[Cards](cards.md)",
    "review.md": "# Review\n\n/// review\n\n///\n",
    "explain.md": f"# Explain\n\n{EXPLAIN}",
    "deep/more.md": f"# More\n\n{CARD.format(id='deep')}\n\n[Practice](../practice.md)",
    "practice.md": f"# Practice\n\n//// practice | p\n\n{question('only')}\n\n////\n\n{EXPLAIN.replace('why', 'how')}",
}
MOVED = """() => {
  globalThis.moved = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) globalThis.moved += each.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""
HERE = "Object.keys(globalThis.recallParts?.here ?? {}).sort().join(' ')"


@pytest.fixture
def site(shared_site: Callable[..., Path]) -> Path:
    return shared_site(PAGES, theme=THEME, plugins=[{"recall": {"site_id": "parts"}}])


@pytest.fixture
def still(shared_site: Callable[..., Path]) -> Path:
    """The same without instant navigation, which loads each stylesheet of the theme a second time as it begins."""
    theme = {key: value for key, value in THEME.items() if key != "features"}
    return shared_site(PAGES, theme=theme, plugins=[{"recall": {"site_id": "parts"}}])


@pytest.fixture
def instant(server: Server, tmp_path: Path) -> Path:
    """The site at its address of this server, which instant navigation compares."""
    root = tmp_path / "instant"
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    settings = {
        "site_name": "Parts",
        "site_url": server.mount(root / "site", "instant"),
        "theme": THEME,
        "use_directory_urls": False,
        "plugins": [{"recall": {"site_id": "parts"}}],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build_with_mkdocs(root / "mkdocs.yml")
    return root / "site"


@pytest.mark.quick("chromium")
def test_instant_navigation_goes_on_in_other_folders(page: Page, url, instant):
    """The address of the script is written from where each page is, and is the same."""
    page.goto(url("http", "cards.html", instant))
    page.wait_for_function(f"{HERE} === 'core due tools'")
    page.evaluate("globalThis.sameDocument = true")
    page.get_by_role("link", name="More", exact=True).last.click()
    rate(page, "deep")
    page.get_by_role("link", name="Practice", exact=True).last.click()
    expect(button(block(page, "p"), "Check answer")).to_be_visible()
    assert page.evaluate("globalThis.sameDocument")


def take_one(page: Page) -> None:
    test = page.locator("recall-test")
    button(test, "Start test").click()
    expect(test.get_by_role("radio").first).to_be_visible()
    test.get_by_role("radio").first.check()
    button(test, "Finish test").click()
    expect(button(test, "New test")).to_be_visible()


@pytest.mark.quick("chromium")
def test_instant_navigation_brings_the_parts_that_a_page_lacks(page: Page, url, instant):
    page.goto(url("http", "index.html", instant))
    page.evaluate("globalThis.sameDocument = true")
    assert page.evaluate(HERE) == ""
    page.get_by_role("link", name="Cards", exact=True).last.click()
    answer(block(page, "q"), right=True)
    expect(block(page, "q").get_by_role("status")).to_contain_text("Correct")
    page.wait_for_function(f"{HERE} === 'core count due marks menus tools'")
    page.get_by_role("link", name="Test", exact=True).last.click()
    take_one(page)
    page.wait_for_function("['past', 'sets', 'site', 'test'].every((name) => name in globalThis.recallParts.here)")
    page.get_by_role("link", name="Cards", exact=True).last.click()
    expect(block(page, "q").get_by_role("status")).to_contain_text("Correct")
    expect(page.get_by_role("button", name="Print worksheet")).to_be_visible()
    page.go_back()
    expect(button(page.locator("recall-test"), "New test")).to_be_visible()
    assert page.evaluate("globalThis.sameDocument === true"), "the page was loaded again"


def test_parts_that_come_in_another_order_wait_for_each_other(chromium_page: Page, url, instant):
    """Scripts that a script puts into a page run as they arrive."""
    page = chromium_page
    held: list[Route] = []
    page.route(re.compile(r"/recall/(core|sets)\.\w+\.js"), lambda route: held.append(route))
    page.goto(url("http", "index.html", instant))
    page.get_by_role("link", name="Cards", exact=True).last.click()
    page.get_by_role("link", name="Test", exact=True).last.click()
    page.wait_for_function("Object.keys(globalThis.recallParts?.came ?? {}).includes('test')")
    for route in reversed(held):
        route.continue_()
    page.unroute_all()
    take_one(page)


def test_a_page_of_a_new_build_is_loaded_as_a_whole(chromium_page: Page, url, instant):
    page = chromium_page
    page.goto(url("http", "cards.html", instant))
    page.evaluate("globalThis.sameDocument = true; globalThis.recallParts.build = 'another'")
    page.get_by_role("link", name="Test", exact=True).last.click()
    page.wait_for_function("!globalThis.sameDocument")
    take_one(page)


def test_what_is_there_works_where_a_part_cannot_be_had(chromium_page: Page, url, instant, watch):
    page = chromium_page
    watch.allow("ERR_FAILED|Failed to load")
    page.route(re.compile(r"/recall/topic\.\w+\.js"), lambda route: route.abort())
    page.goto(url("http", "cards.html", instant))
    answer(block(page, "q"), right=True)
    page.goto(url("http", "explain.html", instant))
    expect(page.locator("recall-explain")).to_be_visible()
    page.locator("recall-explain details.recall-model > summary").click()
    expect(page.locator("recall-explain details.recall-model recall-answer")).to_be_visible()


class Held:
    """Visits pages before a file has come, and lets it come."""

    def __init__(self, page: Page, name: str, ending: str = "js") -> None:
        self.page, self.file = page, rf"/recall/{name}\.\w+\.{ending}"
        self.routes: list[Route] = []

    def visit(self, address: str) -> None:
        self.routes.clear()
        self.page.route(re.compile(self.file), lambda route: self.routes.append(route))
        self.page.goto(address, wait_until="commit")

    def let_come(self) -> None:
        for route in self.routes:
            route.continue_()
        self.page.unroute_all()


def test_what_comes_after_the_page_completes_what_was_said(chromium_page: Page, url, site):
    """Answers given before that are saved."""
    page, due = chromium_page, Held(chromium_page, "due")
    due.visit(url("http", "cards.html", site))
    card, asked = block(page, "c"), block(page, "q").get_by_role("status")
    card.locator("summary").filter(has_text="Show answer").click()
    button(card, "Good").click()
    expect(card.get_by_role("status")).to_have_text("Good")
    button(block(page, "q"), "Show answer").click()
    expect(asked).to_contain_text("Answer:")
    expect(asked).not_to_contain_text("tomorrow")
    due.let_come()
    expect(card.get_by_role("status")).to_have_text(re.compile("^Good, back"))
    expect(button(card, "Good").locator(".recall-due")).to_have_text(re.compile("in|tomorrow"))
    expect(asked).to_contain_text("tomorrow")
    due.visit(url("http", "cards.html", site))
    due.let_come()
    expect(card.get_by_role("status")).to_have_text(re.compile("^Good, back"))
    expect(asked).to_contain_text("tomorrow")


def test_a_practice_and_an_explanation_say_later_what_comes_back(chromium_page: Page, url, site):
    page, due = chromium_page, Held(chromium_page, "due")
    due.visit(url("http", "practice.html", site))
    practice, explain = block(page, "p"), block(page, "how")
    button(block(page, "only"), "Show answer").click()
    button(practice, "Next").click()
    expect(practice).to_contain_text("1 missed")
    expect(practice).not_to_contain_text("1 question")
    for _ in range(2):
        button(explain, "Show model answer").click()
    for concept in ("One", "Two"):
        explain.get_by_role("checkbox", name=concept).check()
    expect(explain).to_contain_text("2/2")
    expect(explain).not_to_contain_text("Nothing left")
    due.let_come()
    expect(practice).to_contain_text("1 question")
    expect(explain).to_contain_text("Nothing left")


@pytest.mark.quick("chromium", "firefox")
@pytest.mark.parametrize("how", ["http", "file"])
def test_what_is_not_used_is_not_loaded(page: Page, url, site, how):
    page.goto(url(how, "cards.html", site))
    page.wait_for_function("globalThis.recallParts?.here.tools")
    page.get_by_role("heading", name="Cards").click()
    assert "menus" not in page.evaluate(HERE)
    block(page, "q").get_by_role("radio").first.focus()
    page.wait_for_function("['count', 'marks', 'menus'].every((name) => name in globalThis.recallParts.here)")


def test_a_reader_who_comes_back_has_everything(chromium_page: Page, url, site):
    page = chromium_page
    page.goto(url("http", "cards.html", site))
    answer(block(page, "q"), right=True)
    page.reload()
    page.wait_for_function("['count', 'marks', 'menus'].every((name) => name in globalThis.recallParts.here)")


def test_what_was_pressed_too_early_is_done_once_its_part_has_come(chromium_page: Page, url, site):
    page, menus = chromium_page, Held(chromium_page, "menus")
    menus.visit(url("http", "cards.html", site))
    page.wait_for_function("globalThis.recallParts?.here.tools")
    button(page.locator("p.recall-print"), "Reset this page").click()
    block(page, "q").locator("details.recall-menu > summary").click()
    menus.let_come()
    expect(page.get_by_text("There is nothing to reset here.")).to_be_visible()
    menus.visit(url("http", "cards.html", site))
    page.wait_for_function("globalThis.recallParts?.here.tools")
    block(page, "q").locator("details.recall-menu > summary").click()
    menus.let_come()
    expect(block(page, "q").get_by_role("link", name="Link")).to_be_visible()


def test_an_answer_without_room_is_saved_or_reported_once_the_tools_are_here(chromium_page: Page, url, site):
    page, tools = chromium_page, Held(chromium_page, "tools")
    tools.visit(url("http", "cards.html", site))
    page.wait_for_function("globalThis.recallParts?.here.due")
    full = "throw new DOMException('full', 'QuotaExceededError');"
    page.evaluate(f"() => {{ Storage.prototype.setItem = () => {{ {full} }}; }}")
    answer(block(page, "q"), right=True)
    expect(block(page, "q").get_by_role("status")).to_contain_text("Correct")
    expect(page.get_by_role("alert")).to_have_count(0)
    tools.let_come()
    expect(block(page, "q").get_by_role("alert")).to_be_visible()
    expect(button(block(page, "q"), "Export progress")).to_be_visible()


def press_all(page: Page) -> None:
    """Check an answer, and open a card."""
    answer(block(page, "q"), right=True)
    block(page, "c").locator("summary").filter(has_text="Show answer").click()


PRESSED = ("#recall-q .recall-panel", "#recall-q .recall-mark", "#recall-c recall-answer", "#recall-c .recall-rate")


def test_what_a_press_brings_waits_for_its_style(chromium_page: Page, url, still):
    page, style = chromium_page, Held(chromium_page, "core-later", "css")
    style.visit(url("http", "cards.html", still))
    page.wait_for_function("globalThis.recallParts?.here.due")
    press_all(page)
    expect(page.locator("#recall-q [data-recall-state=right]")).to_be_visible()
    for part in PRESSED:
        expect(page.locator(part)).to_have_count(1)
        expect(page.locator(part)).to_be_hidden()
    style.let_come()
    for part in PRESSED:
        expect(page.locator(part)).to_be_visible()
    expect(page.locator(PRESSED[0])).to_have_css("position", "relative")


def test_what_a_press_brings_is_there_where_its_style_cannot_be_had(chromium_page: Page, url, still, watch):
    page = chromium_page
    watch.allow("ERR_FAILED|Failed to load")
    page.route(re.compile(r"/recall/core-later\.\w+\.css"), lambda route: route.abort())
    page.goto(url("http", "cards.html", still))
    press_all(page)
    for part in PRESSED:
        expect(page.locator(part)).to_be_visible()


def test_without_scripts_what_a_press_opens_has_its_style(open_context, url, still):
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("http", "cards.html", still))
    page.locator("#recall-q summary").filter(has_text="Show answer").click()
    expect(page.locator("#recall-q .recall-solution recall-answer")).to_have_css("display", "grid")


def test_from_disk(page: Page, url, site):
    page.goto(url("file", "cards.html", site))
    answer(block(page, "q"), right=True)
    expect(block(page, "q").get_by_role("status")).to_contain_text("Correct")
    page.wait_for_function("globalThis.recallParts.here.disk && globalThis.recallParts.here.tools")
    page.goto(url("file", "test.html", site))
    take_one(page)
    page.goto(url("file", "cards.html", site))
    expect(block(page, "q").get_by_role("status")).to_contain_text("Correct")


@pytest.mark.parametrize("name", ["cards", "test", "explain"])
def test_nothing_shows_without_its_style_and_nothing_moves(chromium_page: Page, url, still, name):
    """The stylesheets come late; until then none of our elements is in the page."""
    page = chromium_page
    page.add_init_script(f"({MOVED})()")
    held: list[Route] = []
    page.route(re.compile(r"/recall/\w+\.\w+\.css"), lambda route: held.append(route))
    page.goto(url("http", f"{name}.html", still), wait_until="commit")
    page.wait_for_function("document.querySelectorAll('link[href*=\"assets/recall/\"]').length > 0")
    page.wait_for_function("performance.getEntriesByName('first-paint').length >= 0")
    assert page.locator(".recall-item").count() == 0
    for route in held:
        route.continue_()
    page.unroute_all()
    page.wait_for_function("globalThis.recallParts?.here.tools && document.fonts.status === 'loaded'")
    assert page.locator(".recall-item").count() > 0
    assert page.evaluate("globalThis.moved") < 0.01
