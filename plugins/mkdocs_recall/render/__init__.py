"""From an item to elements: the only Python that knows the HTML (described in docs/reference/html.md).

What a reader needs is written here in full; the client adds behaviour. A key, a reason, a hint or a step stands inside
a `recall-answer` element and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any
from xml.etree.ElementTree import Element

from ..kinds import Item, ItemSet
from ..model.vocabulary import ITEM_KINDS
from ..ui import Words
from .elements import Fill
from .parts import Links, add_run
from .sets.item_set import Surroundings
from .sets.practice import render_practice
from .sets.test import render_test

__all__ = ["ITEM_RENDERERS", "SET_RENDERERS", "Fill", "Links", "Surroundings", "render_item", "render_set"]

FillItem = Callable[[Element, Any, Fill, Links, Words], None]
"""Writes an item into its element."""
RenderSet = Callable[[Any, Sequence[Element], Surroundings], Element]

ITEM_RENDERERS: dict[str, FillItem] = {
    name: getattr(import_module(f".items.{name}", __name__), f"fill_{name}") for name in ITEM_KINDS
}
"""The HTML of each kind of item: the function `fill_KIND` in its file, which is named as the kind."""
SET_RENDERERS: dict[str, RenderSet] = {"practice": render_practice, "test": render_test}
"""The HTML of each kind of set."""


def render_item(item: Item, fill: Fill, links: Links, say: Words, *, asks_confidence: bool = False) -> Element:
    """Return the element of an item. Where readers can say how sure they are, a question keeps room for the buttons."""
    root = Element(
        f"recall-{item.kind}", {"class": "recall-item", "id": f"recall-{item.id}", "data-recall-id": item.id}
    )
    root.set("data-recall-rev", item.revision)
    if item.aka:
        root.set("data-recall-aka", " ".join(item.aka))
    if asks_confidence and item.spec.may_be_tested:
        root.set("data-recall-confidence", "")
    ITEM_RENDERERS[item.kind](root, item, fill, links, say)
    add_run(root, links, say)
    return root


def render_set(item_set: ItemSet, children: Sequence[Element], around: Surroundings) -> Element:
    """Return the element of a set around its items' elements."""
    return SET_RENDERERS[item_set.kind](item_set, children, around)
