"""Which lines of a page are code or comments, so that nothing in them is taken for a question.

The rules are those of the fences in pymdown-extensions and Python-Markdown, since these decide what readers see: a
fence closes at the same characters behind the same indentation, and one that never closes is no fence. One rule is
added, for authors who forget to close a fence: a fence that would swallow the end of a block without its beginning, or
its beginning without its end, is no fence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

FENCE = re.compile(r"(?P<prefix>[> ]*)(?P<fence>`{3,}|~{3,})(?P<info>.*)")
_INFO = re.compile(
    r"[ \t]*(?:\.?[\w#.+-]+(?=[\t ]|$))?"
    r"(?:[ \t]*\{[^\n]*\}|(?:[ \t]*[a-zA-Z][a-zA-Z0-9_]*(?:=([\"']).*?\1)?(?=[\t ]|$))+)?[ \t]*"
)
SLASHES = re.compile(r"(?P<prefix>[> ]*)(?P<slashes>/{3,}) *(?:(?P<name>[\w-]+)(?P<rest>.*))?")
"""A header or a closing fence: three slashes or more."""


@dataclass(frozen=True, slots=True)
class FenceMap:
    """What the lines of a page are, apart from their text."""

    fenced: bytearray
    """1 for each line of a code fence, its first and last included."""
    comment: bytearray
    """1 for each line of an HTML comment that begins at the start of a line."""
    unclosed: tuple[int, ...]
    """Lines that open a fence which swallows a block's end, and so count as text."""


def map_fences(lines: Sequence[str]) -> FenceMap:
    """Find the code fences and comments of a page in one pass; time is linear in its length."""
    closers, blocks, comment_ends = _landmarks(lines)
    fenced, comment = bytearray(len(lines)), bytearray(len(lines))
    unclosed: list[int] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        if "```" in line or "~~~" in line:
            end, after = _fence_end(lines, i, closers)
            if end and not blocks.balanced(i, end):
                unclosed.append(i)
            elif end:
                fenced[i : end + 1] = b"\1" * (end + 1 - i)
                i = end
            else:
                i = after - 1
        elif "<!--" in line and line.lstrip("> ").startswith("<!--"):
            at = bisect_left(comment_ends, i)
            if at < len(comment_ends):
                end = comment_ends[at]
                comment[i : end + 1] = b"\1" * (end + 1 - i)
                i = end
        i += 1
    return FenceMap(fenced, comment, tuple(unclosed))


@dataclass(slots=True)
class _Blocks:
    """Where block headers (+1) and closing fences (-1) stand, with running sums."""

    at: list[int]
    step: list[int]
    total: list[int]

    def balanced(self, start: int, end: int) -> bool:
        """Whether every block that ends between two lines begins there too, and the other way round."""
        first, last = bisect_right(self.at, start), bisect_left(self.at, end)
        if first == last:
            return True
        return self.step[first] > 0 and self.total[last - 1] - (self.total[first - 1] if first else 0) == 0


def _landmarks(lines: Sequence[str]) -> tuple[dict[tuple[int, str], list[int]], _Blocks, list[int]]:
    """Lines that can close a fence, by prefix and fence; block headers and ends; lines that end a comment."""
    closers: dict[tuple[int, str], list[int]] = {}
    blocks = _Blocks([], [], [])
    comment_ends: list[int] = []
    total = 0
    for i, line in enumerate(lines):
        if "///" in line and (found := SLASHES.fullmatch(line)):
            step = 1 if found["name"] else -1
            total += step
            blocks.at.append(i)
            blocks.step.append(step)
            blocks.total.append(total)
        if ("```" in line or "~~~" in line) and (found := FENCE.fullmatch(line)) and not found["info"].strip():
            closers.setdefault((len(found["prefix"]), found["fence"]), []).append(i)
        if "-->" in line:
            comment_ends.append(i)
    return closers, blocks, comment_ends


def _fence_end(lines: Sequence[str], start: int, closers: dict[tuple[int, str], list[int]]) -> tuple[int, int]:
    """The line that closes the fence opened at `start`, 0 where that is no fence, and the line to go on with."""
    found = FENCE.fullmatch(lines[start])
    if not found or not _INFO.fullmatch(found["info"]):
        return 0, start + 1
    prefix = found["prefix"]
    ends = closers.get((len(prefix), found["fence"]), [])
    at = bisect_right(ends, start)
    if at == len(ends):
        return 0, start + 1
    end = ends[at]
    if prefix:
        for i in range(start + 1, end + 1):
            if not _continues(lines[i], prefix):
                return 0, i
    return end, end + 1


def _continues(line: str, prefix: str) -> bool:
    """Whether a line is still inside the quote and the indentation of a fence."""
    bare = line.strip()
    if not bare:
        return ">" not in prefix
    if ">" in prefix:
        return line[: len(prefix)].count(">") >= prefix.count(">") or bare == ">" * prefix.count(">")
    return line[: len(prefix)].isspace()
