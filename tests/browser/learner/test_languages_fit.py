"""The words of every shipped language fit a narrow screen: nothing reaches out of it, and no text lies on another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from harness.reader import block
from harness.review_site import LATER
from harness.themes import PLAIN
from mkdocs_recall.ui import words
from paths import PACKAGE

OpenContext = Callable[..., BrowserContext]
LANGUAGES = sorted(path.stem for path in (PACKAGE / "ui").glob("*.json"))

MCQ = """/// mcq | {id} {level} objective=one

Which one?

- [x] 128
  > It is.
- [ ] 64
  > It is not.

**Hint:** Think.

**Solution:**

1. **First.** One.
2. **Then.** Two.

///
"""
LESSON = f"""# Lesson

/// goals | goals

- Know it {{objective=one}}

///

/// ways | ways test=test.md

///

/// card | card-good beginner

What?

**Answer:** That.

///

/// card | card-again beginner

What?

**Answer:** That.

///

{MCQ.format(id="missed", level="easy")}
Text.

{MCQ.format(id="open", level="hard")}
Text.

/// number | number medium unit=m

How long?

- [x] 168

///

Text.

/// order | order hard

In order?

1. One
2. Two

- [ ] Three

///

Text.

/// explain | explain beginner

Why?

**Concepts:**

- One
- Two

**Model answer:** One and two.

///
"""
TEST = "# Test\n\n//// test | test draw=8 mix=8,0,0 learn=lesson.md\n\n" + "\n".join(
    MCQ.format(id=f"test-{at}", level="easy") for at in range(8)
)
MAP = "/// map\n\n1. [Lesson](lesson.md), 9 min\n\n///\n"
PAGES = {
    "index.md": f"# Home\n\n/// today test=test.md learn=lesson.md\n\n///\n\n{MAP}",
    "lesson.md": LESSON,
    "test.md": f"{TEST}\n////\n",
    "review.md": "# Review\n\n/// review\n\n///\n",
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
}

_FAULTS = """() => {
    const width = document.documentElement.clientWidth;
    const texts = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const isSeen = (element) => {
        if (!element.checkVisibility({ visibilityProperty: true })) return false;
        for (let at = element; at; at = at.parentElement) {
            const { clipPath, overflowX } = getComputedStyle(at);
            if (clipPath !== "none" || (overflowX !== "visible" && at.clientWidth < 2)) return false;
        }
        return !["OPTION", "SCRIPT", "STYLE", "TEXTAREA"].includes(element.tagName);
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent.trim() === "" || !isSeen(node.parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) if (rect.width > 1) texts.push([node.textContent.trim(), rect]);
    }
    const far = texts.filter(([, { left, right }]) => left < -1 || right > width + 1).map(([text]) => `out: ${text}`);
    const pairs = texts.flatMap(([text, a], at) => texts.slice(at + 1).flatMap(([other, b]) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 2 && down > 6 ? [`${text} / ${other}`] : [];
    }));
    const wide = document.documentElement.scrollWidth > width ? ["the page is wider than the screen"] : [];
    return [...wide, ...far, ...pairs];
}"""


def answer_lesson(page: Page, name: Callable[[str], str]) -> None:
    """Rate, miss, leave and explain."""
    for id, rating in (("card-good", "good"), ("card-again", "again")):
        block(page, id).get_by_text(name("help.showAnswer"), exact=True).click()
        block(page, id).locator(f'[data-recall-do="{rating}"]').click()
    for id in ("missed", "number", "order"):
        item = block(page, id)
        if id == "missed":
            item.get_by_role("radio").nth(1).check()
            press(item, name("help.showHint"))
        if id == "number":
            item.get_by_role("textbox").fill("1")
        press(item, name("mcq.check"))
    block(page, "explain").get_by_role("textbox").fill("One.\nTwo.")
    press(block(page, "explain"), name("page.explain.model"))


def press(holder: Locator, name: str) -> None:
    holder.get_by_role("button", name=name, exact=True).first.click()


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_language_fit_a_narrow_screen(
    language: str, open_context: OpenContext, url: Callable[..., str], shared_site: Callable[..., Path]
) -> None:
    plugins = [{"recall": {"site_id": "fit", "language": language, "confidence": "ask"}}]
    site = shared_site(PAGES, theme=PLAIN, plugins=plugins)
    context = open_context("chromium", width=320)
    faults = dict[str, list[str]]()

    def name(key: str) -> str:
        return words(language)(key)

    def look(page: Page, what: str) -> None:
        page.wait_for_load_state("networkidle")
        if found := page.evaluate(_FAULTS):
            faults[what] = found

    page = context.new_page()
    page.goto(url("http", "lesson.html", site))
    answer_lesson(page, name)
    look(page, "lesson, answered")
    page.goto(url("http", "test.html", site))
    look(page, "test, new")
    press(page.locator("recall-test"), name("startTest"))
    finish_test(page, name)
    look(page, "test, result")
    for days in (0, 9):
        page = context.new_page()
        page.add_init_script(LATER.replace("DAYS", str(days)))
        for path in ("index", "lesson", "review", "progress"):
            page.goto(url("http", f"{path}.html", site))
            look(page, f"{path}, after {days} days")
    assert faults == {}


def finish_test(page: Page, name: Callable[[str], str]) -> None:
    """Answer some questions and leave the others."""
    test = page.locator("recall-test")
    for number in range(8):
        shown = test.locator(".recall-items > :visible")
        if number < 5:
            shown.get_by_role("radio").nth(number % 2).check()
        if number < 7:
            press(test, name("next"))
    press(test, name("test.finish"))
    test.locator('[data-recall-do="finish-now"]').click()
