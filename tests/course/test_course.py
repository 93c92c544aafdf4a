"""Check the code in the course's questions: each block has a script, and each key is what that script printed."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from paths import ROOT, TESTS

SCRIPTS = TESTS / "course"
MARK = "# --- as shown ---\n"
NEEDED = ("torch", "transformers", "accelerate", "sklearn")

QUESTION = re.compile(r"^/// mcq \| (?P<id>\S+)[^\n]*\n(?P<body>.*?)^///$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"^- \[(?P<mark>[ x])\] (?P<text>.+)$", re.MULTILINE)
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
CODE_SPAN = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A choice question, as far as these tests need it."""

    id: str
    page: str
    code: tuple[str, ...]
    shown_output: tuple[str, ...]
    keys: tuple[str, ...]
    distractors: tuple[str, ...]


def read_questions(page: Path) -> list[Question]:
    """Return the choice questions of a page; a small stand-in for the parser of mkdocs_recall."""
    questions = []
    for found in QUESTION.finditer(page.read_text(encoding="utf-8")):
        stem = OPTION.split(found["body"], maxsplit=1)[0]
        fences = list(FENCE.finditer(stem))
        options = list(OPTION.finditer(found["body"]))
        questions.append(
            Question(
                id=found["id"],
                page=page.stem,
                code=tuple(fence["code"] for fence in fences if fence["language"] == "python"),
                shown_output=tuple(fence["code"] for fence in fences if fence["language"] == "text"),
                keys=tuple(option["text"] for option in options if option["mark"] == "x"),
                distractors=tuple(option["text"] for option in options if option["mark"] == " "),
            )
        )
    return questions


def read_course() -> list[Question]:
    pages = sorted((ROOT / "docs" / "topics").glob("*.md"))
    return [question for page in pages for question in read_questions(page)]


QUESTIONS = read_course()
WITH_CODE = [pytest.param(question, id=question.id) for question in QUESTIONS if question.code]


def script_of(question: Question) -> Path:
    return SCRIPTS / question.page / f"{question.id}.py"


def stored_output(question: Question) -> list[str]:
    return script_of(question).with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_there_is_code_to_check() -> None:
    assert WITH_CODE


def test_files_and_questions_belong_together() -> None:
    scripts = [script_of(question) for question in QUESTIONS if question.code]
    expected = {*scripts, *(script.with_suffix(".txt") for script in scripts)}
    assert {path for path in SCRIPTS.glob("*/*") if path.suffix in (".py", ".txt")} == expected


@pytest.mark.parametrize("question", WITH_CODE)
def test_the_page_shows_the_code_that_was_run(question: Question) -> None:
    script = script_of(question).read_text(encoding="utf-8")
    assert script.count(MARK) == 1
    assert (script.split(MARK)[1],) == question.code


@pytest.mark.parametrize("question", WITH_CODE)
def test_the_page_states_what_the_code_gave(question: Question) -> None:
    result = stored_output(question)[-1]
    if question.shown_output:
        assert question.shown_output[-1].splitlines()[-1] == result
    else:
        assert any(result in CODE_SPAN.findall(key) for key in question.keys)
        assert not any(result in CODE_SPAN.findall(distractor) for distractor in question.distractors)


@pytest.mark.verify
@pytest.mark.skipif(not all(map(find_spec, NEEDED)), reason="needs " + ", ".join(NEEDED))
@pytest.mark.parametrize("question", WITH_CODE)
def test_running_the_code_gives_the_stored_output(question: Question, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(script_of(question))],
        cwd=tmp_path,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    output = run.stdout.splitlines()
    if run.returncode:
        output.append(run.stderr.rstrip().splitlines()[-1])
    assert output == stored_output(question)
