"""The fields in a text of Moodle, such as `{1:SHORTANSWER:=Berlin~%50%Bonn#Until 1990.}`."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from ..base import Incoming
from ..numbers import write_range
from ..question import ImportedQuestion
from ..texts.html_tree import parse_html
from .marks import Weighed, choose_options, read_weight, type_in

_FIELD = re.compile(
    r"(?<!\\)\{(?P<weight>\d{0,3}):(?P<type>[A-Z_]{2,20}):(?P<answers>(?:\\.|[^\\{}]){0,20000})\}", re.DOTALL
)
_SHORT = {"SHORTANSWER", "SA", "MW"}
_EXACT = {"SHORTANSWER_C", "SAC", "MWC"}
_CHOICE = re.compile(r"(?:MULTICHOICE|MC)(?:_?[VHS]{1,2})?")
_PARTS = re.compile(r"\s*(?:(?P<full>=)|%(?P<weight>-?\d{1,3}(?:\.\d{1,9})?)%)?(?P<rest>.*)", re.DOTALL)


class Cloze(NamedTuple):
    """A question that was made of a text with fields."""

    question: ImportedQuestion
    stem: str
    """The text in HTML, with marks in the place of blanks."""
    mark: str


def read_cloze(incoming: Incoming, line: int, html: str, mark: str) -> Cloze | None:
    """Read a text with fields; None where it is refused.

    Fields to type into become blanks. A single list to choose_options from is a choice question.
    """
    fields = list(_FIELD.finditer(html))
    if not fields:
        incoming.refuse(line, "its text has no field to answer in.")
        return None
    kinds = [field["type"] for field in fields]
    if len(fields) == 1 and _CHOICE.fullmatch(kinds[0]):
        return _choice(incoming, line, html, fields[0], mark)
    question = ImportedQuestion(line=line, kind="fill")
    for kind, field in zip(kinds, fields, strict=True):
        answers = _answers(field["answers"])
        if _CHOICE.fullmatch(kind):
            incoming.note(line, "a list to choose_options from becomes a blank to type into.")
            answers = [each._replace(text=each.text.replace("*", r"\*")) for each in answers]
        elif kind in ("NUMERICAL", "NM"):
            answers = _numbers(incoming, line, answers)
        elif kind not in _SHORT | _EXACT:
            incoming.refuse(line, f"there is no kind for a field of the type `{kind}`.")
            return None
        typed = type_in(incoming, line, [each._replace(reason=_html(incoming, each.reason, line)) for each in answers])
        right = [answer for answer in typed if answer.right]
        if not right:
            incoming.refuse(line, f"the field `{field[0][:60]}` has no answer that is right and that can be typed.")
            return None
        question.blanks.append([*right, *(answer for answer in typed if not answer.right)])
    if all(kind in _EXACT for kind in kinds):
        question.settings["exact"] = "yes"
    elif any(kind in _EXACT for kind in kinds):
        incoming.note(line, "that case counts in one blank is left out, since it does not in another one.")
    return Cloze(question, _FIELD.sub(mark, html), mark)


def _choice(incoming: Incoming, line: int, html: str, field: re.Match[str], mark: str) -> Cloze | None:
    answers = [
        Weighed(incoming.line(each.text), each.weight, _html(incoming, each.reason, line))
        for each in _answers(field["answers"])
    ]
    options = choose_options(incoming, line, answers, several=False)
    if options is None:
        return None
    question = ImportedQuestion(line=line, kind="mcq", answers=options)
    last = parse_html(html[field.end() :]).text().strip() == ""
    return Cloze(question, _FIELD.sub("" if last else mark, html), "" if last else mark)


def _answers(text: str) -> list[Weighed]:
    """The answers of a field, each with what it is worth; a text is as it was typed."""
    found = []
    for piece in re.split(r"(?<!\\)~", text):
        parts = _PARTS.fullmatch(piece)
        if not parts:
            continue
        answer, *said = re.split(r"(?<!\\)#", parts["rest"], maxsplit=1)
        reason = said[0] if said else ""
        weight = 100 if parts["full"] else read_weight(parts["weight"] or "0")
        shown = parse_html(re.sub(r"\\([~#}=\"/\\])", r"\1", answer)).text()
        found.append(Weighed(" ".join(shown.split()), weight, unescape(re.sub(r"\\([~#}=\"/\\])", r"\1", reason))))
    return [each for each in found if each.text]


def _numbers(incoming: Incoming, line: int, answers: list[Weighed]) -> list[Weighed]:
    """Numbers as texts to type. A tolerance has no place in a blank."""
    found = []
    for each in answers:
        number, _, tolerance = each.text.partition(":")
        if tolerance.strip(" 0.,"):
            incoming.note(line, f"the tolerance of `{each.text[:40]}` is left out: a blank has texts as its answers.")
        found.append(each._replace(text=write_range(number)))
    return found


def _html(incoming: Incoming, text: str, line: int) -> str:
    return incoming.html(text, line) if text else ""
