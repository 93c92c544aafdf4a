"""QTI 1.2 as Canvas reads it: a quiz for each topic and each set in it, in the form that text2qti has found to work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from ..base import answer_of, concepts_of, feedback_of, name_of, reason_of, zip_files
from ..views import EntryView, Export, ItemView
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
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_ESSAY = "Canvas has no {noun}s, so it is an essay question, which people grade."
_FIXED = "Canvas shuffles the options of a whole quiz or of none, so those of this quiz keep their order."


def _write_card(view: ItemView, export: Export) -> Iterator[str]:
    """A card as an essay, with its answer as the general feedback."""
    return _essay(view, export)


def _write_explain(view: ItemView, export: Export) -> Iterator[str]:
    """An explain prompt as an essay, with model answer and concepts as the general feedback."""
    return _essay(view, export)


def _write_mcq(view: ItemView, export: Export) -> Iterator[str]:
    """The options, each with its reason as feedback."""
    several = len(view.keys) > 1
    general = feedback_of(view, export, _address, level=True)
    reasons = {entry.id: reason_of(entry, _address) for entry in view.entries}
    shown = [entry for entry in view.entries if reasons[entry.id]]
    yield from _meta("multiple_answers_question" if several else "multiple_choice_question", view)
    yield "<presentation>"
    yield _material(view.stem.html(_address))
    yield f'<response_lid ident="response1" rcardinality="{"Multiple" if several else "Single"}"><render_choice>'
    for entry in view.entries:
        yield f'<response_label ident="{_ident(entry)}">{_material(entry.text.html(_address))}</response_label>'
    yield "</render_choice></response_lid></presentation>"
    yield _RESPROCESSING
    if general:
        yield _condition("<other/>", _display("general_fb"))
    for entry in shown:
        yield _condition(_equal(entry), _display(f"{_ident(entry)}_fb"))
    right = "".join(_equal(entry) if entry.right else f"<not>{_equal(entry)}</not>" for entry in view.entries)
    wanted = f"<and>{right}</and>" if several else "".join(map(_equal, view.keys))
    yield _condition(wanted, '<setvar action="Set" varname="SCORE">100</setvar>', go_on="No")
    yield "</resprocessing>"
    if general:
        yield _feedback("general_fb", general)
    for entry in shown:
        yield _feedback(f"{_ident(entry)}_fb", reasons[entry.id])


CANVAS_KINDS = {"card": _write_card, "mcq": _write_mcq, "explain": _write_explain}


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
        yield from CANVAS_KINDS[view.item.kind](view, export)
        yield "</item>"
    yield "</section>\n</assessment>\n</questestinterop>"


def _essay(view: ItemView, export: Export) -> Iterator[str]:
    export.note(view, _ESSAY.format(noun=view.item.spec.noun))
    said = answer_of(view, _address) + concepts_of(view, export, _address)
    said += feedback_of(view, export, _address, level=True)
    yield from _meta("essay_question", view, ids=False)
    yield f"<presentation>{_material(view.stem.html(_address))}"
    yield '<response_str ident="response1" rcardinality="Single"><render_fib>'
    yield '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str></presentation>'
    yield _RESPROCESSING
    yield _condition("<other/>", "", go_on="No")
    yield _condition("<other/>", _display("general_fb"))
    yield "</resprocessing>"
    yield _feedback("general_fb", said)


def _meta(kind: str, view: ItemView, *, ids: bool = True) -> Iterator[str]:
    yield "<itemmetadata><qtimetadata>"
    yield _field("question_type", kind)
    yield _field("points_possible", "1")
    yield _field("original_answer_ids", ",".join(map(_ident, view.entries)) if ids else "")
    yield _field("assessment_question_identifierref", f"{view.item.id}_ref")
    yield "</qtimetadata></itemmetadata>"


_RESPROCESSING = (
    '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
)


def _ident(entry: EntryView) -> str:
    return f"option_{entry.id}"


def _equal(entry: EntryView) -> str:
    return f'<varequal respident="response1">{_ident(entry)}</varequal>'


def _condition(condition: str, then: str, *, go_on: str = "Yes") -> str:
    return f'<respcondition continue="{go_on}"><conditionvar>{condition}</conditionvar>{then}</respcondition>'


def _display(ident: str) -> str:
    return f'<displayfeedback feedbacktype="Response" linkrefid="{ident}"/>'


def _feedback(ident: str, html: str) -> str:
    return f'<itemfeedback ident="{ident}"><flow_mat>{_material(html)}</flow_mat></itemfeedback>'


def _material(html: str) -> str:
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


def _address(picture: Picture) -> str:
    return f"%24IMS-CC-FILEBASE%24/images/{picture.name}"


def _hash(*names: str) -> str:
    return sha256("\n".join(names).encode()).hexdigest()[:16]


def _encode(lines: Iterator[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
