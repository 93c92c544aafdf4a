"""What is done to the text of a page before Markdown reads its blocks, and to its tree and its HTML after that."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteTreeprocessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..assets import CORE, DEFERRED, DUE, LATER, OF_USE_WITH, PARTS, SOON, find_parts, find_stylesheets, shipped
from ..kinds import find_borrowed_kinds, find_kinds
from ..model.page import Page, Place, Places, Region
from ..render.gaps import write_gaps
from ..render.items.card import add_tally
from ..render.page_tree import (
    add_assets,
    add_print,
    drop_items,
    hide_headings,
    hide_labels,
    move_footnotes,
    number_items,
    show_headings,
)
from ..rules.links import Targets, check_page_links
from ..site.bank import Entry
from ..site.line_map import match_lines, true_lines
from ..site.placement.misplaced import Misplaced, read_stash, sort_out
from ..site.placement.placeholders import Placeholders
from ..site.placement.samples import Samples, nests_fences
from ..site.snippets import Includes
from ..site.source_text import split_lines, to_scan
from ..syntax.scanner import Scanner, has_blocks, scan
from ..syntax.settings.run_setting import remove_run_settings
from .context import Context
from .detached_item import unpack, write_held

EXEC = "markdown-exec"

_FOOTNOTE = re.compile(r"\[\^([^\]]*)\]")
"""The name of a footnote, where it is cited or defined."""


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
        page = self.context.begin(self.markdown)
        page.lines = [*lines]  # pymdownx.snippets adds to the list that it is given.
        page.places = Places((page.host.path, number) for number in true_lines(page.host.source, lines))
        page.host = replace(page.host, source=None)  # Nothing else needs the file, which is as long as the page.
        if "snippet" not in self.markdown.preprocessors:
            return lines
        appended = getattr(self.markdown.preprocessors["snippet"], "auto_append", ())
        if not appended and not any("8<" in line for line in lines):
            return lines
        page.includes = Includes(lines, appended)
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
        page.places = Places(place for _, place in placed)
        page.lines = [line for line, _ in placed]
        return page.lines


class RecallPreprocessor(_Part, Preprocessor):
    """Finds the blocks and leaves a placeholder for each."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each block replaced by its placeholder."""
        page = self.context.page
        lines = remove_run_settings(lines)
        text = "\n".join(lines)
        if not has_blocks(text):
            return lines
        places: Sequence[Place] = page.places
        if len(lines) != len(places):
            found = match_lines(page.lines, lines)
            places = Places(page.places[at - 1] if at else (page.host.path, 0) for at in found)
        page.read = Page(path=page.host.key, lines=to_scan(lines, self.markdown.tab_length), places=places)
        page.scanned = scan(page.read.lines, relaxed=self._is_relaxed())
        page.placeholders = Placeholders(text)
        if not nests_fences(self.markdown):
            page.samples = Samples(page.scanned, text)
            lines = page.samples.mark(lines)
        return page.placeholders.cut(lines, page.scanned.regions, frozenset(page.scanned.map.unclosed))

    def _is_relaxed(self) -> bool:
        """Whether Markdown reads a code fence whatever follows its characters."""
        if "fenced_code_block" not in self.markdown.preprocessors:
            return False
        options = getattr(self.markdown.preprocessors["fenced_code_block"], "config", {})
        # markdown-exec has fences with options of its own.
        config = (
            getattr(self.markdown.treeprocessors["relpath"], "config", None)
            if "relpath" in self.markdown.treeprocessors
            else None
        )
        return bool(options.get("relaxed_headers")) or EXEC in getattr(config, "plugins", {})


class FencesPreprocessor(_Part, Preprocessor):
    """Notes placeholders in code fences, which have just been put aside.

    The scanner saw no fence there, so the two disagree about a fence above. Such a block is no sample: it must not be
    shown as code.
    """

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        page = self.context.page
        if page.placeholders:
            for number, html in read_stash(self.markdown, page.placeholders):
                page.put_aside.add(number)
                page.fenced |= {index for _, index, _ in page.placeholders.find(html)}
        return lines


