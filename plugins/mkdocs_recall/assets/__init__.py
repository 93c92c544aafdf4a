"""The files that ship with the package, and the addresses they get in a site.

The script and the style come in parts, so that a page loads what its blocks need and no more. Which part has which
kind of block is written once, in client/parts/, and from there in parts.json.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..ui import ENGLISH_UI, Words

FOLDER = "assets/recall"
"""Where a site holds our files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the script, and of the style."""

    name: str
    needs: tuple[str, ...]
    """The parts that it needs, each after those that it needs itself."""
    kinds: tuple[str, ...]
    """Kinds of blocks that it brings to life."""
    words: tuple[str, ...]
    """Keys of the words that it says."""
    style: bool
    """Whether it has a stylesheet."""
    later: bool
    """Whether it has another one, which no page waits for: for what a press opens, for paper and forced colours."""

    @property
    def script(self) -> str:
        """The name of its script."""
        return f"{self.name}.js"

    @property
    def stylesheet(self) -> str:
        """The name of its stylesheet."""
        return f"{self.name}.css"

    @property
    def later_stylesheet(self) -> str:
        """The name of the other one."""
        return f"{self.name}-later.css"


def hash_content(content: bytes, digits: int = 8) -> str:
    """What names a file by its content."""
    return hashlib.sha256(content).hexdigest()[:digits]


def locate(name: str) -> Path:
    """Where one of the files below is on this machine."""
    return Path(__file__).with_name(name)


def _read_parts() -> dict[str, Part]:
    read = json.loads(locate("parts.json").read_text("utf-8"))
    return {
        part["name"]: Part(
            name=part["name"],
            needs=tuple(part["needs"]),
            kinds=tuple(part["kinds"]),
            words=tuple(part["words"]),
            style=part["style"],
            later=part["later"],
        )
        for part in read
    }


PARTS = _read_parts()
"""All parts by name, each after those that it needs."""

CORE = "core"
"""The part that every page with something of ours has."""

DUE = "due"
"""A part of every page."""

DEFERRED = (DUE, "goals")
"""Parts that restoring waits for, and nothing else does: otherwise what a page restores would grow later."""

SOON = ("tools",)
"""Parts that nothing waits for: each page names them, and they run whenever they come."""

USED = ("menus", "count", "marks")
"""Parts that the script loads once a reader turns to a question."""

LATER = (*USED, "keep", "disk", "past", "embed", "drag")
"""Parts that the script loads where they are of use."""

WAITED_FOR_WITH = {"sets": "test"}
"""Whose later stylesheet a page waits for where it has another part: a test shows its last result at once."""

OF_USE_WITH = {"drag": "order"}
"""What is of use beside another part alone: other pages need not know of it."""

HASHED = (
    *(part.script for part in PARTS.values()),
    *(part.stylesheet for part in PARTS.values() if part.style),
    *(part.later_stylesheet for part in PARTS.values() if part.later),
)
"""Files that pages name, each by the hash of its content."""

MAPS = tuple(f"{name}.map" for name in (*HASHED, "hub.js"))
"""Source maps. The minified files name them, and only a browser's developer tools load them."""

FIXED = ("hub.html", "hub.js", *MAPS)
"""Files whose address never changes: under `file://`, browsers keep readers' progress by that of the hub."""


def find_stylesheets(parts: Sequence[Part]) -> tuple[list[tuple[Part, str]], list[tuple[Part, str]]]:
    """Each stylesheet of a page with its part: those that the page waits for, and those that come later."""
    names = {part.name for part in parts}
    later = [(part, part.later_stylesheet) for part in parts if part.later]
    waited = [each for each in later if WAITED_FOR_WITH.get(each[0].name) in names]
    first = [(part, part.stylesheet) for part in parts if part.style]
    return [*first, *waited], [each for each in later if each not in waited]


def find_parts(kinds: Iterable[str]) -> list[Part]:
    """The parts that a page with blocks of these kinds needs, in the order in which it loads them."""
    held = set(kinds)
    needed = {CORE}
    for part in PARTS.values():
        if not held.isdisjoint(part.kinds):
            needed.update((part.name, *part.needs))
    return [part for part in PARTS.values() if part.name in needed]


def ship_all(say: Words) -> Iterator[tuple[str, str, bytes | None]]:
    """All files above: name, address in the site, and content. A source map has none: it is only to be copied."""
    for name in (*HASHED, *FIXED):
        yield (name, f"{FOLDER}/{name}", None) if name in MAPS else (name, *shipped(name, say))


@cache
def shipped(name: str, say: Words = ENGLISH_UI) -> tuple[str, bytes]:
    """Address in the site, and content, of one of the files above. A script has the words of its site in front."""
    content = locate(name).read_bytes()
    if name in FIXED:
        return f"{FOLDER}/{name}", content
    stem, dot, ending = name.rpartition(".")
    if ending == "js":
        content = say.script(stem, PARTS[stem].words).encode() + content
    return f"{FOLDER}/{stem}.{hash_content(content)}{dot}{ending}", content
