"""Questions whose answer is a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from ...model.items import Option, Piece
from ...model.kind import Kind, Setting
from ...model.problems import Fault
from ...model.ranges import Range, has_decimal_comma, read_range, read_value, write_number
from ...model.text import Text
from ...syntax.sections import Sections
from ...syntax.typed.answer_block import check_above
from .item import Common, Item, entries_of
from .typed import TYPED_PARTS, TYPED_SETTINGS, typed_form


@dataclass(frozen=True, kw_only=True)
class Number(Item):
    """A question whose answer is a number, or one of a range, with a unit or without."""

    spec = Kind(
        "number",
        noun="number question",
        parts=TYPED_PARTS,
        settings=(*TYPED_SETTINGS, Setting("unit")),
        answers="accepted",
        may_be_tested=True,
    )

    answers: tuple[Option, ...] = ()
    """Numbers and ranges that are accepted, and those that are known to be wrong."""

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        return cls(**common, answers=sections.read_options())

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        yield from check_above(self.stem, Text(self.start))
        if not self.answers:
            yield Fault(self.start, "no-answer", "the question has no answer.", "Write it as `- [x] 30`.")
            return
        if not any(answer.key for answer in self.answers):
            yield Fault(self.start, "no-key", "no number is accepted.", "Mark one with `[x]`.")
        accepted: list[Range] = []
        for answer in self.answers:
            at, text = answer.text.start, typed_form(answer.text)
            found = read_range(text)
            if found is None and has_decimal_comma(text):
                what = "this number has a comma where decimals begin."
                yield Fault(at, "number-form", what, "Write a point, as in `0.5`. Readers may type a comma.")
            elif found is None:
                what = "this answer is not a number." if text else "this answer has no text."
                remedy = "Write a number or a range, such as `30`, `108..112`, `110 ± 2` or `3.14 ± 1%`."
                yield Fault(at, "number-form", what, f"{remedy} The unit is a setting: `unit=steps`.")
            elif found.low > found.high:
                yield Fault(at, "empty-range", "no number is in this range.", "Write the smaller number first.")
            elif any(other.low <= found.low and found.high <= other.high for other in accepted):
                what = "this number is accepted already." if answer.key else "this number is accepted, not wrong."
                yield Fault(at, "duplicate-answer", what, "Remove one of the two.")
            elif answer.key:
                accepted.append(found)

    def asks(self) -> dict[str, list[str]]:
        """See `Item.asks`."""
        ranges = [found for each in self.answers if each.key and (found := read_range(typed_form(each.text)))]
        return {"answers": [f"{write_number(each.low)}..{write_number(each.high)}" for each in sorted(ranges)]}

    def body(self) -> Iterator[Piece]:
        """See `Item.body`."""
        stem, *parts = super().body()
        yield stem
        if self.answers:
            yield Piece(at=self.answers[0].text.start, entries=entries_of(self.answers))
        yield from parts

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(answers=())

    def right_texts(self) -> tuple[Text, ...]:
        """See `Item.right_texts`."""
        return tuple([each.text for each in self.answers if each.key])

    def wrong_texts(self) -> tuple[Text, ...]:
        """See `Item.wrong_texts`."""
        return tuple([each.text for each in self.known_wrong()])

    def known_wrong(self) -> tuple[Option, ...]:
        """See `Item.known_wrong`."""
        return tuple([each for each in self.answers if not each.key])

    def states(self, printed: str) -> bool | None:
        """See `Item.states`. The number may have its unit beside it."""
        value = read_value(printed.strip().removeprefix(self.unit).removesuffix(self.unit).strip())
        ranges = [found for each in self.answers if each.key and (found := read_range(typed_form(each.text)))]
        return value is not None and any(each.low <= value <= each.high for each in ranges)

    @property
    def unit(self) -> str:
        """What the number counts or measures; empty where it is a bare number."""
        return self.settings.get("unit", "")
