"""Moodle XML: questions for the question bank of Moodle, with pictures, feedback and hints."""

from __future__ import annotations

from argparse import Namespace
from base64 import b64encode
from collections.abc import Callable, Iterator

from .base import Format, answer_of, concepts_of, feedback_of, name_of
from .moodle_marks import ESSAY, category_of, marks_of
from .views import Export, Fragment, ItemView
from .views.fragment import escape
from .views.pictures import Picture


def _write_card(view: ItemView, export: Export) -> Iterator[str]:
    """A card as an essay, with its answer for those who grade it and as the feedback."""
    return _essay(view, export)


def _write_explain(view: ItemView, export: Export) -> Iterator[str]:
    """An explain prompt as an essay, with model answer and concepts for those who grade it."""
    return _essay(view, export)


def _write_mcq(view: ItemView, export: Export) -> Iterator[str]:
    """The options with their reasons, and the hints."""
    return _question("multichoice", view, _options(view, export), feedback_of(view, export, _address, hints=False))


_KINDS: dict[str, Callable[[ItemView, Export], Iterator[str]]] = {
    "card": _write_card,
    "mcq": _write_mcq,
    "explain": _write_explain,
}


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the questions, each after the category that it belongs to."""
    lines, category = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"], ""
    for view in export.views:
        if (own := category_of(view, export)) != category:
            category = own
            lines.append(f'<question type="category"><category><text>{escape(category)}</text></category></question>')
        lines += _KINDS[view.item.kind](view, export)
    return ("\n".join([*lines, "</quiz>"]) + "\n").encode("utf-8", "backslashreplace")


def _question(type: str, view: ItemView, own: Iterator[str], feedback: str) -> Iterator[str]:
    """Return a question with what all types have, in the order that Moodle writes it in, and `own`."""
    yield f'<question type="{type}">'
    yield f"<name><text>{escape(name_of(view))}</text></name>"
    yield from _element("questiontext", (view.stem,), view.stem.html(_address))
    yield from _element("generalfeedback", _said_after(view), feedback)
    yield "<defaultgrade>1</defaultgrade>"
    yield "<penalty>0.3333333</penalty>"
    yield "<hidden>0</hidden>"
    yield f"<idnumber>{escape(view.item.id)}</idnumber>"
    yield from own
    tags = "".join(f"<tag><text>{escape(tag)}</text></tag>" for tag in view.tags)
    yield f"<tags>{tags}</tags>"
    yield "</question>"


def _options(view: ItemView, export: Export) -> Iterator[str]:
    marks = marks_of(view, export)
    yield f"<single>{'false' if len(view.keys) > 1 else 'true'}</single>"
    yield f"<shuffleanswers>{'false' if view.fixed else 'true'}</shuffleanswers>"
    yield "<answernumbering>ABCD</answernumbering>"
    yield "<showstandardinstruction>1</showstandardinstruction>"
    for entry in view.entries:
        yield f'<answer fraction="{marks[entry.id]}" format="html">'
        yield from _content((entry.text,), entry.text.html(_address))
        if entry.reason:
            yield from _element("feedback", (entry.reason,), entry.reason.html(_address))
        yield "</answer>"
    for hint in view.texts("hint"):
        yield from _element("hint", (hint,), hint.html(_address))


def _essay(view: ItemView, export: Export) -> Iterator[str]:
    export.note(view, ESSAY.format(noun=view.item.spec.noun))
    answer = answer_of(view, _address) + concepts_of(view, export, _address)
    own = [
        "<responseformat>editor</responseformat>",
        "<responserequired>1</responserequired>",
        "<responsefieldlines>10</responsefieldlines>",
        "<attachments>0</attachments>",
        *_element("graderinfo", _said_after(view), answer),
        '<responsetemplate format="html"><text></text></responsetemplate>',
    ]
    return _question("essay", view, iter(own), answer + feedback_of(view, export, _address))


def _said_after(view: ItemView) -> tuple[Fragment, ...]:
    """The texts of all parts."""
    entries = (entry.text for part in view.parts for entry in part.entries)
    return (*(text for part in view.parts for text in part.texts), *entries)


def _element(name: str, texts: tuple[Fragment, ...], html: str) -> Iterator[str]:
    yield f'<{name} format="html">'
    yield from _content(texts, html)
    yield f"</{name}>"


def _content(texts: tuple[Fragment, ...], html: str) -> Iterator[str]:
    """HTML, and the files of the pictures in it."""
    data = html.replace("]]>", "]]]]><![CDATA[>")
    yield f"<text><![CDATA[{data}]]></text>" if html else "<text></text>"
    pictures = {picture.name: picture for text in texts for picture in text.pictures}
    for name, picture in pictures.items():
        if _address(picture) in html:
            yield f'<file name="{name}" path="/" encoding="base64">{b64encode(picture.content).decode()}</file>'


def _address(picture: Picture) -> str:
    return f"@@PLUGINFILE@@/{picture.name}"


FORMAT = Format(
    name="moodle",
    summary="Moodle XML, for the question bank of Moodle, with pictures and hints.",
    tables=(_KINDS,),
    write=_write,
)
