"""Recall cards, and the sheet that cards in a row share."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown.serializers import to_html_string

from ...kinds import Card
from ...ui import Words
from ..elements import Fill, add_button, add_disclosure, add_div, add_text, authored, quiet
from ..parts import Links, add_hints, add_level, add_menu, add_parts, add_stem

_SEGMENTS = 20
"""A sheet with more cards shows their number only."""


def fill_card(root: Element, card: Card, fill: Fill, links: Links, say: Words) -> None:
    """Write a card into its element."""
    add_stem(root, card, fill, "recall-prompt")
    add_menu(root, card.id, links, say)
    add_hints(root, card, fill, say)
    answer = _add_reveal(root, say)
    for text in card.texts("answer"):
        fill(answer, text)
    add_parts(answer, card, fill, say)
    add_level(root, card)
    _add_rating(root, f"recall-{card.id}::ask", say)


def write_blank_card(say: Words) -> str:
    """Return the HTML of a card that asks nothing yet.

    A review asks for a concept that an explanation missed. It puts the prompt and the concept into this card, so that
    what a reader opens and presses has one source.
    """
    root = Element("recall-card", {"class": "recall-item"})
    _add_reveal(root, say)
    _add_rating(root, "recall-::ask", say)
    return to_html_string(root)


def _add_reveal(root: Element, say: Words) -> Element:
    """Add what opens the answer; return the element for it."""
    answer = authored(add_disclosure(root, "recall-reveal", ""))
    summary = root[-1][0]
    summary.set("class", "recall-toggle")
    add_text(summary, "span", "recall-closed", say("help.showAnswer"))
    add_text(summary, "span", "recall-opened", say("help.hideAnswer"))
    return answer


def _add_rating(root: Element, ask: str, say: Words) -> None:
    """Add the buttons to rate a card and the place for what they say. `ask` is the id of their question."""
    rate = quiet(SubElement(root, "div", {"class": "recall-rate", "role": "group", "aria-labelledby": ask}))
    add_text(rate, "span", "recall-ask", say("card.recalled")).set("id", ask)
    add_button(rate, "recall-button", "again", say("card.again"))
    add_button(rate, "recall-button", "good", say("card.good"))
    SubElement(root, "p", {"class": "recall-status", "role": "status"})


def join_sheet(parent: Element, card: Element, is_comment: Callable[[Element], bool]) -> None:
    """Put a card into the sheet before it, where only comments stand between them, or into a new one."""
    last = next((element for element in reversed(parent) if not is_comment(element)), None)
    if last is not None and last.get("class") == "recall-sheet" and not (last.tail or "").strip():
        last.append(card)
    else:
        add_div(parent, "recall-sheet").append(card)


def add_tally(sheet: Element, say: Words) -> None:
    """Put a count above the cards of a sheet, where it has several."""
    cards = len(sheet)
    if cards < 2:
        return
    tally = quiet(Element("p", {"class": "recall-tally"}))
    if cards <= _SEGMENTS:
        segments = SubElement(tally, "span", {"class": "recall-segments", "aria-hidden": "true"})
        for _ in range(cards):
            SubElement(segments, "i")
    add_text(tally, "span", "recall-count", say("card.tally", recalled=0, all=cards))
    sheet.insert(0, tally)
