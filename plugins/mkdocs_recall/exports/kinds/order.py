"""Ordering questions: steps or lines of code, and pieces that belong nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...kinds import Order
from ...model.vocabulary import letter
from ...render.items.order import say_order
from ...render.items.typed import draw_order
from .. import moodle, pairs
from ..anki import Sides
from ..base import data_address, feedback_of, judged, listed
from ..csv import Row, cells_of, leave_out, one_line
from ..json import write_entry
from ..pairs import Pairs
from ..qti_profiles import canvas, standard
from ..qti_profiles.standard import Tag, Written
from ..views import EntryView, Export, ItemView
from ..views.fragment import Address, escape, make_text
from ..views.kind import ExportKind, Groups
from ..worksheet import GAP_STYLE, Question

_NOWHERE = "0"
_PLACES = "{format} has no ordering questions{where}, so each piece is matched with its place."
_EQUAL = "equal lines count as different ones, so only one order of them is right."


def _answers(item: Order) -> Groups:
    return [[piece.entry() for piece in item.shown_pieces]]


def _named(view: ItemView) -> list[EntryView]:
    """The pieces, each with an id of its own: equal lines of code share one."""
    seen: dict[str, int] = {}
    named = []
    for entry in view.answers[0]:
        again = seen[entry.id] = seen.get(entry.id, 0) + 1
        named.append(entry._replace(id=f"{entry.id}-{again}") if again > 1 else entry)
    return named


def _ordered(view: ItemView) -> list[EntryView]:
    return [entry for entry in _named(view) if entry.right]


def _distractors(view: ItemView) -> list[EntryView]:
    return [entry for entry in _named(view) if not entry.right]


def _drawn(view: ItemView) -> list[EntryView]:
    """The pieces in the order in which the site shows them."""
    pieces = list(zip(view.answers[0], _named(view), strict=True))
    return [named for _, named in draw_order(view.item.id, pieces, lambda piece: piece[0].id)]


def _note_equal(view: ItemView, export: Export) -> None:
    if len({entry.id for entry in view.answers[0]}) < len(view.answers[0]):
        export.note(view, _EQUAL)


def _ask(view: ItemView, export: Export) -> str:
    assert isinstance(view.item, Order)
    return escape(say_order(view.item, export.say))


def _list(tag: str, entries: Sequence[EntryView], address: Address, *, strict: bool = False) -> str:
    rows = "".join(f"<li>{entry.text.inline(address, strict=strict)}</li>" for entry in entries)
    return f"<{tag}>{rows}</{tag}>"


def _final(view: ItemView, address: Address, *, strict: bool = False) -> str:
    """The pieces in their order."""
    return _list("ol", _ordered(view), address, strict=strict)


def _others(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> str:
    """What belongs nowhere, and why."""
    rows = [judged(entry, address, strict=strict) for entry in _distractors(view)]
    return listed(export.say("page.order.distractors"), rows)


def _places(view: ItemView, export: Export, address: Address, *, strict: bool = False) -> Pairs:
    """Each piece with its place, or with none."""
    places = [EntryView(str(number), True, make_text(str(number)), None) for number, _ in _numbered(view)]
    right = {entry.id: str(number) for number, entry in _numbered(view)}
    if _distractors(view):
        places.append(EntryView(_NOWHERE, True, make_text(export.say("page.export.nowhere")), None))
        right |= {entry.id: _NOWHERE for entry in _distractors(view)}
    after = _final(view, address, strict=strict) + _others(view, export, address, strict=strict)
    return Pairs(_drawn(view), places, right, after)


def _numbered(view: ItemView) -> Iterator[tuple[int, EntryView]]:
    return enumerate(_ordered(view), 1)


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """The pieces in a drawn order on the front, in the right one on the back."""
    front = f"<p><i>{_ask(view, export)}</i></p>{_list('ul', _drawn(view), address)}"
    rest = _others(view, export, address) + feedback_of(view, export, address, hints=False)
    return Sides(front, _final(view, address), rest)


def _moodle(view: ItemView, export: Export) -> Iterator[str]:
    """An ordering question; with pieces that belong nowhere, a matching question."""
    _note_equal(view, export)
    if _distractors(view):
        export.note(view, _PLACES.format(format="Moodle", where=" with pieces that belong nowhere"))
        return pairs.write_moodle_pairs(view, export, _places(view, export, moodle.moodle_address))
    feedback = feedback_of(view, export, moodle.moodle_address, hints=False)
    return moodle.question("ordering", view, _moodle_pieces(view), feedback)


def _moodle_pieces(view: ItemView) -> Iterator[str]:
    yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>"
    yield "<gradingtype>ALL_OR_NOTHING</gradingtype><showgrading>SHOW</showgrading>"
    yield "<numberingstyle>none</numberingstyle>"
    for number, entry in _numbered(view):
        yield f'<answer fraction="{number}" format="html">'
        yield from moodle.content((entry.text,), entry.text.html(moodle.moodle_address))
        yield "</answer>"
    yield from moodle.hints(view)


def _gift(view: ItemView, export: Export) -> str:
    _note_equal(view, export)
    export.note(view, _PLACES.format(format="GIFT", where=""))
    return pairs.write_gift_pairs(view, export, _places(view, export, data_address))


def _canvas(view: ItemView, export: Export) -> Iterator[str]:
    _note_equal(view, export)
    export.note(view, _PLACES.format(format="Canvas", where=" in Classic Quizzes"))
    return pairs.write_canvas_pairs(view, export, _places(view, export, canvas.canvas_address))


def _standard(view: ItemView, export: Export, tag: Tag) -> Written:
    """Pieces to order. With pieces that belong nowhere, each is matched with its place."""
    _note_equal(view, export)
    if _distractors(view):
        export.note(view, _PLACES.format(format="QTI", where=" with pieces that belong nowhere"))
        return pairs.write_standard_pairs(
            view, export, tag, _places(view, export, standard.standard_address, strict=True)
        )
    choices = "".join(
        tag("simpleChoice", standard.blocks(entry.text), identifier=f"piece-{entry.id}") for entry in _drawn(view)
    )
    body = tag("orderInteraction", choices, responseIdentifier="RESPONSE", shuffle="false")
    right = [f"piece-{entry.id}" for entry in _ordered(view)]
    response = standard.respond(tag, "identifier", *right, cardinality="ordered")
    processing = standard.score_where(tag, standard.is_correct(tag))
    return Written(response, body, processing, (), _final(view, standard.standard_address, strict=True))


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    """The pieces as options in a drawn order, and their letters in the right one."""
    drawn = _drawn(view)
    if form == "kahoot":
        return leave_out(view, export, "Kahoot's table has no pieces to order")
    if form == "quizlet":
        export.note(view, "Quizlet has no ordering questions, so the pieces are part of the term.")
        term = " " + one_line("; ".join(entry.text.label() for entry in drawn))
        return [one_line("; ".join(f"{number}. {entry.text.line()}" for number, entry in _numbered(view))), term]
    letters = {entry.id: letter(index) for index, entry in enumerate(drawn)}
    answer = "\n".join(f"{number}. {_plain(entry)}" for number, entry in _numbered(view))
    right = " ".join(letters[entry.id] for entry in _ordered(view))
    return [right, answer, *cells_of([(_plain(entry), entry) for entry in drawn])]


def _plain(entry: EntryView) -> str:
    return entry.text.code() or entry.text.plain()


def _worksheet(view: ItemView, export: Export) -> Question:
    """The pieces in a drawn order, with room for the number of each; the order in the key."""
    rows = "".join(f'<li><i class="gap"></i><div>{entry.text.html(data_address)}</div></li>' for entry in _drawn(view))
    key = _final(view, data_address) + _others(view, export, data_address)
    return Question(f'<p class="ask">{_ask(view, export)}</p><ul class="places">{rows}</ul>', key, (GAP_STYLE, _STYLE))


_STYLE = (
    ".places{list-style:none;padding:0}.places li{display:flex;gap:0.5em;margin:0.25em 0;align-items:baseline}"
    ".places .gap{flex:none;width:2em}.places div{min-width:0}.places p,.places pre{margin:0}"
)


def _json(view: ItemView) -> dict[str, Any]:
    """The pieces in the right order, then those that belong nowhere. `code` is the language of lines of code."""
    item = view.item
    assert isinstance(item, Order)
    pieces = [{**write_entry(entry), "right": entry.right} for entry in view.answers[0]]
    return {"pieces": pieces, **({"code": item.language} if item.language is not None else {})}


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
