"""The items of a selection with their texts as fragments, ready for any format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from ...kinds import Item, ItemSet
from ...model.items import ListEntry, Piece
from ...site.bank import Bank, PageItems
from ...site.reader import Site
from ...site.sections.lessons import find_lesson_pages, find_topic_pages, title_of
from ...ui import Words, words
from .clean import Cleaner
from .fragment import Fragment
from .kind import ExportKind, texts_of
from .markdown import Renderer
from .pictures import Picture, Pictures


class Chosen(NamedTuple):
    """An item that is to be exported, and where it is."""

    item: Item
    page: PageItems
    set: ItemSet | None
    """The practice or the test that holds it."""
    source: str
    """Its Markdown, from the header to the closing fence."""
    home: str = ""
    """Path of the page whose topic it is exported with; that of its own page if empty."""
    order: tuple[str, ...] = ()
    """The ids of its options in the order of a form; empty for that of their author."""


class EntryView(NamedTuple):
    """An entry of a list of an item: an option, a concept, or what a reader may produce."""

    id: str
    right: bool
    text: Fragment
    reason: Fragment | None


class PartView(NamedTuple):
    """A part of an item, such as a hint. A solution has a text for each step, concepts have entries."""

    label: str
    texts: tuple[Fragment, ...]
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An item with its texts."""

    chosen: Chosen
    path: str
    line: int
    deck: tuple[str, ...]
    """Title of its topic, and of the set in it that holds it."""
    stem: Fragment
    question: Fragment
    """The stem, with the unit of the answer below it where it has one."""
    entries: tuple[EntryView, ...]
    """What to choose from; empty for kinds without it."""
    answers: tuple[tuple[EntryView, ...], ...]
    """What to produce: the answers of each blank, the pieces to order, or both sides of each pair."""
    parts: tuple[PartView, ...]
    write: ExportKind
    """How the formats write it."""

    @property
    def item(self) -> Item:
        """The item."""
        return self.chosen.item

    @property
    def keys(self) -> tuple[EntryView, ...]:
        """The entries that are right."""
        return tuple([entry for entry in self.entries if entry.right])

    @property
    def fixed(self) -> bool:
        """Whether the options keep their order: by the author's wish, or as the form of a test has them."""
        return self.item.settings.get("order") == "fixed" or bool(self.chosen.order)

    @property
    def tags(self) -> tuple[str, ...]:
        """Kind, level and objective, as formats with tags have them."""
        objective = self.item.settings.get("objective", "")
        return tuple(filter(None, (self.item.kind, self.item.level, objective)))

    def texts(self, label: str) -> tuple[Fragment, ...]:
        """The texts of all parts of a label, in order."""
        return tuple([text for part in self.parts if part.label == label for text in part.texts])

    def all_texts(self) -> Iterator[Fragment]:
        """All texts of the item."""
        yield self.stem
        lists = (self.entries, *self.answers, *(part.entries for part in self.parts))
        yield from (text for entries in lists for entry in entries for text in (entry.text, entry.reason) if text)
        yield from (text for part in self.parts for text in part.texts)


@dataclass(slots=True, kw_only=True)
class Export:
    """What a format writes down."""

    site: Site
    title: str
    views: Sequence[ItemView]
    pictures: Mapping[str, Picture]
    """The picture files by their names."""
    notes: set[tuple[str, int, str]] = field(default_factory=set)
    """What cannot be exported as it is: path, line, and what with the item it belongs to."""
    version: int = 0
    """When the pages were changed last, in seconds since 1970: a later export has a later one."""

    @property
    def say(self) -> Words:
        """The words of the site's language."""
        return words(self.site.settings.language)

    def note(self, view: ItemView, what: str) -> None:
        """Note what the format cannot hold of an item."""
        self.notes.add((view.path, view.line, f"{view.item.kind} {view.item.id}: {what}"))

    def count_held(self) -> int:
        """How many items the file has, once it is written: those without a place in it are noted as left out."""
        places = {(path, line) for path, line, what in self.notes if what.endswith("it is left out.")}
        return sum((view.path, view.line) not in places for view in self.views)

    def used_pictures(self) -> list[Picture]:
        """The pictures of the items, each once, by their names."""
        used = {picture.name: picture for view in self.views for text in view.all_texts() for picture in text.pictures}
        return [used[name] for name in sorted(used)]


