"""Labels of parts, at the start of a line."""

from __future__ import annotations

import re
import unicodedata

from ..model.label_languages import LABEL_LANGUAGES
from ..model.spelling import nearest

_LABEL = re.compile(r"(?P<bold>\*\*|__)(?P<label>[^*_]{1,40}?)(?:[:：](?P=bold)|(?P=bold)[:：])(?P<rest>.*)")
_BARE_LABEL = re.compile(r"(?P<bold>\*\*|__)(?P<label>[^*_]{1,40})(?P=bold) *")

NAMES = {label.lower(): name for language in LABEL_LANGUAGES.values() for name, label in language.labels.items()}
"""Name of each part in the code by its labels in lower case, in all languages."""
_WORDS = frozenset(word for language in LABEL_LANGUAGES.values() for word in language.words)


def split_label(line: str) -> tuple[str, str] | None:
    """A bold label with a colon at the start of a line, in lower case, and the text behind it."""
    found = _LABEL.fullmatch(line) if line.startswith(("**", "__")) else None
    return (" ".join(found["label"].lower().split()), found["rest"].strip()) if found else None


def find_label(line: str) -> str | None:
    """The name of the part whose label begins a line, or None."""
    label = split_label(line)
    return NAMES.get(label[0]) if label else None


def find_bare_label(line: str) -> str | None:
    """The name of the part whose label stands alone on a line, without its colon, or None."""
    found = _BARE_LABEL.fullmatch(line)
    return NAMES.get(" ".join(found["label"].lower().split())) if found else None


def find_near_label(label: str, language: str) -> str | None:
    """The label of English or of the page's language that a word in lower case was meant to be, or None.

    A word of another language that resembles a label is none.
    """
    if label in _WORDS or _without_accents(label) in _WORDS:
        return None
    codes = dict.fromkeys(("en", language.lower(), language.lower().partition("-")[0].partition("_")[0]))
    known = {
        text.lower(): text
        for code in codes
        if code in LABEL_LANGUAGES
        for text in LABEL_LANGUAGES[code].labels.values()
    }
    near = nearest(label, known, within=2)
    return known[near] if near else None


def _without_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
