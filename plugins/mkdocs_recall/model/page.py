"""A page as lines, and the blocks of ours in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, overload

from .problems import Fault


@dataclass(frozen=True, kw_only=True)
class Page:
    """The Markdown text of a page, and where each of its lines came from."""

    path: str
    lines: Sequence[str]
    offset: int = 0
    """Lines of the file that stand before `lines[0]`, such as front matter."""
    places: Sequence[tuple[str, int]] | None = None
    """File and line of each line, where snippets of other files were included."""

    @cached_property
    def text(self) -> str:
        """The lines as one string."""
        return "\n".join(self.lines)

    def place(self, index: int) -> tuple[str, int]:
        """File and line (from 1) of the line at `index`."""
        if self.places is not None:
            return self.places[min(index, len(self.places) - 1)]
        return self.path, self.offset + index + 1


class Line(NamedTuple):
    """A line of a region's body: where it stands, what it says, and whether it is inside a code fence."""

    at: int
    """Index in the page."""
    text: str
    fenced: bool = False


@dataclass(frozen=True, slots=True)
class Body(Sequence[Line]):
    """The lines of a region between header and closing fence, without its prefix; comments are left out.

    What they say is kept as one tuple: a page of thousands of items would spend most of its time on an object for each
    line.
    """

    texts: tuple[str, ...]
    at: Sequence[int]
    """Index in the page of each."""
    fenced: bytes
    """1 for each that is inside a code fence."""

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return list(map(Line, self.at[index], self.texts[index], map(bool, self.fenced[index])))
        return Line(self.at[index], self.texts[index], bool(self.fenced[index]))

    def __iter__(self) -> Iterator[Line]:
        return map(Line, self.at, self.texts, map(bool, self.fenced))


class Region(NamedTuple):
    """A block of ours as it stands in the page, from its header to its closing fence."""

    start: int
    end: int
    """Index of the last line, the closing fence where there is one."""
    prefix: str
    """Quote marks and indentation before the header."""
    kind: str
    """One of our kinds, or empty where the header does not name one."""
    header: str
    """The header after its slashes."""
    body: Body
    faults: tuple[Fault, ...] = ()
    children: tuple[Region, ...] = ()
    """The regions inside a container; its body is then what stands between them."""
