"""`recall verify`: run the scripts that pages name, and compare their output with what the pages say."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from ..model.text import count
from ..verifier import Report, collect_claims, commands_of, verify_claims
from .base import Command, Misuse, add_paths, inside_of, read_asked
from .reports.problem_report import add_format, print_problems
from .streams import is_watched, print_progress

DEFAULT_SECONDS = 300
"""How long a script may run."""


class VerifyCommand(Command):
    """Runs code of the site. No other command does, and no build."""

    name = "verify"
    summary = "Run the scripts that questions and lessons name, and compare their output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths, form, ids, time limit and how many at once."""
        add_paths(parser)
        add_format(parser)
        parser.add_argument("--id", action="append", metavar="ID", help="verify only this item; may be repeated")
        limit = f"seconds that a script may run (default: {DEFAULT_SECONDS})"
        parser.add_argument("--timeout", type=_positive, default=DEFAULT_SECONDS, metavar="SECONDS", help=limit)
        jobs = "how many scripts run at once (default: one per processor core)"
        parser.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help=jobs)

    def run(self, asked: Namespace) -> bool:
        """Print the problems; whether there are any."""
        site = read_asked(asked)
        settings, inside = site.settings, inside_of(asked.paths)
        try:
            commands = commands_of(settings.verify, settings.root)
        except ValueError as error:
            raise Misuse(str(error)) from None
        claims = [
            claim
            for claim in collect_claims(site)
            if inside(settings.root / claim.path) and (not asked.id or claim.id in asked.id)
        ]
        if unknown := set(asked.id or ()) - {claim.id for claim in claims}:
            raise Misuse(f"no item with the id {', '.join(sorted(unknown))} names a script with `run=`.")
        tell = _progress if asked.format == "text" and is_watched() else _nothing
        report = verify_claims(claims, settings.root, commands, seconds=asked.timeout, jobs=int(asked.jobs), tell=tell)
        items = sum(bool(claim.id) for claim in claims)
        pages = len({claim.path for claim in claims})
        print_problems(report.problems, form=asked.format, items=items, pages=pages, root=settings.root)
        if asked.format == "text":
            print(_summary(report, report.claims - items))
        return bool(report.problems)


def _summary(report: Report, fences: int) -> str:
    how = (
        "Each had a network namespace of its own, without a network."
        if report.namespaces
        else "This machine allows no network namespaces: connections were blocked inside Python only."
    )
    return f"Ran {count(report.scripts, 'script')} for these and for {count(fences, 'code block')} of lessons. {how}"


def _progress(script: str, done: int, total: int) -> None:
    print_progress(f"{done} of {total}: {script}")


def _nothing(script: str, done: int, total: int) -> None:
    """Say nothing, since the output may be read by a program."""


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < 10**6:
        raise ArgumentTypeError("must be a number above 0")
    return value
