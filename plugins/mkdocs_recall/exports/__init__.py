"""Questions for other programs: one file per format, each with a table of the kinds it writes.

A new kind of item is a function in the table of kinds of each format. `tests/repo/test_kinds.py` names those missing.
"""

from __future__ import annotations

from . import anki, csv, gift, json, moodle, qti, worksheet
from .base import Format
from .selection import Selection, SelectionError, languages_left_out, left_out, select_items
from .views import Export, make_export
from .views.markdown import MarkdownError

EXPORT_FORMATS: dict[str, Format] = {
    module.FORMAT.name: module.FORMAT for module in (anki, moodle, gift, qti, csv, worksheet, json)
}
"""In the order in which `recall export --help` shows them."""

__all__ = [
    "EXPORT_FORMATS",
    "Export",
    "Format",
    "MarkdownError",
    "Selection",
    "SelectionError",
    "languages_left_out",
    "left_out",
    "make_export",
    "select_items",
]
