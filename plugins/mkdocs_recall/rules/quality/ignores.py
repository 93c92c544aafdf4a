"""Comments that switch a rule off for one item: `<!-- recall: ignore RULE: reason -->`.

They stand inside the item or directly above its header. Comments are no part of an item's body, so they are read from
the page's lines; those in code are samples.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.page import Region
from ...model.problems import Fault
from ...model.rule_names import QualityRule, Rule
from ...model.spelling import nearest
from ...model.text import split_list
from ...syntax.code_fences import COMMENT, END_OF_COMMENT, map_fences
from ...syntax.patterns import INLINE_CODE
from .names import find_rule, refuse

FORM = "Write `<!-- recall: ignore RULE: reason -->`."

_OURS = re.compile(r"\s*recall(?P<colon>\s*:)?\s*(?P<verb>[\w-]*)\s*(?P<rest>.*)", re.DOTALL)
_INLINE = re.compile(r"<!--\s*recall\s*:\s*ignore\b")


class Ignore(NamedTuple):
    """A rule that is switched off for an item."""

    at: int
    """Index in the page of the comment."""
    rule: QualityRule
    owner: int | None
    """Index of the header of the item or container; None where the comment belongs to none."""


class Ignores(NamedTuple):
    """What the comments of a page switch off, and what is wrong with them, by the item's header."""

    ignores: list[Ignore]
    faults: list[tuple[int | None, Fault]]


def may_ignore(source: str) -> bool:
    """Whether a page's text may hold such a comment at all."""
    return "<!--" in source and "recall" in source and "ignore" in source


def read_ignores(lines: Sequence[str], regions: Sequence[Region]) -> Ignores:
    """Read the comments of a page. `regions` are its blocks, those in containers included, outer ones first."""
    found = Ignores([], [])
    marks = map_fences(lines)
    owners = _Owners(lines, marks.comment, regions)
    for index, end, text in _comments(lines, marks.comment):
        written = _OURS.fullmatch(text)
        verb = written["verb"] if written else ""
        if not written or not (written["colon"] or nearest(verb.lower(), ("ignore",), within=2)):
            continue
        owner = owners.find(index, end)
        if verb != "ignore" or not written["colon"]:
            what = "this comment begins with `recall`, but does not switch off a rule."
            found.faults.append((owner, _fault(index, what, FORM)))
        else:
            _read(index, written["rest"], owner, found)
    for index, line in enumerate(lines):
        if "<!--" in line and not marks.fenced[index] and _stands_inside(line):
            owner = owners.find(index, index)
            what = "the comment comes after other text on its line, so it would become part of that text."
            found.faults.append((owner, _fault(index, what, "Put it on a line of its own.")))
    return found


def _read(index: int, rest: str, owner: int | None, found: Ignores) -> None:
    names, _, reason = rest.partition(":")
    rules = split_list(names)
    if not rules:
        found.faults.append((owner, _fault(index, "the comment names no rule.", FORM)))
    for name in rules:
        rule = find_rule(name)
        if not rule:
            found.faults.append((owner, _fault(index, *refuse(name, "ignored"))))
        elif not reason.strip():
            remedy = f"Add the reason after the name: `<!-- recall: ignore {name}: reason -->`."
            found.faults.append((owner, _fault(index, f"the comment does not say why `{name}` is ignored.", remedy)))
        else:
            found.ignores.append(Ignore(index, rule, owner))


def _comments(lines: Sequence[str], comment: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """First line, last line and text of each comment that begins a line."""
    after = 0
    for index, mark in enumerate(comment):
        if not mark or index < after:
            continue
        end = index
        while "-->" not in lines[end] and end + 1 < len(lines):
            end += 1
        text = "\n".join(line.lstrip("> ") for line in lines[index : end + 1])
        yield index, end, text.removeprefix("<!--").partition("-->")[0]
        after = end + 1


def _stands_inside(line: str) -> bool:
    found = _INLINE.search(INLINE_CODE.sub("", line))
    return bool(found) and not line.lstrip("> ").startswith("<!--")


class _Owners:
    """Which block each line of a page belongs to."""

    def __init__(self, lines: Sequence[str], comment: Sequence[int], regions: Sequence[Region]) -> None:
        self._blocks = {region.start: region for region in regions}
        self._starts = sorted(self._blocks)
        self._sets = [start for start in self._starts if self._blocks[start].children]
        self._next = _find_next(lines, comment)

    def find(self, index: int, end: int) -> int | None:
        """The item whose header follows on a comment from `index` to `end`, else the innermost block around it."""
        around = self._around(index, self._starts)
        if around is None:
            around = self._around(index, self._sets)
        at = self._next[end + 1]
        if at in self._blocks and (around is None or self._blocks[around].children):
            return at
        return around

    def _around(self, index: int, starts: Sequence[int]) -> int | None:
        """The last of some blocks that begins above a line, if the line is in it."""
        number = bisect_left(starts, index) - 1
        return starts[number] if number >= 0 and index <= self._blocks[starts[number]].end else None


def _find_next(lines: Sequence[str], comment: Sequence[int]) -> list[int]:
    """For each line, and for the end, the first line from there on that is neither blank nor a comment."""
    following = [len(lines)] * (len(lines) + 1)
    for at in range(len(lines) - 1, -1, -1):
        passed = comment[at] in (COMMENT, END_OF_COMMENT) or not lines[at].strip("> ")
        following[at] = following[at + 1] if passed else at
    return following


def _fault(index: int, what: str, remedy: str) -> Fault:
    rule: Rule = "bad-ignore"
    return Fault(index=index, rule=rule, what=what, remedy=remedy, severity="warning")
