"""`recall build-data`: writes what the pages of a built site need of each other."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ...assets import FOLDER
from ...extension.run_links import publish_scripts
from ...model.text import count, to_line
from ...site.published.built_site import BuiltSite, NotBuilt, find_leftovers
from ...site.reader import read_site
from ...ui import words
from ..base import Command, Misuse, find_settings
from .assets import check_folder, find_files, write_file


class BuildDataCommand(Command):
    """Reads the built pages, so that each item is shown elsewhere as its page shows it."""

    name = "build-data"
    summary = "Write what review, progress and tests over several pages need into a built site, as the plugin does."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="the built site")

    def run(self, asked: Namespace) -> bool:
        """Write the data; whether a page is of other sources or of another version, or there is no script."""
        check_folder(asked.folder)
        settings = find_settings(asked)
        say = words(settings.language, settings.page_language)
        built = BuiltSite(read_site(settings), asked.folder, say)
        try:
            data = built.read()
        except NotBuilt:
            raise Misuse(f"{asked.folder} has no page with questions of this site. Build the site first.") from None
        files = dict(data.write())
        for uri, content in files.items():
            write_file(asked.folder / uri, content)
        for file in find_leftovers(asked.folder, list(files)):
            file.unlink()
        items = [item for page in data.pages for item in page.page.items.items()]
        publish_scripts(items, str(settings.root), str(asked.folder))
        held = sum(len(page.items) for page in data.pages)
        print(f"Wrote {count(held, 'item')} on {count(len(data.pages), 'page')} to {asked.folder / FOLDER}.")
        for path in built.missing:
            print(to_line(f"{path} is not in {asked.folder}, so other pages leave its questions out."))
        warnings = [f"{what} Build the site again, without its cache." for what in built.outdated]
        if any(not (asked.folder / uri).is_file() for uri in find_files(say)):
            lacks = f"{asked.folder / FOLDER} lacks the script or the style of this version."
            warnings.append(f"{lacks} Run `recall assets {asked.folder}`.")
        for warning in warnings:
            print(to_line(f"warning: {warning}"), file=sys.stderr)
        return bool(warnings)
