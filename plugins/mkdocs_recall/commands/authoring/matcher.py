"""`recall matcher`: how editors and services find the problems in the text that `recall check` prints."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..base import Command
from ..reports.problem_report import to_json
from ..streams import print_content

AT_LINE = r"^(.+?):(\d+): (error|warning) ([a-z][a-z-]*): (.*)$"
"""A problem with a line: file, line, severity, rule and message."""

IN_FILE = r"^(?!.+?:\d+: (?:error|warning) )(.+?): (error|warning) ([a-z][a-z-]*): (.*)$"
"""A problem of a whole file: file, severity, rule and message."""


class MatcherCommand(Command):
    """Prints a problem matcher."""

    name = "matcher"
    summary = "Print a problem matcher for what `recall check` prints: tasks of VS Code, or GitHub Actions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who reads it."""
        parser.add_argument("reader", choices=("vscode", "github"), help="the program that reads the output")

    def run(self, asked: Namespace) -> bool:
        """Print it."""
        print_content(to_json(make_tasks() if asked.reader == "vscode" else make_github_matcher()))
        return False


def make_github_matcher() -> dict[str, object]:
    """A file for the workflow command `add-matcher` of GitHub Actions."""
    at_line = {"regexp": AT_LINE, "file": 1, "line": 2, "severity": 3, "code": 4, "message": 5}
    in_file = {"regexp": IN_FILE, "file": 1, "severity": 2, "code": 3, "message": 4}
    return {
        "problemMatcher": [
            {"owner": "recall", "pattern": [at_line]},
            {"owner": "recall-file", "pattern": [in_file]},
        ]
    }


def make_tasks() -> dict[str, object]:
    """A tasks.json for VS Code: a task that lists the problems of the site in the panel Problems."""
    shared = {"owner": "recall", "source": "recall", "fileLocation": ["relative", "${workspaceFolder}"]}
    at_line = {"regexp": AT_LINE, "file": 1, "line": 2, "severity": 3, "code": 4, "message": 5}
    in_file = {"regexp": IN_FILE, "kind": "file", "file": 1, "severity": 2, "code": 3, "message": 4}
    task = {
        "label": "recall check",
        "type": "shell",
        "command": "recall check",
        "group": "test",
        "presentation": {"reveal": "silent"},
        "problemMatcher": [{**shared, "pattern": at_line}, {**shared, "pattern": in_file}],
    }
    return {"version": "2.0.0", "tasks": [task]}
