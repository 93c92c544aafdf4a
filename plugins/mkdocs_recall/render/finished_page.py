"""What a finished page shows of questions, after every other plugin has worked on it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ..model.vocabulary import ALL_KINDS

_ID = re.compile(r"""<recall-[a-z]+\s[^>]*?data-recall-id=["']?([^"'\s>]+)""")
_HEADER = re.compile(rf"/{{3,}}[ \t]*(?:{'|'.join(ALL_KINDS)})[ \t]*\|[^\n<]*")
_AS_WRITTEN = frozenset(("code", "pre", "script", "style", "textarea", "title"))
"""Elements that show text as it is written, or not at all."""


def find_ids(text: str) -> set[str]:
    """Ids of the blocks of a page, however another plugin has written its tags."""
    return set(_ID.findall(text))


def find_unread(text: str) -> str:
    """The first header of a question that a page shows as text, since it was not read as one; empty without one."""
    if "///" not in text or not _HEADER.search(text):
        return ""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Looks for a header outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _AS_WRITTEN:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[self.open.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.open and not self.found and (header := _HEADER.search(data)):
            self.found = header[0].strip()
