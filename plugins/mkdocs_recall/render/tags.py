"""The names of our elements."""

from __future__ import annotations

from ..model.vocabulary import ITEM_KINDS, SET_KINDS

ITEM_TAGS = tuple(f"recall-{kind}" for kind in ITEM_KINDS)
"""Elements of items; none holds another."""
SET_TAGS = tuple(f"recall-{kind}" for kind in SET_KINDS)
PAGE_TAGS = ("recall-progress", "recall-review", "recall-today", "recall-map")
"""Elements of blocks that belong to a page and need the script."""
BLOCK_TAGS = (*ITEM_TAGS, *SET_TAGS, *PAGE_TAGS, "recall-goals", "recall-downloads", "recall-answer")
"""Elements of ours that hold blocks."""
