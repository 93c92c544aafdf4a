"""Searches find the lesson before questions about it, through the search of each theme itself."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} easy objective=padding

Which padding does a batch of rows need, if no row is to be cut?

- [x] Padding to the longest
  > Padding.
- [ ] No padding
  > Padding.

///

"""
FILLER = " ".join(f"Sentence {number} says something about tokens and their numbers." for number in range(12))
LESSON = f"""# Tokens

{FILLER}

## Padding

Short rows get padding. {FILLER}

{QUESTION.format(id="q1")}{QUESTION.format(id="q2")}

## Cutting

{FILLER}
"""
TEST = (
    "# Check\n\n//// test | t draw=8 mix=8,0,0\n\n"
    + "".join(QUESTION.format(id=f"t{at}") for at in range(8))
    + "////\n"
)
PAGES = {"index.md": "# Home\n\nHello.\n", "lesson.md": LESSON, "test.md": TEST}


def test_material_shows_the_section_before_questions(chromium_page, url, small_site):
    page = chromium_page
    folder = small_site(
        PAGES, theme={"name": "material", "font": False}, plugins=["search", {"recall": {"site_id": "s"}}]
    )
    page.goto(url("http", "index.html", folder))
    page.get_by_role("textbox", name="Search").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.get_by_role("textbox", name="Search").press_sequentially("rows")  # in the text, and in titles of questions
    first = page.locator(".md-search-result__item").first
    expect(first.locator("a").first).to_have_attribute("href", re.compile(r"lesson\.html"))
    expect(first.locator("a").nth(1)).to_have_attribute("href", re.compile(r"lesson\.html.*#padding$"))


def test_the_own_search_shows_the_section_before_questions(chromium_page, url, small_site):
    page = chromium_page
    theme = {"name": "mkdocs", "highlightjs": False}
    folder = small_site(PAGES, theme=theme, plugins=["search", {"recall": {"site_id": "s"}}])
    page.goto(url("http", "index.html?q=padding", folder))
    results = page.locator("#mkdocs-search-results article a")
    expect(results.first).to_have_attribute("href", re.compile(r"lesson\.html#padding$"))
    expect(page.get_by_role("link", name="Question or card").first).to_be_attached()
