"""`recall diff`: the questions that changed since a commit, as Markdown or annotations for a pull request."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from ..site.past.changes import compare
from ..site.past.commit import site_at
from ..site.reader import Site, read_site
from ..site.statistics import Statistic, count_topics, total
from .base import Command, find_settings
from .reports.diff_report import write_change_annotations, write_changes
from .streams import print_command, print_content


class DiffCommand(Command):
    """Added, changed and removed questions with their keys and reasons, and the balance before and after."""

    name = "diff"
    summary = "Show the questions that changed since a commit, as Markdown with their keys and reasons."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The commit, and the form."""
        parser.add_argument("commit", help="the commit to compare with, such as origin/main")
        what = "Markdown for a summary, or a notice at each changed question for GitHub (default: markdown)"
        parser.add_argument("--format", choices=("markdown", "github"), default="markdown", help=what)

    def run(self, asked: Namespace) -> bool:
        """Print the changes."""
        settings = find_settings(asked)
        after = read_site(settings)
        with site_at(settings, asked.commit) as before:
            changes = compare(before, after)
            main = after.languages[0] or before.languages[0]
            named = dict.fromkeys(each or main for each in (*after.languages, *before.languages))
            rows = [
                row for each in named for row in _balance(each, _total(before, each, main), _total(after, each, main))
            ]
        if asked.format == "github":
            for line in write_change_annotations(changes, settings.root):
                print_command(line)
            return False
        counts = (
            f"{len(found)} {word}"
            for found, word in ((changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed"))
        )
        print(f"## Questions: {', '.join(counts)}\n")
        for line in (*rows, *write_changes(changes)):
            print_content(line)
        return False


def _total(site: Site, language: str, main: str) -> Sequence[Statistic]:
    """The questions in a language; `main` is that of all pages where the site has only one."""
    pages = site.pages if language == main and site.languages == [""] else site.pages_in(language)
    return total(count_topics(pages, site.settings.levels), site.settings.levels)


def _balance(language: str, before: Sequence[Statistic], after: Sequence[Statistic]) -> Iterator[str]:
    """The bank before and after, as a table."""
    old, new = dict(before), dict(after)
    yield f"| All questions{f' in {language}' if language else ''} | Before | After |"
    yield "| --- | --- | --- |"
    for name in dict.fromkeys((*old, *new)):
        yield f"| {name} | {old.get(name, '')} | {new.get(name, '')} |"
    yield ""
