"""The addresses of built pages."""

from __future__ import annotations

import posixpath
from urllib.parse import quote


def to_url(uri: str, *, directories: bool) -> str:
    """Address of a built page relative to the site, by that of its source; `directories` as in `use_directory_urls`.

    It is never empty: `./` is the site's own.
    """
    folder, name = posixpath.split(posixpath.splitext(uri)[0])
    index = name in ("index", "README")
    if directories:
        return quote(posixpath.join(folder, "" if index else f"{name}/")) or "./"
    return quote(posixpath.join(folder, "index.html" if index else f"{name}.html"))


def to_relative(url: str, folder: str) -> str:
    """An address relative to a folder of the site, by the one relative to the site."""
    path = posixpath.relpath(url, folder or ".")
    return f"{path}/" if url.endswith("/") else path
