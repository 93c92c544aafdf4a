"""What holds the lines of a page: quotes, list items, notes, tabs, footnotes and definitions."""

from __future__ import annotations

import re
from collections.abc import Sequence

TAB = 4
"""Columns of one level of indentation in Python-Markdown."""

BULLET = re.compile(r"(?:[-*+]|\d+[.)])(?: |$)|!!! |\?\?\?\+? |={3}[!+]? \"|: {1,3}\S|\[\^[^\]]+\]:")
"""How something begins that holds what is indented below it."""
_LOST_TAB = re.compile(r"={3}[!+]? *")
"""A tab whose title was lost, and not the line below a heading: what it held is a fault now, and no sample."""


class Containers:
    """What holds the current line of a page."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self._open: list[str] = []
        """`>` for a quote, a space for anything else."""

    def track(self, i: int, line: str) -> str:
        """Follow what holds the lines to come.

        Returns what the line says inside of it, and nothing where that is indented code.
        """
        if not line.strip("> "):
            return ""
        depth, rest = self.enter(line)
        bare = rest.lstrip(" ")
        if not self._goes_on(i, bare):
            del self._open[depth:]
        while len(rest) - len(bare) < TAB and bare[0] == ">":
            self._open.append(">")
            rest = bare[1:].removeprefix(" ")
            bare = rest.lstrip(" ")
        if len(rest) - len(bare) >= TAB:
            return ""
        if BULLET.match(bare) or (_LOST_TAB.fullmatch(bare) and not (i and self.lines[i - 1].strip("> "))):
            self._open.append(" ")
        return bare

    def _goes_on(self, i: int, bare: str) -> bool:
        """Whether a line goes on with the paragraph above, however little it is indented: what holds that holds it."""
        return i > 0 and bool(self.lines[i - 1].strip("> ")) and not (BULLET.match(bare) or bare[0] in "#>")

    def enter(self, line: str) -> tuple[int, str]:
        """Return how many of the containers a line continues, and its text inside them."""
        for depth, container in enumerate(self._open):
            bare = line.lstrip(" ")
            if container == ">" and bare.startswith(">"):
                line = bare[1:].removeprefix(" ")
            elif container == " " and line.startswith(" " * TAB):
                line = line[TAB:]
            else:
                return depth, line
        return len(self._open), line
