"""Items cut out of a rendered page, so that each can stand on any page of the site.

The text of the page is kept as it is. Only start tags change: addresses become relative to the root of the site, and
ids get a prefix, with everything that refers to them.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from .tags import ITEM_TAGS

_ADDRESSES = frozenset(("href", "src", "poster", "data", "cite", "action", "formaction", "xlink:href"))
_REFERENCES = frozenset(
    ("for", "form", "headers", "list", "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details")
) | frozenset(("aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"))
_NAMED = frozenset(("a", "button", "details", "fieldset", "form", "input", "map", "select", "textarea"))
"""Elements whose name another element of the page could have."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")

Attributes = list[tuple[str, str | None]]


@dataclass(slots=True)
class _Tag:
    """A start tag in the text of a page."""

    start: int
    end: int
    name: str
    attributes: Attributes
    closed: bool
    """Whether it ends in a slash, as tags of drawings do."""


@dataclass(slots=True)
class _Item:
    """An item in the text of a page, and its start tags in order."""

    id: str
    tag: str
    start: int
    end: int = 0
    tags: list[_Tag] = field(default_factory=list)


def cut_items(text: str, address: str) -> dict[str, str]:
    """The items of a page by id. `address` is that of the page, relative to the root of the site."""
    reader = _Reader(text)
    return {item.id: _Cut(item, address).write(text) for item in reader.items if item.end}


def replace_element(text: str, tag: str, id: str, other: str) -> str:
    """The page with `other` in the place of the element of ours that has this id."""
    for found in _Reader(text, frozenset((tag,))).items:
        if found.id == id and found.end:
            return text[: found.start] + other + text[found.end :]
    return text


def drop_elements(text: str, tag: str) -> str:
    """Return the page without our elements of this tag, which never contain each other."""
    if f"<{tag}" not in text:
        return text
    kept, at = [], 0
    for found in _Reader(text, frozenset((tag,)), named=False).items:
        if found.end:
            kept.append(text[at : found.start])
            at = found.end
    return "".join(kept) + text[at:]


class _Reader(HTMLParser):
    """Finds the items of a page, or other elements that hold none of their kind, and their start tags."""

    def __init__(self, text: str, wanted: Collection[str] = ITEM_TAGS, *, named: bool = True) -> None:
        """`named` is whether only elements with an id are looked for."""
        super().__init__(convert_charrefs=False)
        self.wanted = wanted
        self.named = named
        self.items: list[_Item] = []
        self.text = text
        self.lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.feed(text)
        self.close()

    @property
    def at(self) -> int:
        """Where the tag under way begins."""
        line, column = self.getpos()
        return self.lines[line - 1] + column

    @property
    def inside(self) -> bool:
        """Whether an item is open."""
        return bool(self.items) and not self.items[-1].end

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note the tag where an item is open, or opens with it."""
        if not self.inside and tag in self.wanted:
            id = dict(attrs).get("data-recall-id")
            if id or not self.named:
                self.items.append(_Item(id=id or "", tag=tag, start=self.at))
        if self.inside:
            raw = self.get_starttag_text() or ""
            self.items[-1].tags.append(_Tag(self.at, self.at + len(raw), tag, attrs, raw.endswith("/>")))

    def handle_endtag(self, tag: str) -> None:
        """Note where an item ends."""
        if self.inside and tag == self.items[-1].tag:
            self.items[-1].end = self.text.index(">", self.at) + 1


class _Cut:
    """Writes one item anew."""

    def __init__(self, item: _Item, address: str) -> None:
        self.item = item
        self.address = address
        self.folder = posixpath.dirname(address)
        self.prefix = f"review:{item.id}:"
        self.own = item.tags[0]
        self.ids = {value for tag in item.tags[1:] for name, value in tag.attributes if _is_anchor(tag.name, name)}

    def write(self, text: str) -> str:
        """The HTML of the item."""
        return "".join(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        at = self.item.start
        for tag in self.item.tags:
            attributes = [(name, self._value(tag.name, name, value)) for name, value in tag.attributes]
            if attributes != tag.attributes:
                yield text[at : tag.start]
                yield _tag(tag, attributes)
                at = tag.end
        yield text[at : self.item.end]

    def _value(self, tag: str, name: str, value: str | None) -> str | None:
        if not value:
            return value
        if name == "id" or (name == "name" and tag in _NAMED):
            return self.prefix + value
        if name in _REFERENCES:
            return " ".join(self.prefix + id for id in value.split())
        if name == "usemap":
            return f"#{self.prefix}{value[1:]}"
        if name in _ADDRESSES:
            return self._to_root(value)
        if name == "srcset" and "data:" not in value:
            return ", ".join(map(self._candidate, value.split(",")))
        return value.replace("url(#", f"url(#{self.prefix}") if "url(#" in value else value

    def _candidate(self, text: str) -> str:
        """An address in a `srcset`, with its width or density."""
        address, *size = text.split()
        return " ".join((self._to_root(address), *size))

    def _to_root(self, value: str) -> str:
        """An address relative to the root of the site; one that leads into the item stays in it."""
        if _ABSOLUTE.match(value):
            return value
        if value.startswith("#") and value[1:] in self.ids:
            return f"#{self.prefix}{value[1:]}"
        path = re.split("[?#]", value, maxsplit=1)[0]
        rest = value[len(path) :]
        if not path:
            return (self.address or "./") + rest
        whole = posixpath.normpath(posixpath.join(self.folder, path))
        folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
        return (f"{whole}/" if folder else whole) + rest


def _is_anchor(tag: str, name: str) -> bool:
    """Whether an attribute names what a link can lead to; the name of a radio button is none."""
    return name == "id" or (name == "name" and tag == "a")


def _tag(tag: _Tag, attributes: Attributes) -> str:
    """A start tag as HTML."""
    written = "".join(
        f" {name}" if value is None else f' {name}="{html.escape(value, quote=True)}"' for name, value in attributes
    )
    return f"<{tag.name}{written}{' /' if tag.closed else ''}>"
