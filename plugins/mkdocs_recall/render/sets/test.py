"""Tests, with the bank they draw from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import MasteryTest
from ...syntax.from_setting import Origin
from ..elements import add_button, add_div, add_text
from .item_set import QuestionSource, Surroundings, add_foot, add_head, add_items, open_set


def render_test(test: MasteryTest, children: Sequence[Element], around: Surroundings) -> Element:
    """Return the element of a test around the elements of its bank."""
    root = open_set(test)
    root.set("data-recall-draw", str(test.draw))
    root.set("data-recall-mix", ",".join(map(str, test.mix)))
    if around.sources:
        root.set("data-recall-from", " ".join(origin.entry for origin, _, _ in around.sources))
        root.set("data-recall-manifest", around.manifest)
    _mark_bank(test, children)
    _start(root, test, around.levels, around.sources)
    head = add_head(root, test, test.draw)
    add_button(head, "recall-help", "flag", "Flag")
    add_button(head, "recall-help", "list", "All questions")
    add_items(root, children)
    SubElement(root, "div", {"class": "recall-status", "role": "status", "aria-atomic": "true"})
    add_button(add_foot(root), "recall-button recall-check", "finish", "Finish test")
    _study(root, around.study)
    return root


def _mark_bank(test: MasteryTest, children: Sequence[Element]) -> None:
    """Write onto each item of a bank what a test draws by."""
    items = {item.id: item for item in test.items}
    for child in children:
        item = items.get(child.get("data-recall-id", ""))
        if item:
            child.set("data-recall-rank", str(item.rank))
            child.set("data-recall-objective", item.settings.get("objective", ""))


def _start(
    root: Element, test: MasteryTest, levels: Sequence[Sequence[str]], sources: Sequence[QuestionSource]
) -> None:
    start = add_div(root, "recall-start")
    wanted = enumerate(test.mix)
    mix = ", ".join(f"{number} {levels[rank][0]}" for rank, number in wanted if number)
    questions = "question" if test.draw == 1 else "questions"
    add_text(
        start,
        "p",
        "",
        f"{test.draw} {questions}: {mix}. No time limit, no feedback until the end. A self-check: the answers are in"
        + (" the source of their pages." if sources else " this page's source."),
    )
    if sources:
        add_text(start, "p", "", f"The questions come from{' this page and from' if test.items else ''}:")
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
