"""What exports need to know of a kind of item; each kind fills it in, in a file of `exports/kinds/`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from ...kinds import Item
from ...model.items import ListEntry
from ...model.text import Text

WriteItem = Callable[..., Any]
"""Writes an item. What it takes and returns is up to the format: see the other kinds."""
Groups = Sequence[Sequence[ListEntry]]
"""What readers produce: the entries of each blank, the pieces to order, or both sides of each pair."""


def _read_stem(item: Any) -> Text:
    stem: Text = item.stem
    return stem


def _read_nothing(item: Any) -> Groups:
    return ()


def _read_no_unit(item: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportKind:
    """How each format writes the items of a kind."""

    anki: WriteItem
    moodle: WriteItem
    gift: WriteItem
    canvas: WriteItem
    standard: WriteItem
    """QTI 2.1 and 3.0."""
    csv: WriteItem
    worksheet: WriteItem
    json: WriteItem
    stem: Callable[[Any], Text] = _read_stem
    """The question, with a sign in place of each blank."""
    answers: Callable[[Any], Groups] = _read_nothing
    """What readers produce; nothing for a kind whose entries are to choose from or to compare with."""
    unit: Callable[[Any], str] = _read_no_unit
    """What the answer counts or measures; empty without one."""


WRITERS = tuple(field.name for field in fields(ExportKind) if field.name not in ("stem", "answers", "unit"))
"""The formats and their profiles for which a kind has a function."""


def texts_of(item: Item, kind: ExportKind) -> list[Text]:
    """All texts of an item that an export may need, in the order in which `make_view` takes them."""
    groups = kind.answers(item)
    found = [kind.stem(item)]
    for group in groups:
        for entry in group:
            found += [entry.text, *([entry.reason] if entry.reason else [])]
    for piece in list(item.body())[1:]:
        if groups and not piece.label:
            continue
        if piece.entries:
            for entry in piece.entries:
                found += [entry.text, *([entry.reason] if entry.reason else [])]
        else:
            found += piece.steps or (piece.text,)
    return found
