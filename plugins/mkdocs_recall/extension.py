"""The Python-Markdown extension `recall`: question blocks in, items out.

1. `RecallPreprocessor` scans the text, after snippets are included and before fences are rendered, and leaves one
   placeholder line in each block's place, behind the same quote marks and indentation, so that lists, quotes,
   admonitions and tabs carry it like any paragraph.
2. `RecallBlockProcessor` turns a placeholder into the item's element and parses each piece with the page's own parser,
   so that references, footnotes and abbreviations work as everywhere else.
3. Tree processors keep headings out of the table of contents, set footnotes of answers inside them, number the items,
   and put stylesheet and script before the first one.
4. A placeholder that ended in raw HTML gives a sample its text back, or becomes an error box, as does one that
   `RecallPostprocessor` finds in code: what a block says is never shown there.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from .bank import Bank, Entry, to_problem
from .header import check_levels
from .hold import HeldItem
from .host import Host, find_host, match_lines, true_lines
from .identity import ID, suggest_id
from .includes import Includes, Place
from .links import item_links
from .markup import contain_tags, keep_number
from .model import DEFAULT_LEVELS, Deck, Fault, Item, Overview, Page, Text, Ways
from .overviews import find_coverage
from .parse import prompt
from .placeholders import Placeholders, in_code, in_raw_html
from .preview import Preview
from .render import (
    BLOCK_TAGS,
    add_tally,
    join_sheet,
    render,
    render_coverage,
    render_deck,
    render_error,
    render_progress,
    render_review,
    render_ways,
)
from .rules.links import Targets, check_page_links
from .rules.quality.names import check_rule_settings
from .scan import has_blocks
from .shipped import shipped
from .sources import split_lines, to_scan
from .study import find_items, find_lessons, find_test
from .tree import add_assets, add_print, hide_headings, move_footnotes, number_items, show_headings

log = logging.getLogger("mkdocs.plugins.recall")

_BEFORE_SNIPPETS, _AFTER_SNIPPETS, _BEFORE_FENCES, _AFTER_HTML = 33, 31.9, 31.07, 19.5
_ABOVE_CODE = 89
_BEFORE_TOC, _AFTER_TOC, _LAST = 6, 4, -10
_AFTER_RAW_HTML = 1


class RecallError(Exception):
    """Problems of a page, where they shall stop the build (`on_error: raise`)."""


class RecallExtension(Extension):
    """Cards and choice questions in Markdown."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "site_id": ["", "Name under which progress is stored; a slug of the site's name by default."],
            "levels": [DEFAULT_LEVELS, "Names of the levels: three lists, the easiest first."],
            "rules": [{}, "Rules about the quality of questions that are off, each with `false`; for `recall check`."],
            "on_error": ["report", "`report` logs problems as errors, `raise` stops the build at the first page."],
            "preview": ["", "What the plugin knows of the site's problems while authors look on."],
            "bank": ["", "Where the plugin collects the items of all pages; logging is left to it then."],
        }
        super().__init__(**kwargs)
        if self.getConfig("on_error") not in ("report", "raise"):
            raise ValueError("recall: `on_error` is either `report` or `raise`.")
        check_rule_settings(self.getConfig("rules"))
        if self.getConfig("site_id") and not ID.fullmatch(self.getConfig("site_id")):
            raise ValueError("recall: `site_id` is made of lower-case letters, digits, `.`, `_` and `-`.")
        self.bank: Bank = self.getConfig("bank") or Bank(levels=check_levels(self.getConfig("levels")))
        self.preview: Preview | None = self.getConfig("preview") or None
        self.page = _PageState(Host())

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors; see the module for what each does."""
        self.markdown = md
        md.block_level_elements.extend(tag for tag in BLOCK_TAGS if tag not in md.block_level_elements)
        md.preprocessors.register(_SourcePreprocessor(md, self), "recall_source", _BEFORE_SNIPPETS)
        md.preprocessors.register(_PlacesPreprocessor(md, self), "recall_places", _AFTER_SNIPPETS)
        md.preprocessors.register(RecallPreprocessor(md, self), "recall", _BEFORE_FENCES)
        md.preprocessors.register(_RawHtmlPreprocessor(md, self), "recall_raw_html", _AFTER_HTML)
        md.parser.blockprocessors.register(RecallBlockProcessor(md, self), "recall", _ABOVE_CODE)
        if self.preview:
            md.treeprocessors.register(_PreviewTreeprocessor(md, self), "recall_preview", _BEFORE_TOC)
        md.treeprocessors.register(_HideHeadingsTreeprocessor(md, self), "recall_hide_headings", _BEFORE_TOC)
        md.treeprocessors.register(_ShowHeadingsTreeprocessor(md, self), "recall_show_headings", _AFTER_TOC)
        md.treeprocessors.register(_ItemsTreeprocessor(md, self), "recall_items", _LAST)
        md.postprocessors.register(RecallPostprocessor(md, self), "recall", _AFTER_RAW_HTML)

    def refuse(self, index: int, *, code: bool = False) -> str:
        """Note that a block stands where it cannot become an item; the HTML that takes its place."""
        entry, page = self.page.entries[index], self.bank.pages[self.page.host.path].page
        fault = in_code(entry.region.start) if code else in_raw_html(entry.region.start)
        self.page.changes[index] = fault
        problem = to_problem(page, fault, entry.region.kind, entry.block.id)
        if code:
            return html.escape(str(problem), quote=False)
        box = render_error([*entry.problems, problem], "", Text(start=0), lambda parent, text: None, self.overview)
        return self.markdown.serializer(box)

    @property
    def overview(self) -> str:
        """Address of the list of all problems in a live preview; empty in a build."""
        return self.preview.address(self.page.host) if self.preview else ""

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
        self.lines: list[str] = []
        """The text before anything but snippets changes it."""
        self.places: list[Place] = []
        """File and line of each of `lines`."""
        self.includes: Includes | None = None
        self.placeholders: Placeholders | None = None
        """None while no block was found."""
        self.entries: tuple[Entry, ...] = ()
        self.items: list[Element] = []
        self.held: list[HeldItem] = []
        self.changes: dict[int, Fault | None] = {}
        """What became of placeholders that are not items in the end; see `Bank.amend`."""
        self.headings = False
        """Whether items hold headings, which are no headings of the page."""
        self.finished = False
        """Whether the tree is done: postprocessors run for each heading before."""


class _Part:
    """A processor that knows its extension."""

    def __init__(self, md: Markdown, extension: RecallExtension) -> None:
        super().__init__(md)  # type: ignore[call-arg]  # the processor it is mixed with takes it
        self.extension = extension
        self.markdown = md


class _SourcePreprocessor(_Part, Preprocessor):
    """Notes where the page's lines come from, before anything changes them."""

    def run(self, lines: list[str]) -> list[str]:
        lines = split_lines("\n".join(lines))
        page = self.extension.page = _PageState(find_host(self.markdown))
        self.extension.bank.forget(page.host.path)
        page.lines = lines
        page.places = [(page.host.path, number) for number in true_lines(page.host.source, lines)]
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
        page.lines = [line for line, _ in placed]
        return page.lines


