"""HTML of other programs as a tree, however broken it is, in time that is linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:_-]{0,40})(?P<rest>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_LAZY = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:_-]{0,40})(?P<rest>[^>]*+)>")
"""A tag with a quotation mark that nothing closes."""
_ATTRIBUTE = re.compile(r"(?P<name>[a-zA-Z_:][\w:.-]*+)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?")
_VOID = frozenset(
    re.findall(
        r"\S+",
        "area base br col embed hr img input link meta param source track wbr",
    )
)
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
"""What holds text and no elements."""
_CLOSES: Mapping[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "option": frozenset(("option",)),
}
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav "
        "ol p pre section table ul",
    )
)
_HOLDERS = frozenset(("ul", "ol", "table", "dl", "td", "th"))
"""What an element that was not closed does not reach beyond."""
_DEEPEST = 40
_ODD_TAGS = 200
"""So many tags that are none are looked at in a text, since each may take as long as the text."""


@dataclass(slots=True)
class Node:
    """An element with what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)

    def text(self) -> str:
        """All text in it."""
        return "".join(each if isinstance(each, str) else each.text() for each in self.content)

    def walk(self) -> Iterator[Node]:
        """The element and all in it."""
        yield self
        for each in self.content:
            if isinstance(each, Node):
                yield from each.walk()


class _Builder:
    def __init__(self) -> None:
        self.root = Node("")
        self.open = [self.root]
        self.deep: list[str] = []
        """Elements that are nested too deeply: their text belongs to the deepest one that is not."""

    def start(self, name: str, rest: str) -> None:
        """Open an element."""
        closes = _CLOSES.get(name, frozenset())
        if not self.deep:
            for at in range(len(self.open) - 1, 0, -1):
                if self.open[at].name in closes:
                    del self.open[at:]
                elif self.open[at].name in _HOLDERS:
                    break
            if name in _BLOCKS and self.open[-1].name == "p":
                self.open.pop()
        if len(self.open) > _DEEPEST:
            if name not in _VOID:
                self.deep.append(name)
            return
        found = reversed(list(_ATTRIBUTE.finditer(rest)))
        node = Node(name, {each["name"].lower(): unescape((each["value"] or "").strip("\"'")) for each in found})
        self.open[-1].content.append(node)
        if name not in _VOID and not rest.rstrip().endswith("/"):
            self.open.append(node)

    def end(self, name: str) -> None:
        """Close an element, and those in it that are still open."""
        if self.deep:
            if self.deep[-1] == name:
                self.deep.pop()
            elif not any(each.name == name for each in self.open):
                return
            elif name not in self.deep[-50:]:
                self.deep.clear()
                self.end(name)
            return
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name == name:
                del self.open[at:]
                return

    def add(self, text: str) -> None:
        """Add text to the element that is open."""
        if text:
            self.open[-1].content.append(text)


def parse_html(text: str) -> Node:
    """Return a text of HTML as a tree."""
    builder, at, odd = _Builder(), 0, 0
    no_comment_ends = False
    while (found := text.find("<", at)) >= 0:
        builder.add(unescape(text[at:found]))
        at = found
        if text.startswith("<!--", at) and not no_comment_ends:
            end = text.find("-->", at + 4)
            no_comment_ends = end < 0
            at = end + 3 if end >= 0 else at
            if end >= 0:
                continue
        if text.startswith(("<!", "<?"), at):
            end = text.find(">", at, at + 2000)
            at = end + 1 if end >= 0 else at
            if end >= 0:
                continue
        tag = _TAG.match(text, at) if odd < _ODD_TAGS else None
        if tag is None and odd < _ODD_TAGS and text[at + 1 : at + 2].isalpha():
            odd += 1
            tag = _LAZY.match(text, at, at + 2000)
        if tag is None:
            builder.add("<")
            at += 1
            continue
        at, name = tag.end(), tag["name"].lower()
        if tag["end"]:
            builder.end(name)
            continue
        builder.start(name, tag["rest"])
        if name in _RAW and not tag["rest"].rstrip().endswith("/"):
            at = _raw_end(text, at, name, builder)
    builder.add(unescape(text[at:]))
    return builder.root


def _raw_end(text: str, at: int, name: str, builder: _Builder) -> int:
    """Where the text of an element ends that holds no elements."""
    closing = re.compile(rf"</{name}[^>]{{0,200}}>", re.IGNORECASE).search(text, at)
    builder.add(text[at : closing.start() if closing else len(text)])
    builder.end(name)
    return closing.end() if closing else len(text)
