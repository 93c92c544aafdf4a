"""The page that questions are imported to: what is added to it, what is changed, and what stays.

An item goes by its id. Imported again, it is changed in its place, and keeps what its author has added. Nothing else on
the page changes. A question that would not pass `recall check` is left out, and the imported file's line says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...kinds import Item
from ...model.page import Page
from ...site.bank import Bank, Entry, PageItems
from ...site.source_text import blank_front_matter, to_scan
from ...syntax.code_fences import map_fences
from ...syntax.labels import SiteLabels
from ...syntax.patterns import HEADING
from ..base import Incoming
from ..question import ImportedQuestion
from ..texts.plain import escape_line
from .ids import Ids
from .write import facts_of, keep_own, write_question

_END = re.compile("(\r\n|\r|\n)")


class UnfitPage(Exception):
    """A page that nothing can be added to as it is."""


class Change(NamedTuple):
    """What became of a question."""

    line: int
    """Line of its header on the page, from 1."""
    kind: str
    id: str
    what: str
    """`added`, `changed` or `unchanged`."""
    source: int = 0
    """Line of the question in the imported file."""


@dataclass(slots=True)
class Imported:
    """A page with the questions in it."""

    text: str
    rows: list[Change] = field(default_factory=list)

    def count(self, what: str) -> int:
        """How many questions that became of."""
        return sum(row.what == what for row in self.rows)


@dataclass(slots=True)
class _Block:
    question: ImportedQuestion
    id: str
    lines: list[str]
    old: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The page, as the site knows it."""

    text: str
    """What it holds so far."""
    taken: Mapping[str, str]
    """Where ids of the site are used on other pages, by the id."""
    prefix: str = ""
    """What all ids begin with."""
    keep: bool = False
    """Whether items that are on the page already stay as they are."""
    title: str = ""
    """The heading of a new page."""


def import_questions(incoming: Incoming, target: Target) -> Imported:
    """Put questions on a page. What cannot be put there is refused in `incoming`."""
    levels, labels = incoming.settings.levels, incoming.settings.labels
    pieces = _END.split(target.text)
    lines, ends = pieces[::2], [*pieces[1::2], ""]
    page = _read(lines, levels, labels)
    fences = map_fences(page.page.lines)
    if unclosed := (*fences.unclosed, *fences.dangling):
        raise UnfitPage(f"line {min(unclosed) + 1} opens a code block that nothing closes. Close it first.")
    old = {entry.block.id: entry for entry in page.all_entries() if entry.block.id}
    blocks = list(_blocks(incoming, target, old))
    blocks = _sound(incoming, blocks, levels, labels)
    edits, rows = [], []
    fresh = []
    for block in blocks:
        if not block.old:
            fresh.append(block)
            continue
        region = block.old.region
        if block.lines:
            end = next(filter(None, ends), "\n")
            new = [(f"{region.prefix}{line}".rstrip(), end) for line in block.lines]
            new[-1] = (new[-1][0], ends[region.end])
            edits.append((region.start, region.end + 1, new))
        rows.append(
            Change(0, block.question.kind, block.id, "changed" if block.lines else "unchanged", block.question.line)
        )
    edits += _added(fresh, page, lines, ends, target)
    rows += [Change(0, block.question.kind, block.id, "added", block.question.line) for block in fresh]
    text = _apply(lines, ends, edits)
    after = _read(_END.split(text)[::2], levels, labels)
    there = {entry.block.id: entry for entry in after.all_entries()}
    for block in blocks:
        entry = there.get(block.id)
        if entry is None or (block.lines and entry.problems):
            raise UnfitPage("what stands before its questions takes them in. Close what is open there.")
    placed = [row._replace(line=there[row.id].region.start + 1) for row in rows]
    return Imported(text, sorted(placed))


def _read(lines: Sequence[str], levels: Sequence[Sequence[str]], labels: SiteLabels) -> PageItems:
    scanned = to_scan(blank_front_matter(["" if line == "\ufeff" else line.removeprefix("\ufeff") for line in lines]))
    return Bank(levels=levels, labels=labels).read(Page(path="page", lines=tuple(scanned)))


def _blocks(incoming: Incoming, target: Target, old: Mapping[str, Entry]) -> Iterator[_Block]:
    """The questions with their ids, each with the block of that id on the page."""
    ids = Ids(old, target.taken, target.prefix)
    for question, id in ids.find(incoming.questions, incoming.refuse):
        entry = old.get(id)
        if entry and not isinstance(entry.block, Item):
            incoming.refuse(question.line, f"the page has a {entry.region.kind} with its id `{id}`.")
        elif entry and entry.block.spec.name != question.kind:
            noun = entry.block.spec.noun
            why = f"the page has a {noun} with its id `{id}`, and a {noun} cannot become a {question.kind}."
            incoming.refuse(question.line, why)
        elif entry and target.keep:
            yield _Block(question, id, [], entry)
        else:
            if entry and isinstance(entry.block, Item):
                keep_own(question, entry.block)
            yield _Block(question, id, write_question(question, id), entry)


