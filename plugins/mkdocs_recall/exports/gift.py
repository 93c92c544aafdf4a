"""GIFT, the text format of Moodle's question bank."""

from __future__ import annotations

import re
from argparse import Namespace

from .base import Format, answer_of, concepts_of, data_address, feedback_of, name_of, reason_of
from .moodle_marks import ESSAY, category_of, marks_of
from .views import Export, ItemView


def _write_card(view: ItemView, export: Export) -> str:
    """A card as an essay, with its answer as the feedback."""
    return _essay(view, export)


def _write_explain(view: ItemView, export: Export) -> str:
    """An explain prompt as an essay, with its model answer and its concepts as the feedback."""
    return _essay(view, export)


def _write_mcq(view: ItemView, export: Export) -> str:
    """The options, each with its reason."""
    marks, several = marks_of(view, export), len(view.keys) > 1
    lines = []
    for entry in view.entries:
        sign = f"~%{marks[entry.id]}%" if several else "=" if entry.right else "~"
        reason = reason_of(entry, data_address)
        lines.append(f"\t{sign}{_escape(entry.text.html(data_address))}" + (f"#{_escape(reason)}" if reason else ""))
    if view.fixed:
        export.note(view, "GIFT cannot fix the order of options. Switch off shuffling in the quiz.")
    return "\n".join([*lines, _feedback(feedback_of(view, export, data_address))])


_KINDS = {"card": _write_card, "mcq": _write_mcq, "explain": _write_explain}


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the questions, each after the category that it belongs to."""
    blocks, category = [], ""
    for view in export.views:
        if (own := category_of(view, export)) != category:
            category = own
            blocks.append(f"$CATEGORY: {category}")
        marks = " ".join([f"[id:{view.item.id}]", *(f"[tag:{_tag(tag)}]" for tag in view.tags)])
        head = f"::{_escape(name_of(view))}::[html]{_escape(view.stem.html(data_address))}"
        blocks.append(f"// {marks}\n{head}{{\n{_KINDS[view.item.kind](view, export)}}}")
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def _essay(view: ItemView, export: Export) -> str:
    export.note(view, ESSAY.format(noun=view.item.spec.noun))
    first = answer_of(view, data_address) + concepts_of(view, export, data_address)
    return _feedback(first + feedback_of(view, export, data_address))


def _feedback(html: str) -> str:
    return f"\t####{_escape(html)}\n" if html else ""


def _escape(text: str) -> str:
    """Escape what GIFT reads as a sign. A question must not hold a line break, which Moodle writes as `\\n`."""
    text = re.sub(r"([\\#=~{}:])", r"\\\1", text.replace("\r", ""))
    return text.replace("\n", "\\n")


def _tag(text: str) -> str:
    return re.sub(r"([\\\]])", r"\\\1", " ".join(text.split()))


FORMAT = Format(
    name="gift", summary="GIFT, a text format for the question bank of Moodle.", tables=(_KINDS,), write=_write
)
