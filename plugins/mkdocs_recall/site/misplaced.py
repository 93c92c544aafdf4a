"""Blocks that stand where Markdown does not read them: in raw HTML, and so far indented that they are code.

Only Markdown can tell. It is given the page without its code fences and with a placeholder for each block, and only
those of the site's extensions that decide what belongs to what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from ..model.page import Page, Region
from ..model.problems import Fault
from ..syntax.scanner import Scanner
from .placeholders import Placeholders, in_code, in_raw_html

_STRUCTURE = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "extra"),
    *("pymdownx.details", "pymdownx.tabbed", "pymdownx.extra"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab", "pymdownx.blocks.definition"),
)
_ABOVE_CODE = 89
AFTER_HTML = 19.5
"""Priority of what looks at raw HTML right after Markdown has put it aside."""
_INDENTED = " " * 4


@dataclass(frozen=True, slots=True)
class Misplaced:
    """The blocks of a page that are no items in the end, by their number in the page."""

    samples: frozenset[int] = frozenset()
    """Those in raw HTML that shows its text as it is written."""
    raw: Mapping[int, Fault] = field(default_factory=dict)
    """Those in other raw HTML."""
    late: tuple[Fault, ...] = ()
    """Faults of those that show only once Markdown has read the whole page."""


def find_misplaced(page: Page, found: Scanner, extensions: Mapping[str, Mapping[str, object]]) -> Misplaced:
    """What is no item in the end on a page that was scanned."""
    regions, lines, text = found.regions, page.lines, page.text
    tag = "<" in text and any(line.lstrip("> ").startswith("<") for line in lines)
    if not tag and not any(_INDENTED in region.prefix for region in regions if region.prefix):
        return Misplaced()
    prose = ["" if fenced else line for line, fenced in zip(lines, found.map.fenced, strict=True)]
    placeholders = Placeholders(text)
    markdown = _markdown(extensions)
    taken, stash = _Taken(markdown, placeholders), _Stash(markdown, placeholders, regions)
    markdown.preprocessors.register(stash, "recall_stash", AFTER_HTML)
    markdown.parser.blockprocessors.register(taken, "recall_taken", _ABOVE_CODE)
    html = markdown.convert("\n".join(placeholders.cut(prose, regions, frozenset(found.map.unclosed))))
    known = {*taken.found, *stash.found.samples, *stash.found.raw}
    late = {index: code for _, index, code in placeholders.find(html) if index not in known}
    faults = ((in_code if code else in_raw_html)(regions[index].start) for index, code in late.items())
    return replace(stash.found, late=tuple(faults))


def read_stash(markdown: Markdown, placeholders: Placeholders) -> Iterator[tuple[int, str]]:
    """The raw HTML with blocks in it that Markdown has put aside: its number there, and its text."""
    for number, block in enumerate(markdown.htmlStash.rawHtmlBlocks):
        # md_in_html keeps elements; one without this attribute is never read as Markdown.
        if isinstance(block, Element):
            text = "" if "markdown" in block.attrib else markdown.serializer(block)
        else:
            text = block
        if placeholders.token in text:
            yield number, text


def sort_out(html: Iterable[str], placeholders: Placeholders, regions: Sequence[Region]) -> Misplaced:
    """The blocks in some raw HTML."""
    found = {index: code for text in html for _, index, code in placeholders.find(text)}
    samples = frozenset(index for index, code in found.items() if code)
    raw = {index: in_raw_html(regions[index].start) for index, code in found.items() if not code}
    return Misplaced(samples=samples, raw=raw)


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


class _Stash(Preprocessor):
    """Looks for placeholders in raw HTML, as the extension does in a build."""

    def __init__(self, markdown: Markdown, placeholders: Placeholders, regions: Sequence[Region]) -> None:
        super().__init__(markdown)
        self.markdown = markdown
        self.placeholders = placeholders
        self.regions = regions
        self.found = Misplaced()

    def run(self, lines: list[str]) -> list[str]:
        html = [text for _, text in read_stash(self.markdown, self.placeholders)]
        self.found = sort_out(html, self.placeholders, self.regions)
        return lines


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
