"""Where the answers of a typed question begin: the last block of the form that it needs, above the first label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...model.kind import AnswerForm
from ...model.page import Line
from ..options import begins_options
from ..patterns import CODE_FENCE
from .blanks import find_blanks

NUMBERED = re.compile(r" {0,3}\d+[.)](?: +(?P<text>.*))?")
"""An entry of a numbered list."""
ROW = re.compile(r" {0,3}\|.*")
"""A row of a table."""


def find_answers(lines: Sequence[Line], form: AnswerForm) -> int | None:
    """The line where the answers begin, None where there are none.

    A numbered list gives the answers of blanks. Where the stem has no blank, a task list gives those of one field.
    """
    if form == "blanks":
        numbered = _last_list(lines, _is_numbered)
        if numbered is not None and (find_blanks(lines[:numbered]) or _last_list(lines, _is_task) is None):
            return numbered
        return _last_list(lines, _is_task)
    if form == "accepted":
        return _last_list(lines, _is_task)
    if form == "pieces":
        tasks = _last_list(lines, _is_task)
        above = lines if tasks is None else lines[:tasks]
        found = [at for at in (_last_list(above, _is_numbered), _last_fence(above)) if at is not None]
        return max(found) if found else tasks
    return _last_list(lines, _is_row)


def _is_numbered(text: str) -> bool:
    return NUMBERED.fullmatch(text) is not None


def _is_task(text: str) -> bool:
    return begins_options(text) and not text.lstrip().startswith("|")


def _is_row(text: str) -> bool:
    return ROW.fullmatch(text) is not None


def _last_list(lines: Sequence[Line], begins: Callable[[str], bool]) -> int | None:
    """Where the last list begins, by a test of the line that an entry begins with."""
    first = None
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if not line.fenced and begins(line.text):
            first = at
        elif first is not None and line.text.strip() and not line.text.startswith(" "):
            break
    return first


def _last_fence(lines: Sequence[Line]) -> int | None:
    """Where the last code fence begins that is part of no list."""
    fences = [start for start, _ in fence_spans(lines) if not lines[start].text.startswith(" ")]
    return fences[-1] if fences else None


def fence_spans(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each code fence."""
    start, sign = 0, ""
    for at, line in enumerate(lines):
        bare = line.text.strip()
        if not line.fenced:
            sign = ""
        elif not sign:
            found = CODE_FENCE.match(line.text)
            start, sign = at, found["fence"] if found else ""
        elif bare == sign:
            yield start, at
            sign = ""
