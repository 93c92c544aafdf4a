"""Choice questions."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import Choice
from ...model.items import Option
from ...model.vocabulary import letter
from ..elements import Fill, add_button, add_disclosure, add_div, add_text, quiet
from ..parts import (
    Links,
    add_hints,
    add_label,
    add_level,
    add_menu,
    add_part,
    add_parts,
    add_stem,
    add_steps,
    first_paragraph,
)
from ..raw_html import drop_ids


def fill_choice(root: Element, item: Choice, fill: Fill, links: Links) -> None:
    """Write a choice question into its element."""
    name = f"recall-{item.id}"
    add_level(root, item)
    add_menu(root, item.id, links)
    add_stem(root, item, fill, "recall-stem")
    form = SubElement(root, "form", {"class": "recall-form", "method": "dialog", "autocomplete": "off"})
    group = SubElement(form, "fieldset", {"class": "recall-choices", "aria-labelledby": f"{name}::stem {name}::ask"})
    many = len(item.keys) > 1
    add_text(group, "legend", "recall-ask", "Choose all that apply." if many else "Choose one answer.").set(
        "id", f"{name}::ask"
    )
    rows = SubElement(group, "ol", {"class": "recall-options"})
    if item.settings.get("order") == "fixed":
        rows.set("data-recall-order", "fixed")
    for index, option in enumerate(item.options):
        _option(rows, name, "checkbox" if many else "radio", option, letter(index), fill)
    actions = add_div(form, "recall-actions")
    check = add_text(actions, "button", "recall-button recall-check", "Check answer")
    quiet(check).set("type", "submit")
    SubElement(actions, "div", {"class": "recall-status", "role": "status", "aria-atomic": "true"})
    add_hints(actions, item, fill)
    add_steps(actions, item, fill)
    add_button(actions, "recall-help", "answer", "Show answer")
    solution = add_disclosure(actions, "recall-solution", "Show answer")
    parts = add_div(solution, "recall-parts")
    _final(parts, item, fill)
    add_parts(parts, item, fill)
    _reasons(solution, item, fill)


def _option(rows: Element, name: str, type: str, option: Option, mark: str, fill: Fill) -> None:
    own = f"{name}:{option.id}"
    row = SubElement(rows, "li", {"class": "recall-option", "data-recall-option": option.id})
    SubElement(
        row,
        "input",
        {
            "type": type,
            "name": name,
            "value": option.id,
            "id": own,
            "aria-labelledby": f"{own}:letter {own}:text",
            "aria-describedby": f"{own}:mark",
        },
    )
    add_text(row, "span", "recall-letter", mark).set("id", f"{own}:letter")
    text = add_div(row, "recall-text")
    text.set("id", f"{own}:text")
    fill(text, option.text)
    add_label(text, own)
    SubElement(row, "span", {"class": "recall-mark", "id": f"{own}:mark"})


def _final(parts: Element, item: Choice, fill: Fill) -> None:
    """The final answer; where the author left it out, the keys by letter and text."""
    body = add_part(parts, "final-answer")
    for text in item.texts("final-answer"):
        fill(body, text)
        return
    for index, option in enumerate(item.options):
        if option.key:
            start = len(body)
            fill(body, drop_ids(option.text))
            added = Element("div")
            added.extend(list(body)[start:])
            line = first_paragraph(added)
            if line is None:
                line = Element("p")
                body.insert(start, line)
                line.text = AtomicString(letter(index))
            else:
                name = Element("span")
                name.text, name.tail, line.text = AtomicString(f"{letter(index)}, "), line.text, ""
                line.insert(0, name)


def _reasons(root: Element, item: Choice, fill: Fill) -> None:
    why = add_div(root, "recall-why")
    add_text(why, "p", "recall-title", "Why each option")
    rows = SubElement(why, "ol", {"class": "recall-reasons"})
    for index, option in enumerate(item.options):
        row = SubElement(rows, "li", {"class": "recall-reason", "data-recall-option": option.id})
        if option.key:
            row.set("data-recall-key", "")
        add_text(row, "span", "recall-letter", letter(index))
        body = add_div(row, "recall-body")
        if option.reason:
            fill(body, option.reason)
