"""CSV: plain text in rows, for spreadsheets, Quizlet and Kahoot."""

from __future__ import annotations

import csv
import io
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..model.vocabulary import letter
from .base import Format, note_math, plain_of
from .views import EntryView, Export, ItemView

Row = list[str]

_KAHOOT_QUESTION, _KAHOOT_ANSWER, _KAHOOT_ANSWERS, _KAHOOT_SECONDS = 120, 75, 4, "30"
"""What the template of Kahoot allows: characters of a question and of an answer, answers, and a time it knows."""


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the rows."""
    return _FORMS[asked.target](export).encode("utf-8", "backslashreplace")


def read_rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a file for spreadsheets, as they were before cells were kept from being formulas."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [{name: _unguard(value or "") for name, value in row.items()} for row in rows]


def _generic(export: Export) -> str:
    """A row for each item and a column for each option; a byte-order mark lets Excel read it as UTF-8."""
    written = [(view, view.write.csv(view, export, "generic") or ["", ""]) for view in export.views]
    written = [(view, [*row, *_cells(view)] if view.entries else row) for view, row in written]
    most = max(((len(row) - 2) // 2 for _, row in written), default=0)
    options = [name for i in range(most) for name in (f"option {letter(i)}", f"reason {letter(i)}")]
    rows: list[Row] = [[*_FIRST, *options, *_LAST]]
    for view, (right, answer, *cells) in written:
        _note_pictures(view, export)
        item = view.item
        rest = [_plain_part(view, label) for label in _PARTS]
        first = [
            item.id,
            item.kind,
            item.level,
            item.settings.get("objective", ""),
            *_deck(view),
            view.question.plain(),
        ]
        rows.append([*first, *cells, *[""] * (2 * most - len(cells)), right, answer, *rest, f"{view.path}:{view.line}"])
    return "\ufeff" + _table(([_guard(cell) for cell in row] for row in rows), ",")


def _cells(view: ItemView) -> Row:
    return cells_of([(entry.text.plain(), entry) for entry in view.entries])


def cells_of(options: Iterable[tuple[str, EntryView]]) -> Row:
    """The cells of options: the text of each, and its reason."""
    return [cell for text, entry in options for cell in (text, entry.reason.plain() if entry.reason else "")]


_FIRST = ("id", "kind", "level", "objective", "topic", "part", "question")
_PARTS = ("hint", "solution", "explanation", "quick-check", "common-mistakes", "learn-more")
_LAST = ("right", "answer", *(name.replace("-", " ") for name in _PARTS), "source")


def _quizlet(export: Export) -> str:
    """A term and a definition on each line, with a tab between them."""
    lines = []
    for view in export.views:
        _note_pictures(view, export)
        options = "".join(f" {letter(i)}. {entry.text.line()}" for i, entry in enumerate(view.entries))
        definition, *more = view.write.csv(view, export, "quizlet") or [""]
        lines.append(f"{one_line(view.question.plain())}{options}{''.join(more)}\t{definition}\n")
        if view.entries:
            export.note(view, "Quizlet has no choice questions, so the options are part of the term.")
    return "".join(lines)


def _kahoot_table(export: Export) -> str:
    head = ["Question", *(f"Answer {n}" for n in range(1, 5)), "Time limit (sec)", "Correct answer(s)"]
    rows = [row for view in export.views if (row := view.write.csv(view, export, "kahoot"))]
    return "\ufeff" + _table(([_guard(cell) for cell in row] for row in [head, *rows]), ",")


def write_kahoot(view: ItemView, export: Export) -> Row | None:
    """A row of Kahoot's template, where the question fits."""
    question, answers = view.stem.line(), [entry.text.line() for entry in view.entries]
    if len(answers) > _KAHOOT_ANSWERS:
        return leave_out(view, export, f"Kahoot has {_KAHOOT_ANSWERS} answers at most")
    if len(question) > _KAHOOT_QUESTION:
        return leave_out(view, export, f"Kahoot has {_KAHOOT_QUESTION} characters for a question")
    if any(len(answer) > _KAHOOT_ANSWER for answer in answers):
        return leave_out(view, export, f"Kahoot has {_KAHOOT_ANSWER} characters for an answer")
    _note_pictures(view, export)
    right = ",".join(str(number) for number, entry in enumerate(view.entries, 1) if entry.right)
    return [question, *answers, *[""] * (_KAHOOT_ANSWERS - len(answers)), _KAHOOT_SECONDS, right]


_FORMS: dict[str, Callable[[Export], str]] = {"generic": _generic, "quizlet": _quizlet, "kahoot": _kahoot_table}


def leave_out(view: ItemView, export: Export, why: str) -> Row | None:
    """Leave an item out of a table that has no row for it."""
    export.note(view, f"{why}, so it is left out.")
    return None


def _note_pictures(view: ItemView, export: Export) -> None:
    if any(text.root.find(".//img") is not None for text in view.all_texts()):
        export.note(view, "a table holds no pictures, so their descriptions take their place.")
    note_math(view, export, "a table holds no math, so its TeX takes its place.")


def _plain_part(view: ItemView, label: str) -> str:
    texts = view.texts(label)
    if label != "solution":
        return plain_of(texts)
    return "\n".join(f"{number}. {text.plain()}" for number, text in enumerate(texts, 1))


def _deck(view: ItemView) -> Sequence[str]:
    return (view.deck[0], view.deck[1] if len(view.deck) > 1 else "")


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _table(rows: Iterator[Row], delimiter: str) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()


_FORMULA = re.compile(r"'*[=+@\t\r]|'*-(?!\d+(?:[.,]\d+)?$)")


def _guard(cell: str) -> str:
    """A cell that a spreadsheet would calculate gets an apostrophe before it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--for",
        dest="target",
        choices=tuple(_FORMS),
        default="generic",
        help="what reads the table (default: generic, for spreadsheets)",
    )


FORMAT = Format(
    name="csv",
    summary="A table in plain text, for spreadsheets, Quizlet and Kahoot.",
    writers=("csv",),
    write=_write,
    add_arguments=_add_arguments,
)
