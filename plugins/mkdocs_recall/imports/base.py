"""What a format is, and the file that it reads."""

from __future__ import annotations

import codecs
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markdown import Markdown

from ..model.vocabulary import ITEM_KINDS, LABELS
from ..site.settings import Settings
from ..ui import words
from .question import ImportedQuestion
from .texts.html_text import HtmlWriter
from .texts.pictures import read_data, safe_name
from .texts.plain import clean, escape_line, escape_text

_ARITHMATEX = ("pymdownx.arithmatex", "arithmatex")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_MARKED = re.compile(r"[`*_\[\]<>&\\#~|!:{}=^$\n\t]|  |^\s*(?:[-+]|\d+[.)])")
"""What Markdown could read as more than a text."""
PICTURES = "images"
"""The folder beside the page that pictures go into."""


class UnreadableFile(Exception):
    """A file that is not what its format says."""


@dataclass(slots=True, kw_only=True)
class Incoming:
    """A file that is imported, and what became of it."""

    name: str
    content: bytes
    settings: Settings = field(repr=False)
    questions: list[ImportedQuestion] = field(default_factory=list)
    notes: dict[tuple[int, str], None] = field(default_factory=dict)
    """What is not carried: the line in the file, and what it is."""
    lost: list[tuple[int, str]] = field(default_factory=list)
    """Questions that are left out: the line in the file, and why."""
    reader: Markdown | None = None
    """Reads the Markdown of other programs; made when there is some."""
    faulty: list[tuple[int, str]] = field(default_factory=list)
    """What `recall check` says of questions that were imported as they are: the line in the file, and what."""
    titles: dict[str, str] = field(default_factory=dict)
    """Names of parts by the titles that our exports give them."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Pictures to write, by their paths beside the page."""

    def word(self, key: str) -> str:
        """Return a text that our exports write, in the language of the site."""
        catalogue = words(self.settings.language).catalogue
        return str(catalogue.get(key) or words().catalogue[key])

    def part_of(self, title: str) -> str:
        """Return the name of the part that our exports write below a title; empty where there is none."""
        if not self.titles:
            keys = {f"page.part.{name}": name for name in LABELS}
            keys |= {"page.hint": "hint", "page.export.solution": "solution", "page.export.concepts": "concepts"}
            known = words().catalogue
            self.titles.update((self.word(key), name) for key, name in keys.items() if key in known)
        return self.titles.get(re.sub(r" \d+ .{1,20} \d+$", "", title), "")

    def note(self, line: int, what: str) -> None:
        """Note what is not carried, in a sentence."""
        self.notes[line, what] = None

    def refuse(self, line: int, why: str) -> None:
        """Note that a question is left out, and why, in a sentence."""
        self.lost.append((line, why))

    def text(self) -> str:
        """Return the file as text, with `\\n` at the end of each line."""
        content = self.content
        coding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _guess(content)
        try:
            text = content.decode(coding or "utf-8")
        except UnicodeDecodeError:
            text = content.decode(coding or "cp1252", "replace")
            self.note(1, f"the file is not in {coding or 'UTF-8'}. It is read as {coding or 'Windows-1252'}.")
        return re.sub("\r\n?", "\n", text)

    def plain(self, text: str) -> str:
        """Return plain text of several lines as Markdown."""
        return escape_text(text)

    def line(self, text: str) -> str:
        """Return plain text as one line of Markdown."""
        return escape_line(text)

    def cell(self, text: str) -> str:
        """Return plain text as a cell of a table."""
        return escape_text(text).replace("<br>\n", "<br>").replace("\n\n", "<br>")

    def markdown(self, text: str, line: int, *, option: bool = False, cell: bool = False) -> str:
        """Return Markdown of another program as ours: what is rendered stays, what acts goes."""
        if not _MARKED.search(text):
            return self.cell(text) if cell else self.plain(text)
        try:
            self.reader = self.reader or Markdown(extensions=["fenced_code", "tables"])
            html = self.reader.reset().convert(clean(text))
        except RecursionError:
            self.note(line, "its Markdown is nested too deeply, so it is taken as plain text.")
            return self.cell(text) if cell else self.plain(text)
        return self.html(html, line, option=option, cell=cell)

    def html(
        self,
        html: str,
        line: int,
        *,
        option: bool = False,
        cell: bool = False,
        pictures: Mapping[str, bytes] | None = None,
    ) -> str:
        """Return HTML as Markdown.

        `line` is where it is in the file. `option` is whether it becomes an entry of a list, `cell` whether a cell
        of a table. `pictures` are those of the text, by address.
        """
        writer = HtmlWriter(
            note=lambda what: self.note(line, what),
            find_picture=lambda address: self._picture(address, pictures or {}, line),
            math=any(name in self.settings.extensions for name in _ARITHMATEX),
            in_list=option,
            cell=cell,
        )
        return writer.write(clean(html))

    def _picture(self, address: str, pictures: Mapping[str, bytes], line: int) -> str:
        content = pictures.get(address)
        if content is None and address.startswith("data:"):
            content = read_data(address)
        return self.add_picture(address if address in pictures else "", content, line) if content else ""

    def add_picture(self, name: str, content: bytes, line: int) -> str:
        """Return the address of a picture beside the page; empty where it is no picture that is safe to show."""
        safe = safe_name(name, content)
        if not safe:
            self.note(line, "a picture is left out: only PNG, JPEG, GIF and WebP up to 20 MB are carried.")
            return ""
        self.files[f"{PICTURES}/{safe}"] = content
        return f"{PICTURES}/{safe}"

    def read_tags(self, question: ImportedQuestion, tags: Iterable[str]) -> list[str]:
        """Take level and objective from tags. Returns the others, which are noted."""
        others = []
        for tag in filter(None, (" ".join(tag.split()) for tag in tags)):
            if tag in ITEM_KINDS:  # Our exports name the kind.
                continue
            if not question.level and any(tag in names for names in self.settings.levels):
                question.level = tag
            elif "objective" not in question.settings and re.fullmatch(r"[\w.-]{1,80}", tag):
                question.settings["objective"] = tag
            else:
                others.append(tag)
                self.note(question.line, f"the tag `{tag[:80]}` is left out: there is one level and one objective.")
        return others

    def add_feedback(self, question: ImportedQuestion, markdown: str, first: str = "explanation") -> None:
        """Add what is said after an answer. Sections with the titles of our exports become those parts.

        `first` is the part that it begins with.
        """
        for label, text in self._sections(markdown, first):
            if label == "concepts":
                question.concepts += read_entries(text)
            else:
                question.add(label, text)

    def add_answer(self, question: ImportedQuestion, markdown: str) -> None:
        """Add the answer of a card or an explain prompt, which others grade by what is said after it.

        The concepts are the entries of a list, else the paragraphs.
        """
        first = "answer" if question.kind == "card" else "model-answer"
        self.add_feedback(question, markdown, first)
        if question.kind == "card" or question.concepts:
            return
        answer = next((text for label, text in question.parts if label == first), "")
        blocks = split_blocks(answer)
        listed = [entry for block in blocks for entry in read_entries(block)]
        paragraphs = (block.replace("<br>", " ") for block in blocks if is_prose(block))
        question.concepts = listed or [" ".join(paragraph.split()) for paragraph in paragraphs]
        if question.concepts:
            what = "entries of the list" if listed else "paragraphs"
            self.note(question.line, f"the concepts are the {what} in its answer. Check them.")

    def _sections(self, markdown: str, first: str) -> Iterator[tuple[str, str]]:
        label, rows = first, list[str]()
        for block in split_blocks(markdown):
            found = re.fullmatch(r"<strong>([^<\n]{1,60})</strong>", block)
            if found and (name := self.part_of(found[1])):
                yield label, "\n\n".join(rows)
                label, rows = name, []
            else:
                rows.append(block)
        yield label, "\n\n".join(rows)


