"""Number questions: numbers and ranges, with a unit or without."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from ...kinds import Number
from ...kinds.items.typed import typed_form
from ...model.ranges import Range, read_range, write_number
from ...model.vocabulary import letter
from .. import gift, moodle
from ..anki import Sides
from ..anki_package import TYPED
from ..base import data_address, feedback_of, judged, listed, reason_of
from ..csv import Row, cells_of, leave_out, one_line
from ..json import write_entry
from ..qti_profiles import canvas, standard
from ..qti_profiles.standard import Tag, Written, all_of
from ..views import EntryView, Export, ItemView
from ..views.fragment import Address, escape
from ..views.kind import ExportKind, Groups
from ..worksheet import GAP, GAP_STYLE, Question

_DIGITS = 4
"""How many digits are kept of a number that has no end as a decimal."""


class _Answer(NamedTuple):
    """A number or a range whose ends are decimals."""

    entry: EntryView
    low: Fraction
    high: Fraction

    @property
    def middle(self) -> str:
        return write_number((self.low + self.high) / 2)

    @property
    def reach(self) -> str:
        return write_number((self.high - self.low) / 2)


def _answers(item: Number) -> Groups:
    return [[answer.entry() for answer in item.answers]]


def _unit(view: ItemView) -> str:
    """The unit, after a number or a field."""
    unit = view.item.settings.get("unit", "")
    return f" {unit}" if unit else ""


def _ranges(view: ItemView) -> list[Range]:
    item = view.item
    assert isinstance(item, Number)
    found = [read_range(typed_form(answer.text)) for answer in item.answers]
    return [each for each in found if each]


def _decimals(view: ItemView, export: Export) -> list[_Answer]:
    """The answers with decimals as their ends. A number such as 1/3 becomes the range that its digits leave open."""
    answers = []
    for entry, (low, high) in zip(view.answers[0], _ranges(view), strict=True):
        ends = (_round(low, ROUND_FLOOR), _round(high, ROUND_CEILING))
        answers.append(_Answer(entry, *ends))
        if ends != (low, high):
            shown = f"{write_number(ends[0])} to {write_number(ends[1])}"
            export.note(view, f"`{entry.text.line()}` is no decimal, so any number from {shown} takes its place.")
    return answers


def _round(value: Fraction, rounding: str) -> Fraction:
    if "/" not in write_number(value):
        return value
    context = Context(prec=_DIGITS, rounding=rounding)
    return Fraction(context.divide(Decimal(value.numerator), Decimal(value.denominator)))


def _final(view: ItemView, address: Address) -> str:
    """The number that is shown, with its unit."""
    first = next(entry for entry in view.answers[0] if entry.right)
    return f"<p>{first.text.inline(address)}{escape(_unit(view))}</p>"


def _others(view: ItemView, export: Export, address: Address) -> str:
    """Every answer with its reason, unless there is nothing to say."""
    entries = view.answers[0]
    said = len(entries) > 1 or any(entry.reason for entry in entries)
    return listed(export.say("page.number.why"), [judged(entry, address) for entry in entries if said])


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """The number is typed. A range is not, since Anki compares letter by letter."""
    rest = _others(view, export, address) + feedback_of(view, export, address, hints=False)
    first = next(index for index, entry in enumerate(view.answers[0]) if entry.right)
    low, high = _ranges(view)[first]
    if low != high:
        export.note(view, "Anki cannot judge a range, so the answer is not typed.")
    typed = escape(view.answers[0][first].text.line()) if low == high else ""
    return Sides("", _final(view, address), rest, form=TYPED, typed=typed)


def _moodle(view: ItemView, export: Export) -> Iterator[str]:
    feedback = feedback_of(view, export, moodle.moodle_address, hints=False)
    return moodle.question("numerical", view, _moodle_answers(view, export), feedback)


def _moodle_answers(view: ItemView, export: Export) -> Iterator[str]:
    """Each answer with its tolerance. The unit may be typed, and need not be."""
    answers = _decimals(view, export)
    texts = [(each.middle, each.entry) for each in answers]
    yield from moodle.typed_answers(texts, lambda index: f"<tolerance>{answers[index].reach}</tolerance>")
    unit = _unit(view).strip()
    if unit:
        yield f"<units><unit><multiplier>1</multiplier><unit_name>{escape(unit)}</unit_name></unit></units>"
    yield "<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty>"
    yield f"<showunits>{0 if unit else 3}</showunits><unitsleft>0</unitsleft>"
    yield from moodle.hints(view)


def _gift(view: ItemView, export: Export) -> str:
    lines = []
    for each in _decimals(view, export):
        reason = reason_of(each.entry, data_address)
        said = f"#{gift.escape_gift(reason)}" if reason else ""
        lines.append(f"\t={'' if each.entry.right else '%0%'}{each.middle}:{each.reach}{said}")
    return "\n".join(["#", *lines, gift.write_feedback(feedback_of(view, export, data_address))])


def _canvas(view: ItemView, export: Export) -> Iterator[str]:
    """Numbers and ranges that are accepted. All reasons are the general feedback."""
    address = canvas.canvas_address
    general = _final(view, address) + _others(view, export, address) + feedback_of(view, export, address, level=True)
    ranges = [
        (write_number(each.low) if each.low == each.high else "", write_number(each.low), write_number(each.high))
        for each in _decimals(view, export)
        if each.entry.right
    ]
    return canvas.number(view, ranges, general)


def _standard(view: ItemView, export: Export, tag: Tag) -> Written:
    """A field for a number, with the unit beside it."""
    answers = _decimals(view, export)

    def inside(each: _Answer) -> str:
        variable = tag("variable", identifier="RESPONSE")
        low, high = (tag("baseValue", write_number(end), baseType="float") for end in (each.low, each.high))
        if each.low == each.high:
            return tag("equal", variable + low, toleranceMode="exact")
        return all_of(tag, [tag("gte", variable + low), tag("lte", variable + high)])

    response = standard.respond(tag, "float", next(each.middle for each in answers if each.entry.right))
    empty = standard.is_empty(tag)
    reasons = [(each, reason_of(each.entry, standard.standard_address, strict=True)) for each in answers]
    outcomes, processing, feedback = standard.told(tag, [(empty, inside(each), said) for each, said in reasons if said])
    right = all_of(tag, [inside(each) for each in answers if each.entry.right], "or")
    field = tag("textEntryInteraction", responseIdentifier="RESPONSE")
    return Written(
        response + outcomes,
        f"<p>{field}{escape(_unit(view))}</p>",
        standard.score_where(tag, right, empty) + processing,
        feedback,
    )


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    """Every number as an option, those that are accepted with the unit as the answer."""
    if form == "kahoot":
        return leave_out(view, export, "Kahoot's table has no answers to type")
    entries = view.answers[0]
    answers = [f"{entry.text.plain()}{_unit(view)}" for entry in entries if entry.right]
    if form == "quizlet":
        return [one_line("; ".join(answers))]
    right = " ".join(letter(index) for index, entry in enumerate(entries) if entry.right)
    return [right, "\n".join(answers), *cells_of([(entry.text.plain(), entry) for entry in entries])]


def _worksheet(view: ItemView, export: Export) -> Question:
    """A gap with the unit beside it; the number in the key."""
    key = _final(view, data_address) + _others(view, export, data_address)
    return Question(f"<p>{GAP}{escape(_unit(view))}</p>", key, (GAP_STYLE,))


def _json(view: ItemView) -> dict[str, Any]:
    """The answers, with the ends of their ranges as decimals or fractions."""
    return {
        "answers": [
            {**write_entry(entry), "right": entry.right, "low": write_number(low), "high": write_number(high)}
            for entry, (low, high) in zip(view.answers[0], _ranges(view), strict=True)
        ]
    }


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
    unit=lambda item: item.unit,
)
