"""Number questions."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from ...kinds import Number
from ...kinds.items.typed import typed_form
from ...model.items import Option
from ...model.ranges import read_range, write_number
from ...ui import Words
from ..elements import Fill, add_text, authored, join_paragraph, literal
from ..parts import Links, add_parts, add_stem
from .typed import add_ask, add_final, add_frame, add_reason_list, add_rest, say_verdict

_WIDTH = 12


def fill_number(root: Element, item: Number, fill: Fill, links: Links, say: Words) -> None:
    """Write a number question into its element."""
    form = add_frame(root, item, links, say)
    add_stem(form, item, fill, "recall-stem")
    name = f"recall-{item.id}"
    add_ask(form, item, say("page.number.ask"))
    row = SubElement(form, "p", {"class": "recall-line"})
    field = {"aria-labelledby": f"{name}::stem {name}::ask", "size": str(_WIDTH), "inputmode": "decimal"}
    if item.unit:
        field["aria-describedby"] = f"{name}::unit"
    SubElement(SubElement(row, "span", {"class": "recall-gap"}), "input", field)
    if item.unit:
        authored(add_text(row, "span", "recall-unit", literal(item.unit))).set("id", f"{name}::unit")
    solution = add_rest(form, item, fill, say)
    final = add_final(solution, item, fill, say)
    first = next(answer for answer in item.answers if answer.key)
    _add_answer(SubElement(final, "p"), first, item.unit, fill)
    add_parts(solution, item, fill, say)
    rows = [(_row(answer, item.unit, fill, say), answer.reason) for answer in item.answers]
    add_reason_list(solution, rows, fill, say("page.number.why"))


def _add_answer(holder: Element, answer: Option, unit: str, fill: Fill) -> None:
    text = authored(SubElement(holder, "span"))
    fill(text, answer.text)
    join_paragraph(text, "span")
    if unit:
        text.tail = f" {unit}"


def _row(answer: Option, unit: str, fill: Fill, say: Words) -> Element:
    """A number or a range, whose ends are exact: a decimal, or a fraction such as `1/3`."""
    row = Element("li", _ends(answer))
    title = SubElement(row, "p", {"class": "recall-other"})
    _add_answer(title, answer, unit, fill)
    title[-1].tail = f"{title[-1].tail or ''} "
    add_text(title, "span", "recall-verdict", say_verdict(answer, say))
    return row


def _ends(answer: Option) -> dict[str, str]:
    found = read_range(typed_form(answer.text))
    assert found  # An item with an answer that is no number is not rendered.
    ends = {"data-recall-low": write_number(found.low), "data-recall-high": write_number(found.high)}
    return {**ends, "data-recall-key": ""} if answer.key else ends
