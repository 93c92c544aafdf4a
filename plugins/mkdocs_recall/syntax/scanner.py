"""From the text of a page to regions: where each question block begins and ends, line by line.

The scanner decides what is a block of ours, what is a sample of the syntax (in a fence, a comment, indented code), and
what an unfinished block still covers. It looks at structure only; `kinds.reader` reads what a region says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ..model.page import Body, Region
from ..model.problems import Fault
from ..model.vocabulary import ALL_KINDS, FOREIGN, SET_KINDS
from .code_fences import COMMENT, SLASHES, FenceMap, map_fences
from .open_blocks import Foreign, Open, indentation, is_ours, strip_prefix, unclosed_code

TAB = 4
"""Columns of one level of indentation in Python-Markdown."""

_CANDIDATE = re.compile(r"^[> \t]*(?:(?:[-*+]|\d+[.)]) +)?//", re.MULTILINE)
_SHORT = re.compile(r"(?P<prefix>[> ]*)(?P<slashes>//) *(?:(?P<name>[\w-]+)(?P<rest> *\|.*))?")
_BULLETED = re.compile(
    rf"(?P<prefix>[> ]*(?:[-*+]|\d+[.)]) +)(?P<slashes>/{{3,}}) *(?P<name>{'|'.join(ALL_KINDS)})(?P<rest> *\|.*)"
)
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?: |$)")
_BULLET = re.compile(r"(?:[-*+]|\d+[.)])(?: |$)|!!! |\?\?\?\+? |={3}[!+]? \"|: {1,3}\S|\[\^[^\]]+\]:")
_LOST_TAB = re.compile(r"={3}[!+]? *")
"""A tab whose title was lost, and not the line below a heading: what it held is a fault now, and no sample."""


def has_blocks(text: str) -> bool:
    """Whether a text may hold blocks of ours; where not, there is nothing to scan."""
    return _CANDIDATE.search(text) is not None


class Scanner:
    """One pass over the lines of a page."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        self.map: FenceMap = map_fences(lines)
        self._fenced = bytes(self.map.fenced)
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        """Problems outside of regions."""
        self._broken = sorted((*self.map.unclosed, *self.map.dangling))
        self._comments = any(self.map.comment)
        self._open: Open | None = None
        self._deck: Open | None = None
        self._deck_from = 0
        """How many regions there were when the open container began."""
        self._cut: Open | None = None
        """The last block, where it ended because a line was not indented like its header."""
        self._foreign: list[Foreign] = []
        self._suspect: int | None = None
        """First line outside of blocks that only a question of ours holds."""
        self._containers: list[str] = []
        """What holds the current line: `>` for a quote, a space for a list item, note, tab and the like."""

    def run(self) -> Scanner:
        """Scan all lines; the findings are in `regions`, `faults` and `map`."""
        lines, fenced, comment = self.lines, self.map.fenced, self.map.comment
        marked = [i for i in self.map.marked if "//" in lines[i] or "#" in lines[i]]
        i = at = 0
        while i < len(lines):
            if self._open and not self._open.prefix and not self._open.heading:
                # Nothing else concerns a block at the margin.
                while at < len(marked) and marked[at] < i:
                    at += 1
                if at == len(marked):
                    break
                i = marked[at]
            if lines[i].strip():
                self._line(i, lines[i], bool(fenced[i] or comment[i]))
            i += 1
        if self._open:
            self._unclosed(len(self.lines))
        if self._deck:
            self._unclosed_deck(len(self.lines))
        if self.map.unclosed:
            blocks = (block for region in self.regions for block in (region, *region.children))
            told = {fault.index for block in blocks for fault in block.faults}
            self.faults += [unclosed_code(i) for i in self.map.unclosed if i not in told]
        return self

    def _line(self, i: int, line: str, verbatim: bool) -> None:
        if self._deck and self._deck.prefix and strip_prefix(line, self._deck.prefix) is None:
            self._unclosed_deck(i)
        if self._open and self._open.prefix and strip_prefix(line, self._open.prefix) is None:
            self._dedent(i, line)
        elif not verbatim:
            self._read(i, line)

    def _read(self, i: int, line: str) -> None:
        if line == "///":
            self._close(i, "", 3)
        elif "//" in line and (found := SLASHES.fullmatch(line) or _SHORT.fullmatch(line) or _BULLETED.fullmatch(line)):
            if self._open and found["name"] in ALL_KINDS:
                self._leave(i, found["prefix"], self._open)
            elif self._deck and self._deck.heading and found["name"] in ALL_KINDS and self._is_code(found["prefix"]):
                self._unclosed_deck(i)
            goes_on = self._cut and not found["name"] and found["prefix"] == self._cut.prefix
            if found["prefix"] and self._is_code(found["prefix"]) and not goes_on:
                return
            if found["name"]:
                self._header(i, found)
            elif found["slashes"] != "//" or self._open:
                self._close(i, found["prefix"], len(found["slashes"]))
        elif self._open:
            if self._open.heading or "#" in line:
                self._follow(i, line, self._open)
        else:
            if self._deck:
                self._follow(i, line, self._deck)
            self._watch(i, self._track(i, line))

    def _leave(self, i: int, prefix: str, block: Open) -> None:
        """End an unclosed block above the list, note or tab in which another header stands."""
        indent, top = len(prefix), i
        for at in range(i - 1, block.start, -1):
            bare = self.lines[at].lstrip("> ")
            width = len(self.lines[at]) - len(bare)
            if indent - len(block.prefix) < TAB:
                break
            if bare and width < indent:
                if not _BULLET.match(bare):
                    return
                indent, top = width, at
        if top < i:
            self._unclosed(top)
            for at in range(top, i):
                if self.lines[at].strip() and not self.map.fenced[at] and not self.map.comment[at]:
                    self._read(at, self.lines[at])

    def _follow(self, i: int, line: str, block: Open) -> None:
        """Note where an open block would end if it turned out to be unclosed."""
        bare = strip_prefix(line, block.prefix) or ""
        if _HEADING.match(bare):
            block.heading = block.heading or i
        elif block.heading and is_ours(bare.lstrip()):
            block.heading = 0

    def _watch(self, i: int, bare: str) -> None:
        """Note outside of blocks what only a question holds, until a new section begins."""
        if heading := _HEADING.match(bare):
            self._cut = None
            if len(heading["marks"]) <= 2:
                self._suspect = None
        elif is_ours(bare):
            self._suspect = i if self._suspect is None else self._suspect
            if self._foreign and self._foreign[-1].name not in FOREIGN:
                self._foreign[-1].suspect = True

    def _header(self, i: int, found: re.Match[str]) -> None:
        prefix, fence, name, rest = found.group("prefix", "slashes", "name", "rest")
        slashes = len(fence)
        bare = re.sub(r"[^> ]", " ", prefix) if prefix.strip("> ") else prefix
        block = Open(i, bare, slashes, name, f"{name}{rest}".rstrip())
        if not block.name_kind(name, rest):
            if slashes < 3 or not re.fullmatch(r" *(\|.*)?", rest):
                return
            if self._open:
                self._open.foreign.append(slashes)
            elif not self._deck:
                self._foreign.append(Foreign(i, prefix, slashes, name, block.header))
            return
        if bare != prefix:
            block.fault(
                i,
                "header",
                "the header is on the same line as a list marker.",
                "Write it on a line of its own, indented by four spaces.",
            )
        if self._open:
            self._unclosed(i)
        if block.kind not in SET_KINDS:
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
        elif block and block.foreign and block.foreign[-1] == slashes:
            block.foreign.pop()
        elif block:
            block.check_length(i, slashes)
            self._end(block, i, i)
        elif deck and slashes >= min(deck.slashes, 4):
            deck.check_length(i, slashes)
            self._end_deck(deck, i, i)
        elif self._foreign and not deck:
            self._close_foreign(i, self._foreign.pop())
        elif self._cut and self._cut.prefix == prefix:
            self.regions.pop()
            self._end(self._cut, i, i)
        else:
            stray = Open(i if self._suspect is None else self._suspect, prefix, slashes, "", "")
            what = "this closing fence does not belong to any block."
            remedy = "Write the header above the question, such as `/// mcq | an-id`, or remove the fence."
            stray.fault(i, "stray-fence", what, remedy)
            self._end(stray, i, i)

    def _close_foreign(self, i: int, foreign: Foreign) -> None:
        """The end of a block that is not ours, unless what it holds shows that it was meant to be."""
        self._suspect = None
        if foreign.suspect and not (self.regions and self.regions[-1].end > foreign.start):
            block = Open(foreign.start, foreign.prefix, foreign.slashes, "", foreign.header)
            what = f"there is no kind `{foreign.name}`."
            block.fault(foreign.start, "unknown-kind", what, f"The kinds are {', '.join(ALL_KINDS)}.")
            self._end(block, i, i)

    def _dedent(self, i: int, line: str) -> None:
        """End the open block at a line that does not stand where its header stands."""
        block = self._open
        assert block is not None
        found = SLASHES.fullmatch(line)
        fence = "/" * block.slashes
        quoted = ">" in block.prefix
        if found and found["slashes"] == fence and not found["name"]:
            what = (
                "the closing fence is outside the quote."
                if quoted
                else "the closing fence is indented less than its header."
            )
            block.fault(i, "fence-indent", what, f"Begin it like the header: `{block.prefix}{fence}`.")
            self._end(block, i, i)
            return
        block.fault(
            i,
            "unclosed",
            "the block is not closed before this line, which is "
            + ("outside its quote." if quoted else "indented less than its header."),
            f"Write `{block.prefix}{fence}` above this line, or "
            + ("move the line into the quote." if quoted else "indent the line like the header."),
        )
        self._end(block, self._last_line(block, i), None)
        self._cut = block
        if not self.map.fenced[i] and not self.map.comment[i]:
            self._read(i, line)

    def _unclosed(self, i: int) -> None:
        """End the open block before line `i`, or at the first heading in it."""
        block = self._open
        assert block is not None
        stop = block.heading or i
        before = (
            " before the next heading" if block.heading else " before the next block" if i < len(self.lines) else ""
        )
        block.unclosed(before)
        self._end(block, self._last_line(block, stop), None)

    def _unclosed_deck(self, i: int) -> None:
        """End the open container, and the item open in it, before line `i` or at the first heading in it."""
        if self._open:
            self._unclosed(i)
        deck = self._deck
        assert deck is not None
        deck.unclosed(" before the next heading" if deck.heading else "")
        self._end_deck(deck, self._last_line(deck, deck.heading or i), None)

    def _last_line(self, block: Open, stop: int) -> int:
        """The last line of a block above `stop` that is not blank."""
        while stop > block.start + 1 and not self.lines[stop - 1].strip(" >"):
            stop -= 1
        return stop - 1

    def _end(self, block: Open, end: int, fence: int | None) -> None:
        self.regions.append(
            Region(
                start=block.start,
                end=end,
                prefix=block.prefix,
                kind=block.kind,
                header=block.header,
                body=self._body(range(block.start + 1, end if fence is not None else end + 1), block.prefix),
                faults=(*block.faults, *self._broken_code(block.start, end)),
            )
        )
        self._open = self._cut = None
        self._suspect = None

    def _broken_code(self, start: int, end: int) -> Iterable[Fault]:
        """What is wrong with the code fences of a block."""
        if not self._broken:
            return ()
        broken = self._broken[bisect_right(self._broken, start) : bisect_left(self._broken, end + 1)]
        # What looks like a second fence without a language is the end of the first that did not fit.
        return [unclosed_code(i) for at, i in enumerate(broken) if not at or self.lines[i].strip("> `~")]

    def _end_deck(self, deck: Open, end: int, fence: int | None) -> None:
        """Gather the container's items; those behind the heading that ended it stay on the page."""
        found = self.regions[self._deck_from :]
        inside = tuple(region for region in found if region.start <= end)
        held = {i for region in inside for i in range(region.start, region.end + 1)}
        rest = [i for i in range(deck.start + 1, end if fence is not None else end + 1) if i not in held]
        region = Region(
            start=deck.start,
            end=end,
            prefix=deck.prefix,
            kind=deck.kind,
            header=deck.header,
            body=self._body(rest, deck.prefix),
            faults=tuple(deck.faults),
            children=inside,
        )
        self.regions[self._deck_from :] = [region, *found[len(inside) :]]
        self._deck = self._cut = None
        self._suspect = None

    def _body(self, at: Sequence[int], prefix: str) -> Body:
        """What stands in the lines of a block."""
        comment = self.map.comment
        if not prefix and isinstance(at, range) and not (self._comments and any(comment[at.start : at.stop])):
            return Body(self.lines[at.start : at.stop], at, self._fenced[at.start : at.stop])
        kept = [i for i in at if comment[i] != COMMENT]
        return Body(tuple([self._bare(i, prefix) for i in kept]), kept, bytes([self._fenced[i] for i in kept]))

    def _bare(self, i: int, prefix: str) -> str:
        """A line of a region as its item sees it."""
        text = strip_prefix(self.lines[i], prefix)
        text = self.lines[i].strip() if text is None else text
        return text.partition("-->")[2].strip() if self.map.comment[i] else text

    def _track(self, i: int, line: str) -> str:
        """Follow which quotes, list items, notes, tabs, footnotes and definitions hold the lines to come.

        Returns what the line says inside of them, and nothing where that is indented code.
        """
        if not line.strip("> "):
            return ""
        depth, rest = self._enter(line)
        del self._containers[depth:]
        bare = rest.lstrip(" ")
        while len(rest) - len(bare) < TAB and bare[0] == ">":
            self._containers.append(">")
            rest = bare[1:].removeprefix(" ")
            bare = rest.lstrip(" ")
        if len(rest) - len(bare) >= TAB:
            return ""
        if _BULLET.match(bare) or (_LOST_TAB.fullmatch(bare) and not (i and self.lines[i - 1].strip("> "))):
            self._containers.append(" ")
        return bare

    def _enter(self, line: str) -> tuple[int, str]:
        """How many of the containers a line goes on with, and what it says inside of them."""
        for depth, container in enumerate(self._containers):
            bare = line.lstrip(" ")
            if container == ">" and bare.startswith(">"):
                line = bare[1:].removeprefix(" ")
            elif container == " " and line.startswith(" " * TAB):
                line = line[TAB:]
            else:
                return depth, line
        return len(self._containers), line

    def _is_code(self, prefix: str) -> bool:
        """Whether a line behind this prefix is indented code for what holds it."""
        block = self._open or self._deck
        if block:
            return len(prefix) - len(block.prefix) >= TAB
        return len(prefix) >= TAB and indentation(self._enter(prefix)[1]) >= TAB


def scan(lines: Sequence[str]) -> Scanner:
    """Find the regions of a page, in order, and the faults outside of them.

    `lines` are a page's lines with white space normalised (no tabs, no carriage returns).
    """
    return Scanner(lines).run()
