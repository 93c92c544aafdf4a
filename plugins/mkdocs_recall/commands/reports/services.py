"""Problems in the forms of GitHub, GitLab, and of all that read SARIF."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import quote

from ...model.problems import Problem
from ...model.rule_names import QUALITY
from ...model.text import escape_controls, to_line
from .places import find_fingerprints

_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SEVERITIES = {"error": "major", "warning": "minor"}
"""What GitLab calls them. Its others are info, critical and blocker."""


def write_annotation(severity: str, path: str, line: int, title: str, message: str) -> str:
    """A workflow command of GitHub Actions, which shows a message at a line of the pull request.

    Without a path it is shown with the job.
    """
    place = f"file={_property(path)},line={max(line, 1)}," if path else ""
    return f"::{severity} {place}title={_property(title)}::{_data(message)}"


def write_problem_annotation(problem: Problem) -> str:
    """The annotation of a problem."""
    item = name_item(problem)
    title = f"{problem.rule}: {item}" if item else problem.rule
    return write_annotation(problem.severity, problem.path, problem.line, title, problem.message)


def make_code_quality(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """A Code Quality report of GitLab: the fields that its documentation requires of each entry, and no others."""
    return [
        {
            "description": _describe(each),
            "check_name": each.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.severity],
            "location": {"path": each.path, "lines": {"begin": max(each.line, 1)}},
        }
        for each, fingerprint in zip(problems, find_fingerprints(problems), strict=True)
    ]


def make_sarif(problems: Sequence[Problem]) -> dict[str, object]:
    """A log of SARIF 2.1.0 with the rules that found something."""
    rules = sorted({each.rule for each in problems})
    driver = {
        "name": "recall",
        "fullName": "mkdocs-recall",
        "version": version("mkdocs-recall"),
        "rules": [_describe_rule(rule) for rule in rules],
    }
    results = [
        {
            "ruleId": each.rule,
            "ruleIndex": rules.index(each.rule),
            "level": each.severity,
            "message": {"text": _describe(each)},
            "locations": [{"physicalLocation": _locate(each)}],
            "partialFingerprints": {"recallProblem/v1": fingerprint},
        }
        for each, fingerprint in zip(problems, find_fingerprints(problems), strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def name_item(problem: Problem) -> str:
    """Kind and id of the item that has a problem, as far as there are any."""
    return " ".join(filter(None, (problem.kind, problem.id)))


def _describe(problem: Problem) -> str:
    item = name_item(problem)
    return to_line(f"{item}: {problem.message}" if item else problem.message)


def _describe_rule(rule: str) -> dict[str, object]:
    quality = rule in QUALITY
    page = "Quality" if quality else "Messages"
    what = "A question that could be better." if quality else "A mistake in a question or a page."
    return {
        "id": rule,
        "shortDescription": {"text": rule.replace("-", " ").capitalize()},
        "fullDescription": {"text": what},
        "help": {"text": f"The page {page} in the reference of mkdocs-recall explains {rule}."},
        "defaultConfiguration": {"level": "warning" if quality else "error"},
    }


def _locate(problem: Problem) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": quote(os.fsencode(problem.path)), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": max(problem.line, 1)},
    }


def _data(text: str) -> str:
    return escape_controls(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
