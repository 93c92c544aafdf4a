"""Problems as text for people, as JSON, and in the forms of services that show them in a pull request."""

from __future__ import annotations

import codecs
import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from ...model.problems import Problem
from ...model.text import count, escape_json
from ..streams import print_command
from .places import in_repository
from .services import make_code_quality, make_sarif, write_problem_annotation

FORMATS = ("text", "json", "github", "gitlab", "sarif")


def add_format(parser: ArgumentParser) -> None:
    """Let a command take the form of its report, for `print_problems`."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the problems")


def print_problems(problems: Sequence[Problem], *, form: str, items: int, pages: int, root: Path) -> None:
    """Print the problems of the project in `root`, in one of the `FORMATS`."""
    match form:
        case "json":
            found = [asdict(problem) for problem in problems]
            print(to_json({"items": items, "pages": pages, "problems": found}))
        case "gitlab":
            print(to_json(make_code_quality(in_repository(problems, root))))
        case "sarif":
            print(to_json(make_sarif(in_repository(problems, root))))
        case "github":
            for problem in in_repository(problems, root):
                print_command(write_problem_annotation(problem))
            print(summary(problems, items=items, pages=pages))
        case _:
            for problem in problems:
                print(problem)
            print(summary(problems, items=items, pages=pages))


def to_json(data: object) -> str:
    """Data as JSON, which has to be in UTF-8. Where the output is not, all but ASCII is escaped."""
    is_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    text = json.dumps(data, ensure_ascii=not is_utf8, indent=2)
    try:
        text.encode()
    except UnicodeEncodeError:  # The name of a file that is not in UTF-8.
        text = json.dumps(data, indent=2)
    return escape_json(text)


def summary(problems: Sequence[Problem], *, items: int, pages: int) -> str:
    """How much was read and what was found, in a sentence."""
    counts = [
        count(sum(problem.severity == severity for problem in problems), severity) for severity in ("error", "warning")
    ]
    return f"{counts[0]} and {counts[1]} in {count(items, 'item')} on {count(pages, 'page')}."
