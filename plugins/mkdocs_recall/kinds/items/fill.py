"""Fill-in questions: blanks in the stem, or one field below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any, Self

from ...model.identity import option_id
from ...model.items import Option, Piece
from ...model.kind import Kind
from ...model.problems import Fault
from ...model.text import Text, count
from ...syntax.sections import Sections
from ...syntax.typed.answer_block import check_above
from ...syntax.typed.answer_lists import read_blanks
from ...syntax.typed.blanks import check_blanks, count_blanks, lines_with_fences, replace_blanks
from .item import Common, Item, entries_of, number_entries
from .typed import EXACT, TYPED_PARTS, TYPED_SETTINGS, check_answers, typed_form


@dataclass(frozen=True, kw_only=True)
class FillIn(Item):
    """A question with blanks in prose, in a table or in code; without a blank, one field stands below it."""

    spec = Kind(
        "fill",
        noun="fill-in question",
        parts=TYPED_PARTS,
        settings=(*TYPED_SETTINGS, EXACT),
        answers="blanks",
        may_be_tested=True,
    )

    blanks: tuple[tuple[Option, ...], ...] = ()
    """The answers of each blank, in order: those that are accepted, and those that are known to be wrong. The first one
    that is accepted is shown as the answer."""
    source: Text
    """The block of answers as it stands."""

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        lines = sections.answer_lines()
        source = sections.answer_text()
        if lines and (count_blanks(common["stem"]) or not sections.has_tasks()):
            blanks, faults = read_blanks(lines)
            sections.faults += faults
            return cls(**common, blanks=blanks, source=source)
        options = sections.read_options()
        return cls(**common, blanks=(options,) if options else (), source=source)

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        yield from check_above(self.stem, self.source)
        wrong = list(check_blanks(self.stem))
        yield from wrong
        wanted = count_blanks(self.stem)
        if not self.blanks:
            remedy = "Write each one in a numbered list, `1. answer`." if wanted else "Write it as `- [x] answer`."
            yield Fault(self.start, "no-answer", "the question has no answer.", remedy)
            return
        if not wanted and self.is_numbered and not wrong:
            at = self.blanks[0][0].text.start
            remedy = "Write `____` in the text for each answer, or write the answers of one field as `- [x] answer`."
            yield Fault(at, "no-blank", "these are answers of blanks, and the question has no blank.", remedy)
        elif wanted and wanted != len(self.blanks) and not wrong:
            last = self.blanks[min(wanted, len(self.blanks)) - 1][0].text.start
            at = self.blanks[wanted][0].text.start if wanted < len(self.blanks) else last
            what = f"the question has {count(wanted, 'blank')} and {count(len(self.blanks), 'answer')}."
            yield Fault(at, "blank-count", what, "Write one entry of the numbered list for each blank, in order.")
        for answers in self.blanks:
            if not any(answer.key for answer in answers):
                yield Fault(answers[0].text.start, "no-key", "no answer is accepted.", "Mark one with `[x]`.")
            yield from check_answers(answers, exact=self.exact)

    def asks(self) -> dict[str, list[str]]:
        """See `Item.asks`. Another answer that is accepted, or known to be wrong, makes no other question."""
        firsts = (next((each for each in answers if each.key), None) for answers in self.blanks)
        return {"answers": [option_id(each.text) if each else "" for each in firsts]}

    def body(self) -> Iterator[Piece]:
        """See `Item.body`."""
        stem, *parts = super().body()
        yield stem
        if self.blanks and self.is_numbered:
            firsts, others = [answers[0] for answers in self.blanks], [answers[1:] for answers in self.blanks]
            yield Piece(at=self.source.start, entries=number_entries(firsts, others))
        elif self.blanks:
            yield Piece(at=self.source.start, entries=entries_of(self.blanks[0]))
        yield from parts

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(blanks=(), source=Text(self.start))

    def right_texts(self) -> tuple[Text, ...]:
        """See `Item.right_texts`."""
        return tuple([each.text for answers in self.blanks for each in answers if each.key])

    def wrong_texts(self) -> tuple[Text, ...]:
        """See `Item.wrong_texts`."""
        return tuple([each.text for each in self.known_wrong()])

    def known_wrong(self) -> tuple[Option, ...]:
        """See `Item.known_wrong`."""
        return tuple([each for answers in self.blanks for each in answers if not each.key])

    def states(self, printed: str) -> bool | None:
        """See `Item.states`. Answers in a block of code are a part of the script, not of what it prints."""
        fenced = [inside for _, line, inside in lines_with_fences(self.stem) if count_blanks(Text(0, (line,)))]
        return True if fenced and all(fenced) else None

    def shown_code(self) -> tuple[Text, ...]:
        """See `Item.shown_code`. Each blank holds its first accepted answer."""
        firsts = (next((typed_form(each.text) for each in answers if each.key), "") for answers in self.blanks)
        return (replace_blanks(self.stem, chain(firsts, repeat(""))),)

    @property
    def exact(self) -> bool:
        """Whether case and spaces count in every answer."""
        return "exact" in self.settings

    @property
    def is_numbered(self) -> bool:
        """Whether the answers are written as those of blanks."""
        return not self.source.source.lstrip().startswith(("-", "*", "+"))
