"""What a language has to say for the rules that listen to words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


# Each list is one object and compared as such, so that its compiled patterns are cheap to find.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordList:
    """Words of one language. Empty lists switch off what needs them.

    Entries called patterns are regular expressions, matched against lower-case text without code. Words are lower case.
    """

    decimal: Literal["", ".", ","] = ""
    """What stands before the fraction of a number; empty where that is not known."""
    articles: tuple[str, ...] = ()
    """Words that make no difference between two options."""

    absolutes: tuple[str, ...] = ()
    """Words that leave no exception."""
    softened: tuple[str, ...] = ()
    """Patterns in which an absolute is none, such as `not always`."""

    all_of_the_above: tuple[str, ...] = ()
    """Patterns of a whole option that takes in all others."""
    none_of_the_above: tuple[str, ...] = ()
    """Patterns of a whole option that denies all others."""
    true_false: tuple[frozenset[str], ...] = ()
    """Pairs of options that make a true-or-false question."""

    interrogatives: tuple[str, ...] = ()
    """Words that begin what is asked."""
    conjunctions: tuple[str, ...] = ()
    """Words that begin a clause in which a negation is a condition, and not what is asked."""
    negations: tuple[str, ...] = ()
    """Patterns of a negation behind an interrogative."""
    harmless: tuple[str, ...] = ()
    """Patterns that contain a negation and ask for nothing negative."""
    negative_signs: tuple[str, ...] = ()
    """Letters without which no stem is negative, for a quick first look."""
    exceptions: tuple[str, ...] = ()
    """Words that turn a question round wherever they stand in it."""

    verdicts: frozenset[str] = frozenset()
    """Words of a reason that only says right or wrong, those around them included."""
    letters: tuple[str, ...] = ()
    """Words before the letter of an option, such as `option` in `option B`."""
    joins: tuple[str, ...] = ()
    """Words between letters in an option that names others, such as `and` in `A and C`."""
    around: tuple[str, ...] = ()
    """Words before or after such letters, such as `both`."""
    ordinals: tuple[str, ...] = ()
    """Words that count options, such as `first` in `the first option`."""
    fillers: frozenset[str] = frozenset()
    """Words of questions on any subject, which say nothing of what one is about."""
    vowel_article: bool = False
    """Whether a stem's last `a` or `an` tells how the key begins, as in English."""


NO_WORDS = WordList()
"""For languages without a list: only the rules that need no words find anything."""
