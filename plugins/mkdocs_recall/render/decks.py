"""Containers: practice sets, and tests with the bank they draw from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from ..model import Deck
from .pieces import add_button, add_div, add_text, quiet


def render_deck(
    deck: Deck, children: Sequence[Element], levels: Sequence[Sequence[str]], study: Mapping[str, tuple[str, str]]
) -> Element:
    """The element of a container around its items' elements.

    `study` names for each objective where a test sends the learner: a title and an address.
    """
    root = Element(f"recall-{deck.kind}", {"class": "recall-set", "id": f"recall-{deck.id}"})
    root.set("data-recall-id", deck.id)
    root.set("role", "group")
    root.set("aria-labelledby", f"recall-{deck.id}::name")
    if deck.settings.get("aka"):
        root.set("data-recall-aka", deck.settings["aka"].replace(",", " "))
    if deck.kind == "test":
        root.set("data-recall-draw", str(deck.draw))
        root.set("data-recall-mix", ",".join(map(str, deck.mix)))
        _mark_bank(deck, children)
        _start(root, deck, levels)
    _head(root, deck)
    items = add_div(root, "recall-items")
    items.extend(children)
    add_div(root, "recall-list")
    SubElement(root, "div", {"class": "recall-end", "tabindex": "-1"})
    if deck.kind == "test":
        SubElement(root, "div", {"class": "recall-status", "role": "status", "aria-atomic": "true"})
    foot = quiet(SubElement(root, "p", {"class": "recall-foot"}))
    add_button(foot, "recall-button", "back", "Back")
    add_button(foot, "recall-button", "next", "Next")
    if deck.kind == "test":
        add_button(foot, "recall-button recall-check", "finish", "Finish test")
        _study(root, study)
    return root


def _mark_bank(deck: Deck, children: Sequence[Element]) -> None:
    """Write onto each item of a bank what a test draws by."""
    items = {item.id: item for item in deck.items}
    for child in children:
        item = items.get(child.get("data-recall-id", ""))
        if item:
            child.set("data-recall-rank", str(item.rank))
            child.set("data-recall-objective", item.settings.get("objective", ""))


def _head(root: Element, deck: Deck) -> None:
    head = add_div(root, "recall-head")
    place = quiet(SubElement(head, "p", {"class": "recall-place"}))
    shown = deck.draw if deck.kind == "test" else len(deck.items)
    add_text(place, "strong", "recall-count", f"1 of {shown}")
    place[0].tail = " "
    add_text(place, "span", "recall-name", deck.title).set("id", f"recall-{deck.id}::name")
    circles = quiet(SubElement(head, "ol", {"class": "recall-circles"}))
    for number in range(1, shown + 1):
        circle = add_text(SubElement(circles, "li"), "button", "", str(number))
        circle.set("type", "button")
        circle.set("aria-label", f"Question {number}")
        circle.set("data-recall-go", str(number))
        if number == 1:
            circle.set("aria-current", "true")
    if deck.kind == "test":
        add_button(head, "recall-help", "flag", "Flag")
    add_button(head, "recall-help", "list", "All questions")


def _start(root: Element, deck: Deck, levels: Sequence[Sequence[str]]) -> None:
    start = add_div(root, "recall-start")
    wanted = enumerate(deck.mix)
    mix = ", ".join(f"{number} {levels[rank][0]}" for rank, number in wanted if number)
    questions = "question" if deck.draw == 1 else "questions"
    add_text(
        start,
        "p",
        "",
        f"{deck.draw} {questions}: {mix}. No time limit, no feedback until the end. A self-check: the answers are in"
        " this page's source.",
    )
    add_button(start, "recall-button recall-check", "start", "Start test")


def _study(root: Element, study: Mapping[str, tuple[str, str]]) -> None:
    """Where to read on about each objective; the result shows those that were missed."""
    if not study:
        return
    rows = SubElement(root, "ul", {"class": "recall-study"})
    for objective, (title, address) in study.items():
        row = SubElement(rows, "li", {"data-recall-objective": objective})
        add_text(row, "a", "", title).set("href", address)