def _sound(
    incoming: Incoming, blocks: Sequence[_Block], levels: Sequence[Sequence[str]], labels: SiteLabels
) -> list[_Block]:
    """The blocks that a page can hold. Those that say what the page says already have no lines then."""
    written = [block for block in blocks if block.lines]
    found = _read_blocks(written, levels, labels)
    if not all(found):
        found = [_read_blocks([block], levels, labels)[0] for block in written]
    refused = set()
    for block, entry in zip(written, found, strict=True):
        line, name = block.question.line, f"{block.question.kind} {block.id}"
        if entry is None or not isinstance(entry.block, Item) or entry.block.id != block.id:
            incoming.refuse(line, f"{name}: its Markdown is not one question.")
            refused.add(block.id)
        elif entry.problems:
            why = " ".join(f"{problem.rule}: {problem.what} {problem.remedy}" for problem in entry.problems)
            incoming.refuse(line, f"{name}: {why}")
            refused.add(block.id)
        elif block.old and isinstance(block.old.block, Item) and facts_of(block.old.block) == facts_of(entry.block):
            block.lines = []
    return [block for block in blocks if block.id not in refused]


def _read_blocks(blocks: Sequence[_Block], levels: Sequence[Sequence[str]], labels: SiteLabels) -> list[Entry | None]:
    """What each block is when a page is read that holds just these; None for one that does not stay by itself."""
    lines: list[str] = []
    starts = []
    for block in blocks:
        starts.append(len(lines))
        lines += [*block.lines, ""]
    entries = {entry.region.start: entry for entry in _read(lines, levels, labels).entries} if lines else {}
    found = [entries.get(start) for start in starts]
    ends = [start + len(block.lines) - 1 for block, start in zip(blocks, starts, strict=True)]
    return [entry if entry and entry.region.end == end else None for entry, end in zip(found, ends, strict=True)]


_Edit = tuple[int, int, list[tuple[str, str]]]
"""The first line of a range, the one after its last, and the lines to put there, each with its end."""


def _added(
    fresh: Sequence[_Block], page: PageItems, lines: Sequence[str], ends: Sequence[str], target: Target
) -> Iterator[_Edit]:
    """Where new blocks go: below the heading of their category, else to the end of the page."""
    if not fresh:
        return
    end = next(filter(None, ends), "\n")
    groups: dict[str, list[_Block]] = {}
    for block in fresh:
        groups.setdefault(block.question.category, []).append(block)
    headings = dict(_headings(page, lines))
    last = len(lines)
    tail: list[str] = []
    blank = not any(line.strip("\ufeff \t") for line in lines)
    if blank:
        tail += [f"# {escape_line(target.title) or 'Questions'}", ""]
    for category, group in groups.items():
        written = [line for block in group for line in (*block.lines, "")]
        title = escape_line(category)
        if title in headings:
            at = headings[title]
            gap = [""] if at and lines[at - 1].strip() else []
            yield at, at, [(line, end) for line in (*gap, *written)]
        else:
            tail += [*([f"## {title}", ""] if title and (len(groups) > 1 or headings) else []), *written]
    if not tail:
        return
    tail.pop()
    if blank:
        yield 0, last, [*[(line, end) for line in lines[:1] if line], *[(line, end) for line in tail]]
    elif lines[-1].strip():
        yield last, last, [("", end), ("", end), *[(line, end) for line in tail]]
    else:
        gap = [] if last > 1 and not lines[-2].strip() else [""]
        yield last - 1, last, [(line, end) for line in (*gap, *tail)]


def _headings(page: PageItems, lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The headings of sections, and the line after each section's last one."""
    inside = {at for entry in page.entries for at in range(entry.region.start, entry.region.end + 1)}
    found = [
        (at, len(match["marks"]), line.strip(" #"))
        for at, line in enumerate(lines)
        if line.lstrip().startswith("#") and at not in inside and not page.fenced[at] and (match := HEADING.match(line))
    ]
    after, stop = [], len(lines)
    for at, level, text in reversed(found):
        if level == 2:
            after.append((text, stop))
        if level <= 2:
            stop = at
    yield from ((text, at) for text, at in after if at < len(lines))
    yield from ((text, _end(lines)) for text, at in after if at == len(lines))


def _end(lines: Sequence[str]) -> int:
    return len(lines) - 1 if not lines[-1].strip() else len(lines)


def _apply(lines: Sequence[str], ends: Sequence[str], edits: Sequence[_Edit]) -> str:
    written, at = [], 0
    for start, stop, new in sorted(edits, key=lambda edit: edit[:2]):
        written += [line + end for line, end in zip(lines[at:start], ends[at:start], strict=True)]
        if start == len(lines) and written and not written[-1].endswith(("\n", "\r")):
            new = new[1:] if not new[0][0] else new
            written.append(new[0][1])
        written += [line + end for line, end in new]
        at = stop
    written += [line + end for line, end in zip(lines[at:], ends[at:], strict=True)]
    return "".join(written)
