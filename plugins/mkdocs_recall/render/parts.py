"""Parts of an item that several kinds have in common."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ..kinds import Item
from ..ui import Words
from .elements import (
    Fill,
    add_button,
    add_disclosure,
    add_div,
    add_text,
    authored,
    first_paragraph,
    join_paragraph,
    quiet,
)


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


def add_label(text: Element, own: str) -> None:
    """Make the first paragraph of a text the label of the control with the id `own`."""
    label = first_paragraph(text)
    if label is None:
        label = Element("label")
        text.insert(0, label)
    label.tag = "label"
    label.set("for", own)


def add_level(root: Element, item: Item) -> None:
    """The level of an item: its name. The stylesheet draws pips by its rank."""
    if item.rank:
        level = add_text(root, "p", "recall-level", f"{item.level[:1].upper()}{item.level[1:]}")
        level.set("data-recall-rank", str(item.rank))


def add_stem(root: Element, item: Item, fill: Fill, css: str) -> None:
    """What an item asks."""
    stem = add_div(root, css)
    stem.set("id", f"recall-{item.id}::stem")
    fill(authored(stem), item.stem)
    join_paragraph(stem, "p")


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
        add_text(panel, "p", "recall-title", title).set("dir", say.direction)
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
            body = add_part(root, part.label, say)
            fill(body, part.text)
            join_paragraph(body, "p")


def add_part(root: Element, label: str, say: Words) -> Element:
    """A titled part: its title, and the element after it; returns that, for its text."""
    add_text(root, "b", "", say(f"page.part.{label}"))
    return authored(SubElement(root, "div"))


def add_run(root: Element, links: Links, say: Words) -> None:
    """The link to the whole script of an item."""
    if links.run:
        link = quiet(add_text(root, "a", "recall-run", say("page.run")))
        link.set("href", links.run)
        if links.run_name:
            link.set("download", links.run_name)


def add_menu(root: Element, id: str, links: Links, say: Words) -> None:
    """The item's menu. The client fills it when it first opens, from the addresses that it holds."""
    menu = SubElement(root, "details", {"class": "recall-menu"})
    SubElement(menu, "summary", {"aria-label": say("page.menu")})
    for name, address in (("edit", links.edit), ("report", links.report)):
        if address:
            menu.set(f"data-recall-{name}-href", address)
