"""Inline code and math in some prose, in time that is linear in its length.

What is found here goes into ids, so it never changes. Written as one pattern, it would be what `_AS_ONE` in the test
says; but each sign that nothing closes would let that pattern search the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENER = re.compile(r"`+|\$|\\[(\[]")
_RUN = re.compile("`+")
_MATH = {
    "$$": re.compile(r"\$\$.+?\$\$", re.DOTALL),
    "$": re.compile(r"\$(?! ).+?(?<! )\$", re.DOTALL),
    "\\(": re.compile(r"\\\(.+?\\\)", re.DOTALL),
    "\\[": re.compile(r"\\\[.+?\\\]", re.DOTALL),
}


def find_verbatim(text: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of each piece of inline code or math, in order."""
    code = _Code(text)
    open_ended: set[str] = set()
    """Kinds of math that nothing closes from here on."""
    at = 0
    while found := _OPENER.search(text, at):
        start, sign = found.span()[0], found[0]
        if sign[0] == "`":
            start, end = code.find(start, found.end())
        else:
            end = _math_end(text, start, sign, open_ended)
        if end:
            yield start, end
        at = end or (found.end() if sign[0] == "`" else start + 1)


class _Code:
    """The runs of backticks in a text: code that opens with so many closes at a run of exactly as many."""

    def __init__(self, text: str) -> None:
        self.runs: dict[int, list[int]] = {}
        """Where runs begin, by their length, the first at the end."""
        for found in reversed(list(_RUN.finditer(text))):
            self.runs.setdefault(len(found[0]), []).append(found.start())

    def find(self, start: int, text_start: int) -> tuple[int, int]:
        """Beginning and end of the code whose text begins at `text_start`, behind as many backticks as are closed.

        Both are 0 where nothing closes any of them.
        """
        for length in range(text_start - start, 0, -1):
            closers = self.runs.get(length, [])
            while closers and closers[-1] <= text_start:
                closers.pop()
            if closers:
                return text_start - length, closers[-1] + length
        return 0, 0


def _math_end(text: str, start: int, sign: str, open_ended: set[str]) -> int:
    kinds = ("$$", "$") if text.startswith("$$", start) else (sign,)
    for kind in kinds:
        if kind in open_ended or (kind == "$" and text.startswith(" ", start + 1)):
            continue
        if found := _MATH[kind].match(text, start):
            return found.end()
        open_ended.add(kind)
    return 0
