"""Where the answers of a typed question begin: the last block of the form that it needs, above the first label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...model.kind import AnswerForm
from ...model.page import Line
from ...model.problems import Fault
from ...model.text import Text
from ..options import begins_options, is_option
from ..patterns import CODE_FENCE
from .blanks import find_blanks, lines_with_fences

NUMBERED = re.compile(r" {0,3}\d+[.)](?: +(?P<text>.*))?")
"""An entry of a numbered list."""
_FIRST = re.compile(r" {0,3}1[.)] ")
_REASON = re.compile(" {1,3}>")
_DEEP = 8
"""Columns from which on a task is code, even under a number."""
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


def check_above(stem: Text, answers: Text) -> Iterator[Fault]:
    """Answers that are above the block of answers, where readers would see them."""
    begins = any(map(_is_numbered, answers.lines[:1])) and not _FIRST.match(answers.lines[0])
    for index, line, fenced in lines_with_fences(stem):
        if fenced:
            continue
        if is_option(line.lstrip(" ")) and len(line) - len(line.lstrip(" ")) < _DEEP:
            what = "this answer is above the others, so it would become part of the question."
            yield Fault(index, "option-place", what, "Put all answers into one list below the question.")
            return
        if _REASON.match(line):
            what = "this reason is above the answers, so it would become part of the question."
            yield Fault(index, "stray-reason", what, "Put it under the answer it explains.")
            return
        if begins and _FIRST.match(line):
            what = "this list is cut off from the one with the answers, so it would become part of the question."
            yield Fault(index, "loose-text", what, "Put all answers into one list, or begin the one below with `1.`")
            return


def reach_up(lines: Sequence[str], at: int | None, prefix: str, fence: int, top: int) -> int:
    """Where a numbered list or a table begins that is right above a line, else that line itself; else the fence.

    Lines above `top` belong to other blocks.

    What a list and a part are below of is an answer, where nothing but them shows that there was a question.
    """
    if at is None:
        return fence
    first = at
    for above in range(at - 1, top - 1, -1):
        if lines[above].strip() and not lines[above].startswith(prefix.rstrip()):
            break
        bare = lines[above].removeprefix(prefix)
        if _is_numbered(bare) or _is_row(bare):
            first = above
        elif bare.strip("> ") and not bare.startswith(" "):
            break
    return first


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
        elif (
            first is not None
            and line.text.strip()
            and not line.text.startswith(" ")
            and not _is_lazy(lines, at, begins)
        ):
            break
    return first


def _is_lazy(lines: Sequence[Line], at: int, begins: Callable[[str], bool]) -> bool:
    """Whether a line at the margin goes on with an entry of a list right above it, as Markdown reads it."""
    while not lines[at].fenced and lines[at].text.strip() and not lines[at].text.startswith("|"):
        if begins(lines[at].text):
            return True
        at -= 1
        if at < 0:
            break
    return False


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
