"""What an option contains works without choosing it, and text runs in its own direction."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.quick("chromium")

Url = Callable[..., str]

OPERATED = """# Page

/// mcq | an-id easy

Which?

- [ ] Open it

  <details><summary>Details</summary><p>Inside them</p></details>

- [ ] Write

  <input type="text" aria-label="Field"> <input type="checkbox" aria-label="Box">
  <select aria-label="List"><option>one</option><option>two</option></select>
  <button type="button" onclick="this.textContent = 'Pressed'">Press</button>

- [x] Follow [a link](#page)
- [ ] Submit

  <button>Send</button>

///
"""
HEBREW = "\u05e9\u05dc\u05d5\u05dd"
RIGHT_TO_LEFT = f"""# Page

<div dir="rtl" markdown>

/// mcq | an-id easy

Which number?

- [x] -1
  > {HEBREW} {HEBREW}.
- [ ] {HEBREW}.
  > In English.
- [ ] 5 - 3 = 2

**Hint:** {HEBREW}.

{HEBREW} `-1` {HEBREW}

///

/// card | a-card

{HEBREW}?

**Answer:** An answer.

///

</div>
"""


@pytest.fixture
def question(page: Page, url: Url, way: str, build: Callable[..., Path]) -> Page:
    page.goto(url(way, "index.html", build({"index.md": OPERATED}, markdown_extensions=["md_in_html"])))
    return page


def expect_nothing_chosen(page: Page) -> None:
    assert page.locator('[name="recall-an-id"]:checked').count() == 0
    assert page.locator("recall-mcq").get_attribute("data-recall-state") is None


def test_the_mouse_operates_what_is_in_an_option(question: Page) -> None:
    question.get_by_text("Details").click()
    expect(question.get_by_text("Inside them")).to_be_visible()
    question.get_by_text("Inside them").click()
    question.get_by_label("Field").fill("12")
    question.get_by_label("Box").check()
    question.get_by_label("List").select_option("two")
    question.get_by_role("button", name="Press").click()
    expect(question.get_by_role("button", name="Pressed")).to_be_visible()
    question.get_by_role("button", name="Send").click()
    question.get_by_role("link", name="a link").click()
    assert question.url.endswith("#page")
    expect_nothing_chosen(question)
    expect(question.locator("recall-mcq .recall-status")).to_be_empty()


@pytest.mark.quick("firefox")
def test_the_keyboard_operates_what_is_in_an_option(question: Page) -> None:
    question.get_by_text("Details").focus()
    question.keyboard.press("Enter")
    expect(question.get_by_text("Inside them")).to_be_visible()
    question.keyboard.press("1")
    question.get_by_label("Field").focus()
    question.keyboard.type("123")
    question.keyboard.press("Enter")
    expect(question.get_by_label("Field")).to_have_value("123")
    question.get_by_label("Box").focus()
    question.keyboard.press("Space")
    question.keyboard.press("2")
    expect(question.get_by_label("Box")).to_be_checked()
    question.get_by_role("link", name="a link").focus()
    question.keyboard.press("Enter")
    assert question.url.endswith("#page")
    expect_nothing_chosen(question)
    expect(question.locator("recall-mcq .recall-status")).to_be_empty()


def test_the_rest_of_the_row_still_chooses_it(question: Page) -> None:
    question.get_by_text("Open it").click()
    expect(question.locator('[name="recall-an-id"]').first).to_be_checked()
    question.locator("fieldset label").nth(2).click(position={"x": 5, "y": 5})
    expect(question.locator('[name="recall-an-id"]').nth(2)).to_be_checked()


LEFT_EDGES = """([selector, index]) => {
  const element = document.querySelectorAll(selector)[index];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const edges = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    [...node.data].forEach((char, at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      if (char.trim()) edges.push([char, range.getBoundingClientRect().left]);
    });
  }
  return edges.sort((a, b) => a[1] - b[1]).map(([char]) => char).join("");
}"""


def seen(page: Page, selector: str, index: int = 0) -> str:
    """The characters of an element as they stand, from left to right."""
    return page.evaluate(LEFT_EDGES, [selector, index])


def test_text_runs_in_its_own_direction(page: Page, url: Url, way: str, build: Callable[..., Path]) -> None:
    site = build({"index.md": RIGHT_TO_LEFT}, markdown_extensions=["md_in_html", "attr_list"])
    page.goto(url(way, "index.html", site))
    expect(page.get_by_role("button", name="Check answer")).to_be_visible()
    mirrored = f".{HEBREW[::-1]}"
    assert seen(page, "p.recall-stem") == "Whichnumber?"
    assert seen(page, "[data-recall-letter]", 0) == "-1"
    assert seen(page, "[data-recall-letter]", 1) == mirrored
    assert seen(page, "[data-recall-letter]", 2) == "5-3=2"
    assert seen(page, "p.recall-prompt") == f"?{HEBREW[::-1]}"
    assert seen(page, "legend") == "Chooseoneanswer."
    page.get_by_role("button", name="Show hint").click()
    assert seen(page, ".recall-hint > p:not(.recall-title)") == mirrored
    # Code keeps its direction in a sentence. A bare -1 reads 1- there, as Unicode has it, in an item or anywhere else.
    assert seen(page, ".recall-hint > p:not(.recall-title)", 1) == f"{HEBREW[::-1]}-1{HEBREW[::-1]}"
    page.locator("fieldset > ol input").first.check()
    page.get_by_role("button", name="Check answer").click()
    panel = page.locator(".recall-status .recall-panel")
    expect(panel).to_contain_text(HEBREW)
    assert seen(page, ".recall-status .recall-body > p:not(.recall-title)") == f".{HEBREW[::-1]}{HEBREW[::-1]}"
    page.locator("recall-mcq").get_by_role("button", name="Show answer").click()
    assert seen(page, ".recall-solution .recall-reasons > li", 1) == "InEnglish."
    page.get_by_text("Show answer").last.click()
    assert seen(page, "recall-card recall-answer") == "Ananswer."
    assert seen(page, ".recall-ask") == "Didyourecallit?"
    # What nothing in it turns has no attribute, and runs from left to right in any page.
    for index, direction in enumerate((None, "auto", None)):
        assert page.locator("[data-recall-letter]").nth(index).get_attribute("dir") == direction


PRACTICE = """# Page

