"""A piece of Markdown source: what names, items and rules are made of."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """A piece of Markdown source, without the indentation of what holds it."""

    start: int
    """Index in the page of the first line."""
    lines: tuple[str, ...] = ()

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
