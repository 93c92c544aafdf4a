"""The field of an explain prompt grows with its text, and ticks come before hints."""

import pytest
from playwright.sync_api import expect

from harness.reader import block, button
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

EXPLAIN = """/// explain | {id} beginner

Why?

**Hint:** Think of padding.

**Concepts:**

- One
- Two

**Model answer:** {model}

///
"""
PAGE = "# Page\n\n" + EXPLAIN.format(id="why", model="One and two.")
PAGE += "\n## After\n\n" + EXPLAIN.format(id="long", model="\n\n".join(["One and two, at length."] * 12))
TEXT = "\n".join(f"Line {number}" for number in range(30))


@pytest.fixture
def folder(shared_site):
    return shared_site({"index.md": PAGE}, theme=PLAIN, plugins=[{"recall": {"site_id": "small"}}])


def measure(field):
    return field.evaluate("each => [each.clientHeight, each.scrollHeight, each.clientWidth]")


@pytest.mark.quick("chromium", "firefox")
def test_the_field_grows_with_its_text_and_nothing_else_moves(page, url, folder):
    page.goto(url("http", "index.html", folder))
    field = block(page, "why").get_by_role("textbox")
    low, _, width = measure(field)
    top = field.bounding_box()["y"]
    field.fill("One line.")
    assert measure(field)[0] == low
    field.press("End")
    field.fill(TEXT)
    height, content, wide = measure(field)
    assert height >= content > low
    assert wide == width
    assert abs(field.evaluate("each => each.getBoundingClientRect().top + scrollY") - top) < 1
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.reload()
    expect(field).to_have_value(TEXT)
    page.wait_for_function(
        "() => { const field = document.querySelector('#recall-why textarea');"
        " return field.scrollHeight <= field.clientHeight; }"
    )
    button(block(page, "why"), "Show model answer").click()
    page.wait_for_function(
        "() => { const field = document.querySelector('#recall-why textarea');"
        " return field.scrollHeight <= field.clientHeight; }"
    )


def test_the_field_is_as_high_as_the_model_answer_beside_it(page, url, folder):
    page.goto(url("http", "index.html", folder))
    prompt = block(page, "long")
    prompt.get_by_role("textbox").fill("Short.")
    button(prompt, "Show model answer").click()
    boxes = [
        prompt.get_by_role("textbox").bounding_box(),
        prompt.locator(".recall-model > recall-answer").bounding_box(),
    ]
    assert boxes[0]["x"] < boxes[1]["x"]
    assert boxes[0]["height"] > 300
    assert abs(boxes[0]["y"] + boxes[0]["height"] - boxes[1]["y"] - boxes[1]["height"]) < 40


def test_ticks_come_before_hints(page, url, folder):
    page.goto(url("http", "index.html", folder))
    prompt = block(page, "why")
    button(prompt, "Show hint").click()
    hint, concepts = prompt.get_by_text("Think of padding."), prompt.get_by_role("checkbox", name="Two")
    expect(hint).to_be_visible()
    prompt.get_by_role("textbox").fill("Because.")
    button(prompt, "Show model answer").click()
    expect(concepts).to_be_visible()
    assert hint.bounding_box()["y"] > concepts.bounding_box()["y"]
    prompt.get_by_role("checkbox", name="One").focus()
    page.keyboard.press("Tab")
    expect(concepts).to_be_focused()
    page.keyboard.press("Tab")
    expect(button(prompt, "Hide hints")).to_be_focused()
    page.reload()
    assert hint.bounding_box()["y"] > concepts.bounding_box()["y"]