<div dir="rtl" markdown>

//// practice | a-set

/// card | one easy

What is 1?

**Answer:** One.

///

/// mcq | two easy

What is 2?

- [x] Two
  > Yes.
- [x] Zwei
  > Yes.
- [ ] Three
  > No.

**Hint:** Count.

**Hint:** Count again.

**Solution:**

1. First.
2. Second.

///

////

/// card | three

What is 3?

**Answer:** Three.

///

/// card | four

What is 4?

**Answer:** Four.

///

/// explain | five

What is 5?

**Concepts:**

- One
- Two

**Model answer:** Five.

///

</div>
"""
SCRAMBLED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("[dir=rtl]"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("[dir=auto], script, style") || !node.data.trim()) continue;
    const places = [...node.data].map((char, at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return [char, range.getBoundingClientRect()];
    });
    const shown = places.filter(([char, box]) => char.trim() && box.width > 0);
    const lines = shown.every(([, box]) => Math.abs(box.top - shown[0][1].top) < 5);
    if (lines && shown.some(([, box], at) => at > 0 && box.left < shown[at - 1][1].left - 1)) found.push(node.data);
  }
  return found;
}"""


def test_our_words_stay_in_order_in_a_page_from_right_to_left(
    page: Page, url: Url, way: str, build: Callable[..., Path]
) -> None:
    page.goto(url(way, "index.html", build({"index.md": PRACTICE}, markdown_extensions=["md_in_html"])))
    expect(page.get_by_text("1 of 2").first).to_be_visible()
    assert page.evaluate(SCRAMBLED) == []
    page.get_by_text("Show answer").first.click()
    page.get_by_role("button", name="Good").first.click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Show hint").click()
    page.get_by_role("button", name="Show step 1 of 2").click()
    page.get_by_label("Two").first.check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.get_by_text("1 of 2 found")).to_be_visible()
    assert page.evaluate(SCRAMBLED) == []
    page.get_by_role("button", name="All questions").click()
    page.get_by_role("textbox").fill("A text that is long enough to compare. It has two lines.")
    page.get_by_role("button", name="Show model answer").click()
    assert page.evaluate(SCRAMBLED) == []
