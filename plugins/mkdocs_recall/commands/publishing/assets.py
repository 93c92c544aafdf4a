"""`recall assets`: writes the script, the style and the hub into a folder of pages or a built site."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from ...assets import FIXED, FOLDER, HASHED, shipped
from ...model.text import count
from ...ui import Words, words
from ..base import Command, Misuse, find_settings

_NAMES = "|".join(re.escape(name.rpartition(".")[0]) for name in HASHED)
_HASHED = re.compile(rf"(?:{_NAMES})\.[0-9a-f]{{8}}\.(?:js|css)")
"""What a file is called that this or another version has written."""


class AssetsCommand(Command):
    """Copies what the package ships. Files of another version go."""

    name = "assets"
    summary = "Write the script and the style into the folder of pages or a built site, as the plugin does in MkDocs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="the folder of the pages, or the built site")

    def run(self, asked: Namespace) -> bool:
        """Write the files and remove those of another version."""
        check_folder(asked.folder)
        say = words(find_settings(asked, [asked.folder]).language)
        files = find_files(say)
        for uri, content in files.items():
            write_file(asked.folder / uri, content)
        old = list(find_outdated(asked.folder, say))
        for file in old:
            file.unlink()
        removed = f" Removed {count(len(old), 'file')} of another version." if old else ""
        print(f"Wrote {count(len(files), 'file')} to {asked.folder / FOLDER}.{removed}")
        return False


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not there: a misspelled one would be made without notice."""
    if not folder.is_dir():
        raise Misuse(f"there is no folder {folder}.")


def write_file(file: Path, content: bytes) -> None:
    """Write a file, and leave one alone that has this content: engines build again what has changed."""
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def find_files(say: Words) -> dict[str, bytes]:
    """All files of a site, by their address in it."""
    return dict(shipped(name, say) for name in (*HASHED, *FIXED))


def find_outdated(folder: Path, say: Words) -> Iterator[Path]:
    """Files below a folder that `recall assets` of another version, or for another language, has written."""
    written = [file for file in sorted((folder / FOLDER).glob("*")) if _HASHED.fullmatch(file.name)]
    current = find_files(say) if written else {}
    yield from (file for file in written if f"{FOLDER}/{file.name}" not in current)
