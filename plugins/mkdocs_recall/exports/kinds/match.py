"""Matching questions: pairs, and sorting into groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...kinds import Match
from ...model.identity import option_id
from ...model.items import ListEntry
from ...model.vocabulary import letter
from ...render.items.typed import draw_order
from ...syntax.shown import is_seen
from .. import moodle, pairs
from ..anki import Sides
from ..base import data_address, feedback_of, listed, reason_of
from ..csv import Row, cells_of, leave_out, one_line
from ..json import write_entry, write_html
from ..pairs import Pairs
from ..qti_profiles import canvas, standard
from ..qti_profiles.standard import Tag, Written
from ..views import EntryView, Export, ItemView
from ..views.fragment import Address, escape
from ..views.kind import ExportKind, Groups
from ..worksheet import GAP_STYLE, Question


def _answers(item: Match) -> Groups:
    """The right side of each row, with its reason, and before it the left side, where there is one."""
    rows = []
    for row in item.table.rows:
        left = [ListEntry("- [x]", option_id(row.left), row.left)] if is_seen(row.left) else []
        rows.append([*left, ListEntry("- [x]", option_id(row.right), row.right, row.reason)])
    return rows


def _rows(view: ItemView) -> list[tuple[EntryView, EntryView]]:
    return [(group[0], group[1]) for group in view.answers if len(group) > 1]


def _unused(view: ItemView) -> list[EntryView]:
    return [group[0] for group in view.answers if len(group) == 1]


def _pairs(view: ItemView, after: str = "") -> Pairs:
    """Both sides in the orders in which the site shows them."""
    choices: dict[str, EntryView] = {}
    for group in view.answers:
        choices.setdefault(group[-1].id, group[-1])
    right = {left.id: choice.id for left, choice in _rows(view)}
    lefts = [left for left, _ in _rows(view)]
    return Pairs(_draw(view, lefts), _draw(view, list(choices.values())), right, after)


def _draw(view: ItemView, entries: list[EntryView]) -> list[EntryView]:
    return draw_order(view.item.id, entries, lambda each: each.id)


def _final(view: ItemView, address: Address, *, strict: bool = False) -> str:
    """The pairs, each with its reason."""
    rows = "".join(
        f"<li>{left.text.inline(address, strict=strict)} → {right.text.inline(address, strict=strict)}"
        f"{reason_of(right, address, strict=strict)}</li>"
        for left, right in _rows(view)
    )
    return f"<ul>{rows}</ul>"


def _others(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> str:
    """What belongs to nothing, and why."""
    rows = [
        f"<li>{choice.text.inline(address, strict=strict)}{reason_of(choice, address, strict=strict)}</li>"
        for choice in _unused(view)
    ]
    return listed(export.say("page.order.distractors"), rows)


def _told(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> Pairs:
    """The pairs with all that is said after an answer."""
    after = _final(view, address, strict=strict) + _others(view, export, address, strict=strict)
    return _pairs(view, after)


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """Both sides on the front, the pairs on the back."""
    found = _pairs(view)
    lefts, choices = (
        "".join(f"<li>{entry.text.inline(address)}</li>" for entry in side) for side in (found.lefts, found.choices)
    )
    ask = f"<p><i>{escape(export.say('page.match.ask'))}</i></p>"
    rest = _others(view, export, address) + feedback_of(view, export, address, hints=False)
    return Sides(f'{ask}<ul>{lefts}</ul><ol type="A">{choices}</ol>', _final(view, address), rest)


def _moodle(view: ItemView, export: Export) -> Iterator[str]:
    return pairs.write_moodle_pairs(view, export, _told(view, export, moodle.moodle_address))


def _gift(view: ItemView, export: Export) -> str:
    return pairs.write_gift_pairs(view, export, _told(view, export, data_address))


def _canvas(view: ItemView, export: Export) -> Iterator[str]:
    return pairs.write_canvas_pairs(view, export, _told(view, export, canvas.canvas_address))


def _standard(view: ItemView, export: Export, tag: Tag) -> Written:
    return pairs.write_standard_pairs(view, export, tag, _told(view, export, standard.standard_address, strict=True))


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    """Each pair as an option, with its reason."""
    if form == "kahoot":
        return leave_out(view, export, "Kahoot's table has no pairs to match")
    if form == "quizlet":
        export.note(view, "Quizlet has no matching questions, so both sides are part of the term.")
        said = "; ".join(f"{left.text.line()} → {right.text.line()}" for left, right in _rows(view))
        return [one_line(said), pairs.write_term(_pairs(view))]
    options = [(f"{left.text.plain()} → {right.text.plain()}", right) for left, right in _rows(view)]
    letters = " ".join(letter(index) for index, _ in enumerate(options))
    unused = [(f"→ {choice.text.plain()}", choice) for choice in _unused(view)]
    return [letters, "\n".join(text for text, _ in options), *cells_of([*options, *unused])]


def _worksheet(view: ItemView, export: Export) -> Question:
    """Room for a letter beside each left side; the choices with their letters; the pairs in the key."""
    found = _pairs(view)
    lefts = "".join(f'<li><i class="gap"></i><div>{entry.text.html(data_address)}</div></li>' for entry in found.lefts)
    choices = "".join(
        f"<li><b>{letter(index)}</b><div>{choice.text.html(data_address)}</div></li>"
        for index, choice in enumerate(found.choices)
    )
    letters = {choice.id: letter(index) for index, choice in enumerate(found.choices)}
    reasons = {left.id: reason_of(right, data_address) for left, right in _rows(view)}
    rows = "".join(
        f"<li>{left.text.inline(data_address)} → <b>{letters[found.right[left.id]]}</b>: "
        f"{found.choice(left).text.inline(data_address)}{reasons[left.id]}</li>"
        for left in found.lefts
    )
    ask = f'<p class="ask">{escape(export.say("page.match.ask"))}</p>'
    sheet = f'{ask}<div class="pairs"><ul>{lefts}</ul><ul>{choices}</ul></div>'
    return Question(sheet, f"<ul>{rows}</ul>{_others(view, export, data_address)}", (GAP_STYLE, _STYLE))


_STYLE = (
    ".pairs{display:grid;grid-template-columns:1fr 1fr;gap:1.5em}.pairs ul{list-style:none;padding:0}"
    ".pairs li{display:flex;gap:0.5em;margin:0.25em 0;align-items:baseline}.pairs .gap{flex:none;width:2em}"
    ".pairs div{min-width:0}.pairs p,.pairs pre{margin:0}"
)


def _json(view: ItemView) -> dict[str, Any]:
    """The rows of the table; one without `left` is a choice that belongs to nothing."""
    rows = [
        {"left": {"id": left.id, "html": write_html(left.text)}, "right": write_entry(right)}
        for left, right in _rows(view)
    ]
    return {"pairs": [*rows, *({"right": write_entry(choice)} for choice in _unused(view))]}


KIND = ExportKind(
    anki=_anki,
    moodle=_moodle,
    gift=_gift,
    canvas=_canvas,
    standard=_standard,
    csv=_csv,
    worksheet=_worksheet,
    json=_json,
    answers=_answers,
)
