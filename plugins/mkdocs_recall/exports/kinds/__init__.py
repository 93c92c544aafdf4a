"""How the kinds of items are written: one file per kind, named as the kind, with a function for each format.

A new kind is a new file here with a `KIND`, and nothing else in `exports/`.
"""

from __future__ import annotations

from importlib import import_module

from ...model.vocabulary import ITEM_KINDS
from ..views.kind import ExportKind

EXPORT_KINDS: dict[str, ExportKind] = {name: import_module(f".{name}", __name__).KIND for name in ITEM_KINDS}
"""How each kind is written, by its name."""
