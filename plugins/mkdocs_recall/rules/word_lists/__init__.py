"""Word lists of the quality rules, one file a language."""

from .de import GERMAN
from .en import ENGLISH
from .word_list import NO_WORDS, WordList

__all__ = ["LANGUAGES", "NO_WORDS", "WordList", "find_words"]

LANGUAGES = {"en": ENGLISH, "de": GERMAN}
"""The languages that have a list, by the first part of their code."""


def find_words(language: str) -> WordList:
    """The words of a language, such as `de` or `de-AT`; `NO_WORDS` where it has no list."""
    return LANGUAGES.get(language.replace("_", "-").split("-")[0].lower(), NO_WORDS)
