"""What a reader is told to do, day by day: on the first page, on the page of a topic, and in the navigation."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.reader import answer, block, button, take_test

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} easy objective={objective} {more}

Which one is right, in {id}?

- [x] The key
  > Because it is.
- [ ] The distractor
  > Because it is not.

///
"""


def _question(id: str, objective: str, more: str = "") -> str:
    return QUESTION.format(id=id, objective=objective, more=more)


LESSON = f"""# First topic

/// ways | first-ways test=first-test.md learn=#padding next=second.md

///

## Padding

Rows get one length.

{_question("lesson-padding", "padding", "taught=#padding")}

## Truncation

Rows are cut.

{_question("lesson-truncation", "truncation", "taught=#truncation")}
"""
EXPLAIN = """/// explain | second-explain

Explain it.

**Concepts:**

- One piece
- Another piece
- A third piece

**Model answer:** So.

///
"""
TEST = "# First test\n\n//// test | first-test draw=8 mix=8,0,0 learn=first.md\n\n" + "\n".join(
    _question(f"test-{at}", "padding" if at < 8 else "truncation") for at in range(16)
)
PAGES = {
    "index.md": "# Home\n\n/// today test=first-test.md learn=first.md\n\n///\n",
    "first.md": LESSON,
    "first-test.md": f"{TEST}\n////\n",
    "second.md": f"# Second topic\n\n{_question('second-only', 'else')}\n{EXPLAIN}",
    "review.md": "# Review\n\n/// review learn=first.md\n\n///\n",
}
NAV = [{"Home": "index.md"}, {"First topic": "first.md"}, "first-test.md", "second.md", {"Review": "review.md"}]


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    plugins = [{"recall": {"site_id": "thread"}}]
    return shared_site(PAGES, theme={"name": "material", "font": False}, nav=NAV, plugins=plugins)


def now(page: Page) -> Locator:
    """What is to do now."""
    return page.locator("recall-today > .recall-now")


def says(page: Page, line: str, go: str) -> None:
    """Expect the line and the words on the button."""
    expect(now(page).get_by_role("heading")).to_have_text(line)
    expect(now(page).locator(".recall-button")).to_have_text(go)


def badge(page: Page) -> Locator:
    return page.locator(".md-nav--primary .recall-due").first


def take(page: Page, wrong: int) -> None:
    test = page.locator("recall-test")
    button(test, re.compile("Start test|New test")).first.click()
    take_test(test, wrong=wrong)
    expect(button(test, "New test")).to_be_visible()


@pytest.mark.long
def test_a_reader_is_told_what_to_do_from_the_first_visit_until_a_topic_is_secure(later, url, way, folder):
    def visit(days: int, path: str) -> Page:
        page = later(days)
        page.goto(url(way, path, folder))
        return page

    page = visit(0, "index.html")
    expect(page.get_by_text("See where you stand")).to_be_visible()
    expect(now(page)).to_have_count(0)

    page.goto(url(way, "first.html", folder))
    answer(block(page, "lesson-padding"), right=True)
    page.goto(url(way, "index.html", folder))
    says(page, "Take the test: First topic", "Start test")
    expect(page.get_by_text("See where you stand")).to_be_hidden()
    expect(now(page).get_by_role("link", name="Next topic: Second topic")).to_be_visible()

    now(page).locator(".recall-button").click()
    test = page.locator("recall-test")
    expect(test.locator(".recall-circles")).to_be_visible()
    test.locator('[id^="recall-test-"]').locator("visible=true").get_by_role("radio").first.check()
    page.goto(url(way, "index.html", folder))
    says(page, "1 of 8 answered", "Continue test")
    page.goto(url(way, "first.html", folder))
    way_to_test = page.locator('[data-recall-way="test"]')
    expect(way_to_test).to_contain_text("Continue test")
    expect(way_to_test).to_contain_text("1 of 8 answered")
    expect(way_to_test).to_contain_text("Recommended")

    page.goto(url(way, "first-test.html", folder))
    take_test(page.locator("recall-test"), wrong=8)
    page.goto(url(way, "index.html", folder))
    says(page, "Study what you missed: First topic", "Read again")
    page.goto(url(way, "first.html", folder))
    expect(page.locator('[data-recall-way="test"]')).to_contain_text("See result")
    way_to_lesson = page.locator('[data-recall-way="learn"]')
    expect(way_to_lesson).to_contain_text("Recommended")
    expect(way_to_lesson).to_contain_text("Read again: ")
    way_to_lesson.click()
    expect(page).to_have_url(re.compile(r"first\.html#(padding|truncation)$"))

    page = visit(1, "index.html")
    says(page, "8 due, about 3 minutes", "Start review")
    expect(badge(page)).to_have_text("8")
    page.goto(url(way, "first.html", folder))
    expect(badge(page)).to_have_text("8")
    expect(page.locator('[data-recall-way="learn"]')).to_contain_text("8 due for review")
    answer(block(page, "lesson-truncation"), right=True)

    page = visit(40, "first-test.html")
    take(page, wrong=0)
    page.goto(url(way, "first.html", folder))
    expect(page.locator('[data-recall-way="test"]')).to_contain_text("Last test: strong, 8 of 8")
    page = visit(80, "first-test.html")
    take(page, wrong=0)
    page.goto(url(way, "first.html", folder))
    expect(page.locator('[data-recall-way="test"]')).to_contain_text("Last test: secure, 8 of 8")


def test_the_number_beside_review_follows_each_answer_and_moves_nothing(later, url, way, folder):
    page = later(0)
    page.goto(url(way, "first.html", folder))
    answer(block(page, "lesson-padding"), right=False)
    page = later(1)
    page.goto(url(way, "first.html", folder))
    expect(badge(page)).to_have_text("1")
    before = _height(page)
    answer(block(page, "lesson-padding"), right=True)
    expect(badge(page)).to_be_hidden()
    assert _height(page) == before


