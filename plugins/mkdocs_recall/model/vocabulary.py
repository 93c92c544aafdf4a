"""The words of the syntax: kinds, labels of parts, header settings."""

from __future__ import annotations

import re

KINDS = ("card", "mcq", "explain")
"""Kinds of items."""

DECKS = ("practice", "test")
"""Kinds of containers, which hold items between fences of four slashes."""

PAGE_KINDS = ("ways", "coverage", "progress", "review")
"""Kinds of blocks that belong to a page, not to the bank of items."""

NAMELESS_KINDS = ("coverage", "progress", "review")
"""Kinds that need no id, since nothing is stored under it."""

ALL_KINDS = (*KINDS, *DECKS, *PAGE_KINDS)

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

PARTS = {
    "card": ("answer", "hint", "explanation", "common-mistakes", "learn-more"),
    "mcq": ("hint", "explanation", "solution", "final-answer", "quick-check", "common-mistakes", "learn-more"),
    "explain": ("hint", "concepts", "model-answer", "explanation", "common-mistakes", "learn-more"),
}
"""Parts that each kind may have."""

SETTINGS = {
    "card": ("objective", "aka", "rev"),
    "mcq": ("objective", "aka", "rev", "order"),
    "explain": ("objective", "aka", "rev"),
    "practice": ("title", "aka"),
    "test": ("title", "aka", "draw", "mix", "learn", "from"),
    "ways": ("test", "learn"),
    "coverage": ("under",),
    "progress": ("topic", "under"),
    "review": ("new", "learn"),
}
"""Header settings that each kind may have."""

_LABEL = re.compile(r"(?P<bold>\*\*|__)(?P<label>[^*_]{1,40}?)(?:[:：](?P=bold)|(?P=bold)[:：])(?P<rest>.*)")
_BARE_LABEL = re.compile(r"(?P<bold>\*\*|__)(?P<label>[^*_]{1,40})(?P=bold) *")
NAMES = {label.lower(): name for name, label in LABELS.items()}
"""Name of each part in the code by its label in lower case."""


_USUAL = {f"**{label}": name for name, label in LABELS.items()}


def usual_label(line: str) -> tuple[str, str] | None:
    """The name of the part whose label, written as `fmt` writes it, begins a line, and the text behind it."""
    label, colon, rest = line.partition(":**")
    name = _USUAL.get(label) if colon else None
    return (name, rest.strip()) if name else None


def split_label(line: str) -> tuple[str, str] | None:
    """A bold label with a colon at the start of a line, in lower case, and the text behind it."""
    found = _LABEL.fullmatch(line) if line.startswith(("**", "__")) else None
    return (" ".join(found["label"].lower().split()), found["rest"].strip()) if found else None


def find_label(line: str) -> str | None:
    """The name of the part whose label begins a line, or None."""
    label = split_label(line)
    return NAMES.get(label[0]) if label else None


def find_bare_label(line: str) -> str | None:
    """The name of the part whose label stands alone on a line, without its colon, or None."""
    found = _BARE_LABEL.fullmatch(line)
    return NAMES.get(" ".join(found["label"].lower().split())) if found else None


def letter(index: int) -> str:
    """Letter of the option at `index`, from 0: A to Z, then AA, AB and so on."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)
