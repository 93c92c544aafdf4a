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

from .html_tokens import TAG, TOKEN, read_attributes
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


class _Reader:
    """Finds the items of a page, or other elements that hold none of their kind, and their start tags."""

    def __init__(self, text: str, wanted: Collection[str] = ITEM_TAGS) -> None:
        self.items: list[_Item] = []
        inside: _Item | None = None
        at = 0
        while token := TOKEN.search(text, _pass_plain(text, at)):
            at = token.end()
            name = (token["name"] or token["raw"] or "").lower()
            if token["end"]:
                if inside and name == inside.tag:
                    inside.end, inside = token.end(), None
            elif token["raw"]:
                if inside and (found := _START.match(text, token.start())):
                    inside.tags.append(_read_tag(found))
            elif name in wanted and not inside and (id := dict(read_attributes(token["rest"])).get("data-recall-id")):
                inside = _Item(id=id, tag=name, start=token.start(), tags=[_read_tag(token)])
                self.items.append(inside)
            elif inside and name and _TELLING.search(token["rest"]):
                inside.tags.append(_read_tag(token))


def _pass_plain(text: str, at: int) -> int:
    """Where the next tag is that may have to change, or that begins or ends one of our elements."""
    found = _PLAIN.match(text, at)
    return found.end() if found else at


_START = re.compile(rf"<(?P<name>[a-z][^\s/>]*)(?P<rest>{TAG})", re.DOTALL | re.IGNORECASE)
_CLASS = r'class="(?!recall-menu")[\w -]*"'
_OTHER = r'(?:data-[a-z-]+|dir|method|role|type|value)="[\w -]*"'
_PLAIN = re.compile(
    rf"(?:[^<]++|</?(?!(?:script|style|textarea)\b)[a-z][a-z0-9]*+(?: (?:{_CLASS}|{_OTHER}))*+(?: /)?>)*+"
)
"""Text, and tags with nothing that may have to change, above all those of highlighted code: most of a page."""
_TELLING = re.compile(
    rf"[\s\"'/](?:id|name|usemap|srcset|{'|'.join(sorted(_ADDRESSES | _REFERENCES))})\s*=|url\(#|recall-menu",
    re.IGNORECASE,
)
"""In a tag that may have to change."""


def _read_tag(found: re.Match[str]) -> _Tag:
    rest = found["rest"]
    return _Tag(found.start(), found.end(), found["name"].lower(), read_attributes(rest), rest.endswith("/>"))


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
            if ("class", "recall-menu") in attributes:
                attributes.append(("data-recall-address", f"{self.address or './'}#{dict(self.own.attributes)['id']}"))
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
