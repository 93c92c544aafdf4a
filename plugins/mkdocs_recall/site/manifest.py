"""What a page that shows items of all others knows of the site: its topics, their items, and where they are taught.

It goes into a classic script, since a page that is read from disk can load nothing else.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..assets import FOLDER, hash_content
from ..kinds import Item, ItemSet, MasteryTest
from .bank import PageItems
from .frames import pack
from .sections.headings import Slug, to_slug
from .sections.lessons import find_lesson_pages, find_topic_pages, lessons_of
from .sections.taught import find_taught

_UNSAFE = re.compile("<(?=/?script|!--)|[\u2028\u2029]", re.IGNORECASE)
"""What would end a script, or a line in it; inside of strings JSON may write it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WideTest:
    """A test over several pages, and its address."""

    deck: MasteryTest
    path: str
    """The built page, relative to the site."""
    title: str
    """The page's."""
    source: str
    """The page's source, relative to the folder of all pages."""
    draws: Sequence[str] = ()
    """Ids of the questions of the site that its header names; empty if they cannot be loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestPage:
    """A page with items, and its addresses."""

    items: PageItems
    source: str
    """The page's source, relative to the folder of all pages."""
    path: str
    """The built page, relative to the site; `./` where it is the site's own address, since an empty path is none."""
    title: str
    data: str = ""
    """The script with the items themselves, relative to the site; empty where there is none."""
    shown: Collection[str] = ()
    """Ids of the items in that script."""
    slug: Slug | None = to_slug
    """How the site makes anchors of headings."""


def describe_topics(topics: Sequence[ManifestPage]) -> list[dict[str, Any]]:
    """The topics as plain data, in their order. Of pages without items only their sections are used."""
    by_source = {topic.source: topic for topic in topics if any(topic.items.items())}
    lessons = find_lesson_pages({source: topic.items for source, topic in by_source.items()})
    heads = find_topic_pages(list(by_source), lessons)
    pages = {topic.source: topic for topic in topics}
    return [
        _describe(topic, by_source.get(lessons.get(source, "")), by_source[heads[source]], pages)
        for source, topic in by_source.items()
    ]


def describe_tests(tests: Sequence[WideTest]) -> list[dict[str, Any]]:
    """The tests over several pages as plain data, in their order."""
    return [_describe_test(test) for test in tests]


def _describe_test(test: WideTest) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": test.deck.id,
        "aka": list(test.deck.aka),
        "title": test.deck.settings.get("title") or test.title,
        "path": test.path,
        "source": test.source,
    }
    if test.deck.places:
        told["result"] = "placement"
    return {**told, "draws": list(test.draws)} if test.draws else told


def describe_site(
    site: str, name: str, topics: Sequence[ManifestPage], tests: Sequence[WideTest] = ()
) -> dict[str, Any]:
    """All of it. `site` is the name in storage, `name` the one that readers know."""
    return {"site": site, "name": name, "topics": describe_topics(topics), "tests": describe_tests(tests)}


def write_manifest(
    site: str, name: str, topics: Sequence[ManifestPage], tests: Sequence[WideTest] = ()
) -> tuple[str, bytes]:
    """Address in the site, with a hash of the content in it, and content of the script; see `describe_site`."""
    described = describe_site(site, name, topics, tests)
    short = {**described, "topics": [_shorten(topic) for topic in described["topics"]]}
    content = to_call("recallItems", short).encode()
    return f"{FOLDER}/items.{hash_content(content)}.js", content


def write_items(path: str, items: Mapping[str, str], blank_card: str = "") -> tuple[str, bytes]:
    """Address in the site and content of the script with a page's items, each as HTML that can stand anywhere.

    `blank_card` is the card that a review fills with a concept; a page without explain prompts needs none.
    """
    blank = {"card": blank_card} if blank_card else {}
    frames, packed = pack(items)
    content = to_call("recallTopic", {"path": path, "frames": frames, "items": packed, **blank}).encode()
    stem = re.sub(r"[^a-z0-9/]+", "-", path.lower().removesuffix(".html")).strip("-/") or "index"
    return f"{FOLDER}/pages/{stem}.{hash_content(content)}.js", content


@dataclass(slots=True)
class PageData:
    """What a page holds for other pages, and the HTML of each of its items."""

    page: ManifestPage
    items: Mapping[str, str]
    """HTML of each item by its id, as it can stand on any page."""
    url: str
    """Address of the built page, relative to the site."""
    blank_card: str = ""
    """See `write_items`."""
    script: tuple[str, bytes] = field(init=False)
    """Address in the site and content of the script with the items."""

    def __post_init__(self) -> None:
        self.script = write_items(self.url, self.items, self.blank_card)

    def keep(self, ids: Collection[str]) -> bool:
        """Drop the items without one of these ids; whether there are any."""
        kept = {id: text for id, text in self.items.items() if id in ids}
        if len(kept) == len(self.items):
            return False
        self.items = kept
        self.script = write_items(self.url, kept, self.blank_card)
        return True


