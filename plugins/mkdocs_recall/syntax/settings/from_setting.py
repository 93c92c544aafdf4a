"""Where a test over several pages takes its questions from: the entries of `from=`.

topics/           folder, with all folders in it; `./` is the page's own, `/` that of all pages
a.md              page
topic:a.md        page with those that test what it teaches; the page of such a test means the same
#padding          objective, on any page
a.md#padding      both, likewise with a folder or a topic
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, unquote

from ...model.text import split_list

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the source of a page may end."""

_TOPIC = "topic:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An entry of `from=`, with its path resolved."""

    written: str
    path: str
    """Page or folder relative to the folder of all pages, empty for any; a folder ends with `/`."""
    topic: bool
    """Whether the topic is meant that the page belongs to."""
    objective: str
    """Empty for any."""

    @property
    def folder(self) -> bool:
        """Whether the path is that of a folder."""
        return self.path.endswith("/")

    @property
    def entry(self) -> str:
        """The entry as the script reads it: without spaces, and with no other `#` and `:` than its own."""
        objective = f"#{quote(self.objective, safe='/')}" if self.objective else ""
        return (_TOPIC if self.topic else "") + quote(self.path, safe="/") + objective

    def has(self, uri: str) -> bool:
        """Whether a page, by its address relative to the folder of all pages, is in the folder or is the page."""
        return uri.startswith(self.path.lstrip("/")) if self.folder else self.path in ("", uri)


def read_origins(value: str, uri: str) -> tuple[Origin, ...]:
    """The entries of `from=`, each once, on the page with that address relative to the folder of all pages."""
    found = {origin.entry: origin for origin in (_read(word, uri) for word in split_list(value))}
    return tuple(found.values())


def is_origin(word: str) -> bool:
    """Whether an entry has the form of one."""
    origin = _read(word, "")
    if word.endswith("#"):
        return False
    if origin.topic or not origin.objective or origin.path:
        return origin.path.endswith(PAGES if origin.topic else (*PAGES, "/"))
    return True


def _read(word: str, uri: str) -> Origin:
    topic = word.startswith(_TOPIC)
    path, _, objective = word.removeprefix(_TOPIC).partition("#")
    return Origin(written=word, path=_resolve(unquote(path), uri), topic=topic, objective=unquote(objective))


def _resolve(path: str, uri: str) -> str:
    """A path relative to the folder of all pages, by how it is written on a page."""
    if not path:
        return ""
    there = posixpath.normpath(posixpath.join("" if path.startswith("/") else posixpath.dirname(uri), path.lstrip("/")))
    if not path.endswith("/"):
        return there
    return "/" if there == "." else f"{there}/"
