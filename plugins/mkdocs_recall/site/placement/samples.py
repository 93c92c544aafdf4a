"""Samples of questions in code fences that Markdown's own extension does not read, so that readers see their answers.

It knows fences at the margin only. One in a list, a note or a quote stays text, unless its indentation makes it code.
Only Markdown can tell, so each header in such a fence gets a placeholder, as blocks do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from markdown import Markdown

from ...model.problems import Fault
from ...model.vocabulary import ALL_KINDS
from ...syntax.patterns import CODE_FENCE_LINE
from ...syntax.scanner import Scanner
from .placeholders import Placeholders

NESTING = ("pymdownx.superfences", "pymdownx.extra")
"""Extensions that read fences wherever they are."""
_HEADER = re.compile(rf"[> \t]*(?P<header>/{{3,}}[ \t]*(?:{'|'.join(ALL_KINDS)})[ \t]*\|.*)")


class Samples:
    """The headers in fences of a page that are not at the margin."""

    def __init__(self, found: Scanner, text: str) -> None:
        self.placeholders = Placeholders(text, "recallsample", "pre|script|style|textarea")
        # In inline code, which a short fence may become, the lines of a sample run together.
        self.headers: list[tuple[int, int, str]] = []
        """For each header the line that opens its fence, its own line, and its text."""
        if not found.map.fenced.count(1):
            return
        inside = {i for region in found.regions for i in range(region.start, region.end + 1)}
        for start, end in _find_fences(found.lines, found.map.fenced):
            opening = CODE_FENCE_LINE.fullmatch(found.lines[start])
            if start not in inside and opening and (opening["prefix"] or opening["bullet"]):
                headers = ((i, _HEADER.fullmatch(found.lines[i])) for i in range(start + 1, end))
                self.headers += ((start, i, header["header"]) for i, header in headers if header)

    def mark(self, lines: Sequence[str]) -> list[str]:
        """The lines of the page, with a placeholder for each header."""
        marked = list(lines)
        for number, (_, i, _) in enumerate(self.headers):
            lead = marked[i][: len(marked[i]) - len(marked[i].lstrip("> \t"))]
            marked[i] = lead + self.placeholders.write(number)
        return marked

    def restore(self, text: str) -> tuple[str, list[Fault]]:
        """The HTML of the page with the headers again, and what is wrong with fences that Markdown has not read."""
        if not self.headers or self.placeholders.token not in text:
            return text, []
        pieces, end, open_text = [], 0, set()
        for found, number, code in self.placeholders.find(text):
            start, _, header = self.headers[number]
            shown = found[0].replace(self.placeholders.write(number), html.escape(header, quote=False))
            pieces += [text[end : found.start()], shown]
            end = found.end()
            if not code:
                open_text.add(start)
        return "".join(pieces) + text[end:], [_unread(start) for start in sorted(open_text)]


def _find_fences(lines: Sequence[str], fenced: bytearray) -> Iterator[tuple[int, int]]:
    """The first and the last line of each code fence, also of one that begins after a bullet."""
    at = -1
    while (at := fenced.find(1, at + 1)) >= 0:
        start = at if CODE_FENCE_LINE.fullmatch(lines[at]) else max(at - 1, 0)
        opening = CODE_FENCE_LINE.fullmatch(lines[start])
        at = start + 1
        while at < len(lines) and fenced[at] and not (opening and lines[at].strip("> ") == opening["fence"]):
            at += 1
        yield start, at


def nests_fences(markdown: Markdown) -> bool:
    """Whether a page's Markdown reads fences wherever they are."""
    if "fenced_code_block" not in markdown.preprocessors:
        return False
    return hasattr(getattr(markdown.preprocessors["fenced_code_block"], "extension", None), "superfences")


def _unread(start: int) -> Fault:
    return Fault(
        index=start,
        rule="unclosed-code",
        what="this line does not open a code block, because the site's Markdown reads code fences at the margin only. "
        "Readers see the sample in it as text, with its answers.",
        remedy="List `pymdownx.superfences` under `markdown_extensions`, or move the fence to the margin.",
    )
