"""Quizzes of another plugin as questions, in place: all other bytes of the page stay."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from ...model.identity import FreeIds, suggest_id
from ...model.page import Page
from ...model.text import Text
from ...site.bank import Bank, PageItems
from ...site.source_text import blank_front_matter, to_scan
from ...syntax.header import words_for_id
from ...syntax.labels import SiteLabels
from ..to_page.write import write_question
from .quiz import Quiz, QuizPiece, Rival, outside_code

_END = re.compile("(\r\n|\r|\n)")
_NAMELESS = re.compile(r"!\[\s*\][(\[]")
_ROUNDS = 8
"""How often a page is read again without the questions that it cannot hold."""


@dataclass(slots=True)
class Migrated:
    """A page with questions in the place of quizzes."""

    text: str
    rows: list[tuple[int, str]] = field(default_factory=list)
    """The line of each quiz that has become a question, and the kind and id of that."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    """What is not carried: its line, and what it is."""
    left: list[tuple[int, str]] = field(default_factory=list)
    """Quizzes that stay: their line, and why."""


@dataclass(slots=True)
class _Written:
    piece: QuizPiece
    id: str
    lines: list[str]
    at: int = 0
    """Index of its first line on the new page."""
    why: str = ""
    """Why it is left."""


def migrate_page(
    text: str, rival: Rival, *, levels: Sequence[Sequence[str]], language: str, taken: Container[str], prefix: str = ""
) -> Migrated:
    """Return a page with its quizzes as questions; what cannot be one stays as it is."""
    split = _END.split(text)
    lines, ends = split[::2], [*split[1::2], ""]
    whole = blank_front_matter(["" if line == "\ufeff" else line.removeprefix("\ufeff") for line in lines])
    quizzes = list(rival.find(whole))
    ids = FreeIds(taken)
    written = [[_write(piece, ids, prefix) for piece in quiz.pieces] for quiz in quizzes]
    made = Migrated(text)
    before = {entry.block.id for entry in _read(lines, levels, SiteLabels(language)).all_entries() if entry.block.id}
    for _ in range(_ROUNDS):
        made.text = _put(lines, ends, quizzes, written)
        page = _read(_END.split(made.text)[::2], levels, SiteLabels(language))
        if not _judge(page, written) and before <= {entry.block.id for entry in page.all_entries()}:
            break
    else:
        made.text = text
        for each in (each for group in written for each in group):
            each.why = each.why or "the page cannot hold it beside its other questions."
    for quiz, group in zip(quizzes, written, strict=True):
        stays = all(each.why for each in group)
        made.notes += [] if stays else quiz.notes
        for each in group:
            line = each.piece.question.line
            if each.why:
                made.left.append((line, each.why))
            else:
                made.rows.append((line, f"{each.piece.question.kind} {each.id}"))
                if _NAMELESS.search("\n".join(each.lines)):
                    made.notes.append((line, "a picture has no description, which `recall check` asks for."))
    for pattern, what in rival.leftovers:
        made.notes += [(at + 1, what) for at, line in outside_code(lines) if pattern.search(line)]
    made.notes.sort()
    return made


def _write(piece: QuizPiece, ids: FreeIds, prefix: str) -> _Written:
    question = piece.question
    if piece.refusal:
        return _Written(piece, "", [], why=piece.refusal)
    plain = re.sub(r"<[^<>]{0,200}>|\\|_{3,}", " ", question.stem)
    first = words_for_id(question.kind, Text(0, tuple(plain.split("\n"))), {})
    id = ids.find(f"{prefix}{suggest_id(first, kind=question.kind)}")
    return _Written(piece, id, write_question(question, id))


def _put(
    lines: Sequence[str], ends: Sequence[str], quizzes: Sequence[Quiz], written: Sequence[Sequence[_Written]]
) -> str:
    """The page with all questions that are not left. Where one is left and has no lines of its own, its quiz stays."""
    end = next(filter(None, ends), "\n")
    rows: list[str] = []
    at = 0
    for quiz, group in zip(quizzes, written, strict=True):
        why = next((each.why for each in group if each.why and each.piece.own is None), "")
        if why or all(each.why for each in group):
            for each in group:
                each.why = each.why or why
            continue
        rows += [line + over for line, over in zip(lines[at : quiz.start], ends[at : quiz.start], strict=True)]
        new = [""] if quiz.start and lines[quiz.start - 1].strip() else []
        for each in group:
            each.at = len(rows) + len(new)
            new += [*((each.piece.own or []) if each.why else each.lines), ""]
        if quiz.end >= len(lines) or not lines[quiz.end].strip():
            new.pop()
        indented = [f"{quiz.indent}{line}".rstrip() for line in new]
        rows += [line + end for line in indented[:-1]] + [indented[-1] + ends[quiz.end - 1]]
        at = quiz.end
    rows += [line + over for line, over in zip(lines[at:], ends[at:], strict=True)]
    return "".join(rows)


def _judge(page: PageItems, written: Sequence[Sequence[_Written]]) -> bool:
    """Say of each question that the page does not hold why; whether there are any."""
    entries = {entry.region.start: entry for entry in page.all_entries()}
    found = False
    for each in (each for group in written for each in group if not each.why):
        entry = entries.get(each.at)
        if entry is None or entry.block.id != each.id or entry.region.end != each.at + len(each.lines) - 1:
            each.why = "its Markdown would not be one question there."
        elif entry.problems:
            each.why = " ".join(f"{problem.rule}: {problem.what} {problem.remedy}" for problem in entry.problems)
        found = found or bool(each.why)
    return found


def _read(lines: Sequence[str], levels: Sequence[Sequence[str]], labels: SiteLabels) -> PageItems:
    scanned = to_scan(blank_front_matter(["" if line == "\ufeff" else line.removeprefix("\ufeff") for line in lines]))
    return Bank(levels=levels, labels=labels).read(Page(path="page", lines=tuple(scanned)))
