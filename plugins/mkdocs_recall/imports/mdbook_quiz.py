"""The questions of mdbook-quiz, in TOML."""

from __future__ import annotations

import re
import tomllib
from argparse import Namespace
from collections.abc import Mapping

from .base import ImportFormat, Incoming, UnreadableFile
from .question import Answer, ImportedQuestion
from .texts.plain import write_block, write_code

_QUESTION = re.compile(r"^[ \t]*\[\[[ \t]*questions[ \t]*\]\]", re.MULTILINE)
_KNOWN = frozenset(("type", "prompt", "answer", "context", "id"))

_Data = Mapping[str, object]


def read_mdbook_quiz(incoming: Incoming, asked: Namespace) -> None:
    """Read all questions of a file."""
    text = incoming.text().removeprefix("\ufeff")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise UnreadableFile(f"it is no TOML: {error}.") from None
    except RecursionError:
        raise UnreadableFile("its values are nested too deeply.") from None
    listed = data.get("questions")
    if not isinstance(listed, list):
        raise UnreadableFile("it has no `[[questions]]`.")
    lines = [text.count("\n", 0, found.start()) + 1 for found in _QUESTION.finditer(text)]
    for at, each in enumerate(listed):
        line = lines[at] if len(lines) == len(listed) else 1
        if not isinstance(each, dict):
            incoming.refuse(line, "it is no table.")
        elif question := _read(incoming, each, line):
            incoming.questions.append(question)


def _read(incoming: Incoming, data: _Data, line: int) -> ImportedQuestion | None:
    kind, prompt, answer = str(data.get("type")), _table(data.get("prompt")), _table(data.get("answer"))
    question = ImportedQuestion(line=line, kind="mcq", id=_text(data.get("id")))
    question.stem = incoming.markdown(_text(prompt.get("prompt")), line)
    for name in sorted(data.keys() - _KNOWN):
        incoming.note(line, f"`{name[:40]}` is left out.")
    match kind:
        case "MultipleChoice":
            _choice(incoming, question, prompt, answer)
        case "ShortAnswer":
            question.kind = "fill"
            texts = [_text(answer.get("answer")), *map(_text, _list(answer.get("alternatives")))]
            code = prompt.get("response") == "code"
            question.answers = [Answer(write_code(text) if code else incoming.line(text)) for text in texts]
        case "Tracing":
            if not _trace(incoming, question, prompt, answer):
                return None
        case _:
            incoming.refuse(line, f"there is no kind for questions of the type `{kind[:40]}`.")
            return None
    question.add("explanation", incoming.markdown(_text(data.get("context")), line))
    return question


def _choice(incoming: Incoming, question: ImportedQuestion, prompt: _Data, answer: _Data) -> None:
    """All right answers have to be ticked there too. `answerIndex` fixes the order."""
    line, right = question.line, answer.get("answer")
    keys = [_text(each) for each in right] if isinstance(right, list) else [_text(right)]
    wrong = [_text(each) for each in _list(prompt.get("distractors"))]
    options = [Answer(incoming.markdown(text, line, option=True), True) for text in keys if text]
    others = [Answer(incoming.markdown(text, line, option=True), False) for text in wrong]
    at = answer.get("answerIndex")
    if isinstance(at, int) and 0 <= at <= len(others):
        question.settings["order"] = "fixed"
        question.answers = [*others[:at], *options, *others[at:]]
    else:
        question.answers = [*options, *others]


def _trace(incoming: Incoming, question: ImportedQuestion, prompt: _Data, answer: _Data) -> bool:
    """A program, and what it prints. One that does not compile is no question with an answer to type."""
    if answer.get("doesCompile") is not True:
        incoming.refuse(question.line, "it asks whether a program compiles, and where not: there is no kind for that.")
        return False
    program = write_block(_text(prompt.get("program")), "rust")
    question.kind = "fill"
    question.stem = "\n\n".join(filter(None, (question.stem, "What does this program print?", program)))
    question.answers = [Answer(write_code(_text(answer.get("stdout")).strip()))]
    if "\n" in _text(answer.get("stdout")).strip():
        incoming.refuse(question.line, "the program prints several lines, which nobody can type into a field.")
        return False
    return True


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _table(value: object) -> _Data:
    return value if isinstance(value, dict) else {}


IMPORT_FORMAT = ImportFormat(
    name="mdbook-quiz", summary="The questions of mdbook-quiz, in TOML.", read=read_mdbook_quiz
)
