"""Answers that are lists: those of blanks, and pieces in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...model.identity import option_id
from ...model.items import Option
from ...model.page import Line
from ...model.problems import Fault
from ...model.text import Text
from ..options import dedent, identify, is_option, read_options
from ..patterns import CODE_FENCE
from .answer_block import NUMBERED, fence_spans

_QUOTE = re.compile(" {1,7}>")
_NESTED = re.compile(r" {2,}[-*+] ")


class ReadPieces(NamedTuple):
    """What is to be put in order."""

    pieces: tuple[Option, ...]
    """In the right order, then those that belong nowhere."""
    language: str | None
    """The language of the code that the pieces are lines of, None where they are texts."""
    above: int
    """How many lines are above the list of those that belong nowhere."""


def read_blanks(lines: Sequence[Line]) -> tuple[tuple[tuple[Option, ...], ...], list[Fault]]:
    """The answers of each blank, from a numbered list on, and what is wrong with them.

    The text of an entry is the first answer of its blank. Options nested under it are accepted as well, or known to be
    wrong.
    """
    faults: list[Fault] = []
    entries = _entries(lines, faults)
    return tuple([_blank(entry, faults) for entry in entries]), faults


def _blank(entry: Sequence[Line], faults: list[Fault]) -> tuple[Option, ...]:
    nested = next((at for at, line in enumerate(entry) if at and _NESTED.match(line.text) and not line.fenced), None)
    own = entry[:nested]
    name, text = identify(dedent(own), "answer", faults)
    first = Option(name=name, key=True, text=text, reason=Text(text.start))
    if nested is None:
        return (first,)
    others, wrong = read_options(_outdent(entry[nested:]))
    faults += wrong
    return (first, *others)


def _outdent(lines: Sequence[Line]) -> list[Line]:
    """Lines without the indentation of the first one, which formatters widen from two columns to four."""
    width = len(lines[0].text) - len(lines[0].text.lstrip())
    return [line._replace(text=line.text[width:] if line.text[:width].isspace() else line.text) for line in lines]


def read_pieces(lines: Sequence[Line]) -> tuple[ReadPieces, list[Fault]]:
    """The pieces from a numbered list or a code fence on, with the distractors of a task list below it."""
    faults: list[Fault] = []
    tasks = next((at for at, line in enumerate(lines) if not line.fenced and is_option(line.text)), len(lines))
    distractors, wrong = read_options(lines[tasks:])
    above = lines[:tasks]
    language = None
    if above and above[0].fenced:
        start, end = next(fence_spans(above), (0, len(above) - 1))
        found = CODE_FENCE.match(above[start].text)
        language = above[start].text[found.end() :].split("{")[0].strip() if found else ""
        inside = [line for line in above[start + 1 : end] if line.text.strip()]
        pieces = [code_piece(line.at, line.text, language) for line in inside]
        faults += _loose(above[end + 1 :], "the block of code")
    else:
        pieces = []
        for entry in _entries(above, faults):
            faults += _quotes(entry)
            name, text = identify(dedent(entry), "piece", faults)
            pieces.append(Option(name=name, key=True, text=text, reason=Text(text.start)))
    faults += wrong
    for each in distractors:
        if each.key:
            what = "this piece is marked as right, and a piece below the order belongs nowhere."
            faults.append(Fault(each.text.start, "bad-mark", what, "Write `- [ ]`, or move it into the order."))
    belonging = [*pieces, *(each._replace(key=False) for each in distractors)]
    return ReadPieces(tuple(belonging), language, len(above)), faults


def code_piece(at: int, line: str, language: str) -> Option:
    """A line of code. All its characters count: the same words further in, or further apart, are another piece."""
    text = line.rstrip()
    sign = "````" if "```" in text else "```"
    fenced = Text(at, (f"{sign}{language}", text, sign))
    return Option(name=_spaced_id(fenced), key=True, text=fenced, reason=Text(at))


def _spaced_id(fenced: Text) -> str:
    """The id of a line whose spaces an id leaves out otherwise; empty where it has no such spaces."""
    above, text, below = fenced.lines
    if " ".join(text.split()) == text:
        return ""
    return option_id(fenced._replace(lines=(above, text.replace(" ", "\u2423").replace("\t", "\u2409"), below)))


def _entries(lines: Sequence[Line], faults: list[Fault]) -> list[list[Line]]:
    """The lines of each entry of a numbered list, the first one without its number."""
    entries: list[list[Line]] = []
    blank, lost = True, False
    for line in lines:
        found = NUMBERED.fullmatch(line.text) if not line.fenced else None
        full = bool(line.text.strip())
        if found:
            entries.append([Line(line.at, found["text"] or "")])
            lost = False
        elif not full or (entries and (line.text.startswith(" ") or not (blank or line.fenced or lost))):
            if entries:
                entries[-1].append(line)
        elif not lost:
            faults += _loose([line], "the numbered list")
            lost = True
        blank = not full
    return entries


def _quotes(entry: Sequence[Line]) -> list[Fault]:
    """A reason under a piece that belongs: readers would see it in the piece."""
    found = next((line for line in entry[1:] if _QUOTE.match(line.text) and not line.fenced), None)
    if found is None:
        return []
    what = "this quote is under a piece of the order, so readers would see it in the piece."
    return [
        Fault(
            found.at,
            "stray-reason",
            what,
            "Only pieces that belong nowhere have a reason. Write it into `**Explanation:**`.",
        )
    ]


def _loose(lines: Sequence[Line], block: str) -> list[Fault]:
    first = next((line for line in lines if line.text.strip()), None)
    if first is None:
        return []
    what = f"this text comes after the answers and is not part of {block}."
    remedy = "Move it above the answers, or start it with a label such as `**Explanation:**`."
    return [Fault(first.at, "loose-text", what, remedy)]
