"""QTI 1.2 as Canvas reads it: a quiz for each topic and each set in it, in the form that text2qti has found to work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from ...model.archive import zip_files
from ..base import answer_of, concepts_of, feedback_of, name_of
from ..views import Export, ItemView
from ..views.fragment import escape
from ..views.pictures import Picture

_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_QTI = (
    f'xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2" {_XSI} xsi:schemaLocation='
    '"http://www.imsglobal.org/xsd/ims_qtiasiv1p2 http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"'
)
_META = (
    f'xmlns="http://canvas.instructure.com/xsd/cccv1p0" {_XSI} xsi:schemaLocation='
    '"http://canvas.instructure.com/xsd/cccv1p0 https://canvas.instructure.com/xsd/cccv1p0.xsd"'
)
_MANIFEST = (
    'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" '
    'xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2" '
    f"{_XSI} xsi:schemaLocation="
    '"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1 http://www.imsglobal.org/xsd/imscp_v1p1.xsd '
    'http://www.imsglobal.org/xsd/imsmd_v1p2 http://www.imsglobal.org/xsd/imsmd_v1p2p2.xsd"'
)
Choice = tuple[str, str]
"""The id and the text of what may be chosen."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_ESSAY = "Canvas has no {noun}s, so it is an essay question, which people grade."
_FIXED = "Canvas shuffles the options of a whole quiz or of none, so those of this quiz keep their order."


def write_canvas(export: Export) -> bytes:
    """Return the package."""
    quizzes: dict[tuple[str, ...], list[ItemView]] = {}
    for view in export.views:
        quizzes.setdefault(view.deck, []).append(view)
    return zip_files(_files(export, list(quizzes.items())))


def _files(export: Export, quizzes: Sequence[tuple[tuple[str, ...], list[ItemView]]]) -> Iterator[tuple[str, bytes]]:
    site = export.site.settings.site_id
    named = [(f"recall_{_hash(site, *deck)}", ": ".join(deck), views) for deck, views in quizzes]
    pictures = export.used_pictures()
    yield "imsmanifest.xml", _encode(_manifest(export, [ident for ident, _, _ in named], pictures))
    for ident, title, views in named:
        yield f"{ident}/{ident}.xml", _encode(_quiz(export, ident, title, views))
        yield f"{ident}/assessment_meta.xml", _encode(_about(export, ident, title, views))
    for picture in pictures:
        yield f"images/{picture.name}", picture.content


def _quiz(export: Export, ident: str, title: str, views: Sequence[ItemView]) -> Iterator[str]:
    yield f'{_HEAD}\n<questestinterop {_QTI}>\n<assessment ident="{ident}" title="{escape(title)}">'
    yield f"<qtimetadata>{_field('cc_maxattempts', '1')}</qtimetadata>"
    yield '<section ident="root_section">'
    for view in views:
        yield f'<item ident="{escape(view.item.id)}" title="{escape(name_of(view))}">'
        yield from view.write.canvas(view, export)
        yield "</item>"
    yield "</section>\n</assessment>\n</questestinterop>"


def canvas_essay(view: ItemView, export: Export) -> Iterator[str]:
    """An essay question, with the answer and all that explains it as the general feedback."""
    export.note(view, _ESSAY.format(noun=view.item.spec.noun))
    said = answer_of(view, canvas_address) + concepts_of(view, export, canvas_address)
    said += feedback_of(view, export, canvas_address, level=True)
    yield from meta("essay_question", view)
    yield from _text_field(view)
    yield RESPROCESSING
    yield condition("<other/>", "", go_on="No")
    yield condition("<other/>", display("general_fb"))
    yield "</resprocessing>"
    yield feedback("general_fb", said)


def _text_field(view: ItemView) -> Iterator[str]:
    yield f"<presentation>{material(view.question.html(canvas_address))}"
    yield '<response_str ident="response1" rcardinality="Single"><render_fib>'
    yield '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str></presentation>'


