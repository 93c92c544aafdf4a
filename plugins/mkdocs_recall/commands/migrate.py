"""`recall migrate`: quizzes of another MkDocs plugin as questions, in place."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..imports.rivals import RIVALS, Migrated, migrate_page
from ..model.identity import ID
from ..model.text import count, to_line
from ..site.sources.files import to_path
from .base import Command, Misuse, add_paths, inside_of, read_asked
from .files import read_page, write_page
from .fmt import write_patch
from .streams import print_content


class MigrateCommand(Command):
    """Shows what would change or, with `--write`, changes it; names each quiz that cannot be carried."""

    name = "migrate"
    summary = "Turn the quizzes of another MkDocs plugin into questions. Shows a diff first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A command for each plugin, with the pages."""
        plugins = parser.add_subparsers(dest="rival", required=True, metavar="PLUGIN")
        for each in RIVALS.values():
            summary = each.summary
            sub = plugins.add_parser(each.name, help=summary, description=summary)
            add_paths(sub)
            sub.add_argument(
                "-f", "--config-file", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS
            )
            sub.add_argument("--write", action="store_true", help="change the pages; else only show what would change")
            sub.add_argument("--prefix", default="", help="what all ids begin with, such as `ft-`")

    def run(self, asked: Namespace) -> bool:
        """Change the pages; whether quizzes were left as they are."""
        if asked.prefix and not ID.fullmatch(f"{asked.prefix}a"):
            raise Misuse(f"--prefix cannot be `{asked.prefix}`: ids have lower-case letters, digits, `.`, `_` and `-`.")
        site = read_asked(asked)
        settings, inside = site.settings, inside_of(asked.paths)
        taken = {id for _, id in site.bank.owners}
        done = changed = left = 0
        for path in sorted(site.files):
            file = settings.root / path
            if not inside(file):
                continue
            name = to_path(file, settings.root)
            text, unreadable = read_page(file, name)
            if unreadable:
                print(unreadable, file=sys.stderr)
                left += 1
                continue
            made = migrate_page(
                text,
                RIVALS[asked.rival],
                levels=settings.levels,
                language=settings.language,
                taken=taken,
                prefix=asked.prefix,
            )
            taken |= {id.rpartition(" ")[2] for _, id in made.rows}
            if made.text != text and asked.write and (problem := write_page(file, made.text)):
                print(to_line(f"{name}: not changed: {problem}"), file=sys.stderr)
                left += 1
                continue
            done += len(made.rows)
            left += len(made.left)
            changed += made.text != text
            _tell(name, text, made, asked)
        verb = "changed" if asked.write else "would change"
        end = f" {left:,} left as {'it is' if left == 1 else 'they are'}." if left else ""
        hint = "" if asked.write or not changed else " Nothing was written: add --write."
        print(f"{count(done, 'question')} on {count(changed, 'page')} {verb}.{end}{hint}")
        return bool(left)


def _tell(name: str, before: str, made: Migrated, asked: Namespace) -> None:
    if not asked.write:
        for line in write_patch(to_line(name), before, made.text):
            print_content(line)
    for at, what in made.notes:
        print(to_line(f"{name}:{at}: note: {what}"), file=sys.stderr)
    for at, why in made.left:
        print(to_line(f"{name}:{at}: left as it was: {why}"), file=sys.stderr)
