"""In which order readers meet the pages of a site, as its configuration file says it or as engines choose it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

PageOrder = tuple[int, tuple[tuple[int, str], ...]]
"""What pages are sorted by."""


def read_nav(nav: object) -> dict[str, str]:
    """Title of each page in a `nav`, by its address; empty where the page has its own."""
    found: dict[str, str] = {}
    for uri, title in _read(nav, ""):
        found.setdefault(posixpath.normpath(uri), title)
    return found


def _read(nav: object, title: str) -> Iterator[tuple[str, str]]:
    if isinstance(nav, str):
        yield nav.strip(), title
    elif isinstance(nav, list):
        for each in nav:
            yield from _read(each, "")
    elif isinstance(nav, dict) and "children" in nav and "url" in nav:  # As Zensical keeps it.
        yield from _read(nav["url"] or nav["children"], str(nav.get("title") or ""))
    elif isinstance(nav, dict):
        for name, value in nav.items():
            yield from _read(value, str(name))


def order_by(nav: Mapping[str, str]) -> Callable[[str], PageOrder]:
    """What to sort the addresses of pages by: first those that a `nav` names, in its order.

    The others are as MkDocs orders pages without a `nav`: in each folder its index, its pages, then its folders.
    """
    known = {uri: number for number, uri in enumerate(nav)}

    def place(uri: str) -> PageOrder:
        *folders, name = uri.split("/")
        index = posixpath.splitext(name)[0] in ("index", "README")
        return known.get(uri, len(known)), (*((2, folder) for folder in folders), (0 if index else 1, name))

    return place
