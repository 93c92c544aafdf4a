"""Pages in Arabic, Hebrew and Persian: what stands on which side, in a theme that turns round and in one that does not.

Words of ours, letters, marks, buttons and charts begin where the page does. Authors' texts run in their own direction.
"""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.themes import PLAIN
from harness.watch import Watch
from mkdocs_recall.model.label_languages import LABEL_LANGUAGES
from mkdocs_recall.ui import words

Url = Callable[..., str]
pytestmark = pytest.mark.quick("chromium")

THEMES = {
    "material": {"name": "material", "font": False},
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "plain": PLAIN,
}
TEXTS = {"ar": "مرحبا بالعالم", "fa": "سلام دنیا", "he": "שלום עולם", "en": "Hello there"}
ITEMS = """/// card | c {level}

{text}?

**{answer}:** {text}, `x = -1`, then $a < b$.

```python
y = 1
```

///

/// mcq | q {level}

{text}?

- [ ] 128
  > {text}.
- [x] {text}
  > {text}.
- [ ] Other
  > {text}.

**{hint}:** {text}.

///

/// order | o {level}

{text}?

1. {text} 1
2. Other

///

/// match | m {level}

{text}?

| A | B |
| --- | --- |
| {text} 1 | {text} 2 |
| One | Two |

///
"""
PRACTICE = (
    "\n//// practice | p\n\n/// card | p1\n\n1?\n\n**Answer:** 1.\n\n///\n\n/// card | p2\n\n2?\n\n**Answer:** 2."
)
PRACTICE += "\n\n///\n\n////\n"


def lesson(language: str, text: str) -> str:
    own = LABEL_LANGUAGES[language]
    return "# A\n\n" + ITEMS.format(text=text, level=own.levels[0][0], **own.labels) + PRACTICE


def site_in(language: str, theme: str, lines: str = "") -> dict[str, object]:
    """What to build: a lesson whose texts are in the language of `lines`, and progress."""
    pages = {"index.md": lesson(language, TEXTS[lines or language]), "progress.md": "# P\n\n/// progress\n\n///\n"}
    pages["review.md"] = "# R\n\n/// review\n\n///\n"
    own = [{"recall": {"site_id": "x", "language": language}}]
    return {
        "pages": pages,
        "theme": {**THEMES[theme], **({"language": language} if theme == "material" else {})},
        "plugins": ["search", *own] if theme == "mkdocs" else own,
    }


TEXT_BOX = """const textBox = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    if (node.data.trim()) boxes.push(range.getBoundingClientRect());
  }
  if (boxes.length === 0) boxes.push(element.getBoundingClientRect());
  return [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
};"""
BOXES = f"""(selectors) => {{ {TEXT_BOX}
  return selectors.map((selector) => {{
    const found = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
    if (!found) throw new Error(`nothing is seen of ${{selector}}`);
    return textBox(found);
  }});
}}"""
GAPS = f"""(found, [side, outer]) => {{ {TEXT_BOX}
  return found.map((each) => {{
    const [left, right] = textBox(each);
    const frame = each.closest(outer).getBoundingClientRect();
    return side === "right" ? frame.right - right : left - frame.left;
  }});
}}"""


def expect_row(page: Page, side: str, *selectors: str) -> None:
    """These are in this order, from the side where the page begins."""
    boxes = page.evaluate(BOXES, list(selectors))
    for first, second in itertools.pairwise(boxes):
        assert first[0] > second[1] - 1 if side == "right" else first[1] < second[0] + 1, (selectors, boxes)


def expect_gap(page: Page, side: str, selector: str, outer: str, least: float, most: float) -> None:
    """The text of each begins so far from the side of what it is in where the page begins."""
    gaps = page.locator(selector).evaluate_all(GAPS, [side, outer])
    assert gaps
    assert all(least < each < most for each in gaps), (selector, gaps)


