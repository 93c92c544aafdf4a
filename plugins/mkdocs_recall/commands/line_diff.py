"""What is different between two texts, line by line, in time that is linear in their length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

from ..site.line_map import find_shared_lines

_SMALL = 10_000
"""Up to what product of their lengths two passages are compared line by line. `difflib` may take the cube of it."""


class LineMatcher(SequenceMatcher[str]):
    """Finds the lines that two texts share: at both ends, those that are once in each, and what is around these."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._old = old
        self._new = new

    def get_matching_blocks(self) -> list[Match]:
        """See `difflib`."""
        anchors = find_shared_lines(self._old, self._new)
        ends = [(-1, -1), *anchors, (len(self._old), len(self._new))]
        found = [pair for low, high in pairwise(ends) for pair in (*self._between(low, high), high)]
        return [*_join(found[:-1]), Match(len(self._old), len(self._new), 0)]

    def _between(self, low: tuple[int, int], high: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """The lines that are equal between two anchors."""
        left, right = low[0] + 1, low[1] + 1
        while left < high[0] and right < high[1] and self._old[left] == self._new[right]:
            yield left, right
            left, right = left + 1, right + 1
        size = 0
        most = min(high[0] - left, high[1] - right)
        while size < most and self._old[high[0] - 1 - size] == self._new[high[1] - 1 - size]:
            size += 1
        old, new = self._old[left : high[0] - size], self._new[right : high[1] - size]
        if old and new and len(old) * len(new) <= _SMALL:
            for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
                yield from ((left + block.a + at, right + block.b + at) for at in range(block.size))
        yield from ((high[0] - at, high[1] - at) for at in range(size, 0, -1))


def _join(pairs: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Pairs of lines as blocks."""
    start = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or pairs[at] != (pairs[at - 1][0] + 1, pairs[at - 1][1] + 1):
            yield Match(*pairs[start], at - start)
            start = at


def write_hunks(old: Sequence[str], new: Sequence[str], *, context: int) -> Iterator[tuple[str, list[str]]]:
    """The places where two texts are different, each with its line of numbers, in the unified format."""
    for group in LineMatcher(old, new).get_grouped_opcodes(context):
        lines: list[str] = []
        for tag, left, left_end, right, right_end in group:
            if tag == "equal":
                lines += [f" {line}" for line in old[left:left_end]]
                continue
            lines += [f"-{line}" for line in old[left:left_end]]
            lines += [f"+{line}" for line in new[right:right_end]]
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@", lines


def _range(start: int, end: int) -> str:
    """A range of lines; an empty one is named by the line above it."""
    length = end - start
    return f"{start + bool(length)}" if length == 1 else f"{start + bool(length)},{length}"
