"""Blanks as fields. Markdown and highlighters see a word in the place of each; it becomes a field in the finished HTML.

Nothing else is changed alike in prose, in a table, in inline code and in highlighted code.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from ..ui import Words

BLANK = "____"
"""What stands for a field in plain text."""
_DIGITS = "abcdefghij"
_SIGN = re.compile("recallgap(?P<number>[a-j]+)x(?P<all>[a-j]+)x(?P<size>[a-j]+)z")


def gap_sign(number: int, all: int, size: int) -> str:
    """The word for a blank: the first of `all` has number 1, and its field is `size` characters wide."""
    return f"recallgap{_letters(number)}x{_letters(all)}x{_letters(size)}z"


def write_gaps(text: str, say: Words) -> str:
    """Finished HTML with a field in place of each of these words. In an attribute, underscores take its place."""
    return _SIGN.sub(lambda found: BLANK if _is_in_tag(found) else _field(found, say), text)


def _is_in_tag(found: re.Match[str]) -> bool:
    """Whether a word is between the two signs of a tag."""
    text, start, end = found.string, *found.span()
    if text.rfind("<", 0, start) <= text.rfind(">", 0, start):
        return False
    closed = text.find(">", end)
    return closed >= 0 and text.find("<", end, closed) < 0


def _field(found: re.Match[str], say: Words) -> str:
    number, all = _number(found["number"]), _number(found["all"])
    name = say("page.fill.blank.of", number=number, all=all) if all > 1 else say("page.fill.blank")
    gap = Element("span", {"class": "recall-gap"})
    if all > 1:
        gap.set("data-recall-blank", str(number))
    field = {"aria-label": name, "size": str(_number(found["size"])), "spellcheck": "false", "autocapitalize": "off"}
    SubElement(gap, "input", field)
    return tostring(gap, encoding="unicode")


def _letters(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _number(letters: str) -> int:
    return int("".join(str(_DIGITS.index(letter)) for letter in letters))
