"""Tables: that of `recall export csv`, those of other spreadsheets, Kahoot's, and pairs for flashcards."""

from __future__ import annotations

import csv
import io
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

from .base import ImportFormat, Incoming, UnreadableFile
from .blanks import put_blanks
from .moodle_parts.own_exports import take_unit
from .question import Answer, ImportedQuestion, Pair
from .texts.plain import clean, write_block

_STEMS = ("question", "question text", "stem", "prompt", "front", "term", "word")
_ANSWERS = ("answer", "answers", "back", "definition", "response")
_RIGHT = ("right", "correct", "correct answer", "correct answers", "correct answer(s)", "key", "correct option")
_OPTION = re.compile(r"(?:option|answer|choice)?[ _-]*(?P<name>[a-z]|\d{1,2})")
_REASON = re.compile(r"(?:reason|feedback|explanation)[ _-]*(?P<name>[a-z]|\d{1,2})")
_PARTS = {
    "hint": "hint",
    "explanation": "explanation",
    "feedback": "explanation",
    "quick check": "quick-check",
    "common mistakes": "common-mistakes",
    "learn more": "learn-more",
    "solution": "solution",
}
_CARRIED = frozenset(("id", "kind", "level", "objective", "topic", "part", "source", "time limit (sec)", "time limit"))
_FORMULA = re.compile(r"'*[=+@\t\r]|'*-(?!\d+(?:[.,]\d+)?$)")
_BLANK = re.compile(r"_{3,}")

Cells = Mapping[str, str]


def read_csv(incoming: Incoming, asked: Namespace) -> None:
    """Read all rows of a table."""
    rows = list(_rows(incoming))
    if not rows:
        raise UnreadableFile("it has no rows.")
    line, first = rows[0]
    names = [" ".join(cell.lower().replace("_", " ").split()) for cell in first]
    if not any(name in _STEMS for name in names):
        if max(map(len, first)) > 500 or len(first) < 2:
            raise UnreadableFile("its first row names no column `question`.")
        names, rows = ["question", "answer"], [(line, first), *rows[1:], (0, [])]
        incoming.note(line, "the first row names no column `question`, so each row is a card: question, answer.")
    else:
        rows = [*rows[1:], (0, [])]
        known = {*_STEMS, *_ANSWERS, *_RIGHT, *_PARTS, *_CARRIED, ""}
        for name in names:
            if name not in known and not _OPTION.fullmatch(name) and not _REASON.fullmatch(name):
                incoming.note(line, f"the column `{name[:40]}` is left out.")
    for line, cells in rows[:-1]:
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            incoming.note(line, "cells that belong to no column are left out.")
        found: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=False):
            found[name] = found.get(name) or cell
        if any(cell.strip() for cell in cells):
            _Row(incoming, line, {name: _unguard(cell.strip("\n").rstrip()) for name, cell in found.items()}).read()


def _rows(incoming: Incoming) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with its line."""
    text = clean(incoming.text().removeprefix("\ufeff"))
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count) if any(sign in head for sign in ",;\t") else ","
    csv.field_size_limit(max(len(text) + 1, 131072))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile(f"line {line}: it is no table: {error}.") from None


def _unguard(cell: str) -> str:
    """A cell as it was before `recall export csv` kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


