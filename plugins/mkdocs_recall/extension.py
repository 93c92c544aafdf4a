"""The Python-Markdown extension `recall`: question blocks in, items out.

1. `RecallPreprocessor` scans the text, after snippets are included and white space is normalised and before fences are
   rendered, and leaves one placeholder line in each block's place, behind the same quote marks and indentation, so that
   lists, quotes, admonitions and tabs carry it like any paragraph.
2. `RecallBlockProcessor` turns a placeholder into the item's element and parses each piece with the page's own parser,
   so that references, footnotes and abbreviations work as everywhere else.
3. Tree processors keep headings out of the table of contents, set footnotes of answers inside them, number the items,
   and put stylesheet and script before the first one.
4. `RecallPostprocessor` gives a code sample its text back, and takes away a placeholder that ended in raw HTML.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .bank import Bank, Entry
from .host import Host, find_host, true_lines
from .identity import suggest_id
from .includes import Includes, Place
from .links import item_links
from .markup import contain_tags
from .model import DEFAULT_LEVELS, Deck, Item, Page, Text, Ways
from .parse import prompt
from .render import BLOCK_TAGS, join_sheet, render, render_deck, render_error, render_ways
from .scan import has_blocks
from .shipped import shipped
from .study import find_lessons, find_test
from .tree import add_assets, add_print, hide_headings, move_footnotes, number_items, show_headings

log = logging.getLogger("mkdocs.plugins.recall")

_BEFORE_SNIPPETS, _AFTER_SNIPPETS, _AFTER_NORMALISING = 33, 31.9, 28
_ABOVE_CODE = 89
_AFTER_FOOTNOTES, _BEFORE_TOC, _AFTER_TOC, _LAST = 12, 6, 4, -10
_AFTER_RAW_HTML = 1

_IN_RAW_HTML = (
    "raw-html",
    "the block stands in raw HTML, where Markdown is not read.",
    "Give the HTML element above it the attribute `markdown`, or move the block out of it.",
)


class RecallError(Exception):
    """Problems of a page, where they shall stop the build (`on_error: raise`)."""


class RecallExtension(Extension):
    """Cards and choice questions in Markdown."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "site_id": ["", "Name under which progress is stored; a slug of the site's name by default."],
            "levels": [DEFAULT_LEVELS, "Names of the levels: three lists, the easiest first."],
            "on_error": ["report", "`report` logs problems as errors, `raise` stops the build at the first page."],
            "bank": ["", "Where the plugin collects the items of all pages; logging is left to it then."],
        }
        super().__init__(**kwargs)
        if self.getConfig("on_error") not in ("report", "raise"):
            raise ValueError("recall: on_error is either `report` or `raise`.")
        self.bank: Bank = self.getConfig("bank") or Bank(levels=self.getConfig("levels"))
        self.page = _PageState(Host())

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors; see the module for what each does."""
        md.block_level_elements.extend(tag for tag in BLOCK_TAGS if tag not in md.block_level_elements)
        md.preprocessors.register(_SourcePreprocessor(md, self), "recall_source", _BEFORE_SNIPPETS)
        md.preprocessors.register(_PlacesPreprocessor(md, self), "recall_places", _AFTER_SNIPPETS)
        md.preprocessors.register(RecallPreprocessor(md, self), "recall", _AFTER_NORMALISING)
        md.parser.blockprocessors.register(RecallBlockProcessor(md, self), "recall", _ABOVE_CODE)
        md.treeprocessors.register(_FootnotesTreeprocessor(md, self), "recall_footnotes", _AFTER_FOOTNOTES)
        md.treeprocessors.register(_HeadingsTreeprocessor(md, self), "recall_headings", _BEFORE_TOC)
        md.treeprocessors.register(_ItemsTreeprocessor(md, self), "recall_items", _AFTER_TOC)
        md.treeprocessors.register(_LastTreeprocessor(md, self), "recall_last", _LAST)
        md.postprocessors.register(RecallPostprocessor(md, self), "recall", _AFTER_RAW_HTML)

    def report(self) -> None:
        """Tell what is wrong with the page, once, unless the plugin does so for the whole site."""
        problems = self.bank.problems(self.page.host.path)
        if problems and self.getConfig("on_error") == "raise":
            raise RecallError("\n" + "\n".join(map(str, problems)))
        if not self.getConfig("bank"):
            for problem in problems:
                log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, "%s", problem)


class _PageState:
    """What is known of the page under way."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.places: list[Place] = []
        self.includes: Includes | None = None
        self.token = ""
        self.entries: tuple[Entry, ...] = ()
        self.items: list[Element] = []
        self.finished = False
        """Whether the tree is done: postprocessors run for each heading before."""

    def placeholder(self, index: int) -> str:
        return f"{self.token}{index}x"

    def index(self, text: str) -> int | None:
        """Which entry a line is the placeholder of."""
        middle = text[len(self.token) : -1]
        found = bool(self.token) and text.startswith(self.token) and text.endswith("x") and middle.isdecimal()
        return int(middle) if found else None


