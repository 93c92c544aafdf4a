"""The box that stands in place of a faulty block."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ..model import Problem, Text
from .pieces import Fill, add_div, add_prose, add_text


def render_error(problems: Sequence[Problem], id: str, stem: Text, fill: Fill) -> Element:
    """The box that stands in place of a faulty item: what is wrong, how to mend it, and the question's beginning."""
    box = Element("div", {"class": "recall-error", "role": "note"})
    if id:
        box.set("id", f"recall-{id}")
    add_text(box, "p", "recall-title", "This question has a fault")
    for problem in problems:
        line = SubElement(box, "p")
        place = add_text(line, "code", "", f"{problem.path}:{problem.line}" if problem.line else problem.path)
        place.tail = AtomicString(" ")
        add_prose(line, problem.message)
    if stem:
        fill(add_div(box, "recall-stem"), stem)
    return box
