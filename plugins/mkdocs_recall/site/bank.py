"""Items of pages and of a whole site: what a page's text holds, and ids that are used twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..kinds import Block, Item, ItemSet, Review
from ..kinds.reader import read_block
from ..kinds.sets.test import MasteryTest, check_place
from ..model.identity import FreeIds
from ..model.page import Page, Region
from ..model.problems import Fault, Problem
from ..model.vocabulary import DEFAULT_LEVELS
from ..syntax.header import read_header
from ..syntax.labels import SiteLabels
from ..syntax.scanner import Scanner, scan
from .translations import Translations

MISPLACED = ("raw-html", "in-code")
"""Rules about where a block is; see `placeholders`."""


_FORMER_REMEDY = "Keep a former id only in the header of the item that had it, and only while no item has it."


class Entry(NamedTuple):
    """A block of a page, where it stands, and what is wrong with it. Without problems it can be shown."""

    region: Region
    block: Block
    problems: tuple[Problem, ...]
    children: tuple[Entry, ...] = ()
    """The entries of a container's items."""

    @property
    def misplaced(self) -> bool:
        """Whether it is where Markdown reads no block, so that nothing of it can be shown."""
        return any(problem.rule in MISPLACED for problem in self.problems)

    def all_problems(self) -> Iterator[Problem]:
        """Problems of the block and of what it holds."""
        yield from self.problems
        for child in self.children:
            yield from child.all_problems()

    def outline(self) -> Entry:
        """The entry without texts."""
        children = tuple([child.outline() for child in self.children])
        block = self.block.outline() if isinstance(self.block, Item) else self.block
        block = _with_items(block, children) if isinstance(block, ItemSet) else block
        return Entry(self.region.outline(), block, self.problems, children)


@dataclass(frozen=True, slots=True)
class PageItems:
    """All that a page holds of ours."""

    page: Page
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems outside of items."""
    unclosed: tuple[int, ...] = ()
    """Lines that open a code fence that is never closed."""
    fenced: bytes = b""
    """For each line whether it belongs to a code fence."""
    more: tuple[PageItems, ...] = ()
    """What other texts hold that the finished page shows too, such as docstrings; their problems are their own."""
    outlined: bool = False
    """Whether the texts of the items are gone; see `Bank.outline`."""

    def all_problems(self) -> Iterator[Problem]:
        """Problems of the page and of its items."""
        yield from self.problems
        for entry in self.entries:
            if entry.problems or entry.children:
                yield from entry.all_problems()

    def all_entries(self) -> Iterator[Entry]:
        """All entries of the page's own text, those in containers included, in order."""
        for entry in self.entries:
            yield from (entry, *entry.children)

    def placed(self) -> Iterator[Entry]:
        """The entries that are where Markdown reads them, those in containers included, in order."""
        for entry in self.entries:
            if not entry.misplaced:
                yield from (entry, *entry.children)
        for items in self.more:
            yield from items.placed()

    def items(self) -> Iterator[Item]:
        """The items without problems, those in containers included, in order."""
        for each in self.placed():
            if isinstance(each.block, Item) and not each.problems:
                yield each.block

    def sets(self) -> Iterator[ItemSet]:
        """The containers without problems, in order."""
        for entry in self.entries:
            if isinstance(entry.block, ItemSet) and not entry.problems:
                yield entry.block
        for items in self.more:
            yield from items.sets()

    def has_review(self) -> bool:
        """Whether a review without problems is on the page."""
        return any(isinstance(entry.block, Review) and not entry.problems for entry in self.entries)

    def tests(self) -> Iterator[MasteryTest]:
        """The tests without problems, in order."""
        return (each for each in self.sets() if isinstance(each, MasteryTest))


