"""Tests, with the bank they draw from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import MasteryTest
from ...syntax.settings.from_setting import Origin
from ...ui import Words
from ..elements import add_button, add_div, add_pieces, add_text
from .item_set import Surroundings, add_foot, add_head, add_items, open_set


def render_test(test: MasteryTest, children: Sequence[Element], around: Surroundings) -> Element:
    """Return the element of a test around the elements of its bank."""
    root, say = open_set(test), around.say
    if test.places:
        root.set("data-recall-per", str(test.per))
    else:
        root.set("data-recall-draw", str(test.draw))
        root.set("data-recall-mix", ",".join(map(str, test.mix)))
    if around.sources:
        root.set("data-recall-from", " ".join(origin.entry for origin, _, _ in around.sources))
        root.set("data-recall-manifest", around.manifest)
    if around.asks_confidence:
        root.set("data-recall-confidence", "")
    _mark_bank(test, children)
    _start(root, test, around)
    head = add_head(root, test, test.draw or test.per, say)
    add_button(head, "recall-help", "flag", say("test.flag"))
    add_button(head, "recall-help", "list", say("set.all"))
    add_items(root, children)
    SubElement(root, "div", {"class": "recall-status", "role": "status"})
    add_button(add_foot(root, say), "recall-button recall-check", "finish", say("test.finish"))
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


def _start(root: Element, test: MasteryTest, around: Surroundings) -> None:
    start, say = add_div(root, "recall-start"), around.say
    told = (
        _say_length(test, around),
        say("page.test.rules"),
        say("page.test.elsewhere") if around.sources else say("page.test.here"),
    )
    add_text(start, "p", "", say.sentences((*told, say("page.test.suggests")) if test.places else told))
    if around.sources:
        add_text(start, "p", "", say("page.test.fromHere") if test.items else say("page.test.from"))
        rows = SubElement(start, "ul", {"class": "recall-sources"})
        for source in around.sources:
            add_pieces(SubElement(rows, "li"), _source(*source, say))
    add_button(start, "recall-button recall-check", "start", say("startTest"))


def _say_length(test: MasteryTest, around: Surroundings) -> str:
    """How many questions a form has."""
    say = around.say
    if test.places:
        return say("page.test.placement", n=test.per)
    levels = zip(test.mix, around.levels, strict=True)
    mix = say.list(say("page.test.level", n=number, level=names[0]) for number, names in levels if number)
    return say("page.test.questions", n=test.draw, levels=mix)


def _source(origin: Origin, title: str, address: str, say: Words) -> list[Element | str]:
    """What an entry of `from=` stands for, in words; a page as a link, so that its questions can be read there."""
    if not origin.path:
        return [say("page.source.objective", objective=origin.objective)]
    source: list[Element | str]
    if origin.folder:
        folder = origin.path.rstrip("/")
        source = [say("page.source.folder", folder=folder) if folder else say("page.source.site")]
    else:
        page = Element("a", {"href": address})
        page.text = AtomicString(title)
        source = say.parts("page.source.topic", page=page) if origin.topic else [page]
    return say.parts("page.source.part", source=source, objective=origin.objective) if origin.objective else source


def _study(root: Element, study: Mapping[str, tuple[str, str]]) -> None:
    """Where to read on about each objective; the result shows those that were missed."""
    if not study:
        return
    rows = SubElement(root, "ul", {"class": "recall-study"})
    for objective, (title, address) in study.items():
        row = SubElement(rows, "li", {"data-recall-objective": objective})
        add_text(row, "a", "", title).set("href", address)
