"""What tests over several pages draw from, and what is wrong with that. Both need the whole site."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..kinds import Item, MasteryTest
from ..model.problems import Fault
from ..model.spelling import nearest
from ..syntax.settings.from_setting import Origin, read_origins
from .bank import Bank, PageItems
from .sections.lessons import find_lesson_pages, find_topic_pages

Questions = dict[tuple[str, int], Item]
"""Questions with a level by where they stand: their page's address and the index of their header."""


@dataclass(slots=True)
class Pool:
    """All questions that the tests of a site could draw."""

    pages: Mapping[str, PageItems]
    """What pages hold, by their address relative to the folder of all pages."""
    faulty: bool = False
    """Whether questions with faults count too. They are reported already, so the bank is not reported as too small."""
    excluded: Collection[str] = ()
    """Addresses of the pages that keep their questions to themselves."""
    _lessons: dict[str, str] = field(default_factory=dict)
    """See `find_lesson_pages`."""

    def __post_init__(self) -> None:
        self._lessons = find_lesson_pages(self.pages)

    def of_test(self, deck: MasteryTest, uri: str) -> list[Item]:
        """What a test on a page draws from: what its header names, and its own questions, each once."""
        return list((self._on(uri, deck.start) | self._named(deck, uri)).values())

    def named_by(self, deck: MasteryTest, uri: str) -> list[Item]:
        """What the header of a test on a page names, each question once."""
        return list(self._named(deck, uri).values())

    def _named(self, deck: MasteryTest, uri: str) -> Questions:
        found: Questions = {}
        for origin in read_origins(deck.origins, uri):
            found |= self.of_origin(origin)
        return found

    def of_origin(self, origin: Origin) -> Questions:
        """The questions that an entry of `from=` names."""
        uris = self.pages_of(origin)
        found = {place: item for uri in uris if uri not in self.excluded for place, item in self._on(uri).items()}
        if not origin.objective:
            return found
        return {place: item for place, item in found.items() if item.settings.get("objective") == origin.objective}

    def pages_of(self, origin: Origin) -> list[str]:
        """The pages that an entry of `from=` names, whatever their questions are about."""
        return self._topic(origin.path) if origin.topic else [uri for uri in self.pages if origin.has(uri)]

    def by_topic(self, deck: MasteryTest, uri: str) -> dict[str, list[Item]]:
        """What a test on a page draws from, by the page of the topic that each question belongs to."""
        heads = find_topic_pages(list(self.pages), self._lessons)
        found: dict[str, list[Item]] = {}
        for (path, _), item in self._named(deck, uri).items():
            found.setdefault(heads[path], []).append(item)
        return found

    def _topic(self, uri: str) -> list[str]:
        """The pages of the topic that a page belongs to."""
        lesson = self._lessons.get(uri, uri)
        return [each for each in self.pages if lesson in (each, self._lessons.get(each))]

    def _on(self, uri: str, start: int | None = None) -> Questions:
        """The questions of a page, or of its container that starts there."""
        found: Questions = {}
        for entry in self.pages[uri].entries:
            if start in (None, entry.region.start) and not entry.misplaced:
                for each in (entry, *entry.children):
                    block = each.block
                    if (
                        isinstance(block, Item)
                        and block.spec.may_be_tested
                        and block.rank
                        and (self.faulty or not each.problems)
                    ):
                        found[uri, block.start] = block
        return found


def find_pools(bank: Bank, addresses: Mapping[str, str], language: str = "") -> dict[str, Sequence[Item]]:
    """What each test over several pages draws from, by its id, in a language; `addresses` as in `check_tests`."""
    pools = _pools(bank, addresses, language=language)
    return {deck.id: pool.of_test(deck, uri) for pool in pools for deck, uri in _wide_tests(pool)}


def find_named(bank: Bank, addresses: Mapping[str, str]) -> dict[str, list[str]]:
    """The ids of the questions that the header of each test over several pages names, by the test's id."""
    return {
        deck.id: [item.id for item in pool.named_by(deck, uri)]
        for pool in _pools(bank, addresses)
        for deck, uri in _wide_tests(pool)
    }


