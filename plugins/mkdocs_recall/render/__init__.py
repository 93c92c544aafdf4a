"""From an item to elements: the only Python that knows the HTML (described in docs/reference/html.md).

What a reader needs is written here in full; the client adds behaviour. A key, a reason, a hint or a step stands inside
a `recall-answer` element and nowhere else.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.items import Card, Choice, Explain, Item
from .elements import Fill
from .items.card import add_tally, fill_card, join_sheet
from .items.choice import fill_choice
from .items.explain import fill_explain
from .page.coverage import render_coverage
from .page.progress import render_progress
from .page.review import render_review
from .page.ways import render_ways
from .parts import Links
from .problems import render_error, render_note, render_problems, render_warning, write_error
from .sets.sets import render_deck

ITEM_TAGS = ("recall-card", "recall-mcq", "recall-explain")
DECK_TAGS = ("recall-practice", "recall-test")
PAGE_TAGS = ("recall-progress", "recall-review")
"""Elements of blocks that belong to a page and need the script."""
BLOCK_TAGS = (*ITEM_TAGS, *DECK_TAGS, *PAGE_TAGS, "recall-answer")
"""Elements of ours that hold blocks."""

__all__ = [
    "BLOCK_TAGS",
    "DECK_TAGS",
    "ITEM_TAGS",
    "Fill",
    "Links",
    "add_tally",
    "join_sheet",
    "render",
    "render_coverage",
    "render_deck",
    "render_error",
    "render_note",
    "render_problems",
    "render_progress",
    "render_review",
    "render_warning",
    "render_ways",
    "write_error",
]


def render(item: Item, fill: Fill, links: Links | None = None) -> Element:
    """The element of an item."""
    links = links or Links()
    root = Element(
        f"recall-{item.kind}", {"class": "recall-item", "id": f"recall-{item.id}", "data-recall-id": item.id}
    )
    root.set("data-recall-rev", item.revision)
    if item.aka:
        root.set("data-recall-aka", " ".join(item.aka))
    if isinstance(item, Choice):
        fill_choice(root, item, fill, links)
    elif isinstance(item, Explain):
        fill_explain(root, item, fill, links)
    elif isinstance(item, Card):
        fill_card(root, item, fill, links)
    return root
