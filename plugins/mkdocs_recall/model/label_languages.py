"""What each language calls the parts of an item: their labels are recognised on pages of any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .vocabulary import LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language, as far as labels need it."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """Label of each part by its name in the code. They are labels on any page, whatever its language."""
    words: frozenset[str] = frozenset()
    """Words in lower case and without accents that resemble a label of another language, and are no misspelt ones."""


LABEL_LANGUAGES: dict[str, Language] = {
    "en": Language(labels=LABELS),
    "ca": Language(words=frozenset(("conceptes", "solucio"))),
    "de": Language(words=frozenset(("hier", "hin", "hund", "kind", "sind", "wind"))),
    "es": Language(words=frozenset(("concepto", "conceptos", "solucion"))),
    "fil": Language(words=frozenset(("solusyon",))),
    "fr": Language(words=frozenset(("explication", "point"))),
    "it": Language(words=frozenset(("concetti", "concetto", "soluzione", "soluzioni"))),
    "la": Language(words=frozenset(("solutio",))),
    "nl": Language(words=frozenset(("concepten", "solutie"))),
    "pl": Language(words=frozenset(("koncept", "koncepty"))),
    "pt": Language(words=frozenset(("conceito", "conceitos"))),
    "ro": Language(words=frozenset(("concepte", "solutie", "solutii"))),
    "sl": Language(words=frozenset(("koncepti",))),
    "sq": Language(words=frozenset(("koncepte",))),
    "sv": Language(words=frozenset(("koncept",))),
}
"""The known languages by their code. English is complete; the others say which of their words are no typos."""
