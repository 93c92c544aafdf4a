"""From the text of a page to regions: where each question block begins and ends, line by line.

The scanner decides what is a block of ours, what is a sample of the syntax (in a fence, a comment, indented code), and
what an unfinished block still covers. It looks at structure only; `parse` reads what a region says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .fences import SLASHES, FenceMap, map_fences
from .identity import nearest
from .model import Fault, Line, Region
from .words import ALL_KINDS, DECKS, KINDS, RESERVED_KINDS, find_label

TAB = 4
"""Columns of one level of indentation in Python-Markdown."""

FOREIGN = frozenset(
    (
        *("admonition", "attention", "caution", "danger", "error", "tip", "hint", "note", "warning", "important"),
        *("abstract", "info", "success", "question", "failure", "bug", "example", "quote"),
        *("details", "tab", "html", "define", "caption", "figure-caption", "table-caption", "figure", "table"),
    )
)
"""Names of the blocks of pymdown-extensions, which share our fence."""

_CANDIDATE = re.compile(r"^[> \t]*//", re.MULTILINE)
_SHORT = re.compile(r"(?P<prefix>[> ]*)(?P<slashes>//) *(?:(?P<name>[\w-]+)(?P<rest> *\|.*))?")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_BULLET = re.compile(r"(?:[-*+]|\d+[.)])(?: |$)|!!! |\?\?\?\+? |={3}[!+]? \"|: {1,3}\S|\[\^[^\]]+\]:")
_MARK = re.compile(r" {0,3}[-*+] *\[[ xX]?\]")


def has_blocks(text: str) -> bool:
    """Whether a text may hold blocks of ours; where not, there is nothing to scan."""
    return _CANDIDATE.search(text) is not None


@dataclass(slots=True)
class _Open:
    """A block whose closing fence has not come yet."""

    start: int
    prefix: str
    slashes: int
    kind: str
    header: str
    faults: list[Fault] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)
    heading: int = 0
    """First heading after the header, 0 for none: an unclosed block ends there."""


@dataclass(slots=True)
class _Foreign:
    """A block of pymdown-extensions, or one with a name nobody knows."""

    start: int
    prefix: str
    slashes: int
    name: str
    suspect: bool = False
    """Whether an unknown block holds what only a question of ours holds."""


class Scanner:
    """One pass over the lines of a page."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.map: FenceMap = map_fences(lines)
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        """Problems outside of regions."""
        self._open: _Open | None = None
        self._deck: _Open | None = None
        self._deck_from = 0
        """How many regions there were when the open container began."""
        self._foreign: list[_Foreign] = []
        self._suspect: int | None = None
        self._containers: list[int] = []
        self._quotes = 0

    def run(self) -> Scanner:
        """Scan all lines; the findings are in `regions`, `faults` and `map`."""
        fenced, comment = self.map.fenced, self.map.comment
        for i, line in enumerate(self.lines):
            if not line.strip():
                continue
            if self._open and self._open.prefix and strip_prefix(line, self._open.prefix) is None:
                self._unclosed(i)
            if self._deck and self._deck.prefix and strip_prefix(line, self._deck.prefix) is None:
                self._unclosed_deck(i)
            if fenced[i] or comment[i]:
                continue
            self._read(i, line)
        if self._open:
            self._unclosed(len(self.lines))
        if self._deck:
            self._unclosed_deck(len(self.lines))
        unclosed = [i for i in self.map.unclosed if not any(r.start < i <= r.end for r in self.regions)]
        self.faults += [unclosed_code(i) for i in unclosed]
        return self

    def _read(self, i: int, line: str) -> None:
        if "//" in line and (found := SLASHES.fullmatch(line) or _SHORT.fullmatch(line)):
            if self._is_code(found["prefix"]):
                return
            if found["name"]:
                self._header(i, found)
            elif found["slashes"] != "//" or self._open:
                self._close(i, found["prefix"], len(found["slashes"]))
            return
        if self._open:
            if "#" in line and not self._open.heading and _HEADING.match(strip_prefix(line, self._open.prefix) or ""):
                self._open.heading = i
            return
        if self._deck:
            if "#" in line and not self._deck.heading and _HEADING.match(strip_prefix(line, self._deck.prefix) or ""):
                self._deck.heading = i
        else:
            self._track(line)
        first = line.lstrip()[0]
        if first == "#" and _HEADING.match(line):
            self._suspect = None
        elif first in "-*+" and (_MARK.match(line) or find_label(line)):
            self._suspect = i if self._suspect is None else self._suspect
            if self._foreign and self._foreign[-1].name not in FOREIGN:
                self._foreign[-1].suspect = True

    def _header(self, i: int, found: re.Match[str]) -> None:
        name, rest, slashes = found["name"], found["rest"], len(found["slashes"])
        kind, fault = _kind(i, name, rest, slashes)
        if kind is None:
            if slashes < 3 or not re.fullmatch(r" *(\|.*)?", rest):
                return
            if self._open:
                self._open.foreign.append(slashes)
            elif not self._deck:
                self._foreign.append(_Foreign(i, found["prefix"], slashes, name))
            return
        if self._open:
            self._unclosed(i)
        block = _Open(i, found["prefix"], slashes, kind if kind in ALL_KINDS else "", _after_slashes(found))
        block.faults += fault
        if kind not in DECKS:
            self._open = block
            return
        if self._deck:
            self._unclosed_deck(i)
        self._deck, self._deck_from = block, len(self.regions)

    def _close(self, i: int, prefix: str, slashes: int) -> None:
        block, deck = self._open, self._deck
        if block and deck and slashes == deck.slashes != block.slashes:
            self._unclosed(i)
            self._end_deck(deck, i, i)
        elif block:
            if block.foreign and block.foreign[-1] == slashes:
                block.foreign.pop()
                return
            _check_length(block, i, slashes)
            self._end(block, i, i)
        elif deck and slashes >= min(deck.slashes, 4):
            _check_length(deck, i, slashes)
            self._end_deck(deck, i, i)
        elif self._foreign and not deck:
            self._close_foreign(i)
        else:
            self._stray(i, prefix, slashes)

    def _close_foreign(self, i: int) -> None:
        foreign = self._foreign.pop()
        self._suspect = None
        if foreign.suspect and not (self.regions and self.regions[-1].end > foreign.start):
            block = _Open(foreign.start, foreign.prefix, foreign.slashes, "", foreign.name)
            block.faults.append(_unknown_kind(foreign.start, foreign.name, f"Kinds are {', '.join(KINDS)}."))
            self._end(block, i, i)

    def _stray(self, i: int, prefix: str, slashes: int) -> None:
        start = i if self._suspect is None else self._suspect
        block = _Open(start, prefix, slashes, "", "")
        block.faults.append(
            Fault(
                index=i,
                rule="stray-fence",
                what="this closing fence belongs to no block.",
                remedy="Write the header above its question, such as `/// mcq | an-id`, or remove the fence.",
            )
        )
        self._end(block, i, i)

    def _unclosed(self, i: int) -> None:
        """End the open block before line `i`, or at the first heading in it."""
        block = self._open
        assert block is not None
        block.faults.append(_unclosed_block(block))
        self._end(block, self._last_line(block, i), None)

    def _unclosed_deck(self, i: int) -> None:
        """End the open container before line `i`, or at the first heading between its items."""
        deck = self._deck
        assert deck is not None
        deck.faults.append(_unclosed_block(deck))
        self._end_deck(deck, self._last_line(deck, i), None)

    def _last_line(self, block: _Open, i: int) -> int:
        end = block.heading or i
        while end > block.start + 1 and not self.lines[end - 1].strip(" >"):
            end -= 1
        return end - 1

    def _end(self, block: _Open, end: int, fence: int | None) -> None:
        body = tuple(self._body(block, end if fence is not None else end + 1))
        faults = [unclosed_code(i) for i in self.map.unclosed if block.start < i <= end]
        self.regions.append(
            Region(
                start=block.start,
                end=end,
                prefix=block.prefix,
                kind=block.kind,
                header=block.header,
                body=body,
                faults=(*block.faults, *faults),
            )
        )
        self._open = None
        self._suspect = None

    def _end_deck(self, deck: _Open, end: int, fence: int | None) -> None:
        """Gather the container's items; those behind the heading that ended it stay on the page."""
        inside = [region for region in self.regions[self._deck_from :] if region.start <= end]
        after = [region for region in self.regions[self._deck_from :] if region.start > end]
        held = {i for region in inside for i in range(region.start, region.end + 1)}
        body = self._body(deck, end if fence is not None else end + 1)
        region = Region(
            start=deck.start,
            end=end,
            prefix=deck.prefix,
            kind=deck.kind,
            header=deck.header,
            body=tuple(line for line in body if line.index not in held),
            faults=tuple(deck.faults),
            children=tuple(inside),
        )
        self.regions[self._deck_from :] = [region, *after]
        self._deck = None
        self._suspect = None

    def _body(self, block: _Open, stop: int) -> Iterator[Line]:
        for i in range(block.start + 1, stop):
            if not self.map.comment[i]:
                text = strip_prefix(self.lines[i], block.prefix)
                yield Line(
                    index=i, text=self.lines[i].strip() if text is None else text, fenced=bool(self.map.fenced[i])
                )

    def _track(self, line: str) -> None:
        """Follow which list items, admonitions, tabs and definitions hold the lines to come."""
        bare = line.lstrip("> ") if line.lstrip()[0] == ">" else line.lstrip()
        head = line[: len(line) - len(bare)]
        quotes = head.count(">")
        indent = _indent(head)
        if quotes != self._quotes:
            self._containers, self._quotes = [], quotes
        while self._containers and indent < self._containers[-1]:
            self._containers.pop()
        base = self._containers[-1] if self._containers else 0
        if indent - base < TAB and _BULLET.match(bare):
            self._containers.append(base + TAB)

    def _is_code(self, prefix: str) -> bool:
        """Whether a line behind this prefix is indented code for what holds it."""
        block = self._open or self._deck
        if block:
            return len(prefix) - len(block.prefix) >= TAB
        indent = _indent(prefix)
        if indent < TAB:
            return False
        same = prefix.count(">") == self._quotes
        inside = [width for width in self._containers if same and width <= indent]
        return indent - (inside[-1] if inside else 0) >= TAB


