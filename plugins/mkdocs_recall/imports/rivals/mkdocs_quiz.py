"""mkdocs-quiz: `<quiz>` and `</quiz>` around a task list or a text with `[[answers]]`, and its form before 1.0."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..question import Answer, ImportedQuestion
from .quiz import BLANK_MARK, Quiz, QuizPiece, Rival, explain, outside_code, put_answers, refused, to_answer, trim_lines

_OPEN = re.compile(r"^(?P<indent>[ \t]*)(?P<tag><quiz>|<\?quiz\?>)(?P<rest>.*)$")
_CLOSES = {"<quiz>": "</quiz>", "<?quiz?>": "<?/quiz?>"}
_OPTION = re.compile(r"^[-*] \[(?P<sign>.?)\] (?P<text>.*)$|^[-*] \[(?P<bare>.?)\]$")
_REASON = re.compile(r"^\s*>\s?(.*)$")
_BLANK = re.compile(r"\[\[([^\]]+)\]\]")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*$")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")


def _find(lines: Sequence[str]) -> Iterator[Quiz]:
    end = 0
    for at, line in outside_code(lines):
        if at < end:
            continue
        found = _OPEN.match(line)
        if not found:
            if "<quiz>" in _CODE.sub("", line):
                end = at + 1
                yield refused(at, end, "the tag `<quiz>` is not at the start of its line.")
            continue
        close = _CLOSES[found["tag"]]
        last = next((n for n in range(at, len(lines)) if close in (found["rest"] if n == at else lines[n])), None)
        if last is None:
            yield refused(at, at + 1, f"nothing closes it: `{close}` is missing.")
            return
        end = last + 1
        rest = found["rest"] if last == at else lines[last]
        inside, _, after = rest.partition(close)
        if after.strip():
            yield refused(at, end, f"there is text after `{close}` on its line.")
            continue
        body = [inside] if last == at else [found["rest"], *lines[at + 1 : last], inside]
        quiz = Quiz(start=at, end=end, indent=found["indent"])
        question = ImportedQuestion(line=at + 1, kind="mcq")
        read = _read if close == "</quiz>" else _read_old
        quiz.pieces.append(QuizPiece(question=question, refusal=read(quiz, question, trim_lines(body))))
        yield quiz


def _read(quiz: Quiz, question: ImportedQuestion, lines: list[str]) -> str:
    """Read what is between the tags. Returns why it is no question."""
    starts = [at for at, line in outside_code(lines) if _OPTION.match(line)]
    if not starts:
        if not any(_BLANK.search(line) for line in lines):
            return "it has neither options such as `- [x] text` nor answers such as `[[text]]`."
        return _read_blanks(quiz, question, lines)
    at = starts[0]
    question.stem = "\n".join(trim_lines(lines[:at]))
    if _BLANK.search(question.stem):
        return "it has both options and answers such as `[[text]]`. Split it in two."
    while at < len(lines):
        found = _OPTION.match(lines[at])
        if not found:
            if lines[at].strip():
                break
            at += 1
            continue
        sign = found["sign"] if found["sign"] is not None else found["bare"]
        if sign not in ("x", "X", " ", ""):
            return f"the sign in `[{sign}]` is neither `x` nor a space."
        at += 1
        reason = []
        while at < len(lines) and (said := _REASON.match(lines[at])):
            reason.append(said[1])
            at += 1
        question.answers.append(Answer((found["text"] or "").strip(), sign in ("x", "X"), "\n".join(reason).strip()))
    if at < len(lines) and _REASON.match(lines[at]) and any(_OPTION.match(line) for line in lines[at:]):
        return "a blank line parts the reason of an option from its option. Remove it."
    explain(question, _without_headings(quiz, lines[at:]))
    return ""


def _read_blanks(quiz: Quiz, question: ImportedQuestion, lines: list[str]) -> str:
    question.kind = "fill"
    cut = next((at for at, line in enumerate(lines) if line.strip() == "---"), len(lines))
    answers: list[list[Answer]] = []

    def place(found: re.Match[str]) -> str:
        answers.append([to_answer(found[1].strip())])
        return BLANK_MARK

    stem = _BLANK.sub(place, "\n".join(trim_lines(lines[:cut])))
    if not answers:
        return "its answers are all below the `---`."
    put_answers(question, stem, answers)
    explain(question, _without_headings(quiz, lines[cut + 1 :]))
    return ""


def _read_old(quiz: Quiz, question: ImportedQuestion, lines: list[str]) -> str:
    """Read the form before 1.0: `question:`, `answer:`, `answer-correct:` and `content:`."""
    content: list[str] | None = None
    for line in lines:
        key, colon, text = line.partition(":")
        if content is not None:
            content.append(line)
        elif colon and key.strip() == "question":
            question.stem = text.strip()
        elif colon and key.strip() in ("answer", "answer-correct"):
            question.answers.append(Answer(text.strip(), key.strip() == "answer-correct"))
        elif colon and key.strip() == "content":
            content = [text.strip()]
        elif line.strip():
            return f"the line `{line.strip()[:60]}` is neither a question nor an answer."
    explain(question, _without_headings(quiz, content or []))
    return ""


def _without_headings(quiz: Quiz, lines: Sequence[str]) -> list[str]:
    """What is shown after an answer. Headings in it become bold text: those of a page are its own."""
    rows = trim_lines(lines)
    for at, line in outside_code(list(rows)):
        if found := _HEADING.match(line):
            quiz.note(quiz.start + 1, f"the heading `{found['text'][:60]}` in its content becomes bold text.")
            text = found["text"].rstrip(": ")
            rows[at] = f"**{text}**" if text and "**" not in text else text
    return rows


RIVAL = Rival(
    name="mkdocs-quiz",
    summary="The quizzes of mkdocs-quiz: <quiz> around options or blanks.",
    find=_find,
    leftovers=(
        (
            re.compile(r"<!--\s*mkdocs-quiz\s+(?:intro|results)\s*-->"),
            "this comment of mkdocs-quiz does nothing here. A `/// progress` block shows results.",
        ),
    ),
)
