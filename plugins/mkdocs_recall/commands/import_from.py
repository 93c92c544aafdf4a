"""`recall import`: questions of another program as Markdown on a page."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..imports import (
    IMPORT_FORMATS,
    Imported,
    Incoming,
    Target,
    UnfitPage,
    UnreadableFile,
    import_questions,
)
from ..model.identity import ID
from ..model.text import count, to_line
from ..site.reader import Site, read_site
from ..site.settings import Settings
from ..site.source_text import decode
from ..site.sources.files import read_bytes, resolve, to_path
from ..syntax.settings.from_setting import PAGES
from .base import Command, Misuse, find_settings
from .files import is_read_only, replace_file
from .fmt import write_patch
from .streams import print_content


class ImportCommand(Command):
    """Writes the page, and names what the file could not bring along."""

    name = "import"
    summary = "Read questions from a file of Moodle or other programs, and write them to a page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A command for each format, with the file and the page."""
        formats = parser.add_subparsers(dest="format", required=True, metavar="FORMAT")
        for each in IMPORT_FORMATS.values():
            sub = formats.add_parser(each.name, help=each.summary, description=each.summary)
            sub.add_argument("file", type=Path, metavar="FILE", help="the file to import")
            sub.add_argument("--to", type=Path, required=True, metavar="PAGE", help="the page, created if needed")
            sub.add_argument(
                "-f", "--config-file", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS
            )
            sub.add_argument("--prefix", default="", help="what all ids begin with, such as `ft-`")
            sub.add_argument("--keep", action="store_true", help="change no question that is on the page already")
            sub.add_argument("--diff", action="store_true", help="write nothing; show what would change")
            each.add_arguments(sub)

    def run(self, asked: Namespace) -> bool:
        """Write the page; whether questions were left out."""
        page: Path = asked.to
        if asked.prefix and not ID.fullmatch(f"{asked.prefix}a"):
            raise Misuse(f"--prefix cannot be `{asked.prefix}`: ids have lower-case letters, digits, `.`, `_` and `-`.")
        content = _content(asked.file)
        before = _check_page(page)
        settings = find_settings(asked, [page])
        site = read_site(settings, [page] if page.exists() else [])
        incoming = Incoming(name=asked.file.name, content=content, settings=settings)
        try:
            IMPORT_FORMATS[asked.format].read(incoming, asked)
            made = import_questions(incoming, _place(asked, site, before))
        except UnreadableFile as error:
            raise Misuse(f"{asked.file}: {error}") from None
        except UnfitPage as error:
            raise Misuse(f"{page}: {error}") from None
        if asked.diff:
            for line in write_patch(str(page), before, made.text):
                print_content(line)
        else:
            _write(page, before, made, incoming)
            if any(question.source for question in incoming.questions):
                _check_links(asked, settings, incoming, made)
        _report(asked, incoming, made)
        return bool(incoming.lost or incoming.faulty)


def _content(file: Path) -> bytes:
    if not file.exists():
        raise Misuse(f"there is no file {file}.")
    content, unreadable = read_bytes(file, str(file))
    if content is None:
        raise Misuse(f"{file}: {unreadable.what if unreadable else 'it cannot be read.'}")
    return content


def _check_page(page: Path) -> str:
    """What the page holds so far."""
    if page.is_dir():
        raise Misuse(f"{page} is a folder. Name a page in it.")
    if page.suffix not in PAGES:
        raise Misuse(f"{page} is no page: its name has to end in {' or '.join(PAGES)}.")
    if page.exists() and not page.is_file():
        raise Misuse(f"{page} is not a regular file.")
    if is_read_only(page):
        raise Misuse(f"{page} is read-only.")
    if not page.exists():
        return ""
    text, unreadable = decode(content := page.read_bytes(), str(page))
    if unreadable:
        raise Misuse(f"{page} cannot be added to: {unreadable.what} {unreadable.remedy}")
    return ("\ufeff" if content.startswith(b"\xef\xbb\xbf") else "") + text


def _place(asked: Namespace, site: Site, before: str) -> Target:
    """The page, and the ids of all others in its language."""
    root = site.settings.root
    path = to_path(resolve(asked.to), root)
    languages = site.settings.languages
    language = site.bank.languages.get(path, "")
    if not language and languages:
        language = languages.find(to_path(resolve(asked.to), site.settings.docs))
    taken = {}
    for (other, id), (owner, at) in site.bank.owners.items():
        if owner != path and other == language:
            place, line = site.bank.pages[owner].page.place(at)
            taken[id] = f"{place}:{line}"
    title = asked.file.stem.replace("_", " ").replace("-", " ").strip()
    return Target(text=before, taken=taken, prefix=asked.prefix, keep=asked.keep, title=title[:1].upper() + title[1:])


def _write(page: Path, before: str, made: Imported, incoming: Incoming) -> None:
    used = {name: content for name, content in incoming.files.items() if name in made.text}
    for name, content in used.items():
        file = page.parent / name
        if file.exists():
            if not file.is_file() or file.read_bytes() != content:
                incoming.note(1, f"the picture {name} is not written: there is another file with its name.")
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, content)
    if made.text != before:
        page.parent.mkdir(parents=True, exist_ok=True)
        replace_file(page, made.text.encode())


def _check_links(asked: Namespace, settings: Settings, incoming: Incoming, made: Imported) -> None:
    """Say where Markdown of another site leads to pages or pictures that this one does not have."""
    site = read_site(settings, [asked.to])
    path, lines = to_path(resolve(asked.to), settings.root), {row.id: row.source for row in made.rows}
    for problem in site.problems():
        if problem.path == path and problem.severity == "error" and problem.id in lines:
            what = f"{problem.rule}: {problem.kind} {problem.id}: {problem.what} {problem.remedy}"
            incoming.faulty.append((lines[problem.id], f"{asked.to}:{problem.line}: {what}"))


def _report(asked: Namespace, incoming: Incoming, made: Imported) -> None:
    """Say what became of the page, and on standard error what the file could not bring along."""
    for line, what in sorted(incoming.notes):
        print(to_line(f"{asked.file}:{line}: note: {what}"), file=sys.stderr)
    for line, why in sorted(incoming.faulty):
        print(to_line(f"{asked.file}:{line}: imported with a mistake: {why}"), file=sys.stderr)
    for line, why in sorted(incoming.lost):
        print(to_line(f"{asked.file}:{line}: left out: {why}"), file=sys.stderr)
    for row in made.rows:
        if row.what == "changed":
            print(to_line(f"{asked.to}:{row.line}: {row.kind} {row.id}: changed"))
    numbers = ", ".join(f"{made.count(what):,} {what}" for what in ("added", "changed", "unchanged"))
    if incoming.lost:
        numbers += f", {len(incoming.lost):,} left out"
    total = count(len(made.rows) + len(incoming.lost), "question")
    print(to_line(f"{total} in {asked.file}: {numbers}{' (nothing was written)' if asked.diff else ''}."))
