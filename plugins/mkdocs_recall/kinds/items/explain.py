"""Explain prompts: write, open the model answer, tick the concepts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from ...model.items import Concept, Piece
from ...model.kind import Kind
from ...model.problems import Fault
from ...syntax.sections import Sections
from .item import COMMON_SETTINGS, Common, Item, are_distinct, check_texts, entries_of


@dataclass(frozen=True, kw_only=True)
class Explain(Item):
    """A prompt to explain something in the reader's own words, scored concept by concept by the learner."""

    spec = Kind(
        "explain",
        noun="explain prompt",
        parts=("hint", "concepts", "model-answer", "explanation", "common-mistakes", "learn-more"),
        settings=COMMON_SETTINGS,
    )
    listed = "concepts"

    concepts: tuple[Concept, ...] = ()

    @classmethod
    def read(cls, sections: Sections, common: Common) -> Self:
        """See `Item.read`."""
        return cls(**common, concepts=sections.read_concepts())

    def check(self) -> Iterator[Fault]:
        """See `Item.check`."""
        yield from super().check()
        at = next((part.line for part in self.parts if part.label == "concepts"), self.start)
        if not self.concepts:
            remedy = "Write `**Concepts:**`, a blank line, and each concept as `- text`."
            yield Fault(at, "no-concepts", "the prompt has no concepts to tick.", remedy)
        if self.lacks("model-answer"):
            remedy = "Write it as `**Model answer:** text`."
            yield Fault(self.start, "no-model-answer", "the prompt has no model answer.", remedy)
        if not are_distinct(self.concepts):
            yield from check_texts(self.concepts, "concept")

    def asks(self) -> dict[str, list[str]]:
        """See `Item.asks`."""
        return {"concepts": [concept.id for concept in self.concepts]}

    def outline(self, **others: Any) -> Self:
        """See `Item.outline`."""
        return super().outline(concepts=tuple([concept.outline() for concept in self.concepts]))

    def body(self) -> Iterator[Piece]:
        """See `Item.body`."""
        for piece in super().body():
            yield piece._replace(entries=entries_of(self.concepts)) if piece.label == "concepts" else piece
