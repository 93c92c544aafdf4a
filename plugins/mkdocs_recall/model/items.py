"""The words of the project as data: what a page holds, what an item is, what a problem says.

Everything here is frozen. What a site has tens of thousands of is a named tuple, which is made in a fraction of the
time. Lines are counted from 0 inside a page's text (`Text.start`, `Region.start`) and turned into a true place, a file
and a line counted from 1, by `Page.place` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple

from .identity import option_id, revision
from .text import Text, split_list


class Part(NamedTuple):
    """A labelled part of an item, such as a hint."""

    label: str
    """Name of the part in the code: lower case with hyphens, such as `quick-check`."""
    line: int
    """Index in the page of the label."""
    text: Text
    steps: tuple[Text, ...] = ()
    """The items of the ordered list, in a solution."""


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


@dataclass(frozen=True, kw_only=True)
class Item:
    """What all kinds have in common."""

    kind: ClassVar[str] = ""

    start: int
    """Index in the page of the header."""
    id: str
    level: str
    """Level as written, or empty."""
    rank: int
    """1 to 3 for a level, 0 without one."""
    settings: Mapping[str, str] = field(default_factory=dict)
    stem: Text
    parts: tuple[Part, ...] = ()

    @cached_property
    def revision(self) -> str:
        """Hash of what the item asks; see `identity.revision`."""
        return revision(stem=self.stem, **self._asks(), forced=self.settings.get("rev", ""))

    def _asks(self) -> dict[str, list[str]]:
        """The ids that the revision depends on."""
        return {}

    def texts(self, label: str) -> tuple[Text, ...]:
        """The texts of all parts of that label, in order."""
        return tuple([part.text for part in self.parts if part.label == label])

    @property
    def aka(self) -> tuple[str, ...]:
        """Former ids whose progress belongs to this item."""
        return split_list(self.settings.get("aka", ""))


@dataclass(frozen=True, kw_only=True)
class Card(Item):
    """A prompt and an answer to recall."""

    kind: ClassVar[str] = "card"


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """A question with options; one key gives radio buttons, several give checkboxes."""

    kind: ClassVar[str] = "mcq"

    options: tuple[Option, ...] = ()

    @property
    def keys(self) -> tuple[Option, ...]:
        """The options that are right."""
        return tuple([option for option in self.options if option.key])

    def _asks(self) -> dict[str, list[str]]:
        return {"options": [option.id for option in self.options], "keys": [option.id for option in self.keys]}


@dataclass(frozen=True, kw_only=True)
class Concept(_Named):
    """An idea that a good explanation contains."""

    name: str
    """The name given by the author, or empty."""
    text: Text


@dataclass(frozen=True, kw_only=True)
class Explain(Item):
    """A prompt to explain something in one's own words, scored concept by concept by the learner."""

    kind: ClassVar[str] = "explain"

    concepts: tuple[Concept, ...] = ()

    def _asks(self) -> dict[str, list[str]]:
        return {"concepts": [concept.id for concept in self.concepts]}
