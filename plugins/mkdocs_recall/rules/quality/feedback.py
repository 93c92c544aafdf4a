"""Rules about explanations: reasons, hints, steps, and how they refer to the options."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ...model.items import Option
from ...model.page import Line
from ...model.problems import Fault
from ...model.rule_names import QualityRule
from ...model.text import Text
from ..word_lists import WordList
from .plain import prose
from .view import ItemCheck, McqCheck, McqView, View, quote, warn

HARD = 3
"""Rank of the items that need help."""
BARE = 60
"""A reason of more characters says more than right or wrong."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s.,:;!?'\"()’“”*–—-]")
"""A word, or a sign of code, of mathematics or of a link, which says more than any verdict."""
_AFTER = re.compile(r"\w* [\"“'(]?[A-H](?![\w'’])")
_LETTER = re.compile(r"(?<![\w'’])\(?([A-H])\)?(?!\w|['’]\w)")


def missing_reason(view: McqView) -> Fault | None:
    """Options without a reason; for a key, an explanation or a solution does as well."""
    lacking = [option for option in view.choice.options if not option.reason.lines]
    if not lacking:
        return None
    if any(part.label in ("explanation", "solution") for part in view.item.parts):
        lacking = [option for option in lacking if not option.key]
    if not lacking:
        return None
    number = len(lacking)
    what = "this option has no reason." if number == 1 else f"{number} options have no reason, starting with this one."
    remedy = "Add a quote below it (two spaces, `>`, text) that says why readers might choose it and why it is wrong."
    if lacking[0].key:
        remedy = "Add a quote below it (two spaces, `>`, text) that says why it is right."
    return warn(lacking[0].text.start, "missing-reason", what, remedy)


def missing_reason_to_type(view: View) -> Fault | None:
    """Known wrong answers, and pieces that belong nowhere, without a reason: they are there to be answered."""
    lacking = [each for each in view.item.known_wrong() if not each.reason.lines]
    if not lacking:
        return None
    number = len(lacking)
    nowhere = view.item.spec.answers == "pieces"
    one = "this piece belongs nowhere" if nowhere else "this answer is known to be wrong"
    more = f"{number} pieces that belong nowhere" if nowhere else f"{number} answers that are known to be wrong"
    what = f"{one} and has no reason." if number == 1 else f"{more} have no reason, starting with this one."
    remedy = "Add a quote below it (two spaces, `>`, text) that says why readers might think of it and why it is wrong."
    return warn(lacking[0].text.start, "missing-reason", what, remedy)


def bare_reason_to_type(view: View) -> Fault | None:
    """A reason of a known wrong answer that says only that it is wrong."""
    return _find_bare(view.item.known_wrong(), view.words, "answer")


def bare_reason(view: McqView) -> Fault | None:
    """A reason that says only whether the option is right."""
    return _find_bare(view.choice.options, view.words, "option")


def _find_bare(options: Iterable[Option], words: WordList, noun: str) -> Fault | None:
    for option in options:
        lines = option.reason.lines
        if len(lines) == 1 and len(lines[0]) <= BARE and _is_bare(lines[0], words):
            what = f"the reason {quote(lines[0])} only says whether the {noun} is right."
            remedy = "Explain why it is right or wrong."
            return warn(option.reason.start, "bare-reason", what, remedy)
    return None


def _is_bare(reason: str, words: WordList) -> bool:
    first = reason.split(None, 1)
    if not first or first[0].lower().strip(".,:;!*_") not in words.verdicts:
        return False
    return all(word[0] in words.verdicts for word in _WORD.finditer(reason.lower()))


def missing_help(view: View) -> Fault | None:
    """A hard item without hint or steps; in a test, which shows no hints, without solution or explanation."""
    item = view.item
    if item.rank != HARD or item.kind == "card":
        return None
    labels = {part.label for part in item.parts}
    if view.tested:
        if labels & {"solution", "explanation"}:
            return None
        remedy = "Write a `**Solution:**` with steps, or an `**Explanation:**`."
        return warn(item.start, "missing-help", "the question is hard, but nothing explains its answer.", remedy)
    if labels & {"hint", "solution"}:
        return None
    choice = "solution" in item.spec.parts
    remedy = "Write a `**Hint:**`, or a `**Solution:**` with steps." if choice else "Write a `**Hint:**`."
    what = f"the {'question' if choice else 'prompt'} is hard, but nothing helps readers who are stuck."
    return warn(item.start, "missing-help", what, remedy)


