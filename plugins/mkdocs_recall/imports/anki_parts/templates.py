"""Templates of cards: which fields of a note are on which side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .collection import Template

_SECTION = re.compile(
    r"\{\{\s*(?P<sign>[#^])\s*(?P<name>[^{}]{1,200}?)\s*\}\}(?P<inside>(?:(?!\{\{\s*[#^]).){0,20000}?)"
    r"\{\{\s*/[^{}]{1,200}\}\}",
    re.DOTALL,
)
_FIELD = re.compile(r"\{\{\s*(?P<filters>(?:[\w -]{1,40}:){0,4})(?P<name>[^{}#^/:]{1,200}?)\s*\}\}")


class CardSides(NamedTuple):
    """The names of the fields on both sides of a card."""

    front: list[str]
    back: list[str]
    hints: list[str]
    typed: str
    """The field that is typed; empty where there is none."""
    cloze: str
    """The field with gaps; empty where there is none."""


def find_sides(template: Template, values: Mapping[str, str]) -> CardSides:
    """Return which fields of a note a card shows."""
    front, back, hints = list[str](), list[str](), list[str]()
    typed = cloze = ""
    for side, text in ((front, template.front), (back, template.back)):
        for found in _FIELD.finditer(_open(text, values)):
            name, filters = found["name"].strip(), found["filters"]
            if name not in values:
                continue
            if "type:" in filters:
                typed = name
            elif "hint:" in filters and name not in hints:
                hints.append(name)
            elif "cloze:" in filters:
                cloze = name
            if name not in (*front, *back, *hints, typed, cloze):
                side.append(name)
    return CardSides(front, [name for name in back if name != typed], hints, typed, cloze)


def _open(text: str, values: Mapping[str, str]) -> str:
    """A template with the sections that these values show."""

    def show(found: re.Match[str]) -> str:
        filled = bool(values.get(found["name"], "").strip())
        return found["inside"] if filled == (found["sign"] == "#") else ""

    for _ in range(10):
        text, changes = _SECTION.subn(show, text)
        if not changes:
            break
    return text