@dataclass(slots=True)
class Bank:
    """The ids of a site, with the place where each was first used.

    Pages may be read again in any order (a live preview renders only what changed): what an earlier reading of a page
    said is forgotten then.
    """

    levels: Sequence[Sequence[str]] = DEFAULT_LEVELS
    labels: SiteLabels = field(default_factory=SiteLabels)
    """What the site calls the parts of items."""
    pages: dict[str, PageItems] = field(default_factory=dict)
    owners: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """The page and the header, by its index in the page, of the item that has an id in a language."""
    languages: dict[str, str] = field(default_factory=dict)
    """Language of each page by its path, where a site has several: in each of them ids are unique."""
    translations: Translations | None = None
    """None where the site has one language."""
    excluded: set[str] = field(default_factory=set)
    """Paths of the pages whose items no other page may show."""
    anchors: dict[str, tuple[str, frozenset[str] | None]] = field(default_factory=dict)
    """Anchors of pages that links lead to, with the text that has them; see `rules.links.Targets`."""
    read_pages: dict[str, PageItems] = field(default_factory=dict)
    """What lessons.py has read of pages on behalf of other pages, by their text. None of it counts as an item."""

    def read(
        self,
        page: Page,
        found: Scanner | None = None,
        *,
        samples: Collection[int] = (),
        misplaced: Collection[int] = (),
    ) -> PageItems:
        """Read a page's items and note their ids; an id that is taken is a problem of the later item.

        `found` is the page as it was scanned before, if it was. Its blocks go by their number: `samples` are left out,
        and those that are `misplaced` take no id.
        """
        self.forget(page.path)
        found = found or scan(page.lines)
        self.pages[page.path] = PageItems(page, (), tuple(to_problem(page, fault) for fault in found.faults))
        numbered = [(number, region) for number, region in enumerate(found.regions) if number not in samples]
        regions = [region for _, region in numbered]
        language = self.languages.get(page.path, "")
        around = _Around(language, self.labels.in_language(language), _Names(self.owners, language, regions).free)
        entries = tuple(
            [self._entry(page, region, around, regions, claims=number not in misplaced) for number, region in numbered]
        )
        fenced = bytes(found.map.fenced)
        items = replace(self.pages[page.path], entries=entries, unclosed=found.map.unclosed, fenced=fenced)
        self.pages[page.path] = items
        return items

    def forget(self, path: str) -> None:
        """Drop what was read from a page."""
        if self.pages.pop(path, None):
            self.owners = {name: owner for name, owner in self.owners.items() if owner[0] != path}

    def outline(self, path: str) -> PageItems:
        """Let go of the texts of a page's items, which nothing needs once the page is rendered and judged."""
        items = self.pages[path]
        entries = tuple([entry.outline() for entry in items.entries])
        bare = items.page.without(entry.region for entry in entries)
        self.pages[path] = replace(items, page=bare, entries=entries, outlined=True)
        return self.pages[path]

    def displace(self, path: str, faults: Sequence[Fault]) -> None:
        """Note blocks that turn out to be misplaced once Markdown has read the page: their ids are free again."""
        starts = {fault.index: [fault] for fault in faults}

        def freed(entry: Entry) -> Entry:
            name = self.languages.get(path, ""), entry.block.id
            if self.owners.get(name) == (path, entry.region.start):
                del self.owners[name]
            kept = tuple(problem for problem in entry.problems if problem.rule != "duplicate-id")
            return entry._replace(problems=kept, children=tuple(map(freed, entry.children)))

        items = self.pages[path]
        entries = [freed(entry) if entry.region.start in starts else entry for entry in items.entries]
        self.pages[path] = replace(items, entries=tuple(entries))
        self.add(path, starts)

    def settle(self, path: str, block: Entry, is_code: Callable[[int], bool]) -> Entry:
        """Decide whose an id is that two blocks of a page have, once Markdown has come upon the second.

        Where the first one is code by its indentation, the later one gets the id. `is_code` tells by the header.
        """
        page = self.pages[path].page

        def settled(entry: Entry) -> Entry:
            kept = [problem for problem in entry.problems if problem.rule != "duplicate-id"]
            if len(kept) < len(entry.problems):
                id, own = entry.block.id, (path, entry.region.start)
                name = self.languages.get(path, ""), id
                owner = self.owners.get(name, own)
                if owner[0] == path and is_code(owner[1]):
                    self.owners[name] = owner = own
                if owner != own:
                    kept.append(to_problem(page, self._taken(page, entry.region, owner), entry.region.kind, id))
            children = tuple(map(settled, entry.children))
            inside = _with_items(entry.block, children) if isinstance(entry.block, ItemSet) else entry.block
            return entry._replace(block=inside, problems=tuple(sorted(kept)), children=children)

        if not any(problem.rule == "duplicate-id" for problem in block.all_problems()):
            return block
        new = settled(block)
        entries = tuple(new if entry is block else entry for entry in self.pages[path].entries)
        self.pages[path] = replace(self.pages[path], entries=entries)
        return new

    def add(self, path: str, faults: Mapping[int, Sequence[Fault]]) -> PageItems:
        """Note faults beyond the text of a block, by the line of its header; returns the updated page."""
        items = self.pages[path]

        def amended(entry: Entry) -> Entry:
            found = [to_problem(items.page, fault, entry.region.kind, entry.block.id) for fault in own(entry)]
            children = tuple(map(amended, entry.children))
            block = _with_items(entry.block, children) if isinstance(entry.block, ItemSet) else entry.block
            return entry._replace(block=block, problems=tuple(sorted((*entry.problems, *found))), children=children)

        def own(entry: Entry) -> Sequence[Fault]:
            return faults.get(entry.region.start, ())

        self.pages[path] = replace(items, entries=tuple(map(amended, items.entries)))
        return self.pages[path]

    def note(self, path: str, faults: Sequence[Fault]) -> PageItems:
        """Note faults outside of blocks; returns the updated page."""
        items = self.pages[path]
        found = tuple(to_problem(items.page, fault) for fault in faults)
        self.pages[path] = replace(items, problems=(*items.problems, *found))
        return self.pages[path]

    def problems(self, path: str | None = None) -> list[Problem]:
        """All problems of a page, or of all pages, sorted by file and line."""
        pages = self.pages.values() if path is None else filter(None, [self.pages.get(path)])
        return sorted({problem for items in pages for problem in items.all_problems()})

    def _entry(
        self,
        page: Page,
        region: Region,
        around: _Around,
        regions: Sequence[Region] = (),
        *,
        claims: bool,
    ) -> Entry:
        """Read a block; `regions` are all those of its page, where it stands in no other."""
        block, faults = read_block(region, self.levels, around.free, around.labels)
        children: tuple[Entry, ...] = ()
        if self.translations and isinstance(block, Item):
            block = self.translations.settle(block, around.language)
        if isinstance(block, ItemSet):
            children = tuple(self._entry(page, child, around, claims=claims) for child in region.children)
            inside = [child.block for child in children if isinstance(child.block, Item)]
            faults += block.check(inside, self.levels)
            if isinstance(block, MasteryTest):
                faults += check_place(region, regions)
            block = _with_items(block, children)
        if claims and block.id and (taken := self._claim(page, region, (around.language, block.id))):
            faults.append(taken)
        if not faults:
            return Entry(region, block, (), children)
        problems = sorted([to_problem(page, fault, region.kind, block.id) for fault in faults])
        return Entry(region, block, tuple(problems), children)

    def _claim(self, page: Page, region: Region, name: tuple[str, str]) -> Fault | None:
        """Note where an id is used in a language; a fault where it is taken."""
        own = (page.path, region.start)
        owner = self.owners.setdefault(name, own)
        return None if owner == own else self._taken(page, region, owner)

    def _taken(self, page: Page, region: Region, owner: tuple[str, int]) -> Fault:
        path, line = self.pages[owner[0]].page.place(owner[1])
        if (path, line) == page.place(region.start):
            both = f"{owner[0]} and {page.path} both include this block."
            what = f"{page.path} includes this block twice." if owner[0] == page.path else both
            return Fault(region.start, "duplicate-id", what, "Include it only once in the site.")
        what = f"the id is already used in {path}:{line}."
        return Fault(region.start, "duplicate-id", what, "Give one of the two another id.")


