"""The kinds of blocks: what each is called, how it is read, what makes it unusable, and what it asks.

A kind is one class with five answers (see `items.item.Item`), and this table is the only place that lists them.
`render` and the client have a table of the same shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .items.card import Card
from .items.explain import Explain
from .items.fill import FillIn
from .items.item import Item
from .items.match import Match
from .items.mcq import Mcq
from .items.number import Number
from .items.order import Order
from .page.coverage import Coverage
from .page.downloads import Downloads
from .page.goals import Goals
from .page.map import TopicMap
from .page.page_block import PageBlock
from .page.progress import Progress
from .page.review import Review
from .page.today import Today
from .page.ways import Ways
from .sets.item_set import CONFIDENCE, ItemSet
from .sets.practice import Practice
from .sets.test import MasteryTest

Block = Item | ItemSet | PageBlock

ITEMS: dict[str, type[Item]] = {kind.spec.name: kind for kind in (Card, Mcq, Explain, FillIn, Number, Order, Match)}
SETS: dict[str, type[ItemSet]] = {kind.spec.name: kind for kind in (Practice, MasteryTest)}
PAGE_BLOCKS: dict[str, type[PageBlock]] = {
    kind.spec.name: kind for kind in (Ways, Coverage, Progress, Review, Today, Goals, TopicMap, Downloads)
}
KINDS: dict[str, type[Block]] = {**ITEMS, **SETS, **PAGE_BLOCKS}


def find_kinds(blocks: Iterable[Block], *, confidence: bool = False) -> set[str]:
    """The kinds of what stands on a page with these blocks.

    `confidence` is among them where readers can say how sure they are, in a set that asks or on a site that does.
    """
    blocks = tuple(blocks)
    kinds = {kind for block in blocks for kind in _held_by(block)}
    shown = kinds | find_borrowed_kinds(blocks) if confidence else set()
    if any(kind.spec.may_be_tested for name, kind in ITEMS.items() if name in shown):
        kinds.add(CONFIDENCE.name)
    return kinds


def _held_by(block: Block) -> Iterator[str]:
    yield block.spec.name
    if isinstance(block, ItemSet):
        yield from (item.spec.name for item in block.items)
        if block.asks_confidence:
            yield CONFIDENCE.name


def find_borrowed_kinds(blocks: Iterable[Block]) -> set[str]:
    """The kinds that items of other pages may have that a page with these blocks shows."""
    kinds: set[str] = set()
    for block in blocks:
        if isinstance(block, Review):
            kinds.update(ITEMS)
        elif isinstance(block, ItemSet) and block.origins:
            kinds.update(name for name, kind in ITEMS.items() if kind.spec.may_be_tested)
    return kinds


__all__ = [
    "ITEMS",
    "KINDS",
    "PAGE_BLOCKS",
    "SETS",
    "Block",
    "Card",
    "Coverage",
    "Downloads",
    "Explain",
    "FillIn",
    "Goals",
    "Item",
    "ItemSet",
    "MasteryTest",
    "Match",
    "Mcq",
    "Number",
    "Order",
    "PageBlock",
    "Practice",
    "Progress",
    "Review",
    "Today",
    "TopicMap",
    "Ways",
    "find_borrowed_kinds",
    "find_kinds",
]
