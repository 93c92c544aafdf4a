"""`recall offline`: a built site as one file, to be opened from disk."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...model.text import to_line
from ...offline.from_disk import find_hindrances, pack_site
from ..base import Command, Misuse
from ..files import replace_file


class OfflineCommand(Command):
    """Packs what a build has written, and names what of it needs a connection."""

    name = "offline"
    summary = "Pack a built site into one zip that opens from disk, and name what of it needs a connection."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder of the site, and the file to write."""
        parser.add_argument(
            "site", nargs="?", type=Path, default=Path("site"), help="folder of the built site (default: site)"
        )
        parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="the zip to write")

    def run(self, asked: Namespace) -> bool:
        """Write the file; whether something of the site needs a connection."""
        if not (asked.site / "index.html").is_file():
            raise Misuse(f"there is no built site in {asked.site}. Build it with `mkdocs build`, or name its folder.")
        if asked.output.resolve().is_relative_to(asked.site.resolve()):
            raise Misuse("the zip would be part of the site. Write it somewhere else.")
        replace_file(asked.output, pack_site(asked.site, asked.output.stem))
        hindrances = list(find_hindrances(asked.site))
        for each in hindrances:
            print(to_line(f"recall offline: {each}"), file=sys.stderr)
        return bool(hindrances)
