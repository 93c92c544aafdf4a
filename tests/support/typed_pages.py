"""Small pages with questions that are typed, put in order and matched, and what a reader does there."""

import json

from playwright.sync_api import Locator, Page, expect

from harness.reader import block, button
from harness.themes import PLAIN

FILL = """/// fill | blanks easy

The Earth turns once in ____ hours. This is why there is ____ and night. It has one ____.

1. 24
    - [x] twenty-four
    - [ ] 12
        > In 12 hours the Earth makes half a turn.
2. day
3. `Moon`

**Hint:** Look up.

///
"""
CODE = """/// fill | code medium

```python
for number in ____(3):
    print(number)
```

What is missing?

1. `range`

///
"""
NUMBER = """/// number | seconds easy unit=seconds

How many seconds does a day have?

- [x] 86,400
  > 24 × 60 × 60 = 86,400.
- [ ] 1,440
  > Those are the minutes of a day.

///
"""
ORDER = """/// order | tea easy

How do you make a cup of tea?

1. Boil the water
2. Pour it over the leaves
3. Wait for three minutes
4. Take the leaves out

- [ ] Freeze the leaves
  > Cold leaves cool the water down.

///
"""
LINES = """/// order | lines medium

Print `3`.

```python
total = 0
for number in [1, 2]:
    total += number
print(total)
```

///
"""
MATCH = """/// match | capitals easy

Which city is the capital?

| Country | Capital | Why |
| --- | --- | --- |
| Australia | Canberra | Sydney is larger. |
| Canada | Ottawa | Toronto is larger. |
| Brazil | Brasília | |
| | Sydney | |

///
"""
ALL = (FILL, CODE, NUMBER, ORDER, LINES, MATCH)
MCQ = "/// mcq | choice easy\n\nWhich?\n\n- [x] This\n- [ ] That\n\n///\n"
IDS = ("blanks", "code", "seconds", "tea", "lines", "capitals")
TEA = ("Boil the water", "Pour it over the leaves", "Wait for three minutes", "Take the leaves out")
SETTINGS = {"theme": PLAIN, "markdown_extensions": ["tables", "pymdownx.superfences"]}


def page_of(*blocks: str) -> str:
    return "# Page\n\n" + "\n".join(blocks)


def pages() -> dict[str, str]:
    """A page with each of them, one without any, a test, a practice and a review."""
    test = "# Test\n\n//// test | the-test draw=4 mix=4,0,0\n\n" + "\n".join(
        each.replace("| blanks", "| t-blanks").replace("| seconds", "| t-seconds").replace("| tea", "| t-tea")
        .replace("| capitals", "| t-capitals")
        for each in (FILL, NUMBER, ORDER, MATCH)
    ) + "\n////\n"  # fmt: skip
    practice = "# Practice\n\n//// practice | set\n\n" + "\n".join(
        each.replace("| seconds", "| p-seconds").replace("| capitals", "| p-capitals") for each in (NUMBER, MATCH)
    ) + "\n////\n"  # fmt: skip
    return {
        "index.md": page_of(*ALL),
        "choice.md": page_of(MCQ),
        "test.md": test,
        "practice.md": practice,
        "review.md": "# Review\n\n/// review\n///\n",
    }


def status(item: Locator) -> Locator:
    return item.get_by_role("status")


def check(item: Locator) -> None:
    button(item, "Check answer").click()


def blank(item: Locator, number: int, of: int = 3) -> Locator:
    return item.get_by_label(f"Blank {number} of {of}")


def select(item: Locator, country: str) -> Locator:
    return item.get_by_role("combobox", name=country)


def rows(item: Locator) -> list[str]:
    return [text.strip() for text in item.locator(".recall-pieces > li > .recall-text").all_inner_texts()]


def row(item: Locator, text: str) -> Locator:
    return item.locator(":is(.recall-pieces, .recall-tray) > li").filter(has_text=text)


def put_in_order(item: Locator, *wanted: str) -> None:
    """Move each piece up to its place, with its button, and what is left over out of use."""
    for at, text in enumerate(wanted):
        while rows(item)[at] != text:
            button(row(item, text), "Move up").click()
    for text in rows(item)[len(wanted) :]:
        while text in rows(item):
            button(row(item, text), "Move down").click()


def log_of(page: Page, id: str) -> list[dict[str, object]]:
    """What is recorded of an item; nothing before its first attempt."""
    raw = page.evaluate(
        "id => localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(`:i:${id}`)) ?? '')", id
    )
    log: list[dict[str, object]] = json.loads(raw)["log"] if raw else []
    return log


def open_page(page: Page, url, way: str, typed, path: str = "index.html") -> None:
    page.goto(url(way, path, typed))
    expect(page.locator("h1")).to_be_visible()
    if path == "index.html":
        expect(button(block(page, "tea"), "Move up").first).to_be_visible()


def answer_partly(page: Page, prefix: str = "") -> None:
    """Answer two of three blanks, one right, and choose for one country what is wrong."""
    blanks = block(page, f"{prefix}blanks")
    blank(blanks, 1).fill("24")
    blank(blanks, 2).fill("noon")
    select(block(page, f"{prefix}capitals"), "Brazil").select_option("Ottawa")
