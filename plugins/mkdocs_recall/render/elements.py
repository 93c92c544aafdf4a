"""Pieces of HTML that several kinds have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from ..model.items import Item, Text
from ..model.vocabulary import LABELS

Fill = Callable[[Element, Text], None]
"""Parses a text as Markdown into an element."""


@dataclass(frozen=True, slots=True)
class Links:
    """What a reader can do with an item beside answering it. An empty address is left out."""

    edit: str = ""
    """Where its source line can be edited."""
    report: str = ""
    """Where a fault in it can be reported."""


def first_paragraph(holder: Element) -> Element | None:
    """The paragraph a text begins with; None where it begins with code or other raw HTML, kept apart by Markdown."""
    first = holder[0] if len(holder) else None
    if first is None or first.tag != "p":
        return None
    return None if len(first) == 0 and HTML_PLACEHOLDER_RE.fullmatch((first.text or "").strip()) else first


def add_label(text: Element, own: str) -> None:
    """Make the first paragraph of a text the label of the control with the id `own`."""
    label = first_paragraph(text)
    if label is None:
        label = Element("label")
        text.insert(0, label)
    label.tag = "label"
    label.set("for", own)


def add_level(root: Element, item: Item) -> None:
    """The level of an item: pips by rank, and its name."""
    if item.rank:
        level = SubElement(root, "p", {"class": "recall-level", "data-recall-rank": str(item.rank)})
        pips = SubElement(level, "span", {"class": "recall-pips", "aria-hidden": "true"})
        for _ in range(3):
            SubElement(pips, "i")
        pips.tail = AtomicString(f" {item.level[:1].upper()}{item.level[1:]}")


def add_stem(root: Element, item: Item, fill: Fill, css: str) -> None:
    """What an item asks, with room for its number on a printed sheet."""
    stem = add_div(root, css)
    stem.set("id", f"recall-{item.id}::stem")
    fill(stem, item.stem)
    number = quiet(Element("span", {"class": "recall-number"}))
    stem.insert(0, number)


def add_hints(root: Element, item: Item, fill: Fill) -> None:
    """The hints of an item, and the button that shows them one by one."""
    hints = item.texts("hint")
    if not hints:
        return
    holder = add_disclosure(root, "recall-hints", "Show hint")
    for index, hint in enumerate(hints, 1):
        panel = add_div(holder, "recall-panel recall-hint")
        add_text(panel, "p", "recall-title", f"Hint {index} of {len(hints)}" if len(hints) > 1 else "Hint")
        fill(panel, hint)
    add_button(root, "recall-help", "hint", "Show hint")


def add_steps(root: Element, item: Item, fill: Fill) -> None:
    """The steps of a solution, and the button that shows them one by one."""
    steps = [step for part in item.parts for step in part.steps]
    if not steps:
        return
    rows = SubElement(add_disclosure(root, "recall-steps", "Show steps"), "ol")
    for step in steps:
        fill(SubElement(rows, "li", {"class": "recall-step", "tabindex": "-1"}), step)
    add_button(root, "recall-help", "step", f"Show step 1 of {len(steps)}")


def add_parts(root: Element, item: Item, fill: Fill) -> None:
    """The parts that stand behind an answer."""
    for part in item.parts:
        if part.label in ("explanation", "quick-check", "common-mistakes", "learn-more"):
            fill(add_part(root, part.label), part.text)


def add_part(root: Element, label: str) -> Element:
    """A titled part; returns the element for its text."""
    part = add_div(root, f"recall-part recall-{label}")
    add_text(part, "p", "recall-title", LABELS[label])
    return add_div(part, "recall-body")


def add_disclosure(root: Element, css: str, title: str) -> Element:
    """A `details` of ours; returns the `recall-answer` in it, which is all that may hold an answer."""
    details = SubElement(root, "details", {"class": css})
    summary = quiet(SubElement(details, "summary"))
    if title:
        summary.text = AtomicString(title)
    return quiet(SubElement(details, "recall-answer"))


def add_button(root: Element, css: str, does: str, text: str) -> None:
    """A button that does what the client knows by that name."""
    button = quiet(add_text(root, "button", css, text))
    button.set("type", "button")
    button.set("data-recall-do", does)


def quiet(element: Element) -> Element:
    """Keep an element out of the search index.

    It must not hold another element of its own tag: Material's index would go on reading after that one's end.
    """
    element.set("data-search-exclude", "")
    return element


def add_div(root: Element, css: str) -> Element:
    """A `div` of a class of ours."""
    return SubElement(root, "div", {"class": css})


def add_text(root: Element, tag: str, css: str, text: str) -> Element:
    """An element of plain text."""
    element = SubElement(root, tag, {"class": css} if css else {})
    element.text = AtomicString(text)
    return element


def add_prose(root: Element, text: str) -> None:
    """Plain text, with code between backticks."""
    last = root[-1]
    for index, piece in enumerate(re.split(r"`([^`]*)`", text)):
        if index % 2:
            last = add_text(root, "code", "", piece)
        else:
            last.tail = AtomicString((last.tail or "") + piece)


def add_menu(root: Element, id: str, links: Links) -> None:
    """The item's menu: a link to it, and where its source can be edited or a fault reported."""
    menu = quiet(SubElement(root, "details", {"class": "recall-menu"}))
    summary = SubElement(menu, "summary", {"aria-label": "More"})
    summary.append(icon("dots"))
    rows = SubElement(menu, "ul", {"class": "recall-links"})
    for title, address in (
        ("Link", f"#recall-{id}"),
        ("Edit this question", links.edit),
        ("Report a problem", links.report),
    ):
        if address:
            add_text(SubElement(rows, "li"), "a", "", title).set("href", address)


_ICONS = {
    "dots": ("M5 12h.01", "M12 12h.01", "M19 12h.01"),
    "target": (
        "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18",
        "M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
        "M12 12h.01",
    ),
    "cards": ("M6 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z", "M8 4h10a2 2 0 0 1 2 2v10"),
    "arrow": ("M5 12h14", "M13 6l6 6l-6 6"),
}
"""Icons by name: paths in a box of 24, drawn with a round stroke of 2."""


def icon(name: str) -> Element:
    """An icon as inline SVG, hidden from assistive technology."""
    return deepcopy(_draw(name))


@cache
def _draw(name: str) -> Element:
    """An icon to copy, which takes a fraction of the time of making it anew for each item of a page."""
    svg = Element(
        "svg",
        {
            "class": f"recall-icon recall-icon-{name}",
            "viewBox": "0 0 24 24",
            "fill": "none",
            "stroke": "currentColor",
            "stroke-width": "2",
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
            "aria-hidden": "true",
        },
    )
    for path in _ICONS[name]:
        SubElement(svg, "path", {"d": path})
    return svg
