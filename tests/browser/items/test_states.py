"""Every state of every widget, on the page of the reference that shows them."""

import re

import pytest
from playwright.sync_api import expect

from items.state_pages import CHECKS, open_states

pytestmark = pytest.mark.quick("chromium")

STATES = "reference/states.html"
MCQ = "reference/states-mcq.html"
PRACTICE = "reference/states-practice.html"
PROGRESS = "reference/states-progress.html"


@pytest.mark.long
@pytest.mark.parametrize("name", CHECKS)
def test_each_is_in_the_state_its_heading_names(page, url, way, name):
    """In Chromium over http, test_accessibility_tree.py asks this on its visit."""
    open_states(page, url(way, f"reference/{name}.html"))
    CHECKS[name](page)


def test_rows_under_the_pointer_and_with_the_focus(page, url):
    """The stylesheet's own rules draw them: the row looks as it does under a real pointer."""
    open_states(page, url("http", MCQ))
    look = "row => [getComputedStyle(row).backgroundColor, getComputedStyle(row).borderTopColor]"
    marked, idle = (page.locator(f'[id="recall-state-mcq-{id}"] fieldset li').first for id in ("hover", "idle"))
    rest = idle.evaluate(look)
    idle.hover()
    expect(idle).not_to_have_css("border-top-color", rest[1])
    page.wait_for_function("() => document.getAnimations().length === 0")
    assert idle.evaluate(look) == marked.evaluate(look) != rest
    focused = page.locator('[id="recall-state-mcq-focus"] fieldset li').first
    expect(focused).to_have_css("outline-width", "2px")


@pytest.mark.long
def test_each_visit_begins_anew(page, url):
    """Also one by instant navigation, where the script of the items has shown what was kept before this page's ran."""
    open_states(page, url("http", STATES))
    before = page.locator("main").inner_text()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-states", "ready")
    assert page.locator("main").inner_text() == before
    open_states(page, url("http", PRACTICE))
    page.evaluate("window.earlier = true")
    # By keyboard: the navigation is longer than the window, and its lower end may be out of the mouse's reach.
    page.get_by_role("link", name="States", exact=True).first.press("Enter")
    page.wait_for_function("() => !window.earlier && document.documentElement.dataset.states === 'ready'")
    expect(page.get_by_role("heading", level=1, name="States")).to_be_visible()
    assert page.locator("main").inner_text() == before


def test_on_paper_progress_has_no_controls_and_links_can_be_read(open_context, url):
    page = open_context("chromium", scheme="dark").new_page()
    open_states(page, url("http", PROGRESS))
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("recall-progress").first.get_by_text("No answers yet.")).to_be_visible()
    assert [each.inner_text() for each in page.locator("recall-progress .recall-button:visible").all()] == []
    link = page.locator("article > p > a").first
    red, green, blue = re.findall(r"\d+", link.evaluate("link => getComputedStyle(link).color"))
    assert int(red) + int(green) + int(blue) < 3 * 150


def test_without_scripts_every_widget_can_be_read(open_context, url):
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("file", MCQ))
    assert page.get_by_text("Which of these years is a leap year?").count() > 10
    assert page.get_by_role("button", name="Check answer").count() == 0
    page.goto(url("file", STATES))
    assert page.get_by_text("366.", exact=True).first.is_hidden()