def _height(page: Page) -> float:
    return page.locator(".md-nav--primary").first.evaluate("nav => nav.getBoundingClientRect().height")


def test_the_number_counts_prompts_and_follows_resets_and_the_review(later, url, way, folder):
    page = later(0)
    page.goto(url(way, "second.html", folder))
    prompt = block(page, "second-explain")
    prompt.get_by_role("textbox").fill("One piece.")
    button(prompt, "Show model answer").click()
    prompt.get_by_role("checkbox", name="One piece").check()
    answer(block(page, "second-only"), right=False)
    page = later(1)
    page.goto(url(way, "second.html", folder))
    expect(badge(page)).to_have_text("2")
    menu = block(page, "second-only").locator(".recall-menu")
    menu.locator("summary").click()
    button(menu, "Reset").click()
    expect(badge(page)).to_have_text("1")
    page.goto(url(way, "review.html", folder))
    expect(page.get_by_text("1 of 1", exact=True)).to_be_visible()
    expect(badge(page)).to_have_text("1")
    page.locator("recall-review").get_by_text("Show answer").click()
    button(page.locator("recall-review"), "Next").click()
    expect(badge(page)).to_be_hidden()
    button(page.locator("recall-review"), "Undo").click()
    expect(badge(page)).to_have_text("1")


@pytest.mark.quick("chromium", "firefox")
def test_where_nothing_can_be_stored_the_first_page_offers_the_ways(later, url, way, folder, watch):
    watch.allow("denied to the theme as well")
    page = later(0)
    denied = """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("denied to the theme as well", "SecurityError") } })"""
    page.add_init_script(denied)
    page.goto(url(way, "index.html", folder))
    expect(page.get_by_text("See where you stand")).to_be_visible()
    expect(now(page)).to_have_count(0)


def test_nothing_moves_once_the_first_page_is_painted(open_context, url, folder):
    page = open_context("chromium").new_page()
    page.goto(url("http", "first.html", folder))
    answer(block(page, "lesson-padding"), right=False)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(url("http", "index.html", folder))
        says(page, "Take the test: First topic", "Start test")
        shifts = """() => new Promise((done) => {
            new PerformanceObserver((list) => done(list.getEntries().length)).observe(
                {type: "layout-shift", buffered: true});
            setTimeout(() => done(0), 300);
        })"""
        assert page.evaluate(shifts) == 0


def test_without_its_data_the_first_page_offers_the_ways(later, url, folder, tmp_path):
    page = later(0)
    page.goto(url("http", "first.html", folder))
    answer(block(page, "lesson-padding"), right=True)
    nothing = {"body": "", "content_type": "text/javascript"}
    page.route(re.compile(r"/assets/recall/items\."), lambda route: route.fulfill(**nothing))
    page.goto(url("http", "index.html", folder))
    expect(page.get_by_text("See where you stand")).to_be_visible()


def test_axe_finds_nothing(later, url, folder, axe):
    page = later(0)
    page.goto(url("http", "first.html", folder))
    answer(block(page, "lesson-padding"), right=False)
    page = later(1)
    page.goto(url("http", "index.html", folder))
    says(page, "1 due, about 1 minute", "Start review")
    assert axe(page) == []


LONG = "A topic whose title is so long that it needs more than one line of a narrow screen"
CARD = "/// card | card\n\nWhat?\n\n**Answer:** That.\n\n///\n"


@pytest.fixture
def narrow(later, url, way, shared_site) -> Page:
    """A phone, and the course with a long title and a card, a question of which was answered."""
    pages = {**PAGES, "second.md": PAGES["second.md"].replace("# Second topic", f"# {LONG}") + CARD}
    theme = {"name": "material", "font": False}
    site = shared_site(pages, theme=theme, nav=[*NAV[:3], {LONG: "second.md"}, NAV[4]], plugins=["recall"])
    page = later(0)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(url(way, "first.html", site))
    answer(block(page, "lesson-padding"), right=False)
    return page


@pytest.mark.quick("chromium")
def test_what_a_rating_says_stays_in_its_button_where_the_navigation_has_a_number(narrow):
    narrow.goto(narrow.url.replace("first.html", "second.html"))
    expect(narrow.locator(".recall-due-place").first).to_be_attached()
    card = block(narrow, "card")
    card.get_by_text("Show answer").click()
    outside = """button => {
        const [outer, inner] = [button, button.querySelector(".recall-due")].map((e) => e.getBoundingClientRect());
        return inner.left < outer.left || inner.right > outer.right || inner.bottom > outer.bottom;
    }"""
    assert [button(card, name).evaluate(outside) for name in ("Again", "Good")] == [False, False]
    spanish = """button => {
        const [word, note] = [button.firstChild, button.querySelector(".recall-due")];
        [word.textContent, note.textContent] = ["La sabía", "dentro de 13 días"];
        const range = document.createRange();
        range.selectNodeContents(word);
        return range.getClientRects().length;
    }"""
    good = card.locator('[data-recall-do="good"]')
    assert (good.evaluate(spanish), good.evaluate(outside)) == (1, False)


@pytest.mark.quick("chromium")
def test_the_lines_of_a_link_to_something_else_stay_together(narrow):
    """It is as high as a finger on a narrow screen."""
    narrow.goto(narrow.url.replace("first.html", "index.html"))
    link = now(narrow).get_by_role("link", name=f"Next topic: {LONG}")
    first, second, *_ = link.evaluate("""link => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return [...range.getClientRects()].map(({top}) => top);
    }""")
    assert link.evaluate("link => link.getBoundingClientRect().height") >= 44
    assert second - first < 24
