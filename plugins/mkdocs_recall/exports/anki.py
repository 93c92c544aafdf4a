"""Anki: flashcards as a text file that any Anki imports, or as a package with pictures."""

from __future__ import annotations

import csv
import io
import re
from argparse import ArgumentParser, Namespace
from typing import NamedTuple

from .anki_package import AnkiNote, write_package
from .base import (
    Format,
    answer_of,
    concepts_of,
    data_address,
    feedback_of,
    hints_of,
    reason_of,
)
from .views import Export, ItemView
from .views.fragment import Address, escape
from .views.pictures import Picture


class Sides(NamedTuple):
    """What an item has on the fields of a note, as HTML."""

    options: str
    answer: str
    explanation: str


def _write_card(view: ItemView, export: Export, address: Address) -> Sides:
    """A card is what Anki is made for."""
    return Sides("", answer_of(view, address), feedback_of(view, export, address, hints=False))


def _write_explain(view: ItemView, export: Export, address: Address) -> Sides:
    """The model answer on the back, with the concepts to compare."""
    answer = answer_of(view, address) + concepts_of(view, export, address)
    return Sides("", answer, feedback_of(view, export, address, hints=False))


def _write_mcq(view: ItemView, export: Export, address: Address) -> Sides:
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


_KINDS = {"card": _write_card, "mcq": _write_mcq, "explain": _write_explain}

_COLUMNS = ("GUID", "Deck", "Front", "Back", "Tags")


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the text file, or the package."""
    if asked.package:
        settings = export.site.settings
        notes = [_note(view, export) for view in export.views]
        return write_package(notes, export.used_pictures(), settings.site_id, export.version)
    return _text(export)


def _text(export: Export) -> bytes:
    """Lines that say how to read the file, then a line for each note. Pictures are in the text itself."""
    head = [
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        f"#columns:{chr(9).join(_COLUMNS)}",
        "#guid column:1",
        "#deck column:2",
        "#tags column:5",
    ]
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, delimiter="\t", lineterminator="\n")
    for view in export.views:
        sides = _KINDS[view.item.kind](view, export, data_address)
        hints = hints_of(view, export, data_address)
        front = view.stem.html(data_address) + sides.options
        back = sides.answer + hints + sides.explanation
        writer.writerow([view.item.id, _deck(view, export), front, back, " ".join(_tags(view))])
    return ("\n".join(head) + "\n" + rows.getvalue()).encode("utf-8", "backslashreplace")


def _note(view: ItemView, export: Export) -> AnkiNote:
    sides = _KINDS[view.item.kind](view, export, _media)
    return AnkiNote(
        guid=view.item.id,
        deck=_deck(view, export),
        tags=_tags(view),
        fields=(
            view.item.id,
            view.stem.html(_media),
            sides.options,
            sides.answer,
            sides.explanation,
            f"{view.path}:{view.line}",
            hints_of(view, export, _media),
        ),
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
    tables=(_KINDS,),
    write=_write,
    add_arguments=_add_arguments,
    is_text=lambda asked: not asked.package,
)
