"""Cards: question and answer."""

from __future__ import annotations

from .. import gift, moodle
from ..anki import Sides
from ..base import answer_of, data_address, feedback_of, plain_of
from ..csv import Row, leave_out, one_line
from ..qti_profiles import canvas, standard
from ..views import Export, ItemView
from ..views.fragment import Address
from ..views.kind import ExportKind
from ..worksheet import Question, ruled


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """A card is what Anki is made for."""
    return Sides("", answer_of(view, address), feedback_of(view, export, address, hints=False))


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    answer = plain_of(view.texts("answer"))
    if form == "kahoot":
        return leave_out(view, export, "Kahoot has no cards")
    return [one_line(answer)] if form == "quizlet" else ["", answer]


def _worksheet(view: ItemView, export: Export) -> Question:
    """Lines to write on; the answer in the key."""
    return Question(ruled(3), answer_of(view, data_address))


KIND = ExportKind(
    anki=_anki,
    moodle=moodle.moodle_essay,
    gift=gift.gift_essay,
    canvas=canvas.canvas_essay,
    standard=standard.standard_essay,
    csv=_csv,
    worksheet=_worksheet,
    json=lambda view: {},
)
