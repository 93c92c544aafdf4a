"""What is done to the text of a page before Markdown reads its blocks, and to its tree and its HTML after that."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..assets import shipped
from ..model.page import Page
from ..render.items.card import add_tally
from ..render.page_tree import add_assets, add_print, hide_headings, move_footnotes, number_items, show_headings
from ..rules.links import Targets, check_page_links
from ..site.line_map import match_lines, true_lines
from ..site.placeholders import Placeholders
from ..site.snippets import Includes, Place
from ..site.source_text import split_lines, to_scan
from ..syntax.scanner import has_blocks
from .context import Context, PageState
from .engine import find_host


class _Part:
    """A processor that knows what all of them know."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md)  # type: ignore[call-arg]  # the processor it is mixed with takes it
        self.context = context
        self.markdown = md


class SourcePreprocessor(_Part, Preprocessor):
    """Notes where the page's lines come from, before anything changes them."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines, with marks where snippets come in."""
        lines = split_lines("\n".join(lines))
        page = self.context.page = PageState(find_host(self.markdown))
        self.context.bank.forget(page.host.path)
        page.lines = lines
        page.places = [(page.host.path, number) for number in true_lines(page.host.source, lines)]
        if "snippet" not in self.markdown.preprocessors or not any("8<" in line for line in lines):
            return lines
        page.includes = Includes(lines)
        return page.includes.mark(lines)


class PlacesPreprocessor(_Part, Preprocessor):
    """Notes which lines came from snippets."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without these marks."""
        page = self.context.page
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
        page, bank = self.context.page, self.context.bank
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


class FencesPreprocessor(_Part, Preprocessor):
    """Looks after placeholders in code fences, which have just been put aside.

    The scanner saw no fence there, so the two disagree about a fence above. The block must not be shown as code.
    """

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are; what was put aside is changed in its place."""
        blocks = self.markdown.htmlStash.rawHtmlBlocks
        placeholders = self.context.page.placeholders
        if placeholders:
            for number, block in enumerate(blocks):
                if isinstance(block, str) and placeholders.token in block:
                    blocks[number] = self._refuse(block, placeholders)
        return lines

    def _refuse(self, block: str, placeholders: Placeholders) -> str:
        pieces, end = [], 0
        for found, index, _ in placeholders.find(block):
            pieces += [block[end : found.start()], self.context.refuse(self.markdown, index, fenced=True)]
            end = found.end()
        return "".join(pieces) + block[end:]


class RawHtmlPreprocessor(_Part, Preprocessor):
    """Looks after placeholders in raw HTML, which Markdown has just put aside."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are; what was put aside is changed in its place."""
        blocks = self.markdown.htmlStash.rawHtmlBlocks
        placeholders = self.context.page.placeholders
        if placeholders:
            for number, block in enumerate(blocks):
                if isinstance(block, str) and placeholders.token in block:
                    blocks[number] = self._restore(block, placeholders)
        return lines

    def _restore(self, block: str, placeholders: Placeholders) -> str:
        pieces, end = [], 0
        for found, index, code in placeholders.find(block):
            shown = self._sample(index) if code else self.context.refuse(self.markdown, index)
            pieces += [block[end : found.start()], shown]
            end = found.end()
        return "".join(pieces) + block[end:]

    def _sample(self, index: int) -> str:
        """The block as it stands in the page, without the indentation of its first line."""
        page = self.context.page
        page.changes[index] = None
        region = page.entries[index].region
        lines = self.context.bank.pages[page.host.path].page.lines[region.start : region.end + 1]
        return "\n".join(line.removeprefix(region.prefix) for line in lines)


class PreviewTreeprocessor(_Part, Treeprocessor):
    """Adds what authors see in a live preview."""

    def run(self, root: Element) -> None:
        """Complete the page."""
        if self.context.preview:
            self.context.preview.complete(root, self.context.page.host)


class HideHeadingsTreeprocessor(_Part, Treeprocessor):
    """Keeps headings inside items out of the table of contents."""

    def run(self, root: Element) -> None:
        """Rename the headings."""
        page = self.context.page
        page.headings = hide_headings(page.items)


class ShowHeadingsTreeprocessor(_Part, Treeprocessor):
    """Gives these headings their names back."""

    def run(self, root: Element) -> None:
        """Rename them again."""
        if self.context.page.headings:
            show_headings(self.context.page.items)


class ItemsTreeprocessor(_Part, Treeprocessor):
    """Puts the items' frames around their texts, and finishes the page."""

    def run(self, root: Element) -> None:
        """Complete the tree."""
        page = self.context.page
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
        style, script = (page.host.to_asset(shipped(name)[0]) for name in ("recall.css", "recall.js"))
        add_assets(root, style, script, self.context.site_id, self.context.late.review)


class RecallPostprocessor(_Part, Postprocessor):
    """Looks after placeholders that never became items, then reports."""

    def run(self, text: str) -> str:
        """Return the page's HTML without placeholders."""
        page = self.context.page
        if not page.finished:
            return text
        if page.placeholders and page.placeholders.token in text:
            pieces, end = [], 0
            for found, index, code in page.placeholders.find(text):
                pieces += [text[end : found.start()], self.context.refuse(self.markdown, index, code=code)]
                end = found.end()
            text = "".join(pieces) + text[end:]
        if page.changes:
            self.context.bank.amend(page.host.path, page.changes)
        self.context.report()
        return text
