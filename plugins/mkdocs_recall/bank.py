"""Items of pages and of a whole site: what a page's text holds, and ids that are used twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .header import read_header
from .model import DEFAULT_LEVELS, Fault, Item, Page, Problem, Region
from .parse import Parsed, parse
from .rules.structure import check_structure
from .scan import scan


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a page, where it stands, and what is wrong with it. Without problems it can be shown."""

    region: Region
    item: Item
    problems: tuple[Problem, ...]


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
            yield from entry.problems


@dataclass(slots=True)
class Bank:
    """The ids of a site, with the place where each was first used.

    Pages may be read again in any order (a live preview renders only what changed): what an earlier reading of a page
    said is forgotten then.
    """

    levels: Sequence[Sequence[str]] = DEFAULT_LEVELS
    pages: dict[str, PageItems] = field(default_factory=dict)
    owners: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The page and the header, by its index in the page, of the item that has an id."""

    def read(self, page: Page) -> PageItems:
        """Read a page's items and note their ids; an id that is taken is a problem of the later item."""
        self.forget(page.path)
        found = scan(page.lines)
        self.pages[page.path] = PageItems(page, (), tuple(to_problem(page, fault) for fault in found.faults))
        free = _Names(self.owners, found.regions).free
        entries = tuple(self._entry(page, region, parse(region, self.levels, free)) for region in found.regions)
        items = replace(self.pages[page.path], entries=entries, unclosed=found.map.unclosed)
        self.pages[page.path] = items
        return items

    def forget(self, path: str) -> None:
        """Drop what was read from a page."""
        if self.pages.pop(path, None):
            self.owners = {id: owner for id, owner in self.owners.items() if owner[0] != path}

    def amend(self, path: str, changes: Mapping[int, Fault | None]) -> None:
        """Note what showed only when the page was built, by the item's number: a fault, or None for mere samples."""
        items = self.pages[path]
        entries = []
        for number, entry in enumerate(items.entries):
            fault = changes.get(number)
            if fault:
                problem = to_problem(items.page, fault, entry.region.kind, entry.item.id)
                entries.append(replace(entry, problems=(*entry.problems, problem)))
            elif number not in changes:
                entries.append(entry)
            elif self.owners.get(entry.item.id) == (path, entry.region.start):
                del self.owners[entry.item.id]
        self.pages[path] = replace(items, entries=tuple(entries))

    def problems(self, path: str | None = None) -> list[Problem]:
        """All problems of a page, or of all pages, sorted by file and line."""
        pages = self.pages.values() if path is None else filter(None, [self.pages.get(path)])
        return sorted({problem for items in pages for problem in items.all_problems()})

    def _entry(self, page: Page, region: Region, parsed: Parsed) -> Entry:
        item = parsed.item
        faults = list(parsed.faults if region.kind else region.faults)
        if not region.kind:
            pass
        elif not any(line.text.strip() for line in region.body):
            faults.append(
                Fault(
                    index=region.start,
                    rule="empty",
                    what="the block is empty.",
                    remedy="Write the question, or remove the block.",
                )
            )
        else:
            faults += _without_echo(check_structure(item), faults)
        if item.id:
            owner = self.owners.setdefault(item.id, (page.path, region.start))
            if owner != (page.path, region.start):
                faults.append(self._taken(page, region, owner))
        problems = sorted(to_problem(page, fault, region.kind, item.id) for fault in faults)
        return Entry(region, item, tuple(problems))

    def _taken(self, page: Page, region: Region, owner: tuple[str, int]) -> Fault:
        path, line = self.pages[owner[0]].page.place(owner[1])
        if (path, line) == page.place(region.start):
            both = f"{owner[0]} and {page.path} both include this block."
            what = f"{page.path} includes this block twice." if owner[0] == page.path else both
            return Fault(index=region.start, rule="duplicate-id", what=what, remedy="Include it once in the site.")
        return Fault(
            index=region.start,
            rule="duplicate-id",
            what=f"the id is used already, in {path}:{line}.",
            remedy="Give one of the two another id.",
        )


class _Names:
    """Ids that are taken, for suggesting one that is not."""

    def __init__(self, owners: Collection[str], regions: Sequence[Region]) -> None:
        self.owners = owners
        self.regions = regions
        self.here: set[str] | None = None
        """Ids of the page, those suggested so far included; None until one is asked for."""

    def free(self, id: str) -> str:
        """The id, or the first of `id-2`, `id-3` and so on that nobody has."""
        if self.here is None:
            self.here = {read_header(region.header, ()).id for region in self.regions}
        better, number = id, 1
        while better in self.here or better in self.owners:
            number += 1
            better = f"{id}-{number}"
        self.here.add(better)
        return better


_ECHOES = {
    "no-key": {"bad-mark", "option-line", "option-place", "option-table", "unclosed", "unclosed-code"},
    "no-options": {"option-place", "option-table", "stray-reason", "unclosed", "unclosed-code"},
    "one-option": {"option-line", "option-place", "option-table", "unclosed", "unclosed-code"},
    "no-answer": {"unclosed", "unclosed-code"},
    "no-stem": {"unclosed"},
    "solution-list": {"solution-list"},
}
"""Rules that only repeat what another fault of the same item has said."""


def _without_echo(found: Iterator[Fault], said: Sequence[Fault]) -> Iterator[Fault]:
    rules = {fault.rule for fault in said}
    return (fault for fault in found if not rules & _ECHOES.get(fault.rule, set()))


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
