"""The text of a file, line by line: as it stands, and as the scanner wants it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from markdown.util import BLOCK_LEVEL_ELEMENTS

from ..model.page import Region
from ..site.source_text import blank_front_matter, to_scan
from ..syntax.code_fences import FenceMap, map_fences
from ..syntax.patterns import INLINE_CODE

_END = re.compile(r"(\r\n|\r|\n)")

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?=[\s/>])(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>"
)
_MARKDOWN = re.compile(r"\smarkdown(?=[\s=]|$)")
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - {"br", "hr", "img", "input"}
_VERBATIM = frozenset(("pre", "code", "script", "style", "textarea"))


class FileLines:
    """A file's lines with what ends them; a byte-order mark and front matter are known and left alone."""

    def __init__(self, text: str) -> None:
        self.mark = text[: text.startswith("\ufeff")]
        pieces = _END.split(text[len(self.mark) :])
        self.lines = pieces[::2]
        self.ends = [*pieces[1::2], ""]
        self.scanned = to_scan(blank_front_matter(self.lines))
        """The lines as the scanner wants them: with nothing in front matter, and no tabs."""
        self.fences: FenceMap = map_fences(self.scanned)

    def end(self, at: int) -> str:
        """What ends a new line beside the line at `at`."""
        return self.ends[at] or next(filter(None, self.ends), "\n")

    def replace(self, edits: Sequence[tuple[int, int, Sequence[str]]]) -> str:
        """The text with each range of lines, `start` to `stop`, replaced by others that bring their ends along."""
        kept, at = [self.mark], 0
        for start, stop, lines in sorted(edits):
            kept += [self.raw(at, start), *lines]
            at = stop
        return "".join([*kept, self.raw(at, len(self.lines))])

    def raw(self, start: int, stop: int) -> str:
        """The lines from `start` to `stop` as they stand, with their ends."""
        return "".join(map(str.__add__, self.lines[start:stop], self.ends[start:stop]))


def regions_in_raw_html(source: FileLines, regions: Sequence[Region]) -> set[int]:
    """The headers, by line, of the blocks in HTML elements whose text is no Markdown, or is shown as it stands.

    Told from the lines around the blocks. In doubt a block counts as one of them: that leaves it as it is.
    """
    inside = {i for region in regions for i in range(region.start, region.end + 1)}
    fenced, comment = source.fences.fenced, source.fences.comment
    lines = [
        "" if i in inside or fenced[i] or comment[i] else INLINE_CODE.sub("", line)
        for i, line in enumerate(source.scanned)
    ]
    text = "\n".join(lines)
    if "<" not in text:
        return set()
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    tags = [(bisect_right(begins, found.start()) - 1, found) for found in _TAG.finditer(text)]
    raw: set[int] = set()
    open_tags: list[tuple[str, bool]] = []
    at = 0
    for region in regions:
        while at < len(tags) and tags[at][0] < region.start:
            line, found = tags[at]
            before = text[begins[line] : found.start()]
            _pass(found, not before.strip("> -*+0123456789.)"), open_tags)
            at += 1
        if open_tags and (not open_tags[-1][1] or any(name in _VERBATIM for name, _ in open_tags)):
            raw.add(region.start)
    return raw


def _pass(found: re.Match[str], at_start: bool, open_tags: list[tuple[str, bool]]) -> None:
    """Note a tag in the list of open elements: the name of each, and whether Markdown is read in it."""
    name = found["name"].lower()
    if found["empty"] or name not in _BLOCKS | _VERBATIM:
        return
    if found["end"]:
        names = [known for known, _ in open_tags]
        if name in names:
            del open_tags[len(names) - 1 - names[::-1].index(name) :]
    elif at_start or open_tags or name in _VERBATIM:
        open_tags.append((name, _MARKDOWN.search(found["rest"]) is not None))