class RecallPreprocessor(_Part, Preprocessor):
    """Finds the blocks and leaves a placeholder for each."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each block replaced by its placeholder."""
        page, bank = self.extension.page, self.extension.bank
        text = "\n".join(lines)
        if not has_blocks(text):
            return lines
        places: Sequence[Place] = page.places
        if len(lines) != len(places):
            places = [page.places[at - 1] if at else (page.host.path, 0) for at in match_lines(page.lines, lines)]
        read = Page(path=page.host.path, lines=to_scan(lines, self.markdown.tab_length), places=places)
        found = bank.read(read)
        regions = [entry.region for entry in found.entries]
        targets = Targets(page.host.files, bank.anchors) if page.host.files else None
        if faults := check_page_links(read, regions, page.host.uri, targets):
            found = bank.add(page.host.path, faults)
        page.entries = found.entries
        page.placeholders = Placeholders(text)
        return page.placeholders.cut(lines, regions, frozenset(found.unclosed))


class _RawHtmlPreprocessor(_Part, Preprocessor):
    """Looks after placeholders in raw HTML, which Markdown has just put aside."""

    def run(self, lines: list[str]) -> list[str]:
        blocks = self.markdown.htmlStash.rawHtmlBlocks
        placeholders = self.extension.page.placeholders
        if placeholders:
            for number, block in enumerate(blocks):
                if isinstance(block, str) and placeholders.token in block:
                    blocks[number] = self._restore(block, placeholders)
        return lines

    def _restore(self, block: str, placeholders: Placeholders) -> str:
        pieces, end = [], 0
        for found, index, code in placeholders.find(block):
            pieces += [block[end : found.start()], self._sample(index) if code else self.extension.refuse(index)]
            end = found.end()
        return "".join(pieces) + block[end:]

    def _sample(self, index: int) -> str:
        """The block as it stands in the page, without the indentation of its first line."""
        page = self.extension.page
        page.changes[index] = None
        region = page.entries[index].region
        lines = self.extension.bank.pages[page.host.path].page.lines[region.start : region.end + 1]
        return "\n".join(line.removeprefix(region.prefix) for line in lines)