def short_answer(view: ItemView, answers: Sequence[str], general: str) -> Iterator[str]:
    """A line of text that is one of some answers."""
    yield from meta("short_answer_question", view, [f"answer_{n}" for n, _ in enumerate(answers, 1)])
    yield from _text_field(view)
    yield RESPROCESSING
    yield from _general(general)
    equal = "".join(f'<varequal respident="response1">{escape(text)}</varequal>' for text in answers)
    yield condition(equal, FULL_SCORE, go_on="No")
    yield "</resprocessing>"
    yield from _feedback_of(general)


def number(view: ItemView, ranges: Sequence[tuple[str, str, str]], general: str) -> Iterator[str]:
    """A number in one of some ranges: the number where it is a single one, and both ends."""
    yield from meta("numerical_question", view, [f"answer_{n}" for n, _ in enumerate(ranges, 1)])
    yield f"<presentation>{material(view.question.html(canvas_address))}"
    yield '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal">'
    yield '<response_label ident="answer1"/></render_fib></response_str></presentation>'
    yield RESPROCESSING
    yield from _general(general)
    for exact, low, high in ranges:
        least = f'<vargte respident="response1">{low}</vargte>'
        inside = f'{least}<varlte respident="response1">{high}</varlte>'
        one = f'<or><varequal respident="response1">{exact}</varequal><and>{inside}</and></or>'
        yield condition(one if exact else inside, FULL_SCORE, go_on="No")
    yield "</resprocessing>"
    yield from _feedback_of(general)


def fields(
    kind: str, view: ItemView, stem: str, rows: Sequence[tuple[str, str, Sequence[Choice], str]], general: str
) -> Iterator[str]:
    """A question with several fields: of each its name, its text, what may be chosen, and what is right.

    Where nothing says what is right, every choice is.
    """
    yield from meta(kind, view, [id for _, _, choices, _ in rows for id, _ in choices])
    yield f"<presentation>{material(stem)}"
    for name, text, choices, _ in rows:
        yield f'<response_lid ident="response_{name}"><material><mattext>{escape(text)}</mattext></material>'
        yield "<render_choice>"
        for id, choice in choices:
            label = f'<material><mattext texttype="text/plain">{escape(choice)}</mattext></material>'
            yield f'<response_label ident="{id}">{label}</response_label>'
        yield "</render_choice></response_lid>"
    yield "</presentation>"
    yield RESPROCESSING
    yield from _general(general)
    for name, _, choices, right in rows:
        for id in [right] if right else [id for id, _ in choices]:
            equal = f'<varequal respident="response_{name}">{id}</varequal>'
            yield condition(equal, f'<setvar action="Add" varname="SCORE">{100 / len(rows):.2f}</setvar>')
    yield "</resprocessing>"
    yield from _feedback_of(general)


def _general(html: str) -> Iterator[str]:
    if html:
        yield condition("<other/>", display("general_fb"))


def _feedback_of(html: str) -> Iterator[str]:
    if html:
        yield feedback("general_fb", html)


def meta(kind: str, view: ItemView, ids: Sequence[str] = ()) -> Iterator[str]:
    """What Canvas wants to know of a question; `ids` are those of its options."""
    yield "<itemmetadata><qtimetadata>"
    yield _field("question_type", kind)
    yield _field("points_possible", "1")
    yield _field("original_answer_ids", ",".join(ids))
    yield _field("assessment_question_identifierref", f"{view.item.id}_ref")
    yield "</qtimetadata></itemmetadata>"


FULL_SCORE = '<setvar action="Set" varname="SCORE">100</setvar>'
RESPROCESSING = (
    '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
)


def condition(when: str, then: str, *, go_on: str = "Yes") -> str:
    """What happens where an answer is as `when` says."""
    return f'<respcondition continue="{go_on}"><conditionvar>{when}</conditionvar>{then}</respcondition>'


