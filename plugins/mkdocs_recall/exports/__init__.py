"""Questions for other programs: one file per format, and in `kinds/` one file per kind of item.

A format writes what comes around the items. How it writes an item of a kind is a function in the file of the kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..site.reader import Site
from . import anki, csv, gift, json, moodle, qti, worksheet
from .base import Format
from .kinds import EXPORT_KINDS
from .selection import Selection, SelectionError, languages_left_out, left_out, select_items
from .views import Export, make_views
from .views.kind import WRITERS
from .views.markdown import MarkdownError
from .views.view import Chosen

EXPORT_FORMATS: dict[str, Format] = {
    module.FORMAT.name: module.FORMAT for module in (anki, moodle, gift, qti, csv, worksheet, json)
}
"""In the order in which `recall export --help` shows them."""


def make_export(
    site: Site, chosen: Sequence[Chosen], title: str, *, version: int = 0, decks: Mapping[str, str] | None = None
) -> Export:
    """Render the items that were chosen, for any format. Several exports of a site can share its `decks`."""
    return make_views(site, chosen, title, EXPORT_KINDS, version=version, decks=decks)


__all__ = [
    "EXPORT_FORMATS",
    "EXPORT_KINDS",
    "WRITERS",
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
