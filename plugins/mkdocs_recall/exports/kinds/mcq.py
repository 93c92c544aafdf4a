"""Choice questions: options, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.vocabulary import letter
from ..anki import Sides
from ..base import data_address, feedback_of, plain_of, reason_of
from ..csv import Row, one_line, write_kahoot
from ..gift import escape_gift, write_feedback
from ..json import write_entry
from ..moodle import content, element, hints, moodle_address, question
from ..moodle_marks import marks_of
from ..qti_profiles import canvas, standard
from ..qti_profiles.standard import Tag, Written
from ..views import EntryView, Export, ItemView
from ..views.fragment import Address, escape
from ..views.kind import ExportKind
from ..worksheet import Question


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """The options on the front; on the back the keys, and the reason of each option."""
    options, reasons = [], []
    for entry in view.entries:
        text, reason = entry.text.inline(address), reason_of(entry, address)
        options.append(f"<li>{text}</li>")
        reasons.append(f"<li>{'✓' if entry.right else '✗'} {text}{reason}</li>")
    several = export.say("page.mcq.several") if len(view.keys) > 1 else export.say("page.mcq.one")
    front = f'<p><i>{escape(several)}</i></p><ol type="A">{"".join(options)}</ol>'
    keys = "".join(
        f"<p><b>{chr(65 + index) if index < 26 else index + 1}</b>: {entry.text.inline(address)}</p>"
        for index, entry in enumerate(view.entries)
        if entry.right
    )
    return Sides(front, keys + f'<ol type="A">{"".join(reasons)}</ol>', feedback_of(view, export, address, hints=False))


def _moodle(view: ItemView, export: Export) -> Iterator[str]:
    """The options with their reasons, and the hints."""
    feedback = feedback_of(view, export, moodle_address, hints=False)
    return question("multichoice", view, _moodle_options(view, export), feedback)


def _moodle_options(view: ItemView, export: Export) -> Iterator[str]:
    marks = marks_of(view, export)
    yield f"<single>{'false' if len(view.keys) > 1 else 'true'}</single>"
    yield f"<shuffleanswers>{'false' if view.fixed else 'true'}</shuffleanswers>"
    yield "<answernumbering>ABCD</answernumbering>"
    yield "<showstandardinstruction>1</showstandardinstruction>"
    for entry in view.entries:
        yield f'<answer fraction="{marks[entry.id]}" format="html">'
        yield from content((entry.text,), entry.text.html(moodle_address))
        if entry.reason:
            yield from element("feedback", (entry.reason,), entry.reason.html(moodle_address))
        yield "</answer>"
    yield from hints(view)


def _gift(view: ItemView, export: Export) -> str:
    marks, several = marks_of(view, export), len(view.keys) > 1
    lines = []
    for entry in view.entries:
        sign = f"~%{marks[entry.id]}%" if several else "=" if entry.right else "~"
        reason = reason_of(entry, data_address)
        said = f"#{escape_gift(reason)}" if reason else ""
        lines.append(f"\t{sign}{escape_gift(entry.text.html(data_address))}{said}")
    if view.fixed:
        export.note(view, "GIFT cannot fix the order of options. Switch off shuffling in the quiz.")
    return "\n".join([*lines, write_feedback(feedback_of(view, export, data_address))])


def _canvas(view: ItemView, export: Export) -> Iterator[str]:
    several = len(view.keys) > 1
    general = feedback_of(view, export, canvas.canvas_address, level=True)
    reasons = {entry.id: reason_of(entry, canvas.canvas_address) for entry in view.entries}
    shown = [entry for entry in view.entries if reasons[entry.id]]
    kind = "multiple_answers_question" if several else "multiple_choice_question"
    yield from canvas.meta(kind, view, [_ident(entry) for entry in view.entries])
    yield "<presentation>"
    yield canvas.material(view.stem.html(canvas.canvas_address))
    yield f'<response_lid ident="response1" rcardinality="{"Multiple" if several else "Single"}"><render_choice>'
    for entry in view.entries:
        text = canvas.material(entry.text.html(canvas.canvas_address))
        yield f'<response_label ident="{_ident(entry)}">{text}</response_label>'
    yield "</render_choice></response_lid></presentation>"
    yield canvas.RESPROCESSING
    if general:
        yield canvas.condition("<other/>", canvas.display("general_fb"))
    for entry in shown:
        yield canvas.condition(_equal(entry), canvas.display(f"{_ident(entry)}_fb"))
    right = "".join(_equal(entry) if entry.right else f"<not>{_equal(entry)}</not>" for entry in view.entries)
    wanted = f"<and>{right}</and>" if several else "".join(map(_equal, view.keys))
    yield canvas.condition(wanted, canvas.FULL_SCORE, go_on="No")
    yield "</resprocessing>"
    if general:
        yield canvas.feedback("general_fb", general)
    for entry in shown:
        yield canvas.feedback(f"{_ident(entry)}_fb", reasons[entry.id])


def _ident(entry: EntryView) -> str:
    return f"option_{entry.id}"


def _equal(entry: EntryView) -> str:
    return f'<varequal respident="response1">{_ident(entry)}</varequal>'


def _standard(view: ItemView, export: Export, tag: Tag) -> Written:
    """All right options and no other make the point."""
    several = len(view.keys) > 1
    cardinality = "multiple" if several else "single"
    values = "".join(tag("value", _option(entry.id)) for entry in view.keys)
    response = tag(
        "responseDeclaration",
        tag("correctResponse", values),
        identifier="RESPONSE",
        cardinality=cardinality,
        baseType="identifier",
    )
    chosen = tag("outcomeDeclaration", identifier="FEEDBACK", cardinality=cardinality, baseType="identifier")
    shuffle = not view.fixed
    fixed = "true" if view.fixed else "false"
    choices = "".join(
        tag("simpleChoice", standard.blocks(entry.text), identifier=_option(entry.id), fixed=fixed)
        for entry in view.entries
    )
    body = tag(
        "choiceInteraction",
        choices,
        responseIdentifier="RESPONSE",
        shuffle="true" if shuffle else "false",
        maxChoices="0" if several else "1",
    )
    told = tag("setOutcomeValue", tag("variable", identifier="RESPONSE"), identifier="FEEDBACK")
    reasons = [(entry, reason_of(entry, standard.standard_address, strict=True)) for entry in view.entries]
    return Written(
        response + chosen,
        body,
        standard.score_where(tag, standard.is_correct(tag)) + told,
        tuple(("FEEDBACK", _option(entry.id), reason) for entry, reason in reasons if reason),
    )


def _option(id: str) -> str:
    return f"option-{id}"


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    """The letters of the keys, and their texts; Quizlet has the options in the question."""
    if form == "quizlet":
        return [one_line("; ".join(f"{letter(i)}. {e.text.line()}" for i, e in enumerate(view.entries) if e.right))]
    if form == "kahoot":
        return write_kahoot(view, export)
    answer = plain_of(view.texts("final-answer")) or "\n".join(entry.text.plain() for entry in view.keys)
    return [" ".join(letter(i) for i, entry in enumerate(view.entries) if entry.right), answer]


def _worksheet(view: ItemView, export: Export) -> Question:
    """Boxes to tick; the letters of the keys, and the reasons, in the key."""
    say = export.say
    many = len(view.keys) > 1
    ask = say("page.mcq.several") if many else say("page.mcq.one")
    box = "several" if many else "one"
    rows = "".join(
        f'<li class="{box}"><b>{letter(index)}</b><div>{entry.text.html(data_address)}</div></li>'
        for index, entry in enumerate(view.entries)
    )
    letters = say.list(letter(index) for index, entry in enumerate(view.entries) if entry.right)
    reasons = "".join(
        f"<li><b>{letter(index)}</b><div>{reason_of(entry, data_address)}</div></li>"
        for index, entry in enumerate(view.entries)
        if entry.reason
    )
    why = f'<ul class="reasons">{reasons}</ul>' if reasons else ""
    key = f"<p><b>{escape(letters)}</b></p>{why}"
    return Question(f'<p class="ask">{escape(ask)}</p><ul class="options">{rows}</ul>', key)


def _json(view: ItemView) -> dict[str, Any]:
    """The options, in the order of their author or in that of a form."""
    return {"options": [{**write_entry(entry), "right": entry.right} for entry in view.entries]}


KIND = ExportKind(
    anki=_anki,
    moodle=_moodle,
    gift=_gift,
    canvas=_canvas,
    standard=_standard,
    csv=_csv,
    worksheet=_worksheet,
    json=_json,
)
