"""Parts of an item that several kinds have in common."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from ..kinds import Item
from ..ui import Words
from .elements import Fill, add_button, add_disclosure, add_div, add_text, authored, icon, quiet


@dataclass(frozen=True, slots=True)
class Links:
    """What a reader can do with an item beside answering it. An empty address is left out."""

    edit: str = ""
    """Where its source line can be edited."""
    report: str = ""
    """Where a fault in it can be reported."""
    run: str = ""
    """Where its whole script is."""
    run_name: str = ""
    """Name under which the script is saved; empty where a page shows it instead."""


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
    fill(authored(stem), item.stem)
    number = quiet(Element("span", {"class": "recall-number"}))
    stem.insert(0, number)


def add_hints(root: Element, item: Item, fill: Fill, say: Words) -> None:
    """The hints of an item, and the button that shows them one by one."""
    hints = item.texts("hint")
    if not hints:
        return
    holder = add_disclosure(root, "recall-hints", say("help.showHint"))
    for index, hint in enumerate(hints, 1):
        panel = authored(add_div(holder, "recall-panel recall-hint"))
        title = say("page.hint.of", number=index, all=len(hints)) if len(hints) > 1 else say("page.hint")
        # Without a direction of its own it would decide that of the panel.
        add_text(panel, "p", "recall-title", title).set("dir", "ltr")
        fill(panel, hint)
    add_button(root, "recall-help", "hint", say("help.showHint"))


def add_steps(root: Element, item: Item, fill: Fill, say: Words) -> None:
    """The steps of a solution, and the button that shows them one by one."""
    steps = [step for part in item.parts for step in part.steps]
    if not steps:
        return
    rows = SubElement(add_disclosure(root, "recall-steps", say("page.steps")), "ol")
    for step in steps:
        fill(authored(SubElement(rows, "li", {"class": "recall-step", "tabindex": "-1"})), step)
    add_button(root, "recall-help", "step", say("help.showStep", step=1, steps=len(steps)))


def add_parts(root: Element, item: Item, fill: Fill, say: Words) -> None:
    """The parts that stand behind an answer."""
    for part in item.parts:
        if part.label in ("explanation", "quick-check", "common-mistakes", "learn-more"):
            fill(add_part(root, part.label, say), part.text)


def add_part(root: Element, label: str, say: Words) -> Element:
    """A titled part; returns the element for its text."""
    part = add_div(root, f"recall-part recall-{label}")
    add_text(part, "p", "recall-title", say(f"page.part.{label}"))
    return authored(add_div(part, "recall-body"))


def add_run(root: Element, links: Links, say: Words) -> None:
    """The link to the whole script of an item."""
    if links.run:
        link = quiet(add_text(root, "a", "recall-run", say("page.run")))
        link.set("href", links.run)
        if links.run_name:
            link.set("download", links.run_name)


def add_menu(root: Element, id: str, links: Links, say: Words) -> None:
    """The item's menu: a link to it, and where its source can be edited or a fault reported."""
    menu = quiet(SubElement(root, "details", {"class": "recall-menu"}))
    summary = SubElement(menu, "summary", {"aria-label": say("page.menu")})
    summary.append(icon("dots"))
    rows = SubElement(menu, "ul", {"class": "recall-links"})
    for title, address in (
        (say("page.link"), f"#recall-{id}"),
        (say("page.edit"), links.edit),
        (say("page.report"), links.report),
    ):
        if address:
            add_text(SubElement(rows, "li"), "a", "", title).set("href", address)
