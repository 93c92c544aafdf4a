"""Anki: flashcards as a text file that any Anki imports, or as a package with pictures."""

from __future__ import annotations

import csv
import io
import re
from argparse import ArgumentParser, Namespace
from typing import NamedTuple

from .anki_package import BASIC, CLOZE, TYPED, AnkiNote, write_package
from .base import Format, data_address, hints_of
from .views import Export, ItemView
from .views.fragment import Address
from .views.pictures import Picture


class Sides(NamedTuple):
    """What an item has on the fields of a note, as HTML."""

    options: str
    answer: str
    explanation: str
    question: str = ""
    """The question; the stem if empty."""
    form: str = BASIC
    """The kind of note."""
    typed: str = ""
    """What has to be typed, as plain text."""


_COLUMNS = ("GUID", "Deck", "Front", "Back", "Tags")
_TYPED_NOTE = (
    "a text file cannot have Anki compare what is typed, so the card has a front and a back. Use `--package` for that."
)


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the text file, or the package."""
    if asked.package:
        settings = export.site.settings
        notes = [_note(view, export) for view in export.views]
        return write_package(notes, export.used_pictures(), settings.site_id, export.version)
    return _text(export)


def _text(export: Export) -> bytes:
    """Lines that say how to read the file, then a line for each note. Pictures are in the text itself."""
    written = [(view, view.write.anki(view, export, data_address)) for view in export.views]
    mixed = any(sides.form == CLOZE for _, sides in written)
    head = [
        "#separator:tab",
        "#html:true",
        "#notetype column:3" if mixed else "#notetype:Basic",
        f"#columns:{chr(9).join((*_COLUMNS[:2], 'Notetype', *_COLUMNS[2:]) if mixed else _COLUMNS)}",
        "#guid column:1",
        "#deck column:2",
        f"#tags column:{6 if mixed else 5}",
    ]
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, delimiter="\t", lineterminator="\n")
    for view, sides in written:
        hints = hints_of(view, export, data_address)
        front = _question(view, sides, data_address) + sides.options
        back = (sides.answer if sides.form != CLOZE else "") + hints + sides.explanation
        notetype = [_NOTETYPES[sides.form]] if mixed else []
        writer.writerow([view.item.id, _deck(view, export), *notetype, front, back, " ".join(_tags(view))])
        if sides.form == TYPED:
            export.note(view, _TYPED_NOTE)
    return ("\n".join(head) + "\n" + rows.getvalue()).encode("utf-8", "backslashreplace")


_NOTETYPES = {BASIC: "Basic", CLOZE: "Cloze", TYPED: "Basic"}
"""Note types that every collection has."""


def _question(view: ItemView, sides: Sides, address: Address) -> str:
    return sides.question or view.question.html(address)


def _note(view: ItemView, export: Export) -> AnkiNote:
    sides = view.write.anki(view, export, _media)
    return AnkiNote(
        guid=view.item.id,
        deck=_deck(view, export),
        tags=_tags(view),
        fields=(
            view.item.id,
            _question(view, sides, _media),
            sides.options,
            sides.answer,
            sides.explanation,
            f"{view.path}:{view.line}",
            hints_of(view, export, _media),
            *((sides.typed,) if sides.form == TYPED else ()),
        ),
        form=sides.form,
    )


def _deck(view: ItemView, export: Export) -> str:
    """The deck: the site, the topic in it, and the set in the topic. Two colons part the names."""
    names = (" ".join(name.split()) for name in (export.title, *view.deck))
    return "::".join(re.sub(":{2,}", ":", name).strip(":\t ") or "-" for name in names)


def _tags(view: ItemView) -> tuple[str, ...]:
    """Tags hold no spaces, and two colons put one below another."""
    item = view.item
    named = (("kind", item.kind), ("level", item.level), ("objective", item.settings.get("objective", "")))
    return tuple("::".join((name, re.sub(r"[\s:]+", "-", value))) for name, value in named if value)


def _media(picture: Picture) -> str:
    return picture.name


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--package", action="store_true", help="write a package (.apkg) with pictures instead of a text file"
    )


FORMAT = Format(
    name="anki",
    summary="Flashcards for Anki, as a text file or as a package.",
    writers=("anki",),
    write=_write,
    add_arguments=_add_arguments,
    is_text=lambda asked: not asked.package,
)
