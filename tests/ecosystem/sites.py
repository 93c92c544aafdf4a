"""Small sites with a plugin or an extension of others: how they are built, and what is true of every one of them."""

from __future__ import annotations

import html
import json
import logging
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml
from pypdf import PdfReader

from builds import build_with_mkdocs
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings

ANSWER, REASON = "SECRETANSWER", "SECRETREASON"
"""Words that stand only where readers see them after they have answered."""

FORBIDDEN = re.compile(r"/{3,} (?:card|mcq|explain|practice|test)\b|- \[[x ]\]")
"""What a page shows whose questions were not read as such."""

_OURS = re.compile(r'(?:src|href|data-recall-manifest|data-recall-review)="?([^"\s>]*)')
_ITEM = re.compile(r'<recall-(?:card|mcq|explain) [^>]*data-recall-id="?([^"\s>]+)')
_ANSWER = re.compile(r"<recall-answer\b.*?</recall-answer>", re.DOTALL)
"""They never contain each other."""


def card(id: str, more: str = "") -> str:
    return f"/// card | {id}\n\nWhat is {id}? {more}\n\n**Answer:** {ANSWER}\n\n///\n"


def question(id: str, more: str = "") -> str:
    reasons = f"- [x] Right\n  > {REASON}\n- [ ] Wrong\n  > {REASON}"
    return f"/// mcq | {id} easy\n\nWhich one? {more}\n\n{reasons}\n\n///\n"


DOWNLOADS = "\n/// downloads answers=no\n\n///\n"