def _kind(i: int, name: str, rest: str, slashes: int) -> tuple[str | None, list[Fault]]:
    """The kind a header names, the container it resembles, empty for another misspelt kind, None for no kind of ours.

    The faults say what is wrong with the name or with the number of slashes.
    """
    wanted = 4 if name in DECKS else 3
    if name in ALL_KINDS and slashes == wanted:
        return name, []
    if name in ALL_KINDS:
        fence = "/" * wanted
        return name, [
            Fault(
                index=i,
                rule="fence-length",
                what=f"the header has {slashes} slashes, not {wanted}.",
                remedy=f"Write `{fence} {name}{rest}`, and `{fence}` to close.",
            )
        ]
    if name in RESERVED_KINDS:
        return "", [_unknown_kind(i, name, f"It is kept for a later version; kinds are {', '.join(ALL_KINDS)}.")]
    if name in FOREIGN:
        return None, []
    near = nearest(name.lower(), (*ALL_KINDS, *RESERVED_KINDS), within=1 if len(name) <= 4 else 2)
    if near is None:
        return None, []
    return near if near in DECKS else "?", [_unknown_kind(i, name, f"Did you mean `{near}`?")]


def _unknown_kind(i: int, name: str, remedy: str) -> Fault:
    return Fault(index=i, rule="unknown-kind", what=f"there is no kind `{name}`.", remedy=remedy)


