"""The folders of a site, with those that links lead to, as MkDocs walks through them.

MkDocs follows every link, so a link to `/` or `/proc` keeps it busy for hours. Here such a link is left out and
reported.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MOST_LINKED = 50_000
"""Files and folders that a link from the site's folder may lead to."""

_SYSTEM = ("/dev", "/proc", "/sys")
"""Folders that the system makes up: their files are devices and processes, and their links lead everywhere."""
_MEMORY = "/dev/shm"
"""A folder for ordinary files among these."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A folder that is not read."""

    path: str
    reason: OSError | str
    remedy: str = ""


@dataclass(slots=True)
class Folders:
    """What is below a folder."""

    files: list[Path] = field(default_factory=list)
    """In the order of MkDocs: the files of a folder, then its folders, by name."""
    left_out: list[LeftOut] = field(default_factory=list)
    endless: list[LeftOut] = field(default_factory=list)
    """Those of them that MkDocs itself would never finish with."""


def walk_folders(top: Path) -> Folders:
    """Find the files below a folder, and the folders that cannot be read."""
    return _Walk(str(top)).run()


class _Walk:
    def __init__(self, top: str) -> None:
        self.top = top
        self.found: list[tuple[str, Path]] = []
        """Each file, with the link that leads to it: the first one on its path, empty without any."""
        self.left_out: list[tuple[str, LeftOut]] = []
        self.endless: dict[str, LeftOut] = {}
        """By the first link on the path."""
        self.sizes: Counter[str] = Counter()
        """How much each link leads to."""
        self.large: dict[tuple[int, int], LeftOut] = {}
        """Folders that have turned out to be too large."""
        self.dropped: set[str] = set()
        self.links = {top: ""}
        """The first link on the path to each folder that is to be read."""
        self.above = {top: frozenset((_identify(top),))}
        """What contains each of these folders, itself included."""

    def run(self) -> Folders:
        for folder, folders, names in os.walk(self.top, followlinks=True, onerror=self._refuse_error):
            link, over = self.links.pop(folder), self.above.pop(folder)
            if link:
                self.sizes[link] += len(names) + len(folders)
                if self.sizes[link] > MOST_LINKED:
                    self._drop(link)
                if link in self.dropped:
                    folders.clear()
                    continue
            folders.sort()
            folders[:] = [name for name in folders if self._enters(os.path.join(folder, name), link, over)]
            self.found += ((link, Path(folder, name)) for name in sorted(names, key=_as_engines_do))
        return Folders(
            files=[file for link, file in self.found if link not in self.dropped],
            left_out=[each for link, each in self.left_out if link not in self.dropped or each.path == link],
            endless=list(self.endless.values()),
        )

    def _enters(self, path: str, link: str, over: frozenset[tuple[int, int]]) -> bool:
        """Whether a folder is to be read; `link` is the first one on the path to its own folder."""
        own = _identify(path)
        first = link or (path if os.path.islink(path) else "")
        if own in over:
            return self._leave(first, path, "a link makes this folder contain itself.", "Remove the link.")
        if first and is_in_system(target := os.path.realpath(path)):
            what = f"the link leads to {target}, where the system keeps no pages but devices and processes."
            self._leave(first, path, what, "Remove the link.")
            self.endless.setdefault(first, self.left_out[-1][1])
            return False
        if first == path and (known := self.large.get(own)):
            return self._leave(first, path, known.reason, known.remedy)
        self.links[path], self.above[path] = first, over | {own}
        return True

    def _drop(self, link: str) -> None:
        """Leave out all that a link leads to."""
        if link in self.dropped:
            return
        what = f"the link leads to more than {MOST_LINKED:,} files and folders, so none of them is read."
        self._leave(link, link, what, "Link to the folder of the pages only.")
        self.large[_identify(link)] = self.left_out[-1][1]
        self.dropped.add(link)

    def _leave(self, link: str, path: str, what: OSError | str, remedy: str) -> bool:
        self.left_out.append((link, LeftOut(path, what, remedy)))
        return False

    def _refuse_error(self, error: OSError) -> None:
        path = os.fsdecode(error.filename)
        self.left_out.append((self.links.get(path, ""), LeftOut(path, error)))


def is_in_system(path: str) -> bool:
    """Whether a folder, without links on its path, is one that the system makes up."""
    return any(path == each or path.startswith(f"{each}/") for each in _SYSTEM) and not path.startswith(_MEMORY)


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


def pages_below(top: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    """The pages below a folder that someone named, by the ends of their names; links are not followed."""
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not is_in_system(os.path.join(folder, name))]
        yield from (file for name in names if (file := Path(folder, name)).suffix in endings and file.is_file())
