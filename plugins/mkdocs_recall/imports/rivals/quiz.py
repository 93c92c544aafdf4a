"""A quiz of another plugin on a page, and what all such quizzes have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..question import Answer, ImportedQuestion
from ..texts.plain import escape_line, hide_blanks

BLANK_MARK = "\ue0fe"
"""Where a blank belongs in a stem."""
_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_BLOCK = re.compile(r"!!!|\?\?\?|===|:::|///|<[a-zA-Z!?/]|\||\$\$|@\[|\[\^|\*\[|-{3}|\*\*")
"""What a line begins with that is more than a paragraph."""
_HUGGED = re.compile(rf"(?P<sign>\*\*|__|[*_`])({BLANK_MARK})(?P=sign)")


@dataclass(slots=True, kw_only=True)
class QuizPiece:
    """A question of a quiz."""

    question: ImportedQuestion
    own: list[str] | None = None
    """The lines that say the same in the other plugin; None where the question is the whole quiz."""
    refusal: str = ""
    """Why it cannot be carried, in a sentence."""


@dataclass(slots=True, kw_only=True)
class Quiz:
    """Lines of a page that another plugin makes a quiz of."""

    start: int
    """Index of its first line."""
    end: int
    """Index of the line after its last."""
    indent: str = ""
    """What each of its lines begins with."""
    pieces: list[QuizPiece] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    """What is not carried: the line on the page, from 1, and what it is."""

    def note(self, line: int, what: str) -> None:
        """Note what is not carried, in a sentence."""
        if (line, what) not in self.notes:
            self.notes.append((line, what))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another plugin for quizzes."""

    name: str
    summary: str
    find: Callable[[Sequence[str]], Iterator[Quiz]]
    """Finds the quizzes among the lines of a page."""
    leftovers: Sequence[tuple[re.Pattern[str], str]] = ()
    """Lines that say something to the other plugin beside a quiz, and what to do about them."""


def outside_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that are in no block of code, with their indexes."""
    fence = ""
    for at, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence:
            if found and found["fence"].startswith(fence) and not found["info"].strip():
                fence = ""
        elif found and not (found["fence"][0] == "`" and "`" in found["info"]):
            fence = found["fence"]
        else:
            yield at, line


def refused(start: int, end: int, why: str) -> Quiz:
    """A quiz that stays as it is."""
    piece = QuizPiece(question=ImportedQuestion(line=start + 1, kind="mcq"), refusal=why)
    return Quiz(start=start, end=end, pieces=[piece])


def trim_lines(lines: Sequence[str]) -> list[str]:
    """The lines without blank ones at both ends, and without the spaces that all begin with."""
    rows = [line if line.strip() else "" for line in lines]
    while rows and not rows[0]:
        rows.pop(0)
    while rows and not rows[-1]:
        rows.pop()
    gap = min((len(row) - len(row.lstrip(" \t")) for row in rows if row), default=0)
    return [row[gap:] for row in rows]


def put_answers(question: ImportedQuestion, stem: str, blanks: Sequence[Sequence[Answer]]) -> None:
    """Give a fill-in question its stem, with `____` where the marks are, and the answers of each blank.

    A blank touches no letter, and is in no emphasis. One blank alone is a field below the question.
    """
    stem = hide_blanks(stem) if "___" in stem else stem
    stem = _HUGGED.sub(BLANK_MARK, stem)
    if stem.strip(f"{BLANK_MARK} \n") == "":
        question.answers = [*blanks[0]] if len(blanks) == 1 else []
        question.stem = ""
        return
    stem = re.sub(rf"(?<=\w){BLANK_MARK}|(?<={BLANK_MARK}){BLANK_MARK}", f" {BLANK_MARK}", stem)
    stem = re.sub(rf"{BLANK_MARK}(?=\w)", f"{BLANK_MARK} ", stem)
    question.stem = stem.replace(BLANK_MARK, "____")
    question.blanks = [list(group) for group in blanks]


def to_answer(text: str, right: bool = True) -> Answer:
    """An answer to type, from plain text."""
    return Answer(escape_line(text), right)


def explain(question: ImportedQuestion, lines: Sequence[str]) -> None:
    """Add what is shown after an answer. What is no plain text begins below the label."""
    text = "\n".join(trim_lines(lines))
    if text:
        question.parts.append(("explanation", f"\n\n{text}" if _BLOCK.match(text) else text))
