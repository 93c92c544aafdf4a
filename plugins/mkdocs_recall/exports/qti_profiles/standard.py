"""QTI 2.1 and 3.0: a file for each item, a test over all of them, and a manifest.

Both versions say the same with other names: `choiceInteraction` became `qti-choice-interaction`, and `maxChoices`
became `max-choices`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from ...model.archive import zip_files
from ..base import answer_of, concepts_of, feedback_of, name_of, note_math
from ..views import Export, ItemView
from ..views.code_colours import stylesheet
from ..views.fragment import Fragment, escape
from ..views.pictures import Picture

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_STYLE = "styles/recall.css"


class _Version(NamedTuple):
    """What differs between the versions beside the names of elements."""

    namespace: str
    schema: str
    manifest: str
    manifest_schema: str
    schema_version: str
    item_type: str
    test_type: str


_VERSIONS = {
    "2.1": _Version(
        "http://www.imsglobal.org/xsd/imsqti_v2p1",
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "QTIv2.1 Package",
        "1.0.0",
        "imsqti_item_xmlv2p1",
        "imsqti_test_xmlv2p1",
    ),
    "3.0": _Version(
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "QTI Package",
        "3.0.0",
        "imsqti_item_xmlv3p0",
        "imsqti_test_xmlv3p0",
    ),
}
_ESSAY = "QTI has no {noun}s, so it is a text to write, which people grade."
_MATH = "its math is exported as TeX, which not every platform shows."

Tag = Callable[..., str]
"""Writes an element by its name in QTI 2.1, with its content and its attributes, as the version wants it."""


class Written(NamedTuple):
    """The pieces of an item that depend on its kind, as XML."""

    declarations: str
    body: str
    processing: str
    feedback: tuple[tuple[str, str, str], ...]
    """Feedback: the outcome and its value that show it, and what it says."""
    answer: str = ""
    """What the general feedback begins with."""
    stem: str = ""
    """The question, where it holds fields."""


def write_standard(export: Export, version: str) -> bytes:
    """Return the package of a version."""
    tag = _tag_2 if version == "2.1" else _tag_3
    return zip_files(_files(export, _VERSIONS[version], tag))


def _files(export: Export, version: _Version, tag: Tag) -> Iterator[tuple[str, bytes]]:
    pictures = export.used_pictures()
    yield "imsmanifest.xml", (_HEAD + _manifest(export, version, pictures) + "\n").encode()
    yield "test.xml", (_HEAD + _test(export, version, tag) + "\n").encode()
    for view in export.views:
        note_math(view, export, _MATH)
        yield f"items/{to_identifier(view.item.id)}.xml", (_HEAD + _item(view, export, version, tag) + "\n").encode()
    yield _STYLE, stylesheet().encode()
    for picture in pictures:
        yield f"pictures/{picture.name}", picture.content


def _item(view: ItemView, export: Export, version: _Version, tag: Tag) -> str:
    written = view.write.standard(view, export, tag)
    general = written.answer + feedback_of(view, export, standard_address, level=True, strict=True)
    feedback = (*written.feedback, *((("GENERAL", "general", general),) if general else ()))
    score = tag(
        "outcomeDeclaration",
        tag("defaultValue", tag("value", "0")),
        identifier="SCORE",
        cardinality="single",
        baseType="float",
    )
    shown = tag("outcomeDeclaration", identifier="GENERAL", cardinality="single", baseType="identifier")
    processing = tag("responseProcessing", written.processing + set_outcome(tag, "GENERAL", "identifier", "general"))
    said = "".join(
        tag(
            "modalFeedback",
            _contained(tag, html),
            outcomeIdentifier=outcome,
            identifier=value,
            showHide="show",
        )
        for outcome, value, html in feedback
    )
    return tag(
        "assessmentItem",
        written.declarations
        + score
        + shown
        + tag("stylesheet", href=f"../{_STYLE}", type="text/css")
        + tag("itemBody", f"<div>{written.stem or blocks(view.stem)}</div>{written.body}")
        + processing
        + said,
        _raw=_namespaces(version, export),
        identifier=to_identifier(view.item.id),
        title=name_of(view),
        adaptive="false",
        timeDependent="false",
    )


def standard_essay(view: ItemView, export: Export, tag: Tag) -> Written:
    """A text to write, with the answer for those who grade it and as feedback."""
    export.note(view, _ESSAY.format(noun=view.item.spec.noun))
    response = tag("responseDeclaration", identifier="RESPONSE", cardinality="single", baseType="string")
    answer = answer_of(view, standard_address, strict=True) + concepts_of(view, export, standard_address, strict=True)
    rubric = tag("rubricBlock", _contained(tag, answer), view="scorer")
    return Written(response, tag("extendedTextInteraction", responseIdentifier="RESPONSE") + rubric, "", (), answer)


def set_outcome(tag: Tag, outcome: str, base: str, value: str) -> str:
    """Set an outcome to a value."""
    return tag("setOutcomeValue", tag("baseValue", value, baseType=base), identifier=outcome)


def is_correct(tag: Tag, response: str = "RESPONSE") -> str:
    """The condition that a response is the right one."""
    return tag("match", tag("variable", identifier=response) + tag("correct", identifier=response))


def score_where(tag: Tag, condition: str, empty: str = "") -> str:
    """Give the point where a condition holds. It is not looked at where a field is `empty`."""
    none = set_outcome(tag, "SCORE", "float", "0")
    first = tag("responseIf", empty + none) if empty else ""
    right = tag("responseElseIf" if empty else "responseIf", condition + set_outcome(tag, "SCORE", "float", "1"))
    return tag("responseCondition", first + right + tag("responseElse", none))


def is_empty(tag: Tag, response: str = "RESPONSE") -> str:
    """The condition that nothing was typed into a field."""
    return tag("isNull", tag("variable", identifier=response))


def respond(tag: Tag, base: str, *values: str, name: str = "RESPONSE", cardinality: str = "single") -> str:
    """The declaration of a response, with the right one."""
    right = tag("correctResponse", "".join(tag("value", escape(value)) for value in values))
    return tag("responseDeclaration", right, identifier=name, cardinality=cardinality, baseType=base)


def told(tag: Tag, cases: Sequence[tuple[str, str, str]]) -> tuple[str, str, tuple[tuple[str, str, str], ...]]:
    """Feedback for each case: the outcomes, what sets them, and the texts. A case is when a
    field is empty, a condition that is looked at where it is not, and what is said.
    """
    outcomes, processing, texts = "", "", []
    for number, (empty, condition, html) in enumerate(cases, 1):
        name = f"FEEDBACK{number}"
        outcomes += tag("outcomeDeclaration", identifier=name, cardinality="single", baseType="identifier")
        shown = set_outcome(tag, name, "identifier", "shown")
        none = tag("responseIf", empty + set_outcome(tag, name, "identifier", "none"))
        processing += tag("responseCondition", none + tag("responseElseIf", condition + shown))
        texts.append((name, "shown", html))
    return outcomes, processing, tuple(texts)


def all_of(tag: Tag, conditions: Sequence[str], name: str = "and") -> str:
    """A condition that holds where all of some do, or with `or` any of them."""
    return tag(name, "".join(conditions)) if len(conditions) > 1 else "".join(conditions)


def _contained(tag: Tag, html: str) -> str:
    """The content of feedback and of rubrics: 3.0 wants an element around it."""
    return tag("contentBody", html) if tag is _tag_3 else html


def _test(export: Export, version: _Version, tag: Tag) -> str:
    decks: dict[tuple[str, ...], list[ItemView]] = {}
    for view in export.views:
        decks.setdefault(view.deck, []).append(view)
    sections = "".join(
        tag(
            "assessmentSection",
            "".join(
                tag(
                    "assessmentItemRef",
                    identifier=to_identifier(view.item.id),
                    href=f"items/{to_identifier(view.item.id)}.xml",
                )
                for view in views
            ),
            identifier=f"section-{_hash(*deck)}",
            title=": ".join(deck),
            visible="true",
        )
        for deck, views in decks.items()
    )
    part = tag("testPart", sections, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    names = _namespaces(version, export)
    return tag("assessmentTest", part, _raw=names, identifier=_package(export), title=export.title)


def _manifest(export: Export, version: _Version, pictures: Sequence[Picture]) -> str:
    files = "".join(f'<file href="pictures/{picture.name}"/>' for picture in pictures)
    lines = [
        f'<manifest xmlns="{version.manifest}" {_XSI} identifier="{_package(export)}-package">',
        f"<metadata><schema>{version.manifest_schema}</schema><schemaversion>{version.schema_version}</schemaversion>",
        "</metadata><organizations/><resources>",
        f'<resource identifier="{_package(export)}" type="{version.test_type}" href="test.xml"><file href="test.xml"/>',
        *(f'<dependency identifierref="{to_identifier(view.item.id)}"/>' for view in export.views),
        "</resource>",
        f'<resource identifier="recall-files" type="webcontent"><file href="{_STYLE}"/>{files}</resource>',
    ]
    for view in export.views:
        id = to_identifier(view.item.id)
        lines.append(
            f'<resource identifier="{id}" type="{version.item_type}" href="items/{id}.xml">'
            f'<file href="items/{id}.xml"/><dependency identifierref="recall-files"/></resource>'
        )
    return "\n".join([*lines, "</resources></manifest>"])


def _namespaces(version: _Version, export: Export) -> str:
    language = escape(export.site.settings.language)
    schema = f'xsi:schemaLocation="{version.namespace} {version.schema}"'
    return f' xmlns="{version.namespace}" {_XSI} {schema} xml:lang="{language}"'


def to_identifier(id: str) -> str:
    """The identifier of an item: its id, which must not begin with a digit in XML."""
    return f"_{id}" if id[0].isdecimal() else id


def _package(export: Export) -> str:
    return f"recall-{_hash(export.site.settings.site_id, export.title)}"


def _hash(*names: str) -> str:
    return sha256("\n".join(names).encode()).hexdigest()[:16]


def _tag_2(name: str, content: str = "", *, _raw: str = "", **attributes: str) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{_raw}{written}>{content}</{name}>" if content else f"<{name}{_raw}{written}/>"


def _tag_3(name: str, content: str = "", *, _raw: str = "", **attributes: str) -> str:
    return _tag_2(f"qti-{_kebab(name)}", content, _raw=_raw, **{_kebab(key): v for key, v in attributes.items()})


def _kebab(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", lambda found: f"-{found[1].lower()}", name)


def standard_address(picture: Picture) -> str:
    """The address of a picture from the file of an item."""
    return f"../pictures/{picture.name}"


def blocks(text: Fragment) -> str:
    """A text with what QTI has of HTML."""
    return text.html(standard_address, strict=True)
