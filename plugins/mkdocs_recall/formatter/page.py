"""A page with all its blocks in canonical form, and with an id for each.

Every change is tried and judged: the page has to hold the same blocks after it, each with the same text to the letter,
and the same lines around them. So what is rendered cannot change, nor any key, name or revision that readers' progress
depends on. A change that does not pass is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass

from ..kinds import Item, ItemSet, PageBlock
from ..kinds.reader import Levels
from ..model.identity import FreeIds, suggest_id
from ..model.items import ListEntry, Piece
from ..model.page import Page, Region
from ..model.text import Text
from ..model.vocabulary import DEFAULT_LEVELS
from ..site.bank import Bank, Entry
from ..syntax.code_fences import END_OF_COMMENT
from ..syntax.header import read_header, translate_level, words_for_id
from ..syntax.labels import COMMON_LABELS, SiteLabels
from ..syntax.lookalikes import mend
from ..syntax.open_blocks import strip_prefix
from ..syntax.patterns import SLASHES
from ..syntax.scanner import has_blocks, scan
from ..syntax.writer import write_header
from .file_lines import FileLines, regions_in_raw_html
from .layout import OutputLine, lay_out, lay_out_deck

_SNIPPET = re.compile(r"[> ]*-+8<-+")

Edit = tuple[int, int, Sequence[str]]
"""The first line of a range, the one after its last, and the lines to put in its place."""
Facts = tuple[object, ...]
"""What may not change."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Left:
    """A block that was not brought to the canonical form, or not all of it."""

    line: int
    """Line of its header in the text that was made, from 1."""
    kind: str
    id: str
    why: str
    """A clause without full stop, such as `it has problems: no-key`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """What became of a page."""

    text: str
    added: tuple[str, ...] = ()
    """The ids that were added, in order."""
    left: tuple[Left, ...] = ()
    """The blocks that were left as they are, apart from an id."""


def format_page(
    text: str, *, levels: Levels = DEFAULT_LEVELS, taken: Container[str] = (), labels: SiteLabels = COMMON_LABELS
) -> Formatted:
    """Bring all blocks of a file to their canonical form, and give an id to each that has none.

    `text` is the whole file with its line ends, byte-order mark and front matter, which stay as they are, as does all
    that is outside of blocks. `taken` holds the ids of the site's other pages. Labels and levels of other languages
    become those of the site.
    """
    if not has_blocks(text.replace("\r", "\n")):
        return Formatted(text=text)
    page = _straighten(_Reading(text, levels, labels))
    ids = _find_ids(page, taken)
    if ids:
        named = _Reading(page.source.replace([_name(page, entry, id) for entry, id in ids]), levels, labels)
        ids, page = (ids, named) if named.spans() == page.spans() else ([], page)
    changes = [change for entry in page.entries for change in _changes(page, entry)]
    settled = _settle(page, page.facts(), changes, [])
    made = _Reading(_apply(page, settled), levels, labels)
    refused = {change[0][0] for change in changes if change not in settled}
    left = tuple(_find_left(page, made, refused))
    return Formatted(text=made.text, added=tuple(id for _, id in ids), left=left)


def _straighten(page: _Reading) -> _Reading:
    """The page with the real characters in place of those that only look like them, where a problem says so."""
    problems = [problem for entry in page.entries for problem in entry.problems]
    lines = {problem.line - 1 for problem in problems if problem.rule == "lookalike"}
    edits = [(at, at + 1, [mend(page.source.lines[at]) + page.source.ends[at]]) for at in sorted(lines)]
    if not edits:
        return page
    made = _Reading(page.source.replace(edits), page.levels, page.labels)
    return made if made.spans() == page.spans() else page


class _Reading:
    """A file's text and all that is found in it."""

    def __init__(self, text: str, levels: Levels, labels: SiteLabels) -> None:
        self.text = text
        self.levels = levels
        self.labels = labels
        self.source = FileLines(text)
        found = scan(self.source.scanned)
        raw = regions_in_raw_html(self.source, found.regions)
        page = Page(path="page", lines=self.source.scanned)
        hidden = [number for number, region in enumerate(found.regions) if region.start in raw]
        items = Bank(levels=levels, labels=labels).read(page, found, misplaced=hidden)
        self.top = items.entries
        self.entries = list(items.all_entries())
        self.unclosed = frozenset(items.unclosed)
        apart = [entry for entry in items.entries if entry.region.start in raw]
        self.raw = {each.region.start for entry in apart for each in (entry, *entry.children)}

    def spans(self) -> list[tuple[int, int, str]]:
        """Where blocks stand, and of which kind they are."""
        return [(entry.region.start, entry.region.end, entry.region.kind) for entry in self.entries]

    def facts(self) -> list[Facts]:
        """All that may not change: blocks in full, and the lines around them."""
        found: list[Facts] = []
        at = 0
        for entry in self.top:
            found += self._around(at, entry.region.start)
            found += (_facts(each) for each in (entry, *entry.children))
            at = entry.region.end + 1
        return [*found, *self._around(at, len(self.source.lines))]

    def _around(self, start: int, stop: int) -> Iterator[Facts]:
        fences = self.source.fences
        for i in range(start, stop):
            yield self.source.lines[i], fences.fenced[i], fences.comment[i], i in self.unclosed


def _facts(entry: Entry) -> Facts:
    """What a block is, without its place."""
    block = entry.block
    rules = [problem.rule for problem in entry.problems]
    found: list[object] = [type(block), block.id, entry.region.prefix, rules, block.settings, len(entry.children)]
    if isinstance(block, Item):
        found += [block.rank, block.revision, *map(_said, block.body())]
    elif isinstance(block, PageBlock):
        found += map(_said, block.body())
    return tuple(found)


