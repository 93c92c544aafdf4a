"""What a reader can do after a lesson: a list of goals, each with the objectives of the questions about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from ...model.items import ListEntry, Piece
from ...model.kind import Kind, Setting
from ...model.page import Line, Region
from ...model.problems import Fault
from ...model.spelling import nearest
from ...model.text import Text, split_list
from ...syntax.labels import find_label
from ...syntax.lookalikes import straighten_entry
from ...syntax.options import is_option
from ...syntax.patterns import BULLETED, mask_code
from ...syntax.sections import read_list
from .page_block import HeaderFields, PageBlock, read_text

_MARK = re.compile(r"\{:?\s*objectives?\s*=\s*(?P<quote>[\"']?)(?P<names>[^{}\"']*)(?P=quote)\s*\}")
_END = re.compile(rf"(?P<text>.*?)\s*{_MARK.pattern}\s*", re.DOTALL)
_BRACES = re.compile(r"\s*\{[^{}]*\}\s*$")
_FORM = "`{objective=NAME}`"


class Goal(NamedTuple):
    """Something that a reader can do."""

    text: Text
    """Without the objectives."""
    source: Text
    """As written."""
    objectives: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Goals(PageBlock):
    """A list of goals, and text below it."""

    spec = Kind("goals", noun="list of goals", settings=(Setting("title"),), has_text=True)

    goals: tuple[Goal, ...] = ()
    note: Text = field(default_factory=lambda: Text(0))
    """What is below the list."""
    loose: tuple[Fault, ...] = ()
    """What is wrong with how the list is written."""

    @classmethod
    def read(cls, region: Region, header: HeaderFields) -> Self:
        """See `PageBlock.read`."""
        lines, faults = list(region.body), list[Fault]()
        start, stop = _find_list(lines)
        if any(line.text.strip() for line in lines[:start]):
            first = next(line for line in lines if line.text.strip())
            remedy = "Begin with the list of goals, and write other text above the block or below the list."
            faults.append(Fault(first.at, "goals-list", "this text is above the list of goals.", remedy))
        texts, _ = read_list(lines[start:stop], BULLETED, faults)
        for line in lines[stop:]:
            if BULLETED.fullmatch(line.text) and _MARK.search(line.text):
                remedy = "Move it up to the others, and leave no other text between them."
                faults.append(Fault(line.at, "goals-list", "this goal is below the end of the list.", remedy))
        if part := next((line for line in lines[stop:] if _is_of_question(line)), None):
            what = "this part of a question is in the list of goals, so readers would see it."
            remedy = "Close the list with `///` above the question, and begin the question with its header."
            faults.append(Fault(part.at, "goals-list", what, remedy))
        note = read_text(lines[stop:], region.end)
        return cls(**header, goals=tuple(map(_read_goal, texts)), note=note, loose=tuple(faults))

    def body(self) -> Iterator[Piece]:
        """See `PageBlock.body`."""
        if self.goals:
            entries = tuple(ListEntry("-", "", goal.source) for goal in self.goals)
            yield Piece(at=self.goals[0].text.start, entries=entries)
        if self.note:
            yield Piece(at=self.note.start, text=self.note)

    def check(self) -> Iterator[Fault]:
        """See `PageBlock.check`."""
        yield from self.loose
        if not self.goals and not self.loose:
            remedy = "Write each goal as `- text {objective=NAME}`."
            yield Fault(self.start, "goals-list", "the list of goals is empty.", remedy)
        for goal in self.goals:
            yield from _check_goal(goal)

    def check_objectives(self, known: Sequence[str]) -> Iterator[Fault]:
        """Find objectives that no question has, among those that are `known`."""
        for goal in self.goals:
            for name in goal.objectives:
                if name not in known:
                    near = nearest(name, known, within=2)
                    remedy = f"Did you mean `{near}`?" if near else _list_known(known)
                    what = f"no question on this page, or in a test of it, has the objective `{name}`."
                    yield Fault(goal.text.start, "goal-objective", what, remedy)

    @property
    def title(self) -> str:
        """What is shown above the list; empty where the author gave nothing."""
        return self.settings.get("title", "")


def _list_known(known: Sequence[str]) -> str:
    if not known:
        return "Add `objective=NAME` to the headers of the questions about it."
    return f"Use one of {', '.join(f'`{name}`' for name in known)}, or add it to the headers of the questions about it."


def _find_list(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the list of goals begins, and where other text below it does."""
    entries = [i for i, line in enumerate(lines) if not line.fenced and _begins_entry(line.text)]
    start = entries[0] if entries else len(lines)
    for i in range(start + 1, len(lines)):
        text = lines[i].text
        blank_above = not lines[i - 1].text.strip()
        if text.strip() and blank_above and not (text.startswith(" ") or _begins_entry(text)):
            return start, i
    return start, len(lines)


def _is_of_question(line: Line) -> bool:
    """Whether a line has an answer, or a part that belongs to one, as where the end of the list was lost."""
    text = line.text.lstrip()
    return not line.fenced and (is_option(text) or find_label(text) not in (None, "learn-more"))


def _begins_entry(text: str) -> bool:
    """Whether a line begins a goal; a bullet that only looks like one counts, and is reported."""
    return BULLETED.fullmatch(text) is not None or BULLETED.fullmatch(straighten_entry(text)) is not None


def _read_goal(source: Text) -> Goal:
    found = _END.fullmatch("\n".join(source.lines))
    if not found:
        return Goal(source, source, ())
    return Goal(source._replace(lines=tuple(found["text"].split("\n"))), source, split_list(found["names"]))


def _check_goal(goal: Goal) -> Iterator[Fault]:
    at, text = goal.text.start, mask_code("\n".join(goal.text.lines))
    if not goal.text:
        yield Fault(at, "goals-list", "this goal has no text.", "Write the text, or remove the line.")
    elif _MARK.search(text):
        what = "the objective is not at the end of the goal."
        yield Fault(at, "goal-objective", what, f"End the goal with {_FORM}, and write it once.")
    elif not goal.objectives:
        last = _BRACES.search(text)
        what = "this goal has no objective, so nothing can tick it."
        if last:
            what = f"`{last[0].strip()}` does not name an objective, so nothing can tick this goal."
        yield Fault(at, "goal-objective", what, f"End it with {_FORM}, the objective of the questions about it.")
