"""A package of Anki (.apkg): a database of notes and cards, and the pictures beside it.

It is written with the standard library, in the form that every Anki since 2.1 imports. Nothing in it depends on the
machine: ids follow from names, and the database does not say which SQLite has written it.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Container, Sequence
from html import unescape
from typing import NamedTuple

from ..model.archive import zip_files
from .views.pictures import Picture

FIELDS = ("Id", "Question", "Options", "Answer", "Explanation", "Source", "Extra")
"""Fields of the note type. They never change: Anki does not update notes whose type has other fields."""

BASIC, CLOZE, TYPED = "basic", "cloze", "typed"
"""Kinds of notes: each has a note type of its own."""
_NAMES = {BASIC: "", CLOZE: "cloze ", TYPED: "typed "}
_OF_FIELDS = {BASIC: FIELDS, CLOZE: FIELDS, TYPED: (*FIELDS, "Typed")}

_FRONT = "{{Question}}{{#Options}}{{Options}}{{/Options}}{{#Extra}}{{hint:Extra}}{{/Extra}}"
_BACK = "{{FrontSide}}<hr id=answer>{{Answer}}{{#Explanation}}{{Explanation}}{{/Explanation}}"
_TYPE = "{{#Typed}}{{type:Typed}}{{/Typed}}"
_TEMPLATES = {
    BASIC: (_FRONT, _BACK),
    CLOZE: (
        _FRONT.replace("{{Question}}", "{{cloze:Question}}", 1),
        _FRONT.replace("{{Question}}", "{{cloze:Question}}", 1) + _BACK.removeprefix("{{FrontSide}}"),
    ),
    TYPED: (_FRONT + _TYPE, _BACK),
}
"""What each kind of note shows on both sides."""
_CSS = (
    ".card{font-family:sans-serif;font-size:20px;text-align:left;max-width:44em;margin:0 auto;padding:0.5em}"
    "img{max-width:100%}table{border-collapse:collapse}th,td{border:1px solid;padding:0.2em 0.5em}"
    "pre{font-size:0.85em}"
)

_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
  odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""
_VERSION = 11
_SQLITE_VERSION = slice(92, 100)
"""Where a database says which version of SQLite wrote it, and at which change."""
_CREATED = 1_577_836_800
"""When the collection in the package begins, in seconds; Anki takes no notice of it."""


class AnkiNote(NamedTuple):
    """A note with its one card."""

    guid: str
    deck: str
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    form: str = BASIC


def write_package(notes: Sequence[AnkiNote], pictures: Sequence[Picture], site_id: str, version: int) -> bytes:
    """Return the package. Anki updates a note that it has where `version`, in seconds since 1970, is later."""
    media = {str(number): picture for number, picture in enumerate(pictures)}
    names = {number: picture.name for number, picture in media.items()}
    files = [
        ("collection.anki2", _database(notes, site_id, version)),
        *((number, picture.content) for number, picture in media.items()),
        ("media", json.dumps(names).encode()),
    ]
    return zip_files(iter(files))


def _database(notes: Sequence[AnkiNote], site_id: str, version: int) -> bytes:
    version = version or _CREATED
    forms = dict.fromkeys((BASIC, *(note.form for note in notes)))
    models = {form: make_id(f"{_NAMES[form]}model {site_id}") for form in forms}
    decks = {deck: make_id(f"deck {deck}") for deck in sorted({note.deck for note in notes})}
    database = sqlite3.connect(":memory:")
    for pragma in ("page_size = 4096", "auto_vacuum = 0", "encoding = 'UTF-8'"):
        database.execute(f"PRAGMA {pragma}")
    database.executescript(_SCHEMA)
    about_models = {str(id): _model(id, site_id, version, form) for form, id in models.items()}
    about = (json.dumps(part) for part in (_conf(models[BASIC]), about_models, _decks(decks, version), _DCONF, {}))
    begun = (1, _CREATED, version * 1000, _CREATED * 1000, _VERSION, 0, 0, 0)
    database.execute(f"INSERT INTO col VALUES ({', '.join('?' * 13)})", (*begun, *about))
    taken: set[int] = set()
    for number, note in enumerate(notes, 1):
        id = make_id(f"note {site_id} {note.guid}", taken)
        taken.add(id)
        tags = f" {' '.join(note.tags)} " if note.tags else ""
        row = (
            id,
            note.guid,
            models[note.form],
            version,
            -1,
            tags,
            "\x1f".join(note.fields),
            note.fields[0],
            _sum(note),
            0,
            "",
        )
        database.execute(f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", row)
        card = (id, id, decks[note.deck], 0, version, -1, 0, 0, number, *[0] * 8, "")
        database.execute(f"INSERT INTO cards VALUES ({', '.join('?' * 18)})", card)
    database.commit()
    content = bytearray(database.serialize())
    content[_SQLITE_VERSION] = content[24:28] + (3_040_000).to_bytes(4, "big")
    return bytes(content)


def make_id(name: str, taken: Container[int] = ()) -> int:
    """A number that follows from a name, in the range of those that Anki makes of the time."""
    id = 1_400_000_000_000 + int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big") % 10**11
    while id in taken:
        id += 1
    return id


def _sum(note: AnkiNote) -> int:
    """What Anki finds equal first fields by."""
    text = unescape(re.sub(r"<[^>]*>", "", note.fields[0]))
    return int(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8], 16)


def _model(id: int, site_id: str, version: int, form: str) -> dict[str, object]:
    fields = [
        {"name": name, "ord": ord, "font": "Arial", "media": [], "rtl": False, "size": 20, "sticky": False}
        for ord, name in enumerate(_OF_FIELDS[form])
    ]
    front, back = _TEMPLATES[form]
    template = {"name": "Recall", "ord": 0, "qfmt": front, "afmt": back, "bqfmt": "", "bafmt": "", "did": None}
    return {
        "id": id,
        "name": f"Recall {_NAMES[form]}({site_id})",
        "type": 1 if form == CLOZE else 0,
        "mod": version,
        "usn": -1,
        "sortf": 1,
        "did": 1,
        "tmpls": [template],
        "flds": fields,
        "css": _CSS,
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "req": [[0, "any", [1, 2]]],
        "tags": [],
        "vers": [],
    }


def _decks(decks: dict[str, int], version: int) -> dict[str, object]:
    names = {"Default": 1, **decks}
    return {
        str(id): {
            "id": id,
            "name": name,
            "mod": version,
            "usn": -1,
            "desc": "",
            "dyn": 0,
            "conf": 1,
            "collapsed": False,
            "browserCollapsed": False,
            "extendNew": 0,
            "extendRev": 50,
            "newToday": [0, 0],
            "revToday": [0, 0],
            "lrnToday": [0, 0],
            "timeToday": [0, 0],
        }
        for name, id in names.items()
    }


def _conf(model: int) -> dict[str, object]:
    return {
        "activeDecks": [1],
        "curDeck": 1,
        "curModel": str(model),
        "nextPos": 1,
        "sortType": "noteFld",
        "sortBackwards": False,
        "addToCur": True,
        "collapseTime": 1200,
        "dueCounts": True,
        "estTimes": True,
        "newSpread": 0,
        "timeLim": 0,
    }


_DCONF: dict[str, object] = {
    "1": {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "autoplay": True,
        "maxTaken": 60,
        "replayq": True,
        "timer": 0,
        "dyn": False,
        "new": {
            "bury": True,
            "delays": [1, 10],
            "initialFactor": 2500,
            "ints": [1, 4, 7],
            "order": 1,
            "perDay": 20,
            "separate": True,
        },
        "rev": {"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 200},
        "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
    }
}
