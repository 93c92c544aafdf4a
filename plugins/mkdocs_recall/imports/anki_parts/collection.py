"""The database of a package: notes with their types and decks. It is only read, in memory, and for a bounded time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..base import UnreadableFile
from .packed import read_message

_STEPS = 200_000_000
"""Steps of SQLite, after which a database that never ends is given up."""


class Template(NamedTuple):
    """What a card of a note shows on its sides."""

    front: str
    back: str


class NoteType(NamedTuple):
    """The fields of a note, and its cards."""

    name: str
    fields: Sequence[str]
    templates: Sequence[Template]


class CollectionNote(NamedTuple):
    """A note."""

    guid: str
    type: NoteType
    deck: str
    tags: Sequence[str]
    fields: Sequence[str]


def read_notes(content: bytes) -> Iterator[CollectionNote]:
    """Return the notes of a database. `UnreadableFile` says why it cannot be read."""
    steps = 0

    def stop() -> int:
        nonlocal steps
        steps += 100_000
        return int(steps > _STEPS)

    try:
        base = sqlite3.connect(":memory:")
        try:
            base.deserialize(_without_log(content))
            base.text_factory = lambda data: data.decode("utf-8", "replace")
            base.create_collation("unicase", lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
            base.set_progress_handler(stop, 100_000)
            base.execute("PRAGMA trusted_schema = OFF")
            base.execute("PRAGMA query_only = ON")
            yield from _notes(base)
        finally:
            base.close()
    except (sqlite3.Error, ValueError, OverflowError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise UnreadableFile(f"its database cannot be read: {error}.") from None


def _without_log(content: bytes) -> bytes:
    """A database that does not ask for a file beside it, where the last changes would be."""
    return content[:18] + b"\x01\x01" + content[20:] if content[18:20] == b"\x02\x02" else content


def _notes(base: sqlite3.Connection) -> Iterator[CollectionNote]:
    tables = {name for name, kind in base.execute("SELECT name, type FROM sqlite_master") if kind == "table"}
    if not {"notes", "cards"} <= tables:
        raise UnreadableFile("its database has no notes and cards.")
    new = {"notetypes", "fields", "templates"} <= tables
    types = _types(base) if new else _types_of_json(base)
    decks = _decks(base) if new and "decks" in tables else _decks_of_json(base)
    owners = dict(base.execute("SELECT nid, min(did) FROM cards GROUP BY nid"))
    rows = base.execute("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id")
    for id, guid, kind, tags, fields in rows:
        found = types.get(kind)
        if found:
            deck = decks.get(owners.get(id, 0), "")
            yield CollectionNote(str(guid), found, deck, str(tags).split(), str(fields).split("\x1f"))


def _types(base: sqlite3.Connection) -> Mapping[int, NoteType]:
    fields: dict[int, list[str]] = {}
    for kind, name in base.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(kind, []).append(str(name))
    templates: dict[int, list[Template]] = {}
    for kind, config in base.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        parts = {key: value for key, value in read_message(bytes(config)) if isinstance(value, bytes)}
        sides = (parts.get(number, b"").decode("utf-8", "replace") for number in (1, 2))
        templates.setdefault(kind, []).append(Template(*sides))
    names = base.execute("SELECT id, name FROM notetypes")
    return {id: NoteType(str(name), fields.get(id, []), templates.get(id, [])) for id, name in names}


def _types_of_json(base: sqlite3.Connection) -> Mapping[int, NoteType]:
    (text,) = base.execute("SELECT models FROM col").fetchone() or ("{}",)
    found = {}
    for id, model in json.loads(text).items():
        fields = [str(each["name"]) for each in sorted(model["flds"], key=lambda each: int(each.get("ord", 0)))]
        templates = [Template(str(each["qfmt"]), str(each["afmt"])) for each in model["tmpls"]]
        found[int(id)] = NoteType(str(model.get("name", "")), fields, templates)
    return found


def _decks(base: sqlite3.Connection) -> Mapping[int, str]:
    return {id: str(name).replace("\x1f", "::") for id, name in base.execute("SELECT id, name FROM decks")}


def _decks_of_json(base: sqlite3.Connection) -> Mapping[int, str]:
    (text,) = base.execute("SELECT decks FROM col").fetchone() or ("{}",)
    return {int(id): str(deck["name"]) for id, deck in json.loads(text).items()}