PAGES: Mapping[str, str] = {
    "index.md": "# Home\n\n" + card("home"),
    "topic/lesson.md": f"# Lesson\n\n{card('lesson-card')}\n## Questions\n\n{question('lesson-question')}{DOWNLOADS}",
    "review.md": "# Review\n\n/// review\n\n///\n",
}
ITEMS: Mapping[str, Sequence[str]] = {
    "index.html": ("home",),
    "topic/lesson/index.html": ("lesson-card", "lesson-question"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A plugin of MkDocs or an extension of Markdown beside `recall`, and a site that uses it."""

    name: str
    """As its own documentation writes it."""
    use: str = ""
    """The variant that is built, where there are several; empty for the only one."""
    package: str
    """The module that it lives in."""
    note: str = ""
    """What authors should know, in Markdown."""
    plugins: Sequence[Any] = ()
    """What the site lists under `plugins`, beside `search` and `recall`."""
    extensions: Sequence[Any] = ()
    """What it lists under `markdown_extensions`."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Files of the docs folder, in addition to `PAGES`."""
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    """Other files of the project."""
    config: Mapping[str, Any] = field(default_factory=dict)
    """Further settings of the site."""
    items: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Ids of the items on built pages, in addition to `ITEMS`."""
    generated: frozenset[str] = frozenset()
    """Ids that only a build sees."""
    hidden: frozenset[str] = frozenset()
    """Ids that no finished page shows."""
    shows: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What is on built pages besides."""
    warned: Sequence[str] = ()
    """How the warnings of a build begin."""
    published: Sequence[str] = ()
    """Files that have answers, as the docs say. No other file has."""
    withheld: Sequence[str] = ()
    """What these files do not have."""
    theme: str = "material"
    last: bool = False
    """Whether it insists on being the last plugin."""
    base: bool = True
    """Whether the site has `PAGES` and `ITEMS` too."""
    common: bool = False
    """Whether it is tested with every change, since most sites have it."""
    review: str = "review/index.html"
    """The page that shows the items of all pages."""
    prepare: Callable[[Path], None] | None = None
    """Does to the project what files alone cannot."""

    def expected(self) -> dict[str, list[str]]:
        """Ids of the items on built pages."""
        common = ITEMS if self.base and self.config.get("use_directory_urls", True) else {}
        return {page: list(ids) for page, ids in {**common, **self.items}.items()}

    @property
    def label(self) -> str:
        """How tests and authors call it."""
        return f"{self.name}, {self.use}" if self.use else self.name


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built."""

    folder: Path
    messages: Sequence[str]
    """What `recall` reported."""

    def page(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def pages(self) -> Iterator[tuple[str, str]]:
        for file in sorted(self.folder.rglob("*.html")):
            name = file.relative_to(self.folder).as_posix()
            if name != "assets/recall/hub.html":
                yield name, file.read_text("utf-8")


def write_project(neighbour: Neighbour, folder: Path, *, first: bool) -> None:
    """Write the project of a site; `first` is whether `recall` comes before its neighbour."""
    pages = {**(PAGES if neighbour.base else {}), **neighbour.pages}
    docs = {f"docs/{name}": text for name, text in pages.items()}
    for name, content in {**docs, **neighbour.files}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    recall: list[Any] = [{"recall": {"site_id": "small"}}]
    others = list(neighbour.plugins)
    own = ["recall"] if neighbour.extensions else []
    extensions = [*own, *neighbour.extensions] if first else [*neighbour.extensions, *own]
    settings: dict[str, Any] = {
        "site_name": "Small site",
        "site_url": "https://example.org/small/",
        "theme": {"name": neighbour.theme, **({"font": False} if neighbour.theme == "material" else {})},
        "plugins": ["search", *(recall + others if first else others + recall)],
        "markdown_extensions": extensions,
        **neighbour.config,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    if neighbour.prepare:
        neighbour.prepare(folder)


def build_project(folder: Path, *, strict: bool = True) -> Built:
    """Build a project as `mkdocs build --strict` does, in this process."""
    heard = _Listener()
    logger = logging.getLogger("mkdocs.plugins.recall")
    logger.addHandler(heard)
    try:
        build_with_mkdocs(folder / "mkdocs.yml", strict=strict)
    finally:
        logger.removeHandler(heard)
    return Built(folder / "site", heard.messages)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def find_items(page: str) -> list[str]:
    """Ids of the items of a page, in order."""
    return _ITEM.findall(page)


def find_leaks(site: Built) -> list[str]:
    """Files in which an answer can be read that was not asked for, or a question that was not recognised."""
    leaks = []
    for file in sorted(site.folder.rglob("*")):
        name = file.relative_to(site.folder).as_posix()
        if not file.is_file() or name.startswith("assets/recall/"):
            continue
        text = _read_pdf(file) if file.suffix == ".pdf" else file.read_bytes().decode("utf-8", errors="replace")
        if name.endswith(".html"):
            text = _ANSWER.sub("", text)
            if FORBIDDEN.search(re.sub(r"(?s)<(pre|code)\b.*?</\1>", "", text)):
                leaks.append(f"{name}: a question as text")
        if ANSWER in text or REASON in text:
            leaks.append(f"{name}: an answer")
    return leaks


def _read_pdf(file: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(file).pages)


def find_dead(site: Built) -> list[str]:
    """Addresses of our files that lead nowhere, each after the page that has it."""
    dead = []
    for name, text in site.pages():
        for address in _OURS.findall(text):
            if "assets/recall/" not in address:
                continue
            path = unquote(urlsplit(html.unescape(address)).path)
            if not path.startswith("/"):
                path = posixpath.normpath(posixpath.join("/small", posixpath.dirname(name), path))
            if not (site.folder / path.removeprefix("/small/")).is_file():
                dead.append(f"{name}: {address}")
    return dead


def read_call(text: str) -> Any:
    """What one of our scripts hands to the page."""
    return json.loads(text[text.index("(") + 1 : text.rindex(")")])


def find_reviewed(site: Built, page: str) -> dict[str, str]:
    """The items that a review page can show, each with its HTML."""
    address = re.search(r'data-recall-manifest="?([^"\s>]+)', site.page(page))
    assert address, f"{page} has no manifest"
    manifest = read_call((site.folder / posixpath.dirname(page) / html.unescape(address[1])).read_text("utf-8"))
    found = {}
    for topic in manifest["topics"]:
        items = read_call((site.folder / topic["data"]).read_text("utf-8"))["items"]
        assert {item["id"] for item in topic["items"]} >= set(items)
        found.update(items)
    return found


def check_sources(folder: Path) -> tuple[set[str], list[str]]:
    """Ids and errors as `recall check` has them."""
    site = read_site(read_settings(folder / "mkdocs.yml"))
    errors = [str(problem) for problem in site.problems() if problem.severity == "error"]
    return {item.id for page in site.pages for item in page.items()}, errors
