"""Archives that hold questions: what is read is bounded, and no name in one is ever a path on this machine."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import Self
from urllib.parse import unquote

from .base import UnreadableFile

LARGEST_FILE = 100_000_000
"""Bytes that are read of one file in an archive."""
_LARGEST = 400_000_000
"""Bytes that are read of a whole archive."""
_MOST = 100_000
"""Files that an archive may have."""


class MemberLine(int):
    """A line of a file in an archive. It is written as `items/a.xml:3`, and goes after the lines of earlier files."""

    name: str
    line: int

    @classmethod
    def of(cls, name: str, line: int, before: int) -> Self:
        """The line of a file that comes after so many lines of others."""
        made = cls(before + line)
        made.name, made.line = name, line
        return made

    def __format__(self, spec: str) -> str:
        return f"{self.name}:{self.line}"


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile raises for archives that are broken, encrypted or of a method that it lacks."""


class Archive:
    """A zip archive."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise UnreadableFile(f"it is no zip archive that can be read: {error}.") from None
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(entries) > _MOST:
            raise UnreadableFile(f"it has {len(entries):,} files, and more than {_MOST:,} are not read.")
        self.names: Mapping[str, zipfile.ZipInfo] = {_clean(entry.filename): entry for entry in entries}
        self._left = _LARGEST

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes:
        """Return what a file of the archive holds. `UnreadableFile` says why it cannot be read."""
        entry = self.names[name]
        try:
            with self._zip.open(entry) as file:
                content = file.read(min(largest, self._left) + 1)
        except _BROKEN as error:
            raise UnreadableFile(f"{name} cannot be read: {error}.") from None
        self._left -= len(content)
        if len(content) > largest or self._left < 0:
            raise UnreadableFile(f"{name} is larger than what is read of an archive.")
        return content

    def find(self, address: str, beside: str = "") -> str:
        """Return the name of the file that an address in another file leads to; empty where there is none."""
        path = unquote(address.partition("?")[0].partition("#")[0]).replace("\\", "/")
        for sign in ("$IMS-CC-FILEBASE$", "$CANVAS_OBJECT_REFERENCE$"):
            path = path.removeprefix(sign)
        path = path.lstrip("/")
        for folder in (posixpath.dirname(beside), "", "web_resources", "web_resources/Quiz Files"):
            name = _clean(posixpath.join(folder, path))
            if name in self.names:
                return name
        return ""


def _clean(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/")


def is_archive(content: bytes) -> bool:
    """Whether a file is a zip archive."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))
