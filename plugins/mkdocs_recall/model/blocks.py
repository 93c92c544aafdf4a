"""Blocks that are no items: sets, and blocks of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from .items import Item
from .text import split_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A container: a practice set, or a test with the bank of items it draws from."""

    kind: str
    start: int
    """Index in the page of the header."""
    id: str
    settings: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    """The items without faults, in order."""

    @property
    def title(self) -> str:
        """Name shown above the items."""
        return self.settings.get("title") or ("Test" if self.kind == "test" else "Practice")

    @property
    def origins(self) -> str:
        """Where a test over several pages takes questions from, as written; empty for any other."""
        return self.settings.get("from", "") if self.kind == "test" else ""

    @property
    def aka(self) -> tuple[str, ...]:
        """Former ids under which forms and results were kept."""
        return split_list(self.settings.get("aka", ""))

    @property
    def mix(self) -> tuple[int, ...]:
        """How many items a test draws of each rank; (0, 0, 0) where the header's numbers cannot be read."""
        words = self.settings.get("mix", "").split(",")
        if words == [""]:
            return default_mix(self.draw)
        return tuple(int(word) for word in words) if all(map(str.isdecimal, words)) else (0, 0, 0)

    @property
    def draw(self) -> int:
        """How many items a test draws."""
        word = self.settings.get("draw", "")
        if word.isdecimal():
            return int(word)
        mix = self.settings.get("mix", "")
        return sum(int(part) for part in mix.split(",") if part.isdecimal()) if mix else 10


def default_mix(draw: int) -> tuple[int, int, int]:
    """Two fifths easy, two fifths medium, the rest hard: (4, 4, 2) of 10."""
    easy = round(draw * 0.4)
    medium = min(round(draw * 0.4), draw - easy)
    return easy, medium, draw - easy - medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A block that is made of other pages' items, such as a site's coverage."""

    kind: str
    start: int
    id: str
    """Empty where the header names none."""
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The two ways into a topic: its test, and its lesson."""

    kind: ClassVar[str] = "ways"

    start: int
    id: str
    test: str
    """Page of the test, relative to the page that names it."""
    learn: str
    """Where the lesson begins, an anchor of the page as a rule."""
