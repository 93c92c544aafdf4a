"""`recall init`: a new site with a topic, its test, a review, a page of progress, and workflows."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterator
from pathlib import Path

from ...model.text import count, to_line
from ...site.sources.files import resolve
from ...skeletons import EXAMPLE_TITLE
from ...skeletons.site import new_site
from ..base import Command, Misuse
from ..files import replace_file


class InitCommand(Command):
    """Writes the files of a site, or none of them."""

    name = "init"
    summary = "Start a new site: a topic with its test, a review, a page of progress, and workflows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Place and name."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="where to write it; created if needed")
        what = "the name of the site (default: made from that of the folder)"
        parser.add_argument("--name", dest="site_name", default="", help=what)
        what = "the subject of its first topic, which is about leap years until you rewrite it"
        parser.add_argument("--topic", default=EXAMPLE_TITLE, metavar="TITLE", help=what)

    def run(self, asked: Namespace) -> bool:
        """Write the files, unless one of them is there."""
        folder: Path = asked.folder
        name = asked.site_name or _make_name(folder)
        try:
            made = new_site(name, asked.topic, wheels=any((folder / "wheels").glob("mkdocs_recall-*.whl")))
        except ValueError as error:
            raise Misuse(f"{error} Give another with --name or --topic.") from None
        if there := list(_find_obstacles(folder, made)):
            listed = ", ".join(map(str, there))
            verb = "exists" if len(there) == 1 else "exist"
            raise Misuse(f"{listed} already {verb}. Nothing was written. Name another folder, or move what is there.")
        for path, text in made.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, text.encode())
            print(to_line(f"{file}: written"))
        print(f"Wrote {count(len(made), 'file')}. Next, in {to_line(str(folder))}:")
        print("  python3 -m pip install --requirement requirements.txt")
        print("  mkdocs serve")
        return False


def _make_name(folder: Path) -> str:
    """The name of a folder as that of a site: `my-course` becomes "My course"."""
    words = os.fsencode(resolve(folder).name).decode("utf-8", "replace").replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _find_obstacles(folder: Path, paths: Collection[str]) -> Iterator[Path]:
    """What is in the way of some files: they themselves, even as broken links, or a file where a folder has to be."""
    for path in paths:
        if os.path.lexists(folder / path):
            yield folder / path
    folders = {above for path in paths for above in Path(path).parents}
    for above in sorted(folders):
        if os.path.lexists(folder / above) and not (folder / above).is_dir():
            yield folder / above
