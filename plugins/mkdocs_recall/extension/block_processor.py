"""The block processor: turns placeholders into items, and parses each piece of an item with the page's own parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteTreeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from ..kinds import Item, ItemSet, PageBlock, Practice
from ..model.text import Text
from ..render import Surroundings, render_item, render_set
from ..render.elements import mark_language
from ..render.first_line import keep_first_line
from ..render.items.card import join_sheet
from ..render.problems import render_error
from ..render.raw_html import contain_tags
from ..site.bank import Entry
from ..site.sections.lessons import find_lessons
from ..syntax.sections import prompt
from ..syntax.unclosed import find_rest
from .context import Context, Draw
from .detached_item import HeldItem
from .edit_links import item_links
from .page_blocks import make_page_block
from .plain_texts import PlainTexts
from .run_links import script_link
from .site_blocks import find_sources

_CRITIC = ("critic", "pymdownx-post-norm-ws")
"""The two preprocessors of `pymdownx.critic`: the second one finishes what the first one leaves in the text."""

_INDENTED_FENCE = re.compile(r"^[ >].*(?:```|~~~)", re.MULTILINE)
_CODE = re.compile(r'<div\s+class="highlight')
"""The beginning of code as highlighters write it."""
_NAMED = re.compile(r"<[^>]* (?:id|name|href)=")
"""A tag that must not be on a page twice."""


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
        page.met |= {entry.region.start for entry in (page.entries[index], *page.entries[index].children)}
        page.entries[index] = self.context.bank.settle(page.host.key, page.entries[index], self._is_code)
        self._add(parent, page.entries[index])

    def _is_code(self, start: int) -> bool:
        """Whether a block above the current one, by the index of its header, is code by its indentation.

        Markdown reads a page from top to bottom, so it would have met any other. Only footnotes are read at the end.
        """
        page = self.context.page
        if start in page.met:
            return False
        notes = [each for each in self.markdown.treeprocessors if isinstance(each, FootnoteTreeprocessor)]
        texts = (text for each in notes for text in each.footnotes.footnotes.values())
        lines = (line.strip(" >") for text in texts for line in text.split("\n"))
        waiting = (page.placeholders.read(line) for line in lines) if page.placeholders else ()
        blocks = [page.entries[index] for index in waiting if index is not None]
        return all(start != each.region.start for block in blocks for each in (block, *block.children))

    def _add(self, parent: Element, entry: Entry) -> None:
        page = self.context.page
        block = entry.block
        if self.context.draw:
            self._draw(parent, entry, self.context.draw)
            return
        if entry.problems:
            element = self._error(entry)
            mark_language(element, self.context.say)
            parent.append(element)
            if isinstance(block, Practice):
                for child in entry.children:
                    self._add(parent, child)
        elif isinstance(block, ItemSet):
            element = self._set(entry, block)
            mark_language(element, self.context.say)
            parent.append(element)
        elif isinstance(block, PageBlock):
            element = make_page_block(self.context, block, self._fill)
            mark_language(element, self.context.say)
            parent.append(element)
        elif block.kind == "card":
            element = self._item(block)
            join_sheet(parent, element, self._is_comment)
        else:
            element = self._item(block)
            parent.append(element)
        page.items.append(element)

    def _draw(self, parent: Element, entry: Entry, draw: Draw) -> None:
        """Append what `draw` makes of the items, without a frame around a set and without other blocks."""
        for each in (entry, *entry.children):
            if isinstance(each.block, Item) and not each.problems:
                parent.append(draw(each.block, self._fill))
                self.context.page.items.append(parent[-1])

    def _error(self, entry: Entry) -> Element:
        taken = any(problem.rule in ("duplicate-id", "bad-id") for problem in entry.problems)
        stem = prompt(entry.block.stem) if entry.region.kind and isinstance(entry.block, Item) else Text(start=0)
        id, rest, say = "" if taken else entry.block.id, find_rest(entry.region), self.context.say
        return render_error(entry.problems, id, stem, self._fill, say, self.context.overview, rest=rest)

    def _item(self, item: Item, *, asks_confidence: bool = False) -> Element:
        page = self.context.page
        place = self.context.bank.pages[page.host.key].page.place(item.start)
        filled: list[Element] = []

        def fill(parent: Element, text: Text) -> None:
            if not filled or filled[-1] is not parent:
                filled.append(parent)
            self._fill(parent, text)

        say = self.context.say
        links = item_links(page.host, item, *place, say)
        if "run" in item.settings:
            script = script_link(page.host, item, published=bool(self.context.late.manifest))
            links = replace(links, run=script.run, run_name=script.run_name)
        asks = asks_confidence or self.context.confidence
        root = render_item(item, fill, links, say, asks_confidence=asks)
        if self.context.preview:
            self.context.preview.warn(root, place[0], item.id, page.host, say)
        mark_language(root, say)
        held = HeldItem(root, filled)
        page.held.append(held)
        return held.holder

    def _set(self, entry: Entry, item_set: ItemSet) -> Element:
        asks = item_set.asks_confidence or self.context.confidence
        # A test asks in its foot, once for all of its questions.
        each = asks and isinstance(item_set, Practice)
        children = [
            self._error(child)
            if child.problems or not isinstance(child.block, Item)
            else self._item(child.block, asks_confidence=each)
            for child in entry.children
        ]
        host, bank = self.context.page.host, self.context.bank
        learn = item_set.settings.get("learn", "")
        lesson = host.read(learn) if learn else None
        study = find_lessons(lesson, learn, bank.levels, bank.read_pages, self.context.slug) if lesson else {}
        sources, manifest = find_sources(host, bank, item_set), self.context.late.manifest
        say = self.context.say
        around = Surroundings(
            say=say, levels=bank.levels, study=study, sources=sources, manifest=manifest, asks_confidence=asks
        )
        return render_set(item_set, children, around)

    def _fill(self, parent: Element, text: Text) -> None:
        """Parse a piece of an item; the state keeps lists around the item from shaping paragraphs in it."""
        page = self.context.page
        page.plain = page.plain or PlainTexts(self.markdown)
        if page.plain.add(parent, text.lines):
            return
        self.parser.state.set("recall")
        self.parser.parseChunk(parent, "\n".join(self._prepare(keep_first_line(text))).strip("\n"))
        self.parser.state.reset()

    def _prepare(self, lines: Sequence[str]) -> Sequence[str]:
        """What the page's preprocessors do to fences, raw HTML and edits, for one piece: nothing reaches out of it."""
        for name in _CRITIC if _CRITIC[0] in self.markdown.preprocessors else ():
            lines = self.markdown.preprocessors[name].run(list(lines))
        text = "\n".join(lines)
        if "<" in text:
            lines = contain_tags(lines)
        if ("```" in text or "~~~" in text) and "fenced_code_block" in self.markdown.preprocessors:
            lines = self._put_code_aside(lines)
        if "<" in text:
            lines = self.markdown.preprocessors["html_block"].run(list(lines))
        return lines

    def _put_code_aside(self, lines: Sequence[str]) -> Sequence[str]:
        """Have Markdown put fences aside, those of a text once: an option with code is part of the answer, too."""
        text, known, stash = "\n".join(lines), self.context.page.code, self.markdown.htmlStash
        if text not in known:
            first = stash.html_counter
            made = self.markdown.preprocessors["fenced_code_block"].run(list(lines))
            if _INDENTED_FENCE.search(text) or not all(map(_is_plain_code, stash.rawHtmlBlocks[first:])):
                return made
            known[text] = made
        return known[text]

    def _is_comment(self, element: Element) -> bool:
        """Whether a paragraph is nothing but an HTML comment, which Markdown has put aside."""
        found = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip()) if element.tag == "p" else None
        if not found or len(element):
            return False
        block = self.markdown.htmlStash.rawHtmlBlocks[int(found[1])]
        return isinstance(block, str) and block.lstrip().startswith("<!--")


def _is_plain_code(html: object) -> bool:
    """Whether HTML that Markdown has put aside is code, and may be on a page twice."""
    return isinstance(html, str) and bool(_CODE.match(html)) and not _NAMED.search(html)
