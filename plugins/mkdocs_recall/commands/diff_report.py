"""What changed between two commits, as Markdown for a pull request: the questions as readers get them, with the key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from ..kinds import Item
from ..model.items import ListEntry
from ..model.text import Text
from ..model.vocabulary import LABELS
from ..site.history import Changes, Found, source

_TICKS = re.compile(r"`{3,}")


def write_changes(changes: Changes) -> Iterator[str]:
    """The added, changed and removed items; changed ones with what is different in their source."""
    if not (changes.added or changes.changed or changes.removed):
        yield "No question was added, changed or removed."
        yield ""
    for found in changes.added:
        yield from _heading("Added", found)
        yield from _item(found.item)
    for before, after in changes.changed:
        yield from _heading("Changed", after)
        yield from _effect(before.item, after.item)
        yield from _difference(source(before), source(after))
        yield from _item(after.item)
    if changes.removed:
        yield "### Removed"
        yield ""
        yield from (f"- {_name(found)}, which was in {_place(found)}" for found in changes.removed)
        yield ""


def _name(found: Found) -> str:
    return f"{found.item.kind} `{found.item.id}`"


def _place(found: Found) -> str:
    path, line = found.place
    return f"{path}:{line}"


def _heading(what: str, found: Found) -> Iterator[str]:
    level = f", {found.item.level}" if found.item.level else ""
    yield f"### {what}: {_name(found)}"
    yield ""
    yield f"{_place(found)}{level}"
    yield ""


def _effect(before: Item, after: Item) -> Iterator[str]:
    """What the change means for readers who answered before."""
    if before.id != after.id:
        yield f"Its id was `{before.id}`; `aka` carries readers' progress over."
        yield ""
    if before.revision != after.revision:
        yield "Readers who answered it will see “Changed since you answered.”"
    else:
        yield "Readers' answers stay as they are: options, key, code and numbers are the same."
    yield ""


def _difference(before: str, after: str) -> Iterator[str]:
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in _TICKS.findall(before + after)), 3)
    yield f"{fence}diff"
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=2)
    yield from (line for line in lines if not line.startswith(("---", "+++", "@@")))
    yield fence
    yield ""


def _item(item: Item) -> Iterator[str]:
    """An item as text: stem, options with key and reason, and all parts."""
    for piece in item.body():
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
    if re.match(r"(?:[-*+] |\d+[.)] |[`~]{3}|\||>|#)", first):
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
