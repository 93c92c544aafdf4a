"""The first line of a piece of an item, where its first characters are text and would start a block in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown.util import AMP_SUBSTITUTE

from ..model.text import Text
from ..syntax.first_line import find_sign

_NUMBER = re.compile(r"(\d+)[.)] ")


def keep_first_line(text: Text) -> Sequence[str]:
    """The lines of a piece, with the characters escaped that Markdown would take for the beginning of a block."""
    lines = _keep_number(text.lines)
    sign = find_sign(lines) if text.inline else ""
    if not sign:
        return lines
    # Written as references: a backslash does not escape all of these, and other extensions read dashes in a row.
    escaped = "".join(char if char == " " else f"{AMP_SUBSTITUTE}#{ord(char)};" for char in sign)
    return [escaped + lines[0][len(sign) :], *lines[1:]]


def _keep_number(lines: Sequence[str]) -> Sequence[str]:
    """Keep a number at the start of a piece from becoming the marker of a list with one item, which would hide it.

    `**Answer:** 256. Each byte counts.` is a sentence; two numbered lines are a list, and so is one with a block in it.
    """
    found = _NUMBER.match(lines[0]) if lines else None
    if not found or any(_NUMBER.match(line) or line.startswith("   ") for line in lines[1:]):
        return lines
    return [f"{found[1]}\\{lines[0][found.end(1) :]}", *lines[1:]]
