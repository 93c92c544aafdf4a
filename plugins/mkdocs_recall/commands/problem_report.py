"""Problems as text for people, as JSON, and as annotations of a pull request on GitHub."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict

from ..model.problems import Problem
from ..model.text import count, escape_controls, escape_json
from .streams import print_command

FORMATS = ("text", "json", "github")


def add_format(parser: ArgumentParser) -> None:
    """Let a command take the form of its report, for `print_problems`."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the problems")


def print_problems(problems: Sequence[Problem], *, form: str, items: int, pages: int) -> None:
    """Print the problems in one of the `FORMATS`."""
    if form == "json":
        found = [asdict(problem) for problem in problems]
        print(to_json({"items": items, "pages": pages, "problems": found}))
        return
    for problem in problems:
        if form == "github":
            print_command(_annotation(problem))
        else:
            print(problem)
    print(summary(problems, items=items, pages=pages))


def to_json(data: object) -> str:
    """Data as JSON, with escapes only where the output could not hold the characters themselves."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=2)
    return escape_json(text)


def summary(problems: Sequence[Problem], *, items: int, pages: int) -> str:
    """How much was read and what was found, in a sentence."""
    counts = [
        count(sum(problem.severity == severity for problem in problems), severity) for severity in ("error", "warning")
    ]
    return f"{counts[0]} and {counts[1]} in {count(items, 'item')} on {count(pages, 'page')}."


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions, which shows the problem at its line of the pull request."""
    item = " ".join(filter(None, (problem.kind, problem.id)))
    place = f"file={_property(problem.path)},line={max(problem.line, 1)}"
    title = _property(f"{problem.rule}: {item}" if item else problem.rule)
    return f"::{problem.severity} {place},title={title}::{_data(problem.message)}"


def _data(text: str) -> str:
    return escape_controls(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
