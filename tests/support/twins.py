"""A site of one page, read by `check` and built, and what must hold for both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.utils.meta import get_data

from mkdocs_recall.kinds import Item, Mcq
from mkdocs_recall.model.text import Text
from mkdocs_recall.site.bank import Bank, Entry, PageItems
from mkdocs_recall.site.page_checks import check_page_blocks
from mkdocs_recall.site.placement.placeholders import Placeholders
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import Settings
from mutants import WORD
from pages import EXTENSIONS, OPTIONS

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTE = re.compile(r"\[\^([^\]]*)\]")

SITES: dict[str, dict[str, dict[str, Any]]] = {
    "material": {name: dict(OPTIONS.get(name, {})) for name in EXTENSIONS},
    "mkdocs": {"toc": {}, "tables": {}, "fenced_code": {}},
    "course": {
        **{name: {} for name in ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables")},
        "toc": {"permalink": True},
        **{f"pymdownx.{name}": {} for name in ("details", "highlight", "inlinehilite", "superfences")},
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.tasklist": {"custom_checkbox": True},
    },
    "extra": {"extra": {}, "admonition": {}, "pymdownx.snippets": {}},
    "pymdownx.extra": {"pymdownx.extra": {}, "pymdownx.blocks.details": {}, "pymdownx.snippets": {}},
}
"""Extensions of several kinds of sites."""

SNIPPETS = {
    "text.md": "A line from a snippet.\n",
    "item.md": "Above the item.\n\n/// card | from-snippet\n\nWhat?\n\n**Answer:** That.\n\n///\n",
    "open.md": "```text\nopen\n",
    "close.md": "///\n",
}


@dataclass(slots=True)
class Result:
    """What one of the two finds on a page."""

    errors: list[str] = field(default_factory=list)
    items: list[tuple[str, str]] = field(default_factory=list)
    html: str = ""
    page: PageItems | None = None


class _Engine(Extension):
    """Stands in for MkDocs, which tells Markdown about the page under way."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.config_file = str(folder / "mkdocs.yml")
        self.files = _Pages()
        self.file = SimpleNamespace(abs_src_path=None, src_uri="page.md", dest_uri="page.html", content_string="")

    def extendMarkdown(self, md: Markdown) -> None:
        config = SimpleNamespace(config_file_path=self.config_file, site_name="A site")
        processor = Treeprocessor(md)
        processor.run = lambda root: None  # type: ignore[method-assign]
        for name, value in (("files", self.files), ("file", self.file), ("config", config)):
            setattr(processor, name, value)
        md.treeprocessors.register(processor, "relpath", 0)


class _Pages:
    """Stands in for the files that MkDocs knows of."""

    def get_file_from_path(self, uri: str) -> Any:
        return None


