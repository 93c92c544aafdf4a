"""An item's frame, kept out of the page's tree while the tree is worked on.

Most elements of an item are of this package's making and hold nothing that Markdown could change. Only the author's
texts stay in the tree, in a holder, where every tree processor finds them; the frame comes around them at the end. That
saves each of them a visit to each element, which is most of what an item would cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from ..render.elements import take_paragraph

HOLDER = "recall-holder"


class HeldItem:
    """An item whose frame waits outside of the tree."""

    def __init__(self, frame: Element, filled: Sequence[Element]) -> None:
        """`filled` are the elements of the frame that hold the author's texts."""
        self.frame = frame
        self.holder = Element(HOLDER, frame.attrib)
        """What stands in the tree. Its attributes are the item's, so that links to it are known."""
        self._cells = [(element, self._take(element)) for element in filled]

    def _take(self, element: Element) -> Element:
        cell = SubElement(self.holder, "div")
        cell.text, element.text = element.text, None
        cell[:] = element[:]
        element[:] = []
        return cell

    def release(self, raw: Sequence[object]) -> None:
        """Put the texts back into the frame, and the frame in the holder's place.

        `raw` is the HTML that Markdown keeps apart.
        """
        for element, cell in self._cells:
            element.text = cell.text
            element[:] = cell[:]
            take_paragraph(element, raw)
        self.holder.tag = self.frame.tag
        self.holder.text = self.frame.text
        self.holder[:] = self.frame[:]
