"""`recall export`: questions as a file for another program."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..exports import (
    EXPORT_FORMATS,
    Export,
    MarkdownError,
    Selection,
    SelectionError,
    languages_left_out,
    left_out,
    make_export,
    select_items,
)
from ..kinds import ITEMS
from ..model.text import count, to_line
from ..site.past.version import find_version
from ..site.reader import Site
from .base import Command, Misuse, add_paths, inside_of, read_asked
from .files import replace_file
from .streams import print_document

_GENERATING = ("macros", "gen-files", "markdown-exec", "mkdocstrings")
"""Plugins that write text into pages, which only a build sees."""


class ExportCommand(Command):
    """Writes a file, and names what the format cannot hold."""

    name = "export"
    summary = "Write questions to a file for Anki, Moodle, Canvas, spreadsheets or paper."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A command for each format, with what to export and where to."""
        formats = parser.add_subparsers(dest="format", required=True, metavar="FORMAT")
        for each in EXPORT_FORMATS.values():
            sub = formats.add_parser(each.name, help=each.summary, description=each.summary)
            add_paths(sub)
            sub.add_argument("-o", "--output", required=True, metavar="FILE", help="where to write; `-` prints text")
            sub.add_argument(
                "-f", "--config-file", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS
            )
            sub.add_argument("--kind", action="append", choices=tuple(ITEMS), help="only this kind; may be repeated")
            sub.add_argument("--level", action="append", metavar="NAME", help="only this level; may be repeated")
            sub.add_argument("--objective", action="append", metavar="NAME", help="only about this; may be repeated")
            sub.add_argument("--test", default="", metavar="ID", help="only the questions that this test draws from")
            seed = "only the form of the test that this seed draws, in its order"
            sub.add_argument("--seed", default="", help=seed)
            base = "only questions that were added or changed since this commit"
            sub.add_argument("--base", default="", metavar="COMMIT", help=base)
            sub.add_argument("--title", default="", help="title of the export (default: the name of the site)")
            each.add_arguments(sub)

    def run(self, asked: Namespace) -> bool:
        """Write the file; whether items were left out because of mistakes in them."""
        chosen_format = EXPORT_FORMATS[asked.format]
        printed = asked.output == "-"
        if printed and not chosen_format.is_text(asked):
            raise Misuse("this format is not text. Name a file with `-o FILE`.")
        site = read_asked(asked)
        wanted = _selection(asked)
        try:
            chosen = select_items(site, wanted)
            if not chosen:
                faulty = " without mistakes" if left_out(site, wanted) else ""
                raise Misuse(f"no question{faulty} matches, so nothing was written.")
            export = make_export(site, chosen, _title(asked, site), version=find_version(site))
        except (MarkdownError, SelectionError) as error:
            raise Misuse(str(error)) from None
        content = chosen_format.write(export, asked)
        if printed:
            print_document(content)
        else:
            _write(Path(asked.output), content)
        return _report(export, wanted, asked) or len(export.views) < len(chosen)


def _selection(asked: Namespace) -> Selection:
    return Selection(
        kinds=asked.kind or (),
        levels=asked.level or (),
        objectives=asked.objective or (),
        test=asked.test,
        seed=asked.seed,
        base=asked.base,
        inside=inside_of(asked.paths),
        named=bool(asked.paths),
    )


def _title(asked: Namespace, site: Site) -> str:
    return " ".join((asked.title or site.settings.site_name or site.settings.site_id).split())


def _write(file: Path, content: bytes) -> None:
    if file.is_dir() or not file.parent.is_dir():
        what = "is a folder. Name a file in it." if file.is_dir() else "is in a folder that does not exist. Create it."
        raise Misuse(f"{file} {what}")
    replace_file(file, content)


def _report(export: Export, wanted: Selection, asked: Namespace) -> bool:
    """Say on standard error what the file does not hold; whether items with mistakes were left out."""
    site = export.site
    for path, line, what in sorted(export.notes):
        _say(f"{path}:{line}: note: {what}")
    faulty = [] if asked.test else left_out(site, wanted)
    for each in faulty:
        _say(f"{each}: left out because it has mistakes. Run `recall check`.")
    if languages_left_out(site, wanted):
        languages = site.settings.languages
        assert languages
        _say(f"Only the pages in `{languages.default}` are exported. Name pages or folders to export others.")
    for name in _GENERATING:
        if name in site.settings.plugins:
            _say(f"The plugin `{name}` writes text into pages. `recall export` does not see it.")
    written = "" if asked.output == "-" else f" to {asked.output}"
    _say(f"Exported {count(export.count_held(), 'item')}{written}.")
    return bool(faulty)


def _say(text: str) -> None:
    print(to_line(text), file=sys.stderr)