class Twins:
    """A site of one page, read by `check` and built."""

    def __init__(self, extensions: Mapping[str, Mapping[str, Any]], folder: Path) -> None:
        self.folder = folder
        for name, text in SNIPPETS.items():
            (folder / name).write_text(text, encoding="utf-8")
        excluded = type(Settings(root=folder, docs=folder).excluded).from_lines([*SNIPPETS])
        self.settings = Settings(root=folder, docs=folder, extensions=extensions, excluded=excluded)
        self.bank = Bank()
        self.engine = _Engine(folder)
        options = {name: dict(own) for name, own in extensions.items()}
        if "pymdownx.snippets" in options:
            options["pymdownx.snippets"]["base_path"] = [str(folder)]
        options["recall"] = {"bank": self.bank}
        self.markdown = Markdown(extensions=[*options, self.engine], extension_configs=options)
        others = {name: own for name, own in options.items() if name != "recall"}
        self._without = Markdown(extensions=[*others], extension_configs=others)

    def check(self, text: str) -> Result:
        """What `check` finds."""
        (self.folder / "page.md").write_text(text, encoding="utf-8", newline="")
        site = read_site(self.settings)
        errors = [str(problem) for problem in site.problems() if problem.severity == "error"]
        return Result(errors, [(item.id, item.kind) for page in site.pages for item in page.items()])

    def build(self, text: str) -> Result:
        """What a build finds and shows."""
        self.bank.forget("page.md")
        self.engine.file.content_string = text.replace("\r\n", "\n")
        self.markdown.reset()
        html = self.markdown.convert(get_data(text.replace("\r\n", "\n"))[0])
        if "page.md" in self.bank.pages:
            for path, faults in check_page_blocks(self.bank, {"page.md": "page.md"}, ["page.md"]).items():
                self.bank.add(path, faults)
        page = self.bank.pages.get("page.md")
        items = [(item.id, item.kind) for item in page.items()] if page else []
        return Result([str(problem) for problem in self.bank.problems()], items, html, page)

    def plain(self, text: str) -> str:
        """What Markdown makes of the page without this package."""
        self._without.reset()
        return self._without.convert(get_data(text.replace("\r\n", "\n"))[0])

    def around(self, text: str, page: PageItems | None) -> str:
        """What Markdown makes of the page without this package, with a line of text in the place of each block."""
        if page is None:
            return self.plain(text)
        regions = [entry.region for entry in page.entries]
        lines = Placeholders(text).cut(page.page.lines, regions, frozenset(page.unclosed))
        self._without.reset()
        return self._without.convert("\n".join(lines))


def words_in(text: str) -> set[str]:
    """The words by which lines are known."""
    return set(WORD.findall(text))


def hidden_words(page: PageItems | None) -> set[str]:
    """The words of options, reasons and parts of items with a problem."""
    return {
        word
        for entry in _entries(page)
        if entry.problems and isinstance(entry.block, Item)
        for piece in _secrets(entry.block)
        for line in piece.lines
        for word in WORD.findall(line)
    }


def _entries(page: PageItems | None) -> Iterator[Entry]:
    for entry in page.entries if page else ():
        yield from (entry, *entry.children)


def _secrets(item: Item) -> Iterator[Text]:
    yield from (part.text for part in item.parts)
    yield from item.right_texts()
    yield from item.wrong_texts()
    if isinstance(item, Mcq):
        yield from (option.reason for option in item.options)


def kept_words(twins: Twins, text: str, page: PageItems | None) -> set[str]:
    """The words that a page must show: those of blocks without a problem, and of all that is in no block.

    A block in a footnote that is defined again below is lost with it. A footnote that a faulty item names may give its
    answer away.
    """
    around = twins.around(text, page)
    shown = {index for _, index, _ in Placeholders(text).find(around)}
    blocks = [
        (each, _words_of(page, each), index in shown)
        for index, entry in enumerate(page.entries if page else ())
        for each in (entry, *entry.children)
    ]
    faulty = set().union(*(words for entry, words, _ in blocks if entry.problems)) | _words_of_notes(text, page)
    sound = set().union(*(words for entry, words, there in blocks if there and not entry.problems)) - faulty
    sound &= words_in(_COMMENT.sub("", text)) & words_in(twins.plain(text))
    return sound | (words_in(around) - faulty)


def _words_of_notes(text: str, page: PageItems | None) -> set[str]:
    lines = [line for entry in _entries(page) if entry.problems for line in _lines_of(page, entry)]
    labels = "|".join(re.escape(label) for label in _NOTE.findall("\n".join(lines)))
    notes = re.findall(rf"^ {{0,3}}\[\^(?:{labels})\]:.*(?:\n.*\S.*)*(?:\n(?: {{4}}.*|[ \t]*$))*", text, re.MULTILINE)
    return words_in("\n".join(notes))


def _lines_of(page: PageItems | None, entry: Entry) -> Sequence[str]:
    return page.page.lines[entry.region.start : entry.region.end + 1] if page else ()


def _words_of(page: PageItems | None, entry: Entry) -> set[str]:
    return words_in("\n".join(_lines_of(page, entry)))
