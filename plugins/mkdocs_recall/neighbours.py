"""What other plugins of MkDocs do with pages, as far as this one has to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from .offline.from_disk import DISK_SEARCH, disk_search

PRINT_SITE = "print-site"
"""A plugin that puts all pages on one."""

REMOTE_SHIM = "https://unpkg.com/iframe-worker"
"""Where Material's plugin `offline` would have each page load what its search needs from disk."""


def find_copies(page: Page, config: MkDocsConfig) -> Iterator[tuple[Any, str, str, str]]:
    """The HTML of a page wherever it is kept: what holds it, under which name, the text, and the address it is for."""
    yield page, "content", page.content or "", page.url
    if PRINT_SITE in config.plugins and isinstance(text := getattr(page, "html", None), str):
        printed: Any = config.plugins[PRINT_SITE]
        yield page, "html", text, printed.print_page.url
    hidden = getattr(page, "encryptcontent", None)
    if isinstance(hidden, dict) and isinstance(text := hidden.get("html_to_encrypt"), str):
        yield hidden, "html_to_encrypt", text, page.url


def set_copy(holder: Any, name: str, text: str) -> None:
    """Replace one of them."""
    if isinstance(holder, dict):
        holder[name] = text
    else:
        setattr(holder, name, text)


def replace_shim(config: MkDocsConfig) -> Iterator[tuple[str, str, bytes]]:
    """Have pages load our script for search from disk in place of the remote one: its name, address and content."""
    shims = config.extra.get("polyfills") or []
    for number, shim in enumerate(shims):
        if str(shim).startswith(REMOTE_SHIM):
            uri, content = disk_search()
            shims[number] = uri
            yield f"{DISK_SEARCH}.js", uri, content