def make_views(
    site: Site,
    chosen: Sequence[Chosen],
    title: str,
    kinds: Mapping[str, ExportKind],
    *,
    version: int = 0,
    decks: Mapping[str, str] | None = None,
) -> Export:
    """Render the items that were chosen; what cannot be rendered is noted. `decks` is as `find_decks` returns it."""
    pictures = Pictures(site.settings)
    export = Export(site=site, title=title, views=(), pictures=pictures.by_name, version=version)
    decks = decks or find_decks(site)
    renderer = Renderer(site.settings)
    by_page: dict[str, list[Chosen]] = {}
    for each in chosen:
        by_page.setdefault(each.page.page.path, []).append(each)
    views: dict[str, ItemView] = {}
    for path, group in by_page.items():
        page = group[0].page.page
        wanted = {each.item.id: texts_of(each.item, kinds[each.item.kind]) for each in group}
        rendered = renderer.render(page.lines, wanted)
        cleaner = Cleaner(site.settings, pictures, site.addresses.get(path, path), renderer.notes)
        for each in group:
            place = page.place(each.item.start)
            if each.item.id in rendered:
                texts = iter(rendered[each.item.id])
                views[each.item.id] = _make_view(export, each, kinds[each.item.kind], place, decks, cleaner, texts)
            else:
                what = "Markdown does not read it as a question, so it is left out."
                export.notes.add((*place, f"{each.item.kind} {each.item.id}: {what}"))
    export.views = [views[each.item.id] for each in chosen if each.item.id in views]
    return export


def _make_view(
    export: Export,
    chosen: Chosen,
    kind: ExportKind,
    place: tuple[str, int],
    decks: Mapping[str, str],
    cleaner: Cleaner,
    texts: Iterator[str],
) -> ItemView:
    item, (path, line) = chosen.item, place

    def take() -> Fragment:
        return cleaner.clean(next(texts), lambda what: export.notes.add((path, line, f"{item.kind} {item.id}: {what}")))

    _, *pieces = item.body()
    stem = take()
    answers = tuple([_entries(group, take) for group in kind.answers(item)])
    entries: tuple[EntryView, ...] = ()
    parts = []
    for piece in pieces:
        if piece.label:
            parts.append(_part(piece, take))
        elif piece.entries and not answers:
            entries = _entries(piece.entries, take)
    own = chosen.set
    part = (own.title or export.say(f"page.set.{own.kind}"),) if own else ()
    if chosen.order:
        entries = tuple(sorted(entries, key=lambda entry: chosen.order.index(entry.id)))
    return ItemView(
        chosen=chosen,
        path=path,
        line=line,
        deck=(decks[chosen.home or chosen.page.page.path], *part),
        stem=stem,
        question=_add_unit(stem, kind.unit(item), export.say),
        entries=entries,
        answers=answers,
        parts=tuple(parts),
        write=kind,
    )


def _add_unit(stem: Fragment, unit: str, say: Words) -> Fragment:
    if not unit:
        return stem
    root = Element("div")
    root.extend(stem.root)
    SubElement(root, "p").text = say("page.export.unit", unit=unit)
    return Fragment(root, stem.pictures)


def _part(piece: Piece, take: Callable[[], Fragment]) -> PartView:
    if piece.entries:
        return PartView(piece.label, (), _entries(piece.entries, take))
    return PartView(piece.label, tuple([take() for _ in piece.steps or (piece.text,)]), ())


def _entries(entries: Sequence[ListEntry], take: Callable[[], Fragment]) -> tuple[EntryView, ...]:
    return tuple([EntryView(each.id, "[x]" in each.sign, take(), take() if each.reason else None) for each in entries])


def find_heads(bank: Bank, addresses: Mapping[str, str]) -> dict[str, str]:
    """The address of the page that begins the topic of each page, by the page's own."""
    by_uri = {addresses[path]: page for path, page in sorted(bank.pages.items()) if path in addresses}
    return find_topic_pages(list(by_uri), find_lesson_pages(by_uri))


def find_decks(site: Site, heads: Mapping[str, str] | None = None) -> dict[str, str]:
    """The title of the topic of each page, by the page's path. `heads` are those of the site; see `find_heads`."""
    by_uri = {site.addresses[page.page.path]: page for page in site.pages if page.page.path in site.addresses}
    heads = heads or find_heads(site.bank, site.addresses)
    titles = {uri: title_of(page, plain=True) for uri, page in by_uri.items()}
    return {page.page.path: titles.get(heads[uri]) or heads[uri] for uri, page in by_uri.items() if uri in heads}
