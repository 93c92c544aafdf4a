"""From the text of a page to regions: where each question block begins and ends, line by line.

The scanner decides what is a block of ours, what is a sample of the syntax (in a fence, a comment, indented code), and
what an unfinished block still covers. It looks at structure only; `kinds.reader` reads what a region says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..model.page import Body, Region
from ..model.problems import Fault
from ..model.vocabulary import ALL_KINDS, FOREIGN, SET_KINDS
from .code_fences import COMMENT, FenceMap
from .containers import BULLET, TAB, Containers
from .lookalikes import straighten_page
from .open_blocks import (
    BrokenCode,
    Foreign,
    Open,
    Sign,
    Slashes,
    indentation,
    is_ours,
    read_slashes,
    strip_prefix,
)
from .patterns import CANDIDATE, HEADING
from .typed.answer_block import reach_up


def has_blocks(text: str) -> bool:
    """Whether a text may hold blocks of ours; where not, there is nothing to scan."""
    return CANDIDATE.search(text) is not None


class Scanner:
    """One pass over the lines of a page.

    What a line does depends on its sign and on the block that is open:

    | open   | header               | other header       | closing fence                       | text                 |
    | ------ | -------------------- | ------------------ | ----------------------------------- | -------------------- |
    | none   | opens a block        | opens a foreign    | closes a foreign block, or the one  | is kept if only a    |
    |        |                      | block              | that a line cut off; else it is a   | question holds it,   |
    |        |                      |                    | fault                               | until a new section  |
    | set    | an item: opens it    | -                  | four slashes: closes the set;       | a heading is where   |
    |        | a set: ends this one |                    | three: is a fault                   | the set ends if it   |
    |        |                      |                    |                                     | is never closed      |
    | item   | ends the item, which | opens a foreign    | closes the foreign block in it, or  | a heading is where   |
    |        | is not closed; then  | block in it        | the item; the set's own fence       | the item ends if it  |
    |        | as if none was open  |                    | closes the set, and ends the item   | is never closed      |

    Two things come before that. A line that leaves the quote or the indentation of a block ends it (`_line`). And a
    header or a fence that is indented so far that it is code means nothing (`_is_sample`), unless it is in a list
    or a note that begins below an item without end: then that item ends above the list (`_leave`).
    """

    def __init__(self, lines: Sequence[str], *, relaxed: bool = False) -> None:
        """Scan these lines; for `relaxed` see `map_fences`."""
        self._page = straighten_page(lines, relaxed=relaxed)
        self.lines = self._page.lines
        self.map: FenceMap = self._page.map
        self._fenced = bytes(self.map.fenced)
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        """Problems outside of regions."""
        self._broken = BrokenCode(self._page)
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
        self._containers = Containers(self.lines)

    def run(self) -> Scanner:
        """Scan all lines; the findings are in `regions`, `faults` and `map`."""
        lines = self.lines
        marked = [i for i in self.map.marked if "//" in lines[i] or "#" in lines[i]]
        i = at = 0
        while i < len(lines):
            if lines[i].startswith("/// ") and (end := self._take_ordinary(i, marked)):
                i = end + 1
                continue
            if self._open and not self._open.prefix and not self._open.heading:
                # Nothing else concerns a block at the margin.
                while at < len(marked) and marked[at] < i:
                    at += 1
                if at == len(marked):
                    break
                i = marked[at]
            if lines[i].strip():
                self._line(i, lines[i], self._is_hidden(i))
            i += 1
        if self._open:
            self._unclosed(len(self.lines))
        if self._deck:
            self._unclosed_deck(len(self.lines))
        self.faults += self._broken.outside(self.regions)
        return self

    def _take_ordinary(self, i: int, marked: Sequence[int]) -> int:
        """Add the block that begins with a line, where it is an ordinary one at the margin, and return its last line.

        Nothing is open above it, and its closing fence is the next line with a sign. Returns 0 for any other.
        """
        at = bisect_right(marked, i)
        end = marked[at] if at < len(marked) else 0
        if self._open or self._deck or not end or self.lines[end] != "///":
            return 0
        if self._is_hidden(i) or self._is_hidden(end):
            return 0
        found = read_slashes(self.lines[i])
        if found.prefix or found.name in SET_KINDS or found.name not in ALL_KINDS:
            return 0
        self._end(Open.from_header(i, found), end, end)
        return end

    def _is_hidden(self, i: int) -> bool:
        """Whether a line is code or a comment."""
        return bool(self.map.fenced[i] or self.map.comment[i])

    def _line(self, i: int, line: str, verbatim: bool) -> None:
        if self._deck and self._deck.prefix and strip_prefix(line, self._deck.prefix) is None:
            self._unclosed_deck(i)
        if self._open and self._open.prefix and strip_prefix(line, self._open.prefix) is None:
            self._dedent(i, line)
        elif not verbatim:
            self._read(i, line)

    def _read(self, i: int, line: str) -> None:
        """Do what a line of Markdown does: first what its sign is, then what that means in its place."""
        found = read_slashes(line)
        block = Open.from_header(i, found) if found.name else None
        sign = found.sign(block)
        if found.name in ALL_KINDS:
            self._end_above(i, found.prefix)
        if sign != Sign.TEXT and self._is_sample(found):
            return
        if self._open:
            self._in_item(i, line, sign, found, block, self._open)
        elif self._deck:
            self._in_set(i, line, sign, found, block, self._deck)
        else:
            self._outside(i, line, sign, found, block)

    def _is_sample(self, found: Slashes) -> bool:
        """Whether slashes are indented so far that they are code, and do not end the block that a line cut off."""
        goes_on = self._cut and not found.name and found.prefix == self._cut.prefix
        return bool(found.prefix) and self._is_code(found.prefix) and not goes_on

    def _outside(self, i: int, line: str, sign: Sign, found: Slashes, block: Open | None) -> None:
        match sign:
            case Sign.HEADER if block:
                self._begin(i, block)
            case Sign.OTHER if block:
                self._foreign.append(Foreign(i, found.prefix, found.slashes, found.name, block.header))
            case Sign.FENCE if found.slashes > 2:
                self._close_outside(i, found)
            case Sign.TEXT:
                self._watch(i, self._containers.track(i, line))

    def _in_set(self, i: int, line: str, sign: Sign, found: Slashes, block: Open | None, deck: Open) -> None:
        match sign:
            case Sign.HEADER if block:
                self._begin(i, block)
            case Sign.FENCE if found.slashes >= min(deck.slashes, 4):
                deck.check_length(i, found.slashes)
                self._end_deck(deck, i, i)
            case Sign.FENCE if found.slashes > 2:
                self._close_cut_or_stray(i, found)
            case Sign.TEXT:
                self._follow(i, line, deck)
                self._watch(i, self._containers.track(i, line))

    def _in_item(self, i: int, line: str, sign: Sign, found: Slashes, block: Open | None, item: Open) -> None:
        match sign:
            case Sign.HEADER if block:
                self._unclosed(i)
                self._begin(i, block)
            case Sign.OTHER:
                item.foreign.append(found.slashes)
            case Sign.FENCE:
                self._close_in_item(i, found.slashes, item)
            case Sign.TEXT if item.heading or "#" in line:
                self._follow(i, line, item)

    def _end_above(self, i: int, prefix: str) -> None:
        """End what is open and not closed above a list, a note or a heading, so that the header below is no code."""
        if self._open:
            self._leave(i, prefix, self._open)
        elif self._deck and self._deck.heading and self._is_code(prefix):
            self._unclosed_deck(i)

    def _leave(self, i: int, prefix: str, block: Open) -> None:
        """End an unclosed block above the list, note or tab in which another header stands."""
        indent, top = len(prefix), i
        for at in range(i - 1, block.start, -1):
            bare = self.lines[at].lstrip("> ")
            width = len(self.lines[at]) - len(bare)
            if indent - len(block.prefix) < TAB:
                break
            if bare and width < indent:
                if not BULLET.match(bare):
                    return
                indent, top = width, at
        if top < i:
            self._unclosed(top)
            for at in range(top, i):
                if self.lines[at].strip() and not self._is_hidden(at):
                    self._read(at, self.lines[at])

    def _follow(self, i: int, line: str, block: Open) -> None:
        """Note where an open block would end if it turned out to be unclosed."""
        bare = strip_prefix(line, block.prefix) or ""
        if HEADING.match(bare):
            block.heading = block.heading or i
        elif block.heading and is_ours(bare.lstrip()):
            block.heading = 0

    def _watch(self, i: int, bare: str) -> None:
        """Note outside of blocks what only a question holds, until a new section begins."""
        if heading := HEADING.match(bare):
            self._cut = None
            if len(heading["marks"]) <= 2:
                self._suspect = None
        elif is_ours(bare):
            self._suspect = i if self._suspect is None else self._suspect
            if self._foreign and self._foreign[-1].name not in FOREIGN:
                self._foreign[-1].suspect = True

    def _begin(self, i: int, block: Open) -> None:
        if block.kind not in SET_KINDS:
            self._open = block
            return
        if self._deck:
            self._unclosed_deck(i)
        self._deck, self._deck_from = block, len(self.regions)

    def _close_in_item(self, i: int, slashes: int, item: Open) -> None:
        if self._deck and slashes == self._deck.slashes != item.slashes:
            self._unclosed(i)
            self._end_deck(self._deck, i, i)
        elif item.foreign and item.foreign[-1] == slashes:
            item.foreign.pop()
        else:
            item.check_length(i, slashes)
            self._end(item, i, i)

    def _close_outside(self, i: int, found: Slashes) -> None:
        if self._foreign:
            self._close_foreign(i, self._foreign.pop())
        else:
            self._close_cut_or_stray(i, found)

    def _close_cut_or_stray(self, i: int, found: Slashes) -> None:
        """A closing fence where no block is open: the end of one that a line cut off, or a fault."""
        if self._cut and self._cut.prefix == found.prefix:
            self.regions.pop()
            self._end(self._cut, i, i)
            return
        top = self.regions[-1].end + 1 if self.regions else 0
        stray = Open(reach_up(self.lines, self._suspect, found.prefix, i, top), found.prefix, found.slashes, "", "")
        remedy = "Write the header above the question, such as `/// mcq | an-id`, or remove the fence."
        stray.fault(i, "stray-fence", "this closing fence does not belong to any block.", remedy)
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
        found = read_slashes(line)
        fence = "/" * block.slashes
        quoted = ">" in block.prefix
        if found.slashes == block.slashes and not found.name:
            where = "outside the quote" if quoted else "indented less than its header"
            what = f"the closing fence is {where}."
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
        if not self._is_hidden(i):
            self._read(i, line)

    def _unclosed(self, i: int) -> None:
        """End the open block before line `i`, or at the first heading in it."""
        block = self._open
        assert block is not None
        stop = block.heading or i
        below = " before the next block" if i < len(self.lines) else ""
        block.unclosed(" before the next heading" if block.heading else below)
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
                faults=(*block.faults, *self._page.faults_in(block.start, end), *self._broken.inside(block.start, end)),
            )
        )
        self._open = self._cut = None
        self._suspect = None

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
            faults=(*deck.faults, *(odd for odd in self._page.faults_in(deck.start, end) if odd.index not in held)),
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
        if not self.map.comment[i]:
            return text
        bare = text.lstrip("> ")
        return text[: len(text) - len(bare)] + bare.partition("-->")[2].strip()

    def _is_code(self, prefix: str) -> bool:
        """Whether a line behind this prefix is indented code for what holds it."""
        block = self._open or self._deck
        if block:
            return len(prefix) - len(block.prefix) >= TAB
        return len(prefix) >= TAB and indentation(self._containers.enter(prefix)[1]) >= TAB


def scan(lines: Sequence[str], *, relaxed: bool = False) -> Scanner:
    """Find the regions of a page, in order, and the faults outside of them.

    `lines` are a page's lines with white space normalised (no tabs, no carriage returns). `relaxed` is explained in
    `map_fences`.
    """
    return Scanner(lines, relaxed=relaxed).run()
