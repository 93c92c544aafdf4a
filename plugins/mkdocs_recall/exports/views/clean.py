"""From the HTML that Markdown makes of a text to a tree without anything that only works on the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from ...render.gaps import BLANK
from ...render.html_tokens import VOID
from ...site.published.addresses import to_url
from ...site.settings import Settings
from .fragment import BLOCK_ELEMENTS, GAP_ELEMENT, PICTURE, Fragment
from .pictures import Picture, Pictures

TellLoss = Callable[[str], None]
"""Says what of a text cannot be exported."""

_DROPPED = frozenset(("script", "style", "template", "noscript", "head", "title", "button", "select", "textarea"))
_MEDIA = frozenset(("audio", "canvas", "embed", "iframe", "math", "object", "svg", "video"))
_KEPT = BLOCK_ELEMENTS | frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "col", "colgroup", "del", "dfn", "em", "i", "img"),
        *("ins", "kbd", "mark", "q", "ruby", "rp", "rt", "s", "samp", "small", "span", "strong", "sub", "sup"),
        *("td", "th", "u", "var", "wbr"),
    )
)
_RENAMED = {"summary": "p", "details": "div", "section": "div", "article": "div", "center": "div", "tt": "code"}
_ATTRIBUTES = frozenset(("alt", "colspan", "dir", "height", "lang", "rowspan", "start", "style", "title", "width"))
_SIZES = frozenset(("colspan", "height", "rowspan", "start", "width"))
_SCHEMES = ("http", "https", "mailto", "tel", "ftp")
_SIMPLE = re.compile(r"\s*<p>([^<>&]*)</p>\s*")
_CLOSES = {"p": BLOCK_ELEMENTS, "li": frozenset(("li",)), "td": frozenset(("td", "th", "tr")), "tr": frozenset(("tr",))}


class Cleaner:
    """Cleans the texts of a page."""

    def __init__(self, settings: Settings, pictures: Pictures, page: str, notes: Mapping[str, str]) -> None:
        """`page` is the address of the page's source, and `notes` are its footnotes by their ids."""
        self.pictures = pictures
        self.page = page
        self._notes = notes
        self._site = settings.site_url
        self._url = to_url(page, directories=settings.directory_urls)
        self._directories = settings.directory_urls

    def clean(self, html: str, note: TellLoss) -> Fragment:
        """Return a text as a tree. `note` is told what is left out."""
        if simple := _SIMPLE.fullmatch(html):
            root = Element("div")
            SubElement(root, "p").text = simple[1]
            return Fragment(root)
        tree = _Tree(self, note, html)
        tree.feed(html)
        tree.close()
        root = tree.root
        for number, id in enumerate(tree.cited, 1):
            inner = self.clean(self._notes.get(id, ""), note)
            tree.pictures += inner.pictures
            _add_note(root, number, inner.root)
        _join_blocks(root)
        return Fragment(root, tuple(dict.fromkeys(tree.pictures)))

    def link(self, address: str) -> str | None:
        """Where a link leads from outside of the site; None where that is not known."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return address if parts.scheme.lower() in _SCHEMES or not parts.scheme else None
        if not self._site:
            return None
        base = self._site.rstrip("/") + "/"
        if not parts.path:
            own = self._url.removeprefix("./")
        elif parts.path.startswith("/"):
            return "/".join(base.split("/", 3)[:3]) + address
        else:
            own = posixpath.normpath(posixpath.join(posixpath.dirname(self.page), parts.path))
            if own.endswith(".md"):
                own = to_url(own, directories=self._directories).removeprefix("./")
        return (
            base + own + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
        )


class _Tree(HTMLParser):
    """Builds the tree."""

    def __init__(self, cleaner: Cleaner, note: TellLoss, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.drawing: tuple[int, str] | None = None
        """Where a drawing begins that is open, and its description."""
        self.cleaner = cleaner
        self.note = note
        self.root = Element("div")
        self.open: list[tuple[str, Element]] = [("", self.root)]
        """Each element that is open, with the name of its tag in the HTML."""
        self.skipped: list[str] = []
        """The tags that are open inside of what is left out."""
        self.cited: list[str] = []
        self.pictures: list[Picture] = []
        self.labels: list[list[Element]] = []
        """The labels of tabs that wait for their content."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.skipped:
            if tag not in VOID:
                self.skipped.append(tag)
            return
        css = given.get("class", "").split()
        if "footnote-backref" in css:
            self._end_note()
        if tag in _DROPPED or tag in _MEDIA or "headerlink" in css or "footnote-backref" in css:
            self._leave_out(tag, given)
            return
        for closed, by in _CLOSES.items():
            if tag in by and self.open[-1][0] == closed:
                self.open.pop()
        if "recall-gap" in css:
            gap = SubElement(self.open[-1][1], GAP_ELEMENT, {"n": given.get("data-recall-blank", "1")})
            gap.text = BLANK
            self.open.append((tag, gap))
        elif tag == "input":
            self._check_box(given)
        elif tag == "a" and "footnote-ref" in css:
            self._cite(given)
        elif tag == "img":
            self._picture(given)
        elif tag == "a":
            self._link(given)
        else:
            self._element(tag, given, css)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag in self.skipped:
                while self.skipped.pop() != tag:
                    pass
                if not self.skipped and self.drawing:
                    self._draw(*self.drawing)
            return
        if tag in VOID or not any(name == tag for name, _ in self.open[1:]):
            return
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.skipped or not data:
            return
        parent = self.open[-1][1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data

    def _leave_out(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _DROPPED - {"head", "title"}:
            self.note(f"`<{tag}>` cannot be exported.")
        elif tag == "svg":
            self.drawing = (self._at(), given.get("aria-label", ""))
        elif tag in _MEDIA:
            source = self.cleaner.link(given.get("src") or given.get("data") or "#")
            self.note(
                f"`<{tag}>` cannot be exported" + ("; a link takes its place." if source and "src" in given else ".")
            )
            if source and "src" in given:
                link = SubElement(self.open[-1][1], "a", {"href": source})
                link.text = given.get("title") or source
        if tag not in VOID:
            self.skipped.append(tag)

    def _at(self) -> int:
        """Where the current tag begins in the HTML."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line of the HTML begins."""
        return [0, *accumulate(len(line) + 1 for line in self.html.split("\n"))]

    def _draw(self, start: int, description: str) -> None:
        """Make a picture of the drawing that has just ended."""
        end = self.html.index(">", self._at()) + 1
        self.drawing = None
        picture = self.cleaner.pictures.draw(self.html[start:end])
        if picture is None:
            self.note("`<svg>` cannot be exported, because it is not XML.")
            return
        self.pictures.append(picture)
        SubElement(self.open[-1][1], "img", {PICTURE: picture.name, "alt": description})

    def _element(self, tag: str, given: Mapping[str, str], css: list[str]) -> None:
        parent = self.open[-1][1]
        if "tabbed-block" in css and self.labels and self.labels[-1]:
            SubElement(parent, "p").append(self.labels[-1].pop(0))
        if "tabbed-set" in css:
            self.labels.append([])
        if tag == "label" and self.labels and given.get("for", "").startswith("__tabbed"):
            label = Element("b")
            self.labels[-1].append(label)
            self.open.append((tag, label))
            return
        name = "p" if "filename" in css else _RENAMED.get(tag, tag)
        if name not in _KEPT:
            self.open.append((tag, parent))
            return
        element = SubElement(parent, name, _attributes(given))
        if tag == "summary" or "admonition-title" in css or "filename" in css:
            element = SubElement(element, "b")
        elif name == "pre":
            element.set("class", "highlight")
        elif name == "span" and (len(css) == 1 and (len(css[0]) <= 3 or css[0] == "arithmatex")):
            element.set("class", css[0])
        elif name == "div" and "arithmatex" in css:
            element.set("class", "arithmatex")
        if tag not in VOID:
            self.open.append((tag, element))

    def _end_note(self) -> None:
        """Drop the space before the arrow that leads back from a footnote."""
        parent = self.open[-1][1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "").rstrip()
        else:
            parent.text = (parent.text or "").rstrip()

    def _check_box(self, given: Mapping[str, str]) -> None:
        if given.get("type") == "checkbox":
            self.handle_data("☑" if "checked" in given else "☐")

    def _cite(self, given: Mapping[str, str]) -> None:
        id = given.get("href", "")[1:]
        if id not in self.cited:
            self.cited.append(id)
        element = SubElement(self.open[-1][1], "span")
        element.text = f"[{self.cited.index(id) + 1}]"
        self.skipped.append("a")

    def _picture(self, given: Mapping[str, str]) -> None:
        source, kept = given.get("src", ""), _attributes(given)
        kept.setdefault("alt", "")
        if source.endswith(("#only-dark", "#gh-dark-mode-only")):
            return
        parts = urlsplit(source)
        if parts.scheme in ("http", "https", "data") or parts.netloc:
            SubElement(self.open[-1][1], "img", {"src": source, **kept})
        elif picture := self.cleaner.pictures.find(source, self.cleaner.page):
            self.pictures.append(picture)
            SubElement(self.open[-1][1], "img", {PICTURE: picture.name, **kept})
        else:
            self.note(f"the picture `{source}` is not among the files of the site, so its description takes its place.")
            self.handle_data(f"[{kept['alt'] or source}]")

    def _link(self, given: Mapping[str, str]) -> None:
        parent, address = self.open[-1][1], given.get("href", "")
        target = self.cleaner.link(address) if address else None
        if target:
            self.open.append(("a", SubElement(parent, "a", {"href": target})))
            return
        if address:
            self.note(f"the link to `{address}` only works on the site, so its text is exported without it.{_REMEDY}")
        self.open.append(("a", parent))


_REMEDY = " Set `site_url` to keep it."


def _attributes(given: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in given.items()
        if name in _ATTRIBUTES and (name not in _SIZES or re.fullmatch(r"\d+%?", value))
    }


def _add_note(root: Element, number: int, note: Element) -> None:
    """Put a footnote below a text."""
    first = next((child for child in note if child.tag == "p"), None)
    if first is None:
        first = Element("p")
        note.insert(0, first)
    first.text = f"[{number}] {first.text or ''}"
    root.extend(list(note))


def _join_blocks(root: Element) -> None:
    """Take out the frames that Markdown puts around code, and white space between blocks."""
    for parent in reversed(list(root.iter())):  # so that a frame is gone before the frame around it is looked at
        if parent.tag in ("pre", "code", "p"):
            continue
        blocks = any(child.tag in BLOCK_ELEMENTS for child in parent)
        if blocks and not (parent.text or "").strip():
            parent.text = None
        for child in list(parent):
            if blocks and not (child.tail or "").strip():
                child.tail = None
            if child.tag == "div" and not child.attrib and not (child.text or "").strip() and not child.tail:
                at = list(parent).index(child)
                parent[at : at + 1] = list(child)