def display(ident: str) -> str:
    """Show a feedback."""
    return f'<displayfeedback feedbacktype="Response" linkrefid="{ident}"/>'


def feedback(ident: str, html: str) -> str:
    """A feedback that a condition shows."""
    return f'<itemfeedback ident="{ident}"><flow_mat>{material(html)}</flow_mat></itemfeedback>'


def material(html: str) -> str:
    """A text."""
    return f'<material><mattext texttype="text/html">{escape(html)}</mattext></material>'


def _field(label: str, value: str) -> str:
    entry = f"<fieldlabel>{label}</fieldlabel><fieldentry>{escape(value)}</fieldentry>"
    return f"<qtimetadatafield>{entry}</qtimetadatafield>"


def _about(export: Export, ident: str, title: str, views: Sequence[ItemView]) -> Iterator[str]:
    """What Canvas wants to know of a quiz; it is not published, and anybody may change it there."""
    fixed = any(view.fixed for view in views)
    for view in views:
        if fixed and not view.fixed and view.entries:
            export.note(view, _FIXED)
    name, points = escape(title), f"{len(views)}.0"
    yield f'{_HEAD}\n<quiz identifier="{ident}" {_META}>'
    yield f"<title>{name}</title><description></description>"
    yield f"<shuffle_answers>{'false' if fixed else 'true'}</shuffle_answers>"
    yield "<scoring_policy>keep_highest</scoring_policy><hide_results></hide_results><quiz_type>assignment</quiz_type>"
    yield f"<points_possible>{points}</points_possible>"
    yield "<show_correct_answers>true</show_correct_answers><allowed_attempts>1</allowed_attempts>"
    yield "<one_question_at_a_time>false</one_question_at_a_time><cant_go_back>false</cant_go_back>"
    yield "<available>false</available>"
    yield f'<assignment identifier="{ident}_assignment"><title>{name}</title>'
    yield "<workflow_state>unpublished</workflow_state><assignment_overrides></assignment_overrides>"
    yield f"<quiz_identifierref>{ident}</quiz_identifierref><points_possible>{points}</points_possible>"
    yield "<grading_type>points</grading_type><submission_types>online_quiz</submission_types></assignment>"
    yield f"<assignment_group_identifierref>{ident}_group</assignment_group_identifierref>"
    yield "<assignment_overrides></assignment_overrides>\n</quiz>"


def _manifest(export: Export, idents: Sequence[str], pictures: Sequence[Picture]) -> Iterator[str]:
    title = f"<imsmd:title><imsmd:string>{escape(export.title)}</imsmd:string></imsmd:title>"
    yield f'{_HEAD}\n<manifest identifier="recall_{_hash(*idents)}" {_MANIFEST}>'
    yield "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>"
    yield f"<imsmd:lom><imsmd:general>{title}</imsmd:general></imsmd:lom></metadata>"
    yield "<organizations/>\n<resources>"
    other = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    for ident in idents:
        meta = f"{ident}/assessment_meta.xml"
        yield f'<resource identifier="{ident}" type="imsqti_xmlv1p2"><file href="{ident}/{ident}.xml"/>'
        yield f'<dependency identifierref="{ident}_meta"/></resource>'
        yield f'<resource identifier="{ident}_meta" type="{other}" href="{meta}"><file href="{meta}"/></resource>'
    for picture in pictures:
        href = f"images/{picture.name}"
        yield f'<resource identifier="image_{_hash(picture.name)}" type="webcontent" href="{href}">'
        yield f'<file href="{href}"/></resource>'
    yield "</resources>\n</manifest>"


def canvas_address(picture: Picture) -> str:
    """The address of a picture among the files of the package."""
    return f"%24IMS-CC-FILEBASE%24/images/{picture.name}"


def _hash(*names: str) -> str:
    return sha256("\n".join(names).encode()).hexdigest()[:16]


def _encode(lines: Iterator[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
