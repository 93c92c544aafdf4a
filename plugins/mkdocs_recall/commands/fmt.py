"""`recall fmt`: all questions in one form."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Container, Iterator, Mapping, Sequence

from ..formatter import Formatted, format_page
from ..model.label_languages import name_levels
from ..model.text import count, to_line
from ..site.reader import Site
from ..site.sources.files import to_path
from .base import Command, add_paths, inside_of, read_asked
from .files import read_page, write_page
from .line_diff import write_hunks
from .streams import print_content


class FmtCommand(Command):
    """Brings questions to their canonical form; what is rendered never changes."""

    name = "fmt"
    summary = "Format questions, and add an id to each that has none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths, and whether anything is written."""
        add_paths(parser)
        parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if a page would change")
        parser.add_argument("--diff", action="store_true", help="change nothing; show what would change")

    def run(self, asked: Namespace) -> bool:
        """Rewrite the pages; whether one could not be read or, with `--check`, would change."""
        site = read_asked(asked)
        settings, inside = site.settings, inside_of(asked.paths)
        files = [file for path in sorted(site.files) if inside(file := settings.root / path)]
        ids = _Ids(site)
        changed = refused = 0
        for file in files:
            name = to_path(file, settings.root)
            text, unreadable = read_page(file, name)
            if unreadable:
                print(unreadable, file=sys.stderr)
                refused += 1
                continue
            language = site.bank.languages.get(name, settings.language)
            common = settings.levels == name_levels(settings.language)
            levels = name_levels(language) if common else settings.levels
            labels = settings.labels.in_language(language)
            made = format_page(text, levels=levels, taken=ids.of_others(name), labels=labels)
            ids.add(made.added)
            if made.text != text and not (asked.check or asked.diff) and (why := write_page(file, made.text)):
                print(to_line(f"{name}: not changed: {why}"), file=sys.stderr)
                refused += 1
                continue
            changed += made.text != text
            self._tell(name, text, made, asked)
        verb = "would change" if asked.check or asked.diff else "changed"
        print(f"{changed:,} of {count(len(files), 'page')} {verb}.")
        return bool(refused or (asked.check and changed))

    def _tell(self, name: str, before: str, made: Formatted, asked: Namespace) -> None:
        name = to_line(name)
        if asked.diff:
            for line in write_patch(name, before, made.text):
                print_content(line)
        elif made.text != before:
            ids = f", new ids: {', '.join(made.added)}" if made.added else ""
            print(f"{name}: {'would change' if asked.check else 'changed'}{ids}")
        for left in made.left:
            item = " ".join(filter(None, (left.kind, left.id)))
            print(to_line(f"{name}:{left.line}: {item} was left as it is: {left.why}."))


class _Ids:
    """The ids of a site, those that are added to it included."""

    def __init__(self, site: Site) -> None:
        self.owners: dict[str, set[str]] = {}
        for (_, id), (path, _) in site.bank.owners.items():
            self.owners.setdefault(id, set()).add(path)

    def add(self, ids: Sequence[str]) -> None:
        """Note ids that were added: no page may have them."""
        for id in ids:
            self.owners.setdefault(id, set())

    def of_others(self, path: str) -> Container[str]:
        """The ids that a page may not have."""
        return _OthersIds(self.owners, path)


class _OthersIds(Container[str]):
    def __init__(self, owners: Mapping[str, Container[str]], path: str) -> None:
        self.owners = owners
        self.path = path

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self.owners and self.path not in self.owners[id]


def write_patch(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of a patch, each with the `\r` that it may end with."""
    if before == after:
        return
    yield f"--- {name}"
    yield f"+++ {name}"
    for place, lines in write_hunks(_split(before), _split(after), context=3):
        yield place
        for line in lines:
            yield line.removesuffix("\n")
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"


def _split(text: str) -> list[str]:
    """The lines of a text as patches have them: only `\n` ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
