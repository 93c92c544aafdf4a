"""Which questions a downloads block offers, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ..kinds import Downloads, Item, ItemSet, MasteryTest
from ..model.problems import Fault
from ..model.spelling import nearest
from ..syntax.settings.from_setting import Origin, read_origins
from .bank import Bank, Entry, PageItems
from .test_pools import Pool


class Offered(NamedTuple):
    """A question that a block offers."""

    uri: str
    entry: Entry
    set: ItemSet | None
    """The practice or the test that holds it."""


def pages_beside(bank: Bank, addresses: Mapping[str, str], path: str) -> dict[str, PageItems]:
    """The pages in the language of the page at a path, itself among them, by their addresses."""
    language = bank.languages.get(path, "")
    return {
        addresses[other]: page
        for other, page in bank.pages.items()
        if other in addresses and bank.languages.get(other, "") == language
    }


def find_pages(block: Downloads, uri: str, pages: Mapping[str, PageItems]) -> set[str]:
    """The pages of which a block on a page offers questions; see `find_offered`."""
    if not block.origins:
        return {uri}
    pool = Pool(pages)
    return {other for origin in read_origins(block.origins, uri) for other in pool.pages_of(origin)}


def find_offered(
    block: Downloads, uri: str, pages: Mapping[str, PageItems], excluded: Collection[str] = ()
) -> Iterator[Offered]:
    """The questions that a block on a page offers, each once, in the order of the pages.

    `pages` are those of its language by their addresses, and `excluded` those that keep their questions to themselves.
    """
    if not block.origins:
        if uri in pages:
            yield from _questions(uri, pages[uri])
        return
    pool, origins = Pool(pages), read_origins(block.origins, uri)
    named = [(origin.objective, set(pool.pages_of(origin)) - set(excluded)) for origin in origins]
    for other in sorted(pages):
        for each in _questions(other, pages[other]):
            objective = each.entry.block.settings.get("objective", "")
            if any(other in uris and wanted in ("", objective) for wanted, uris in named):
                yield each


def _questions(uri: str, page: PageItems) -> Iterator[Offered]:
    for entry in page.entries:
        if not entry.misplaced:
            whole = entry.block if isinstance(entry.block, ItemSet) else None
            for each in (entry, *entry.children):
                if isinstance(each.block, Item):
                    yield Offered(uri, each, whole)


def check_offer(
    block: Downloads, uri: str, pages: Mapping[str, PageItems], uris: Collection[str], excluded: Collection[str]
) -> Iterator[Fault]:
    """What is wrong with a block that has no problems of its own. `uris` are the addresses of all pages."""
    if block.origins:
        pool = Pool(pages)
        for origin in read_origins(block.origins, uri):
            yield from _check_origin(block, origin, pool, uris)
    found = list(find_offered(block, uri, pages, excluded))
    yield from block.check_offer(len(found), find_tests(found))


def find_tests(found: Collection[Offered]) -> list[str]:
    """The tests that these questions belong to."""
    return list(dict.fromkeys(each.set.id for each in found if isinstance(each.set, MasteryTest)))


def _check_origin(block: Downloads, origin: Origin, pool: Pool, uris: Collection[str]) -> Iterator[Fault]:
    if origin.path and not any(map(origin.has, uris)):
        what = "a folder without pages" if origin.folder else "a page that does not exist"
        near = "" if origin.folder else nearest(origin.path, list(uris), within=2)
        remedy = f"Did you mean `{near}`?" if near else "Fix the path, which is relative to this page."
        yield Fault(block.start, "downloads-from", f"`{origin.written}` names {what}.", remedy)
        return
    items = [each.entry.block for uri in pool.pages_of(origin) for each in _questions(uri, pool.pages[uri])]
    known = {item.settings.get("objective", "") for item in items if isinstance(item, Item)} - {""}
    if not items:
        what = f"`{origin.written}` has no questions."
        yield Fault(block.start, "downloads-from", what, "Write some, or remove the entry.")
    elif origin.objective and origin.objective not in known:
        near = nearest(origin.objective, sorted(known), within=2)
        remedy = f"Did you mean `#{near}`?" if near else "Use an objective of these questions."
        yield Fault(block.start, "downloads-from", f"`{origin.written}` matches no question.", remedy)
