"""Matching questions."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from ...kinds import Match
from ...kinds.items.typed import typed_form
from ...model.identity import option_id
from ...syntax.typed.answer_table import PairRow
from ...ui import Words
from ..elements import Fill, add_text, authored, join_paragraph, literal
from ..parts import Links, add_parts, add_stem
from .typed import add_ask, add_final_list, add_frame, add_rest, draw_order


def fill_match(root: Element, item: Match, fill: Fill, links: Links, say: Words) -> None:
    """Write a matching question into its element: its left texts as written, what to choose in a drawn order."""
    form = add_frame(root, item, links, say)
    add_stem(form, item, fill, "recall-stem")
    name = f"recall-{item.id}"
    group = SubElement(form, "div", {"class": "recall-match", "role": "group"})
    group.set("aria-labelledby", f"{name}::stem {name}::ask")
    add_ask(group, item, say("page.match.ask"))
    rows = SubElement(group, "ul", {"class": "recall-pairs"})
    choices = draw_order(item.id, item.choices, option_id)
    for row in draw_order(item.id, item.pairs, lambda each: option_id(each.left)):
        own = option_id(row.left)
        line = SubElement(rows, "li", {"class": "recall-pair", "data-recall-option": own})
        text = authored(SubElement(line, "div", {"class": "recall-text", "id": f"{name}:{own}:text"}))
        fill(text, row.left)
        join_paragraph(text, "p")
        place = SubElement(line, "span", {"class": "recall-gap"})
        select = SubElement(place, "select", {"aria-labelledby": f"{name}:{own}:text"})
        add_text(select, "option", "", say("page.match.choose")).set("value", "")
        for choice in choices:
            add_text(select, "option", "", literal(typed_form(choice))).set("value", option_id(choice))
    solution = add_rest(form, item, fill, say)
    table = add_final_list(solution, item, fill, say, "ul", "recall-matched")
    for row in item.pairs:
        _pair(table, row, fill, say)
    add_parts(solution, item, fill, say)


def _pair(rows: Element, pair: PairRow, fill: Fill, say: Words) -> None:
    """A pair with what explains it."""
    names = {"data-recall-option": option_id(pair.left), "data-recall-key": option_id(pair.right)}
    arrow = " \u2190 " if say.direction == "rtl" else " \u2192 "
    row = SubElement(rows, "li", names)
    line = SubElement(row, "p")
    for text, after in ((pair.left, arrow), (pair.right, "")):
        cell = authored(SubElement(line, "span"))
        fill(cell, text)
        join_paragraph(cell, "span")
        cell.tail = after
    if pair.reason:
        body = authored(SubElement(row, "div", {"class": "recall-body"}))
        fill(body, pair.reason)
        join_paragraph(body, "p")
