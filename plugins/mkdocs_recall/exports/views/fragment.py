"""A text of an item as a clean tree, and that tree as HTML or as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ...render.gaps import BLANK
from ...render.html_tokens import VOID
from .code_colours import style_of
from .pictures import Picture

PICTURE = "data-picture"
"""The attribute that holds the name of a picture's file, in the place of `src`."""
GAP_ELEMENT = "recall-gap"
"""The element in the place of a blank; its attribute `n` is the number of the blank."""
BLOCK_ELEMENTS = frozenset(
    ("p", "div", "pre", "ul", "ol", "li", "table", "tr", "blockquote", "dl", "dt", "dd", "figure", "figcaption", "hr")
) | frozenset(("caption", "h1", "h2", "h3", "h4", "h5", "h6", "thead", "tbody", "tfoot"))

Address = Callable[[Picture], str]
"""Where a format keeps a picture."""
WriteGap = Callable[[int], str]
"""What a format has in the place of a blank, by the number of the blank."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """The text of a part, of an option or of a reason, without anything that only works on the site."""

    root: Element
    """An element whose children are the blocks of the text."""
    pictures: tuple[Picture, ...] = ()

    def __bool__(self) -> bool:
        return bool(len(self.root) or (self.root.text or "").strip())

    def html(self, address: Address, *, strict: bool = False, gap: WriteGap = lambda number: BLANK) -> str:
        """Return the HTML of the text; it is well-formed XML too.

        Code is coloured by `style`, so that no stylesheet is needed. If `strict`, it keeps its classes instead, and
        only elements and attributes are used that QTI has.
        """
        files = {picture.name: address(picture) for picture in self.pictures}
        return "".join(_html(self.root, files, strict, gap, inside=True))

    def inline(self, address: Address, *, strict: bool = False) -> str:
        """Return the HTML of the text without the paragraph around it, where it is a single one."""
        root = self.root
        if len(root) == 1 and root[0].tag == "p" and not (root[0].tail or "").strip():
            root = root[0]
        return Fragment(root, self.pictures).html(address, strict=strict)

    def plain(self) -> str:
        """Return the text without markup: code as it is, a picture as its description."""
        text = "".join(_plain(self.root, 0))
        return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip()

    def line(self, most: int = 0) -> str:
        """Return the plain text on one line, cut after a word where it has more than `most` characters."""
        line = " ".join(self.plain().split())
        if not most or len(line) <= most:
            return line
        head = line[: most - 1].rpartition(" ")[0] or line[: most - 1]
        return f"{head}…"

    def code(self) -> str:
        """Return the text with its indentation, where it is a block of code; empty where it is none."""
        blocks = list(self.root)
        return "".join(blocks[0].itertext()).rstrip() if len(blocks) == 1 and blocks[0].tag == "pre" else ""

    def label(self) -> str:
        """Return the plain text on one line; a line of code keeps its indentation."""
        code = self.code()
        if not code or "\n" in code:
            return self.line()
        bare = code.lstrip()
        return "\u00a0" * (len(code) - len(bare)) + bare

    def has_math(self) -> bool:
        """Whether it holds TeX."""
        return any(element.get("class") == "arithmatex" for element in self.root.iter())


def escape(text: str) -> str:
    """Return a text as HTML and as XML, which has no place for most control characters."""
    text = _CONTROLS.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


_STRICT = {"figure": "div", "figcaption": "p", "mark": "span", "u": "span", "s": "span", "del": "span", "ins": "span"}
_STRICT |= {"bdi": "span", "bdo": "span", "ruby": "span", "rp": "span", "rt": "span", "wbr": "span"}
"""What takes the place of elements that QTI does not have."""
_LOOSE = frozenset(("dir", "start", "style", "title"))
"""Attributes that QTI does not have on most elements."""


def make_text(text: str) -> Fragment:
    """Return a word or a number as a text of its own."""
    root = Element("div")
    SubElement(root, "p").text = text
    return Fragment(root)


def _html(
    element: Element, files: dict[str, str], strict: bool, gap: WriteGap, *, inside: bool = False
) -> Iterator[str]:
    if element.tag == GAP_ELEMENT:
        yield gap(int(element.get("n", "1")))
        return
    tag = _STRICT.get(element.tag, element.tag) if strict else element.tag
    attributes = "" if inside else "".join(_attributes(element, files, strict))
    bare = inside or (tag == "span" and not attributes)
    if tag in VOID:
        yield f"<{tag}{attributes} />"
        return
    if not bare:
        yield f"<{tag}{attributes}>"
    if element.text:
        yield escape(element.text)
    for child in element:
        yield from _html(child, files, strict, gap)
        if child.tail:
            yield escape(child.tail)
    if not bare:
        yield f"</{tag}>"


def _attributes(element: Element, files: dict[str, str], strict: bool) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name == PICTURE:
            yield f' src="{escape(files[value])}"'
        elif name != "class":
            if not (strict and name in _LOOSE):
                yield f' {name}="{escape(value)}"'
        elif strict:
            yield f' class="{escape(value)}"'
        elif style := style_of(element.tag, value):
            yield f' style="{style}"'


def _plain(element: Element, depth: int) -> Iterator[str]:
    tag = element.tag
    if tag == "img":
        yield f"[{element.get('alt') or 'picture'}]"
    elif tag == GAP_ELEMENT:
        yield BLANK
    elif tag == "br":
        yield "\n"
    elif tag == "hr":
        yield "\n\n"
    elif tag == "pre":
        yield "\n" + "".join(element.itertext()).strip("\n") + "\n\n"
    elif tag in ("ul", "ol"):
        yield from _plain_list(element, depth)
    elif tag == "tr":
        yield " | ".join(" ".join("".join(_plain(cell, 0)).split()) for cell in element) + "\n"
    else:
        yield from _plain_children(element, depth)
        if tag in BLOCK_ELEMENTS and tag not in ("thead", "tbody", "tfoot"):
            yield "\n" if tag in ("li", "dt", "summary") else "\n\n"


def _plain_list(element: Element, depth: int) -> Iterator[str]:
    yield "\n" if depth else ""
    for number, row in enumerate(element, int(element.get("start") or 1)):
        sign = f"{number}. " if element.tag == "ol" else "- "
        text = re.sub(r"\n{2,}", "\n", "".join(_plain_children(row, depth + 1)).strip())
        yield sign + text.replace("\n", "\n" + " " * len(sign)) + "\n"
    yield "" if depth else "\n"


def _plain_children(element: Element, depth: int) -> Iterator[str]:
    blocks = any(child.tag in BLOCK_ELEMENTS for child in element)

    def text(words: str | None) -> str:
        words = re.sub(r"\s+", " ", words or "")
        return words.strip() if blocks else words

    yield text(element.text)
    for child in element:
        if blocks and child.tag in ("ul", "ol", "pre", "table", "blockquote") and depth:
            yield "\n"
        yield from _plain(child, depth)
        yield text(child.tail)