class RawHtmlPreprocessor(_Part, Preprocessor):
    """Reads the blocks, now that Markdown has put raw HTML aside: what is in there is a sample, or misplaced."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are; what was put aside is changed in its place."""
        page = self.context.page
        if page.placeholders and page.scanned and page.read:
            stash = read_stash(self.markdown, page.placeholders)
            held = [(number, html) for number, html in stash if number not in page.put_aside]
            apart = sort_out([html for _, html in held], page.placeholders, page.scanned.regions)
            page.entries = self._read(page.read, page.scanned, apart)
            for number, html in held:
                restored = self._restore(html, page.placeholders, page.scanned.regions)
                self.markdown.htmlStash.rawHtmlBlocks[number] = restored
        return lines

    def _read(self, page: Page, scanned: Scanner, apart: Misplaced) -> dict[int, Entry]:
        bank, host = self.context.bank, self.context.page.host
        found = bank.read(page, scanned, samples=apart.samples, misplaced=apart.raw)
        if apart.raw:
            found = bank.add(page.path, {fault.index: [fault] for fault in apart.raw.values()})
        regions = [entry.region for entry in found.entries]
        targets = Targets(host.files, bank.anchors) if host.files else None
        math = "arithmatex-inline" in self.markdown.inlinePatterns
        if faults := check_page_links(page, regions, host.uri, targets, math=math):
            found = bank.add(page.path, faults)
        numbers = (number for number in range(len(scanned.regions)) if number not in apart.samples)
        return dict(zip(numbers, found.entries, strict=True))

    def _restore(self, html: str, placeholders: Placeholders, regions: Sequence[Region]) -> str:
        pieces, end = [], 0
        for found, index, code in placeholders.find(html):
            entries = self.context.page.entries
            shown = self._sample(regions[index]) if code else self.context.box(self.markdown, entries[index].problems)
            pieces += [html[end : found.start()], shown]
            end = found.end()
        return "".join(pieces) + html[end:]

    def _sample(self, region: Region) -> str:
        """The block as it stands in the page, without the indentation of its first line."""
        page = self.context.page
        assert page.read
        lines = page.read.lines[region.start : region.end + 1]
        return "\n".join(line.removeprefix(region.prefix) for line in lines)


class PreviewTreeprocessor(_Part, Treeprocessor):
    """Adds what authors see in a live preview."""

    def run(self, root: Element) -> None:
        """Complete the page."""
        if self.context.preview:
            self.context.preview.complete(root, self.context.page.host, self.context.say)


class HidePlainTreeprocessor(_Part, Treeprocessor):
    """Keeps texts without any sign from the search for signs."""

    def run(self, root: Element) -> None:
        """Take the texts out, and from an item without any others all that held them."""
        page = self.context.page
        if page.plain:
            page.plain.hide()
            for held in page.held if page.plain.all_the_way else ():
                held.withdraw()


class ShowPlainTreeprocessor(_Part, Treeprocessor):
    """Ends that."""

    def run(self, root: Element) -> None:
        """Put the texts back."""
        if self.context.page.plain:
            self.context.page.plain.show()


class HideLabelsTreeprocessor(_Part, Treeprocessor):
    """Lets the labels of options take attribute lists."""

    def run(self, root: Element) -> None:
        """Make paragraphs of them."""
        page = self.context.page
        page.labels = hide_labels([held.holder for held in page.held])


