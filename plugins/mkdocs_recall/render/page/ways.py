"""The two ways into a topic."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import Item, Ways
from ...ui import Words
from ..elements import add_text, icon

Study = tuple[str, str, Sequence[Item]]
"""A section: its title, its address, and the test's questions about it."""


def render_ways(
    ways: Ways,
    say: Words,
    *,
    drawn: int,
    items: Sequence[Item],
    named: bool,
    study: Sequence[Study] = (),
    next_title: str = "",
) -> Element:
    """Two links side by side: the test, with how many questions it draws, and the lesson, with what it holds.

    Where the header names only one of them, there is only that.

    Where the lesson is another page its items are `named` on the link: the client cannot see them there. `study` is
    what is recommended after a weak test, and the page in `next` what is once the topic is secure.
    """
    root = Element("div", {"class": "recall-ways"})
    if ways.id:
        root.set("id", f"recall-{ways.id}")
        root.set("data-recall-id", ways.id)
    if ways.test:
        length = say("page.ways.questions", n=drawn) if drawn else say("page.ways.noLimit")
        title, line = say("page.ways.test"), say("page.ways.testTold")
        test = _way(root, ways.test, "target", title, line, say("startTest"), length)
        test.set("data-recall-way", "test")
        if ways.learn:
            _recommend(test, say)
    if ways.learn:
        _add_learn(root, ways, items, named, say)
    if study or next_title:
        _add_further(root, ways, study, next_title)
    return root


def _add_further(root: Element, ways: Ways, study: Sequence[Study], next_title: str) -> None:
    """Links that the script shows where they are what to do next."""
    rows = SubElement(root, "ul", {"class": "recall-further", "hidden": "", "data-search-exclude": ""})
    for title, address, items in study:
        row = SubElement(rows, "li", {"data-recall-items": _names(items)})
        row.set("data-recall-ranks", " ".join(str(item.rank) for item in items))
        add_text(row, "a", "", title).set("href", address)
    if next_title:
        row = SubElement(rows, "li", {"data-recall-next": ""})
        add_text(row, "a", "", next_title).set("href", ways.settings["next"])


def _recommend(way: Element, say: Words) -> None:
    way.set("class", "recall-way recall-recommended")
    pill = Element("span", {"class": "recall-pill"})
    pill.text = AtomicString(say("page.ways.recommended"))
    way.insert(0, pill)


def _add_learn(root: Element, ways: Ways, items: Sequence[Item], named: bool, say: Words) -> None:
    cards = [item for item in items if item.kind == "card"]
    questions = [item for item in items if item.kind != "card"]
    held = [say("page.ways.cardsHeld", n=len(cards))] if cards else []
    held += [say("page.ways.questionsHeld", n=len(questions))] if questions else []
    title, line = say("page.ways.learn"), say("page.ways.learnTold")
    learn = _way(root, ways.learn, "cards", title, line, say("startLearning"), say.list(held))
    learn.set("data-recall-way", "learn")
    if named:
        learn.set("data-recall-cards", _names(cards))
        learn.set("data-recall-questions", _names(questions))


def _names(items: Sequence[Item]) -> str:
    """The ids of items with spaces between them, and behind each, after commas, those it had before."""
    return " ".join(",".join((item.id, *item.aka)) for item in items)


def _way(root: Element, address: str, picture: str, title: str, line: str, action: str, meta: str) -> Element:
    link = SubElement(root, "a", {"class": "recall-way", "href": address})
    link.append(icon(picture))
    add_text(link, "span", "recall-title", title)
    add_text(link, "span", "recall-line", line)
    go = add_text(link, "span", "recall-go", action + " ")
    go.append(icon("arrow"))
    add_text(link, "span", "recall-meta", meta)
    return link