def read_entries(block: str) -> list[str]:
    """Return the entries of a list, each in one line; nothing where a block is no list."""
    if not re.match(r"(?:-|\d+\.) +\S", block):
        return []
    found = re.split(r"^(?:-|\d+\.) +", block, flags=re.MULTILINE)[1:]
    return [" ".join(text.replace("<br>", " ").split()) for text in found if text.strip()]


def is_prose(block: str) -> bool:
    """Whether a block of Markdown is a paragraph."""
    return not re.match(r"```|\||>|<pre|<hr|\$\$", block)


def split_blocks(markdown: str) -> list[str]:
    """Return the blocks of Markdown with blank lines between them; a fence is one block."""
    blocks, rows, fence = list[str](), list[str](), ""
    for line in markdown.split("\n"):
        if not fence and re.match("`{3,}", line):
            fence = re.match("`+", line)[0]  # type: ignore[index]  # it begins with some
        elif fence and line == fence:
            fence = ""
        if line or fence:
            rows.append(line)
        elif rows:
            blocks.append("\n".join(rows))
            rows = []
    return [*blocks, "\n".join(rows)] if rows else blocks


def _guess(content: bytes) -> str:
    """The encoding of a text without a mark, where every other byte is zero; else empty."""
    start = content[:400]
    if len(start) < 4 or start.count(0) * 3 < len(start):
        return ""
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFormat:
    """A format that questions can be imported from."""

    name: str
    summary: str
    read: Callable[[Incoming, Namespace], None]
    """Adds the questions of a file to it. Raises `UnreadableFile` where the file is not of this format."""
    add_arguments: Callable[[ArgumentParser], None] = lambda parser: None
    """Adds the options that only this format has."""
