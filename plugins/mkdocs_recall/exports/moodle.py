"""Moodle XML: questions for the question bank of Moodle, with pictures, feedback and hints."""

from __future__ import annotations

from argparse import Namespace
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator

from .base import Format, answer_of, concepts_of, feedback_of, name_of
from .moodle_marks import ESSAY, category_of
from .views import EntryView, Export, Fragment, ItemView
from .views.fragment import escape
from .views.pictures import Picture


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the questions, each after the category that it belongs to."""
    lines, category = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"], ""
    for view in export.views:
        if (own := category_of(view, export)) != category:
            category = own
            lines.append(f'<question type="category"><category><text>{escape(category)}</text></category></question>')
        lines += view.write.moodle(view, export)
    return ("\n".join([*lines, "</quiz>"]) + "\n").encode("utf-8", "backslashreplace")


def question(type: str, view: ItemView, own: Iterator[str], feedback: str, stem: str = "") -> Iterator[str]:
    """Return a question with what all types have, in the order that Moodle writes it in, and `own`.

    `stem` takes the place of the question where fields are in it.
    """
    yield f'<question type="{type}">'
    yield f"<name><text>{escape(name_of(view))}</text></name>"
    yield from element("questiontext", (view.stem,), stem or view.question.html(moodle_address))
    yield from element("generalfeedback", _said_after(view), feedback)
    yield "<defaultgrade>1</defaultgrade>"
    yield "<penalty>0.3333333</penalty>"
    yield "<hidden>0</hidden>"
    yield f"<idnumber>{escape(view.item.id)}</idnumber>"
    yield from own
    tags = "".join(f"<tag><text>{escape(tag)}</text></tag>" for tag in view.tags)
    yield f"<tags>{tags}</tags>"
    yield "</question>"


def moodle_essay(view: ItemView, export: Export) -> Iterator[str]:
    """An essay, with the answer for those who grade it and as the feedback."""
    export.note(view, ESSAY.format(noun=view.item.spec.noun))
    answer = answer_of(view, moodle_address) + concepts_of(view, export, moodle_address)
    own = [
        "<responseformat>editor</responseformat>",
        "<responserequired>1</responserequired>",
        "<responsefieldlines>10</responsefieldlines>",
        "<attachments>0</attachments>",
        *element("graderinfo", _said_after(view), answer),
        '<responsetemplate format="html"><text></text></responsetemplate>',
    ]
    return question("essay", view, iter(own), answer + feedback_of(view, export, moodle_address))


def hints(view: ItemView) -> Iterator[str]:
    """The hints, which Moodle shows one after the other."""
    for hint in view.texts("hint"):
        yield from element("hint", (hint,), hint.html(moodle_address))


def typed_answers(answers: Iterable[tuple[str, EntryView]], more: Callable[[int], str]) -> Iterator[str]:
    """Answers as they are typed, with their reasons, and with what `more` adds to each."""
    for index, (text, entry) in enumerate(answers):
        yield f'<answer fraction="{100 if entry.right else 0}" format="moodle_auto_format">'
        yield f"<text>{escape(text)}</text>"
        if entry.reason:
            yield from element("feedback", (entry.reason,), entry.reason.html(moodle_address))
        yield f"{more(index)}</answer>"


def _said_after(view: ItemView) -> tuple[Fragment, ...]:
    """The texts of all parts, and of what is to be produced."""
    entries = (entry.text for part in view.parts for entry in part.entries)
    answers = (text for group in view.answers for entry in group for text in (entry.text, entry.reason) if text)
    return (*(text for part in view.parts for text in part.texts), *entries, *answers)


def element(name: str, texts: tuple[Fragment, ...], html: str) -> Iterator[str]:
    """An element that holds HTML."""
    yield f'<{name} format="html">'
    yield from content(texts, html)
    yield f"</{name}>"


def content(texts: tuple[Fragment, ...], html: str) -> Iterator[str]:
    """HTML, and the files of the pictures in it."""
    data = html.replace("]]>", "]]]]><![CDATA[>")
    yield f"<text><![CDATA[{data}]]></text>" if html else "<text></text>"
    pictures = {picture.name: picture for text in texts for picture in text.pictures}
    for name, picture in pictures.items():
        if moodle_address(picture) in html:
            yield f'<file name="{name}" path="/" encoding="base64">{b64encode(picture.content).decode()}</file>'


def moodle_address(picture: Picture) -> str:
    """The address of a picture among the files of its question."""
    return f"@@PLUGINFILE@@/{picture.name}"


FORMAT = Format(
    name="moodle",
    summary="Moodle XML, for the question bank of Moodle, with pictures and hints.",
    writers=("moodle",),
    write=_write,
)
