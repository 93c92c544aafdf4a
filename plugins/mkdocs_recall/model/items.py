"""The pieces that items are made of.

Everything here is frozen. What a site has tens of thousands of is a named tuple, which is made in a fraction of the
time. Lines are counted from 0 inside a page's text (`Text.start`, `Region.start`) and turned into a true place, a file
and a line counted from 1, by `Page.place` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .identity import option_id
from .text import Text


class Part(NamedTuple):
    """A labelled part of an item, such as a hint."""

    label: str
    """Name of the part in the code: lower case with hyphens, such as `quick-check`."""
    line: int
    """Index in the page of the label."""
    text: Text
    steps: tuple[Text, ...] = ()
    """The items of the ordered list, in a solution."""


class ListEntry(NamedTuple):
    """An entry of a list in the body of an item."""

    sign: str
    """What it begins with in canonical form, such as `- [x]`."""
    id: str
    text: Text
    reason: Text | None = None
    """The quote under it; None where entries of this list have none."""
    nested: tuple[ListEntry, ...] = ()
    """The entries of the list under it."""


class Piece(NamedTuple):
    """A piece of an item's body, apart from the others by blank lines."""

    at: int
    """Index in the page of its first line, or of a line above it where only blank lines are between."""
    label: str = ""
    """Name of the part that the piece is; empty for the stem, and for a list between stem and parts."""
    text: Text = Text(start=0)
    entries: tuple[ListEntry, ...] = ()
    """The entries of a list; `text` is empty then, or says the same as they do."""
    steps: tuple[Text, ...] = ()
    """The items of an ordered list, which `text` holds too."""


class _Named:
    """What has an identity of its own. It is worked out when somebody asks, since most reading needs none."""

    name: str
    text: Text

    @cached_property
    def id(self) -> str:
        """A name given by the author, or a hash of the text; never a position."""
        return self.name or option_id(self.text)


class _Option(NamedTuple):
    name: str
    """The name given by the author, or empty."""
    key: bool
    """Whether this option is right."""
    text: Text
    reason: Text


class Option(_Option, _Named):
    """One of the answers to choose from."""

    def rename(self, name: str) -> Option:
        """Return the option under another name."""
        return self._replace(name=name)

    def entry(self) -> ListEntry:
        """Return the option as an entry of its list."""
        return ListEntry(f"- [{'x' if self.key else ' '}]", self.id, self.text, self.reason)


@dataclass(frozen=True, kw_only=True)
class Concept(_Named):
    """An idea that a good explanation contains."""

    name: str
    """The name given by the author, or empty."""
    text: Text

    def rename(self, name: str) -> Concept:
        """Return the concept under another name."""
        return Concept(name=name, text=self.text)

    def outline(self) -> Concept:
        """Return the concept without its text."""
        return Concept(name=self.id, text=Text(self.text.start))

    def entry(self) -> ListEntry:
        """Return the concept as an entry of its list."""
        return ListEntry("-", self.id, self.text)