def check_lesson(page: Page, language: str, side: str, lines: str) -> None:
    """Answer what is there, and look where everything stands."""
    say = words(language)
    page.locator("#recall-c .recall-toggle").click()
    card = "#recall-c .recall-rate"
    expect_row(page, side, f"{card} [data-recall-do=again]", f"{card} [data-recall-do=good]")
    page.locator(f"{card} [data-recall-do=good]").click()
    expect_gap(page, side, "#recall-q [data-recall-letter]", "li", 30, 90)
    question = page.locator("#recall-q")
    question.get_by_role("radio").first.check()
    question.locator(".recall-check").click()
    panel = "#recall-q .recall-status .recall-panel"
    expect(page.locator(f"{panel} .recall-title")).to_have_text(say("mcq.wrong"))
    expect_row(page, side, f"{panel} > .recall-icon", f"{panel} .recall-title")
    question.get_by_role("button", name=say("help.showHint"), exact=True).click()
    # A hint has the direction of its text, with its title and its picture.
    expect_gap(page, lines, "#recall-q .recall-hint > .recall-title", ".recall-hint", 0, 80)
    expect_row(page, side, "#recall-o .recall-pieces .recall-text", "#recall-o .recall-moves")
    for name in ("o", "m"):
        page.locator(f"#recall-{name} [data-recall-do=answer]").click()
    # Here, the room for numbers and bullets is on the side where each line begins.
    expect_gap(page, side, "#recall-m .recall-solution li", ".recall-item", 15, 400)
    expect(page.locator(".recall-matched li").first).to_contain_text("←" if side == "right" else "→")
    expect_row(page, side, "#recall-p .recall-count", "#recall-p .recall-name")
    circles = [f"#recall-p .recall-circles > :nth-child({place})" for place in (1, 2)]
    expect_row(page, side, *circles)


@pytest.mark.parametrize(
    ("language", "theme"),
    [
        ("ar", "material"),
        pytest.param("he", "plain", marks=pytest.mark.long),
        pytest.param("fa", "mkdocs", marks=pytest.mark.long),
        pytest.param("he", "material", marks=pytest.mark.long),
        pytest.param("fa", "material", marks=pytest.mark.long),
    ],
)
def test_a_page_from_right_to_left_begins_on_the_right(
    page: Page, url: Url, way: str, shared_site: Callable[..., Path], language: str, theme: str, watch: Watch
) -> None:
    watch.allow(r"search/worker\.js")  # The theme mkdocs needs a server for its search.
    settings = site_in(language, theme)
    site = shared_site(settings.pop("pages"), **settings)
    page.goto(url(way, "index.html", site))
    check_lesson(page, language, "right", "right")
    assert (
        page.locator("#recall-c recall-answer code").first.evaluate("(it) => getComputedStyle(it).direction") == "ltr"
    )
    page.goto(url(way, "progress.html", site))
    chart = page.locator("svg.recall-forecast")
    today = chart.locator("text.recall-forecast-today").last.bounding_box()
    frame = chart.bounding_box()
    assert frame
    assert today
    assert today["x"] > frame["x"] + frame["width"] * 0.8, "today is where the page begins"
    scales = "(text) => [text.closest('svg'), text].map((each) => getComputedStyle(each).scale)"
    assert chart.locator("text").first.evaluate(scales) == ["-1 1", "-1 1"], "text is turned twice"


@pytest.mark.long
@pytest.mark.parametrize("theme", ["material", "plain"])
@pytest.mark.parametrize(("language", "lines", "side"), [("en", "ar", "left"), ("he", "en", "right")])
def test_a_question_in_another_direction(
    page: Page, url: Url, way: str, shared_site: Callable[..., Path], language: str, lines: str, side: str, theme: str
) -> None:
    """The text runs in its own direction, and all that is ours keeps the side of the page."""
    settings = site_in(language, theme, lines)
    page.goto(url(way, "index.html", shared_site(settings.pop("pages"), **settings)))
    check_lesson(page, language, side, "right" if lines == "ar" else "left")
    runs = "(it) => getComputedStyle(it).direction"
    assert page.locator("#recall-q .recall-stem").evaluate(runs) == ("rtl" if lines == "ar" else "ltr")
    assert page.locator("#recall-q").evaluate(runs) == ("rtl" if language == "he" else "ltr")


@pytest.mark.long
def test_a_due_note_stays_in_its_button(page: Page, url: Url, way: str, build: Callable[..., Path]) -> None:
    """A page whose navigation counts what is due has a style for that number alone."""
    pages = {"index.md": lesson("en", TEXTS["en"]), "review.md": "# Review\n\n/// review\n\n///\n"}
    page.goto(url(way, "index.html", build(pages)))
    page.locator("#recall-c .recall-toggle").click()
    page.locator("#recall-c [data-recall-do=again]").click()
    button = page.locator("#recall-c [data-recall-do=good]")
    note, own = button.locator(".recall-due").bounding_box(), button.bounding_box()
    assert note
    assert own
    assert own["x"] < note["x"]
    assert note["x"] + note["width"] < own["x"] + own["width"]
    assert own["y"] < note["y"] < own["y"] + own["height"]