def _said(piece: Piece) -> object:
    """What a piece says; a list that is rendered item by item counts by its items."""
    if piece.entries:
        return piece.label, _said_by(piece.entries)
    return piece.label, [step.lines for step in piece.steps] or piece.text.lines


def _said_by(entries: Sequence[ListEntry]) -> object:
    return [(each.sign, each.id, each.text.lines, _lines(each.reason), _said_by(each.nested)) for each in entries]


def _lines(text: Text | None) -> Sequence[str]:
    return text.lines if text else ()


def _find_ids(page: _Reading, taken: Container[str]) -> list[tuple[Entry, str]]:
    """An id for each block that needs one, made from what it asks."""
    used = {entry.block.id for entry in page.entries}
    for entry in page.entries:
        used.update(entry.block.aka if isinstance(entry.block, Item) else ())
    free = FreeIds(taken, used)
    found = []
    for entry in page.entries:
        if entry.region.start not in page.raw and any(problem.rule == "missing-id" for problem in entry.problems):
            block = entry.block
            stem = block.stem if isinstance(block, Item) else None
            words = words_for_id(block.kind, stem, block.settings if isinstance(block, ItemSet) else {})
            found.append((entry, free.find(suggest_id(words, kind=block.kind))))
    return found


def _name(page: _Reading, entry: Entry, id: str) -> Edit:
    """The header of a block with an id, and nothing else in it changed."""
    at = entry.region.start
    found = SLASHES.fullmatch(page.source.lines[at])
    assert found
    kind, rest = found.string[: found.end("name")], found["rest"].strip().removeprefix("|").strip()
    return at, at + 1, [" ".join(filter(None, (kind, "|", id, rest))) + page.source.ends[at]]


def _changes(page: _Reading, entry: Entry) -> Iterator[list[Edit]]:
    """What brings a block to its canonical form, where it may be brought there and is not there yet."""
    region, block = entry.region, entry.block
    if entry.problems or region.start in page.raw:
        return
    header = read_header(region.header, () if isinstance(block, ItemSet) else page.levels)
    level = translate_level(header.level, page.levels)
    text = write_header(region.kind, block.id, level, header.settings)
    if isinstance(block, ItemSet):
        spans = list(lay_out_deck(region, text))
    else:
        rows = lay_out(block, region, text, whole=_is_whole(page, region), labels=page.labels)
        spans = [(region.start, region.end + 1, rows)]
    edits = [_edit(page, region, *span) for span in spans]
    if any(page.source.raw(start, stop) != "".join(lines) for start, stop, lines in edits):
        yield edits


def _is_whole(page: _Reading, region: Region) -> bool:
    """Whether all that a block says stands in its lines, each for itself."""
    scanned, fences = page.source.scanned, page.source.fences
    return not any(
        fences.comment[i] == END_OF_COMMENT or (_SNIPPET.match(scanned[i]) and not fences.fenced[i])
        for i in range(region.start, region.end)
    )


def _edit(page: _Reading, region: Region, start: int, stop: int, rows: Sequence[OutputLine]) -> Edit:
    """Lines in place of others; where a line says the same, it is kept to the letter, tabs and all."""
    source, lines = page.source, []
    blank = region.prefix.rstrip()
    prefix = blank + " " if blank and blank == region.prefix else region.prefix
    for row in rows:
        at = row.at if row.at >= 0 else start
        same = row.at >= 0 and (row.text is None or strip_prefix(source.scanned[at], region.prefix) == row.text)
        if same and (row.text != "" or source.fences.fenced[at]):
            lines.append(source.lines[at] + source.end(at))
        else:
            lines.append((prefix + (row.text or "") if row.text else blank) + source.end(at))
    if stop == len(source.lines):
        lines[-1] = lines[-1].rstrip("\r\n")
    return start, stop, lines


def _settle(
    page: _Reading, facts: list[Facts], changes: list[list[Edit]], settled: list[list[Edit]]
) -> list[list[Edit]]:
    """The changes that can be made together with those that are settled: all, or what is found by halving."""
    tried = [*settled, *changes]
    if not changes or _Reading(_apply(page, tried), page.levels, page.labels).facts() == facts:
        return tried
    if len(changes) == 1:
        return settled
    half = len(changes) // 2
    return _settle(page, facts, changes[half:], _settle(page, facts, changes[:half], settled))


def _apply(page: _Reading, changes: Sequence[Sequence[Edit]]) -> str:
    return page.source.replace([edit for change in changes for edit in change])


def _find_left(page: _Reading, made: _Reading, refused: Collection[int]) -> Iterator[Left]:
    for old, new in zip(page.entries, made.entries, strict=True):
        if why := _why(page, old, refused):
            yield Left(line=new.region.start + 1, kind=new.region.kind, id=new.block.id, why=why)


def _why(page: _Reading, entry: Entry, refused: Collection[int]) -> str:
    """Why a block is not in canonical form; empty where it is."""
    if entry.problems:
        return "it has problems: " + ", ".join(sorted({problem.rule for problem in entry.problems}))
    if entry.region.start in page.raw:
        return "it is inside raw HTML"
    if entry.region.start in refused:
        return "another form would change what it says"
    if not isinstance(entry.block, ItemSet) and not _is_whole(page, entry.region):
        return "one of its lines includes a file, or continues after a comment"
    return ""