def _unclosed_block(block: _Open) -> Fault:
    return Fault(
        index=block.start,
        rule="unclosed",
        what="the block is not closed.",
        remedy=f"Write `{'/' * block.slashes}` on a line of its own after its last line.",
    )


def _check_length(block: _Open, i: int, slashes: int) -> None:
    """Add a fault where a closing fence is longer or shorter than its header's."""
    if slashes != block.slashes and not any(fault.rule == "fence-length" for fault in block.faults):
        block.faults.append(
            Fault(
                index=i,
                rule="fence-length",
                what=f"the closing fence has {slashes} slashes, its header has {block.slashes}.",
                remedy=f"Write `{'/' * block.slashes}`.",
            )
        )


def _after_slashes(found: re.Match[str]) -> str:
    return found[0][found.end("slashes") - found.start() :].strip()


def _indent(prefix: str) -> int:
    """Columns of indentation behind the quote marks; the space after a quote mark belongs to the mark."""
    return max(len(prefix) - (prefix.rindex(">") + 2 if ">" in prefix else 0), 0)


def unclosed_code(i: int) -> Fault:
    """The fault of a code fence that would swallow the end of a block."""
    return Fault(
        index=i,
        rule="unclosed-code",
        what="this code block is not closed before the block ends.",
        remedy="Close it with the same characters on a line of their own.",
    )


def strip_prefix(line: str, prefix: str) -> str | None:
    """The rest of a line behind the quote marks and indentation of a region, or None where it stands outside."""
    if not prefix or line.startswith(prefix):
        return line[len(prefix) :]
    bare = line.strip(" ")
    quotes = prefix.count(">")
    if not quotes:
        return None if bare else ""
    at = 0
    for _ in range(quotes):
        while line[at : at + 1] == " ":
            at += 1
        if line[at : at + 1] != ">":
            return None
        at += 1
    rest, width = line[at:], len(prefix) - prefix.rindex(">") - 1
    if not rest.strip():
        return ""
    return rest[width:] if rest[:width].isspace() or not width else None


def scan(lines: Sequence[str]) -> Scanner:
    """Find the regions of a page, in order, and the faults outside of them.

    `lines` are a page's lines with white space normalised (no tabs, no carriage returns).
    """
    return Scanner(lines).run()
