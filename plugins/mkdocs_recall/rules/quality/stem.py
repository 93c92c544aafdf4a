"""Rules about the stem: the question itself."""

from __future__ import annotations

import re
from functools import cache

from ...model.problems import Fault
from ...model.rule_names import QualityRule
from ...model.text import Text
from ..word_lists import WordList
from .plain import HIDDEN, asked, pattern, prose
from .view import ItemCheck, McqCheck, McqView, View, warn

WORDS = 60
"""A stem of more words, code and tables not counted, is as much a test of reading."""

_ARTICLE = re.compile(r"(?:^|\s)(?P<article>an?)[\s_…:.]*$", re.IGNORECASE)
_UNSURE = re.compile(r"u|eu|on[ce]|ho|hei|[^a-z]")
"""Beginnings of words whose first sound the first letter does not tell: hour, unit, one, Europe."""


def long_stem(view: View) -> Fault | None:
    """A stem of too many words."""
    if view.stem.count(" ") + view.stem.count("\n") < WORDS:
        return None
    count = len(prose(view.item.stem).replace(HIDDEN, "x").split())
    if count <= WORDS:
        return None
    what = f"the stem has {count} words."
    return warn(
        view.item.stem.start,
        "long-stem",
        what,
        f"Shorten it to {WORDS} or fewer by leaving out what the answer does not need.",
    )


def negative_stem(view: McqView) -> Fault | None:
    """A question for what is not the case, where the negation is neither bold nor in capitals."""
    return _find_negation(view, view.choice.options[0].text.start)


def negative_stem_to_type(view: View) -> Fault | None:
    """The same of a question whose answer readers produce."""
    produced = view.item.spec.answers not in ("", "options")
    return _find_negation(view, view.item.stem.start + len(view.item.stem.lines)) if produced else None


def _find_negation(view: View, end: int) -> Fault | None:
    words = view.words
    if not _has_sign(view.stem, words):
        return None
    stem = _asking(view.item.stem)
    if not _has_sign("\n".join(stem.lines), words):
        return None
    found = _negation(asked(prose(stem, emphasised=False)), words)
    if not found:
        return None
    last = found.split()[-1]
    lines = (line for line in reversed(view.region.body) if line.at < end and last in line.text)
    at = next((line.at for line in lines), stem.start)
    what = f"the question is negative, and `{found}` is easy to overlook."
    return warn(at, "negative-stem", what, "Ask a positive question, or write the negation in bold.")


def _has_sign(stem: str, words: WordList) -> bool:
    return bool([sign for sign in words.negative_signs if sign in stem])


def _asking(stem: Text) -> Text:
    """The paragraph of a stem that ends with a question mark, or all of it where none does."""
    lines = stem.lines
    end = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].rstrip().endswith("?")), None)
    if end is None:
        return stem
    start = next((at + 1 for at in range(end, -1, -1) if not lines[at].strip()), 0)
    return Text(stem.start, lines[start : end + 1])


def _negation(question: str, words: WordList) -> str | None:
    """The negation in what a question asks, conditions left aside. Capitals are emphasis, so they match nothing."""
    interrogative, conjunction, negation, harmless, exception = _stem_patterns(words)
    if exception and (found := exception.search(question)):
        return found[0]
    begin = interrogative.search(question) if interrogative else None
    if not begin or not negation:
        return None
    clause = re.split(r"[,;:]", question[begin.end() :])[0]
    stop = conjunction.search(clause) if conjunction else None
    clause = clause[: stop.start()] if stop else clause
    found = negation.search(harmless.sub("", clause) if harmless else clause)
    return found[0] if found else None


@cache
def _stem_patterns(words: WordList) -> tuple[re.Pattern[str] | None, ...]:
    begin = pattern(words.interrogatives)
    return (
        re.compile(begin.pattern, re.IGNORECASE) if begin else None,
        pattern(words.conjunctions),
        pattern(words.negations),
        pattern(words.harmless),
        pattern(words.exceptions),
    )


def article_cue(view: McqView) -> Fault | None:
    """A stem that ends with `a` or `an`, which fits the key and not every distractor."""
    lines = view.item.stem.lines
    if not view.words.vowel_article or not lines[-1].rstrip(" _….:*").lower().endswith(("a", "an")):
        return None
    found = _ARTICLE.search(lines[-1].replace("*", ""))
    if not found:
        return None
    fits = [_begins_with_vowel(text) for text in view.texts]
    wanted = found["article"].lower() == "an"
    keys = {fit for fit, option in zip(fits, view.choice.options, strict=True) if option.key}
    if keys != {wanted} or (not wanted) not in fits:
        return None
    at = next((line.at for line in reversed(view.region.body) if line.text == lines[-1]), view.item.stem.start)
    what = f"the stem ends with `{found['article']}`, which does not fit every option."
    return warn(at, "article-cue", what, "Move the article into each option, or write `a/an`.")


def _begins_with_vowel(text: str) -> bool | None:
    """Whether the first sound is a vowel; None where the first letter does not tell, as in abbreviations."""
    word = text.split()[0] if text else ""
    if not word or (len(word) > 1 and word[1:2].isupper()) or _UNSURE.match(word.lower()):
        return None
    return word[0].lower() in "aeio"


CHECKS_OF_ANY_KIND: dict[QualityRule, ItemCheck] = {"long-stem": long_stem, "negative-stem": negative_stem_to_type}
CHECKS: dict[QualityRule, McqCheck] = {"negative-stem": negative_stem, "article-cue": article_cue}
