"""The words of the syntax: names of kinds, labels of parts, levels. What a kind is, its class in `kinds` says."""

from __future__ import annotations

ITEM_KINDS = ("card", "mcq", "explain", "fill", "number", "order", "match")
"""Kinds of items."""

SET_KINDS = ("practice", "test")
"""Kinds of containers, which hold items between fences of four slashes."""

PAGE_KINDS = ("ways", "coverage", "progress", "review", "today", "goals", "map", "downloads")
"""Kinds of blocks that belong to a page, not to the bank of items."""

NAMELESS_KINDS = ("coverage", "progress", "review", "today", "map", "downloads")
"""Kinds that need no id, since nothing is stored under it."""

ALL_KINDS = (*ITEM_KINDS, *SET_KINDS, *PAGE_KINDS)

FOREIGN = frozenset(
    (
        *("admonition", "attention", "caution", "danger", "error", "tip", "hint", "note", "warning", "important"),
        *("abstract", "info", "success", "question", "failure", "bug", "example", "quote"),
        *("details", "tab", "html", "define", "caption", "figure-caption", "table-caption", "figure", "table"),
    )
)
"""Names of the blocks of pymdown-extensions, which share our fence."""

LABELS = {
    "answer": "Answer",
    "hint": "Hint",
    "explanation": "Explanation",
    "solution": "Solution",
    "final-answer": "Final answer",
    "quick-check": "Quick check",
    "common-mistakes": "Common mistakes",
    "concepts": "Concepts",
    "model-answer": "Model answer",
    "learn-more": "Learn more",
}
"""Label of each part by its name in the code."""

DEFAULT_LEVELS: tuple[tuple[str, ...], ...] = (
    ("easy", "beginner"),
    ("medium", "intermediate"),
    ("hard", "advanced"),
)
"""Level names by rank: the names at index 0 have rank 1."""


def letter(index: int) -> str:
    """Return the letter of the option at `index`, from 0: A to Z, then AA, AB and so on."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)
