"""An item's frame, kept out of the page's tree while the tree is worked on.

Most elements of an item are of this package's making and hold nothing that Markdown could change. Only the author's
texts stay in the tree, in a holder, where every tree processor finds them; the frame comes around them at the end. That
saves each of them a visit to each element, which is most of what an item would cost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import ETX, STX, AtomicString

from ..render.elements import take_paragraph

HOLDER = "recall-holder"
_PACKED = re.compile(f"{STX}recall-item:(?P<number>\\d+){ETX}")
"""Stands for an item in the HTML of its page. No text of an author has the signs around it."""


class HeldItem:
    """An item whose frame waits outside of the tree."""

    __slots__ = ("_cells", "_filled", "frame", "holder")

    def __init__(self, frame: Element, filled: Sequence[Element]) -> None:
        """`filled` are the elements of the frame that hold the author's texts."""
        self.frame = frame
        self.holder = Element(HOLDER, frame.attrib)
        """What stands in the tree. Its attributes are the item's, so that links to it are known."""
        self._filled = filled
        self._cells = [self._take(element) for element in filled]

    def _take(self, element: Element) -> Element:
        cell = SubElement(self.holder, "div")
        cell.text, element.text = element.text, None
        cell[:] = element[:]
        element[:] = []
        return cell

    def withdraw(self) -> None:
        """Keep the elements for the texts out of the tree too, if it has no text but the letters of options."""
        if all(isinstance(text, AtomicString) and text.isalnum() for text in self.holder.itertext()):
            self.holder[:] = []

    def release(self, raw: Sequence[object]) -> None:
        """Put the texts back into the frame, and the frame in the holder's place.

        `raw` is the HTML that Markdown keeps apart.
        """
        for element, cell in zip(self._filled, self._cells, strict=True):
            element.text = cell.text
            element[:] = cell[:]
            take_paragraph(element, raw)
        self.holder.tag = self.frame.tag
        self.holder.text = self.frame.text
        self.holder[:] = self.frame[:]
        self.frame, self._filled, self._cells = self.holder, [], []


def write_held(held: Sequence[HeldItem], write: Callable[[Element], str]) -> list[str]:
    """The HTML of released items, in the places of which the tree then has marks, for `unpack`.

    Markdown would keep all elements of a page until it has the HTML of the last: for a long page several times what its
    HTML takes. Here those of an item go as soon as it is written.
    """
    return [_pack(each.holder, number, write) for number, each in enumerate(held)]


def _pack(item: Element, number: int, write: Callable[[Element], str]) -> str:
    tail, item.tail = item.tail, None
    html = write(item)
    item.clear()
    # An element without a name is written as its text.
    item.tag, item.text, item.tail = None, f"{STX}recall-item:{number}{ETX}", tail  # type: ignore[assignment]
    return html


def unpack(text: str, packed: Sequence[str]) -> str:
    """The HTML of a page with its items in the place of the marks."""
    return _PACKED.sub(lambda found: packed[int(found["number"])], text)
