"""A page as a typical Material site converts it, and as MkDocs hands it to Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from mkdocs_recall.kinds import Item
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.problems import Problem
from mkdocs_recall.site.bank import Bank, PageItems

EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.highlight"),
    *("pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.snippets", "pymdownx.superfences"),
    *("pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab"),
)
OPTIONS: dict[str, dict[str, Any]] = {
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.blocks.tab": {"alternate_style": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "toc": {"permalink": True},
}


class _RelativePaths(Treeprocessor):
    """Stands in for the processor by which MkDocs says which page is under way."""

    def __init__(self, source: str, config_file: str, folder: Path | None) -> None:
        super().__init__()
        self.files = _Files(folder) if folder else None
        self.file = SimpleNamespace(
            abs_src_path=None, src_uri="page.md", dest_uri="page/index.html", content_string=source
        )
        self.config = SimpleNamespace(config_file_path=config_file, site_name="A site")


class _Files:
    """Stands in for the files that MkDocs knows of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_file_from_path(self, uri: str) -> SimpleNamespace | None:
        file = self.folder / uri
        if not file.is_file():
            return None
        return SimpleNamespace(content_string=file.read_text("utf-8-sig"), url=uri.removesuffix(".md") + "/")


class Engine(Extension):
    """Stands in for MkDocs, which tells Markdown about the page and about the others in its folder."""

    def __init__(self, source: str, config_file: str, folder: Path | None) -> None:
        super().__init__()
        self.folder = folder
        self.source = source
        self.config_file = config_file

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_RelativePaths(self.source, self.config_file, self.folder), "relpath", 0)


@dataclass(slots=True)
class Converted:
    """What became of a page."""

    html: str
    problems: list[Problem] = field(default_factory=list)
    toc: list[dict[str, Any]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def converter() -> Callable[[str], tuple[str, PageItems]]:
    """A function that converts many pages, without the cost of setting Markdown up for each."""
    bank = Bank()
    settings = {**OPTIONS, "pymdownx.highlight": {"use_pygments": False}, "recall": {"bank": bank}}
    md = Markdown(extensions=[*EXTENSIONS, "recall"], extension_configs=settings)

    def convert_next(source: str) -> tuple[str, PageItems]:
        md.reset()
        html = md.convert(source)
        return html, next(iter(bank.pages.values()), PageItems(Page(path="page", lines=[])))

    return convert_next


def convert(
    source: str,
    *,
    text: str | None = None,
    snippets: Path | None = None,
    extensions: Mapping[str, Mapping[str, Any]] | None = None,
) -> Converted:
    """Convert a page `page.md`; `text` is what Markdown is given of it where that is not all of `source`."""
    bank = Bank()
    settings: dict[str, Any] = {**OPTIONS, **(extensions or {}), "recall": {"bank": bank}}
    settings["pymdownx.snippets"] = {"base_path": [str(snippets or ".")]}
    host = Engine(source, str(snippets / "mkdocs.yml") if snippets else "", snippets)
    md = Markdown(extensions=[*EXTENSIONS, "recall", host], extension_configs=settings)
    html = md.convert(source if text is None else text)
    items = [item for page in bank.pages.values() for item in page.items()]
    return Converted(html, bank.problems(), getattr(md, "toc_tokens", []), items)
