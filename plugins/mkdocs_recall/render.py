"""From an item to elements: the only Python that knows the HTML (described in docs/reference/html.md).

What a reader needs is written here in full; the client adds behaviour. A key, a reason, a hint or a step stands inside
a `recall-answer` element and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from .model import Card, Choice, Item, Option, Problem, Text
from .words import LABELS

Fill = Callable[[Element, Text], None]
"""Parses a text as Markdown into an element."""

ITEM_TAGS = ("recall-card", "recall-mcq")
BLOCK_TAGS = (*ITEM_TAGS, "recall-answer")
"""Elements of ours that hold blocks."""

_SEGMENTS = 20
"""A sheet with more cards shows their number only."""


def render(item: Item, fill: Fill) -> Element:
    """The element of an item."""
    root = Element(
        f"recall-{item.kind}", {"class": "recall-item", "id": f"recall-{item.id}", "data-recall-id": item.id}
    )
    root.set("data-recall-rev", item.revision)
    if item.aka:
        root.set("data-recall-aka", " ".join(item.aka))
    if isinstance(item, Choice):
        _choice(root, item, fill)
    elif isinstance(item, Card):
        _card(root, item, fill)
    return root


def render_error(problems: Sequence[Problem], id: str, stem: Text, fill: Fill) -> Element:
    """The box that stands in place of a faulty item: what is wrong, how to mend it, and the question's beginning."""
    box = Element("div", {"class": "recall-error", "role": "note"})
    if id:
        box.set("id", f"recall-{id}")
    _text(box, "p", "recall-title", "This question has a fault")
    for problem in problems:
        line = SubElement(box, "p")
        place = _text(line, "code", "", f"{problem.path}:{problem.line}" if problem.line else problem.path)
        place.tail = AtomicString(" ")
        _prose(line, problem.message)
    if stem:
        fill(_div(box, "recall-stem"), stem)
    return box


def join_sheet(parent: Element, card: Element, is_comment: Callable[[Element], bool]) -> None:
    """Put a card into the sheet before it, where only comments stand between them, or into a new one."""
    last = next((element for element in reversed(parent) if not is_comment(element)), None)
    if last is not None and last.get("class") == "recall-sheet" and not (last.tail or "").strip():
        last.append(card)
    else:
        _div(parent, "recall-sheet").append(card)


def add_tally(sheet: Element) -> None:
    """Put a count above the cards of a sheet, where it has several."""
    cards = len(sheet)
    if cards < 2:
        return
    tally = _quiet(Element("p", {"class": "recall-tally"}))
    if cards <= _SEGMENTS:
        segments = SubElement(tally, "span", {"class": "recall-segments", "aria-hidden": "true"})
        for _ in range(cards):
            SubElement(segments, "i")
    _text(tally, "span", "recall-count", f"0 of {cards} recalled")
    sheet.insert(0, tally)


