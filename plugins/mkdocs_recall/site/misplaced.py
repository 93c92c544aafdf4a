"""Blocks that stand where Markdown does not read them: in raw HTML, and so far indented that they are code.

Only Markdown can tell. It is given the page without its code fences and with a placeholder for each block, and only
those of the site's extensions that decide what belongs to what.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import STX

from ..model.problems import Fault
from .bank import PageItems
from .placeholders import Placeholders, in_code, in_raw_html

_STRUCTURE = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "extra"),
    *("pymdownx.details", "pymdownx.tabbed", "pymdownx.extra"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab", "pymdownx.blocks.definition"),
)
_ABOVE_CODE = 89
_INDENTED = " " * 4


def find_misplaced(items: PageItems, extensions: Mapping[str, Mapping[str, object]]) -> dict[int, Fault | None]:
    """What is no item in the end, by its number in the page: a fault, or None for a sample in raw HTML."""
    regions = [entry.region for entry in items.entries]
    lines, text = items.page.lines, items.page.text
    tag = "<" in text and any(line.lstrip("> ").startswith("<") for line in lines)
    if not tag and not any(_INDENTED in region.prefix for region in regions if region.prefix):
        return {}
    prose = ["" if fenced else line for line, fenced in zip(lines, items.fenced, strict=True)]
    placeholders = Placeholders(text)
    markdown = _markdown(extensions)
    taken = _Taken(markdown, placeholders)
    markdown.parser.blockprocessors.register(taken, "recall_taken", _ABOVE_CODE)
    html = markdown.convert("\n".join(placeholders.cut(prose, regions, frozenset(items.unclosed))))
    changes: dict[int, Fault | None] = {}
    for block in markdown.htmlStash.rawHtmlBlocks:
        if isinstance(block, str) and not block.startswith(STX):
            for _, index, code in placeholders.find(block):
                changes[index] = None if code else in_raw_html(regions[index].start)
    for _, index, code in placeholders.find(html):
        if index not in taken.found and index not in changes:
            start = regions[index].start
            changes[index] = in_code(start) if code else in_raw_html(start)
    return changes


def _markdown(extensions: Mapping[str, Mapping[str, object]]) -> Markdown:
    """Markdown with what the site has of the extensions that matter here, as far as they are installed."""
    markdown = Markdown()
    for name in _STRUCTURE:
        written = next((each for each in (name, f"markdown.extensions.{name}") if each in extensions), None)
        try:
            if written:
                markdown.registerExtensions([name], {name: dict(extensions[written])})
        except (ImportError, KeyError, TypeError, ValueError):
            continue
    return markdown


class _Taken(BlockProcessor):
    """Notes the placeholders that Markdown comes upon, as the extension does in a build."""

    def __init__(self, markdown: Markdown, placeholders: Placeholders) -> None:
        super().__init__(markdown.parser)
        self.placeholders = placeholders
        self.found: set[int] = set()

    def test(self, parent: Element, block: str) -> bool:
        return not block.startswith(" " * self.tab_length) and self.placeholders.read(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        index = self.placeholders.read(blocks.pop(0).strip())
        assert index is not None
        self.found.add(index)
