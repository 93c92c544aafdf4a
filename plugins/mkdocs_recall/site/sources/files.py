"""The files of a site as they are on disk. What cannot be read is a problem of that file alone."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ...model.problems import Problem
from ..settings import Settings
from ..source_text import decode

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
        return self._find(uri) is not None

    def text(self, uri: str) -> str | None:
        """The text of a file; None where there is none, or where it cannot be read."""
        file = self._find(uri)
        content = read_bytes(file, uri)[0] if file else None
        return None if content is None else decode(content, uri)[0]

    def _find(self, uri: str) -> Path | None:
        uris = self.languages.alternatives(uri) if self.languages else [uri]
        return next((self.uris[each] for each in uris if each in self.uris), None)

    def _walk(self, settings: Settings) -> Iterator[tuple[str, Path]]:
        def refuse(path: str, what: str, remedy: str) -> None:
            if not settings.excluded.match_file(f"{Path(path).relative_to(settings.docs).as_posix()}/"):
                self.problems.append(_unreadable(to_path(path, settings.root), what, remedy))

        above = {str(settings.docs): frozenset((_identify(str(settings.docs)),))}
        walk = os.walk(settings.docs, followlinks=True, onerror=lambda error: refuse(error.filename, *_explain(error)))
        for folder, folders, names in walk:
            over = above.pop(folder)
            folders.sort()
            for name in tuple(folders):
                path = os.path.join(folder, name)
                if (own := _identify(path)) in over:
                    folders.remove(name)
                    refuse(path, "a link makes this folder contain itself.", "Remove the link.")
                above[path] = over | {own}
            for name in sorted(names, key=_as_engines_do):
                file = Path(folder, name)
                uri = file.relative_to(settings.docs).as_posix()
                if not settings.excluded.match_file(uri):
                    yield uri, file


def to_path(file: str | Path, root: Path) -> str:
    """The path of a file as its author knows it: relative to the project, with forward slashes."""
    return Path(os.path.relpath(file, root)).as_posix()


def resolve(path: Path) -> Path:
    """The path without links. Unlike `Path.resolve`, it bears with a link that leads back to itself."""
    return Path(os.path.realpath(path))


def read_bytes(file: Path, path: str) -> tuple[bytes | None, Problem | None]:
    """The content of a page; where it cannot be read, the problem of the page, which authors know as `path`.

    It never waits, as it would if it opened a named pipe.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            remedy = "Put a text file in its place, or give it a name that does not end like a page."
            return None, _unreadable(path, "it is not a regular file.", remedy)
        if status.st_size > LARGEST:
            what = f"it has {status.st_size:,} bytes, and a page may have {LARGEST:,}."
            return None, _unreadable(path, what, "Split it into several pages.")
        return file.read_bytes(), None
    except OSError as error:
        return None, _unreadable(path, *_explain(error))


def _explain(error: OSError) -> tuple[str, str]:
    """What is wrong with a file, and the remedy."""
    unknown = (f"it cannot be read: {error.strerror}.", "Fix it, or leave it out of the site.")
    return _REASONS.get(error.errno or 0, unknown)


def _unreadable(path: str, what: str, remedy: str) -> Problem:
    return Problem(path=path, line=0, severity="error", rule="unreadable", what=what, remedy=remedy)


def _identify(path: str) -> tuple[int, int]:
    """What tells a folder from all others, whatever path leads to it."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def _as_engines_do(name: str) -> tuple[bool, str]:
    """An order in which a folder's own page comes first; of two equal ids the second is the problem."""
    return Path(name).stem not in ("index", "README"), name
