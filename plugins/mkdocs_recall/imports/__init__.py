"""Questions of other programs: one file per format, each with a function that reads it and an `IMPORT_FORMAT`.

A reader makes an `ImportedQuestion` of each question, and `to_page` writes them to a page. Whatever a format cannot
bring along is noted or refused, with its line.
"""

from __future__ import annotations

from . import aiken, anki, csv, gift, json, mdbook_quiz, moodle, qti
from .base import ImportFormat, Incoming, UnreadableFile
from .to_page.page import Imported, Target, UnfitPage, import_questions

_MODULES = (moodle, gift, qti, anki, aiken, csv, mdbook_quiz, json)
IMPORT_FORMATS: dict[str, ImportFormat] = {module.IMPORT_FORMAT.name: module.IMPORT_FORMAT for module in _MODULES}
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
