"""Questions of other programs: one file per format, each with a function that reads it and a `IMPORT_FORMAT`.

A reader makes an `ImportedQuestion` of each question, and `page` writes them to a page. Whatever a format cannot bring
along is noted or refused, with its line.
"""

from __future__ import annotations

from . import gift
from .base import ImportFormat, Incoming, UnreadableFile
from .page import Imported, Target, UnfitPage, import_questions

IMPORT_FORMATS: dict[str, ImportFormat] = {module.IMPORT_FORMAT.name: module.IMPORT_FORMAT for module in (gift,)}
"""In the order in which `recall import --help` shows them."""

__all__ = [
    "IMPORT_FORMATS",
    "ImportFormat",
    "Imported",
    "Incoming",
    "Target",
    "UnfitPage",
    "UnreadableFile",
    "import_questions",
]