class ShowLabelsTreeprocessor(_Part, Treeprocessor):
    """Gives these labels their name back."""

    def run(self, root: Element) -> None:
        """Make labels of them again."""
        for label in self.context.page.labels:
            label.tag = "label"


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
        if not page.items or self.context.draw:
            return
        if page.excerpt:
            drop_items(root, page.items)
            return
        for held in page.held:
            held.release(self.markdown.htmlStash.rawHtmlBlocks)
        move_footnotes(root, page.items, self._find_withheld())
        number_items(root)
        add_print(root, self.context.say)
        for sheet in [div for div in root.iter("div") if div.get("class") == "recall-sheet"]:
            add_tally(sheet, self.context.say)
        self._add_assets(root)

    def _find_withheld(self) -> set[str]:
        """Ids of the footnotes that faulty items name, whose answers the page does not have."""
        page = self.context.page
        notes = [each.footnotes for each in self.markdown.treeprocessors if isinstance(each, FootnoteTreeprocessor)]
        if not notes or page.read is None:
            return set()
        faulty = [each.region for entry in page.entries.values() for each in (entry, *entry.children) if each.problems]
        lines = (line for region in faulty for line in page.read.lines[region.start : region.end + 1])
        return {each.makeFootnoteId(label) for line in lines for label in _FOOTNOTE.findall(line) for each in notes}

    def _add_assets(self, root: Element) -> None:
        """Have the page load the parts of the script and of the style that its blocks need."""
        blocks = [entry.block for entry in self.context.page.entries.values()]
        kinds = find_kinds(blocks, confidence=self.context.confidence)
        own, parts = find_parts(kinds), find_parts(kinds | find_borrowed_kinds(blocks))
        late = {part.name: "" if part in own else self.context.late.borrow(part.name) for part in parts}
        styles, later_styles = (
            [late[part.name] + self._to_asset(name) for part, name in sheets] for sheets in find_stylesheets(parts)
        )
        at_once = {name for part in parts if part.name not in DEFERRED for name in (part.name, *part.needs)}
        scripts = {part.name: late[part.name] + self._to_asset(part.script) for part in parts if part.name in at_once}
        more = [PARTS[name] for name in LATER if name not in scripts and OF_USE_WITH.get(name, CORE) in scripts]
        later = [posixpath.basename(self._ship(part.script)) for part in more]
        site = {"data-recall-site": self.context.site_id, "data-recall-more": " ".join(later)}
        if not self.context.marks:
            site["data-recall-marks"] = "no"
        if self.context.late.review:
            site["data-recall-review"] = self.context.late.review
        held = {DUE, *(part.name for part in parts)}
        deferred = {
            name: self._to_asset(PARTS[name].script) for name in DEFERRED if name in held and name not in scripts
        }
        soon = [self._to_asset(PARTS[name].script) for name in SOON if name not in scripts]
        add_assets(root, (styles, later_styles), (scripts, deferred, soon), site)

    def _to_asset(self, name: str) -> str:
        late, uri = self.context.late, self._ship(name)
        return f"{late.root}{uri}" if late.root else self.context.page.host.to_asset(uri)

    def _ship(self, name: str) -> str:
        return shipped(name, self.context.say)[0]


class PackTreeprocessor(_Part, Treeprocessor):
    """Writes the items, when all is done to the tree."""

    def run(self, root: Element) -> None:
        """Leave a mark in the place of each."""
        page = self.context.page
        held, page.held, page.labels = page.held, [], []
        if not page.excerpt:
            page.packed = write_held(held, self.markdown.serializer)


class UnpackPostprocessor(_Part, Postprocessor):
    """Puts the items back, before anything is done to the HTML of the page."""

    def run(self, text: str) -> str:
        """Return the whole HTML."""
        packed, self.context.page.packed = self.context.page.packed, []
        return unpack(text, packed) if packed else text


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
                pieces += [text[end : found.start()], self._replace(index, code=code)]
                end = found.end()
            text = "".join(pieces) + text[end:]
        if page.samples:
            text, unread = page.samples.restore(text)
            self.context.bank.note(page.host.key, unread)
        text = write_gaps(text, self.context.say)
        if page.displaced:
            self.context.bank.displace(page.host.key, list(page.displaced.values()))
        self.context.end(self.markdown)
        return text

    def _replace(self, index: int, *, code: bool) -> str:
        """The text in place of a block; nothing for one that Markdown has read and put here a second time."""
        entry = self.context.page.entries.get(index)
        if entry and entry.region.start in self.context.page.met:
            return ""
        return self.context.displace(self.markdown, index, code=code)
