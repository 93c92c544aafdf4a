"""The base class of practice sets and tests: a container of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from ...model.kind import Kind, Setting
from ...model.problems import Fault
from ...model.text import split_list
from ..items.item import AKA, Item

TITLE = Setting("title")
CONFIDENCE = Setting("confidence", re.compile("ask"), "Write `confidence=ask`, or remove it.")
SETTINGS = (TITLE, AKA, CONFIDENCE)
"""Settings that every kind of set has."""


@dataclass(frozen=True, kw_only=True)
class ItemSet:
    """A container of items. A subclass says what its kind adds: `spec` and `check`."""

    spec: ClassVar[Kind]
    """Name, noun and settings of the kind."""

    start: int
    """Index in the page of the header."""
    id: str
    settings: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    """The items without faults, in order."""

    def check(self, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
        """Find what makes the container unusable. `items` are all the items in it, the faulty ones too."""
        if not items and not self.origins:
            remedy = "Write items between its fences, each between fences of three slashes."
            yield Fault(self.start, "empty-container", f"the {self.kind} has no items.", remedy)
        if self.id and self.id in self.aka:
            what = f"`aka` has the {self.kind}'s own id `{self.id}`."
            yield Fault(self.start, "bad-aka", what, "Write only ids that it had before, or remove it.")

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.spec.name

    @property
    def title(self) -> str:
        """Name shown above the items; empty where the author gave none."""
        return self.settings.get("title", "")

    @property
    def origins(self) -> str:
        """Where a test over several pages takes questions from, as written; empty for any other set."""
        return ""

    @property
    def asks_confidence(self) -> bool:
        """Whether readers can say with each answer how sure they are."""
        return "confidence" in self.settings

    @property
    def aka(self) -> tuple[str, ...]:
        """Former ids under which forms and results were kept."""
        return split_list(self.settings.get("aka", ""))
