"""What a search index reads of a page: the author's text, then each item's stem and options. No frames, no answers.

Search plugins read a page tag by tag, and an item has many. So they get this in its place: shorter, and with a heading
for each item, so that a result leads to the item itself and not only to its section.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .gaps import BLANK
from .html_tokens import RAW, TAG, TOKEN, VOID, read_attributes
from .tags import ITEM_TAGS, PAGE_TAGS, SET_TAGS

_ANSWER = re.compile(
    rf"(?:[^<]++|<!--.*?-->|{RAW}|<(?!/?recall-answer)/?[a-z]{TAG}|<(?!/?recall-answer))*+", re.DOTALL | re.IGNORECASE
)
"""All that a `recall-answer` holds, in one go: that is half of the tags of a page."""
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BLOCKS = _HEADINGS | frozenset(
    (
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    )
)
"""Elements that end a word."""
_FRAMES = frozenset((*ITEM_TAGS, *SET_TAGS, *PAGE_TAGS))
_READ = _FRAMES | {"li", "option", "recall-answer"}
"""Elements of which more is read than their text."""
_NAMED = re.compile("::stem|recall-name")
"""In the tag of an element whose text is read."""
_INLINE = ("code", "em", "span", "strong")
_LEAVES, _INLINE_LEAVES = (
    re.compile(rf"(?:[^<]++|<(?P<name>{'|'.join(names)})(?: class=\"[a-z0-9 ]*\")?>[^<]*+</(?P=name)>)*+")
    for names in ((*_INLINE, "p", "td", "th"), _INLINE)
)
"""Text, and elements that are no more than their text, above all those of highlighted code: any, and within a line."""
_PLAIN_TAG = re.compile("<[^<>]*>")
_LEAF = re.compile(r"(?P<text>[^<]*+)</(?P<name>[a-z][a-z0-9-]*)>")
_TELLING = re.compile(r"::stem|data-search-exclude|recall-(?:name|place|print|tally|ways)")
"""In a tag whose attributes count, besides those of frames and headings."""
_EXTRAS = frozenset(("recall-ways", "recall-print", "recall-tally"))
"""Classes of what is added around items."""
_WORD = re.compile(r"\W+")
"""What is no letter of a word."""
_TITLE = 100
"""Characters of a title; the text below has the whole stem."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What a result of a search can lead to."""

    id: str
    """Its HTML id."""
    title: str
    """Plain text."""
    texts: Sequence[str]
    """Stems and options, as HTML."""

    is_set: bool = False
    """Whether it is a test, and no item."""

    def as_html(self) -> str:
        """A section with a heading of its own, which ends with it."""
        paragraphs = "".join(f"<p>{text}</p>" for text in self.texts)
        return f'<div><h6 id="{html.escape(self.id)}">{html.escape(self.title, quote=False)}</h6>{paragraphs}</div>'


@dataclass(frozen=True, slots=True)
class SearchText:
    """A page as a search index reads it."""

    html: str
    found: Sequence[SearchEntry]
    """What it holds beside the sections of the page."""


def to_search_text(text: str, title: str = "") -> SearchText:
    """Return what a search index reads of a page, given the HTML of its content.

    With a `title`, which all items have then, no item or test comes first for saying a word often.
    """
    if "recall-" not in text:
        return SearchText(text, ())
    reader = _Reader(text)
    reader.read()
    found = [each for each in reader.found if each.texts]
    if title:
        found = [
            replace(each, title=each.title if each.is_set else title, texts=_shorten(each.texts)) for each in found
        ]
    return SearchText("".join([*reader.pieces, *(each.as_html() for each in found)]), found)


