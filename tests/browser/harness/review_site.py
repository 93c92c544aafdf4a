"""A site with a review, and what a reader finds there, for tests of the review."""

import json
import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

PIXEL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#3d4db3"/></svg>\n'
)
CARD = """/// card | {id}

What does {id} ask?

**Answer:** The answer of {id}.

///
"""
RICH = """# Rich

/// card | rich-card

What does the card ask? See [the other page](../other.md#other) and ![a square](square.svg).

**Hint:** In the note.

**Answer:** As the note says.[^note]

=== "First"

    Text of the first tab.

=== "Second"

    Text of the second tab.

```python
print("copied")
```

///

/// mcq | rich-question

Which one?

- [x] The key
  > Because it is.
- [ ] The distractor
  > Because it is not.

**Hint:** Think.

///

/// explain | rich-explain

Explain it.

**Concepts:**

- The first concept
- The second concept
- The third concept

**Model answer:** All three.

///

[^note]: The note itself.
"""
SITE = {
    "index.md": "# Home\n",
    "deep/rich.md": RICH,
    "deep/square.svg": PIXEL,
    "other.md": "# Other\n\n## Other\n\n" + "\n".join(CARD.format(id=f"other-{at}") for at in range(3)),
    "far/review.md": "# Review\n\n/// review new=20 learn=../other.md\n\n///\n\n<label>Field <input></label>\n",
}
EXTENSIONS = ["footnotes", "pymdownx.superfences", "pymdownx.highlight", {"pymdownx.tabbed": {"alternate_style": True}}]
THEME = {"name": "material", "font": False, "features": ["content.code.copy", "navigation.instant"]}
REVIEW = "far/review.html"
DAY = "{ day: 'numeric', month: 'short' }"
Log = dict[str, object]
"""An entry of a log, as it is stored."""
LATER = "{ const now = Date.now; Date.now = () => now() + DAYS * 86400000; }"


def button(holder: Locator | Page, name: str | re.Pattern[str]) -> Locator:
    return holder.get_by_role("button", name=name)


def rate(page: Page, ids: Sequence[str], name: str = "Again") -> None:
    """Open cards on their own page and rate them."""
    for id in ids:
        card = page.locator(f'[id="recall-{id}"]')
        card.get_by_text("Show answer").click()
        button(card, name).click()


def review(page: Page) -> Locator:
    return page.locator("recall-review")


def card(page: Page) -> Locator:
    """The card in view."""
    return review(page).locator(".recall-items > .recall-item")


def explain(page: Page) -> None:
    """Write an explanation with one concept of three."""
    prompt = page.locator('[id="recall-rich-explain"]')
    prompt.get_by_label("Your explanation").fill("What I think.")
    button(prompt, "Show model answer").click()
    prompt.get_by_role("checkbox").nth(0).check()
    expect(prompt).to_contain_text("You got 1/3 concepts")
    expect(prompt).to_contain_text("2 concepts come back in your review.")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def log_of(page: Page, id: str) -> list[Log]:
    """What the store that this page uses holds of an item."""
    return json.loads(page.evaluate(f"localStorage.getItem('recall:small:i:{id}')"))["log"]
