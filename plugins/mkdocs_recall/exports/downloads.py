"""The files of the downloads blocks of a site, made by a build."""

from __future__ import annotations

import logging
import posixpath
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from ..assets import FOLDER
from ..extension.late_addresses import LateAddresses
from ..kinds import Downloads, Item
from ..kinds.page.downloads import SHEET
from ..model.text import count, to_line
from ..render.page.downloads import Download, write_downloads
from ..site.bank import Bank, Entry, PageItems
from ..site.offered import find_offered, find_pages, find_tests, pages_beside
from ..site.past.version import find_version
from ..site.reader import read_site
from ..site.settings import SettingsError, read_settings
from ..ui import ENGLISH_UI, Words
from . import EXPORT_FORMATS, Export, make_export
from .selection import to_chosen
from .views.markdown import MarkdownError
from .views.view import Chosen, find_decks, find_heads


class DownloadForm(NamedTuple):
    """How a format is written for download."""

    format: str
    """A format of `recall export`."""
    options: tuple[str, ...]
    """Its options."""
    ending: str
    """How the name of the file ends."""


FORMS = {
    "anki": DownloadForm("anki", ("--package",), ".apkg"),
    "worksheet": DownloadForm("worksheet", (), "-worksheet.html"),
    "sheet": DownloadForm("worksheet", ("--part", "sheet"), "-worksheet.html"),
    "moodle": DownloadForm("moodle", (), "-moodle.xml"),
    "gift": DownloadForm("gift", (), "-gift.txt"),
    "qti": DownloadForm("qti", (), "-qti.zip"),
    "qti-2.1": DownloadForm("qti", ("--profile", "2.1"), "-qti-2.1.zip"),
    "qti-3.0": DownloadForm("qti", ("--profile", "3.0"), "-qti-3.0.zip"),
    "csv": DownloadForm("csv", (), ".csv"),
    "quizlet": DownloadForm("csv", ("--for", "quizlet"), "-quizlet.txt"),
    "kahoot": DownloadForm("csv", ("--for", "kahoot"), "-kahoot.csv"),
    "json": DownloadForm("json", (), ".json"),
}
"""The formats by the names that authors write, and the worksheet without its key."""


class Placed(NamedTuple):
    """A downloads block, and the page it is on."""

    path: str
    """That of the page."""
    page: PageItems
    entry: Entry


class DownloadsError(Exception):
    """A site of which no files can be made."""


class _Source:
    """The pages whose questions are offered, as their sources have them, and what is found once for all blocks."""

    def __init__(self, bank: Bank, addresses: Mapping[str, str], blocks: Sequence[Placed], config: Path) -> None:
        heads = find_heads(bank, addresses)
        wanted = _find_wanted(bank, addresses, blocks, heads)
        # In a site of several languages, one build knows the pages of one of them.
        self.site = site = read_site(read_settings(config), only=None if bank.translations else wanted)
        self._version = find_version(site)
        self._decks = find_decks(site, None if bank.translations else heads)
        entries = ((path, each) for path in wanted & bank.pages.keys() for each in bank.pages[path].all_entries())
        self._faulty = {(path, each.block.id) for path, each in entries if each.problems}
        """Questions of which the build knows that something is wrong, such as an id that another page has."""
        self._excluded = {site.addresses.get(each, "") for each in site.bank.excluded}
        self._beside: dict[str, dict[str, PageItems]] = {}
        """The pages of each language; see `pages_beside`."""

    def choose(self, block: Downloads, path: str) -> tuple[Sequence[Chosen], bool]:
        """The questions without mistakes that a block offers, and whether any belongs to a test."""
        site, language = self.site, self.site.bank.languages.get(path, "")
        if language not in self._beside:
            self._beside[language] = pages_beside(site.bank, site.addresses, path)
        pages = self._beside[language]
        offered = list(find_offered(block, site.addresses.get(path, ""), pages, self._excluded))
        chosen = [
            to_chosen(each.entry.block, pages[each.uri], each.entry.region, each.set)
            for each in offered
            if isinstance(each.entry.block, Item)
            and not each.entry.problems
            and (pages[each.uri].page.path, each.entry.block.id) not in self._faulty
        ]
        return chosen, bool(find_tests(offered))

    def export(self, chosen: Sequence[Chosen]) -> Export:
        """These questions with their texts, for any format."""
        title = self.site.settings.site_name or self.site.settings.site_id
        return make_export(self.site, chosen, title, version=self._version, decks=self._decks)


