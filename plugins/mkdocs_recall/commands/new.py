"""`recall new`: an example of each kind to start from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..model.text import to_line
from ..model.vocabulary import DEFAULT_LEVELS
from ..site.reader import read_site
from ..site.settings import find_file
from ..site.source_text import decode
from ..skeletons import BLOCKS, skeleton, topic
from .base import Command, Misuse, settings_of
from .files import is_read_only, replace_file
from .streams import print_content


class NewCommand(Command):
    """Prints an example, or writes it."""

    name = "new"
    summary = "Print a complete example of a question, a set or a whole topic."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Kind, title, id and place."""
        parser.add_argument("kind", choices=(*BLOCKS, "topic"), help="what to create")
        parser.add_argument("title", nargs="?", default="", help="the subject; the id is made from it")
        parser.add_argument("--id", default="", help="an id to use instead of one made from the title")
        parser.add_argument(
            "--write",
            type=Path,
            metavar="PATH",
            help="append it to this page, which is created if needed; for a topic, the folder for its two pages",
        )

    def run(self, asked: Namespace) -> bool:
        """Print it or write it."""
        file: Path | None = asked.config_file or find_file(Path.cwd())
        site = read_site(settings_of(file)) if file else None
        levels = site.settings.levels if site else DEFAULT_LEVELS
        taken = {id for _, id in site.bank.owners} if site else set()
        try:
            if asked.kind == "topic":
                made = topic(asked.id, title=asked.title, levels=levels, taken=taken)
            else:
                made = {"": skeleton(asked.kind, asked.id, title=asked.title, levels=levels, taken=taken)}
        except ValueError as error:
            raise Misuse(str(error)) from None
        if asked.write is None:
            _print(made)
        elif asked.kind == "topic":
            _write_pages(asked.write, made)
        else:
            _append(asked.write, made[""])
        return False


def _print(made: dict[str, str]) -> None:
    for name, text in made.items():
        if name:
            print(f"<!-- {name} -->\n")
        print_content(text)


def _write_pages(folder: Path, made: dict[str, str]) -> None:
    there = [folder / name for name in made if (folder / name).exists()]
    if there:
        raise Misuse(f"{there[0]} already exists. Nothing was written.")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        replace_file(folder / name, text.encode())
        print(to_line(f"{folder / name}: written"))


def _append(file: Path, text: str) -> None:
    if file.is_dir():
        raise Misuse(f"{file} is a folder. Name a page in it.")
    if file.exists() and not file.is_file():
        raise Misuse(f"{file} is not a regular file.")
    if is_read_only(file):
        raise Misuse(f"{file} is read-only.")
    file.parent.mkdir(parents=True, exist_ok=True)
    content = file.read_bytes() if file.exists() else b""
    before, unreadable = decode(content, str(file))
    if unreadable:
        raise Misuse(f"{file} cannot be added to: {unreadable.what} {unreadable.remedy}")
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if not before else end if before.endswith("\n") else end * 2
    replace_file(file, content + (gap + text.replace("\n", end)).encode())
    print(to_line(f"{file}:{(before + gap).count(chr(10)) + 1}: written"))
