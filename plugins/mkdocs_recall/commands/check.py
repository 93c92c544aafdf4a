"""`recall check`: all problems of a site's questions, from their sources."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

from ..assets import FOLDER
from ..kinds import Item
from ..model.problems import Problem
from ..model.rule_names import Rule
from ..model.spelling import nearest
from ..model.text import to_line
from ..site.past.changes import find_vanished
from ..site.past.commit import site_at
from ..site.reader import Site
from ..site.settings import OWN_NAMES, Settings
from ..site.sources.files import to_path
from ..ui import words
from ..verifier import check_claims, collect_claims
from .base import Command, Misuse, add_paths, inside_of, read_asked
from .publishing.assets import find_outdated
from .reports.problem_report import add_format, print_problems

_WRITERS = frozenset(
    ("macros", "gen-files", "include-markdown", "markdown-exec", "mkdocstrings", "monorepo", "multirepo")
)
"""Plugins of MkDocs that generate text in pages, or whole pages."""


_ALONE = (
    "Zensical runs no plugins, so it publishes your questions as text with their answers. "
    "List `recall` under `markdown_extensions` too."
)
_UNSHARED = (
    "Zensical does not see options under `plugins`, here {names}. Set them under `markdown_extensions` instead, where "
    "the plugin finds them too."
)
_OUTDATED = "{folder} has files of another version of mkdocs-recall. Run `recall assets {docs}`."


class CheckCommand(Command):
    """All problems at once, sorted by place."""

    name = "check"
    summary = "Find problems in questions without building the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths, form and choice of rules."""
        add_paths(parser)
        add_format(parser)
        what = "whether warnings give exit code 1 as well (default: error)"
        parser.add_argument("--fail-on", choices=("error", "warning"), default="error", help=what)
        parser.add_argument("--base", metavar="COMMIT", help="also report ids that were renamed since this commit")
        parser.add_argument("--rule", action="append", metavar="NAME", help="report only this rule; may be repeated")

    def run(self, asked: Namespace) -> bool:
        """Print the problems; whether there are errors among them or, if asked, warnings."""
        check_names(asked.rule or ())
        site = read_asked(asked)
        settings = site.settings
        found = sorted([*site.problems(), *check_claims(collect_claims(site), settings.root)])
        if asked.base:
            with site_at(settings, asked.base) as before:
                found = sorted([*found, *find_vanished(before, site)])
        problems = choose(site, found, asked.paths, asked.rule)
        items = sum(isinstance(each.block, Item) for page in site.pages for each in page.all_entries())
        print_problems(problems, form=asked.format, items=items, pages=len(site.pages), root=settings.root)
        warnings = list(warn_of_zensical(settings))
        for warning in warnings:
            print(to_line(f"warning: {warning}"), file=sys.stderr)
        if asked.format == "text":
            for name in sorted(_WRITERS & settings.plugins.keys()):
                print(f"The plugin `{name}` generates text. Only a build checks the questions in it.")
        if asked.fail_on == "warning":
            return bool(problems or warnings)
        return any(problem.severity == "error" for problem in problems)


def warn_of_zensical(settings: Settings) -> Iterator[str]:
    """What does not work in a site that Zensical may build, as it runs no plugins."""
    if settings.file is None or not (settings.file.suffix == ".toml" or find_spec("zensical")):
        return
    listed, plugin = (any(name in each for name in OWN_NAMES) for each in (settings.extensions, settings.plugins))
    if plugin and not listed:
        yield _ALONE
    if listed and settings.unshared:
        yield _UNSHARED.format(names=", ".join(f"`{name}`" for name in settings.unshared))
    if listed and any(find_outdated(settings.docs, words(settings.language))):
        docs = to_path(settings.docs, settings.root)
        yield _OUTDATED.format(folder=f"{docs}/{FOLDER}", docs=docs)


def check_names(rules: Iterable[str]) -> None:
    """Refuse names that no rule has."""
    known = get_args(Rule)
    for rule in rules:
        if rule not in known:
            near = nearest(rule, known, within=3)
            raise Misuse(f"there is no rule `{rule}`." + (f" Did you mean `{near}`?" if near else ""))


def choose(
    site: Site, problems: Sequence[Problem], paths: Sequence[Path], rules: Sequence[str] | None
) -> list[Problem]:
    """Those problems that were asked for."""
    inside = inside_of(paths)
    return [
        problem
        for problem in problems
        if (not rules or problem.rule in rules) and (not paths or inside(site.settings.root / problem.path))
    ]
