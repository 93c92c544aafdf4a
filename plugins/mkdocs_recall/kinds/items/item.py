"""The base class of items, with the five members that each kind defines for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple, Self, TypedDict, TypeVar

from ...model.identity import may_be_equal, revision
from ...model.items import Concept, ListEntry, Option, Part, Piece
from ...model.kind import Kind, Setting
from ...model.problems import Fault
from ...model.rule_names import Rule
from ...model.text import Text, split_list
from ...model.vocabulary import LABELS
from ...syntax.sections import Sections
from ...syntax.settings.run_setting import RUN_FORM
from ...syntax.shown import is_seen, shown

OBJECTIVE, AKA, REV = Setting("objective"), Setting("aka"), Setting("rev")
RUN = Setting(
    "run",
    re.compile(RUN_FORM),
    "Write the script's path from the folder of the configuration file, such as `run=examples/steps.py`.",
)
TAUGHT = Setting(
    "taught",
    re.compile(r"[^#\s]*#[^#\s]+"),
    "Name the section that teaches it, such as `taught=#section` or `taught=lesson.md#section`.",
)
COMMON_SETTINGS = (OBJECTIVE, AKA, REV, RUN, TAUGHT)
"""Settings that every kind of item has."""


Named = TypeVar("Named", bound=Option | Concept)


class Identity(NamedTuple):
    """What a record of an item goes by, apart from the item's id."""

    kind: str
    asks: object
    """What must be equal in a translation."""
    ids: tuple[str, ...]
    """Ids of the pieces."""
    revision: str


