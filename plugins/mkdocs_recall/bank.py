"""Items of pages and of a whole site: what a page's text holds, and ids that are used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .model import DEFAULT_LEVELS, Fault, Item, Page, Problem, Region
from .parse import parse
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
        problem = _problem(items.page, fault, entry.region.kind, entry.item.id)
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
        parsed = parse(region, self.levels)
        item = parsed.item
        faults = list(parsed.faults)
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
        place = page.place(region.start)
        if item.id:
            first = self.places.setdefault(item.id, place)
            if first != place:
                faults.append(
                    Fault(
                        index=region.start,
                        rule="duplicate-id",
                        what=f"the id is used already, in {first[0]}:{first[1]}.",
                        remedy="Give one of the two another id.",
                    )
                )
        problems = sorted(_problem(page, fault, region.kind, item.id) for fault in faults)
        return Entry(region, item, tuple(problems))


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
