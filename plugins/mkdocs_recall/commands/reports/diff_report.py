"""What changed between two commits: Markdown for a pull request, with each question and its key, and annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...kinds import Item
from ...model.text import to_line
from ...site.past.changes import Changes, Found, source
from ...site.sources.files import to_path
from ...syntax.writer import write_body
from ..line_diff import write_hunks
from .places import find_repository
from .services import write_annotation

_TICKS = re.compile(r"`{3,}")


def write_changes(changes: Changes) -> Iterator[str]:
    """The added, changed and removed items; changed ones with what is different in their source."""
    if not (changes.added or changes.changed or changes.removed):
        yield "No question was added, changed or removed."
        yield ""
    for found in changes.added:
        yield from _heading("Added", found)
        yield from write_body(found.item.body())
    for before, after in changes.changed:
        yield from _heading("Changed", after)
        yield from _effect(before.item, after.item)
        yield from _difference(source(before), source(after))
        yield from write_body(after.item.body())
    if changes.removed:
        yield "### Removed"
        yield ""
        yield from (f"- {_name(found)}, which was in {_place(found)}" for found in changes.removed)
        yield ""


def write_change_annotations(changes: Changes, root: Path) -> Iterator[str]:
    """A notice for each added, changed or removed item of the project in `root`, at its line if it still has one."""
    top = find_repository(root)

    def notice(what: str, found: Found, message: str, *, gone: bool = False) -> str:
        path, line = ("", 0) if gone else found.place
        title = f"{what}: {found.item.kind} {found.item.id}{f' in {found.language}' if found.language else ''}"
        return write_annotation("notice", path and to_path(root / path, top), line, title, message)

    for found in changes.added:
        yield notice("Added", found, "This question is new.")
    for before, after in changes.changed:
        yield notice("Changed", after, " ".join(filter(None, _effect(before.item, after.item))))
    for found in changes.removed:
        yield notice("Removed", found, f"It was in {_place(found)}.", gone=True)


def _name(found: Found) -> str:
    return f"{found.item.kind} `{found.item.id}`{f' in {found.language}' if found.language else ''}"


def _place(found: Found) -> str:
    path, line = found.place
    return to_line(f"{path}:{line}")


def _heading(what: str, found: Found) -> Iterator[str]:
    level = f", {found.item.level}" if found.item.level else ""
    yield f"### {what}: {_name(found)}"
    yield ""
    yield f"{_place(found)}{level}"
    yield ""


def _effect(before: Item, after: Item) -> Iterator[str]:
    """What the change means for readers who answered before."""
    if before.id != after.id:
        yield f"Its id was `{before.id}`. With `aka`, readers keep their progress."
        yield ""
    if before.revision != after.revision:
        yield "Readers who answered it will see “Changed since you answered.”"
    else:
        yield "Readers keep their answers: options, key, code and numbers are the same."
    yield ""


def _difference(before: str, after: str) -> Iterator[str]:
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in _TICKS.findall(before + after)), 3)
    yield f"{fence}diff"
    for _, lines in write_hunks(before.split("\n"), after.split("\n"), context=2):
        yield from lines
    yield fence
    yield ""
