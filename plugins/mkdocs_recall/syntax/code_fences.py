"""Which lines of a page are code or comments, so that nothing in them is taken for a question.

The rules are those of the fences in pymdown-extensions and Python-Markdown, since these decide what readers see: a
fence closes at the same characters behind the same indentation, and one that never closes is no fence. One rule is
added, for authors who forget to close a fence: where a fence would leave the blocks around it without beginning or end,
and they are whole without it, it is no fence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.vocabulary import FOREIGN, ITEM_KINDS, NAMELESS_KINDS
from .patterns import CODE_FENCE_LINE, ORDINARY_HEADER, SLASHES

_NUMBERS = r"\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*"
_INFO = re.compile(
    r"[ \t]*(?:\.?[\w#.+-]+(?=[\t ]|$))?(?:[ \t]*\{[^\n]*\}|(?:[ \t]*"
    r"(?:title(?:_mode)?(?:=(?P<title>[\"']).*?(?P=title))?|linenums=(?P<from>[\"'])\d.*?(?P=from)"
    rf"|hl_lines=(?P<lines>[\"']){_NUMBERS}(?P=lines))(?=[\t ]|$))+)?[ \t]*"
)
"""What superfences reads after the characters of a fence: a language, then attributes or its own options."""
COMMENT, END_OF_COMMENT = 1, 2


@dataclass(frozen=True, slots=True)
class FenceMap:
    """What the lines of a page are, apart from their text."""

    fenced: bytearray
    """1 for each line of a code fence, its first and last included."""
    comment: bytearray
    """`COMMENT` for each line of an HTML comment that begins at the start of a line, `END_OF_COMMENT` for its last one
    where text follows on it."""
    unclosed: tuple[int, ...]
    """Lines that open a fence which swallows a block's beginning or end, and so count as text."""
    dangling: tuple[int, ...]
    """Lines that open a fence which never closes, and so are text."""
    refused: Mapping[int, int] = field(default_factory=dict)
    """Lines that look as if they opened a fence but do not, since Markdown does not understand what follows the fence's
    characters; each with the line that was meant to close it, or itself where there is none."""
    marked: tuple[int, ...] = ()
    """Lines with a sign of a block, a fence, a comment or a heading: no other line can be one of these."""


def map_fences(lines: Sequence[str], *, relaxed: bool = False) -> FenceMap:
    """Find the code fences and comments of a page in one pass; time is linear in its length.

    `relaxed` says that Markdown reads a fence whatever follows its characters (`relaxed_headers` of superfences).
    """
    marked = [
        i
        for i, line in enumerate(lines)
        if line and ("/" in line or "#" in line or "``" in line or "~" in line or "--" in line)
    ]
    fences, blocks, comments = _landmarks(lines, marked, relaxed)
    fenced, comment = bytearray(len(lines)), bytearray(len(lines))
    unclosed, dangling = [], []
    after = 0
    for i in sorted((*fences.order, *blocks.at, *comments.starts)):
        if i < after:
            continue
        if i in fences.openers:
            end, after = fences.end(i)
            if end and blocks.torn_by(i, end, fences):
                unclosed.append(i)
                after = i + 1
            elif end:
                first = i + 1 if fences.openers[i][1] else i
                fenced[first : end + 1] = b"\1" * (end + 1 - first)
            elif not fences.is_text(i):
                dangling.append(i)
        elif i in comments.starts:
            last = comments.end(i)
            if last is not None:
                comment[i : last + 1] = bytes((COMMENT,)) * (last + 1 - i)
                if lines[last].partition("-->")[2].strip():
                    comment[last] = END_OF_COMMENT
                after = last + 1
        else:
            blocks.pass_by(i)
    refused = {i: end for i, end in fences.meant.items() if not fenced[i] and not comment[i]}
    return FenceMap(fenced, comment, tuple(unclosed), tuple(dangling), refused, tuple(marked))