def _wide_tests(pool: Pool) -> Iterator[tuple[MasteryTest, str]]:
    """The tests over several pages, each with the address of its page."""
    return ((deck, uri) for uri, page in pool.pages.items() for deck in page.tests() if deck.origins)


def check_tests(bank: Bank, addresses: Mapping[str, str], uris: Collection[str]) -> dict[str, dict[int, list[Fault]]]:
    """What is wrong with the tests that draw from other pages, by path and line of the header, as `Bank.add` takes it.

    `addresses` are those of the bank's pages, relative to the folder of all pages, by their paths, and `uris` those of
    all pages, also of those that hold nothing of ours.
    """
    if not any(deck.origins for page in bank.pages.values() for deck in page.tests()):
        return {}
    paths = {uri: path for path, uri in addresses.items()}
    found: dict[str, dict[int, list[Fault]]] = {}
    for pool in _pools(bank, addresses, faulty=True):
        judge = _Judge(pool, uris, bank.levels)
        for deck, uri in _wide_tests(pool):
            if faults := list(judge.check(deck, uri)):
                found.setdefault(paths[uri], {})[deck.start] = faults
    return found


def _pools(
    bank: Bank, addresses: Mapping[str, str], *, faulty: bool = False, language: str | None = None
) -> list[Pool]:
    """The questions of each language of a site, or of one of them: a build makes one site for each."""
    pages: dict[str, dict[str, PageItems]] = {}
    for path, page in bank.pages.items():
        if path in addresses and language in (None, own := bank.languages.get(path, "")):
            pages.setdefault(own, {})[addresses[path]] = page
    excluded = {addresses[path] for path in bank.excluded if path in addresses}
    return [Pool(each, faulty=faulty, excluded=excluded) for each in pages.values()]


@dataclass(frozen=True, slots=True)
class _Judge:
    pool: Pool
    uris: Collection[str]
    levels: Sequence[Sequence[str]]

    def check(self, deck: MasteryTest, uri: str) -> Iterator[Fault]:
        """Entries that name nothing; without such, what the whole pool lacks."""
        faults = [fault for origin in read_origins(deck.origins, uri) for fault in self._check(deck, origin, uri)]
        if faults:
            yield from faults
        elif deck.places:
            yield from deck.check_topics(self.pool.by_topic(deck, uri))
        else:
            yield from deck.check_bank(self.pool.of_test(deck, uri), self.levels)

    def _check(self, deck: MasteryTest, origin: Origin, uri: str) -> Iterator[Fault]:
        if origin.path and not any(map(origin.has, self.uris)):
            what = "a folder without pages" if origin.folder else "a page that does not exist"
            remedy = self._nearest_path(origin, uri) or "Fix the path, which is relative to this page."
            yield _fault(deck, f"`{origin.written}` names {what}.", remedy)
        elif not self.pool.of_origin(origin):
            remedy = self._nearest_objective(origin) or "Use an objective of choice questions that have a level."
            if not origin.objective:
                remedy = "Write some, or remove the entry."
            yield _fault(deck, f"`{origin.written}` matches no choice question with a level.", remedy)

    def _nearest_path(self, origin: Origin, uri: str) -> str:
        known = {posixpath.dirname(each) for each in self.uris} - {""} if origin.folder else self.uris
        near = nearest(origin.path.rstrip("/"), sorted(known), within=2)
        if not near:
            return ""
        path = posixpath.relpath(near, posixpath.dirname(uri) or ".") + ("/" if origin.folder else "")
        return f"Did you mean `{'topic:' if origin.topic else ''}{path}`?"

    def _nearest_objective(self, origin: Origin) -> str:
        """One that questions of the same pages are about."""
        there = self.pool.of_origin(replace(origin, objective=""))
        known = {item.settings.get("objective", "") for item in there.values()} - {""}
        near = nearest(origin.objective, sorted(known), within=2)
        return f"Did you mean `#{near}`?" if near else ""


def _fault(deck: MasteryTest, what: str, remedy: str) -> Fault:
    return Fault(index=deck.start, rule="test-from", what=what, remedy=remedy)
