"""What one page knows of another: what its test draws, what its lesson holds, and where that treats an objective."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace

from ...kinds import Item, MasteryTest
from ...model.page import Page
from ...syntax.scanner import scan
from ..bank import Bank, PageItems
from ..placement.misplaced import find_misplaced
from .headings import Heading, Slug, find_headings, to_slug

_MARKUP = re.compile(r"[`*_]|\[|\]\([^)]*\)")


Read = MutableMapping[str, PageItems]
"""What was read of other pages in a build, by their text: several blocks ask about the same page."""


def find_test(text: str, levels: Sequence[Sequence[str]], read: Read) -> MasteryTest | None:
    """The first test of a page without problems of its own."""
    return next(_read(text, levels, read).tests(), None)


def find_items(text: str, levels: Sequence[Sequence[str]], read: Read) -> list[Item]:
    """The items of a page without problems, in order."""
    return list(_read(text, levels, read).items())


def find_lessons(
    text: str,
    address: str,
    levels: Sequence[Sequence[str]],
    read: Read | None = None,
    slug: Slug | None = to_slug,
) -> dict[str, tuple[str, str]]:
    """For each objective of a page's items: the title of the section that teaches it, and its address.

    The first question of an objective says where: in `taught=#section`, or by its place, since a lesson puts a question
    behind the section it checks. The address is that of the section's heading, so that readers begin with the text. If
    only a build can tell its anchor, it is the question's own.
    """
    return lessons_of(_read(text, levels, {} if read is None else read), address, slug=slug)


def lessons_of(
    items: PageItems, address: str, without: Collection[str] = (), slug: Slug | None = to_slug
) -> dict[str, tuple[str, str]]:
    """The same of a page that was read before, `without` some of its items."""
    found: dict[str, tuple[str, str]] = {}
    for part in (items, *items.more):
        own = replace(part, more=())
        # A further text comes into the page somewhere, and its anchors may be others there.
        headings = find_headings(own, slug if part is items else None)
        for item in own.items():
            objective = item.settings.get("objective", "")
            if objective and objective not in found and item.id not in without:
                title, anchor = _find_section(headings, item)
                found[objective] = title or objective, f"{address}#{anchor}"
    return found


def _find_section(headings: Sequence[Heading], item: Item) -> tuple[str, str]:
    """Title and anchor of the section that teaches what an item asks; the title is empty if no heading has one."""
    above = next((each for each in reversed(headings) if each.line <= item.start), None)
    title, anchor = (above.title, above.anchor) if above else ("", "")
    taught = item.settings.get("taught", "")
    if not taught.startswith("#"):
        return title, anchor or f"recall-{item.id}"
    named = next((each.title for each in headings if each.anchor == taught[1:]), title)
    return named, taught[1:]


def group_by_section(
    items: Iterable[Item], lessons: Mapping[str, tuple[str, str]]
) -> list[tuple[str, str, list[Item]]]:
    """Title and address of each section in `lessons` that questions are about, with these questions.

    Sections of one title are one: a reader cannot tell them apart.
    """
    found: dict[str, tuple[str, list[Item]]] = {}
    for item in items:
        if section := lessons.get(item.settings.get("objective", "")):
            title, address = section
            found.setdefault(title, (address, []))[1].append(item)
    return [(title, address, mine) for title, (address, mine) in found.items()]


def lesson_of(items: PageItems, uri: str) -> str:
    """The page that teaches what a page's test asks, relative to the folder of all pages; empty where none is named."""
    for deck in items.sets():
        if learn := deck.settings.get("learn", "").partition("#")[0]:
            return posixpath.normpath(posixpath.join(posixpath.dirname(uri), learn))
    return ""


def find_lesson_pages(pages: Mapping[str, PageItems]) -> dict[str, str]:
    """For each page whose test has its lesson on another page: that page. Both have items, and go by their address."""
    with_items = {uri: page for uri, page in pages.items() if any(page.items())}
    found = {uri: lesson_of(page, uri) for uri, page in with_items.items()}
    return {uri: lesson for uri, lesson in found.items() if lesson != uri and lesson in with_items}


def find_topic_pages(uris: Sequence[str], lessons: Mapping[str, str]) -> dict[str, str]:
    """For each page of `uris` the page whose topic it belongs to, so that every page is in one topic.

    A topic is a page with those that test it, and with those that test these. Pages that name each other in a circle
    are one topic, too: that of the first of them in `uris`.
    """
    places = {uri: place for place, uri in enumerate(uris)}

    def head_of(uri: str) -> str:
        way = [uri]
        while (lesson := lessons.get(way[-1])) in places and lesson not in way:
            way.append(lesson)
        return min(way[way.index(lesson) :], key=places.__getitem__) if lesson in way else way[-1]

    return {uri: head_of(uri) for uri in uris}


def find_title(text: str, levels: Sequence[Sequence[str]], read: Read) -> str:
    """The title of a page, without markup; empty where it has none."""
    return title_of(_read(text, levels, read), plain=True)


def title_of(page: PageItems, *, plain: bool = False) -> str:
    """The page's first heading of the first level, `plain` without its markup; empty where it has none."""
    heads = (line for line, fenced in zip(page.page.lines, page.fenced, strict=True) if line[:2] == "# " and not fenced)
    title = next((head[2:].partition("{")[0].strip() for head in heads), "")
    return _MARKUP.sub("", title) if plain else title


def _read(text: str, levels: Sequence[Sequence[str]], read: Read) -> PageItems:
    if text not in read:
        page = Page(path="", lines=text.expandtabs(4).split("\n"))
        found = scan(page.lines)
        bank = Bank(levels=levels)
        # Samples are known without the site's extensions, which are not known here.
        bank.read(page, found, samples=find_misplaced(page, found, {}).samples)
        read[text] = bank.outline(page.path)
    return read[text]