def _find_wanted(
    bank: Bank, addresses: Mapping[str, str], blocks: Sequence[Placed], heads: Mapping[str, str]
) -> set[str]:
    """The paths of the pages whose questions the blocks offer, and of those that name their topics."""
    uris: set[str] = set()
    for path, _, entry in blocks:
        if path in addresses and isinstance(entry.block, Downloads):
            uris |= find_pages(entry.block, addresses[path], pages_beside(bank, addresses, path))
    uris |= {heads[uri] for uri in uris if uri in heads}
    return {path for path, uri in addresses.items() if uri in uris}


class DownloadFiles:
    """Makes the files, and puts the links to them into the pages."""

    def __init__(self, say: Words = ENGLISH_UI) -> None:
        self.say = say
        self.content: dict[str, bytes] = {}
        """The files by their addresses relative to the root of the site."""
        self._found: dict[tuple[str, int], list[Download]] = {}
        self._tell: Callable[[int, str], None] = lambda level, what: None

    def make(self, bank: Bank, addresses: Mapping[str, str], config: Path, tell: Callable[[int, str], None]) -> None:
        """Make the files of all blocks in the pages that were built, whose addresses go by their paths.

        The questions come from the sources of the site whose configuration file is `config`. Without such a block they
        are not read. `tell` reports what the files do not hold, with a level of `logging`.
        """
        self._tell = tell
        blocks = [
            Placed(path, page, entry)
            for path, page in sorted(bank.pages.items())
            for entry in page.entries
            if isinstance(entry.block, Downloads) and not entry.problems
        ]
        if not blocks:
            return
        try:
            source = _Source(bank, addresses, blocks, config)
            for placed in blocks:
                self._found[placed.path, placed.entry.region.start] = list(self._make(placed, source))
        except (MarkdownError, SettingsError) as error:
            raise DownloadsError(str(error)) from None

    def _make(self, placed: Placed, source: _Source) -> Iterator[Download]:
        block = placed.entry.block
        assert isinstance(block, Downloads)
        chosen, tested = source.choose(block, placed.path)
        place = ":".join(map(str, placed.page.page.place(placed.entry.region.start)))
        lost = 0 if block.origins else sum(1 for _ in placed.page.items()) - len(chosen)
        if lost > 0:
            what = f"{place}: {count(lost, 'question')} cannot be downloaded: a plugin writes what no source has."
            self._tell(logging.INFO, to_line(what))
        if not chosen:
            return
        export = source.export(chosen)
        for name in block.formats(tested=tested):
            form = "sheet" if name == SHEET and not block.gives_answers(tested=tested) else name
            content, held = self._write(export, form, place, "" if block.origins else placed.path)
            if held:
                uri = self._name(source.site.addresses.get(placed.path, placed.path), FORMS[form].ending, content)
                yield Download(form.partition(".")[0], uri, held, len(content))
            else:
                what = f"{place}: no question fits `{name}`, so it is not offered. Remove it from `formats`."
                self._tell(logging.WARNING, to_line(what))

    def _write(self, export: Export, form: str, place: str, page: str) -> tuple[bytes, int]:
        """A file, and how many questions it has. `page` is what is named to export the same by hand."""
        format, options, _ = FORMS[form]
        parser = ArgumentParser(add_help=False)
        EXPORT_FORMATS[format].add_arguments(parser)
        before = set(export.notes)
        content = EXPORT_FORMATS[format].write(export, parser.parse_args(options))
        held, noted, export.notes = export.count_held(), export.notes, before
        if noted:
            words = " ".join(filter(None, ("recall export", format, *options, page, "-o FILE")))
            what = f"{place}: `{form}` does not hold everything: {count(len(noted), 'note')}. `{words}` prints them."
            self._tell(logging.INFO, to_line(what))
        return content, held

    def _name(self, uri: str, ending: str, content: bytes) -> str:
        """The address of a file: that of its page, with a number where another block of the page has another file."""
        stem = posixpath.join(FOLDER, "downloads", posixpath.splitext(uri)[0])
        number = 1
        while True:
            name = f"{stem}{f'-{number}' if number > 1 else ''}{ending}"
            if self.content.setdefault(name, content) == content:
                return name
            number += 1

    def fill(self, text: str, url: str, late: LateAddresses) -> str:
        """Put the links into the HTML of a page at an address."""
        folder = posixpath.dirname(url) or "."

        def links(path: str, start: int) -> str:
            found = self._found.get((path, start), ())
            return write_downloads(found, lambda uri: quote(posixpath.relpath(uri, folder)), self.say)

        return late.settle_downloads(text, links)

    def write(self, folder: Path) -> None:
        """Write all files into the folder of the site."""
        for uri, content in self.content.items():
            file = folder / uri
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
