"""Aiken: a question, its options with letters, and a line that names the right one."""

from __future__ import annotations

import re
from argparse import Namespace

from .base import ImportFormat, Incoming, UnreadableFile
from .question import Answer, ImportedQuestion

_OPTION = re.compile(r"\s*(?P<letter>[A-Za-z])[.)]\s+(?P<text>.*)")
_RIGHT = re.compile(r"\s*ANSWERS?:\s*(?P<letters>[A-Za-z](?:[\s,;&]+(?:and\s+)?[A-Za-z])*)\s*\.?\s*", re.IGNORECASE)
_ANSWER_LINE = re.compile(r"\s*ANSWERS?\s*:", re.IGNORECASE)


def read_aiken(incoming: Incoming, asked: Namespace) -> None:
    """Read all questions of a file."""
    open_question = _Open()
    found = False
    for number, line in enumerate(incoming.text().removeprefix("\ufeff").split("\n"), 1):
        option = _OPTION.fullmatch(line)
        if _ANSWER_LINE.match(line):
            found = True
            open_question.close(incoming, line, number)
            open_question = _Open()
        elif option and open_question.stem and open_question.follows(option["letter"]):
            open_question.options.append((option["letter"].upper(), option["text"]))
        elif line.strip():
            if open_question.options and open_question.blank:
                open_question.refuse(incoming)
                open_question = _Open()
            open_question.add(number, line)
        open_question.blank = not line.strip()
    open_question.refuse(incoming)
    if not found and not incoming.lost:
        raise UnreadableFile("it has no questions.")


class _Open:
    """A question that is being read."""

    def __init__(self) -> None:
        self.line = 0
        self.stem: list[str] = []
        self.options: list[tuple[str, str]] = []
        self.blank = False
        """Whether the line before is blank."""

    def add(self, number: int, line: str) -> None:
        """Add a line of the question, or of the option that it goes on with."""
        self.line = self.line or number
        if self.options:
            letter, text = self.options[-1]
            self.options[-1] = (letter, f"{text}\n{line}")
        else:
            self.stem.append(line)

    def follows(self, letter: str) -> bool:
        """Whether a letter is that of the next option."""
        return ord(letter.upper()) - ord("A") == len(self.options)

    def close(self, incoming: Incoming, line: str, number: int) -> None:
        """Make the question that ends with this line."""
        right = _RIGHT.fullmatch(line)
        letters = [letter.upper() for letter in re.findall(r"\b[A-Za-z]\b", right["letters"])] if right else []
        missing = [letter for letter in letters if letter not in dict(self.options)]
        if not self.stem:
            incoming.refuse(number, "there is no question above this line.")
        elif not letters or missing:
            incoming.refuse(number, f"the line names {'no option' if not letters else f'the option {missing[0]}'}.")
        else:
            answers = [Answer(incoming.plain(text), letter in letters) for letter, text in self.options]
            stem = incoming.plain("\n".join(self.stem))
            incoming.questions.append(ImportedQuestion(line=self.line, kind="mcq", stem=stem, answers=answers))

    def refuse(self, incoming: Incoming) -> None:
        """Say that a question was not finished."""
        if self.line:
            incoming.refuse(self.line, "it has no line `ANSWER: A` that names the right option.")


IMPORT_FORMAT = ImportFormat(name="aiken", summary="Aiken, a plain text format for choice questions.", read=read_aiken)