class _Row:
    """Reads a question from a row."""

    def __init__(self, incoming: Incoming, line: int, cells: Cells) -> None:
        self.incoming = incoming
        self.line = line
        self.cells = cells
        pattern = [(name, _OPTION.fullmatch(name)) for name in cells if name not in _ANSWERS]
        self.options = {found["name"]: cells[name] for name, found in pattern if found and cells[name]}
        """The options that have a text, by letter or number, in the order of the columns."""
        reasons = [(name, _REASON.fullmatch(name)) for name in cells]
        self.reasons = {found["name"]: cells[name] for name, found in reasons if found}

    def first(self, names: Sequence[str]) -> str:
        """The first cell of these columns that has a text."""
        return next((self.cells[name] for name in names if self.cells.get(name)), "")

    def read(self) -> None:
        """Add the question, or say why there is none."""
        cells, incoming = self.cells, self.incoming
        id, kind, level, part = (cells.get(name, "").strip() for name in ("id", "kind", "level", "part"))
        kind = kind.lower() or ("mcq" if len(self.options) > 1 else "card")
        question = ImportedQuestion(line=self.line, kind=kind, id=id, level=level, category=part)
        if cells.get("objective"):
            question.settings["objective"] = re.sub(r"[\s\"]+", "-", cells["objective"])
        stem = self.first(_STEMS)
        readers = {
            "mcq": self.choice,
            "card": self.card,
            "explain": self.explain,
            "fill": self.fill,
            "number": self.number,
            "order": self.order,
            "match": self.match,
        }
        if kind not in readers:
            incoming.refuse(self.line, f"there is no kind `{kind[:40]}`.")
            return
        if not readers[kind](question):
            return
        question.stem = put_blanks(question, incoming.plain(stem))
        if kind == "number":
            take_unit(incoming, question)
        for name, label in _PARTS.items():
            text = cells.get(name, "")
            if label == "solution":
                label, text = self.steps(text)
                question.add(label, text)
            else:
                question.add(label, incoming.plain(text))
        incoming.questions.append(question)

    def steps(self, text: str) -> tuple[str, str]:
        """A solution as a numbered list, where it begins as one; else it is an explanation."""
        if not re.match(r"\d{1,3}\. \S", text):
            return "explanation", self.incoming.plain(text)
        steps = re.split(r"^\d{1,3}\. ", text, flags=re.MULTILINE)[1:]
        written = [self.incoming.plain(step).replace("\n", "\n    ").replace("    \n", "\n") for step in steps]
        return "solution", "\n".join(f"{number}. {step}" for number, step in enumerate(written, 1) if step)

    def right_names(self) -> list[str]:
        """The letters or numbers of the right options, in their order in the cell."""
        cell = self.first(_RIGHT) or (self.first(_ANSWERS) if self.options else "")
        names = [name.lower() for name in re.split(r"[\s,;|]+", cell) if name]
        letters = list(self.options)
        by_letter = {chr(ord("a") + at): name for at, name in enumerate(letters)} | {name: name for name in letters}
        by_number = {str(at): name for at, name in enumerate(letters, 1)}
        known = by_number | by_letter if not all(name.isdigit() for name in names) else by_number
        if names and all(name in known for name in names):
            return [known[name] for name in names]
        texts = [name for name, text in self.options.items() if text.lower() == cell.lower()]
        return texts if cell else []

    def answer(self, name: str, text: str, right: bool) -> Answer:
        """An option with its reason."""
        return Answer(text, right, self.incoming.plain(self.reasons.get(name, "")))

    def choice(self, question: ImportedQuestion) -> bool:
        """Options, some of which are right."""
        right = self.right_names()
        if not right:
            self.incoming.refuse(self.line, "no column names a right option that the row has.")
            return False
        plain = self.incoming.plain
        question.answers = [self.answer(name, plain(text), name in right) for name, text in self.options.items()]
        return True

    def card(self, question: ImportedQuestion) -> bool:
        """Question and answer."""
        question.add("answer", self.incoming.plain(self.first(_ANSWERS)))
        return True

    def explain(self, question: ImportedQuestion) -> bool:
        """A model answer, and concepts in lines that begin with a hyphen."""
        rows = self.first(_ANSWERS).split("\n")
        question.concepts = [self.incoming.line(row[2:]) for row in rows if row.startswith("- ")]
        answer = self.incoming.plain("\n".join(row for row in rows if not row.startswith("- ")))
        self.incoming.add_answer(question, answer)
        return True

    def fill(self, question: ImportedQuestion) -> bool:
        """Answers to type, with the number of their blank where there are several."""
        right = self.right_names()
        several = len(_BLANK.findall(self.first(_STEMS)))
        groups: dict[str, list[Answer]] = {}
        for name, text in self.options.items():
            found = re.fullmatch(r"(\d+)\. (.*)", text, re.DOTALL) if several > 1 else None
            number, text = (found[1], found[2]) if found else ("1", text)
            groups.setdefault(number, []).append(self.answer(name, self.incoming.line(text), name in right))
        if several > 1 or (several and groups):
            ordered = [groups[number] for number in sorted(groups, key=int)]
            question.blanks = [sorted(group, key=lambda answer: not answer.right) for group in ordered]
        else:
            question.answers = groups.get("1", []) or [Answer(self.incoming.line(self.first(_ANSWERS)))]
        return True

    def number(self, question: ImportedQuestion) -> bool:
        """Numbers. The unit follows those in the answer."""
        right = self.right_names()
        question.answers = [
            self.answer(name, re.sub(r"[^\w .,±%/+-]", "?", text), name in right) for name, text in self.options.items()
        ]
        answer = self.first(_ANSWERS).partition("\n")[0]
        first = next((text for name, text in self.options.items() if name in right), answer)
        unit = answer.removeprefix(first).strip() if answer.startswith(first) else ""
        if re.fullmatch(r"[^\s\"]{1,40}", unit):
            question.settings["unit"] = unit
        if not question.answers:
            question.answers = [Answer(re.sub(r"[^\w .,±%/+-]", "?", answer))]
        return True

    def order(self, question: ImportedQuestion) -> bool:
        """Pieces, and their letters in the right order."""
        right = self.right_names()
        if not right:
            self.incoming.refuse(self.line, "no column names the pieces in their order.")
            return False

        code = len(set(self.options.values())) < len(self.options) or any(t[:1] == " " for t in self.options.values())
        write = write_block if code and not any("\n" in text for text in self.options.values()) else self.incoming.plain
        question.pieces = [write(self.options[name]) for name in right]
        rest = [name for name in self.options if name not in right]
        question.answers = [self.answer(name, self.incoming.plain(self.options[name]), False) for name in rest]
        return True

    def match(self, question: ImportedQuestion) -> bool:
        """Pairs with an arrow between their sides."""
        for name, text in self.options.items():
            left, arrow, right = text.partition("→")
            if not arrow:
                self.incoming.note(self.line, f"`{text[:40]}` has no `→`, so it is left out.")
                continue
            reason = self.incoming.cell(self.reasons.get(name, ""))
            question.pairs.append(Pair(self.incoming.cell(left), self.incoming.cell(right), reason))
        return True


IMPORT_FORMAT = ImportFormat(
    name="csv", summary="A table with a question in each row, from a spreadsheet or `recall export csv`.", read=read_csv
)
