"""`recall stats`: what a site's questions are like, topic by topic."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from ..check import read_site
from ..stats import as_data, count_topics, write_topics
from .base import Command, find_settings


class StatsCommand(Command):
    """Kinds, levels, objectives, reasons and keys of each topic, and what it lacks."""

    name = "stats"
    summary = "Count questions by topic, level and objective, and say what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The form."""
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how the numbers are written")

    def run(self, asked: Namespace) -> bool:
        """Print them."""
        settings = find_settings(asked)
        topics = count_topics(read_site(settings).pages, settings.levels)
        if asked.format == "json":
            print(json.dumps(as_data(topics, settings.levels), ensure_ascii=False, indent=2))
        else:
            for line in write_topics(topics, settings.levels):
                print(line)
        return False
