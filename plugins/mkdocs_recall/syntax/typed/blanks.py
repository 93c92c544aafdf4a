"""Blanks in the stem of a fill-in question: `____`, in prose, in a table or in code.

Prettier writes some of them as `\\____` or `\\_\\_\\_\\_`. In inline code a blank is a part of the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.page import Line
from ...model.problems import Fault
from ...model.text import Text
from ..patterns import CODE_FENCE, HEADING, mask_code, mask_math

_BLANK = re.compile(r"(?:\\?_){4,}")
_SHORT = re.compile(r"(?<![\w\\_])(?:\\?_){2,3}(?![\w_\\])")
"""Two or three underscores with nothing beside them that they could emphasize, or be a part of."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u318f\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Letters that may touch a blank, for a class of a pattern.

Chinese, Japanese and Thai put no spaces between words, and Korean writes endings right after a word.
"""
_TOUCHING = re.compile(rf"(?![{UNSPACED}])[^\W_]")
_HOLDERS = re.compile(r"(?P<picture>!)?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|(?P<tag></?[a-zA-Z][^<>]*>)")
"""A picture, a link or a tag of HTML."""


class Blank(NamedTuple):
    """A blank in a line."""

    at: int
    """Index of the line among those that were looked through."""
    start: int
    end: int


def find_blanks(lines: Sequence[Line]) -> list[Blank]:
    """All blanks of some lines, in order."""
    return [Blank(at, *found.span()) for at, line in enumerate(lines) for found in _BLANK.finditer(line.text)]


def replace_blanks(text: Text, signs: Iterator[str]) -> Text:
    """A text with the next of the signs in place of each blank."""
    return text._replace(lines=tuple([_BLANK.sub(lambda _: next(signs), line) for line in text.lines]))


def count_blanks(text: Text) -> int:
    """How many blanks a text has."""
    return sum(1 for line in text.lines for _ in _BLANK.finditer(line))


def check_blanks(text: Text) -> Iterator[Fault]:
    """What keeps a blank from being one, or from looking like one."""
    for index, line, fenced in lines_with_fences(text):
        if "_" not in line:
            continue
        if not fenced and _BLANK.fullmatch(line.strip()):
            what = "this blank stands alone on its line, where Markdown and formatters make a rule of it."
            remedy = "Write it in a sentence, or remove it: without a blank the field stands below the question."
            yield Fault(index, "blank-form", what, remedy)
        place = "" if fenced else _unfit_place(line)
        if place:
            yield Fault(index, "blank-form", f"this blank is in {place}, where no field can be.", "Write it beside it.")
        for found in _BLANK.finditer(line):
            around = line[: found.start()][-1:] + line[found.end() :][:1]
            if _TOUCHING.search(around):
                what = f"a letter or a digit touches the blank `{found[0]}`."
                yield Fault(index, "blank-form", what, "Put a space between the two.")
        if not fenced and (short := _SHORT.search(mask_code(line))):
            signs = short[0].count("_")
            what = f"`{short[0]}` has {signs} underscores, and a blank has four or more."
            yield Fault(index, "blank-form", what, "Write `____`, or put it in backticks if it is part of the text.")


def _unfit_place(line: str) -> str:
    """What a blank of a line is in that cannot hold a field; empty where there is none."""
    plain = mask_code(line)
    if HEADING.match(plain):
        return "a heading"
    found = next((each for each in _HOLDERS.finditer(plain) if _BLANK.search(each[0])), None)
    if found:
        return "a picture" if found["picture"] else "a tag" if found["tag"] else "a link"
    return "mathematics" if _BLANK.search(plain) and not _BLANK.search(mask_math(plain)) else ""


def lines_with_fences(text: Text) -> Iterator[tuple[int, str, bool]]:
    """Each line with its index in the page, and whether it is in a code fence."""
    sign = ""
    for index, line in enumerate(text.lines, text.start):
        found = CODE_FENCE.match(line)
        inside = bool(sign or found)
        if found and not sign:
            sign = found["fence"]
        elif sign and line.strip() == sign:
            sign = ""
        yield index, line, inside
