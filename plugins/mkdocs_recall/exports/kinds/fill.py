"""Fill-in questions: blanks in the stem, or one field below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...kinds import FillIn
from ...kinds.items.typed import is_code, typed_form
from ...model.text import Text
from ...model.vocabulary import letter
from ...render.gaps import gap_sign
from ...syntax.typed.blanks import count_blanks, replace_blanks
from .. import gift, moodle
from ..anki import Sides
from ..anki_package import CLOZE, TYPED
from ..base import data_address, feedback_of, judged, listed, reason_of
from ..csv import Row, cells_of, leave_out, one_line
from ..json import write_entry
from ..pairs import PARTLY
from ..qti_profiles import canvas, standard
from ..qti_profiles.standard import Tag, Written, all_of
from ..views import EntryView, Export, ItemView
from ..views.fragment import Address, escape
from ..views.kind import ExportKind, Groups
from ..worksheet import GAP, GAP_STYLE, Question

_WIDTH = 8
_PLACE = re.compile("\ue000(\\d+)\ue001")


def _stem(item: FillIn) -> Text:
    count = count_blanks(item.stem)
    return replace_blanks(item.stem, iter([gap_sign(number, count, _WIDTH) for number in range(1, count + 1)]))


def _answers(item: FillIn) -> Groups:
    return [[answer.entry() for answer in answers] for answers in item.blanks]


def _typed(view: ItemView) -> list[list[tuple[str, EntryView]]]:
    """What has to be typed into each blank, and the answer that says so."""
    item = view.item
    assert isinstance(item, FillIn)
    return [
        [(typed_form(answer.text), entry) for answer, entry in zip(answers, entries, strict=True)]
        for answers, entries in zip(item.blanks, view.answers, strict=True)
    ]


def _has_blanks(view: ItemView) -> bool:
    return count_blanks(view.item.stem) > 0


def _exact(view: ItemView, number: int) -> bool:
    """Whether case counts in all the answers that a blank accepts."""
    item = view.item
    assert isinstance(item, FillIn)
    return item.exact or all(is_code(answer.text) for answer in item.blanks[number] if answer.key)


def _any_exact(view: ItemView) -> bool:
    return any(_exact(view, number) for number, _ in enumerate(view.answers))


def _first(entries: tuple[EntryView, ...]) -> EntryView:
    return next(entry for entry in entries if entry.right)


def _final(view: ItemView, address: Address) -> str:
    """The answer of each blank."""
    texts = [_first(entries).text.inline(address) for entries in view.answers]
    if len(texts) == 1:
        return f"<p>{texts[0]}</p>"
    return f"<ol>{''.join(f'<li>{text}</li>' for text in texts)}</ol>"


def _others(view: ItemView, export: Export, address: Address) -> str:
    """All other answers, and the reason of each."""
    several = len(view.answers) > 1
    rows = [
        judged(entry, address, before=f"{number}. " if several else "")
        for number, entries in enumerate(view.answers, 1)
        for entry in entries
        if entry is not _first(entries) or entry.reason
    ]
    return listed(export.say("page.fill.others"), rows)


def _write_in(view: ItemView, address: Address, fields: list[str], escaped: dict[str, str]) -> str:
    """The stem with a field in the place of each blank, and with its own signs escaped that would begin a field."""
    stem = view.stem.html(address, gap=lambda number: f"\ue000{number}\ue001")
    for sign, instead in escaped.items():
        stem = stem.replace(sign, instead)
    return _PLACE.sub(lambda found: fields[int(found[1]) - 1], stem)


def _anki(view: ItemView, export: Export, address: Address) -> Sides:
    """Blanks become clozes, all hidden at once. Without any, the answer is typed."""
    rest = _others(view, export, address) + feedback_of(view, export, address, hints=False)
    final = _final(view, address)
    if not _has_blanks(view):
        typed = next(text for text, entry in _typed(view)[0] if entry.right)
        return Sides("", final, rest, form=TYPED, typed=escape(typed))
    texts = [_first(entries).text.inline(address) for entries in view.answers]
    clozes = [f"{{{{c1::{_in_cloze(text)}}}}}" for text in texts]
    return Sides("", final, rest, question=_write_in(view, address, clozes, {"{{": "{&#123;"}), form=CLOZE)


def _in_cloze(html: str) -> str:
    """HTML in a cloze, which two braces would end, and where two colons begin a hint."""
    return html.replace("}", "&#125;").replace("::", ":&#58;")


def _moodle(view: ItemView, export: Export) -> Iterator[str]:
    """Fields in the question, or a short answer."""
    feedback = feedback_of(view, export, moodle.moodle_address, hints=False)
    if not _has_blanks(view):
        return moodle.question("shortanswer", view, _short_answer(view), feedback)
    if len(view.answers) > 1:
        export.note(view, PARTLY.format(format="Moodle", mark="mark", what="blanks"))
    fields = [_moodle_field(view, number) for number, _ in enumerate(view.answers)]
    stem = _write_in(view, moodle.moodle_address, fields, {"{": "&#123;"})
    return moodle.question("cloze", view, moodle.hints(view), feedback, stem)


def _short_answer(view: ItemView) -> Iterator[str]:
    yield f"<usecase>{'1' if _exact(view, 0) else '0'}</usecase>"
    (answers,) = _typed(view)
    yield from moodle.typed_answers([(_no_wildcard(text), entry) for text, entry in answers], lambda index: "")
    yield from moodle.hints(view)


def _moodle_field(view: ItemView, number: int) -> str:
    """A field in the question, with its answers and their reasons."""
    answers = []
    for text, entry in _typed(view)[number]:
        reason = reason_of(entry, data_address)
        said = f"#{_entities(reason)}" if reason else ""
        answers.append(f"{'=' if entry.right else '%0%'}{_entities(_no_wildcard(text))}{said}")
    return f"{{1:{'SAC' if _exact(view, number) else 'SA'}:{'~'.join(answers)}}}"


def _no_wildcard(text: str) -> str:
    return text.replace("*", r"\*")


def _entities(text: str) -> str:
    """A text in a field of Moodle: signs with a meaning there are entities, which Moodle reads back."""
    return re.sub(r"[~}#{]", lambda found: f"&#{ord(found[0])};", escape(text))


def _gift(view: ItemView, export: Export) -> str:
    """A short answer; several blanks are an essay."""
    why = "GIFT has no questions with several blanks" if len(view.answers) > 1 else ""
    if any("->" in text for answers in _typed(view) for text, _ in answers):
        why = why or "GIFT reads `->` in an answer as a pair"
    if why:
        return gift.gift_essay(view, export, _final(view, data_address) + _others(view, export, data_address), why)
    if _any_exact(view):
        export.note(view, "GIFT cannot say that case counts. Set it in the question.")
    lines = []
    for text, entry in _typed(view)[0]:
        reason = reason_of(entry, data_address)
        said = f"#{gift.escape_gift(reason)}" if reason else ""
        mark = "%0%" if not entry.right else "%100%" if text.startswith("%") else ""
        lines.append(f"\t={mark}{gift.escape_typed(text)}{said}")
    return "\n".join([*lines, gift.write_feedback(feedback_of(view, export, data_address))])


def _canvas(view: ItemView, export: Export) -> Iterator[str]:
    """Blanks in the question, or a short answer. All reasons are the general feedback."""
    address = canvas.canvas_address
    general = _final(view, address) + _others(view, export, address) + feedback_of(view, export, address, level=True)
    if _any_exact(view):
        export.note(view, "in Canvas, case never counts.")
    accepted = [[text for text, entry in answers if entry.right] for answers in _typed(view)]
    if not _has_blanks(view):
        return canvas.short_answer(view, accepted[0], general)
    if len(accepted) > 1:
        export.note(view, PARTLY.format(format="Canvas", mark="points", what="blanks"))
    rows = [
        (f"blank{number}", f"blank{number}", [(f"answer_{number}_{n}", text) for n, text in enumerate(texts, 1)], "")
        for number, texts in enumerate(accepted, 1)
    ]
    stem = _write_in(view, address, [f"[blank{number}]" for number, _ in enumerate(accepted, 1)], {"[": "&#91;"})
    return canvas.fields("fill_in_multiple_blanks_question", view, stem, rows, general)


def _standard(view: ItemView, export: Export, tag: Tag) -> Written:
    """Fields in the question, or one below it. All of them make the point."""
    typed = _typed(view)
    names = [f"RESPONSE{number}" if len(typed) > 1 else "RESPONSE" for number, _ in enumerate(typed, 1)]

    def equals(number: int, text: str) -> str:
        pair = tag("variable", identifier=names[number]) + tag("baseValue", escape(text), baseType="string")
        return tag("stringMatch", pair, caseSensitive="true" if _exact(view, number) else "false")

    responses = "".join(
        standard.respond(tag, "string", next(text for text, entry in answers if entry.right), name=name)
        for name, answers in zip(names, typed, strict=True)
    )
    right = [
        all_of(tag, [equals(number, text) for text, entry in answers if entry.right], "or")
        for number, answers in enumerate(typed)
    ]
    cases = [
        (
            standard.is_empty(tag, names[number]),
            equals(number, text),
            reason_of(entry, standard.standard_address, strict=True),
        )
        for number, answers in enumerate(typed)
        for text, entry in answers
        if entry.reason
    ]
    outcomes, processing, feedback = standard.told(tag, cases)
    any_empty = all_of(tag, [standard.is_empty(tag, name) for name in names], "or")
    fields = [tag("textEntryInteraction", responseIdentifier=name) for name in names]
    return Written(
        responses + outcomes,
        "" if _has_blanks(view) else f"<p>{fields[0]}</p>",
        standard.score_where(tag, all_of(tag, right), any_empty) + processing,
        feedback,
        stem=view.stem.html(standard.standard_address, strict=True, gap=lambda number: fields[number - 1]),
    )


def _csv(view: ItemView, export: Export, form: str) -> Row | None:
    """Every answer as an option, with the number of its blank where there are several."""
    if form == "kahoot":
        return leave_out(view, export, "Kahoot's table has no answers to type")
    firsts = [_first(entries).text.plain() for entries in view.answers]
    if form == "quizlet":
        return [one_line("; ".join(firsts))]
    several = len(firsts) > 1
    options = [
        (f"{number}. {entry.text.plain()}" if several else entry.text.plain(), entry)
        for number, group in enumerate(view.answers, 1)
        for entry in group
    ]
    right = " ".join(letter(index) for index, (_, entry) in enumerate(options) if entry.right)
    answer = "\n".join(f"{number}. {text}" for number, text in enumerate(firsts, 1)) if several else firsts[0]
    return [right, answer, *cells_of(options)]


def _worksheet(view: ItemView, export: Export) -> Question:
    """Gaps to write into; the answers in the key."""
    key = _final(view, data_address) + _others(view, export, data_address)
    return Question("" if _has_blanks(view) else f"<p>{GAP}</p>", key, (GAP_STYLE,))


def _json(view: ItemView) -> dict[str, Any]:
    """The answers of each blank: `typed` is what is compared. `exact` is whether case counts in a blank."""
    return {
        "blanks": [
            [{**write_entry(entry), "right": entry.right, "typed": text} for text, entry in answers]
            for answers in _typed(view)
        ],
        "exact": [_exact(view, number) for number, _ in enumerate(view.answers)],
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
    stem=_stem,
    answers=_answers,
)