class _Part:
    """A processor that knows its extension."""

    def __init__(self, md: Markdown, extension: RecallExtension) -> None:
        super().__init__(md)  # type: ignore[call-arg]  # the processor it is mixed with takes it
        self.extension = extension
        self.markdown = md


class _SourcePreprocessor(_Part, Preprocessor):
    """Notes where the page's lines come from, before anything changes them."""

    def run(self, lines: list[str]) -> list[str]:
        page = self.extension.page = _PageState(find_host(self.markdown))
        self.extension.bank.forget(page.host.path)
        numbers = true_lines(page.host.source, lines)
        page.places = [(page.host.path, number) for number in numbers]
        if "snippet" not in self.markdown.preprocessors or not any("8<" in line for line in lines):
            return lines
        page.includes = Includes(lines)
        return page.includes.mark(lines)


class _PlacesPreprocessor(_Part, Preprocessor):
    """Notes which lines came from snippets."""

    def run(self, lines: list[str]) -> list[str]:
        page = self.extension.page
        if page.includes is None:
            return lines
        folders = [str(folder) for folder in getattr(self.markdown.preprocessors["snippet"], "base_path", ["."])]
        placed = list(page.includes.place(lines, page.places, folders, page.host.root))
        page.places = [place for _, place in placed]
        return [line for line, _ in placed]


class RecallPreprocessor(_Part, Preprocessor):
    """Finds the blocks and leaves a placeholder for each."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each block replaced by its placeholder."""
        page, bank = self.extension.page, self.extension.bank
        text = "\n".join(lines)
        if not has_blocks(text):
            return lines
        found = bank.read(Page(path=page.host.path, lines=lines, places=page.places))
        page.entries = found.entries
        page.token = "recallplaceholder"
        while page.token in text:
            page.token += "q"
        return list(self._cut(lines, found.unclosed))

    def _cut(self, lines: Sequence[str], unclosed: Sequence[int]) -> list[str]:
        """The page with one placeholder line for each block, set apart by blank lines."""
        kept: list[str] = []
        at = 0
        spoilt = set(unclosed)
        for number, entry in enumerate(self.extension.page.entries):
            region = entry.region
            blank = region.prefix.rstrip()
            kept += (_plain_fence(lines[i]) if i in spoilt else lines[i] for i in range(at, region.start))
            kept += [blank, region.prefix + self.extension.page.placeholder(number), blank]
            at = region.end + 1
        return [*kept, *(_plain_fence(lines[i]) if i in spoilt else lines[i] for i in range(at, len(lines)))]


def _plain_fence(line: str) -> str:
    """A line that opens a code fence, as plain text: a fence nobody closes must not swallow the blocks below it."""
    return line.replace("`", "\\`").replace("~", "\\~")


