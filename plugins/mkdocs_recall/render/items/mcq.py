"""Choice questions."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import Mcq
from ...model.items import Option
from ...model.vocabulary import letter
from ...ui import Words
from ..elements import (
    Fill,
    add_button,
    add_disclosure,
    add_div,
    add_text,
    authored,
    first_paragraph,
    join_paragraph,
    quiet,
)
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
)
from ..raw_html import drop_ids


def fill_mcq(root: Element, item: Mcq, fill: Fill, links: Links, say: Words) -> None:
    """Write a choice question into its element."""
    name = f"recall-{item.id}"
    add_level(root, item)
    add_menu(root, item.id, links, say)
    add_stem(root, item, fill, "recall-stem")
    form = SubElement(root, "form", {"class": "recall-form", "method": "dialog", "autocomplete": "off"})
    group = SubElement(form, "fieldset", {"aria-labelledby": f"{name}::stem {name}::ask"})
    many = len(item.keys) > 1
    ask = say("page.mcq.several") if many else say("page.mcq.one")
    add_text(group, "legend", "", ask).set("id", f"{name}::ask")
    rows = SubElement(group, "ol", {"type": "A"})
    if item.settings.get("order") == "fixed":
        rows.set("data-recall-order", "fixed")
    for index, option in enumerate(item.options):
        _option(rows, name, "checkbox" if many else "radio", option, letter(index), fill)
    actions = add_div(form, "recall-actions")
    quiet(add_text(actions, "button", "recall-button recall-check", say("mcq.check")))
    SubElement(actions, "div", {"class": "recall-status", "role": "status"})
    add_hints(actions, item, fill, say)
    add_steps(actions, item, fill, say)
    add_button(actions, "recall-help", "answer", say("help.showAnswer"))
    solution = add_disclosure(actions, "recall-solution", say("help.showAnswer"))
    _final(solution, item, fill, say)
    add_parts(solution, item, fill, say)
    _reasons(solution, item, fill, say)


def _option(rows: Element, name: str, type: str, option: Option, mark: str, fill: Fill) -> None:
    """An option: a label around its input and its text or, where that has blocks, the two beside each other."""
    row = SubElement(rows, "li")
    control = Element("input", {"type": type, "name": name, "value": option.id})
    text = authored(SubElement(row, "div", {"data-recall-letter": mark}))
    fill(text, option.text)
    if join_paragraph(text, "label", control):
        return
    own = f"{name}:{option.id}"
    row.insert(0, control)
    control.set("id", own)
    control.set("aria-labelledby", f"{own}:text")
    text.set("id", f"{own}:text")
    add_label(text, own)


def _final(parts: Element, item: Mcq, fill: Fill, say: Words) -> None:
    """The final answer; where the author left it out, the keys by letter and text."""
    body = add_part(parts, "final-answer", say)
    for text in item.texts("final-answer"):
        fill(body, text)
        join_paragraph(body, "p")
        return
    for index, option in enumerate(item.options):
        if option.key:
            start = len(body)
            fill(body, drop_ids(option.text))
            added = Element("div")
            added.extend(list(body)[start:])
            line = first_paragraph(added)
            if line is None:
                line = Element("p", {"data-recall-key": ""})
                body.insert(start, line)
                line.text = AtomicString(letter(index))
                line.set("dir", "ltr")
            else:
                _name_key(line, letter(index), say)
    join_paragraph(body, "p")


def _name_key(line: Element, letter: str, say: Words) -> None:
    """Put the letter of a key before the first paragraph of its text. A test that shuffles the options changes it."""
    # With a direction of its own it does not decide that of the text.
    name = Element("span", {"data-recall-key": "", "dir": "ltr"})
    name.text = AtomicString(letter)
    parts = say.parts("page.mcq.key", letter=name, text=line.text or "")
    at = parts.index(name)
    line.text, name.tail = "".join(parts[:at]), "".join(parts[at + 1 :])
    line.insert(0, name)


def _reasons(root: Element, item: Mcq, fill: Fill, say: Words) -> None:
    """Why each option is right or wrong, in the order of the options."""
    add_text(root, "b", "recall-why", say("page.mcq.why"))
    rows = SubElement(root, "ol", {"class": "recall-reasons", "type": "A"})
    for option in item.options:
        row = SubElement(rows, "li")
        if option.key:
            row.set("data-recall-key", "")
        if option.reason:
            row.tag = "div"  # Markdown reads some blocks in a list otherwise.
            fill(authored(row), option.reason)
            row.tag = "li"
            join_paragraph(row, "li")
