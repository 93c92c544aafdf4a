"""The frame of a set: its head with a circle per item, its items, and its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from ...kinds import ItemSet
from ...syntax.settings.from_setting import Origin
from ...ui import Words
from ..elements import add_button, add_div, add_text, quiet

QuestionSource = tuple[Origin, str, str]
"""What a test takes questions from, and title and address of its page; empty where it is not one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the HTML of a set needs of the site around it."""

    say: Words
    levels: Sequence[Sequence[str]]
    """The names of each rank, rank 1 first."""
    study: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """For each objective where a test sends the learner: a title and an address."""
    sources: Sequence[QuestionSource] = ()
    """Where a test over several pages takes its questions from."""
    manifest: str = ""
    """Address of the script that says what these pages hold; empty where there is none."""
    asks_confidence: bool = False
    """Whether readers can say with each answer how sure they are."""


def open_set(item_set: ItemSet) -> Element:
    """Return the element of a set, empty."""
    root = Element(f"recall-{item_set.kind}", {"class": "recall-set", "id": f"recall-{item_set.id}"})
    root.set("data-recall-id", item_set.id)
    root.set("role", "group")
    root.set("aria-labelledby", f"recall-{item_set.id}::name")
    if item_set.settings.get("aka"):
        root.set("data-recall-aka", item_set.settings["aka"].replace(",", " "))
    return root


def add_head(root: Element, item_set: ItemSet, shown: int, say: Words) -> Element:
    """Add the head of a set that shows so many items; returns it, for buttons."""
    head = add_div(root, "recall-head")
    place = quiet(SubElement(head, "p", {"class": "recall-place"}))
    add_text(place, "strong", "recall-count", say("set.place", at=1, all=shown))
    place[0].tail = " "
    title = item_set.title or say(f"page.set.{item_set.kind}")
    add_text(place, "span", "recall-name", title).set("id", f"recall-{item_set.id}::name")
    circles = quiet(SubElement(head, "ol", {"class": "recall-circles"}))
    for number in range(1, shown + 1):
        circle = add_text(SubElement(circles, "li"), "button", "", str(number))
        circle.set("type", "button")
        circle.set("aria-label", say("circle.none", number=number))
        circle.set("data-recall-go", str(number))
        if number == 1:
            circle.set("aria-current", "true")
    return head


def add_items(root: Element, children: Sequence[Element]) -> None:
    """Add the items, and room for their list and for the end of the set."""
    items = add_div(root, "recall-items")
    items.extend(children)
    add_div(root, "recall-list")
    SubElement(root, "div", {"class": "recall-end", "tabindex": "-1"})


def add_foot(root: Element, say: Words) -> Element:
    """Add the foot with Back and Next; returns it, for further buttons."""
    foot = quiet(SubElement(root, "p", {"class": "recall-foot"}))
    add_button(foot, "recall-button", "back", say("page.set.back"))
    add_button(foot, "recall-button", "next", say("next"))
    return foot
