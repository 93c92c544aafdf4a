"""Pictures of items as files."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from ...site.settings import Settings
from ...site.sources.files import SourceFiles

TYPES = {
    ".apng": "image/apng",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""Pictures that browsers show, by the endings of their names. Not asked of the machine, so that all machines agree."""


class Picture:
    """A picture file of the site."""

    def __init__(self, uri: str, content: bytes) -> None:
        self.uri = uri
        """Its address relative to the folder of pages."""
        self.content = content
        stem, ending = posixpath.splitext(posixpath.basename(uri))
        plain = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "picture"
        self.name = f"{plain[:40]}-{hashlib.sha256(content).hexdigest()[:8]}{ending.lower()}"
        """A name that no other picture has, and that this one keeps as long as it stays the same."""
        self.type = TYPES[ending.lower()]

    @cached_property
    def data(self) -> str:
        """The picture as an address that holds all of it."""
        from base64 import b64encode

        return f"data:{self.type};base64,{b64encode(self.content).decode()}"


class Pictures:
    """Finds the pictures of a site, each once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._found: dict[Path, Picture] = {}
        self.by_name: dict[str, Picture] = {}

    @cached_property
    def _files(self) -> SourceFiles:
        return SourceFiles(self._settings)

    def find(self, address: str, page: str) -> Picture | None:
        """The picture at an address on a page, which goes by its own address; None where the site has no such file."""
        for uri in _candidates(address, page):
            file = self._files.find(uri)
            if file and file.suffix.lower() in TYPES:
                if file not in self._found:
                    try:
                        picture = Picture(uri, file.read_bytes())
                    except OSError:
                        return None
                    self._found[file] = self.by_name.setdefault(picture.name, picture)
                return self._found[file]
        return None

    def draw(self, svg: str) -> Picture | None:
        """A picture of a drawing in the HTML of a page; None where it is no XML, so that no program could show it."""
        if "xmlns=" not in svg[: svg.find(">")]:
            svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        try:
            ElementTree.fromstring(svg)
        except ElementTree.ParseError:
            return None
        picture = Picture("drawing.svg", svg.encode())
        return self.by_name.setdefault(picture.name, picture)


def _candidates(address: str, page: str) -> Iterator[str]:
    """Where a file may be: Markdown names it from the page's source, raw HTML from the address of the built page."""
    path = unquote(urlsplit(address).path)
    if path.startswith("/"):
        yield path.lstrip("/")
    for folder in (posixpath.dirname(page), posixpath.splitext(page)[0]):
        yield posixpath.normpath(posixpath.join(folder, path))