class Common(TypedDict):
    """What is read in the same way for every kind."""

    start: int
    id: str
    level: str
    rank: int
    settings: Mapping[str, str]
    stem: Text
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Item:
    """A question block. A subclass says what its kind adds: `spec`, `read`, `check`, `asks` and `body`."""

    spec: ClassVar[Kind]
    """Name, noun, parts and settings of the kind."""
    listed: ClassVar[str] = ""
    """The field of the pieces that have an id each, where records name them."""

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

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """Make the item of a block's sections, as far as it goes. What is wrong is added to `sections.faults`."""
        return cls(**common)

    def check(self) -> Iterator[Fault]:
        """Find what makes the item unusable, at the line to edit."""
        if not is_seen(self.stem):
            yield Fault(self.start, "no-stem", "the question has no text.", "Write it below the header.")
        if "aka" in self.settings and self.id and self.id in self.aka:
            what = f"`aka` has the item's own id `{self.id}`."
            yield Fault(self.start, "bad-aka", what, "Write only ids that the item had before, or remove it.")
        yield from self._check_parts()

    def asks(self) -> dict[str, list[str]]:
        """Return the ids that the revision depends on, by the names of `identity.revision`."""
        return {}

    def body(self) -> Iterator[Piece]:
        """Return the pieces of the block between its fences, in the order of its canonical form."""
        yield Piece(at=self.start, text=self.stem)
        for part in self.parts:
            yield Piece(at=part.line, label=part.label, text=part.text, steps=part.steps)

    def outline(self, **others: Any) -> Self:
        """Return the item without its texts, as the rest of the site asks for it once its page is rendered.

        A subclass says what it has in the place of `others`, its own fields with texts.
        """
        bare = replace(self, stem=Text(self.start), parts=(), **others)
        object.__setattr__(bare, "revision", self.revision)  # It can no longer be worked out.
        return bare

    def identify(self) -> Identity:
        """Return what a record of the item goes by. Pieces count by their place, and by which of them are right."""
        pieces: Sequence[Option | Concept] = getattr(self, self.listed) if self.listed else ()
        ids = tuple([piece.id for piece in pieces])
        places = [(ids.index(piece.id), isinstance(piece, Option) and piece.key) for piece in pieces]
        asks = (places if self.listed else self.asks(), self.settings.get("rev", ""))
        return Identity(self.kind, asks, ids, self.revision)

    def translate(self, original: Identity) -> Self:
        """Return the item with the ids and the revision of the one that it translates: the two have one record.

        An item that asks for something else, such as one with another number of options, stays as it is.
        """
        own = self.identify()
        if (own.kind, own.asks) != (original.kind, original.asks):
            return self
        item = self
        if self.listed:
            pairs = zip(getattr(self, self.listed), original.ids, strict=True)
            renamed: Any = {self.listed: tuple([piece.rename(id) for piece, id in pairs])}
            item = replace(self, **renamed)
        object.__setattr__(item, "revision", original.revision)
        return item

    def right_texts(self) -> tuple[Text, ...]:
        """Return the texts of which one says what is right; `recall verify` looks for a script's output there."""
        return (*self.texts("answer"), *self.texts("model-answer"))

    def wrong_texts(self) -> tuple[Text, ...]:
        """Return the texts that say something wrong."""
        return ()

    def shown_code(self) -> tuple[Text, ...]:
        """Return the texts that may hold the code and the output of a script, as `recall verify` compares them."""
        return (self.stem,)

    def stated_results(self) -> tuple[Text, ...]:
        """Return the texts of which one states what a script prints, where no code block called Output does."""
        return self.right_texts()

    def states(self, printed: str) -> bool | None:
        """Return whether what a script prints is right; None where that is for the texts to say."""
        return None

    def known_wrong(self) -> tuple[Option, ...]:
        """Return the answers that are known to be wrong, each with a reason, where readers produce the answer."""
        return ()

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.spec.name

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """What a learner ticks or misses one by one; empty for kinds without such a list."""
        return ()

    @cached_property
    def revision(self) -> str:
        """Hash of what the item asks; see `identity.revision`."""
        asks: dict[str, Any] = self.asks()
        return revision(stem=self.stem, **asks, forced=self.settings.get("rev", ""))

    def texts(self, label: str) -> tuple[Text, ...]:
        """Return the texts of all parts of that label, in order."""
        return tuple([part.text for part in self.parts if part.label == label])

    @property
    def aka(self) -> tuple[str, ...]:
        """Former ids whose progress belongs to this item."""
        return split_list(self.settings.get("aka", ""))

    def lacks(self, label: str) -> bool:
        """Whether the part that holds the answer is missing or empty, and no part of another kind stands for it.

        For such a part there is a fault already.
        """
        others = any(part.label in _ANSWERS and part.label not in self.spec.parts and part.text for part in self.parts)
        return not others and not any(map(is_seen, self.texts(label)))

    def _check_parts(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for part in self.parts:
            if part.label not in self.spec.parts:
                known = ", ".join(LABELS[name] for name in self.spec.parts)
                what = f"{self.spec.noun}s have no part `{LABELS[part.label]}`."
                yield Fault(part.line, "wrong-part", what, f"Their parts are {known}.")
            elif part.label in seen and part.label != "hint":
                yield Fault(
                    part.line, "duplicate-part", f"{_show(part)} appears twice.", "Combine the two, or remove one."
                )
            elif not is_seen(part.text) and part.label != "answer":
                yield Fault(
                    part.line, "empty-part", f"{_show(part)} has no text.", "Write the text, or remove the label."
                )
            elif part.label == "solution" and not part.steps:
                remedy = "Write each step as `1. **Title.** text`."
                yield Fault(part.line, "solution-list", "the solution is not a numbered list.", remedy)
            seen.add(part.label)


def _show(part: Part) -> str:
    return f"`**{LABELS[part.label]}:**`"


_ANSWERS = {"answer", "final-answer", "model-answer", "solution"}
"""Parts that hold an answer in one kind of item or another."""


def entries_of(named: Sequence[Option | Concept]) -> tuple[ListEntry, ...]:
    """Return the entries of a list of options or concepts, for `Piece`."""
    return tuple([each.entry() for each in named])


def number_entries(named: Sequence[Option], nested: Sequence[Sequence[Option]] = ()) -> tuple[ListEntry, ...]:
    """Return the entries of a numbered list, each with the options under it, for `Piece`."""
    under = [*nested, *[()] * (len(named) - len(nested))]
    pairs = enumerate(zip(named, under, strict=True), 1)
    return tuple([ListEntry(f"{at}.", each.id, each.text, nested=entries_of(below)) for at, (each, below) in pairs])


def find_twins(named: Sequence[Named]) -> Iterator[tuple[Named, str]]:
    """Find options or concepts that readers or their progress could not tell apart from an earlier one.

    Each comes with what the two have in common: `text`, `name` or `id`. Those without a text are left out.
    """
    by_id: dict[str, Named] = {}
    texts: set[str] = set()
    for each in named:
        if not is_seen(each.text):
            continue
        text, twin = shown(each.text), by_id.get(each.id)
        if text in texts:
            yield each, "text"
        elif twin:
            yield each, "name" if each.name or twin.name else "id"
        texts.add(text)
        by_id.setdefault(each.id, each)


def same_id(noun: str) -> tuple[str, str]:
    """What is wrong where two texts that readers tell apart have the same id, and what to do."""
    what = f"this {noun} has the same id as an earlier one: ids do not count `*`, `_` and backslashes outside code."
    return what, "Write what differs as code, between backticks, or end the line with a name such as `{#other}`."


def are_distinct(named: Sequence[Option | Concept]) -> bool:
    """Whether all have a text that readers see, and ids that cannot be the same, as far as a first look can tell."""
    texts = [each.text for each in named]
    references = "&" in "".join([line for text in texts for line in text.lines])
    if references or [each for each in named if each.name]:
        return False
    return all(map(is_seen, texts)) and not may_be_equal(texts)


def check_texts(named: Sequence[Option | Concept], noun: Literal["option", "concept"]) -> Iterator[Fault]:
    """Faults of options or concepts without a text, or that cannot be told from another one."""
    empty, duplicate = _TEXT_RULES[noun]
    for each in named:
        if not is_seen(each.text):
            what = f"readers see nothing of this {noun}." if each.text else f"this {noun} has no text."
            yield Fault(each.text.start, empty, what, "Write the text, or remove the line.")
    for each, common in find_twins(named):
        what, remedy = same_id(noun)
        if common == "text":
            what, remedy = f"this {noun} says the same as another one.", "Change or remove one of them."
        elif common == "name":
            what, remedy = f"another {noun} has the name `{each.id}` too.", "Change one of the names."
        yield Fault(each.text.start, duplicate, what, remedy)


_TEXT_RULES: Mapping[str, tuple[Rule, Rule]] = {
    "option": ("empty-option", "duplicate-option"),
    "concept": ("empty-concept", "duplicate-concept"),
}
