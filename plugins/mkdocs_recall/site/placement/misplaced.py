"""Blocks that stand where Markdown does not read them: in raw HTML, in code that only Markdown sees, in a fence.

Only Markdown can tell. It is given the page with a placeholder for each block, and only those of the site's extensions
that decide what belongs to what. In a build, the extension asks the same of the page's own Markdown.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from ...model.page import Page, Region
from ...model.problems import Fault
from ...syntax.scanner import Scanner
from .placeholders import Placeholders, in_code, in_fence, in_raw_html
from .samples import NESTING, Samples

_STRUCTURE = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "extra",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.caption",
    "pymdownx.blocks.definition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.html",
    "pymdownx.blocks.tab",
    "pymdownx.details",
    "pymdownx.extra",
    "pymdownx.fancylists",
    "pymdownx.highlight",
    "pymdownx.quotes",
    "pymdownx.saneheaders",
    "pymdownx.superfences",
    "pymdownx.tabbed",
)
"""Extensions that decide which lines belong to what."""
_ABOVE_CODE = 89
AFTER_FENCES, AFTER_HTML = 24.5, 19.5
"""Priorities of what looks at code fences and at raw HTML right after Markdown has put them aside."""
_INDENTED = " " * 4
_MARKS = ("<", ": ")
"""What begins raw HTML, and a definition, which makes a term of the line above it."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """The blocks of a page that are no items in the end, by their number in the page."""

    samples: frozenset[int] = frozenset()
    """Those in raw HTML that shows its text as it is written."""
    raw: Mapping[int, Fault] = field(default_factory=dict)
    """Those in other raw HTML."""
    late: Mapping[int, Fault] = field(default_factory=dict)
    """Those in code. A build knows them only once Markdown has read the whole page."""
    unread: Sequence[Fault] = ()
    """What is wrong with code fences around samples."""


def find_misplaced(page: Page, found: Scanner, extensions: Mapping[str, Mapping[str, object]]) -> Misplaced:
    """What is no item in the end on a page that was scanned."""
    regions, source = found.regions, page.text
    placeholders = Placeholders(source)
    samples = None if any(name in extensions for name in NESTING) else Samples(found, source)
    marked = samples.mark(page.lines) if samples and samples.headers else page.lines
    lines = placeholders.cut(marked, regions, frozenset(found.map.unclosed))
    parse = (
        marked is not page.lines
        or any(_INDENTED in region.prefix for region in regions if region.prefix)
        or any(line.lstrip("> ").startswith(_MARKS) for line in lines if "<" in line or ":" in line)
    )
    text = "\n".join(lines)
    if not parse and "```" not in text and "~~~" not in text:
        return Misplaced()
    markdown = _markdown(extensions)
    taken, fences = _Taken(markdown, placeholders), _Fences(markdown, placeholders)
    stash = _Stash(markdown, placeholders, regions, fences)
    markdown.preprocessors.register(fences, "recall_fences", AFTER_FENCES)
    markdown.preprocessors.register(stash, "recall_stash", AFTER_HTML)
    markdown.parser.blockprocessors.register(taken, "recall_taken", _ABOVE_CODE)
    late: dict[int, bool] = {}
    unread: Sequence[Fault] = ()
    if parse:
        text = markdown.convert(text)
        if samples:
            text, unread = samples.restore(text)
        known = {*taken.found, *stash.found.samples, *stash.found.raw}
        late = {index: code for _, index, code in placeholders.find(text) if index not in known}
    else:
        for each in markdown.preprocessors:
            lines = each.run(lines)
        late = dict.fromkeys(fences.found, True)
    faults = {
        index: (in_fence if index in fences.found else in_code if code else in_raw_html)(regions[index].start)
        for index, code in late.items()
    }
    return Misplaced(stash.found.samples, stash.found.raw, faults, unread)


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
    markdown.treeprocessors.deregister("inline")  # It takes most of the time, and moves no block.
    for name in _STRUCTURE:
        written = next((each for each in (name, f"markdown.extensions.{name}") if each in extensions), None)
        try:
            if written:
                markdown.registerExtensions([name], {name: _options(name, extensions[written])})
        except (ImportError, KeyError, TypeError, ValueError):
            continue
    for fence in getattr(_fence_extension(markdown), "superfences", ()):
        fence["formatter"] = _show_code
    return markdown


def _fence_extension(markdown: Markdown) -> Any:
    """The extension that reads code fences, where it is superfences."""
    name = "fenced_code_block"
    return getattr(markdown.preprocessors[name], "extension", None) if name in markdown.preprocessors else None


def _options(name: str, options: Mapping[str, object]) -> dict[str, object]:
    """The options of an extension, without what only says how code looks."""
    if name == "pymdownx.highlight":
        return {"use_pygments": options.get("use_pygments", True)}
    fences = options.get("custom_fences")
    if name == "pymdownx.superfences" and isinstance(fences, list):
        kept = [
            {key: each[key] for key in ("name", "class") if key in each} for each in fences if isinstance(each, dict)
        ]
        return {**options, "custom_fences": kept}
    return dict(options)


def _show_code(src: str = "", **others: object) -> str:
    """A code block without its colours."""
    return f"<pre><code>{html.escape(src, quote=False)}</code></pre>"


class _Fences(Preprocessor):
    """Looks for placeholders in code fences, as the extension does in a build."""

    def __init__(self, markdown: Markdown, placeholders: Placeholders) -> None:
        super().__init__(markdown)
        self.markdown = markdown
        self.placeholders = placeholders
        self.found: set[int] = set()
        self.put_aside: set[int] = set()
        """Places in Markdown's stash of the code that holds them."""

    def run(self, lines: list[str]) -> list[str]:
        for number, text in read_stash(self.markdown, self.placeholders):
            self.put_aside.add(number)
            self.found |= {index for _, index, _ in self.placeholders.find(text)}
        return lines


class _Stash(Preprocessor):
    """Looks for placeholders in raw HTML, as the extension does in a build."""

    def __init__(
        self, markdown: Markdown, placeholders: Placeholders, regions: Sequence[Region], fences: _Fences
    ) -> None:
        super().__init__(markdown)
        self.markdown = markdown
        self.placeholders = placeholders
        self.regions = regions
        self.fences = fences
        self.found = Misplaced()

    def run(self, lines: list[str]) -> list[str]:
        stash = read_stash(self.markdown, self.placeholders)
        html = [text for number, text in stash if number not in self.fences.put_aside]
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
        SubElement(parent, "div")  # What comes below belongs to no list above.
