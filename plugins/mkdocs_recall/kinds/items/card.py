"""Cards: a prompt and an answer to recall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.kind import Kind
from ...model.problems import Fault
from .item import COMMON_SETTINGS, Item


@dataclass(frozen=True, kw_only=True)
class Card(Item):
    """A prompt and an answer to recall."""

    spec = Kind(
        "card",
        noun="card",
        parts=("answer", "hint", "explanation", "common-mistakes", "learn-more"),
        settings=COMMON_SETTINGS,
    )

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        if self.lacks("answer"):
            at = next((part.line for part in self.parts if part.label == "answer"), self.start)
            yield Fault(
                at, "no-answer", "the card has no answer.", "Write it below the question as `**Answer:** text`."
            )
