"""From the sources of a site to its items and problems, without any build."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..kinds import Item
from ..model.page import Page, Region
from ..model.problems import Problem
from ..rules.links import Targets, check_page_links
from ..syntax.scanner import has_blocks, scan
from ..syntax.settings.from_setting import PAGES
from ..syntax.settings.run_setting import RUN_MARK, remove_run_settings
from .bank import Bank, PageItems, check_former_ids
from .page_checks import check_page_blocks
from .placement.misplaced import find_misplaced
from .quality import check_quality
from .settings import Settings
from .snippets import Inclusion
from .source_text import decode, excludes, split_lines, take_front_matter, to_scan
from .sources.files import SourceFiles, read_bytes, resolve, to_path
from .test_pools import check_tests, find_pools
from .translations import Translations


@dataclass(slots=True)
class Site:
    """A site's pages as their sources have them."""

    settings: Settings
    bank: Bank
    unreadable: list[Problem] = field(default_factory=list)
    """Problems of files as such."""
    files: set[str] = field(default_factory=set)
    """All pages that were looked at, by their path."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Address of each page relative to the folder of pages, by its path."""
    run_lines: dict[str, list[str]] = field(default_factory=dict)
    """Lines of the pages whose code fences name scripts (`{run=FILE}`), by path, as they are in the file."""

    @property
    def pages(self) -> Sequence[PageItems]:
        """The pages that hold blocks of ours, in order of their paths."""
        return [self.bank.pages[path] for path in sorted(self.bank.pages)]

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the site, the default one first; one without a name where it has no plugin for several."""
        found = self.settings.languages
        return sorted(found.locales, key=lambda locale: locale != found.default) if found else [""]

    def pages_in(self, language: str) -> list[PageItems]:
        """Those of `pages` that are in a language."""
        return [page for page in self.pages if self.bank.languages.get(page.page.path, "") == language]

    def pools(self, language: str = "") -> dict[str, Sequence[Item]]:
        """What each test over several pages draws from, by its id, in a language of the site."""
        return find_pools(self.bank, self.addresses, language)

    def _text(self, path: str) -> str | None:
        """The text of a page of the site, by its path; None where it cannot be read."""
        content = read_bytes(self.settings.root / path, path)[0] if path in self.files else None
        return None if content is None else decode(content, path)[0]

    def problems(self) -> list[Problem]:
        """All problems, sorted by file and line."""
        found = check_quality(self.pages, language=self.settings.language, rules=self.settings.rules, read=self._text)
        return sorted({*self.unreadable, *self.bank.problems(), *found})


def read_site(settings: Settings, more: Sequence[Path] = (), *, only: Collection[str] | None = None) -> Site:
    """Read all pages of a site, and `more` files beside them, such as a page that the site leaves out.

    `only` are the paths of the pages that are wanted. Where it is given, nobody looks for what the whole site shows.
    """
    files = SourceFiles(settings)
    site = Site(settings, Bank(levels=settings.levels, labels=settings.labels), files.problems)
    pages = {file: uri for uri, file in files.uris.items() if uri.endswith(PAGES)}
    known = set(map(resolve, pages))
    pages |= {file: file.name for file in more if resolve(file) not in known}
    inclusion, targets = Inclusion(settings), Targets(files, site.bank.anchors)
    if languages := settings.languages:
        site.bank.translations = Translations(languages.default)
        pages = dict(sorted(pages.items(), key=lambda page: languages.find(page[1]) != languages.default))
    for file, uri in pages.items():
        path = to_path(file, settings.root)
        site.files.add(path)
        if only is None or path in only:
            _read_page(site, file, path, uri, inclusion, targets)
    if only is None:
        _check_whole(site, pages.values())
    return site


def _check_whole(site: Site, uris: Collection[str]) -> None:
    """Note what is wrong with pages that only all of them together show."""
    for path, faults in check_tests(site.bank, site.addresses, uris).items():
        site.bank.add(path, faults)
    for path, faults in check_page_blocks(site.bank, site.addresses, uris).items():
        site.bank.add(path, faults)
    for path, faults in check_former_ids(site.bank).items():
        site.bank.add(path, faults)


def _read_page(site: Site, file: Path, path: str, uri: str, inclusion: Inclusion, targets: Targets) -> None:
    content, unreadable = read_bytes(file, path)
    text = ""
    if content is not None:
        text, unreadable = decode(content, path)
    if unreadable:
        site.unreadable.append(unreadable)
    includes = inclusion.may_include(text)
    runs = RUN_MARK in text
    holds = includes or has_blocks(text.replace("\r", "\n"))
    if not holds and not runs:
        return
    meta, lines = take_front_matter(split_lines(text))
    if runs:
        site.run_lines[path] = lines
    if not holds:
        return
    if excludes(meta):
        site.bank.excluded.add(path)
    if site.settings.languages:
        site.bank.languages[path] = site.settings.languages.find(uri)
    places = None
    if includes:
        placed, failed = inclusion.apply(lines, path)
        site.unreadable += failed
        lines, places = [line for line, _ in placed], [place for _, place in placed]
    lines = remove_run_settings(to_scan(lines))
    page = Page(path=path, lines=lines, places=places)
    superfences = site.settings.extensions.get("pymdownx.superfences", {})
    scanned = scan(
        page.lines, relaxed=bool(superfences.get("relaxed_headers")) or "markdown-exec" in site.settings.plugins
    )
    apart = find_misplaced(page, scanned, site.settings.extensions)
    generated = find_templated(page.lines, scanned.regions, site.settings.plugins.get("macros"), meta)
    misplaced = {**apart.raw, **apart.late}
    found = site.bank.read(page, scanned, samples=apart.samples | generated, misplaced=misplaced)
    if misplaced:
        found = site.bank.add(path, {fault.index: [fault] for fault in misplaced.values()})
    if apart.unread:
        found = site.bank.note(path, apart.unread)
    if not found.entries and not found.problems:
        site.bank.forget(path)
        return
    site.addresses[path] = uri
    regions = [entry.region for entry in found.entries]
    math = "pymdownx.arithmatex" in site.settings.extensions
    if faults := check_page_links(found.page, regions, uri, targets, math=math):
        site.bank.add(path, faults)


def find_templated(
    lines: Sequence[str],
    regions: Sequence[Region],
    options: Mapping[str, object] | None,
    meta: Mapping[str, object],
) -> frozenset[int]:
    """Numbers of the blocks that the plugin `macros` makes or may leave out, so that only a build knows them.

    `options` are the plugin's, None without it; `meta` is the page's front matter, which may switch it off.
    """
    by_default = bool((options or {}).get("render_by_default", True))
    if options is None or meta.get("ignore_macros") or not meta.get("render_macros", by_default):
        return frozenset()
    block = re.escape(str(options.get("j2_block_start_string") or "{%"))
    marks = (str(options.get("j2_variable_start_string") or "{{"), str(options.get("j2_block_start_string") or "{%"))
    tag = re.compile(rf"{block}[-+]?\s*(?P<end>end)?(?:for|if|macro|call|filter|raw|block)\b")
    depth, inside = 0, bytearray(len(lines))
    for number, line in enumerate(lines):
        for found in tag.finditer(line):
            depth = max(depth - 1, 0) if found["end"] else depth + 1
        inside[number] = depth > 0

    def is_templated(region: Region) -> bool:
        own = inside[region.start] or any(mark in region.header for mark in marks)
        return bool(own) or any(map(is_templated, region.children))

    return frozenset(number for number, region in enumerate(regions) if is_templated(region))
