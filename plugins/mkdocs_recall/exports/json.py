"""JSON: all there is to know of an item, with its Markdown. Nothing is lost, so that it can be imported again."""

from __future__ import annotations

import json
from argparse import Namespace
from base64 import b64encode
from typing import Any

from ..syntax.writer import write_header
from .base import Format
from .views import EntryView, Export, Fragment, ItemView

VERSION = 1
"""Goes up when a program that reads the file has to change."""

Data = dict[str, Any]


def _write(export: Export, asked: Namespace) -> bytes:
    """Return the items in order, the sets that hold them, and the pictures."""
    settings = export.site.settings
    holders = {view.chosen.set.id: view.chosen.set for view in export.views if view.chosen.set}
    data = {
        "format": "recall",
        "version": VERSION,
        "site": settings.site_id,
        "title": export.title,
        "language": settings.language,
        "levels": [list(names) for names in settings.levels],
        "sets": [
            {"id": each.id, "kind": each.kind, "header": write_header(each.kind, each.id, settings=each.settings)}
            for each in holders.values()
        ],
        "items": [_item(view) for view in export.views],
        "pictures": {
            picture.name: {
                "path": picture.uri,
                "type": picture.type,
                "base64": b64encode(picture.content).decode(),
            }
            for picture in export.used_pictures()
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _item(view: ItemView) -> Data:
    item = view.item
    return {
        "id": item.id,
        "kind": item.kind,
        "level": item.level,
        "rank": item.rank,
        "settings": dict(item.settings),
        "revision": item.revision,
        "page": view.path,
        "line": view.line,
        "topic": view.deck[0],
        "set": view.chosen.set.id if view.chosen.set else "",
        "stem": write_html(view.stem),
        **view.write.json(view),
        "parts": [
            {
                "label": part.label,
                "html": [write_html(text) for text in part.texts],
                **({"entries": [write_entry(entry) for entry in part.entries]} if part.entries else {}),
            }
            for part in view.parts
        ],
        "markdown": view.chosen.source,
    }


def write_entry(entry: EntryView) -> Data:
    """An entry of a list, with its reason where it has one."""
    reason = {"reason": write_html(entry.reason)} if entry.reason else {}
    return {"id": entry.id, "html": write_html(entry.text), **reason}


def write_html(text: Fragment) -> str:
    """A text as HTML, with the names of pictures."""
    return text.html(lambda picture: picture.name)


FORMAT = Format(
    name="json",
    summary="JSON with the Markdown of each item, for other programs and for importing again.",
    writers=("json",),
    write=_write,
)
