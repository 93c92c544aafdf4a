"""A page as lines, and the blocks of ours in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, overload

from .problems import Fault

Place = tuple[str, int]
"""File and line, from 1."""


class Places(Sequence[Place]):
    """The place of each line of a text, kept as runs of lines that follow each other in one file."""

    __slots__ = ("_count", "_runs", "_starts")

    def __init__(self, places: Iterable[Place]) -> None:
        self._starts: list[int] = []
        self._runs: list[Place] = []
        self._count = 0
        expected = None
        for place in places:
            if place != expected:
                self._starts.append(self._count)
                self._runs.append(place)
            self._count += 1
            expected = place[0], place[1] + 1

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> list[Place]: ...
    def __getitem__(self, index: int | slice) -> Place | list[Place]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._count))]
        at = range(self._count)[index]
        run = bisect_right(self._starts, at) - 1
        path, line = self._runs[run]
        return path, line + at - self._starts[run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The Markdown text of a page, and where each of its lines came from."""

    path: str
    lines: Sequence[str]
    offset: int = 0
    """Lines of the file that stand before `lines[0]`, such as front matter."""
    places: Sequence[Place] | None = None
    """File and line of each line, where snippets of other files were included."""

    @property
    def text(self) -> str:
        """The lines as one string."""
        return "\n".join(self.lines)

    def without(self, regions: Iterable[Region]) -> Page:
        """The page without the text of its blocks. Lines that may be headings stay."""
        lines = list(self.lines)
        for region in regions:
            for at in range(region.start, region.end + 1):
                if not lines[at].lstrip(" ").startswith("#"):
                    lines[at] = ""
        return replace(self, lines=tuple(lines))

    def place(self, index: int) -> Place:
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

    def outline(self) -> Region:
        """The block without what it says."""
        children = tuple([child.outline() for child in self.children])
        return Region(self.start, self.end, self.prefix, self.kind, "", _NO_BODY, (), children)


_NO_BODY = Body((), (), b"")
