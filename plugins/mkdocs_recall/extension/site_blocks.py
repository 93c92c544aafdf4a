"""What a page shows of the whole site: read from the sources, since a build may render only the page in progress."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from ..kinds import Item, ItemSet
from ..render.page.coverage import CoverageRow, CoverageTable
from ..site.bank import Bank, PageItems
from ..site.manifest import describe_site
from ..site.published.built_site import list_pages
from ..site.reader import Site, read_site
from ..site.sections.headings import Slug, to_slug
from ..site.sections.lessons import find_title
from ..site.settings import find_file, read_settings
from ..site.statistics import count_topics, describe, total
from ..syntax.settings.from_setting import Origin, read_origins
from ..ui import Words
from .engine import Host


def find_topics(host: Host, site_id: str, source: str = "", slug: Slug | None = to_slug) -> str:
    """What the manifest says, as JSON, with the way to the site's root; empty where no configuration file is known.

    For pages that have no manifest, since only the plugin writes one. `source` is a page whose topic alone is wanted.
    """
    site = _read(host)
    if site is None:
        return ""
    topics, named = list_pages(site, _language(site, host), host.url, slug)
    tests = [replace(test, draws=()) for test in named]  # Without the manifest no page can load their questions.
    found = describe_site(site_id, host.site_name or site_id, topics, tests)
    kept = [topic for topic in found["topics"] if source in ("", topic["source"])]
    if source:
        whole = {topic["learn"] or topic["path"] for topic in kept}
        kept = [topic for topic in found["topics"] if whole & {topic["learn"], topic["path"]}]
    told = {**found, "topics": kept, "root": f"{host.to_file('.')}/"}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def find_coverage(host: Host, bank: Bank, say: Words, under: str = "") -> tuple[list[CoverageTable], list[CoverageRow]]:
    """The topics of the site and all of them together; where no configuration file is known, those of this page.

    `under` names a folder of pages, relative to the folder of all pages; without it all count. Pages in other languages
    than this page do not.
    """
    addresses: dict[str, str] = {}
    pages: list[PageItems] = [bank.pages[host.key]]
    pools: dict[str, Sequence[Item]] = {}
    site = _read(host)
    if site:
        language = _language(site, host)
        addresses = {path: uri for path, uri in site.addresses.items() if f"{uri}/".startswith(_folder(under))}
        pages = [page for page in site.pages_in(language) if page.page.path in addresses]
        pools = site.pools(language)
    topics = count_topics(pages, bank.levels, pools, say)
    here = posixpath.dirname(host.uri) or "."
    tables: list[CoverageTable] = [
        (
            topic.title,
            posixpath.relpath(addresses[topic.path], here) if topic.path in addresses else "",
            describe(topic, bank.levels, say),
            topic.lacks,
        )
        for topic in topics
    ]
    return tables, total(topics, bank.levels, say)


def find_sources(host: Host, bank: Bank, test: ItemSet) -> list[tuple[Origin, str, str]]:
    """Where a test takes questions from besides its own, each with title and address of its page, if it is one."""

    def describe_page(origin: Origin) -> tuple[Origin, str, str]:
        address = posixpath.relpath(origin.path, posixpath.dirname(host.uri) or ".")
        text = host.read(address)
        title = find_title(text, bank.levels, bank.read_pages) if text else ""
        return origin, title or origin.path, quote(address)

    origins = read_origins(test.origins, host.uri)
    return [describe_page(each) if each.path and not each.folder else (each, "", "") for each in origins]


def _read(host: Host) -> Site | None:
    """The whole site; None where no configuration file is known."""
    if host.build:
        return host.build.read()
    file = Path(host.config_file) if host.config_file else find_file(Path(host.root)) if host.root else None
    return read_site(read_settings(file)) if file and file.is_file() else None


def _language(site: Site, host: Host) -> str:
    """The language of the current page: a page speaks of the questions in its own language only."""
    return site.bank.languages.get(host.path, site.languages[0])


def _folder(under: str) -> str:
    return under.strip("/") + "/" if under.strip("/") else ""
