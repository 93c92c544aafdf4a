"""Prompts to explain something in one's own words, with a model answer and concepts to tick."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import Explain
from ...model.items import Concept
from ...ui import Words
from ..elements import Fill, add_disclosure, add_div, add_text, authored, quiet
from ..parts import Links, add_hints, add_label, add_level, add_menu, add_part, add_parts, add_stem


def fill_explain(root: Element, item: Explain, fill: Fill, links: Links, say: Words) -> None:
    """Write an explain prompt into its element: write, compare, tick."""
    name = f"recall-{item.id}"
    add_level(root, item)
    add_menu(root, item.id, links, say)
    add_stem(root, item, fill, "recall-stem")
    compare = add_div(root, "recall-compare")
    _field(add_div(compare, "recall-write"), name, say)
    _model(compare, item, fill, say)
    actions = add_div(root, "recall-actions")
    show = quiet(add_text(actions, "button", "recall-button recall-check", say("page.explain.model")))
    show.set("type", "button")
    show.set("data-recall-do", "model")
    SubElement(actions, "div", {"class": "recall-status", "role": "status"})
    add_hints(actions, item, fill, say)
    answer = add_disclosure(root, "recall-concepts", say("page.explain.concepts"))
    group = SubElement(answer, "fieldset", {"class": "recall-ticks"})
    add_text(group, "legend", "recall-title", say("page.explain.tick"))
    rows = SubElement(group, "ol")
    for concept in item.concepts:
        _tick(rows, name, concept, fill)
    SubElement(answer, "div", {"class": "recall-score", "role": "status"})
    add_parts(answer, item, fill, say)


def _field(root: Element, name: str, say: Words) -> None:
    add_text(root, "label", "recall-title", say("page.explain.field")).set("for", f"{name}::text")
    quiet(add_text(root, "p", "recall-note", say("page.explain.note"))).set("id", f"{name}::note")
    field = SubElement(root, "textarea", {"class": "recall-field", "id": f"{name}::text", "rows": "6", "dir": "auto"})
    field.set("autocomplete", "off")
    field.set("aria-describedby", f"{name}::stem {name}::note")
    field.text = AtomicString("")


def _model(root: Element, item: Explain, fill: Fill, say: Words) -> None:
    answer = add_disclosure(root, "recall-model", say("page.explain.model"))
    body = add_part(answer, "model-answer", say)
    for text in item.texts("model-answer"):
        fill(body, text)


def _tick(rows: Element, name: str, concept: Concept, fill: Fill) -> None:
    own = f"{name}:{concept.id}"
    row = SubElement(rows, "li", {"class": "recall-tick", "data-recall-concept": concept.id})
    box = SubElement(row, "input", {"type": "checkbox", "id": own, "value": concept.id, "autocomplete": "off"})
    box.set("aria-labelledby", f"{own}:text")
    box.set("aria-describedby", f"{own}:mark")
    text = authored(add_div(row, "recall-text"))
    text.set("id", f"{own}:text")
    fill(text, concept.text)
    add_label(text, own)
    SubElement(row, "span", {"class": "recall-mark", "id": f"{own}:mark"})
