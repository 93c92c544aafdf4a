"""Where the lesson teaches an item, as its header says: `taught=#section` or `taught=lesson.md#section`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import unquote

from ...kinds import Item
from ...rules.links import loosely
from ..bank import PageItems

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<title>.*?)(?:[ \t]+#+)?(?P<own>[ \t]*\{[^{}]*\})?[ \t]*")
_OWN_ANCHOR = re.compile(r"#(?P<anchor>[^\s{}]+)")
_MARKUP = re.compile(r"[`*_]|\[|\]\([^)]*\)")


class LessonPage(Protocol):
    """A page that may teach something."""

    @property
    def items(self) -> PageItems:
        """Its text."""

    @property
    def path(self) -> str:
        """Its address."""

    @property
    def title(self) -> str:
        """Its title."""


def find_taught(
    items: Iterable[Item], source: str, pages: Mapping[str, LessonPage]
) -> dict[str, tuple[str, str] | None]:
    """Title and address of each section that items name, by how they name it; None for one on no known page.

    `source` is the items' page, and `pages` go by their sources.
    """
    targets = dict.fromkeys(item.settings.get("taught", "") for item in items)
    return {target: _find_section(target, source, pages) for target in targets}


def _find_section(target: str, source: str, pages: Mapping[str, LessonPage]) -> tuple[str, str] | None:
    name, _, anchor = map(unquote, target.partition("#"))
    there = posixpath.normpath(posixpath.join(posixpath.dirname(source), name)) if name else source
    page = pages.get(there)
    if not target or page is None:
        return None
    return _find_title(page.items, anchor) or page.title, f"{page.path}#{anchor}"


def _find_title(page: PageItems, anchor: str) -> str:
    """The title of the heading that an anchor leads to, without markup; empty where no heading has it."""
    wanted = loosely(anchor)
    for line, fenced in zip(page.page.lines, page.fenced, strict=False):
        heading = None if fenced or "#" not in line else _HEADING.fullmatch(line)
        if heading:
            own = _OWN_ANCHOR.search(heading["own"] or "")
            title = _MARKUP.sub("", heading["title"])
            if wanted in (loosely(title), loosely(own["anchor"]) if own else None):
                return title
    return ""
