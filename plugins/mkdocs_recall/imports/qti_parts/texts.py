"""What the versions of QTI have in common: texts with pictures, ids and levels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from ..archive import Archive, MemberLine
from ..base import Incoming, UnreadableFile, split_blocks
from ..question import Answer, ImportedQuestion
from ..texts.pictures import LARGEST_PICTURE
from ..texts.xml_tree import XmlNode

MARK = "\ue0fe"
"""Where a blank belongs."""
_SOURCE = re.compile(r"\ssrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_MADE = re.compile(r"[0-9a-f]{12,}|^[a-z_]{0,20}[-_]?\d+(?:[-_]\d+)*$|[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE)
"""An identifier that a program has made of a number or a hash."""

Replacement = Callable[[XmlNode], str | None]
"""Returns what takes the place of an element; None where the element stays."""


def plain_name(name: str) -> str:
    """The name of an element or an attribute without what differs between versions 2 and 3."""
    return name.removeprefix("qti-").replace("-", "").lower()


def to_html(node: XmlNode, place: Replacement = lambda node: None) -> str:
    """What is in an element as HTML."""
    pieces = []
    for each in node.content:
        if isinstance(each, str):
            pieces.append(escape(each, quote=False))
        elif (other := place(each)) is not None:
            pieces.append(other)
        else:
            attributes = "".join(f' {key}="{escape(value)}"' for key, value in each.attributes.items())
            pieces.append(f"<{each.name}{attributes}>{to_html(each, place)}</{each.name}>")
    return "".join(pieces)


@dataclass(slots=True, kw_only=True)
class Source:
    """A file of items."""

    incoming: Incoming
    name: str = ""
    """Its name in the archive; empty where it is the imported file."""
    archive: Archive | None = None
    before: int = 0
    """Lines of the files before it."""
    categories: Mapping[str, str] = field(default_factory=dict)
    """Headings that items belong below, by the name of the file of each."""

    def line(self, node: XmlNode) -> int:
        """Where an element begins."""
        return MemberLine.of(self.name, node.line, self.before) if self.name else node.line

    def html(self, html: str, line: int, *, option: bool = False, cell: bool = False) -> str:
        """HTML as Markdown, with the pictures of the archive."""
        pictures = {}
        for found in _SOURCE.finditer(html) if self.archive else ():
            address = (found[1] or found[2] or "").replace("&amp;", "&")
            if self.archive and (name := self.archive.find(address, self.name)):
                try:
                    pictures[address] = self.archive.read(name, LARGEST_PICTURE)
                except UnreadableFile as error:
                    self.incoming.note(line, f"a picture is left out: {error}")
        return self.incoming.html(html, line, option=option, cell=cell, pictures=pictures)


def question_id(identifier: str) -> str:
    """The id of a question from its identifier; empty where a program has made that, and a slug reads better."""
    name = re.sub(r"^_(?=\d)", "", identifier.strip())
    return "" if _MADE.search(name) else name


def take_level(incoming: Incoming, question: ImportedQuestion, said: str) -> str:
    """Take the level from the end of what is said after an answer, where our export has written it."""
    before, _, after = incoming.word("page.export.level").partition("{level}")
    *blocks, last = split_blocks(said) or [""]
    level = last.removeprefix(before).removesuffix(after) if before and last.startswith(before) else ""
    if not any(level in names for names in incoming.settings.levels):
        return said
    question.level = level
    return "\n\n".join(blocks)


def distinct(answers: Iterable[Answer], *, exact: bool) -> list[Answer]:
    """Answers to type without those that are accepted or refused as another one is already."""
    found: dict[tuple[str, bool], Answer] = {}
    for each in answers:
        found.setdefault((each.text if exact else " ".join(each.text.casefold().split()), each.right), each)
    return list(found.values())
