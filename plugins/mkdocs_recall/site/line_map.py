"""Where the lines of a changed text came from."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise


def true_lines(source: str | None, lines: Sequence[str]) -> list[int]:
    """The line of the source file, from 1, that each line of a page's text came from; 0 where nobody can tell.

    The text is the end of the file as a rule, without the front matter. Where another plugin has rewritten it, lines
    that are found again keep their place: those that begin and end the text, and those next to a line that stands once
    in the file and once in the text.
    """
    if source is None:
        return list(range(1, len(lines) + 1))
    text = "\n".join(lines)
    if source.endswith(text):
        offset = source.count("\n", 0, len(source) - len(text))
        return list(range(offset + 1, offset + len(lines) + 1))
    return match_lines(source.split("\n"), lines)


def match_lines(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """The line of `old`, from 1, that each line of `new` came from; 0 where that is not certain."""
    anchors = find_shared_lines(old, new)
    places = [0] * len(new)
    for left, right in anchors:
        places[right] = left + 1
    marks = [(-1, -1), *anchors, (len(old), len(new))]
    for low, high in pairwise(marks):
        left, right = low[0] + 1, low[1] + 1
        while left < high[0] and right < high[1] and old[left] == new[right]:
            places[right] = left + 1
            left, right = left + 1, right + 1
        left, right = high[0] - 1, high[1] - 1
        while left > low[0] and right > low[1] and old[left] == new[right]:
            places[right] = left + 1
            left, right = left - 1, right - 1
    return places


def find_shared_lines(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The lines that are once in each of two texts and in the same order: the index of each in both."""
    once_old, once_new = _once(old), _once(new)
    return _in_order([(once_old[line], at) for line, at in once_new.items() if line.strip() and line in once_old])


def _once(lines: Sequence[str]) -> dict[str, int]:
    """Where lines stand that stand only once."""
    counts = Counter(lines)
    return {line: at for at, line in enumerate(lines) if counts[line] == 1}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides (patience sorting); `pairs` rise on the right."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (left, _) in enumerate(pairs):
        at = bisect_left(tops, left)
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1], ends[at : at + 1] = [left], [number]
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