class RecallBlockProcessor(BlockProcessor):
    """Turns placeholders into items."""

    def __init__(self, md: Markdown, extension: RecallExtension) -> None:
        super().__init__(md.parser)
        self.extension = extension
        self.markdown = md

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is a placeholder; where it is indented, its list or definition takes it first."""
        return self._index(block) is not None and not block.startswith(" " * self.tab_length)

    def _index(self, block: str) -> int | None:
        placeholders = self.extension.page.placeholders
        return placeholders.read(block.strip()) if placeholders else None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append the item, or its error box, to `parent`."""
        page = self.extension.page
        index = self._index(blocks.pop(0))
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
        elif isinstance(block, Overview):
            element = self._overview(block)
            parent.append(element)
        else:
            element = self._item(block)
            if block.kind == "card":
                join_sheet(parent, element, self._is_comment)
            else:
                parent.append(element)
        page.items.append(element)

    def _overview(self, block: Overview) -> Element:
        page, bank = self.extension.page, self.extension.bank
        under = block.settings.get("under", "")
        if block.kind == "review":
            return render_review(block.settings)
        if block.kind == "progress":
            topic = block.settings.get("topic", "")
            return render_progress(page.host.to_source(topic) if topic else "", under.strip("/"))
        return render_coverage(*find_coverage(page.host, bank, under))

    def _error(self, entry: Entry) -> Element:
        taken = any(problem.rule in ("duplicate-id", "bad-id") for problem in entry.problems)
        stem = prompt(entry.block.stem) if entry.region.kind and isinstance(entry.block, Item) else Text(start=0)
        return render_error(entry.problems, "" if taken else entry.block.id, stem, self._fill, self.extension.overview)

    def _item(self, item: Item) -> Element:
        page = self.extension.page
        place = self.extension.bank.pages[page.host.path].page.place(item.start)
        filled: list[Element] = []

        def fill(parent: Element, text: Text) -> None:
            if not filled or filled[-1] is not parent:
                filled.append(parent)
            self._fill(parent, text)

        root = render(item, fill, item_links(page.host, item, *place))
        if self.extension.preview:
            self.extension.preview.warn(root, place[0], item.id, page.host)
        held = HeldItem(root, filled)
        page.held.append(held)
        return held.holder

    def _deck(self, entry: Entry, deck: Deck) -> Element:
        children = [
            self._error(child) if child.problems or not isinstance(child.block, Item) else self._item(child.block)
            for child in entry.children
        ]
        bank, levels = self.extension.bank, self.extension.bank.levels
        learn = deck.settings.get("learn", "")
        lesson = self.extension.page.host.read(learn) if learn else None
        study = find_lessons(lesson, learn, levels, bank.read_pages) if lesson else {}
        return render_deck(deck, children, levels, study)

    def _ways(self, ways: Ways) -> Element:
        page, bank = self.extension.page, self.extension.bank
        text = page.host.read(ways.test.partition("#")[0]) if ways.test else None
        test = find_test(text, bank.levels, bank.read_pages) if text else None
        if test and "#" not in ways.test:
            ways = replace(ways, test=f"{ways.test}#recall-{test.id}")
        lesson = ways.learn.partition("#")[0]
        items = list(bank.pages[page.host.path].items())
        if lesson:
            elsewhere = page.host.read(lesson)
            items = find_items(elsewhere, bank.levels, bank.read_pages) if elsewhere else []
        return render_ways(ways, drawn=test.draw if test else 0, items=items, named=bool(lesson))

    def _fill(self, parent: Element, text: Text) -> None:
        """Parse a piece of an item; the state keeps lists around the item from shaping paragraphs in it."""
        self.parser.state.set("recall")
        self.parser.parseChunk(parent, "\n".join(self._prepare(text.lines)))
        self.parser.state.reset()

    def _prepare(self, lines: Sequence[str]) -> Sequence[str]:
        """What the page's preprocessors do to fences and raw HTML, for one piece, so that nothing reaches out of it."""
        lines = keep_number(lines)
        text = "\n".join(lines)
        if "<" in text:
            lines = contain_tags(lines)
        if ("```" in text or "~~~" in text) and "fenced_code_block" in self.markdown.preprocessors:
            lines = self.markdown.preprocessors["fenced_code_block"].run(list(lines))
        if "<" in text:
            lines = self.markdown.preprocessors["html_block"].run(list(lines))
        return lines

    def _is_comment(self, element: Element) -> bool:
        """Whether a paragraph is nothing but an HTML comment, which Markdown has put aside."""
        found = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip()) if element.tag == "p" else None
        if not found or len(element):
            return False
        block = self.markdown.htmlStash.rawHtmlBlocks[int(found[1])]
        return isinstance(block, str) and block.lstrip().startswith("<!--")


