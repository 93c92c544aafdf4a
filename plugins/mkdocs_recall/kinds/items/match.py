"""Matching questions: pairs, and sorting into groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from ...model.identity import option_id
from ...model.items import Piece
from ...model.kind import Kind
from ...model.problems import Fault
from ...model.text import Text
from ...syntax.sections import Sections
from ...syntax.shown import is_seen, shown
from ...syntax.typed.answer_table import PairRow, ReadTable, read_pairs
from .item import Common, Item
from .typed import TYPED_PARTS, TYPED_SETTINGS, join_lines, listed_form, why_not_listed


@dataclass(frozen=True, kw_only=True)
class Match(Item):
    """A question whose left texts each get a right side. One that several share makes groups of them."""

    spec = Kind(
        "match",
        noun="matching question",
        parts=TYPED_PARTS,
        settings=TYPED_SETTINGS,
        answers="pairs",
        may_be_tested=True,
    )

    table: ReadTable
    source: Text
    """The table as it stands."""

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        table, faults = read_pairs(sections.answer_lines())
        sections.faults += faults
        return cls(**common, table=table, source=sections.answer_text())

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        if not self.table.rows:
            remedy = "Write them as a table of two columns, one pair a row."
            yield Fault(self.start, "no-answer", "the question has no pairs.", remedy)
            return
        if len(self.pairs) == 1:
            what = "the table has only one pair."
            yield Fault(self.pairs[0].at, "one-piece", what, "Write at least two.")
        lefts: dict[str, str] = {}
        rights = {option_id(row.right) for row in self.pairs}
        listed: dict[str, str] = {}
        for row in self.table.rows:
            if not is_seen(row.right):
                what = "this row has no second cell." if is_seen(row.left) else "this row is empty."
                yield Fault(row.at, "empty-answer", what, "Write what belongs to the first cell, or remove the row.")
            elif why := why_not_listed(row.right):
                what = f"a list to choose from cannot show this row's second cell: {why}."
                yield Fault(
                    row.at, "untypable-answer", what, "Write it into the first column, and words into the second."
                )
            elif listed.setdefault(listed_form(row.right), option_id(row.right)) != option_id(row.right):
                what = "this row's second cell looks the same as another one in the list to choose from."
                yield Fault(row.at, "duplicate-answer", what, "Write both in the same way, or change one of them.")
            elif not is_seen(row.left):
                if option_id(row.right) in rights:
                    what = "this row's second cell belongs to no first one, and to one of another row as well."
                    yield Fault(row.at, "duplicate-answer", what, "Remove the row.")
                rights.add(option_id(row.right))
            else:
                own, text = option_id(row.left), shown(row.left)
                if own in lefts:
                    same = "says the same as" if lefts[own] == text else "has the same id as"
                    what = f"this row's first cell {same} that of another row."
                    yield Fault(row.at, "duplicate-answer", what, "Change one of the two.")
                lefts.setdefault(own, text)
        if len(rights) == 1 and len(self.pairs) > 1:
            what = "all rows have the same second cell, so that there is nothing to choose."
            yield Fault(self.pairs[0].at, "one-piece", what, "Write at least two different ones.")

    def asks(self) -> dict[str, list[str]]:
        """See `Item.asks`. The order of the rows does not count."""
        pairs = sorted(f"{option_id(row.left)} {option_id(row.right)}" for row in self.pairs)
        return {"answers": pairs, "options": [option_id(row.right) for row in self.distractors]}

    def body(self) -> Iterator[Piece]:
        """See `Item.body`."""
        stem, *parts = super().body()
        yield stem
        if self.table.rows:
            yield Piece(at=self.source.start, text=self.source)
        yield from parts

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(table=self.table._replace(rows=()), source=Text(self.start))

    def right_texts(self) -> tuple[Text, ...]:
        """See `Item.right_texts`."""
        return tuple([row.right for row in self.pairs])

    def wrong_texts(self) -> tuple[Text, ...]:
        """See `Item.wrong_texts`."""
        return tuple([row.right for row in self.distractors])

    def stated_results(self) -> tuple[Text, ...]:
        """See `Item.stated_results`. A script prints the second cell of each pair, one a line."""
        return (join_lines(self.right_texts()),)

    @property
    def pairs(self) -> tuple[PairRow, ...]:
        """The rows with a first cell."""
        return tuple([row for row in self.table.rows if is_seen(row.left)])

    @property
    def distractors(self) -> tuple[PairRow, ...]:
        """The rows without one: their second cells belong to nothing."""
        return tuple([row for row in self.table.rows if not is_seen(row.left)])

    @property
    def choices(self) -> tuple[Text, ...]:
        """The different second cells, each once, in the order of the rows."""
        return tuple({option_id(row.right): row.right for row in self.table.rows}.values())
