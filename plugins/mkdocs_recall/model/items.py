"""The words of the project as data: what a page holds, what an item is, what a problem says.

Everything here is frozen. What a site has tens of thousands of is a named tuple, which is made in a fraction of the
time. Lines are counted from 0 inside a page's text (`Text.start`, `Region.start`) and turned into a true place, a file
and a line counted from 1, by `Page.place` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple, overload

from .identity import option_id, revision
from .rule_names import QUALITY as QUALITY
from .rule_names import QualityRule as QualityRule
from .rule_names import Rule as Rule
from .text import Text as Text

Severity = Literal["error", "warning"]

DEFAULT_LEVELS: tuple[tuple[str, ...], ...] = (
    ("easy", "beginner"),
    ("medium", "intermediate"),
    ("hard", "advanced"),
)
"""Level names by rank: the names at index 0 have rank 1."""


def split_list(value: str) -> tuple[str, ...]:
    """The words of a setting that holds several, with commas between them."""
    return tuple(filter(None, map(str.strip, value.split(",")))) if value else ()


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """Something an author has to mend, at the line to edit."""

    path: str
    """File as the author knows it, relative to the project, with forward slashes."""
    line: int
    """Line in that file, from 1; 0 where no line is known."""
    severity: Severity
    rule: Rule
    """The broken rule."""
    kind: str = ""
    """Kind of the item, empty outside items."""
    id: str = ""
    """Id of the item, empty where it has none."""
    what: str
    remedy: str

    def __str__(self) -> str:
        item = " ".join(filter(None, (self.kind, self.id)))
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.severity} {self.rule}: {item + ': ' if item else ''}{self.what} {self.remedy}"

    @property
    def message(self) -> str:
        """What is wrong and how to mend it, as a sentence of its own."""
        return f"{self.what[:1].upper()}{self.what[1:]} {self.remedy}"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A problem that does not know yet which file and item it belongs to."""

    index: int
    """Index in the page of the line to edit."""
    rule: Rule
    what: str
    remedy: str
    severity: Severity = "error"


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
