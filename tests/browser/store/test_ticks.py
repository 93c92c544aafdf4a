"""The ticks of an explanation: kept at once, and again where they were lost."""

import pytest
from playwright.sync_api import Error, Page, expect

from harness.lesson import LESSON, store_of
from harness.reader import block, button

KEY = "recall:small-site:i:why"


def start(page: Page, url, way: str, folder) -> None:
    page.goto(url(way, LESSON, folder))
    prompt = block(page, "why")
    prompt.get_by_role("textbox").fill("Because.")
    button(prompt, "Show model answer").click()


def tick(page: Page, url, way: str, folder) -> None:
    start(page, url, way, folder)
    block(page, "why").get_by_role("checkbox", name="One").check()


def wait_for_entries(page: Page, number: int) -> None:
    store_of(page).wait_for_function(
        "([key, number]) => JSON.parse(localStorage.getItem(key) ?? '{}').log?.length === number", arg=[KEY, number]
    )


@pytest.mark.quick("firefox")
def test_a_tick_is_recorded_at_once_and_one_time(page, url, way, folder):
    tick(page, url, way, folder)
    page.goto(url(way, "index.html", folder))
    page.goto(url(way, LESSON, folder))
    expect(block(page, "why").get_by_role("checkbox", name="One")).to_be_checked()
    wait_for_entries(page, 1)


@pytest.mark.quick("chromium")
def test_a_tick_that_was_not_recorded_is_recorded_at_the_next_visit(page, url, way, folder):
    tick(page, url, way, folder)
    wait_for_entries(page, 1)
    for place in {page.main_frame, store_of(page)}:
        place.evaluate("key => localStorage.removeItem(key)", KEY)
    page.reload()
    expect(block(page, "why").get_by_text("You got 1/2 concepts")).to_be_visible()
    wait_for_entries(page, 1)


LEAVING = {"another page": "location.href = '../index.html'", "a reload": "location.reload()"}


@pytest.mark.quick("firefox")
@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_a_tick_survives_leaving_in_the_same_moment(page, url, way, folder, leave):
    """The page goes within the very task of the tick: no timer, promise or idle moment comes between."""
    start(page, url, way, folder)
    with page.expect_navigation():
        page.evaluate("document.querySelector('#recall-why input[value]').click(); " + leave)
    page.goto(url(way, LESSON, folder))
    expect(block(page, "why").get_by_role("checkbox", name="One")).to_be_checked()
    wait_for_entries(page, 1)


def test_a_tick_survives_a_tab_that_dies(open_context, url, folder):
    context = open_context("chromium")
    page = context.new_page()
    start(page, url, "http", folder)
    page.evaluate("document.querySelector('#recall-why input[value]').click()")
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    page = context.new_page()
    page.goto(url("http", LESSON, folder))
    expect(block(page, "why").get_by_role("checkbox", name="One")).to_be_checked()
    wait_for_entries(page, 1)