def find_fences(lines: Sequence[str], fenced: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last line of each code fence, in order; `fenced` is that of `FenceMap`."""
    at = 0
    while at < len(lines):
        opening = CODE_FENCE_LINE.match(lines[at]) if fenced[at] else None
        at += 1
        if not opening:
            continue
        start = at - 1
        while at < len(lines) and fenced[at] and lines[at].strip("> ") != opening["fence"]:
            at += 1
        yield start, min(at, len(lines) - 1)
        at += 1


class _Fences:
    """Where code fences may open and close."""

    def __init__(self, lines: Sequence[str], relaxed: bool) -> None:
        self.lines = lines
        self.relaxed = relaxed
        self.refused: dict[int, str] = {}
        """Lines that open no fence because of what follows its characters, and these."""
        self.meant: dict[int, int] = {}
        """For each of them the line that was meant to close it, or itself."""
        self.meant_ends: set[int] = set()
        self.openers: dict[int, tuple[str, str | None, str, str]] = {}
        """What stands before each opener, its bullet, its characters, and what stands behind them."""
        self.order: list[int] = []
        """The lines of the openers."""
        self.closers: dict[tuple[int, str], list[int]] = {}
        """Lines that can close a fence, by the length of what stands before it, and by the fence."""

    def add(self, i: int, found: re.Match[str]) -> None:
        """Note a line that looks like a fence."""
        prefix, bullet, fence, info = found.group("prefix", "bullet", "fence", "info")
        if not bullet and not info.strip():
            self.closers.setdefault((len(prefix), fence), []).append(i)
        if not info or info.isalnum() or self.relaxed or _INFO.fullmatch(info):
            self.openers[i] = prefix, bullet, fence, info
            self.order.append(i)
        elif fence[0] not in info:
            self.refused[i] = fence

    def end(self, start: int) -> tuple[int, int]:
        """The line that closes the fence opened at `start`, 0 where that is no fence, and the line to go on with."""
        prefix, bullet, fence, _ = self.openers[start]
        if bullet:
            return self._bulleted_end(start, prefix, fence)
        ends = self.closers.get((len(prefix), fence), [])
        at = bisect_right(ends, start)
        if at == len(ends):
            return 0, start + 1
        if prefix:
            for i in range(start + 1, ends[at] + 1):
                if not _continues(self.lines[i], prefix):
                    return 0, i
        return ends[at], ends[at] + 1

    def find_meant_ends(self) -> None:
        """Find the line that was meant to close each fence that is none: the next of its characters, if that closes."""
        below: dict[str, int] = {}
        for i in sorted((*self.order, *self.refused), reverse=True):
            fence = self.refused.get(i)
            if fence is None:
                below[self.openers[i][2]] = i
                continue
            end = below.pop(fence, i)
            self.meant[i] = i if end == i or self.openers[end][3].strip() else end
        self.meant_ends = set(self.meant.values())

    def is_text(self, start: int) -> bool:
        """Whether an opener without end is only an entry of a list that consists of these characters."""
        prefix, bullet, _, info = self.openers[start]
        if not bullet or info.strip():
            return False
        below = next((line[len(prefix) :] for line in self.lines[start + 1 :] if line.strip("> ")), "")
        return not below.startswith(" ") or below.lstrip().startswith(">")

    def opened_again(self, start: int, end: int) -> bool:
        """Whether another fence of the same form, with a language, begins between two lines."""
        prefix, fence, _ = self._form(start)
        for i in self.order[bisect_right(self.order, start) : bisect_left(self.order, end)]:
            if self._form(i)[:2] == (prefix, fence):
                return bool(self._form(i)[2])
        return False

    def _form(self, i: int) -> tuple[int, str, str]:
        prefix, _, fence, info = self.openers[i]
        return len(prefix), fence, info.strip()

    def _bulleted_end(self, start: int, prefix: str, fence: str) -> tuple[int, int]:
        """The end of a fence that begins behind a bullet: it goes on as far as lines are indented under it."""
        for i in range(start + 1, len(self.lines)):
            rest = self.lines[i][len(prefix) :]
            if rest.strip() == fence and rest.startswith(" "):
                return i, i + 1
            if rest.strip() and not (rest.startswith(" ") and self.lines[i].startswith(prefix)):
                return 0, i
        return 0, start + 1


class _Blocks:
    """Where block headers and closing fences stand, and whether the line in progress is inside a block."""

    def __init__(self) -> None:
        self.at: list[int] = []
        self.step: list[int] = []
        """1 for a header, -1 for a closing fence."""
        self.total: list[int] = []
        self.sets: list[int] = []
        """Where containers begin or end."""
        self._foreign: list[int] = []
        self._seen: dict[int, int] = {}
        self.open = False

    def add(self, at: int, step: int, foreign: bool) -> None:
        """Note a header or a closing fence; pairs of pymdown-extensions are left out."""
        if foreign:
            self._foreign.append(at)
        elif step < 0 and self._foreign:
            self._foreign.pop()
        else:
            self._foreign.clear()
            self.at.append(at)
            self.step.append(step)
            self.total.append(step + (self.total[-1] if self.total else 0))

    def pass_by(self, line: int) -> None:
        """Go on behind a header or a closing fence; those in code and comments do not count."""
        self.open = self.step[bisect_left(self.at, line)] > 0

    def torn_by(self, start: int, end: int, fences: _Fences) -> bool:
        """Whether a fence between two lines tears blocks apart that are whole without it.

        Three pages, each with a fence that is not closed or closed elsewhere:

            /// card | a               ```python                    ```markdown
            ...                        print(1)                     /// card | sample
            ```python                                               ...
            print(1)                   /// card | a                 ///
                                       ...                          ```
            ///                        ///
                                       ```python                    /// card | a
            /// card | b               print(2)                     ...
            ...                        ```                          ///
            ```
            ...
            ///

        The first fence would take the end of a and the beginning of b: it tears. The second would take the whole block
        a, as a sample does. But what closes it begins as another fence of its form, so that it is the end of that one
        and the first has none: it tears. The third holds a whole block and is followed by one: it is a sample.

        A sample may also be a piece of a block. What follows tells: a closing fence belongs to a block that is open
        there, and a header to none. A header in the fence of a block is a sample, unless the fence begins again.
        """
        first, last = bisect_right(self.at, start), bisect_left(self.at, end)
        holds_set = bisect_right(self.sets, start) < bisect_left(self.sets, end)
        if first == last and not holds_set:
            return False
        if start in fences.meant_ends:
            return True
        if first == last or (self.step[first] > 0 and self._total(first, last) == 0):
            return fences.opened_again(start, end)
        if self._holds_too_much(first, last) or self._leaves_wrong(last, end, fences):
            return True
        return self.open and self.step[first] > 0 and fences.opened_again(start, end)

    def _total(self, first: int, last: int) -> int:
        """How many more blocks begin than end from one mark to before another."""
        return self.total[last - 1] - (self.total[first - 1] if first else 0)

    def _holds_too_much(self, first: int, last: int) -> bool:
        """Whether a fence holds more marks than a piece of a block has: its end, and the next one's header."""
        return last - first > (1 if self.open else 2)

    def _leaves_wrong(self, last: int, end: int, fences: _Fences) -> bool:
        """Whether the block that is open before a fence has no end behind it, or the other way round."""
        if self.open == (self.step[last - 1] > 0):
            return False
        return self.open == (self._step_after(end, fences) >= 0)

    def _step_after(self, line: int, fences: _Fences) -> int:
        """Whether a header (1), a closing fence (-1) or neither (0) comes next, outside of code fences."""
        passed: list[int] = []
        while True:
            mark = bisect_right(self.at, line)
            fence = bisect_right(fences.order, line)
            if fence == len(fences.order) or (mark < len(self.at) and self.at[mark] < fences.order[fence]):
                step = self.step[mark] if mark < len(self.at) else 0
                break
            line = fences.order[fence]
            if line in self._seen:
                step = self._seen[line]
                break
            passed.append(line)
            line = fences.end(line)[1] - 1
        self._seen.update(dict.fromkeys(passed, step))
        return step


class _Comments:
    """Where HTML comments may begin and end."""

    def __init__(self) -> None:
        self.starts: set[int] = set()
        self.ends: list[int] = []

    def end(self, start: int) -> int | None:
        """The line that ends a comment."""
        at = bisect_left(self.ends, start)
        return self.ends[at] if at < len(self.ends) else None


def _landmarks(lines: Sequence[str], marked: Sequence[int], relaxed: bool) -> tuple[_Fences, _Blocks, _Comments]:
    """What may open or close a code fence, a block or a comment."""
    fences, blocks, comments = _Fences(lines, relaxed), _Blocks(), _Comments()
    for i in marked:
        line = lines[i]
        if line == "///":
            if not _is_near_remark(lines, i):
                blocks.add(i, -1, False)
            continue
        if line.startswith("/// ") and (found := ORDINARY_HEADER.fullmatch(line)):
            blocks.add(i, 1, found["name"] in FOREIGN)
        elif "///" in line and (found := _match_slashes(line)):
            if len(found["slashes"]) > 3:
                blocks.sets.append(i)
                continue
            _add_block(blocks, lines, i, found)
        elif ("```" in line or "~~~" in line) and (found := CODE_FENCE_LINE.fullmatch(line)):
            fences.add(i, found)
        if "--" in line:
            if "-->" in line:
                comments.ends.append(i)
            if "<!--" in line and line.lstrip("> ").startswith("<!--"):
                comments.starts.add(i)
    fences.find_meant_ends()
    return fences, blocks, comments


def _match_slashes(line: str) -> re.Match[str] | None:
    """A header or a closing fence of three slashes or more."""
    found = SLASHES.fullmatch(line)
    return found if found and len(found["slashes"]) > 2 and not found["bullet"] else None


def _add_block(blocks: _Blocks, lines: Sequence[str], i: int, found: re.Match[str]) -> None:
    """Note a line that looks like a header or a closing fence."""
    name, rest = found.group("name", "rest")
    if not name:
        if not _is_near_remark(lines, i):
            blocks.add(i, -1, False)
    elif not (rest := rest.strip()) or rest[0] == "|":
        foreign = name in FOREIGN
        if foreign or rest or name in ITEM_KINDS or name in NAMELESS_KINDS:
            blocks.add(i, 1, foreign)


def _is_near_remark(lines: Sequence[str], i: int) -> bool:
    """Whether a line or one beside it is such a remark."""
    if not (lines[i - 1] or "".join(lines[i + 1 : i + 2])) and lines[i] == "///":
        return False
    return bool([near for near in lines[max(i - 1, 0) : i + 2] if "/// " in near and _is_remark(near)])


def _is_remark(line: str) -> bool:
    """Whether a line with three slashes is a remark in code (Rust, C#, Swift) rather than a header or a fence."""
    bare = line.lstrip("> ")
    if not bare.startswith("/// "):
        return False
    found = _match_slashes(bare)
    rest = found["rest"] if found else None
    return not found or bool(rest and rest.strip() and not rest.strip().startswith("|"))


def _continues(line: str, prefix: str) -> bool:
    """Whether a line is still inside the quote and the indentation of a fence."""
    bare = line.strip()
    if not bare:
        return ">" not in prefix
    if ">" in prefix:
        return line[: len(prefix)].count(">") >= prefix.count(">") or bare == ">" * prefix.count(">")
    return line[: len(prefix)].isspace()
