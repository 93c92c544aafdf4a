"""The block processor: turns placeholders into items, and parses each piece of an item with the page's own parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import HTML_PLACEHOLDER_RE

from ..model.blocks import Deck, Overview, Ways
from ..model.items import Item
from ..model.text import Text
from ..render import (
    join_sheet,
    render,
    render_coverage,
    render_deck,
    render_error,
    render_progress,
    render_review,
    render_ways,
)
from ..render.raw_html import contain_tags, keep_number
from ..site.bank import Entry
from ..site.lessons import find_items, find_lessons, find_test
from ..syntax.parser import prompt
from .context import Context
from .detached_item import HeldItem
from .edit_links import item_links
from .site_blocks import find_coverage, find_sources, find_topics


class RecallBlockProcessor(BlockProcessor):
    """Turns placeholders into items."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md.parser)
        self.context = context
        self.markdown = md

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is a placeholder; where it is indented, its list or definition takes it first."""
        return self._index(block) is not None and not block.startswith(" " * self.tab_length)

    def _index(self, block: str) -> int | None:
        placeholders = self.context.page.placeholders
        return placeholders.read(block.strip()) if placeholders else None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append the item, or its error box, to `parent`."""
        page = self.context.page
        index = self._index(blocks.pop(0))
        assert index is not None
        self._add(parent, page.entries[index])

    def _add(self, parent: Element, entry: Entry) -> None:
        page = self.context.page
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
        page, bank = self.context.page, self.context.bank
        under = block.settings.get("under", "")
        if block.kind == "review":
            return render_review(block.settings)
        if block.kind == "progress":
            topic = block.settings.get("topic", "")
            source = page.host.to_source(topic) if topic else ""
            topics = find_topics(page.host, self.context.site_id, source) if self.context.tells else ""
            return render_progress(source, under.strip("/"), topics)
        return render_coverage(*find_coverage(page.host, bank, under))

    def _error(self, entry: Entry) -> Element:
        taken = any(problem.rule in ("duplicate-id", "bad-id") for problem in entry.problems)
        stem = prompt(entry.block.stem) if entry.region.kind and isinstance(entry.block, Item) else Text(start=0)
        return render_error(entry.problems, "" if taken else entry.block.id, stem, self._fill, self.context.overview)

    def _item(self, item: Item) -> Element:
        page = self.context.page
        place = self.context.bank.pages[page.host.path].page.place(item.start)
        filled: list[Element] = []

        def fill(parent: Element, text: Text) -> None:
            if not filled or filled[-1] is not parent:
                filled.append(parent)
            self._fill(parent, text)

        root = render(item, fill, item_links(page.host, item, *place))
        if self.context.preview:
            self.context.preview.warn(root, place[0], item.id, page.host)
        held = HeldItem(root, filled)
        page.held.append(held)
        return held.holder

    def _deck(self, entry: Entry, deck: Deck) -> Element:
        children = [
            self._error(child) if child.problems or not isinstance(child.block, Item) else self._item(child.block)
            for child in entry.children
        ]
        bank, levels = self.context.bank, self.context.bank.levels
        learn = deck.settings.get("learn", "")
        lesson = self.context.page.host.read(learn) if learn else None
        study = find_lessons(lesson, learn, levels, bank.read_pages) if lesson else {}
        return render_deck(deck, children, levels, study, find_sources(self.context.page.host, bank, deck))

    def _ways(self, ways: Ways) -> Element:
        page, bank = self.context.page, self.context.bank
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
