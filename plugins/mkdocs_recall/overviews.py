"""What a page shows of the whole site: read from the sources, since a build may render only the page under way."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from pathlib import Path

from .bank import Bank
from .check import read_site
from .host import Host
from .settings import find_file, read_settings
from .stats import Row, count_topics, describe, total

Entry = tuple[str, str, Sequence[Row], Sequence[str]]
"""Title, address relative to the page, rows and what is missing."""


def find_coverage(host: Host, bank: Bank, under: str = "") -> tuple[list[Entry], list[Row]]:
    """The topics of the site and all of them together; where no configuration file is known, those of this page.

    `under` names a folder of pages, relative to the folder of all pages; without it all count.
    """
    addresses: dict[str, str] = {}
    pages, pools = [bank.pages[host.path]], {}
    file = Path(host.config_file) if host.config_file else find_file(Path(host.root)) if host.root else None
    if file and file.is_file():
        site = read_site(read_settings(file))
        addresses = {path: uri for path, uri in site.addresses.items() if f"{uri}/".startswith(_folder(under))}
        pages, pools = [page for page in site.pages if page.page.path in addresses], site.pools()
    topics = count_topics(pages, bank.levels, pools)
    here = posixpath.dirname(host.uri) or "."
    entries: list[Entry] = [
        (
            topic.title,
            posixpath.relpath(addresses[topic.path], here) if topic.path in addresses else "",
            describe(topic, bank.levels),
            topic.lacks,
        )
        for topic in topics
    ]
    return entries, total(topics, bank.levels)


def _folder(under: str) -> str:
    return under.strip("/") + "/" if under.strip("/") else ""
