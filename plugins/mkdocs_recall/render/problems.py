"""What authors read on a page: the box in place of a faulty block, warnings, and the list of all problems."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.serializers import to_html_string
from markdown.util import AtomicString

from ..model.problems import Problem
from ..model.text import Text
from ..ui import Words
from .elements import Fill, add_disclosure, add_div, add_prose, add_text, authored

_NOTHING = Text(start=0)


def render_error(
    problems: Sequence[Problem],
    id: str,
    stem: Text,
    fill: Fill,
    say: Words,
    overview: str = "",
    *,
    rest: Text = _NOTHING,
) -> Element:
    """The box that stands in place of a faulty item: what is wrong, how to mend it, and the question's beginning.

    `overview` is the address of the list of all problems, in a live preview. `rest` is text that belongs to the item or
    to the page below it. It can be read, but not at first sight, since it may give the answer away.
    """
    box = _box("recall-error", say("page.error"), problems, say, overview)
    if id:
        box.set("id", f"recall-{id}")
    if stem:
        fill(authored(add_div(box, "recall-stem")), stem)
    if rest:
        fill(authored(add_disclosure(box, "recall-rest", say("page.error.rest"))), rest)
    return box


def write_error(problems: Sequence[Problem], id: str, say: Words) -> str:
    """The same box as HTML, for a page that is rendered already."""
    return to_html_string(render_error(problems, id, Text(start=0), lambda parent, text: None, say))


def render_warning(problems: Sequence[Problem], overview: str, say: Words) -> Element:
    """The box below an item in a live preview: what could be better about it."""
    return _box("recall-error recall-warning", say("page.warning"), problems, say, overview)


def render_note(errors: int, warnings: int, overview: str, say: Words) -> Element:
    """The line above a page of a live preview, which leads to the list of all problems."""
    note = Element("p", {"class": "recall-note"})
    counted = say("page.problems.errors", n=errors), say("page.problems.warnings", n=warnings)
    add_text(note, "a", "", say("page.problems.counts", errors=counted[0], warnings=counted[1])).set("href", overview)
    return note


def render_problems(problems: Sequence[tuple[Problem, str]], say: Words) -> Element:
    """The list of all problems, each with the address of its item."""
    root = Element("div", {"class": "recall-problems"})
    if not problems:
        add_text(root, "p", "", say("page.problems.none"))
        return root
    rows = SubElement(root, "ul")
    for problem, address in problems:
        row = SubElement(rows, "li")
        add_text(row, "strong", "", say(f"page.severity.{problem.severity}")).tail = AtomicString(" ")
        add_text(row, "code", "", problem.rule).tail = AtomicString(" ")
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        if address:
            add_text(row, "a", "", place).set("href", address)
        else:
            add_text(row, "code", "", place)
        row[-1].tail = AtomicString(": ")
        add_prose(row, problem.message)
    return root


def _box(css: str, title: str, problems: Sequence[Problem], say: Words, overview: str) -> Element:
    box = Element("div", {"class": css, "role": "note"})
    add_text(box, "p", "recall-title", title)
    for problem in problems:
        line = SubElement(box, "p")
        place = add_text(line, "code", "", f"{problem.path}:{problem.line}" if problem.line else problem.path)
        place.tail = AtomicString(" ")
        add_prose(line, problem.message)
    if overview:
        add_text(SubElement(box, "p"), "a", "", say("page.problems")).set("href", overview)
    return box
