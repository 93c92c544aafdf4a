"""Ordering questions: steps, or lines of code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from ...model.items import Option, Piece
from ...model.kind import Kind
from ...model.problems import Fault
from ...model.text import Text
from ...syntax.sections import Sections
from ...syntax.shown import is_seen, shown
from ...syntax.typed.answer_lists import read_pieces
from .item import Common, Item
from .typed import TYPED_PARTS, TYPED_SETTINGS, ids_of


@dataclass(frozen=True, kw_only=True)
class Order(Item):
    """A question whose pieces are put in order; some of them may belong nowhere."""

    spec = Kind(
        "order",
        noun="ordering question",
        parts=TYPED_PARTS,
        settings=TYPED_SETTINGS,
        answers="pieces",
        may_be_tested=True,
    )

    pieces: tuple[Option, ...] = ()
    """In the right order, then those that belong nowhere, which are no keys. Equal lines of code share an id."""
    language: str | None = None
    """The language of the code that the pieces are lines of; None where they are texts."""
    source: Text
    """The block of answers as it stands."""

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        (pieces, language), faults = read_pieces(sections.answer_lines())
        sections.faults += faults
        return cls(**common, pieces=pieces, language=language, source=sections.answer_text())

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        if not self.ordered:
            remedy = "Write the pieces in the right order as `1. text`, or as the lines of one block of code."
            yield Fault(self.start, "no-answer", "the question has no pieces to put in order.", remedy)
            return
        if len(self.ordered) == 1:
            what = "the question has only one piece to put in order."
            yield Fault(self.ordered[0].text.start, "one-piece", what, "Write at least two.")
        seen: dict[str, Option] = {}
        for piece in self.pieces:
            if not is_seen(piece.text):
                yield Fault(
                    piece.text.start, "empty-answer", "this piece has no text.", "Write it, or remove the line."
                )
                continue
            other = seen.setdefault(piece.id, piece)
            if other is piece or (piece.key and self.language is not None):
                continue
            if piece.key != other.key:
                what = "this piece belongs nowhere, and says the same as one that has a place."
            elif shown(piece.text) == shown(other.text):
                what = "this piece says the same as another one."
            else:
                what = "this piece has the same id as another one: ids do not count `*`, `_` and backslashes."
            remedy = "Change or remove one of them, or end the line with a name such as `{#other}`."
            yield Fault(piece.text.start, "duplicate-answer", what, remedy)

    def asks(self) -> dict[str, list[str]]:
        """See `Item.asks`."""
        return {"answers": ids_of(self.ordered), "options": ids_of(self.distractors)}

    def body(self) -> Iterator[Piece]:
        """See `Item.body`."""
        stem, *parts = super().body()
        yield stem
        if self.pieces:
            yield Piece(at=self.source.start, text=self.source)
        yield from parts

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(pieces=(), source=Text(self.start))

    def right_texts(self) -> tuple[Text, ...]:
        """See `Item.right_texts`."""
        return tuple([piece.text for piece in self.ordered])

    def wrong_texts(self) -> tuple[Text, ...]:
        """See `Item.wrong_texts`."""
        return tuple([piece.text for piece in self.distractors])

    @property
    def ordered(self) -> tuple[Option, ...]:
        """The pieces that belong, in the right order."""
        return tuple([piece for piece in self.pieces if piece.key])

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The pieces that belong nowhere."""
        return tuple([piece for piece in self.pieces if not piece.key])
