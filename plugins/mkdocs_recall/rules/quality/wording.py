"""Rules about what the options of a question say."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ...model.items import Option
from ...model.problems import Fault
from ...model.rule_names import QualityRule
from ..word_lists import WordList
from .plain import pattern, prose
from .view import McqCheck, McqView, quote, warn

MOST = 5
"""More options than this cost reading time and are rarely all plausible."""

_END = ".!?,;: "
_SIGN = re.compile(r"[_/=()<>{}\[\]#@$\\|&*+^~]|(?<!\w)[-−]|-(?!\w)")
"""What makes a text a formula or a command, in which a capital or a sign may be all."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")


def near_duplicate(view: McqView) -> Fault | None:
    """Two options that differ in case, articles, hyphens or the last sign only."""
    ends = [text.rstrip(_END)[-3:] for text in view.lower]
    if len(set(ends)) == len(ends):
        return None
    counts = Counter(ends)
    seen: dict[str, str] = {}
    for text, end, option in zip(view.texts, ends, view.choice.options, strict=True):
        if counts[end] == 1:
            continue
        same = _bare(text, option, view.words)
        if same in seen:
            return warn(
                option.text.start,
                "near-duplicate",
                f"this option says nearly the same as {quote(seen[same])}.",
                "Change or remove one of them.",
            )
        seen[same] = text
    return None


def _bare(text: str, option: Option, words: WordList) -> str:
    """An option without what makes no difference; in code, figures and single words everything makes one."""
    if len(option.text.lines) > 1 or "![" in option.text.lines[0]:
        return option.text.source
    if "`" in option.text.lines[0] or " " not in text or _SIGN.search(text):
        return text
    said = _HYPHEN.sub(" ", text.rstrip(_END)).split()
    # A capital inside is a name: vitamin A.
    kept = (word for at, word in enumerate(said) if word.lower() not in words.articles or (at and not word.islower()))
    return " ".join(kept).lower()


def absolutes(view: McqView) -> Fault | None:
    """A distractor with a word that leaves no exception, where the key has none."""
    if not [each for each in view.words.absolutes if each in view.options]:
        return None
    word, softened = _absolute_patterns(view.words)
    if not word:
        return None
    hits: list[tuple[Option, str]] = []
    stem = prose(view.item.stem).lower()
    for option in view.choice.options:
        text = prose(option.text).lower()
        text = softened.sub("", text) if softened else text
        found = next((each for each in word.findall(text) if each not in stem), None)
        if found and option.key:
            return None
        if found:
            hits.append((option, found))
    if not hits:
        return None
    option, found = hits[0]
    return warn(
        option.text.start,
        "absolutes",
        f"`{found}` appears in a distractor but in no key.",
        "Remove the word, or add the limits that make the option plausible.",
    )


@cache
def _absolute_patterns(words: WordList) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    return pattern(words.absolutes), re.compile("|".join(words.softened)) if words.softened else None


def all_of_the_above(view: McqView) -> Fault | None:
    """An option that takes in all others."""
    return _whole(view, "all-of-the-above", view.words.all_of_the_above, "includes all other options")


def none_of_the_above(view: McqView) -> Fault | None:
    """An option that denies all others."""
    return _whole(view, "none-of-the-above", view.words.none_of_the_above, "rules out all other options")


def _whole(view: McqView, rule: QualityRule, entries: tuple[str, ...], does: str) -> Fault | None:
    starts = _starts(entries)
    if not [letters for letters in starts if letters in view.options]:
        return None
    for at, low in enumerate(view.lower):
        if low.startswith(starts) and re.fullmatch("|".join(entries), low.rstrip(_END)):
            text, option = view.texts[at], view.choice.options[at]
            remedy = "Replace it with a different option."
            if rule == "all-of-the-above":
                remedy = "Mark every right option instead, or replace this one with a different option."
            return warn(option.text.start, rule, f"{quote(text)} {does}.", remedy)
    return None


@cache
def _starts(entries: tuple[str, ...]) -> tuple[str, ...]:
    """The letters that a whole option may begin with."""
    return tuple({letters for entry in entries for letters in _first_letters(entry)})


def _first_letters(entry: str) -> list[str]:
    group = re.match(r"\(\?:([a-z|]+)\)", entry)
    return [word[:3] for word in group[1].split("|")] if group else [entry[:3]]


def option_count(view: McqView) -> Fault | None:
    """Two options that are no pair such as true and false, or more than five. Several keys: as many as it takes."""
    count = len(view.texts)
    if view.key < 0 or 3 <= count <= MOST:
        return None
    if count > MOST:
        what, remedy = (
            f"the question has {count} options.",
            "Keep the three or four that readers are most likely to choose.",
        )
        return warn(view.item.start, "option-count", what, remedy)
    if not view.words.true_false or is_true_false(view):
        return None
    what, remedy = "the question has only two options, so a guess is right half the time.", "Add a third option."
    return warn(view.item.start, "option-count", what, remedy)


def is_true_false(view: McqView) -> bool:
    """Whether the options are a pair such as true and false."""
    return len(view.texts) == 2 and frozenset(text.rstrip(_END) for text in view.lower) in view.words.true_false


CHECKS: dict[QualityRule, McqCheck] = {
    "near-duplicate": near_duplicate,
    "option-count": option_count,
    "absolutes": absolutes,
    "all-of-the-above": all_of_the_above,
    "none-of-the-above": none_of_the_above,
}
