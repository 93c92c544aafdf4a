"""quizdown: questions that begin with a heading, between `:::{quizdown}` and `:::`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..question import Answer, ImportedQuestion
from .quiz import Quiz, QuizPiece, Rival, outside_code, refused, trim_lines

_OPEN = re.compile(r'^(?P<indent>[ \t]*)(?::::[ \t]*\{quizdown\}|<div\s[^<>]*class="quizdown"[^<>]*>)\s*$')
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*$")
_ENTRY = re.compile(r"^(?P<sign>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?:\[(?P<box>[ xX])\](?:[ \t]+|$))?(?P<text>.*)$")
_QUOTE = re.compile(r"^[ \t]*>[ \t]?(?P<text>.*)$")
_SHUFFLE = ("shuffle_answers", "shuffleAnswers")


def _find(lines: Sequence[str]) -> Iterator[Quiz]:
    end = 0
    for at, line in outside_code(lines):
        found = _OPEN.match(line)
        if at < end or not found:
            continue
        close = ":::" if ":::" in line else "</div>"
        last = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == close), None)
        if last is None:
            yield refused(at, at + 1, f"nothing closes it: `{close}` is missing.")
            return
        end = last + 1
        quiz = Quiz(start=at, end=end, indent=found["indent"])
        gap = len(found["indent"])
        body = [row[gap:] if not row[:gap].strip() else row for row in lines[at + 1 : last]]
        _read(quiz, line.strip(), close, body)
        yield quiz


def _read(quiz: Quiz, opening: str, close: str, body: list[str]) -> None:
    """Read what is between the fences. Each question can stay by itself."""
    heads = [at for at, row in outside_code(body) if _HEADING.match(row)]
    options, before = _options(body[: heads[0]] if heads else body)
    if not heads:
        quiz.pieces += refused(quiz.start, quiz.end, "it has no heading, which a question begins with.").pieces
        return
    for key, value in options.items():
        if key not in _SHUFFLE or value not in ("true", "false"):
            quiz.note(quiz.start + 1, f"the option `{key}` of quizdown is left out.")
    if any(row.strip() for row in before):
        quiz.note(quiz.start + 1, "the text before the first heading, which quizdown does not show, is left out.")
    written = ["---", *(f"{key}: {value}" for key, value in options.items()), "---", ""] if options else []
    for start, stop in zip(heads, [*heads[1:], len(body)], strict=True):
        question = ImportedQuestion(line=quiz.start + start + 2, kind="mcq")
        found = _HEADING.match(body[start])
        why = _question(quiz, question, found["text"] if found else "", body[start + 1 : stop])
        if any(options.get(key) == "false" for key in _SHUFFLE) and question.kind == "mcq":
            question.settings["order"] = "fixed"
        own = [opening, *written, *trim_lines(body[start:stop]), close]
        quiz.pieces.append(QuizPiece(question=question, own=own, refusal=why))


def _options(rows: list[str]) -> tuple[dict[str, str], list[str]]:
    """The options that a quiz begins with, and the lines after them."""
    plain = [at for at, row in enumerate(rows) if row.strip() == "---"]
    if len(plain) < 2 or any(row.strip() for row in rows[: plain[0]]):
        return {}, rows
    pairs = (row.partition(":") for row in rows[plain[0] + 1 : plain[1]] if row.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}, rows[plain[1] + 1 :]


def _question(quiz: Quiz, question: ImportedQuestion, heading: str, rows: list[str]) -> str:
    """Read a question. Returns why it cannot be carried."""
    listed, hint, other = _parts(rows)
    question.stem = "\n".join(trim_lines([heading, "", *trim_lines(other)]))
    question.add("hint", "\n".join(trim_lines(hint)))
    entries = list(_entries(listed))
    if not entries:
        return "it has no list of answers."
    boxed = [box is not None for _, box, _, _ in entries]
    ordered = entries[0][0][0].isdigit()
    if ordered and not boxed[0]:
        question.kind = "order"
        question.pieces = [text for _, _, text, _ in entries]
        if any(reason for _, _, _, reason in entries):
            quiz.note(question.line, "the comments of its steps are left out: an order has no reasons.")
        return ""
    question.answers = [Answer(text, box in ("x", "X"), reason) for _, box, text, reason in entries]
    if ordered and sum(answer.right for answer in question.answers) > 1:
        return "one answer can be chosen, and several are right. Keep one of them, or write the list with `-`."
    return ""


def _parts(rows: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The list of answers, the quotes, and all other lines."""
    listed, hint, other = list[str](), list[str](), list[str]()
    plain = {at for at, _ in outside_code(rows)}
    where, blank = other, True
    done = False
    for at, row in enumerate(rows):
        if at in plain and _ENTRY.match(row) and (where is listed or not done):
            where = listed
            done = True
        elif at in plain and row.strip() and where is listed and not row[0].isspace() and blank:
            where = other
        if where is not listed and at in plain:
            where = hint if _QUOTE.match(row) else hint if where is hint and row.strip() and not blank else other
        found = _QUOTE.match(row)
        if where is hint:
            where.append(found["text"] if found else row)
        else:
            where.append(row)
        blank = not row.strip()
    return listed, hint, other


def _entries(rows: list[str]) -> Iterator[tuple[str, str | None, str, str]]:
    """The entries of a list: its sign, what is in its box, its text, and the quotes in it."""
    groups: list[list[str]] = []
    for row in rows:
        if _ENTRY.match(row):
            groups.append([row])
        elif groups:
            groups[-1].append(row)
    for first, *more in groups:
        found = _ENTRY.match(first)
        if not found:
            continue
        rest = trim_lines(more)
        quotes = [match["text"] for row in rest if (match := _QUOTE.match(row))]
        text = trim_lines([row for row in rest if not _QUOTE.match(row)])
        gap = [""] if text and more and not more[0].strip() else []
        yield found["sign"], found["box"], "\n".join([found["text"].strip(), *gap, *text]), "\n".join(quotes).strip()


RIVAL = Rival(
    name="quizdown", summary="The quizzes of the quizdown plugin: :::{quizdown} around questions.", find=_find
)
