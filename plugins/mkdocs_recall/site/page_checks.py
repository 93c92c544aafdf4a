"""What only the whole site shows of blocks that belong to a page: objectives, topics of a map, what is downloaded."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from ..kinds import Downloads, Goals, Item, TopicMap, Ways
from ..model.problems import Fault
from ..model.spelling import nearest
from .bank import Bank, Entry, PageItems
from .offered import check_offer, pages_beside

FaultsByPage = dict[str, dict[int, list[Fault]]]
"""Faults by path and line of the header, as `Bank.add` takes them."""


def find_goal_items(page: PageItems, read: Callable[[str], Iterable[Item]]) -> list[Item]:
    """The items that tick the goals of a page: its own, and those of the tests that its ways lead to.

    `read` returns the items of another page, by how this one links to it.
    """
    ways = [entry.block for entry in page.entries if isinstance(entry.block, Ways) and not entry.problems]
    tests = dict.fromkeys(way.test.partition("#")[0] for way in ways)
    return [*page.items(), *(item for test in tests if test for item in read(test))]


def check_page_blocks(bank: Bank, addresses: Mapping[str, str], uris: Collection[str]) -> FaultsByPage:
    """What is wrong with goals, maps and downloads that have no problems of their own.

    `addresses` are those of the bank's pages, relative to the folder of all pages, by their paths, and `uris` those of
    all pages, also of those without any of our blocks.
    """
    pages = {uri: bank.pages[path] for path, uri in addresses.items() if path in bank.pages}
    excluded = {addresses.get(each, "") for each in bank.excluded}
    by_language: dict[str, dict[str, PageItems]] = {}
    found: FaultsByPage = {}
    for path, page in bank.pages.items():
        for entry in page.entries if path in addresses else ():
            if entry.problems or isinstance(entry.block, Item):
                continue
            uri, faults = addresses[path], list[Fault]()
            if isinstance(entry.block, Goals):
                faults = list(_check_goals(entry.block, page, uri, pages))
            elif isinstance(entry.block, TopicMap):
                faults = list(_check_map(entry.block, uri, pages, uris))
            elif isinstance(entry.block, Downloads):
                language = bank.languages.get(path, "")
                beside = by_language[language] = by_language.get(language) or pages_beside(bank, addresses, path)
                faults = list(check_offer(entry.block, uri, beside, uris, excluded))
            if faults:
                found.setdefault(path, {})[entry.region.start] = faults
    return found


def _check_goals(goals: Goals, page: PageItems, uri: str, pages: Mapping[str, PageItems]) -> Iterator[Fault]:
    def read(target: str) -> Iterable[Item]:
        there = pages.get(_resolve(target, uri))
        return there.items() if there else ()

    items = [*find_goal_items(page, read), *_find_faulty(page.entries)]
    named = dict.fromkeys(item.settings.get("objective", "") for item in items)
    return goals.check_objectives([name for name in named if name])


def _find_faulty(entries: Iterable[Entry]) -> Iterator[Item]:
    """Items with problems of their own. A goal that names what they are about is not wrong as well."""
    for entry in entries:
        if entry.problems and isinstance(entry.block, Item):
            yield entry.block
        yield from _find_faulty(entry.children)


def _check_map(block: TopicMap, uri: str, pages: Mapping[str, PageItems], uris: Collection[str]) -> Iterator[Fault]:
    topics = [other for other, page in pages.items() if any(page.items())]
    for topic in block.topics:
        there = _resolve(topic.page, uri)
        if there in uris and there not in topics:
            near = nearest(there, topics, within=2)
            remedy = "Link to the page of a lesson or a test, or write questions on that page."
            if near:
                remedy = f"Did you mean `{posixpath.relpath(near, posixpath.dirname(uri) or '.')}`?"
            yield Fault(topic.at, "map-topic", f"the page `{topic.page}` has no questions.", remedy)


def _resolve(target: str, uri: str) -> str:
    """A page relative to the folder of all pages, by how another page links to it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(target)))
