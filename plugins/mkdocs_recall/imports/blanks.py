"""Blanks in the stem of a question: where the answers belong."""

from __future__ import annotations

import re

from ..model.text import Text
from ..syntax.typed.blanks import UNSPACED, check_blanks, count_blanks
from .question import ImportedQuestion
from .texts.plain import hide_blanks

_TOUCHED = re.compile(rf"(?<=(?![{UNSPACED}])[\w\0])(?=\0)|(?<=\0)(?=(?![{UNSPACED}])\w)")
_RUN = re.compile(r"(?:\\_|_){3,}")
BLANK_SIGN = "____"


def put_blanks(question: ImportedQuestion, stem: str, mark: str = "") -> str:
    """Return a stem with its blanks, where the kind of question has some.

    `mark` stands for each. Without one, a run of underscores does, where there are as many as blanks, as Moodle has it.
    Other underscores are just that. Answers of a field become those of the only blank.
    """
    if question.kind != "fill":
        stem = stem.replace(mark, r"\_\_\_\_") if mark else stem
        return hide_blanks(stem) if question.kind in ("number", "order", "match") else stem
    if mark and mark in stem:
        made = _place(hide_blanks(stem), re.compile(re.escape(mark)))
    elif len(_RUN.findall(stem)) == max(len(question.blanks), 1):
        made = _place(stem, _RUN)
    else:
        return hide_blanks(stem)
    if not question.blanks and question.answers:
        right = [answer for answer in question.answers if answer.right]
        wrong = [answer for answer in question.answers if not answer.right]
        if right:
            question.blanks = [[*right, *wrong]]
    if count_blanks(Text(0, tuple(made.split("\n")))) != len(question.blanks) or not _fits(made):
        question.blanks = [] if question.answers else question.blanks
        return hide_blanks(made)
    question.answers = []
    return made


def _place(stem: str, pattern: re.Pattern[str]) -> str:
    """Put blanks where a pattern is, with spaces around them where letters would touch them."""
    stem = pattern.sub("\0", stem)
    stem = _TOUCHED.sub(" ", stem).replace("\0", BLANK_SIGN)
    return "\n".join(re.sub(r"(?<=\S) {2,}", " ", line).strip() for line in stem.split("\n"))


def _fits(stem: str) -> bool:
    return not any(check_blanks(Text(0, tuple(stem.split("\n")))))
