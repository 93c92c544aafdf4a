"""What has changed between two states of a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...kinds import Item
from ...model.page import Region
from ...model.problems import Problem
from ..bank import PageItems
from ..reader import Site
from .renames import find_renamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item and where it is."""

    item: Item
    page: PageItems
    region: Region

    @property
    def place(self) -> tuple[str, int]:
        """File and line of its header."""
        return self.page.page.place(self.item.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What happened to the items of a site between two commits."""

    added: tuple[Found, ...]
    changed: tuple[tuple[Found, Found], ...]
    """Each before and after."""
    removed: tuple[Found, ...]


def items_of(site: Site) -> dict[str, Found]:
    """The items of a site by their ids."""
    return {
        each.block.id: Found(item=each.block, page=page, region=each.region)
        for page in site.pages
        for each in page.placed()
        if isinstance(each.block, Item) and not each.problems
    }


def compare(before: Site, after: Site) -> Changes:
    """Which items were added, changed and removed; an item that moved is none of these."""
    old, new = items_of(before), items_of(after)
    for former, found in _renames(old, new):
        if former in old:
            old[found.item.id] = old.pop(former)
    both = [(old[id], found) for id, found in new.items() if id in old]
    return Changes(
        added=tuple(found for id, found in new.items() if id not in old),
        changed=tuple(pair for pair in both if source(pair[0]) != source(pair[1])),
        removed=tuple(found for id, found in old.items() if id not in new),
    )


def _renames(old: Mapping[str, Found], new: Mapping[str, Found]) -> list[tuple[str, Found]]:
    """Items whose header names an id that has vanished."""
    return [(aka, found) for found in new.values() for aka in found.item.aka if aka in old and aka not in new]


def source(found: Found) -> str:
    """The Markdown of an item, from its header to its closing fence, without what is before it on each line."""
    region = found.region
    text = [line.removeprefix(region.prefix) for line in found.page.page.lines[region.start : region.end + 1]]
    return "\n".join(line.rstrip() for line in text)


def find_vanished(before: Site, after: Site) -> Iterator[Problem]:
    """Items that look like one whose id has vanished: without `aka` readers would lose what they answered."""
    changes = compare(before, after)
    places = {found.item.id: found.place for found in changes.added}
    removed, added = ([found.item for found in side] for side in (changes.removed, changes.added))
    for former, item in find_renamed(removed, added):
        path, line = places[item.id]
        yield Problem(
            path=path,
            line=line,
            severity="warning",
            rule="renamed-id",
            kind=item.kind,
            id=item.id,
            what=f"the id `{former.id}` is gone, and this item is nearly the same as the one that had it.",
            remedy=f"If it is the same question, add `aka={former.id}` to the header to keep readers' progress.",
        )
