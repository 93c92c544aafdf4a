"""What blocks that belong to a page have in common: most of them say all in their header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Self, TypedDict

from ...model.items import Piece
from ...model.kind import Kind
from ...model.page import Line, Region
from ...model.problems import Fault
from ...model.text import Text


class HeaderFields(TypedDict):
    """What the header of a block says."""

    start: int
    id: str
    settings: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class PageBlock:
    """A block that holds no items. A subclass says what its kind adds: `spec`, `check`, and `read` if it has text."""

    spec: ClassVar[Kind]
    """Name, noun and settings of the kind."""

    start: int
    """Index in the page of the header."""
    id: str
    """Empty where the header names none."""
    settings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, region: Region, header: HeaderFields) -> Self:
        """Make the block of what is between its fences, as far as it goes."""
        return cls(**header)

    def body(self) -> Iterator[Piece]:
        """Return the pieces between the fences, in the order of their canonical form."""
        yield from ()

    def check(self) -> Iterator[Fault]:
        """Find what keeps the block from being used, at the line to edit."""
        yield from ()

    @property
    def anchor(self) -> str:
        """What stands for its id in the HTML, where it is found again to be replaced."""
        return self.id or self.kind

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.spec.name


def read_text(lines: Sequence[Line], at: int) -> Text:
    """Return some lines of a block without the blank ones at both ends; `at` is where they are if all are blank."""
    full = [i for i, line in enumerate(lines) if line.text.strip()]
    kept = lines[full[0] : full[-1] + 1] if full else ()
    return Text(kept[0].at, tuple([line.text for line in kept])) if kept else Text(at)
