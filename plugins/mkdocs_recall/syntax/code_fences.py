"""Which lines of a page are code or comments, so that nothing in them is taken for a question.

The rules are those of the fences in pymdown-extensions and Python-Markdown, since these decide what readers see: a
fence closes at the same characters behind the same indentation, and one that never closes is no fence. One rule is
added, for authors who forget to close a fence: where a fence would leave the blocks around it without beginning or end,
and they are whole without it, it is no fence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.vocabulary import FOREIGN, ITEM_KINDS, NAMELESS_KINDS

FENCE = re.compile(
    r"(?P<prefix>[> ]*)(?P<bullet>(?:[-*+]|\d+[.)]) +(?:\[[ xX]\] +)?)?(?P<fence>`{3,}|~{3,})(?P<info>.*)"
)
_INFO = re.compile(
    r"[ \t]*(?:\.?[\w#.+-]+(?=[\t ]|$))?"
    r"(?:[ \t]*\{[^\n]*\}|(?:[ \t]*[a-zA-Z][a-zA-Z0-9_]*(?:=([\"']).*?\1)?(?=[\t ]|$))+)?[ \t]*"
)
SLASHES = re.compile(r"(?P<prefix>[> ]*)(?P<slashes>/{3,}) *(?:(?P<name>[\w-]+)(?P<rest>.*))?")
"""A header or a closing fence: three slashes or more."""

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
    marked: tuple[int, ...] = ()
    """Lines with a sign of a block, a fence, a comment or a heading: no other line can be one of these."""


def map_fences(lines: Sequence[str]) -> FenceMap:
    """Find the code fences and comments of a page in one pass; time is linear in its length."""
    marked = [
        i
        for i, line in enumerate(lines)
        if line and ("/" in line or "#" in line or "``" in line or "~" in line or "--" in line)
    ]
    fences, blocks, comments = _landmarks(lines, marked)
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
            else:
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
    return FenceMap(fenced, comment, tuple(unclosed), tuple(dangling), tuple(marked))


def find_fences(lines: Sequence[str], fenced: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last line of each code fence, in order; `fenced` is that of `FenceMap`."""
    at = 0
    while at < len(lines):
        opening = FENCE.match(lines[at]) if fenced[at] else None
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

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
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
        if not info or info.isalnum() or _INFO.fullmatch(info):
            self.openers[i] = prefix, bullet, fence, info
            self.order.append(i)

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
    """Where block headers and closing fences stand, and whether the line under way is inside a block."""

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

        A sample holds whole blocks, or a piece of one. What follows that tells: a closing fence belongs to a block that
        is open there, a header to none. Where whole blocks are followed by the beginning of another fence of the same
        form, the end of this one is missing above them.
        """
        first, last = bisect_right(self.at, start), bisect_left(self.at, end)
        if first == last:
            held = bisect_right(self.sets, start) < bisect_left(self.sets, end)
            return held and fences.opened_again(start, end)
        total = self.total[last - 1] - (self.total[first - 1] if first else 0)
        if self.step[first] > 0 and total == 0:
            return fences.opened_again(start, end)
        if last - first > (1 if self.open else 2):
            return True
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


def _landmarks(lines: Sequence[str], marked: Sequence[int]) -> tuple[_Fences, _Blocks, _Comments]:
    """What may open or close a code fence, a block or a comment."""
    fences, blocks, comments = _Fences(lines), _Blocks(), _Comments()
    for i in marked:
        line = lines[i]
        if line == "///":
            if not _is_near_remark(lines, i):
                blocks.add(i, -1, False)
            continue
        if "///" in line and (found := SLASHES.fullmatch(line)):
            if len(found["slashes"]) > 3:
                blocks.sets.append(i)
                continue
            _add_block(blocks, lines, i, found)
        elif ("```" in line or "~~~" in line) and (found := FENCE.fullmatch(line)):
            fences.add(i, found)
        if "--" in line:
            if "-->" in line:
                comments.ends.append(i)
            if "<!--" in line and line.lstrip("> ").startswith("<!--"):
                comments.starts.add(i)
    return fences, blocks, comments


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
    found = SLASHES.fullmatch(bare)
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
