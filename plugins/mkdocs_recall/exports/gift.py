"""GIFT, the text format of Moodle's question bank."""

from __future__ import annotations

import re
from argparse import Namespace

from .base import Format, answer_of, concepts_of, data_address, feedback_of, name_of
from .moodle_marks import ESSAY, IS_ESSAY, category_of
from .views import Export, ItemView


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the questions, each after the category that it belongs to."""
    blocks, category = [], ""
    for view in export.views:
        if (own := category_of(view, export)) != category:
            category = own
            blocks.append(f"$CATEGORY: {category}")
        marks = " ".join([f"[id:{view.item.id}]", *(f"[tag:{_tag(tag)}]" for tag in view.tags)])
        head = f"::{escape_gift(name_of(view))}::[html]{escape_gift(view.question.html(data_address))}"
        blocks.append(f"// {marks}\n{head}{{\n{view.write.gift(view, export)}}}")
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def gift_essay(view: ItemView, export: Export, answer: str = "", why: str = "") -> str:
    """An essay, with the answer and all that explains it as the feedback. `why` is why it is one."""
    export.note(view, f"{why}, {IS_ESSAY}" if why else ESSAY.format(noun=view.item.spec.noun))
    first = answer or answer_of(view, data_address) + concepts_of(view, export, data_address)
    return write_feedback(first + feedback_of(view, export, data_address))


def escape_typed(text: str) -> str:
    """An answer to type: a star in it is no wildcard."""
    return escape_gift(text.replace("*", r"\*"))


def write_feedback(html: str) -> str:
    """The general feedback, which comes last."""
    return f"\t####{escape_gift(html)}\n" if html else ""


def escape_gift(text: str) -> str:
    """Escape what GIFT reads as a sign. A question must not hold a line break, which Moodle writes as `\\n`."""
    text = re.sub(r"([\\#=~{}:])", r"\\\1", text.replace("\r", ""))
    return text.replace("\n", "\\n")


def _tag(text: str) -> str:
    return re.sub(r"([\\\]])", r"\\\1", " ".join(text.split()))


FORMAT = Format(
    name="gift", summary="GIFT, a text format for the question bank of Moodle.", writers=("gift",), write=_write
)
