"""Ordering questions."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from ...kinds import Order
from ...ui import Words
from ..elements import Fill
from ..parts import Links, add_parts, add_stem
from .typed import add_ask, add_final_list, add_frame, add_reason_list, add_rest, draw_order, fill_row


def fill_order(root: Element, item: Order, fill: Fill, links: Links, say: Words) -> None:
    """Write an ordering question into its element: its pieces in an order drawn from its id."""
    form = add_frame(root, item, links, say)
    add_stem(form, item, fill, "recall-stem")
    name = f"recall-{item.id}"
    group = SubElement(form, "div", {"class": "recall-order", "role": "group"})
    group.set("aria-labelledby", f"{name}::stem {name}::ask")
    add_ask(group, item, say_order(item, say))
    rows = SubElement(group, "ol", {"class": "recall-pieces"})
    if item.language is not None:
        rows.set("data-recall-code", item.language)
    for piece in draw_order(item.id, item.shown_pieces, lambda each: each.id):
        rows.append(fill_row("li", piece, fill, {"data-recall-option": piece.id}))
    solution = add_rest(form, item, fill, say)
    order = add_final_list(solution, item, fill, say, "ol", "recall-ordered")
    for piece in item.ordered:
        order.append(fill_row("li", piece, fill, {"data-recall-option": piece.id, "data-recall-key": ""}))
    add_parts(solution, item, fill, say)
    rows_of = [
        (fill_row("li", piece, fill, {"data-recall-option": piece.id}), piece.reason) for piece in item.distractors
    ]
    add_reason_list(solution, rows_of, fill, say("page.order.distractors"))


def say_order(item: Order, say: Words) -> str:
    """Say what to do with the pieces."""
    if item.language is not None:
        return say("page.order.someLines") if item.distractors else say("page.order.allLines")
    return say("page.order.some") if item.distractors else say("page.order.all")
