"""What questions have in common whose answers readers produce: the frame, and the answers behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement

from ...kinds import Item
from ...model.items import Option
from ...model.text import Text
from ...ui import Words
from ..elements import Fill, add_button, add_disclosure, add_div, add_text, authored, join_paragraph, quiet
from ..parts import Links, add_hints, add_level, add_menu, add_part, add_parts, add_steps

T = TypeVar("T")


def add_frame(root: Element, item: Item, links: Links, say: Words) -> Element:
    """The head of a question, and the form that holds all that is asked; returns the form."""
    add_level(root, item)
    add_menu(root, item.id, links, say)
    return SubElement(root, "form", {"class": "recall-form", "method": "dialog", "autocomplete": "off"})


def add_ask(form: Element, item: Item, text: str, tag: str = "p") -> Element:
    """The line that says what to do, by which a group or a field is named."""
    ask = quiet(add_text(form, tag, "recall-ask", text))
    ask.set("id", f"recall-{item.id}::ask")
    return ask


def add_rest(form: Element, item: Item, fill: Fill, say: Words) -> Element:
    """The buttons, the help and what explains the answer; returns what holds the answer, with nothing in it yet."""
    actions = add_div(form, "recall-actions")
    quiet(add_text(actions, "button", "recall-button recall-check", say("mcq.check")))
    SubElement(actions, "div", {"class": "recall-status", "role": "status", "aria-atomic": "true"})
    add_hints(actions, item, fill, say)
    add_steps(actions, item, fill, say)
    add_button(actions, "recall-help", "answer", say("help.showAnswer"))
    return add_disclosure(actions, "recall-solution", say("help.showAnswer"))


def add_final(solution: Element, item: Item, fill: Fill, say: Words) -> Element:
    """The part that says what is right, in the author's words where there are any; returns the element for more."""
    body = add_part(solution, "final-answer", say)
    for text in item.texts("final-answer"):
        fill(body, text)
    return body


def add_final_list(solution: Element, item: Item, fill: Fill, say: Words, tag: str, css: str) -> Element:
    """The same as a list, which is returned. Its lines have directions of their own, so they give it none."""
    final = add_final(solution, item, fill, say)
    if say.direction == "rtl" and not item.texts("final-answer"):
        final.set("dir", "rtl")
    return SubElement(final, tag, {"class": css})


def add_reason_list(solution: Element, rows: Iterable[tuple[Element, Text]], fill: Fill, title: str) -> None:
    """Texts that explain answers, each below the answer that its row names already."""
    listed = [(row, reason) for row, reason in rows if reason or len(row) or row.text]
    if not listed:
        return
    add_text(solution, "b", "recall-why", title)
    holder = SubElement(solution, "ul", {"class": "recall-reasons"})
    for row, reason in listed:
        holder.append(row)
        if reason:
            fill(authored(add_div(row, "recall-body")), reason)
            join_paragraph(row[-1], "p")


def say_verdict(answer: Option, say: Words) -> str:
    """Whether an answer is accepted or known to be wrong, in words."""
    return say("page.typed.right") if answer.key else say("page.typed.wrong")


def fill_row(tag: str, option: Option, fill: Fill, attributes: dict[str, str]) -> Element:
    """An element with the text of an option."""
    row = authored(Element(tag, attributes))
    row.tag = "div"  # Markdown reads some blocks in a list otherwise.
    fill(row, option.text)
    row.tag = tag
    join_paragraph(row, tag)
    return row


def draw_order(id: str, pieces: Sequence[T], name: Callable[[T], str]) -> list[T]:
    """Pieces in an order drawn from the id of their item. It says nothing of the order in which they were written.

    Where all would stand as they were written, the first one comes last.
    """
    drawn = sorted(
        enumerate(pieces), key=lambda each: hashlib.sha256(f"{id} {name(each[1])} {each[0]}".encode()).digest()
    )
    if len(drawn) > 1 and [at for at, _ in drawn] == list(range(len(drawn))):
        drawn = [*drawn[1:], drawn[0]]
    return [piece for _, piece in drawn]


__all__ = [
    "add_ask",
    "add_final",
    "add_final_list",
    "add_frame",
    "add_parts",
    "add_reason_list",
    "add_rest",
    "draw_order",
    "fill_row",
    "say_verdict",
]
