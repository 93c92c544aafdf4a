"""`recall fmt`: all questions in one form."""

from __future__ import annotations

import difflib
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from ..formatter import Formatted, format_page
from ..model.text import count
from ..site.reader import Site, read_site
from ..site.source_text import decode
from .base import Command, existing, find_settings, inside_of, pages_of


class FmtCommand(Command):
    """Brings questions to their canonical form; what is rendered never changes."""

    name = "fmt"
    summary = "Format questions, and add an id to each that has none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths, and whether anything is written."""
        parser.add_argument("paths", nargs="*", type=Path, help="pages or folders (default: all pages of the site)")
        parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if a page would change")
        parser.add_argument("--diff", action="store_true", help="change nothing; show what would change")

    def run(self, asked: Namespace) -> bool:
        """Rewrite the pages; whether one could not be read or, with `--check`, would change."""
        paths = existing(asked.paths)
        settings = find_settings(asked, paths)
        site = read_site(settings, list(pages_of(paths)))
        inside = inside_of(paths)
        files = [file for path in sorted(site.files) if inside(file := settings.root / path)]
        taken = {id for _, id in site.bank.owners}
        changed = refused = 0
        for file in files:
            content = file.read_bytes()
            text, unreadable = decode(content, file.name)
            if unreadable:
                print(unreadable, file=sys.stderr)
                refused += 1
                continue
            made = format_page(text, levels=settings.levels, taken=taken - _own(site, file))
            taken |= set(made.added)
            name = file.relative_to(settings.root).as_posix()
            changed += made.text != text
            self._tell(name, text, made, asked)
            if made.text != text and not (asked.check or asked.diff):
                mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
                file.write_bytes(mark + made.text.encode())
        verb = "would change" if asked.check or asked.diff else "changed"
        print(f"{changed:,} of {count(len(files), 'page')} {verb}.")
        return bool(refused or (asked.check and changed))

    def _tell(self, name: str, before: str, made: Formatted, asked: Namespace) -> None:
        if asked.diff:
            print(*_diff(name, before, made.text), sep="", end="")
        elif made.text != before:
            ids = f", new ids: {', '.join(made.added)}" if made.added else ""
            print(f"{name}: {'would change' if asked.check else 'changed'}{ids}")
        for left in made.left:
            item = " ".join(filter(None, (left.kind, left.id)))
            print(f"{name}:{left.line}: {item} was left as it is: {left.why}.")


def _own(site: Site, file: Path) -> set[str]:
    """The ids of a page."""
    path = next((path for path in site.bank.pages if site.settings.root / path == file), None)
    return {id for (_, id), owner in site.bank.owners.items() if owner[0] == path}


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, name, name):
        yield line if line.endswith("\n") else line + "\n"
