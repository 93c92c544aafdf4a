"""`recall stats`: what a site's questions are like, topic by topic."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..model.text import to_line
from ..site.statistics import as_data, count_topics, write_topics
from .base import Command, add_paths, inside_of, read_asked
from .reports.problem_report import to_json


class StatsCommand(Command):
    """Kinds, levels, objectives, reasons and keys of each topic, and what it lacks."""

    name = "stats"
    summary = "Count questions by topic, level and objective, and show what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths and form."""
        add_paths(parser)
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the numbers")

    def run(self, asked: Namespace) -> bool:
        """Print them."""
        site = read_asked(asked)
        settings, inside = site.settings, inside_of(asked.paths)
        counted = {
            language: count_topics(
                [page for page in site.pages_in(language) if inside(settings.root / page.page.path)],
                settings.levels,
                site.pools(language),
            )
            for language in site.languages
        }
        if asked.format == "json":
            found = [row for language, topics in counted.items() for row in as_data(topics, settings.levels, language)]
            print(to_json(found))
            return False
        for number, (language, topics) in enumerate(counted.items()):
            print(*[""] * bool(number), *map(to_line, write_topics(topics, settings.levels, language)), sep="\n")
        return False
