"""The ticks of an explanation: kept at once, and again where they were lost."""

from playwright.sync_api import Page, expect

from harness.lesson import LESSON, store_of
from harness.reader import block, button

KEY = "recall:small-site:i:why"


def tick(page: Page, url, way: str, folder) -> None:
    page.goto(url(way, LESSON, folder))
    prompt = block(page, "why")
    prompt.get_by_role("textbox").fill("Because.")
    button(prompt, "Show model answer").click()
    prompt.get_by_role("checkbox", name="One").check()


def wait_for_entries(page: Page, number: int) -> None:
    store_of(page).wait_for_function(
        "([key, number]) => JSON.parse(localStorage.getItem(key) ?? '{}').log?.length === number", arg=[KEY, number]
    )


def test_a_tick_is_recorded_at_once_and_one_time(page, url, way, folder):
    tick(page, url, way, folder)
    page.goto(url(way, "index.html", folder))
    page.goto(url(way, LESSON, folder))
    expect(block(page, "why").get_by_role("checkbox", name="One")).to_be_checked()
    wait_for_entries(page, 1)


def test_a_tick_that_was_not_recorded_is_recorded_at_the_next_visit(page, url, way, folder):
    tick(page, url, way, folder)
    wait_for_entries(page, 1)
    for place in {page.main_frame, store_of(page)}:
        place.evaluate("key => localStorage.removeItem(key)", KEY)
    page.reload()
    expect(block(page, "why").get_by_text("You got 1/2 concepts")).to_be_visible()
    wait_for_entries(page, 1)