class _PreviewTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        if self.extension.preview:
            self.extension.preview.complete(root, self.extension.page.host)


class _HideHeadingsTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        page = self.extension.page
        page.headings = hide_headings(page.items)


class _ShowHeadingsTreeprocessor(_Part, Treeprocessor):
    def run(self, root: Element) -> None:
        if self.extension.page.headings:
            show_headings(self.extension.page.items)


class _ItemsTreeprocessor(_Part, Treeprocessor):
    """Puts the items' frames around their texts, and finishes the page."""

    def run(self, root: Element) -> None:
        page = self.extension.page
        page.finished = True
        if not page.items:
            return
        for held in page.held:
            held.release()
        move_footnotes(root, page.items)
        number_items(root)
        add_print(root)
        for sheet in [div for div in root.iter("div") if div.get("class") == "recall-sheet"]:
            add_tally(sheet)
        site_id = self.extension.getConfig("site_id") or suggest_id(page.host.site_name, kind="site", words=12)
        style, script = (page.host.to_asset(shipped(name)[0]) for name in ("recall.css", "recall.js"))
        add_assets(root, style, script, site_id)


class RecallPostprocessor(_Part, Postprocessor):
    """Looks after placeholders that never became items, then reports."""

    def run(self, text: str) -> str:
        """Return the page's HTML without placeholders."""
        page = self.extension.page
        if not page.finished:
            return text
        if page.placeholders and page.placeholders.token in text:
            pieces, end = [], 0
            for found, index, code in page.placeholders.find(text):
                pieces += [text[end : found.start()], self.extension.refuse(index, code=code)]
                end = found.end()
            text = "".join(pieces) + text[end:]
        if page.changes:
            self.extension.bank.amend(page.host.path, page.changes)
        self.extension.report()
        return text


def makeExtension(**kwargs: Any) -> RecallExtension:
    """Entry point of Python-Markdown."""
    return RecallExtension(**kwargs)