def letter(index: int) -> str:
    """Letter of the option at `index`, from 0: A to Z, then AA, AB and so on."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


# Kinds


def _card(root: Element, card: Card, fill: Fill) -> None:
    _stem(root, card, fill, "recall-prompt")
    _hints(root, card, fill)
    answer = _disclosure(root, "recall-reveal", "")
    summary = root[-1][0]
    summary.set("class", "recall-toggle")
    _text(summary, "span", "recall-closed", "Show answer")
    _text(summary, "span", "recall-opened", "Hide answer")
    for text in card.texts("answer"):
        fill(answer, text)
    _parts(answer, card, fill)
    _level(root, card)
    ask = f"recall-{card.id}::ask"
    rate = _quiet(SubElement(root, "div", {"class": "recall-rate", "role": "group", "aria-labelledby": ask}))
    _text(rate, "span", "recall-ask", "Did you recall it?").set("id", ask)
    _button(rate, "recall-button", "again", "Again")
    _button(rate, "recall-button", "good", "Good")
    SubElement(root, "p", {"class": "recall-status", "role": "status"})


def _choice(root: Element, item: Choice, fill: Fill) -> None:
    name = f"recall-{item.id}"
    _level(root, item)
    _stem(root, item, fill, "recall-stem")
    form = SubElement(root, "form", {"class": "recall-form", "method": "dialog", "autocomplete": "off"})
    group = SubElement(form, "fieldset", {"class": "recall-choices", "aria-labelledby": f"{name}::stem {name}::ask"})
    many = len(item.keys) > 1
    _text(group, "legend", "recall-ask", "Choose all that apply." if many else "Choose one answer.").set(
        "id", f"{name}::ask"
    )
    rows = SubElement(group, "ol", {"class": "recall-options"})
    if item.settings.get("order") == "fixed":
        rows.set("data-recall-order", "fixed")
    for index, option in enumerate(item.options):
        _option(rows, name, "checkbox" if many else "radio", option, letter(index), fill)
    actions = _div(form, "recall-actions")
    check = _text(actions, "button", "recall-button recall-check", "Check answer")
    _quiet(check).set("type", "submit")
    SubElement(actions, "div", {"class": "recall-status", "role": "status", "aria-atomic": "true"})
    _hints(actions, item, fill)
    _steps(actions, item, fill)
    _button(actions, "recall-help", "answer", "Show answer")
    solution = _disclosure(actions, "recall-solution", "Show answer")
    parts = _div(solution, "recall-parts")
    _final(parts, item, fill)
    _parts(parts, item, fill)
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
    _text(row, "span", "recall-letter", mark).set("id", f"{own}:letter")
    text = _div(row, "recall-text")
    text.set("id", f"{own}:text")
    fill(text, option.text)
    label = _first_paragraph(text)
    if label is None:
        label = Element("label")
        text.insert(0, label)
    label.tag = "label"
    label.set("for", own)
    SubElement(row, "span", {"class": "recall-mark", "id": f"{own}:mark"})


def _first_paragraph(holder: Element) -> Element | None:
    """The paragraph a text begins with; None where it begins with code or other raw HTML, kept apart by Markdown."""
    first = holder[0] if len(holder) else None
    if first is None or first.tag != "p":
        return None
    return None if len(first) == 0 and HTML_PLACEHOLDER_RE.fullmatch((first.text or "").strip()) else first


# Pieces


def _level(root: Element, item: Item) -> None:
    if item.rank:
        level = SubElement(root, "p", {"class": "recall-level", "data-recall-rank": str(item.rank)})
        pips = SubElement(level, "span", {"class": "recall-pips", "aria-hidden": "true"})
        for _ in range(3):
            SubElement(pips, "i")
        pips.tail = AtomicString(f" {item.level[:1].upper()}{item.level[1:]}")


def _stem(root: Element, item: Item, fill: Fill, css: str) -> None:
    stem = _div(root, css)
    stem.set("id", f"recall-{item.id}::stem")
    fill(stem, item.stem)
    number = _quiet(Element("span", {"class": "recall-number"}))
    stem.insert(0, number)


def _hints(root: Element, item: Item, fill: Fill) -> None:
    hints = item.texts("hint")
    if not hints:
        return
    holder = _disclosure(root, "recall-hints", "Show hint")
    for index, hint in enumerate(hints, 1):
        panel = _div(holder, "recall-panel recall-hint")
        _text(panel, "p", "recall-title", f"Hint {index} of {len(hints)}" if len(hints) > 1 else "Hint")
        fill(panel, hint)
    _button(root, "recall-help", "hint", "Show hint")


def _steps(root: Element, item: Item, fill: Fill) -> None:
    steps = [step for part in item.parts for step in part.steps]
    if not steps:
        return
    rows = SubElement(_disclosure(root, "recall-steps", "Show steps"), "ol")
    for step in steps:
        fill(SubElement(rows, "li", {"class": "recall-step", "tabindex": "-1"}), step)
    _button(root, "recall-help", "step", f"Show step 1 of {len(steps)}")


def _final(parts: Element, item: Choice, fill: Fill) -> None:
    """The final answer; where the author left it out, the keys by letter and text."""
    body = _part(parts, "final-answer")
    for text in item.texts("final-answer"):
        fill(body, text)
        return
    for index, option in enumerate(item.options):
        if option.key:
            start = len(body)
            fill(body, option.text)
            added = Element("div")
            added.extend(list(body)[start:])
            line = _first_paragraph(added)
            if line is None:
                line = Element("p")
                body.insert(start, line)
                line.text = AtomicString(letter(index))
            else:
                name = Element("span")
                name.text, name.tail, line.text = AtomicString(f"{letter(index)}, "), line.text, ""
                line.insert(0, name)


def _parts(root: Element, item: Item, fill: Fill) -> None:
    for part in item.parts:
        if part.label in ("explanation", "quick-check", "common-mistakes", "learn-more"):
            fill(_part(root, part.label), part.text)


def _part(root: Element, label: str) -> Element:
    part = _div(root, f"recall-part recall-{label}")
    _text(part, "p", "recall-title", LABELS[label])
    return _div(part, "recall-body")


def _reasons(root: Element, item: Choice, fill: Fill) -> None:
    why = _div(root, "recall-why")
    _text(why, "p", "recall-title", "Why each option")
    rows = SubElement(why, "ol", {"class": "recall-reasons"})
    for index, option in enumerate(item.options):
        row = SubElement(rows, "li", {"class": "recall-reason", "data-recall-option": option.id})
        if option.key:
            row.set("data-recall-key", "")
        _text(row, "span", "recall-letter", letter(index))
        body = _div(row, "recall-body")
        if option.reason:
            fill(body, option.reason)


def _disclosure(root: Element, css: str, title: str) -> Element:
    """A `details` of ours; returns the `recall-answer` in it, which is all that may hold an answer."""
    details = SubElement(root, "details", {"class": css})
    summary = _quiet(SubElement(details, "summary"))
    if title:
        summary.text = AtomicString(title)
    return _quiet(SubElement(details, "recall-answer"))


def _button(root: Element, css: str, does: str, text: str) -> None:
    button = _quiet(_text(root, "button", css, text))
    button.set("type", "button")
    button.set("data-recall-do", does)


def _quiet(element: Element) -> Element:
    """Keep an element out of the search index.

    It must not hold another element of its own tag: Material's index would go on reading after that one's end.
    """
    element.set("data-search-exclude", "")
    return element


def _div(root: Element, css: str) -> Element:
    return SubElement(root, "div", {"class": css})


def _text(root: Element, tag: str, css: str, text: str) -> Element:
    element = SubElement(root, tag, {"class": css} if css else {})
    element.text = AtomicString(text)
    return element


def _prose(root: Element, text: str) -> None:
    """Plain text, with code between backticks."""
    last = root[-1]
    for index, piece in enumerate(re.split(r"`([^`]*)`", text)):
        if index % 2:
            last = _text(root, "code", "", piece)
        else:
            last.tail = AtomicString((last.tail or "") + piece)
