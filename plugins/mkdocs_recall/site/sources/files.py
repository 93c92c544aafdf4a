"""The files of a site as they are on disk. What cannot be read is a problem of that file alone."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from ...model.problems import Problem
from ..settings import Settings
from ..source_text import decode
from .folders import LeftOut, walk_folders

LARGEST = 100_000_000
"""Bytes that a page may have."""

_REASONS = {
    errno.ENOENT: ("the link leads to a file that does not exist.", "Fix the link, or remove it."),
    errno.ELOOP: ("the link leads back to itself.", "Fix the link, or remove it."),
    errno.EACCES: ("you are not allowed to read it.", "Change its permissions."),
    errno.EPERM: ("you are not allowed to read it.", "Change its permissions."),
}


class SourceFiles:
    """The files below a site's folder of pages, without those that the site leaves out."""

    def __init__(self, settings: Settings) -> None:
        self.problems: list[Problem] = []
        """Folders that cannot be read."""
        self.uris = dict(self._walk(settings))
        """Each file by its address."""
        self.languages = settings.languages

    def has(self, uri: str) -> bool:
        """Whether the site has a file."""
        return self.find(uri) is not None

    def text(self, uri: str) -> str | None:
        """The text of a file; None where there is none, or where it cannot be read."""
        file = self.find(uri)
        content = read_bytes(file, uri)[0] if file else None
        return None if content is None else decode(content, uri)[0]

    def find(self, uri: str) -> Path | None:
        """The file at an address, or at that of another language of the site; None where there is none."""
        uris = self.languages.alternatives(uri) if self.languages else [uri]
        return next((self.uris[each] for each in uris if each in self.uris), None)

    def _walk(self, settings: Settings) -> Iterator[tuple[str, Path]]:
        found = walk_folders(settings.docs)
        self.problems += to_problems(found.left_out, settings.docs, settings.root, settings.excluded)
        for file in found.files:
            uri = file.relative_to(settings.docs).as_posix()
            if not settings.excluded.match_file(uri):
                yield uri, file


def to_problems(
    folders: Iterable[LeftOut], docs: Path, root: Path, excluded: GitIgnoreSpec | None = None
) -> Iterator[Problem]:
    """What is wrong with folders below `docs` that are not read, without those that the site leaves out anyway."""
    for each in folders:
        if not excluded or not excluded.match_file(f"{Path(each.path).relative_to(docs).as_posix()}/"):
            why = (each.reason, each.remedy) if isinstance(each.reason, str) else _explain(each.reason)
            yield _unreadable(to_path(each.path, root), *why)


def to_path(file: str | Path, root: Path) -> str:
    """The path of a file as its author knows it: relative to the project, with forward slashes."""
    return Path(os.path.relpath(file, root)).as_posix()


def resolve(path: Path) -> Path:
    """The path without links. Unlike `Path.resolve`, it bears with a link that leads back to itself."""
    return Path(os.path.realpath(path))


def read_bytes(file: Path, path: str) -> tuple[bytes | None, Problem | None]:
    """The content of a page; where it cannot be read, the problem of the page, which authors know as `path`.

    It never waits, as it would if it opened a named pipe, and never reads on and on, as in some files of the system.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            remedy = "Put a text file in its place, or give it a name that does not end like a page."
            return None, _unreadable(path, "it is not a regular file.", remedy)
        if status.st_size > LARGEST:
            return None, _too_large(path, f"{status.st_size:,} bytes")
        content = file.read_bytes() if status.st_size else _read_unsized(file)
    except OSError as error:
        return None, _unreadable(path, *_explain(error))
    if len(content) > LARGEST:
        return None, _too_large(path, f"more than {LARGEST:,} bytes")
    return content, None


def _read_unsized(file: Path) -> bytes:
    """The content of a file that says it is empty: one of the system may wait for news, or go on and on."""
    with open(file, "rb", opener=lambda path, flags: os.open(path, flags | getattr(os, "O_NONBLOCK", 0))) as opened:
        return opened.read(LARGEST + 1) or b""


def _too_large(path: str, size: str) -> Problem:
    return _unreadable(path, f"it has {size}, and a page may have {LARGEST:,}.", "Split it into several pages.")


def _explain(error: OSError) -> tuple[str, str]:
    """What is wrong with a file, and the remedy."""
    unknown = (f"it cannot be read: {error.strerror}.", "Fix it, or leave it out of the site.")
    return _REASONS.get(error.errno or 0, unknown)


def _unreadable(path: str, what: str, remedy: str) -> Problem:
    return Problem(path=path, line=0, severity="error", rule="unreadable", what=what, remedy=remedy)