def option_letter(view: McqView) -> Fault | None:
    """Text that names an option by its letter or place, which a test changes. Letters of the stem are names."""
    words = view.words
    if not words.letters:
        return None
    signs, beginnings, named, counted, whole = _letter_patterns(words)
    own: frozenset[str] | None = None
    for at, text in enumerate(view.texts):
        if text[:1] in signs and text.startswith(beginnings) and whole.fullmatch(text):
            own = _own_letters(view) if own is None else own
            if not own.issuperset(_LETTER.findall(text)):
                return _letter(view.choice.options[at].text.start, text)
    if not _may_name(view.source, words):
        return None
    own = _own_letters(view) if own is None else own
    for line in _explaining(view):
        if not (named.search(line.text) or counted.search(line.text)):
            continue
        text = prose(Text(line.at, (line.text,)))
        found = counted.search(text)
        by_letter = (each for each in named.finditer(text) if each["letter"] not in own)
        found = next(by_letter, None) or (None if view.fixed else found)
        if found:
            return _letter(line.at, found[0])
    return None


def _letter(at: int, found: str) -> Fault:
    what = f"`{found}` refers to an option by its position, but tests shuffle the options."
    return warn(at, "option-letter", what, "Refer to the option by what it says.")


def _explaining(view: McqView) -> list[Line]:
    """The lines behind the stem outside of code."""
    start = view.choice.options[0].text.start
    return [line for line in view.region.body if line.at >= start and not line.fenced]


def _own_letters(view: McqView) -> frozenset[str]:
    """Letters that the stem uses as names, in code too."""
    return frozenset(_LETTER.findall(view.item.stem.source))


@cache
def _nouns(words: WordList) -> tuple[str, ...]:
    """The words for options without those that another one begins, such as `options`."""
    nouns = words.letters
    return tuple(noun for noun in nouns if not any(noun != each and noun.startswith(each) for each in nouns))


def _may_name(source: str, words: WordList) -> bool:
    """Whether a block may name an option: it has a word for options with something like a letter or a number."""
    low = source.lower()
    for noun in _nouns(words):
        at = low.find(noun)
        while at >= 0:
            end = at + len(noun)
            if _AFTER.match(source, end) or low.endswith(words.ordinals, 0, max(at - 1, 0)):
                return True
            at = low.find(noun, end)
    return False


@cache
def _letter_patterns(
    words: WordList,
) -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """An option named by its letter, by its place, and an option that is nothing but letters of others.

    In front of them stand the beginnings that such an option has, and their first signs.
    """
    noun = rf"(?:{'|'.join(words.letters)})"
    joins, around = "|".join(words.joins), "|".join(words.around)
    letter = r"\(?[A-H]\)?"
    named = re.compile(rf"(?<!\w)(?i:{noun}) [\"“'(]?(?P<letter>[A-H])(?![\w'’])")
    counted = re.compile(rf"(?<!\w)(?i:{'|'.join(words.ordinals)}) (?i:{words.letters[0]})(?!\w)")
    listed = rf"{letter}(?:, {letter})*,? (?i:{joins}|&|\+) {letter}"
    whole = re.compile(
        rf"(?:(?i:{around}) )?{listed}(?: (?i:{around}))?[.]?|(?i:{around}) {letter}[.]?|{letter} (?i:{around})[.]?"
    )
    letters = (f"{letter}{end}" for letter in "ABCDEFGH" for end in (" ", ",", ")"))
    beginnings = (*letters, "(", *(word.capitalize() for word in words.around))
    return frozenset(each[0] for each in beginnings), beginnings, named, counted, whole


CHECKS_OF_ANY_KIND: dict[QualityRule, ItemCheck] = {
    "missing-help": missing_help,
    "missing-reason": missing_reason_to_type,
    "bare-reason": bare_reason_to_type,
}
CHECKS: dict[QualityRule, McqCheck] = {
    "missing-reason": missing_reason,
    "bare-reason": bare_reason,
    "option-letter": option_letter,
}
