"""A site with a review, and what a reader finds there, for tests of the review."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page

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
