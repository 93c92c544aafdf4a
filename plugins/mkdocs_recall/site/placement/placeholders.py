"""Placeholders: one line in the place of each block, while Markdown works on the rest of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model.page import Region
from ...model.problems import Fault
from ...syntax.open_blocks import strip_prefix

_VERBATIM = "pre|code|script|style|textarea"
"""HTML elements whose text is shown as it stands, or not at all."""


class Placeholders:
    """The placeholder lines of a page."""

    def __init__(self, text: str = "", token: str = "recallplaceholder", verbatim: str = _VERBATIM) -> None:
        self.verbatim = verbatim
        self.token = token
        """What every placeholder begins with, and nothing else in the page."""
        while self.token in text:
            self.token += "q"

    def write(self, index: int) -> str:
        """The placeholder of the block with that number in its page, from 0."""
        return f"{self.token}{index}x"

    def read(self, text: str) -> int | None:
        """The number of the block whose placeholder a text is; None for any other text."""
        if not text.startswith(self.token):
            return None
        middle = text[len(self.token) : -1]
        return int(middle) if text.endswith("x") and middle.isdecimal() else None

    def find(self, html: str) -> Iterator[tuple[re.Match[str], int, bool]]:
        """The placeholders in some HTML: each with the blank lines around it, its number, and whether it is in code.

        Code that does not end is none: what follows would be taken for a sample.
        """
        pattern = rf"<(?P<end>/?)(?:{self.verbatim})\b|(?:(?<=\n)\n)?{self.token}(?P<index>\d+)x(?:\n(?=\n))?"
        depth = 0
        waiting: list[re.Match[str]] = []
        for found in re.finditer(pattern, html):
            if found["index"] and depth:
                waiting.append(found)
            elif found["index"]:
                yield found, int(found["index"]), False
            else:
                yield from ((each, int(each["index"]), bool(found["end"])) for each in waiting)
                waiting.clear()
                depth = max(depth - 1, 0) if found["end"] else depth + 1
        yield from ((each, int(each["index"]), False) for each in waiting)

    def cut(self, lines: Sequence[str], regions: Sequence[Region], unclosed: frozenset[int]) -> list[str]:
        """The page with one line for each block, set apart by blank lines.

        `unclosed` are lines that open a code fence that is never closed: it must not swallow the blocks below it.
        """
        text = [_plain_fence(line) if i in unclosed else line for i, line in enumerate(lines)] if unclosed else lines
        kept: list[str] = []
        at = 0
        for number, region in enumerate(regions):
            kept += text[at : region.start]
            if kept:
                kept += _set_apart(kept[-1], region.prefix)
            kept.append(region.prefix + self.write(number))
            at = region.end + 1
            if at < len(text):
                kept += _set_apart(text[at], region.prefix)
        return [*kept, *text[at:]]


def _set_apart(line: str, prefix: str) -> Sequence[str]:
    """The blank line between a block with this prefix and the line beside it, where that is not blank itself.

    A lone `>` is a blank line inside of its quote, and none outside.
    """
    if not line.strip():
        return ()
    bare = strip_prefix(line.expandtabs(4), prefix)
    if bare is None:
        return ("",)
    return (prefix.rstrip(),) if bare.strip() else ()


def _plain_fence(line: str) -> str:
    return line.replace("`", "\\`").replace("~", "\\~")


def in_raw_html(index: int) -> Fault:
    """The fault of a block whose placeholder ended in raw HTML; `index` is the line of its header."""
    return Fault(
        index=index,
        rule="raw-html",
        what="the block is inside raw HTML, where Markdown is not processed.",
        remedy="Add the attribute `markdown` to the HTML element around it, or move the block out of the element.",
    )


def in_fence(index: int) -> Fault:
    """The fault of a block whose placeholder ended in a code fence that the scanner reads in another way."""
    return Fault(
        index=index,
        rule="in-code",
        what="the block ended up inside a code block.",
        remedy="Look at the code fences above it: this site's Markdown does not read one of them as a fence.",
    )


def in_code(index: int) -> Fault:
    """The fault of a block whose placeholder ended in code."""
    return Fault(
        index=index,
        rule="in-code",
        what="the block is indented so far that Markdown treats it as code.",
        remedy="Indent it by four spaces for each list, note or tab around it, or put a sample in a code fence.",
    )
