"""Options and lists in the form in which nearly all are written, read at one go.

`options` and `parse` read line by line, since a line may be wrong in many ways and each has its message. In the form
that `recall fmt` writes nothing can be wrong, so a pattern says all: an option on one line with its reason right under
it, a step on one line. What is written otherwise gives None here and is read the long way, with the same result for
either (tests/test_canonical.py reads thousands of mutated items both ways).
"""

from __future__ import annotations

import re

from ..model.items import Option
from ..model.page import Body
from ..model.text import Text

_OPTION = re.compile(r"^- \[([ xX])\] ([^\s\[](?:[^\n\[]*[^\n\[}])?)((?:\n  > [^\s].*)*)(?=\n|\Z)", re.MULTILINE)


def ends_stem(body: Body, at: int) -> bool:
    """Whether the paragraph above an option is surely no part of the list that the option begins."""
    above = at - 1
    while above >= 0 and not body.texts[above].strip():
        above -= 1
    first = body.texts[above][0] if above >= 0 else " "
    return first not in " -*+" and not first.isdecimal()


def read_plain_options(body: Body, start: int, stop: int) -> tuple[Option, ...] | None:
    """The options between two lines, where each is one line of text, and its reason lines of a quote right under it."""
    texts, places = body.texts, body.at
    if 1 in body.fenced[start:stop]:
        return None
    options = []
    read = start
    for mark, text, reason in _OPTION.findall("\n".join(texts[start:stop])):
        while read < stop and not texts[read]:
            read += 1
        count = reason.count("\n")
        at = places[read]
        lines = tuple(reason[5:].split("\n  > ")) if count else ()
        said = Text(places[read + 1], lines) if count else Text(at)
        options.append(Option("", mark != " ", Text(at, (text,)), said))
        read += 1 + count
    while read < stop and not texts[read]:
        read += 1
    return tuple(options) if read == stop else None


def read_plain_list(body: Body, start: int, stop: int, marker: re.Pattern[str]) -> tuple[Text, ...] | None:
    """The items of a list between two lines, where each is a line of its own."""
    items = []
    for at in range(start, stop):
        if text := body.texts[at]:
            found = marker.fullmatch(text)
            if not found or body.fenced[at]:
                return None
            items.append(Text(body.at[at], (found["text"] or "",)))
    return tuple(items)
