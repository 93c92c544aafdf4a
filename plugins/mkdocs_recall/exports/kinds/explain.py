"""Explain prompts: a model answer, and the concepts that a good one contains."""

from __future__ import annotations

from .. import gift, moodle
from ..anki import Sides
from ..base import answer_of, concepts_of, data_address, feedback_of, plain_of
from ..csv import Row, leave_out, one_line
from ..qti_profiles import canvas, standard
from ..views import Export, ItemView
from ..views.fragment import Address
from ..views.kind import ExportKind
from ..worksheet import Question, ruled


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """The model answer on the back, with the concepts to compare."""
    answer = answer_of(view, address) + concepts_of(view, export, address)
    return Sides("", answer, feedback_of(view, export, address, hints=False))


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    """Question and model answer, with the concepts."""
    concepts = [entry.text.plain() for part in view.parts for entry in part.entries]
    answer = "\n\n".join(filter(None, [plain_of(view.texts("model-answer")), "\n".join(f"- {c}" for c in concepts)]))
    if form == "kahoot":
        return leave_out(view, export, "Kahoot has no questions to explain")
    return [one_line(answer)] if form == "quizlet" else ["", answer]


def _worksheet(view: ItemView, export: Export) -> Question:
    """Many lines; model answer and concepts in the key."""
    return Question(ruled(8), answer_of(view, data_address) + concepts_of(view, export, data_address))


KIND = ExportKind(
    anki=_anki,
    moodle=moodle.moodle_essay,
    gift=gift.gift_essay,
    canvas=canvas.canvas_essay,
    standard=standard.standard_essay,
    csv=_csv,
    worksheet=_worksheet,
    json=lambda view: {},  # Its concepts are among its parts.
)
