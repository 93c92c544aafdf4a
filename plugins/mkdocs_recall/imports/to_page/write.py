"""A question as the lines of its block, and what of the block on the page stays when it is imported again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...kinds import ITEMS, Item, Match
from ...model.identity import option_id
from ...model.items import ListEntry, Piece
from ...model.text import Text
from ...syntax.writer import write_body, write_header
from ..question import Answer, ImportedQuestion

_HEAD = "| Item | Belongs to |"


def write_question(question: ImportedQuestion, id: str) -> list[str]:
    """Return the lines of a question's block, from its header to its closing fence."""
    if question.source:
        header, *rest = question.source
        own = header if question.id == id else re.sub(r"(\|\s*)\S+", lambda found: found[1] + id, header, count=1)
        return [own, *rest]
    header = write_header(question.kind, id, question.level, question.settings)
    return [header, "", *_text(question.stem), *_answers(question), *_parts(question), "///"]


def _text(markdown: str) -> Iterator[str]:
    if markdown:
        yield from markdown.split("\n")
        yield ""


def _answers(question: ImportedQuestion) -> Iterator[str]:
    if question.blanks:
        for number, (right, *others) in enumerate(question.blanks, 1):
            yield f"{number}. {_one_line(right.text)}"
            for other in others:
                yield from _entry(other, "   ")
        yield ""
    if question.pieces and (code := [_code_line(piece) for piece in question.pieces]) and None not in code:
        yield from ("```", *filter(None, code), "```", "")
    elif question.pieces:
        for number, piece in enumerate(question.pieces, 1):
            sign = f"{number}. "
            first, *rest = piece.split("\n")
            yield sign + first
            yield from (f"{' ' * len(sign)}{line}" if line else "" for line in rest)
        yield ""
    if question.pairs:
        reasons = any(pair.reason for pair in question.pairs)
        yield f"{_HEAD} Why |" if reasons else _HEAD
        yield "| --- | --- | --- |" if reasons else "| --- | --- |"
        for pair in question.pairs:
            yield f"| {pair.left} | {pair.right} |{f' {pair.reason} |' if reasons else ''}".replace("|  |", "| |")
        yield ""
    if question.answers:
        for answer in question.answers:
            yield from _entry(answer, "")
        yield ""


def _code_line(piece: str) -> str | None:
    """The code of a piece that is a block of one line; None for any other."""
    found = re.fullmatch(r"```\w*\n([^\n]*\S[^\n]*)\n```", piece)
    return found[1] if found else None


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _entry(answer: Answer, indent: str) -> Iterator[str]:
    first, *rest = answer.text.split("\n")
    yield f"{indent}- [{'x' if answer.right else ' '}] {first}".rstrip()
    yield from (f"{indent}  {line}" if line else "" for line in rest)
    if answer.reason:
        yield from (f"{indent}  > {line}".rstrip() for line in answer.reason.split("\n"))


def _parts(question: ImportedQuestion) -> Iterator[str]:
    order = ITEMS[question.kind].spec.parts
    named = [(label, Piece(0, label, Text(0, tuple(text.split("\n"))))) for label, text in question.parts]
    if question.concepts:
        entries = tuple([ListEntry("-", "", Text(0, tuple(text.split("\n")))) for text in question.concepts])
        named.append(("concepts", Piece(0, "concepts", entries=entries)))
    place = {label: at for at, label in enumerate(order)}
    yield from write_body([piece for _, piece in sorted(named, key=lambda each: place.get(each[0], len(place)))])


def keep_own(question: ImportedQuestion, old: Item) -> None:
    """Add to a question what its block on the page has and the imported file has not.

    Level, settings, reasons and parts that an author has added stay when the question is imported again.
    """
    if question.source:
        return
    question.level = question.level or old.level
    question.settings = {**old.settings, **question.settings}
    reasons = dict(_reasons(old.body()))
    for answer in (*question.answers, *(answer for group in question.blanks for answer in group)):
        answer.reason = answer.reason or reasons.get(_id(answer.text), "")
    if isinstance(old, Match):
        rows = {(option_id(row.left), option_id(row.right)): row.reason for row in old.table.rows}
        for pair in question.pairs:
            reason = rows.get((_id(pair.left), _id(pair.right)))
            pair.reason = pair.reason or (reason.source if reason else "")
    if not question.concepts:
        question.concepts = [concept.text.source for concept in old.concepts]
    own = {label for label, _ in question.parts}
    for part in old.parts:
        if part.label not in own and part.label != "concepts":
            question.parts.append((part.label, "\n".join(part.text.lines)))


def _reasons(pieces: Iterator[Piece]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        yield from _entry_reasons(piece.entries)


def _entry_reasons(entries: Sequence[ListEntry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.reason:
            yield entry.id, "\n".join(entry.reason.lines)
        yield from _entry_reasons(entry.nested)


def _id(text: str) -> str:
    return option_id(Text(0, tuple(text.split("\n"))))


def facts_of(item: Item) -> tuple[object, ...]:
    """What an item is, whatever way it is written in: two blocks with the same facts say the same."""
    settings: Mapping[str, str] = item.settings
    body = [(piece.label, _said(piece.entries) if piece.entries else piece.text.lines) for piece in item.body()]
    return item.kind, item.level, dict(settings), item.revision, body


def _said(entries: Sequence[ListEntry]) -> list[object]:
    return [
        (entry.sign, entry.text.lines, entry.reason.lines if entry.reason else (), _said(entry.nested))
        for entry in entries
    ]
