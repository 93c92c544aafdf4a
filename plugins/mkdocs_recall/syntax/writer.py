"""How a block is written in its canonical form: for `recall fmt`, `diff` and `new`, and in messages to paste."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.items import ListEntry, Piece
from ..model.text import Text
from ..model.vocabulary import LABELS, SET_KINDS
from .first_line import find_sign


def write_header(kind: str, id: str, level: str = "", settings: Mapping[str, str] | None = None) -> str:
    """Return a header with single spaces, and with quotes only where needed; without an id its bar is left out."""
    words = ["////" if kind in SET_KINDS else "///", kind, *(("|", id) if id else ())]
    if level:
        words.append(write_level(level))
    return " ".join([*words, *(write_setting(name, value) for name, value in (settings or {}).items())])


def write_level(level: str) -> str:
    """Return a level as a header names it: alone, or as a setting where it is more than one word."""
    return write_setting("level", level) if re.search(r"[\s=]", level) else level


def write_setting(name: str, value: str) -> str:
    """Return a setting as a header has it."""
    return f'{name}="{value}"' if re.search(r"\s", value) else f"{name}={value}"


def write_body(pieces: Iterable[Piece]) -> Iterator[str]:
    """Return the lines of an item's body, with a blank line below each piece."""
    for piece in pieces:
        if piece.label and piece.entries:
            yield f"**{LABELS[piece.label]}:**"
            yield ""
        if piece.entries:
            yield from _list(piece.entries)
        elif piece.label:
            yield from _part(LABELS[piece.label], piece.text)
        else:
            yield from piece.text.lines
            yield ""


def _list(entries: Sequence[ListEntry]) -> Iterator[str]:
    for entry in entries:
        yield from _listed(f"{entry.sign} ", entry.text)
        if entry.reason:
            yield from (f"  > {line}".rstrip() for line in entry.reason.lines)
    yield ""


def _part(label: str, text: Text) -> Iterator[str]:
    first, *rest = text.lines or ("",)
    text_only = text.inline and find_sign(text.lines)
    if re.match(r"(?:[-*+] |\d+[.)] |[`~]{3}|\||>|#)", first) and not text_only:
        yield f"**{label}:**"
        yield ""
        yield from text.lines
    else:
        yield f"**{label}:** {first}"
        yield from rest
    yield ""


def _listed(marker: str, text: Text) -> Iterator[str]:
    lines: Sequence[str] = text.lines or ("",)
    yield marker + lines[0]
    yield from ((f"  {line}" if line.strip() else "") for line in lines[1:])
