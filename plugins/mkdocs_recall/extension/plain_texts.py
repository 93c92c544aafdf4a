"""A short way for texts in which Markdown finds nothing but paragraphs and code between backticks.

Most texts of items are such: a sentence or two. Markdown tries some 20 kinds of blocks and as many signs on each of
them, which is most of what an item costs. Here one regular expression shows that none of these can be in a text. It
knows the signs of the extensions named below: on a page with any other, every text goes the usual way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString, Registry

_START = r"(?!\d+[.)])(?=[^\W_]|[(\"'`])"
"""A line that begins with a letter, and is no entry of a list."""
_REST = (
    r"(?:[^\\`\[\]{}<>&*_~^=+:@#$|\n\x02\x03]++|`[^`\\|<\n\x02\x03]++`(?!`)"
    rf"|:(?![^ \n])|(?<! )\n{_START})++"
)
"""Text without any sign. The last character of a line is never a blank, which would break the line."""
_PARAGRAPH, _TEXT = re.compile(_START + _REST), re.compile(_REST)
_ADDRESS = re.compile("www", re.IGNORECASE)
"""An address without a sign, for `pymdownx.magiclink`."""
_CODE = "backtick"
"""The name of the pattern for code."""

_BLOCKS = frozenset(
    (
        "markdown.blockprocessors",
        "markdown.extensions.abbr",
        "markdown.extensions.admonition",
        "markdown.extensions.def_list",
        "markdown.extensions.footnotes",
        "markdown.extensions.md_in_html",
        "markdown.extensions.sane_lists",
        "markdown.extensions.tables",
        "mkdocs_recall.extension.block_processor",
        "pymdownx.arithmatex",
        "pymdownx.blocks",
        "pymdownx.details",
        "pymdownx.quotes",
        "pymdownx.saneheaders",
        "pymdownx.superfences",
        "pymdownx.tabbed",
    )
)
"""The modules of block processors that find nothing in such a paragraph."""
_SIGNS = {
    "markdown.inlinepatterns": (
        *(_CODE, "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
        *("autolink", "automail", "linebreak", "html", "entity", "not_strong", "em_strong", "em_strong2"),
    ),
    "markdown.extensions.footnotes": ("footnote",),
    "markdown.extensions.wikilinks": ("wikilink",),
    "pymdownx.arithmatex": ("arithmatex-inline",),
    "pymdownx.betterem": ("strong_em", "strong_em2", "strong_em3", "strong_em4", "strong_em5", "strong", "strong2"),
    "pymdownx.delimiterprocessor": ("delimiter",),
    "pymdownx.emoji": ("emoji",),
    "pymdownx.escapeall": ("escape",),
    "pymdownx.inlinehilite": (_CODE,),
    "pymdownx.keys": ("keys", "keys-custom"),
    "pymdownx.magiclink": ("autolink", "magic-link", "magic-mail"),
    "pymdownx.progressbar": ("progress-bar",),
}
"""The names of inline patterns by their modules, none of which finds anything in it but code."""
_LATER = {
    "markdown.treeprocessors": ("inline", "prettify", "unescape"),
    "markdown.extensions.attr_list": ("attr_list",),
    "markdown.extensions.footnotes": ("footnote", "footnote-duplicate"),
    "markdown.extensions.toc": ("toc",),
    "mkdocs.structure.pages": ("relpath", "mkdocs_extract_anchors", "mkdocs_extract_title"),
    "pymdownx.blocks": ("blocks_on_inline_end",),
    "pymdownx.highlight": ("indent-highlight",),
    "pymdownx.tabbed": ("tab_slugs",),
    "pymdownx.tasklist": ("task-list",),
    "mkdocs_recall.extension.processors": (
        *("recall_hide_plain", "recall_show_plain", "recall_hide_labels", "recall_show_labels"),
        *("recall_hide_headings", "recall_show_headings", "recall_items", "recall_pack", "recall_preview"),
    ),
}
"""The same of tree processors. After the search for signs, all else that works on texts is not among them."""


class PlainTexts:
    """The texts of a page that go the short way."""

    def __init__(self, md: Markdown) -> None:
        self.all_the_way = _has_only(md.treeprocessors, _LATER)
        """Whether nothing that comes after the search for signs needs to see them either."""
        self._code = _find_code(md)
        """The pattern for code; None where every text goes the usual way."""
        self._finds_addresses = "magic-link" in md.inlinePatterns
        self._paragraphs: list[tuple[Element, str]] = []
        self._hidden: list[tuple[Element, int, str | None, Sequence[Element]]] = []
        """What is not in the tree: a text and the code in it, with its holder and the number of elements before it."""

    def add(self, parent: Element, lines: Sequence[str]) -> bool:
        """Add the paragraphs of a text, if it is nothing else."""
        if self._code is None:
            return False
        blocks = "\n".join(lines).strip("\n").split("\n\n")
        if not all(map(_PARAGRAPH.fullmatch, blocks)):
            return False
        for block in blocks:
            paragraph = SubElement(parent, "p")
            paragraph.text = block
            self._paragraphs.append((paragraph, block))
        return True

    def hide(self) -> None:
        """Take the texts out of the tree before Markdown looks for signs in them."""
        waiting, self._paragraphs = self._paragraphs[::-1], []
        while waiting:  # What has been read is let go at once: a long page has many texts.
            paragraph, written = waiting.pop()
            if paragraph.text is written and not len(paragraph):
                self._hide(paragraph, 0, written)
                continue
            for at, text in enumerate((paragraph.text, *(child.tail for child in paragraph))):
                if text and not isinstance(text, AtomicString) and _TEXT.fullmatch(text):
                    self._hide(paragraph, at, text)

    def _hide(self, holder: Element, at: int, text: str) -> None:
        if self._finds_addresses and _ADDRESS.search(text):
            return
        read = self._read(text)
        if read is not None:
            self._hidden.append((holder, at, *read))
            _write(holder, at, None)

    def show(self) -> None:
        """Put them back, with the code that is in them."""
        for holder, at, text, code in reversed(self._hidden):
            _write(holder, at, text)
            holder[at:at] = code
        self._hidden = []

    def _read(self, text: str) -> tuple[str | None, Sequence[Element]] | None:
        """The text before the first code, and each code with the text after it; None where a code has more in it."""
        assert self._code
        if "`" not in text:
            return text, ()
        code: list[Element] = []
        pieces = [""]
        done, at = 0, text.find("`")
        while at >= 0 and (found := self._code.getCompiledRegExp().search(text, at)):
            made, start, end = self._code.handleMatch(found, text)
            if start is None or end is None:
                at = text.find("`", found.end())
                continue
            if made is None or not _is_done(made):
                return None
            pieces[-1] += text[done:start]
            done, at = end, text.find("`", end)
            if isinstance(made, str):
                pieces[-1] += made
            else:
                code.append(made)
                pieces.append("")
        pieces[-1] += text[done:]
        for each, tail in zip(code, pieces[1:], strict=True):
            each.tail = tail or None
        return pieces[0] or None, code


def _find_code(md: Markdown) -> InlineProcessor | None:
    """The pattern for code, on a page that has no block and no other sign that is not known here."""
    patterns = md.inlinePatterns
    blocks = {type(each).__module__ for each in md.parser.blockprocessors}
    if "critic" in md.preprocessors or not blocks <= _BLOCKS or not _has_only(patterns, _SIGNS):
        return None
    first = patterns[0]
    return first if isinstance(first, InlineProcessor) and _CODE in patterns and patterns[_CODE] is first else None


def _has_only(registered: Registry[Any], known: Mapping[str, Sequence[str]]) -> bool:
    """Whether all that is registered has one of these names, and is from its module."""
    found = [
        registered[name]
        for module, names in known.items()
        for name in names
        if name in registered and type(registered[name]).__module__ == module
    ]
    return len(found) == len(registered)


def _is_done(made: Element | str) -> bool:
    """Whether there is nothing in a code that Markdown would look into."""
    if isinstance(made, str):
        return True
    text = made.text or ""
    return not len(made) and (isinstance(text, AtomicString) or HTML_PLACEHOLDER_RE.fullmatch(text) is not None)


def _write(holder: Element, at: int, text: str | None) -> None:
    """Set the text after so many elements."""
    if at:
        holder[at - 1].tail = text
    else:
        holder.text = text
