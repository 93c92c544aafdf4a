"""A piece of Markdown source: what names, items and rules are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNSAFE = re.compile("[\x00-\x08\n-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What ends a line, controls a terminal, changes the direction of text, or cannot be encoded."""


class Text(NamedTuple):
    """A piece of Markdown source, without the indentation of what holds it."""

    start: int
    """Index in the page of the first line."""
    lines: tuple[str, ...] = ()
    inline: bool = False
    """Whether the first line comes after a mark or a label, where text that begins like a block is still text."""

    @property
    def source(self) -> str:
        """The text as one string."""
        return "\n".join(self.lines).strip("\n")

    def __bool__(self) -> bool:
        lines = self.lines
        return bool(lines) and (bool(lines[0].strip()) or any(map(str.strip, lines)))


def split_list(value: str) -> tuple[str, ...]:
    """The words of a setting that holds several, with commas between them."""
    return tuple(filter(None, map(str.strip, value.split(",")))) if value else ()


def count(number: int, noun: str) -> str:
    """A number with its noun in singular or plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def escape_controls(text: str) -> str:
    """A text with an escape such as `\\n` for each character that ends a line or controls a terminal."""
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def to_line(text: str) -> str:
    """A text from a page or from the disk as a single line of a report.

    In the logs of GitHub and Azure, `::` at the start of
    a line and `##[` give commands, so that a backslash goes before them.
    """
    line = escape_controls(text).replace("##[", "\\##[")
    return f"\\{line.lstrip()}" if line.lstrip().startswith("::") else line
