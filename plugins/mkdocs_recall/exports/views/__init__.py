"""Items as every format needs them: each text as clean HTML, pictures as files, links that lead somewhere."""

from __future__ import annotations

from .fragment import Fragment
from .view import EntryView, Export, ItemView, PartView, make_views

__all__ = ["EntryView", "Export", "Fragment", "ItemView", "PartView", "make_views"]
