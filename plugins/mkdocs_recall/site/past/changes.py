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
    language: str = ""
    """The language of its page, where the site has several."""

    @property
    def place(self) -> tuple[str, int]:
        """File and line of its header."""
        return self.page.page.place(self.item.start)

    @property
    def key(self) -> Key:
        """What makes it the same item in another state of the site."""
        return self.language, self.item.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What happened to the items of a site between two commits."""

    added: tuple[Found, ...]
    changed: tuple[tuple[Found, Found], ...]
    """Each before and after."""
    removed: tuple[Found, ...]


Key = tuple[str, str]
"""A language and an id, since the same question in two languages has one id."""


def items_of(site: Site, language: str = "") -> dict[Key, Found]:
    """The items of a site; `language` is that of all its pages where it has only one."""
    found = (
        Found(
            item=each.block,
            page=page,
            region=each.region,
            language=site.bank.languages.get(page.page.path, language),
        )
        for page in site.pages
        for each in page.placed()
        if isinstance(each.block, Item) and not each.problems
    )
    return {each.key: each for each in found}


def compare(before: Site, after: Site) -> Changes:
    """Which items were added, changed and removed; an item that moved is none of these."""
    main = after.languages[0] or before.languages[0]
    old, new = items_of(before, main), items_of(after, main)
    for former, found in _renames(old, new):
        if former in old:
            old[found.key] = old.pop(former)
    both = [(old[key], found) for key, found in new.items() if key in old]
    return Changes(
        added=tuple(found for key, found in new.items() if key not in old),
        changed=tuple(pair for pair in both if source(pair[0]) != source(pair[1])),
        removed=tuple(found for key, found in old.items() if key not in new),
    )


def _renames(old: Mapping[Key, Found], new: Mapping[Key, Found]) -> list[tuple[Key, Found]]:
    """Items whose header names an id that has vanished."""
    former = (((found.language, aka), found) for found in new.values() for aka in found.item.aka)
    return [(key, found) for key, found in former if key in old and key not in new]


def source(found: Found) -> str:
    """The Markdown of an item, from its header to its closing fence, without what is before it on each line."""
    region = found.region
    text = [line.removeprefix(region.prefix) for line in found.page.page.lines[region.start : region.end + 1]]
    return "\n".join(line.rstrip() for line in text)


def find_vanished(before: Site, after: Site) -> Iterator[Problem]:
    """Items that look like one whose id has vanished: without `aka` readers would lose what they answered."""
    changes = compare(before, after)
    kept = {id for _, id in items_of(after)}
    for language in dict.fromkeys(found.language for found in changes.added):
        removed = [found.item for found in changes.removed if found.language == language]
        added = {found.item.id: found for found in changes.added if found.language == language}
        for former, item in find_renamed(removed, [found.item for found in added.values()]):
            path, line = added[item.id].place
            remedy = f"If it is the same question, add `aka={former.id}` to the header to keep readers' progress."
            if former.id in kept:
                remedy = f"If it is the same question, call it `{former.id}` again, as in the site's other languages."
            yield Problem(
                path=path,
                line=line,
                severity="warning",
                rule="renamed-id",
                kind=item.kind,
                id=item.id,
                what=f"the id `{former.id}` is gone, and this item is nearly the same as the one that had it.",
                remedy=remedy,
            )
