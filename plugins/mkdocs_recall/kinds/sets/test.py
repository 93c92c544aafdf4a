"""Tests: a bank of questions from which each form draws a few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model.kind import Kind, Setting
from ...model.page import Region
from ...model.problems import Fault
from ...model.text import count, split_list
from ...model.vocabulary import PAGE_KINDS
from ...syntax.settings.from_setting import is_origin
from ...syntax.writer import write_level
from ..items.item import Item
from .item_set import SETTINGS, ItemSet

_DRAW = Setting("draw", re.compile(r"[1-9]\d{0,2}"), "Write the number of questions to draw, such as `draw=10`.")
_MIX = Setting(
    "mix",
    re.compile(r"\d{1,3},\d{1,3},\d{1,3}"),
    "Write a number for each level, easiest first, such as `mix=4,4,2`.",
)
_PER = Setting("per", re.compile(r"[1-9]\d?"), "Write the number of questions from each topic, such as `per=2`.")
_RESULT = Setting(
    "result", re.compile("placement"), "Write `result=placement`, or remove it for a test with a verdict."
)
PER = 2
"""Questions from each topic, where a placement test does not say."""


@dataclass(frozen=True, kw_only=True)
class MasteryTest(ItemSet):
    """A container of which each form draws some questions, by level."""

    spec = Kind(
        "test", noun="test", settings=(*SETTINGS, _DRAW, _MIX, Setting("learn"), Setting("from"), _PER, _RESULT)
    )

    def check(self, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
        """See `ItemSet.check`."""
        if "per" in self.settings and "result" not in self.settings:
            remedy = "Add `result=placement`, or write `draw` and `mix` in its place."
            yield Fault(self.start, "test-placement", "`per` is a setting of placement tests.", remedy)
        if self.places:
            yield from self._check_placement(items)
        else:
            empty = list(super().check(items, levels))
            yield from empty or self._check_test(items, levels)

    def check_bank(self, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
        """Find levels of which the test draws more than `items`, all those it draws from, have."""
        for rank, wanted in enumerate(self.mix, 1):
            there = sum(item.spec.may_be_tested and item.rank == rank for item in items)
            if there < wanted:
                what = f"the test draws {count(wanted, f'{levels[rank - 1][0]} question')}, but its bank has {there}."
                yield Fault(self.start, "test-bank", what, "Add questions of that level, or draw fewer.")

    def check_topics(self, topics: Mapping[str, Sequence[Item]]) -> Iterator[Fault]:
        """Find what a placement test lacks, given the questions of each topic by the path of its page."""
        for path, items in topics.items():
            if len(items) < self.per:
                what = f"the test draws {count(self.per, 'question')} from each topic, but `{path}` has {len(items)}."
                yield Fault(self.start, "test-bank", what, "Add choice questions with a level to it, or lower `per`.")
        if len(topics) == 1:
            what = "all questions are from one topic, so there is nothing to choose from."
            yield Fault(self.start, "test-placement", what, "Name pages of several topics in `from`.")

    @property
    def places(self) -> bool:
        """Whether it suggests a topic to begin with, and gives no verdict."""
        return self.settings.get("result") == "placement"

    @property
    def per(self) -> int:
        """How many questions of each topic a placement test draws; 0 for any other test."""
        word = self.settings.get("per", "")
        return (int(word) if word.isdecimal() else PER) if self.places else 0

    @property
    def origins(self) -> str:
        """Where a test over several pages takes questions from, as written; empty for any other."""
        return self.settings.get("from", "")

    @property
    def mix(self) -> tuple[int, ...]:
        """How many items a test draws of each rank; (0, 0, 0) for a placement test, and for what cannot be read."""
        if self.places:
            return (0, 0, 0)
        words = self.settings.get("mix", "").split(",")
        if words == [""]:
            return default_mix(self.draw)
        return tuple(int(word) for word in words) if all(map(str.isdecimal, words)) else (0, 0, 0)

    @property
    def draw(self) -> int:
        """How many items a test draws; 0 for a placement test, which draws from each topic."""
        if self.places:
            return 0
        word = self.settings.get("draw", "")
        if word.isdecimal():
            return int(word)
        mix = self.settings.get("mix", "")
        return sum(int(part) for part in mix.split(",") if part.isdecimal()) if mix else 10

    def _check_test(self, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
        for item in items:
            if not item.spec.may_be_tested:
                what = f"this {item.spec.noun} is in a test, which can only contain choice questions."
                yield Fault(item.start, "test-kind", what, "Move it to a practice, or out of the test.")
            elif not item.rank and not item.level:
                remedy = f"Write one of {', '.join(write_level(names[0]) for names in levels)} after its id."
                yield Fault(item.start, "test-level", "the question has no level, so the test cannot draw it.", remedy)
        if sum(self.mix) != self.draw:
            what = f"the numbers of `mix` add up to {sum(self.mix)}, but `draw` is {self.draw}."
            yield Fault(self.start, "test-mix", what, "Make them equal, or remove one of the two settings.")
        yield from self._check_origins() if self.origins else self.check_bank(items, levels)

    def _check_placement(self, items: Sequence[Item]) -> Iterator[Fault]:
        for name in ("draw", "mix", "learn"):
            if name in self.settings:
                what = f"a placement test draws from each topic, so it has no `{name}`."
                yield Fault(self.start, "test-placement", what, "Remove it.")
        if not self.origins:
            remedy = "Name the pages of several topics, such as `from=topics/`."
            yield Fault(self.start, "test-placement", "a placement test needs `from`.", remedy)
        if items:
            what = "this question is in a placement test, which only has questions of other pages."
            yield Fault(items[0].start, "test-placement", what, "Move it to the page of its topic.")
        yield from self._check_origins()

    def _check_origins(self) -> Iterator[Fault]:
        """Find malformed entries of `from=`. Only the whole site shows whether what they name exists."""
        for word in split_list(self.origins):
            if not is_origin(word):
                what = f"`{word}` is not a page, a folder or an objective."
                remedy = "Write `page.md`, `topic:page.md`, `folder/` or `#objective`, separated by commas."
                yield Fault(self.start, "test-from", what, remedy)


def default_mix(draw: int) -> tuple[int, int, int]:
    """Return two fifths easy, two fifths medium, the rest hard: (4, 4, 2) of 10."""
    easy = round(draw * 0.4)
    medium = min(round(draw * 0.4), draw - easy)
    return easy, medium, draw - easy - medium


def check_place(test: Region, page: Sequence[Region]) -> Iterator[Fault]:
    """Find a test that shares its page with other items, which could give its answers away.

    `page` are the blocks of the page, the test among them; other tests keep their answers to themselves as it does.
    While a block is not closed, its content is unknown, so nothing is reported.
    """
    if any(fault.rule == "unclosed" for region in page for fault in region.faults):
        return
    if any(region.kind not in ("", MasteryTest.spec.name, *PAGE_KINDS) for region in page):
        remedy = "Move the test to a page of its own, or the other items to another page."
        yield Fault(
            test.start, "test-page", "the test shares its page with other items, which could give answers away.", remedy
        )
