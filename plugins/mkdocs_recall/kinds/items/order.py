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
from ...syntax.typed.answer_block import check_above
from ...syntax.typed.answer_lists import code_piece, read_pieces
from .item import Common, Item, entries_of, number_entries
from .typed import TYPED_PARTS, TYPED_SETTINGS, ids_of, is_code, join_lines, typed_form


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
    listed = "pieces"

    pieces: tuple[Option, ...] = ()
    """In the right order, then those that belong nowhere, which are no keys. Equal lines of code share an id."""
    language: str | None = None
    """The language of the code that the pieces are lines of; None where they are texts."""
    source: Text
    """The pieces that belong, as they stand."""

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        (pieces, language, above), faults = read_pieces(sections.answer_lines())
        sections.faults += faults
        return cls(**common, pieces=pieces, language=language, source=sections.answer_text(above))

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        yield from check_above(self.stem, self.source)
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
            other = seen.setdefault(self._name_line(piece), piece)
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
        if self.ordered and self.language is None:
            yield Piece(at=self.source.start, entries=number_entries(self.ordered))
        elif self.ordered:
            yield Piece(at=self.source.start, text=self.source)
        if self.distractors:
            yield Piece(at=self.distractors[0].text.start, entries=entries_of(self.distractors))
        yield from parts

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(pieces=(), source=Text(self.start))

    def right_texts(self) -> tuple[Text, ...]:
        """See `Item.right_texts`."""
        return tuple([piece.text for piece in self.ordered])

    def wrong_texts(self) -> tuple[Text, ...]:
        """See `Item.wrong_texts`."""
        return tuple([each.text for each in self.known_wrong()])

    def known_wrong(self) -> tuple[Option, ...]:
        """See `Item.known_wrong`."""
        return self.distractors

    def states(self, printed: str) -> bool | None:
        """See `Item.states`. Lines of code are the script, not what it prints."""
        return None if self.language is None else True

    def shown_code(self) -> tuple[Text, ...]:
        """See `Item.shown_code`. Lines of code make the code of a script when they are in order."""
        return (self.stem, self.source)

    def stated_results(self) -> tuple[Text, ...]:
        """See `Item.stated_results`. Pieces are the lines that a script prints."""
        return (join_lines(self.right_texts()),)

    def _name_line(self, piece: Option) -> str:
        """What no other piece may be. Inline code that belongs nowhere is compared as a line of code."""
        if piece.key or self.language is None or not is_code(piece.text):
            return piece.id
        return code_piece(piece.text.start, typed_form(piece.text), self.language).id

    @property
    def shown_pieces(self) -> tuple[Option, ...]:
        """The pieces as readers see them: inline code that belongs nowhere looks like the lines that belong."""
        return tuple([self._as_line(piece) for piece in self.pieces])

    def _as_line(self, piece: Option) -> Option:
        if piece.key or self.language is None or not is_code(piece.text):
            return piece
        line = code_piece(piece.text.start, typed_form(piece.text), self.language)
        return piece._replace(name=piece.id, text=line.text)

    @property
    def ordered(self) -> tuple[Option, ...]:
        """The pieces that belong, in the right order."""
        return tuple([piece for piece in self.pieces if piece.key])

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The pieces that belong nowhere."""
        return tuple([piece for piece in self.pieces if not piece.key])
