"""The two ways into a topic: its test, and its lesson."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.kind import Kind, Setting
from ...model.problems import Fault
from .page_block import PageBlock


@dataclass(frozen=True, kw_only=True)
class Ways(PageBlock):
    """The two ways into a topic."""

    spec = Kind("ways", noun="pair of ways", settings=(Setting("test"), Setting("learn"), Setting("next")))

    def check(self) -> Iterator[Fault]:
        """See `PageBlock.check`."""
        if not (self.test or self.learn):
            remedy = "Add `test=fine-tuning-test.md`, `learn=#the-first-section` or both to the header."
            yield Fault(
                self.start,
                "ways-target",
                "the header has neither `test` nor `learn`, so there is nothing to link to.",
                remedy,
            )

    @property
    def test(self) -> str:
        """Page of the test, relative to the page that names it."""
        return self.settings.get("test", "")

    @property
    def learn(self) -> str:
        """Where the lesson begins, an anchor of the page as a rule."""
        return self.settings.get("learn", "")
