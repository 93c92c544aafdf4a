"""Pairs to find: what each format has for a question whose entries each get one of several choices.

Matching questions are such, and ordering questions where a format has no pieces to put in order: there each piece gets
its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from . import csv, gift, moodle
from .base import data_address, feedback_of
from .qti_profiles import canvas, standard
from .qti_profiles.standard import Tag, Written
from .views import EntryView, Export, ItemView
from .views.fragment import escape

PARTLY = "{format} gives a part of the {mark} for a part of the {what}; here all of them are needed."


class Pairs(NamedTuple):
    """What gets a choice, and the choices, each in the order in which it is shown."""

    lefts: Sequence[EntryView]
    choices: Sequence[EntryView]
    right: Mapping[str, str]
    """The id of the choice that each entry gets, by the id of the entry."""
    after: str = ""
    """What comes first in the general feedback, as HTML."""

    @property
    def unused(self) -> list[EntryView]:
        """Choices that no entry gets."""
        used = set(self.right.values())
        return [choice for choice in self.choices if choice.id not in used]

    def choice(self, left: EntryView) -> EntryView:
        """What an entry gets."""
        return next(choice for choice in self.choices if choice.id == self.right[left.id])


def write_moodle_pairs(view: ItemView, export: Export, pairs: Pairs) -> Iterator[str]:
    """Pairs as a matching question."""
    export.note(view, PARTLY.format(format="Moodle", mark="mark", what="pairs"))
    feedback = pairs.after + feedback_of(view, export, moodle.moodle_address, hints=False)
    return moodle.question("matching", view, _moodle_rows(view, pairs), feedback)


def _moodle_rows(view: ItemView, pairs: Pairs) -> Iterator[str]:
    yield "<shuffleanswers>true</shuffleanswers>"
    for left in pairs.lefts:
        yield '<subquestion format="html">'
        yield from moodle.content((left.text,), left.text.html(moodle.moodle_address))
        yield f"<answer><text>{escape(pairs.choice(left).text.line())}</text></answer></subquestion>"
    for choice in pairs.unused:
        answer = f"<answer><text>{escape(choice.text.line())}</text></answer>"
        yield f'<subquestion format="html"><text></text>{answer}</subquestion>'
    yield from moodle.hints(view)


def write_gift_pairs(view: ItemView, export: Export, pairs: Pairs) -> str:
    """Pairs as a matching question."""
    export.note(view, PARTLY.format(format="Moodle", mark="mark", what="pairs"))
    rows = [(left.text.html(data_address), pairs.choice(left)) for left in pairs.lefts]
    rows += [("", choice) for choice in pairs.unused]
    lines = [f"\t={gift.escape_gift(text)} -> {gift.escape_gift(choice.text.line())}" for text, choice in rows]
    return "\n".join([*lines, gift.write_feedback(pairs.after + feedback_of(view, export, data_address))])


def write_canvas_pairs(view: ItemView, export: Export, pairs: Pairs) -> Iterator[str]:
    """Pairs as a matching question."""
    export.note(view, PARTLY.format(format="Canvas", mark="points", what="pairs"))
    if any(entry.text.pictures for entry in (*pairs.lefts, *pairs.choices)):
        export.note(view, "Canvas has no pictures in pairs, so their descriptions take their place.")
    choices = [(f"choice_{choice.id}", choice.text.line()) for choice in pairs.choices]
    rows = [
        (str(number), left.text.label(), choices, f"choice_{pairs.right[left.id]}")
        for number, left in enumerate(pairs.lefts, 1)
    ]
    general = pairs.after + feedback_of(view, export, canvas.canvas_address, level=True)
    return canvas.fields("matching_question", view, view.question.html(canvas.canvas_address), rows, general)


def write_standard_pairs(view: ItemView, export: Export, tag: Tag, pairs: Pairs) -> Written:
    """Pairs to match. All of them make the point."""

    def side(entries: Sequence[EntryView], name: str, most: int) -> str:
        choices = (
            tag(
                "simpleAssociableChoice",
                standard.blocks(entry.text),
                identifier=f"{name}-{entry.id}",
                matchMax=str(most),
            )
            for entry in entries
        )
        return tag("simpleMatchSet", "".join(choices))

    body = tag(
        "matchInteraction",
        side(pairs.lefts, "left", 1) + side(pairs.choices, "right", len(pairs.lefts)),
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxAssociations=str(len(pairs.lefts)),
    )
    right = [f"left-{left.id} right-{pairs.right[left.id]}" for left in pairs.lefts]
    response = standard.respond(tag, "directedPair", *right, cardinality="multiple")
    return Written(response, body, standard.score_where(tag, standard.is_correct(tag)), (), pairs.after)


def write_term(pairs: Pairs) -> str:
    """Both sides on one line, for tables whose questions have no options."""
    lefts, choices = ("; ".join(entry.text.line() for entry in side) for side in (pairs.lefts, pairs.choices))
    return f" {csv.one_line(lefts)} | {csv.one_line(choices)}"
