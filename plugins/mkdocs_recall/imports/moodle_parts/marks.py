"""Answers with a part of the mark, as Moodle has them: which of them are right here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..base import Incoming
from ..question import Answer

ALTERNATIVES = (
    "several options are right, each by itself, and a choice question with several right options wants all of them. "
    "Keep one of them, or ask for a short answer."
)


class Weighed(NamedTuple):
    """An answer with what it is worth, in percent of the mark."""

    text: str
    weight: float
    reason: str = ""


def read_weight(text: str) -> float:
    """Return a part of the mark in percent; 0 for what is none."""
    return float(text) if re.fullmatch(r"-?\d{1,4}(?:\.\d{0,9})?", text.strip()) else 0


def choose_options(incoming: Incoming, line: int, answers: Sequence[Weighed], *, several: bool) -> list[Answer] | None:
    """Return the options of a choice question; None where it is refused.

    Where `several` can be ticked, all that add to the mark are right. Else one of them is, and gets the full mark.
    """
    full = [each for each in answers if each.weight >= 100]
    total = sum(each.weight for each in answers if each.weight > 0)
    if (len(full) > 1 and not several) or (several and total > 101):
        incoming.refuse(line, ALTERNATIVES)
        return None
    options = []
    for each in answers:
        right = each.weight > 0 if several else each.weight >= 100
        if not right:
            note_part(incoming, line, each.weight)
        options.append(Answer(each.text, right, each.reason))
    return options


def type_in(incoming: Incoming, line: int, answers: Iterable[Weighed]) -> list[Answer]:
    """Return the answers of a field, from plain texts. In them, `*` is any text, and `\\*` a star."""
    found = []
    for each in answers:
        if re.search(r"(?<!\\)\*", each.text):
            incoming.note(line, f"the answer `{each.text[:80]}` has a `*` for any text, so it is left out.")
            continue
        note_part(incoming, line, each.weight)
        found.append(Answer(incoming.line(each.text.replace(r"\*", "*")), each.weight >= 100, each.reason))
    return found


def note_part(incoming: Incoming, line: int, weight: float) -> None:
    """Note an answer that is worth a part of the mark."""
    if 0 < weight < 100:
        what = f"an answer that gets {weight:g} % of the mark counts as wrong, since answers are right or wrong here."
        incoming.note(line, what)
