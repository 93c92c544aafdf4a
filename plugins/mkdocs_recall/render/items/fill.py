"""Fill-in questions."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from ...kinds import FillIn
from ...kinds.items.typed import is_code, typed_form
from ...model.items import Option
from ...syntax.typed.blanks import count_blanks, replace_blanks
from ...ui import Words
from ..elements import Fill, add_text, authored, join_paragraph, literal
from ..gaps import gap_sign
from ..parts import Links, add_parts
from .typed import add_ask, add_final_list, add_frame, add_reason_list, add_rest, fill_row, say_verdict

_STEP, _NARROWEST, _WIDEST = 4, 8, 24


def fill_fill(root: Element, item: FillIn, fill: Fill, links: Links, say: Words) -> None:
    """Write a fill-in question into its element."""
    form = add_frame(root, item, links, say)
    stem = SubElement(form, "div", {"class": "recall-stem", "id": f"recall-{item.id}::stem"})
    count = count_blanks(item.stem)
    signs = iter([gap_sign(number, count, _width(answers)) for number, answers in enumerate(item.blanks, 1)])
    fill(authored(stem), replace_blanks(item.stem, signs))
    join_paragraph(stem, "p")
    if not count:
        name = f"recall-{item.id}"
        add_ask(form, item, say("page.fill.ask"))
        row = SubElement(SubElement(form, "p", {"class": "recall-line"}), "span", {"class": "recall-gap"})
        field = {"aria-labelledby": f"{name}::stem {name}::ask", "size": str(_width(item.blanks[0]))}
        SubElement(row, "input", {**field, "spellcheck": "false", "autocapitalize": "off"})
    solution = add_rest(form, item, fill, say)
    _fill_final(add_final_list(solution, item, fill, say, "ol", "recall-typed"), item, fill)
    add_parts(solution, item, fill, say)
    rows = [
        (_other(answer, number, item, fill, say, all=len(item.blanks)), answer.reason)
        for number, answers in enumerate(item.blanks, 1)
        for answer in answers
        if answer.reason or answer is not _first(answers)
    ]
    explained = any(_first(answers).reason for answers in item.blanks)
    add_reason_list(solution, rows, fill, say("page.fill.why") if explained else say("page.fill.others"))


def _first(answers: tuple[Option, ...]) -> Option:
    """The answer that is shown."""
    return next(answer for answer in answers if answer.key)


def _width(answers: tuple[Option, ...]) -> int:
    """Characters of a field: the longest accepted answer, rounded up so that it hints at nothing."""
    longest = max(len(typed_form(answer.text)) for answer in answers if answer.key)
    return max(_NARROWEST, min(_WIDEST, -(-longest // _STEP) * _STEP))


def _fill_final(rows: Element, item: FillIn, fill: Fill) -> None:
    """The answer of each blank, in order. `data-recall-typed` is what has to be typed, for the client."""
    for number, answers in enumerate(item.blanks, 1):
        first = _first(answers)
        rows.append(fill_row("li", first, fill, _typed(first, number, item)))


def _other(answer: Option, number: int, item: FillIn, fill: Fill, say: Words, *, all: int) -> Element:
    """Another answer of a blank: accepted as well, or known to be wrong."""
    row = Element("li", _typed(answer, number, item))
    title = SubElement(row, "p", {"class": "recall-other"})
    if all > 1:
        add_text(title, "span", "recall-place", str(number)).tail = " "
    text = authored(SubElement(title, "span"))
    fill(text, answer.text)
    join_paragraph(text, "span")
    text.tail = " "
    add_text(title, "span", "recall-verdict", say_verdict(answer, say))
    return row


def _typed(answer: Option, number: int, item: FillIn) -> dict[str, str]:
    given = {"data-recall-typed": literal(typed_form(answer.text)), "data-recall-blank": str(number)}
    if answer.key:
        given["data-recall-key"] = ""
    if item.exact or is_code(answer.text):
        given["data-recall-exact"] = ""
    return given
