"""What the pages of a site need of each other, from its sources and from the pages that an engine has built.

For engines that run no plugins. Metadata comes from the sources, and the HTML of each item from its built page, so that
it is the same wherever readers see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from ...assets import FOLDER, HASHED, shipped
from ...kinds import Explain
from ...model.text import count
from ...render.extract import cut_items
from ...render.items.card import write_blank_card
from ...ui import Words
from ..manifest import ManifestPage, PageData, SiteData, WideTest
from ..reader import Site
from ..sections.headings import Slug, read_slug
from ..sections.lessons import title_of
from ..test_pools import find_named
from .addresses import to_url
from .navigation import order_by

MANIFEST = f"{FOLDER}/items.js"
"""Address in the site of what pages need of each other, where no plugin could name it by its content."""

_OURS = re.compile(rf"(?:src|href)=[\"']?[^\"'\s>]*{FOLDER}/(?P<name>\w+\.[0-9a-f]{{8}}\.(?:js|css))")
"""One of our files, as a page names it."""


class NotBuilt(Exception):
    """A folder that holds no built page of the site."""


def list_pages(
    site: Site, language: str, find_url: Callable[[str], str], slug: Slug | None
) -> tuple[list[ManifestPage], list[WideTest]]:
    """The pages with blocks in a language of the site, in order of its navigation, and the tests over several pages.

    `find_url` returns the address of a built page by that of its source.
    """
    place, named = order_by(site.settings.nav), find_named(site.bank, site.addresses)
    pages: list[ManifestPage] = []
    tests: list[WideTest] = []
    for page in sorted(site.pages_in(language), key=lambda page: place(site.addresses[page.page.path])):
        uri = site.addresses[page.page.path]
        title = site.settings.nav.get(uri) or title_of(page, plain=True) or uri
        path = find_url(uri)
        pages.append(ManifestPage(items=page, source=uri, path=path, title=title, slug=slug))
        for deck in page.tests():
            if deck.origins:
                draws = named.get(deck.id, ())
                tests.append(WideTest(deck=deck, path=path, title=title, source=uri, draws=draws))
    return pages, tests


@dataclass(slots=True)
class BuiltSite:
    """The built pages of a site, and what they need of each other."""

    site: Site
    folder: Path
    """That of the built site."""
    say: Words
    missing: list[str] = field(default_factory=list)
    """Pages with items that were not built, by their path."""
    outdated: list[str] = field(default_factory=list)
    """What is wrong with pages that were built from other sources, or with another version of this package."""

    def read(self) -> SiteData:
        """Read the built pages; `NotBuilt` if there are none."""
        settings = self.site.settings
        slug = read_slug(settings.extensions.get("toc", {}))
        listed, tests = list_pages(self.site, self.site.languages[0], self._find_url, slug)
        held, lessons = [], []
        for page in listed:
            if not any(page.items.items()):
                lessons.append(page)
            elif page.items.page.path not in self.site.bank.excluded and (data := self._read(page)):
                held.append(data)
        if not held and (self.missing or not listed):
            raise NotBuilt
        name = settings.site_name or settings.site_id
        return SiteData(settings.site_id, name, held, tests, lessons, uri=MANIFEST)

    def _find_url(self, uri: str) -> str:
        """Address of a page as it was built: a plugin may have changed whether pages have folders of their own."""
        either = [to_url(uri, directories=each) for each in (True, False)]
        chosen = either if self.site.settings.directory_urls else either[::-1]
        return next((url for url in chosen if self._file(url).is_file()), chosen[0])

    def _file(self, url: str) -> Path:
        return self.folder / unquote(url) / ("index.html" if url.endswith("/") else "")

    def _read(self, page: ManifestPage) -> PageData | None:
        path, file = page.items.page.path, self._file(page.path)
        try:
            text = file.read_text("utf-8")
        except FileNotFoundError:
            self.missing.append(path)
            return None
        items = cut_items(text, page.path.removeprefix("./"))
        known = {item.id for item in page.items.items()}
        self._compare(path, file, text, lacking=len(known - items.keys()))
        explains = any(isinstance(item, Explain) for item in page.items.items())
        kept = {id: html for id, html in items.items() if id in known}
        return PageData(page, kept, page.path.removeprefix("./"), write_blank_card(self.say) if explains else "")

    def _compare(self, path: str, file: Path, text: str, *, lacking: int) -> None:
        """Note whether a page was built from another source, or names files of another version."""
        built = file.relative_to(self.folder).as_posix()
        if lacking:
            self.outdated.append(f"{built} does not have {count(lacking, 'question')} of {path}.")
        current = {shipped(name, self.say)[0].rpartition("/")[2] for name in HASHED}
        if other := sorted({found["name"] for found in _OURS.finditer(text)} - current):
            self.outdated.append(f"{built} loads {other[0]}, which is not of this version of mkdocs-recall.")


def find_leftovers(folder: Path, written: Sequence[str]) -> Iterator[Path]:
    """Data scripts in a built site that an earlier run has written and this one has not."""
    kept = {folder / uri for uri in written}
    own = folder / FOLDER
    yield from (file for file in sorted(own.glob("pages/**/*.????????.js")) if file not in kept)
