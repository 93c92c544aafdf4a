"""Items of pages and of a whole site: what a page's text holds, and ids that are used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .model import DEFAULT_LEVELS, Deck, Fault, Item, Page, Problem, Region, Ways
from .parse import parse, parse_deck, parse_ways
from .rules.decks import check_deck
from .rules.structure import check_structure
from .scan import scan
from .words import DECKS, PAGE_KINDS

Block = Item | Deck | Ways
"""What a region of ours can be."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A block of a page, where it stands, and what is wrong with it. Without problems it can be shown."""

    region: Region
    block: Block
    problems: tuple[Problem, ...]
    children: tuple[Entry, ...] = ()
    """The entries of a container's items."""

    def all_problems(self) -> Iterator[Problem]:
        """Problems of the block and of what it holds."""
        yield from self.problems
        for child in self.children:
            yield from child.all_problems()


@dataclass(frozen=True, slots=True)
class PageItems:
    """All that a page holds of ours."""

    page: Page
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems outside of items."""
    unclosed: tuple[int, ...] = ()
    """Lines that open a code fence nobody closes."""

    def all_problems(self) -> Iterator[Problem]:
        """Problems of the page and of its items."""
        yield from self.problems
        for entry in self.entries:
            yield from entry.all_problems()

    def items(self) -> Iterator[Item]:
        """The items without problems, those in containers included, in order."""
        for entry in self.entries:
            for each in (entry, *entry.children):
                if isinstance(each.block, Item) and not each.problems:
                    yield each.block

    def decks(self) -> Iterator[Deck]:
        """The containers without problems, in order."""
        for entry in self.entries:
            if isinstance(entry.block, Deck) and not entry.problems:
                yield entry.block


@dataclass(slots=True)
class Bank:
    """The ids of a site, with the place where each was first used.

    Pages may be read again in any order (a live preview renders only what changed): what an earlier reading of a page
    said is forgotten then.
    """

    levels: Sequence[Sequence[str]] = DEFAULT_LEVELS
    pages: dict[str, PageItems] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)

    def read(self, page: Page) -> PageItems:
        """Read a page's items and note their ids; an id that is taken is a problem of the later item."""
        self.forget(page.path)
        found = scan(page.lines)
        entries = tuple(self._entry(page, region) for region in found.regions)
        items = PageItems(
            page, entries, tuple(_problem(page, fault) for fault in found.faults), tuple(found.map.unclosed)
        )
        self.pages[page.path] = items
        return items

    def forget(self, path: str) -> None:
        """Drop what was read from a page."""
        if self.pages.pop(path, None):
            self.places = {id: place for id, place in self.places.items() if place[0] != path}

    def drop(self, path: str, entry: Entry) -> None:
        """Forget an item that turned out to be a sample of the syntax."""
        self._replace(path, entry, ())

    def blame(self, path: str, entry: Entry, rule: str, what: str, remedy: str) -> None:
        """Note a problem of an item that showed only when the page was built."""
        items = self.pages[path]
        fault = Fault(index=entry.region.start, rule=rule, what=what, remedy=remedy)
        problem = _problem(items.page, fault, entry.region.kind, entry.block.id)
        self._replace(path, entry, (replace(entry, problems=(*entry.problems, problem)),))

    def _replace(self, path: str, entry: Entry, by: tuple[Entry, ...]) -> None:
        items = self.pages[path]
        entries = [new for old in items.entries for new in (by if old is entry else (old,))]
        self.pages[path] = replace(items, entries=tuple(entries))

    def problems(self, path: str | None = None) -> list[Problem]:
        """All problems of a page, or of all pages, sorted by file and line."""
        pages = self.pages.values() if path is None else filter(None, [self.pages.get(path)])
        return sorted({problem for items in pages for problem in items.all_problems()})

    def _entry(self, page: Page, region: Region) -> Entry:
        block: Block
        children: tuple[Entry, ...] = ()
        if region.kind in DECKS:
            deck, faults = self._deck(region)
            children = tuple(self._entry(page, child) for child in region.children)
            inside = [child.block for child in children if isinstance(child.block, Item)]
            faults += check_deck(deck, inside, self.levels)
            whole = tuple(child.block for child in children if isinstance(child.block, Item) and not child.problems)
            block = replace(deck, items=whole)
        elif region.kind in PAGE_KINDS:
            ways = parse_ways(region, self.levels)
            block, faults = ways.block, list(ways.faults)
        else:
            block, faults = self._item(region)
        faults += self._claim(page, block)
        problems = sorted(_problem(page, fault, region.kind, block.id) for fault in faults)
        return Entry(region, block, tuple(problems), children)

    def _deck(self, region: Region) -> tuple[Deck, list[Fault]]:
        parsed = parse_deck(region, self.levels)
        return parsed.block, list(parsed.faults)

    def _item(self, region: Region) -> tuple[Item, list[Fault]]:
        parsed = parse(region, self.levels)
        faults = list(parsed.faults)
        if region.kind and not any(line.text.strip() for line in region.body):
            faults.append(
                Fault(
                    index=region.start,
                    rule="empty",
                    what="the block is empty.",
                    remedy="Write the question, or remove the block.",
                )
            )
        elif region.kind:
            faults += _without_echo(check_structure(parsed.block), faults)
        return parsed.block, faults

    def _claim(self, page: Page, block: Block) -> Iterator[Fault]:
        """Note where an id is used; a fault where it is taken."""
        place = page.place(block.start)
        first = self.places.setdefault(block.id, place) if block.id else place
        if first != place:
            yield Fault(
                index=block.start,
                rule="duplicate-id",
                what=f"the id is used already, in {first[0]}:{first[1]}.",
                remedy="Give one of the two another id.",
            )


_ECHOES = {
    "no-key": {"bad-mark", "option-table", "option-line", "unclosed", "unclosed-code"},
    "no-options": {"option-table", "unclosed", "stray-reason", "unclosed-code"},
    "one-option": {"option-table", "option-line", "unclosed", "unclosed-code"},
    "no-answer": {"unclosed", "unclosed-code"},
    "no-stem": {"unclosed"},
    "solution-list": {"solution-list"},
}
"""Rules that only repeat what another fault of the same item has said."""


def _without_echo(found: Iterator[Fault], said: Sequence[Fault]) -> Iterator[Fault]:
    rules = {fault.rule for fault in said}
    return (fault for fault in found if not rules & _ECHOES.get(fault.rule, set()))


def _problem(page: Page, fault: Fault, kind: str = "", id: str = "") -> Problem:
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
