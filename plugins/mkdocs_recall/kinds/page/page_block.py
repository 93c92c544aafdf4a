"""What blocks that belong to a page have in common: all that they say is in their header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from ...model.kind import Kind
from ...model.problems import Fault


@dataclass(frozen=True, kw_only=True)
class PageBlock:
    """A block that holds no items. A subclass says what its kind adds: `spec` and `check`."""

    spec: ClassVar[Kind]
    """Name, noun and settings of the kind."""

    start: int
    """Index in the page of the header."""
    id: str
    """Empty where the header names none."""
    settings: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> Iterator[Fault]:
        """Find what keeps the block from being used, at the line to edit."""
        yield from ()

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.spec.name