class _Around(NamedTuple):
    """What all blocks of a page have in common."""

    language: str
    labels: SiteLabels
    free: Callable[[str], str]
    """Makes an id that is suggested one that is not taken."""


def _with_items(item_set: ItemSet, children: Sequence[Entry]) -> ItemSet:
    """A container with those of its items that have no faults."""
    whole = tuple(child.block for child in children if isinstance(child.block, Item) and not child.problems)
    return replace(item_set, items=whole)


class _LanguageIds(Container[str]):
    """The ids of one language of a site."""

    def __init__(self, owners: Container[tuple[str, str]], language: str) -> None:
        self.owners = owners
        self.language = language

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and (self.language, id) in self.owners


class _Names:
    """Ids that are taken, for suggesting one that is not."""

    def __init__(self, owners: Container[tuple[str, str]], language: str, regions: Sequence[Region]) -> None:
        self.owners = owners
        self.language = language
        self.regions = regions
        self.free_ids: FreeIds | None = None
        """None until an id is asked for."""

    def free(self, id: str) -> str:
        """The id, or the first of `id-2`, `id-3` and so on that nobody has."""
        if self.free_ids is None:
            blocks = (block for region in self.regions for block in (region, *region.children))
            here = {read_header(block.header, ()).id for block in blocks}
            self.free_ids = FreeIds(here, _LanguageIds(self.owners, self.language))
        return self.free_ids.find(id)