class RecallBlockProcessor(BlockProcessor):
    """Turns placeholders into items."""

    def __init__(self, md: Markdown, extension: RecallExtension) -> None:
        super().__init__(md.parser)
        self.extension = extension
        self.markdown = md

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is a placeholder."""
        return self.extension.page.index(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append the item, or its error box, to `parent`."""
        page = self.extension.page
        index = page.index(blocks.pop(0).strip())
        assert index is not None
        self._add(parent, page.entries[index])

    def _add(self, parent: Element, entry: Entry) -> None:
        page = self.extension.page
        block = entry.block
        if entry.problems:
            element = self._error(entry)
            parent.append(element)
            if isinstance(block, Deck) and block.kind == "practice":
                for child in entry.children:
                    self._add(parent, child)
        elif isinstance(block, Deck):
            element = self._deck(entry, block)
            parent.append(element)
        elif isinstance(block, Ways):
            element = self._ways(block)
            parent.append(element)
        else:
            element = self._item(block)
            if block.kind == "card":
                join_sheet(parent, element)
            else:
                parent.append(element)
        page.items.append(element)

    def _error(self, entry: Entry) -> Element:
        taken = any(problem.rule in ("duplicate-id", "bad-id") for problem in entry.problems)
        stem = prompt(entry.block.stem) if entry.region.kind and isinstance(entry.block, Item) else Text(start=0)
        return render_error(entry.problems, "" if taken else entry.block.id, stem, self._fill)

    def _item(self, item: Item) -> Element:
        page = self.extension.page
        place = self.extension.bank.pages[page.host.path].page.place(item.start)
        return render(item, self._fill, item_links(page.host, item, *place))

    def _deck(self, entry: Entry, deck: Deck) -> Element:
        children = [
            self._error(child) if child.problems or not isinstance(child.block, Item) else self._item(child.block)
            for child in entry.children
        ]
        levels = self.extension.bank.levels
        learn = deck.settings.get("learn", "")
        lesson = self.extension.page.host.read(learn) if learn else None
        return render_deck(deck, children, levels, find_lessons(lesson, learn, levels) if lesson else {})

    def _ways(self, ways: Ways) -> Element:
        page, bank = self.extension.page, self.extension.bank
        text = page.host.read(ways.test.partition("#")[0])
        test = find_test(text, bank.levels) if text else None
        kinds = [item.kind for item in bank.pages[page.host.path].items()]
        return render_ways(
            ways, drawn=test.draw if test else 0, cards=kinds.count("card"), questions=len(kinds) - kinds.count("card")
        )

    def _fill(self, parent: Element, text: Text) -> None:
        """Parse a piece of an item; the state keeps lists around the item from shaping paragraphs in it."""
        self.parser.state.set("recall")
        self.parser.parseChunk(parent, "\n".join(self._prepare(text.lines)))
        self.parser.state.reset()

    def _prepare(self, lines: Sequence[str]) -> list[str]:
        """What the page's preprocessors do to fences and raw HTML, for one piece, so that nothing reaches out of it."""
        kept = list(lines)
        if any("<" in line for line in kept):
            kept = contain_tags(kept)
        if "fenced_code_block" in self.markdown.preprocessors and any("```" in line or "~~~" in line for line in kept):
            kept = self.markdown.preprocessors["fenced_code_block"].run(kept)
        if any("<" in line or "&" in line for line in kept):
            kept = self.markdown.preprocessors["html_block"].run(kept)
        return kept


class _FootnotesTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        if self.extension.page.items:
            move_footnotes(root, self.extension.page.items)


class _HeadingsTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        hide_headings(self.extension.page.items)


class _ItemsTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        page = self.extension.page
        show_headings(page.items)
        if page.items:
            number_items(root)
            add_print(root)
            site_id = self.extension.getConfig("site_id") or suggest_id(page.host.site_name, kind="site", words=12)
            style, script = (page.host.to_asset(shipped(name)[0]) for name in ("recall.css", "recall.js"))
            add_assets(root, style, script, site_id)


class _LastTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        self.extension.page.finished = True


class RecallPostprocessor(_Part, Postprocessor):
    """Looks after placeholders that never became items, then reports."""

    def run(self, text: str) -> str:
        """Return the page's HTML without placeholders."""
        page = self.extension.page
        if not page.finished:
            return text
        if page.token and page.token in text:
            for index in range(len(page.entries)):
                text = self._restore(text, index)
        self.extension.report()
        return text

    def _restore(self, text: str, index: int) -> str:
        token = self.extension.page.placeholder(index)
        at = text.find(token)
        if at < 0:
            return text
        entry, bank, path = self.extension.page.entries[index], self.extension.bank, self.extension.page.host.path
        if text.rfind("<code", 0, at) > text.rfind("</code>", 0, at):
            bank.drop(path, entry)
            source = html.escape(self._source(entry), quote=False)
        else:
            bank.blame(path, entry, *_IN_RAW_HTML)
            source = ""
        return text.replace(token, source)

    def _source(self, entry: Entry) -> str:
        """The block as it stands in the page, without its first line's indentation."""
        region = entry.region
        found = self.extension.bank.pages[self.extension.page.host.path].page.lines[region.start : region.end + 1]
        return "\n".join(line.removeprefix(region.prefix) for line in found)


def makeExtension(**kwargs: Any) -> RecallExtension:
    """Entry point of Python-Markdown."""
    return RecallExtension(**kwargs)
