"""What the kinds have in common whose answers readers produce: parts, settings, and checks of answers to type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from ...model.items import Option
from ...model.kind import Setting
from ...model.problems import Fault
from ...model.text import Text
from ...syntax.shown import is_seen, shown
from .item import COMMON_SETTINGS

TYPED_PARTS = ("hint", "explanation", "solution", "final-answer", "quick-check", "common-mistakes", "learn-more")
"""Labelled parts of a question whose answer is produced: those of a choice question."""
EXACT = Setting("exact", re.compile("yes"), "Write `exact=yes`, or remove the setting.")
TYPED_SETTINGS = COMMON_SETTINGS

_CODE = re.compile(r"(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)")
_UNTYPABLE = re.compile(r"!\[[^\]]*\]|\[[^\]]+\]\(|<\w|\$[^$\s]|\\\(|^ {0,3}(?:```|~~~)", re.MULTILINE)
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Signs that nobody sees: soft hyphens, joiners, marks of direction, variation selectors."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME: dict[int, str | int] = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛‹›′ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
}
"""Typographic dashes, quotes and spaces of any width, and their plain forms."""
_SPACES = re.compile("[\t-\r \u0085\u2028\u2029]+")
_ENDS = re.compile(rf"\A{_SPACES.pattern}|{_SPACES.pattern}\Z")


def is_code(text: Text) -> bool:
    """Whether an answer is all inline code, so that case and spaces count."""
    return _only_code(text) is not None


def typed_form(text: Text) -> str:
    """What a reader has to type: an answer without its marks."""
    code = _only_code(text)
    if code is not None:
        return code[1:-1] if code[:1] == code[-1:] == " " and code.strip() else code
    return re.sub("[\ue000\ue001]", "", shown(text))


def _only_code(text: Text) -> str | None:
    """What is in the backticks of an answer that is one piece of inline code: "`a` and `b`" are two."""
    source = text.source.strip()
    found = _CODE.match(source)
    return found["code"] if found and found.end() == len(source) else None


def fold(answer: str, *, exact: bool) -> str:
    """What is compared of an answer: client/core/judges/typed-text.js does the same with what a reader has typed.

    Unicode NFC without signs that nobody sees; wide letters and digits, typographic quotes and dashes, and spaces of
    any width as their plain forms; no spaces at the ends. Unless `exact`, case does not count, and neither does the
    number of spaces.
    """
    composed = unicodedata.normalize("NFC", _HIDDEN.sub("", answer).translate(_WIDE))
    plain = _ENDS.sub("", (composed if exact else _fold_case(composed)).translate(_SAME))
    return plain if exact else _SPACES.sub(" ", plain)


def _fold_case(text: str) -> str:
    """By way of capitals, which are the same for `ß` and `ss`, both forms of sigma, and a ligature and its letters."""
    small = text.upper().lower().replace("ß", "ss").replace("ς", "σ")
    return unicodedata.normalize("NFC", re.sub("i\u0307+", "i", small))


def why_not_listed(text: Text) -> str:
    """Why a list to choose from cannot show a text, as a clause; empty where it can."""
    why = _why_untypable(text)
    return why if why in ("it is a picture", "it is mathematics") else ""


def listed_form(text: Text) -> str:
    """What a list to choose from shows of a text, as far as readers can tell two of them apart."""
    return " ".join(unicodedata.normalize("NFC", _HIDDEN.sub("", typed_form(text))).split())


def check_answers(answers: Sequence[Option], *, exact: bool) -> Iterator[Fault]:
    """Faults of the answers of one field.

    Nobody could type it, it has no text, it says what another one says, or what another one accepts already.
    """
    seen: dict[str, Option] = {}
    strict = [exact or is_code(each.text) for each in answers]
    folded = [fold(typed_form(each.text), exact=False) for each in answers]
    accepted = {form for each, form, own in zip(answers, folded, strict, strict=True) if each.key and not own}
    reached: set[str] = set()
    for each, loosely, own in zip(answers, folded, strict, strict=True):
        if not is_seen(each.text):
            yield Fault(each.text.start, "empty-answer", "this answer has no text.", "Write it, or remove the line.")
            continue
        why = _why_untypable(each.text)
        if why:
            remedy = "Write what a reader can type in one line: words, numbers or inline code."
            yield Fault(each.text.start, "untypable-answer", f"nobody can type this answer: {why}.", remedy)
            continue
        form = fold(typed_form(each.text), exact=True) if own else loosely
        other = seen.setdefault(form, each)
        if other is each and own and not each.key and loosely in accepted | reached:
            by = "one that is accepted" if loosely in accepted else "an earlier one"
            what = f"this answer is never found: case does not count in {by}, which takes its place."
            yield Fault(each.text.start, "duplicate-answer", what, "Remove one of the two, or write both as code.")
        if not (own or each.key):
            reached.add(loosely)
        if other is each:
            continue
        if other.key != each.key:
            what = "this answer is accepted, and known to be wrong as well."
            yield Fault(each.text.start, "duplicate-answer", what, "Remove one of the two.")
        else:
            what = "this answer says the same as another one: case and spaces do not count outside code."
            yield Fault(each.text.start, "duplicate-answer", what, "Remove one of them, or write `exact=yes`.")


def _why_untypable(text: Text) -> str:
    found = _UNTYPABLE.search(_CODE.sub("", text.source))
    if not found:
        return "it has several lines" if len([line for line in text.lines if line.strip()]) > 1 else ""
    sign = found[0]
    if sign.startswith("!"):
        return "it is a picture"
    if sign.startswith("["):
        return "it is a link"
    return (
        "it is an element of HTML"
        if sign.startswith("<")
        else "it is mathematics"
        if sign[0] in "$\\"
        else "it is a block of code"
    )


def ids_of(options: Iterable[Option]) -> list[str]:
    """The ids of some answers, in order."""
    return [option.id for option in options]


def join_lines(texts: Sequence[Text]) -> Text:
    """What a script prints that prints some texts, each on a line of its own."""
    return Text(texts[0].start if texts else 0, tuple(map(typed_form, texts)))