def to_problem(page: Page, fault: Fault, kind: str = "", id: str = "") -> Problem:
    """A fault with its place and the item it belongs to."""
    path, line = page.place(fault.index)
    safe = re.sub(r"[^\x20-\x7e\u00a0-\U0010ffff]", "", id)
    return Problem(
        path=path,
        line=line,
        severity=fault.severity,
        rule=fault.rule,
        kind=kind,
        id=safe,
        what=fault.what,
        remedy=fault.remedy,
    )


def check_former_ids(bank: Bank) -> dict[str, dict[int, list[Fault]]]:
    """What is wrong with former ids, by path and line of the header, as `Bank.add` takes it.

    The same block in two languages of a site has one id and the same former ids.
    """
    blocks = list(_named_blocks(bank))
    if not any(former for _, _, former in blocks):
        return {}
    places = {entry.block.id: _place_of(bank, path, entry) for path, entry, _ in reversed(blocks)}
    first: dict[str, tuple[str, str]] = {}
    found: dict[str, dict[int, list[Fault]]] = defaultdict(lambda: defaultdict(list))
    for path, entry, former in blocks:
        own, start = entry.block.id, entry.region.start
        for id in dict.fromkeys(former):
            if id == own:
                continue  # It is reported with the block itself.
            taken = first.setdefault(id, (own, _place_of(bank, path, entry)))
            what = ""
            if id in places:
                what = f"`aka={id}` is the id of another block, in {places[id]}."
            elif taken[0] != own:
                what = f"`aka={id}` is also in the header of `{taken[0]}`, in {taken[1]}."
            if what:
                found[path][start].append(Fault(start, "bad-aka", what, _FORMER_REMEDY))
    return {path: dict(faults) for path, faults in found.items()}


def _named_blocks(bank: Bank) -> Iterator[tuple[str, Entry, tuple[str, ...]]]:
    """The blocks with an id, by page, with their former ids."""
    for path in sorted(bank.pages):
        for entry in bank.pages[path].placed():
            if entry.block.id:
                block = entry.block
                former = block.aka if "aka" in block.settings and isinstance(block, Item | ItemSet) else ()
                yield path, entry, former


def _place_of(bank: Bank, path: str, entry: Entry) -> str:
    file, line = bank.pages[path].page.place(entry.region.start)
    return f"{file}:{line}"
