"""Labels of parts, at the start of a line."""

from __future__ import annotations

import re

from ..model.vocabulary import LABELS

_LABEL = re.compile(r"(?P<bold>\*\*|__)(?P<label>[^*_]{1,40}?)(?:[:：](?P=bold)|(?P=bold)[:：])(?P<rest>.*)")
_BARE_LABEL = re.compile(r"(?P<bold>\*\*|__)(?P<label>[^*_]{1,40})(?P=bold) *")

NAMES = {label.lower(): name for name, label in LABELS.items()}
"""Name of each part in the code by its label in lower case."""


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
