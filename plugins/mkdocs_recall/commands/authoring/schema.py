"""`recall schema`: a JSON schema by which editors complete and check the options of a site."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..base import Command
from ..reports.problem_report import to_json
from ..streams import print_content


class SchemaCommand(Command):
    """Prints the schema."""

    name = "schema"
    summary = "Print a JSON schema of the options in mkdocs.yml, for editors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Nothing: the options are the same for all sites."""

    def run(self, asked: Namespace) -> bool:
        """Print it."""
        from ...config import make_schema  # Only this command needs the classes of MkDocs.

        print_content(to_json(make_schema()))
        return False
