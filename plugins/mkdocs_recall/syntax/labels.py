"""Labels of parts, at the start of a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..model.label_languages import LABEL_LANGUAGES, find_language
from ..model.spelling import nearest
from ..model.vocabulary import LABELS

_COLONS = ":\uff1a\ufe13\ufe30\ufe55\u2236\ua789\u02d0"
"""Colons as keyboards for Chinese, Japanese and other languages write them, for a class of a pattern."""
_LONGEST = 40
"""The most characters of a label."""
_LABEL = re.compile(
    rf"(?P<bold>\*\*|__)(?P<label>[^*_]{{1,{_LONGEST}}}?)(?:[{_COLONS}](?P=bold)|(?P=bold)\s?[{_COLONS}])(?P<rest>.*)"
)
_BARE_LABEL = re.compile(rf"(?P<bold>\*\*|__)(?P<label>[^*_]{{1,{_LONGEST}}})(?P=bold) *")

_OWN_LABEL = re.compile(rf"(?=\S)[^*_{_COLONS}\n]{{1,{_LONGEST}}}(?<=\S)")

# Signs that have several forms on keyboards, and Arabic letters that many writers mix up.
_ALIKE = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "\u200c": " "} | dict(zip("أإآيىكة", "اااییکه", strict=True)))
# Vowel signs of Arabic and Hebrew, the long line within an Arabic word, marks of direction, and the dot of Turkish `İ`.
_UNSAID = re.compile("[\u0307\u0640\u064b-\u0652\u0670\u0591-\u05c7\u200e\u200f]")
# A letter of Chinese, Japanese or Korean: few are a word, and many words differ in one. Spaces between them vary.
_SYLLABLE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@lru_cache(maxsize=1024)
def fold_label(label: str) -> str:
    """A label in lower case, without what its writers may leave out or write otherwise."""
    lower = unicodedata.normalize("NFC", label).lower()
    words = _UNSAID.sub("", lower).translate(_ALIKE).split()
    return ("" if _SYLLABLE.search(lower) else " ").join(words)


NAMES = {fold_label(label): name for language in LABEL_LANGUAGES.values() for name, label in language.labels.items()}
"""Name of each part in the code by its folded labels, in all languages."""
_WORDS = frozenset(word for language in LABEL_LANGUAGES.values() for word in language.words)


def _find_starts(labels: Iterable[str], names: Mapping[str, str]) -> dict[str, str]:
    """What begins a line with one of some labels, up to its colon, with the name of the part in the code."""
    folded = {label: fold_label(" ".join(label.lower().split())) for label in labels}
    return {f"**{label}": names[fold] for label, fold in folded.items() if fold in names}


STARTS = _find_starts((label for language in LABEL_LANGUAGES.values() for label in language.labels.values()), NAMES)
"""Name of each part in the code by what begins a line with its label as it is usually written: `**Hint`."""


def split_label(line: str) -> tuple[str, str] | None:
    """A bold label with a colon at the start of a line, in lower case, and the text behind it."""
    if not line.startswith(("**", "__")):
        return None
    label, colon, rest = line[2:].partition(":**")
    plain = label.isascii() and label.replace(" ", "").isalpha() and len(label) <= _LONGEST
    if not (colon and plain and line[0] == "*"):
        found = _LABEL.fullmatch(line)
        if not found:
            return None
        label, rest = found.group("label", "rest")
    return " ".join(label.lower().split()), rest.strip()


def find_label(line: str) -> str | None:
    """The name of the part whose label begins a line, or None."""
    label = split_label(line)
    return NAMES.get(fold_label(label[0])) if label else None


@dataclass(frozen=True, slots=True)
class SiteLabels:
    """What a site calls the parts of items. The labels of all languages are known to it as well."""

    language: str = "en"
    """Language of its pages."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The labels that it has named, by the name of the part in the code."""
    names: Mapping[str, str] = field(default_factory=lambda: NAMES)
    """Name of each part by its folded labels."""
    starts: Mapping[str, str] = field(default_factory=lambda: STARTS)
    """Name of each part by what begins a line with its label; see `STARTS`."""

    def write(self, name: str) -> str:
        """Return the label of a part as the site writes it."""
        return self.own.get(name) or find_language(self.language).labels.get(name) or LABELS[name]

    def in_language(self, language: str) -> SiteLabels:
        """Return the same for pages in another language."""
        return self if language in ("", self.language) else replace(self, language=language)

    def find(self, label: str) -> str | None:
        """Return the name of the part that has a label, or None."""
        return self.names.get(fold_label(label))

    def find_bare(self, line: str) -> str | None:
        """Return the name of the part whose label is alone on a line, without its colon, or None."""
        found = _BARE_LABEL.fullmatch(line)
        return self.find(found["label"]) if found else None

    def find_near(self, label: str) -> str | None:
        """Return the name of the part whose label a word in lower case was meant to be, or None.

        It is one of English, of the page's language or of the site's own. A word of another language that resembles a
        label is none.
        """
        if label in _WORDS or _without_accents(label) in _WORDS:
            return None
        if found := nearest(label, [text.lower() for text in LABELS.values()], within=2):
            return self.find(found)
        others = [text.lower() for text in (*find_language(self.language).labels.values(), *self.own.values())]
        found = nearest(label, others, within=2)
        slips = len(found or "") // (5 if _SYLLABLE.search(found or "") else 4)
        return self.find(found) if found and nearest(label, [found], within=slips) else None


COMMON_LABELS = SiteLabels()
"""Those of a site in English that names none itself."""


def check_labels(labels: object, language: str = "en") -> SiteLabels:
    """Return the labels that a site has named in its configuration; a `ValueError` where that is no such list."""
    if not labels:
        return SiteLabels(language)
    own: dict[str, str] = {}
    names = dict(NAMES)
    for name, label in labels.items() if isinstance(labels, Mapping) else [("", None)]:
        if name not in LABELS or not isinstance(label, str) or not _OWN_LABEL.fullmatch(label):
            parts = ", ".join(LABELS)
            raise ValueError(f"recall: `labels` must have a word for a part, such as `hint: Tip`. Parts: {parts}.")
        if (taken := names.get(fold_label(label), name)) != name:
            raise ValueError(f"recall: `labels` uses `{label}` for `{name}`, but it means `{taken}`.")
        own[name] = label
        names[fold_label(label)] = name
    return SiteLabels(language, own, names, {**STARTS, **_find_starts(own.values(), names)})


def _without_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
