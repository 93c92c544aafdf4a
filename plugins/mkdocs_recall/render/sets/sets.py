"""Containers: practice sets, and tests with the bank they draw from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...model.blocks import Deck
from ...syntax.from_setting import Origin
from ..elements import add_button, add_div, add_text, quiet

Source = tuple[Origin, str, str]
"""What a test takes questions from, and title and address of its page; empty where it is not one page."""


def render_deck(
    deck: Deck,
    children: Sequence[Element],
    levels: Sequence[Sequence[str]],
    study: Mapping[str, tuple[str, str]],
    sources: Sequence[Source] = (),
) -> Element:
    """The element of a container around its items' elements.

    `study` names for each objective where a test sends the learner: a title and an address. `sources` are where a test
    over several pages takes its questions from.
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
        if sources:
            root.set("data-recall-from", " ".join(origin.entry for origin, _, _ in sources))
            root.set("data-recall-manifest", "")
        _mark_bank(deck, children)
        _start(root, deck, levels, sources)
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


def _start(root: Element, deck: Deck, levels: Sequence[Sequence[str]], sources: Sequence[Source]) -> None:
    start = add_div(root, "recall-start")
    wanted = enumerate(deck.mix)
    mix = ", ".join(f"{number} {levels[rank][0]}" for rank, number in wanted if number)
    questions = "question" if deck.draw == 1 else "questions"
    add_text(
        start,
        "p",
        "",
        f"{deck.draw} {questions}: {mix}. No time limit, no feedback until the end. A self-check: the answers are in"
        + (" the source of their pages." if sources else " this page's source."),
    )
    if sources:
        add_text(start, "p", "", f"The questions come from{' this page and from' if deck.items else ''}:")
        rows = SubElement(start, "ul", {"class": "recall-sources"})
        for source in sources:
            _source(SubElement(rows, "li"), *source)
    add_button(start, "recall-button recall-check", "start", "Start test")


def _source(row: Element, origin: Origin, title: str, address: str) -> None:
    """What an entry of `from=` stands for, in words; a page as a link, so that its questions can be read there."""
    if not origin.path:
        add_text(row, "span", "", f"The objective {origin.objective}")
        return
    if origin.folder:
        folder = origin.path.rstrip("/")
        add_text(row, "span", "", f"All pages in {folder}" if folder else "All pages of this site")
    else:
        add_text(row, "a", "", title).set("href", address)
        if origin.topic:
            row[0].tail = AtomicString(" and its tests")
    if origin.objective:
        add_text(row, "span", "", f": {origin.objective}")


def _study(root: Element, study: Mapping[str, tuple[str, str]]) -> None:
    """Where to read on about each objective; the result shows those that were missed."""
    if not study:
        return
    rows = SubElement(root, "ul", {"class": "recall-study"})
    for objective, (title, address) in study.items():
        row = SubElement(rows, "li", {"data-recall-objective": objective})
        add_text(row, "a", "", title).set("href", address)