@dataclass(slots=True)
class SiteData:
    """What the pages of a site need of each other. It is written when all pages are finished."""

    site: str
    """The name in storage."""
    name: str
    """The one that readers know."""
    pages: Sequence[PageData]
    tests: Sequence[WideTest]
    lessons: Sequence[ManifestPage] = ()
    """Pages without items that teach what items ask."""
    uri: str = ""
    """Address of the manifest in the site; by default with a hash of what pages hold when they are rendered."""
    content: bytes = field(init=False)
    """The manifest's."""

    def __post_init__(self) -> None:
        uri, self.content = self._manifest()
        self.uri = self.uri or uri

    def keep(self, finished: Mapping[str, Collection[str]]) -> list[str]:
        """Drop what finished pages no longer show, as when they are encrypted; the source of each such page.

        `finished` has the ids of what each page shows. A page that is not in it has not been built again.
        """
        changed = [page for page in self.pages if page.keep(finished.get(page.page.source, page.items))]
        full = [page for page in self.pages if page.items]
        if changed or len(full) < len(self.pages):
            self.pages = full
            _, self.content = self._manifest()
        return [page.page.source for page in changed]

    def write(self) -> Iterator[tuple[str, bytes]]:
        """Address in the site and content of each script: the manifest, and one for each page."""
        yield self.uri, self.content
        yield from (page.script for page in self.pages)

    def write_into(self, folder: Path) -> None:
        """Write the scripts into the folder of the built site."""
        for uri, content in self.write():
            file = folder / uri
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def _manifest(self) -> tuple[str, bytes]:
        topics = [replace(page.page, data=page.script[0], shown=page.items.keys()) for page in self.pages]
        shown = {id for page in self.pages for id in page.items}
        tests = [replace(test, draws=[id for id in test.draws if id in shown]) for test in self.tests]
        return write_manifest(self.site, self.name, [*topics, *self.lessons], tests)


def to_call(function: str, value: object) -> str:
    """A script that hands a value to a function of the page, if the page has it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f"globalThis.{function}?.({safe});\n"


def _describe(
    topic: ManifestPage, lesson: ManifestPage | None, head: ManifestPage, pages: Mapping[str, ManifestPage]
) -> dict[str, Any]:
    """A page as plain data; `lesson` teaches what its test asks, where that is another page, and `head` its topic."""
    decks = {item.id: deck for deck in topic.items.sets() for item in deck.items}
    named_sections = find_taught(topic.items.items(), topic.source, pages)
    taught = {item.id: named_sections[item.settings.get("taught", "")] for item in topic.items.items()}
    lessons = list(dict.fromkeys(section for section in taught.values() if section))
    items = [_item(item, decks.get(item.id)) for item in topic.items.items()]
    for item in items:
        if section := taught[item["id"]]:
            item["lesson"] = lessons.index(section)
    sections = {**_sections(topic), **(_sections(lesson) if lesson else {})}
    named = {item["objective"] for item in items}
    return {
        "path": topic.path,
        "source": topic.source,
        "title": topic.title,
        "learn": "" if head is topic else head.path,
        "data": topic.data,
        "items": items,
        "objectives": {name: section for name, section in sections.items() if name in named},
        **({"lessons": [{"title": title, "href": href} for title, href in lessons]} if lessons else {}),
    }


_COMMON = ("kind", "rank", "objective", "deck", "test")
"""What many items of a page have in common."""


def _shorten(topic: Mapping[str, Any]) -> dict[str, Any]:
    """The same page with what most of its items have written once, and without what an item has not."""
    items: Sequence[Mapping[str, Any]] = topic["items"]
    each = {name: Counter(item[name] for item in items).most_common(1)[0][0] for name in _COMMON}
    short = [{name: value for name, value in item.items() if value != each.get(name, [])} for item in items]
    return {**topic, "each": {name: value for name, value in each.items() if value}, "items": short}


def _sections(topic: ManifestPage) -> dict[str, dict[str, str]]:
    """Where a page teaches its objectives; an item of a test teaches nothing."""
    tested = {item.id for test in topic.items.tests() for item in test.items}
    found = lessons_of(topic.items, topic.path, without=tested, slug=topic.slug)
    return {objective: {"title": title, "href": href} for objective, (title, href) in found.items()}


def _item(item: Item, deck: ItemSet | None) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "rank": item.rank,
        "objective": item.settings.get("objective", ""),
        "rev": item.revision,
        "aka": list(item.aka),
        "concepts": [concept.id for concept in item.concepts],
        "deck": deck.id if deck else "",
        "test": isinstance(deck, MasteryTest),
    }
