"""A site as one file to pass on: a reader unpacks it and opens its pages from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from ..assets import FOLDER, hash_content, locate
from ..model.archive import zip_files
from .published import WORKER

DISK_SEARCH = "iframe-worker"
"""Has Material search from disk. By this name its plugin `offline` knows that nothing is lacking."""

INDEX, DISK_INDEX = "search/search_index.json", "search/search_index.js"
"""What searches read over a network, and from disk."""

_LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "404.html", WORKER)
"""What only a server makes use of. The sitemap also has the date of the build in it."""

_LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Attributes whose address a browser loads by itself, by element."""

_NAMED_ONLY = frozenset(("alternate", "author", "canonical", "edit", "help", "license", "next", "prev"))
"""Relations of a link that names another page and loads nothing."""

_REMOTE = re.compile(r"\s*(?:https?:)?//([^/\s\"'?#]+)", re.IGNORECASE)
_REMOTE_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)


def disk_search() -> tuple[str, bytes]:
    """Address in the site, and content, of the script for search from disk."""
    content = locate(f"{DISK_SEARCH}.js").read_bytes()
    return f"{FOLDER}/{DISK_SEARCH}.{hash_content(content)}.js", content


def pack_site(site: Path, folder: str) -> bytes:
    """An archive with the files of a built site in one folder. The same site gives the same bytes."""
    paths = sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file())
    return zip_files((f"{folder}/{name}", path.read_bytes()) for name, path in paths if name not in _LEFT_OUT)


def find_hindrances(site: Path) -> Iterator[str]:
    """Say what of a built site does not work from disk, and how that is fixed."""
    folders: list[str] = []
    hosts: dict[str, str] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if name in _LEFT_OUT or not path.is_file():
            continue
        if path.suffix == ".html":
            page = _Page()
            page.feed(path.read_text("utf-8", errors="replace"))
            folders += [f"{name} ({link})" for link in page.links if _shows_folder(path, link)][:1]
            found = page.loads
        elif path.suffix == ".css":
            found = find_style_loads(path.read_text("utf-8", errors="replace"))
        else:
            continue
        for load in found:
            if remote := _REMOTE.match(load):
                hosts.setdefault(remote[1], name)
    if folders:
        remedy = "Set `use_directory_urls: false`, or list Material's plugin `offline`, and build again."
        yield f"links to folders open no page from disk, as in {folders[0]}. {remedy}"
    for host, name in hosts.items():
        yield f"{name} loads something from {host}, which needs a connection. Put a copy of it into the site."
    if (site / INDEX).is_file() and not (site / DISK_INDEX).is_file():
        remedy = "With the theme Material, list its plugin `offline`. Searches of other themes need a server."
        yield f"the search does not work from disk. {remedy}"


def _shows_folder(page: Path, link: str) -> bool:
    """Whether a relative link of a page is to a folder, of which a browser would show the files."""
    path = link.partition("#")[0].partition("?")[0]
    if not path or re.match(r"[a-z][a-z0-9+.-]*:|/", path, re.IGNORECASE):
        return False
    return path.endswith("/") or (page.parent / path).is_dir()


def find_loads(page: str) -> list[str]:
    """The addresses on other hosts that a page loads, in its markup and its styles."""
    reader = _Page()
    reader.feed(page)
    return reader.loads


def find_style_loads(style: str) -> list[str]:
    """The same of a stylesheet."""
    return _REMOTE_STYLE.findall(style)


class _Page(HTMLParser):
    """Collects the links of a page, and what it loads from other hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        relations = attributes.get("rel", "").lower().split()
        if not (tag == "link" and relations and _NAMED_ONLY.issuperset(relations)):
            values = [attributes.get(name, "") for name in _LOADED.get(tag, ())]
            self.loads += filter(_REMOTE.match, values)
        self.loads += find_style_loads(attributes.get("style", ""))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.loads += find_style_loads(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False