@dataclass(slots=True)
class _Item:
    """An item that is being read."""

    id: str
    depth: int
    """How many elements are around it."""
    stem: list[str] = field(default_factory=list)
    options: list[list[str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    """The choices of its lists by their values, each once: every list of a matching question has them all."""

    def take_choice(self, value: str) -> list[str]:
        """Where the text of a choice goes. That of one that is known already, or of no choice, goes nowhere."""
        return self.choices.setdefault(value, []) if value and value not in self.choices else []

    def write(self) -> list[str]:
        """Its stem, and its options in one line: each element costs the index."""
        options = "; ".join(filter(None, map(_join, (*self.options, *self.choices.values()))))
        return [line for line in (_join(self.stem), options) if line]


class _Reader:
    """Reads a page once, from its first tag to its last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        """The page without items and frames."""
        self.found: list[SearchEntry] = []
        self.open: list[str] = []
        """The names of the elements that are open."""
        self.excluded = -1
        """How many elements are around the outermost one that the index leaves out; -1 outside of one."""
        self.sections: list[tuple[int, bool]] = [(0, False)]
        """For each section that is open, how many elements are around it, and whether the index leaves it out."""
        self.frame = -1
        """How many elements are around the outermost one that is cut out; -1 outside of one."""
        self.set_id = ""
        self.name: list[str] | None = None
        """The name of a set that is being read."""
        self.bank: list[str] | None = None
        """Texts of the items of a test: they are seen only in a form, so a result leads to the test."""
        self.item: _Item | None = None
        self.into: list[str] | None = None
        """Where text goes."""
        self.around: list[str] | None = None
        """Where it goes again after a choice of a list."""
        self.until = -1
        """How many elements are around the one that it comes from."""

    def read(self) -> None:
        """Go through the page."""
        at = copied = 0
        while token := TOKEN.search(self.text, at := self._read_plain(at)):
            if self.into is not None and self.excluded < 0:
                self.into.append(self.text[at : token.start()])
            at = token.end()
            if not token["name"]:
                continue
            name, framed = token["name"].lower(), self.frame >= 0
            if self.into is not None and name in _BLOCKS:
                self.into.append(" ")
            if name == "option" and self.item:
                self._choose(self.item, "" if token["end"] else token["rest"])
            if token["end"]:
                self._close(name)
                if framed and self.frame < 0:
                    copied = at
            elif framed and (leaf := self._read_leaf(name, token["rest"], at)):
                at = leaf
            elif name not in VOID:
                self._start(name, token["rest"])
                if not framed and self.frame >= 0:
                    self.pieces.append(self.text[copied : token.start()])
                if name == "recall-answer" and (answer := _ANSWER.match(self.text, at)):
                    at = answer.end()
            elif name == "input" and self.into is not None and self.item and self.into is self.item.stem:
                self.into.append(BLANK)
            elif name == "img" and self.into is not None and self.excluded < 0:
                self.into.append(html.escape(_attributes(token["rest"]).get("alt", ""), quote=False))
        if self.frame < 0:
            self.pieces.append(self.text[copied:])

    def _read_plain(self, at: int) -> int:
        """Read text, and elements that are no more than their text, in one go, and return where they end."""
        found = (_LEAVES if self.into is None else _INLINE_LEAVES).match(self.text, at)
        if found is None or found.end() == at:
            return at
        if self.into is not None and self.excluded < 0:
            self.into.append(_PLAIN_TAG.sub("", found[0]))
        return found.end()

    def _read_leaf(self, name: str, rest: str, at: int) -> int:
        """Read an element that is no more than its text, and return where it ends; 0 for any other.

        Half of the elements of an item are such: buttons and titles, which say nothing here, and code.
        """
        if name in _READ or (self.into is None and _NAMED.search(rest)):
            return 0
        if self.into is not None and (self.excluded >= 0 or name in _BLOCKS or "data-search-exclude" in rest):
            return 0
        leaf = _LEAF.match(self.text, at)
        if leaf is None or leaf["name"] != name:
            return 0
        if self.into is not None:
            self.into.append(leaf["text"])
        return leaf.end()

    def _choose(self, item: _Item, rest: str) -> None:
        """Enter a choice of a list, or leave it, where there is nothing more of its tag."""
        if rest:
            self.around, self.into = self.into, item.take_choice(_attributes(rest).get("value", ""))
        else:
            self.into = self.around

    def _start(self, name: str, rest: str) -> None:
        """Enter an element."""
        depth = len(self.open)
        named = name in _FRAMES or name in _HEADINGS or _TELLING.search(rest)
        attributes = _attributes(rest) if named else {}
        classes = attributes.get("class", "").split()
        if self.frame < 0:
            if name in _FRAMES or not _EXTRAS.isdisjoint(classes):
                self.frame, self.bank, self.set_id = depth, None, ""
            elif name in _HEADINGS and "id" in attributes:
                self.sections.append((depth + 1, "data-search-exclude" in attributes))
        left_out = "data-search-exclude" in attributes and "recall-place" not in classes
        if self.excluded < 0 and left_out:
            self.excluded = depth
        if self.frame >= 0:
            self._start_framed(name, attributes, classes, depth)
        self.open.append(name)

    def _start_framed(self, name: str, attributes: dict[str, str], classes: Sequence[str], depth: int) -> None:
        """Enter an element of what is cut out."""
        if name in SET_TAGS:
            self.set_id, self.name = attributes.get("id", ""), []
            self.bank = [] if name == "recall-test" else None
        elif name in ITEM_TAGS and self.excluded < 0:
            self.item = _Item(attributes.get("id", ""), depth)
        elif name == "recall-answer" and self.excluded < 0:
            self.excluded = depth
        elif self.into is not None or self.excluded >= 0:
            return
        elif self.item and attributes.get("id") == f"{self.item.id}::stem":
            self.into, self.until = self.item.stem, depth
        elif self.item and name == "li":
            self.item.options.append([])
            self.into, self.until = self.item.options[-1], depth
        elif not self.item and self.name == [] and "recall-name" in classes:
            self.into, self.until = self.name, depth

    def _close(self, name: str) -> None:
        """Leave an element, with those in it that nobody closed."""
        least = max(self.frame, self.item.depth if self.item else -1, 0)
        depth = len(self.open) - 1
        while depth >= least and self.open[depth] != name:
            depth -= 1
        if depth < least:
            return
        del self.open[depth:]
        if depth <= self.excluded:
            self.excluded = -1
        if self.into is not None and depth <= self.until:
            self.into = None
        if self.item and depth <= self.item.depth:
            self._end_item(self.item)
        if self.frame >= 0 and depth <= self.frame:
            self._end_frame()
        while self.frame < 0 and self.sections[-1][0] > depth + 1:
            self.sections.pop()

    def _end_item(self, item: _Item) -> None:
        self.item = None
        if self.sections[-1][1]:
            return
        texts = item.write()
        if self.bank is None:
            self.found.append(SearchEntry(item.id, _title(item.stem) or item.id, texts))
        else:
            self.bank += texts

    def _end_frame(self) -> None:
        self.frame = -1
        if self.name is None:
            return
        name, self.name = _join(self.name), None
        if self.bank is None:
            self.pieces.append(f"<p>{name}</p>" if name else "")
        else:
            self.found.append(SearchEntry(self.set_id, html.unescape(name), self.bank, is_set=True))


def _attributes(rest: str) -> dict[str, str]:
    """The attributes of a start tag."""
    return {name: value or "" for name, value in read_attributes(rest)}


def _join(texts: Sequence[str]) -> str:
    """Pieces of text as one line."""
    return " ".join("".join(texts).split())


def _shorten(texts: Sequence[str]) -> list[str]:
    """The texts of an item or a test: the first as it is, which results show, then each further word once."""
    known = {_WORD.sub("", word).casefold() for word in texts[0].split()}
    further = {_WORD.sub("", word).casefold(): word for text in reversed(texts[1:]) for word in reversed(text.split())}
    return [texts[0], " ".join(word for key, word in reversed(further.items()) if key not in known)]


def _title(texts: Sequence[str]) -> str:
    """A stem as the title of a result."""
    whole = html.unescape(_join(texts))
    return whole if len(whole) <= _TITLE else whole[:_TITLE].rpartition(" ")[0].rstrip(",;: ") + " …"
