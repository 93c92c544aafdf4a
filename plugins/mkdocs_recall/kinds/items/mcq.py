"""Choice questions: one right option or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from ...model.items import Option, Piece
from ...model.kind import Kind, Setting
from ...model.problems import Fault
from ...model.text import Text
from ...syntax.sections import Sections
from .item import COMMON_SETTINGS, Common, Item, are_distinct, check_texts, entries_of


@dataclass(frozen=True, kw_only=True)
class Mcq(Item):
    """A question with options; one key gives radio buttons, several give checkboxes."""

    spec = Kind(
        "mcq",
        noun="choice question",
        parts=("hint", "explanation", "solution", "final-answer", "quick-check", "common-mistakes", "learn-more"),
        settings=(
            *COMMON_SETTINGS,
            Setting("order", re.compile("fixed"), "Write `order=fixed`, or remove the setting."),
        ),
        answers="options",
        may_be_tested=True,
    )
    listed = "options"

    options: tuple[Option, ...] = ()

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        return cls(**common, options=sections.read_options())

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        if not self.options:
            remedy = "Write each one as `- [ ] text`, and the right one as `- [x] text`."
            yield Fault(self.start, "no-options", "the question has no options.", remedy)
            return
        if len(self.options) == 1:
            yield Fault(self.start, "one-option", "the question has only one option.", "Write at least two.")
        if not self.keys:
            yield Fault(self.start, "no-key", "the question has no right option.", "Mark one with `[x]`.")
        if not are_distinct(self.options):
            yield from check_texts(self.options, "option")

    def asks(self) -> dict[str, list[str]]:
        """See `Item.asks`."""
        return {"options": [option.id for option in self.options], "keys": [option.id for option in self.keys]}

    def body(self) -> Iterator[Piece]:
        """See `Item.body`."""
        stem, *parts = super().body()
        yield stem
        if self.options:
            yield Piece(at=self.options[0].text.start, entries=entries_of(self.options))
        yield from parts

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(options=())

    def right_texts(self) -> tuple[Text, ...]:
        """See `Item.right_texts`."""
        return tuple([option.text for option in self.keys])

    def wrong_texts(self) -> tuple[Text, ...]:
        """See `Item.wrong_texts`."""
        return tuple([option.text for option in self.options if not option.key])

    @property
    def keys(self) -> tuple[Option, ...]:
        """The options that are right."""
        return tuple([option for option in self.options if option.key])
