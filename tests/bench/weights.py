"""Bytes and elements: of a question, of a page, of scripts and styles, and of what review and tests load."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import texts
from builds import build
from sites import Site, make_site
from table import Row

KB = 1024
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
QUESTION = {"ours": ("recall-mcq", ""), "rival": ("div", "quiz")}
"""Tag and class of a question."""


class _First(HTMLParser):
    """Finds the first element of a tag and class: where it begins and ends, and how many elements it is."""

    def __init__(self, tag: str, css: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tag, self.css = tag, css
        self.depth = self.elements = 0
        self.start: tuple[int, int] | None = None
        self.end: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count the element, if it is inside."""
        named = not self.css or self.css in (dict(attrs).get("class") or "").split()
        if self.start is None and tag == self.tag and named:
            self.start = self.getpos()
        if self.start and not self.end:
            self.elements += 1
            self.depth += tag not in _VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element that ends where it begins."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if self.start and not self.end and tag not in _VOID:
            self.depth -= 1
            if not self.depth:
                self.end = self.getpos()


def first_element(html: str, tag: str, css: str = "") -> tuple[str, int]:
    """The HTML of the first such element, and how many elements it is, itself included."""
    reader = _First(tag, css)
    reader.feed(html)
    if reader.start is None or reader.end is None:
        raise ValueError(f"No {tag} {css} in the page.")
    lines = html.splitlines(keepends=True)
    first, last = (sum(map(len, lines[: line - 1])) + column for line, column in (reader.start, reader.end))
    return html[first : html.index(">", last) + 1], reader.elements


def packed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(data, 9))


def measure(scratch: Path, rival: Path | None, *, quick: bool) -> Iterator[Row]:
    """All rows about sizes."""
    kinds = [kind for kind in texts.KINDS if kind != "rival" or rival]
    sites = {
        kind: make_site(scratch / f"ten-{kind}", kind, {"index.md": texts.questions(0, 10, kind)}) for kind in kinds
    }
    for site in sites.values():
        build(site, rival)
    pages = {kind: (site.built / "index.html").read_text("utf-8") for kind, site in sites.items()}
    cut = {kind: _cut_question(scratch, kind, rival) for kind in kinds if kind in QUESTION}
    elements: dict[str, float] = {kind: count for kind, (_, count) in cut.items()}
    size: dict[str, float] = {kind: len(html.encode()) / KB for kind, (html, _) in cut.items()}
    yield Row(what="A choice question, four options with reasons", unit="elements", goal=45, **elements)
    yield Row(what="A choice question, four options with reasons", unit="KB", goal=2.0, **size)
    page = {kind: packed(html.encode()) for kind, html in pages.items()}
    yield Row(
        what="Page of 10 questions, gzip",
        goal=1.25,
        ours=page["ours"] / page["plain"],
        rival=page["rival"] / page["plain"] if rival else None,
    )
    yield from _assets(sites["ours"], pages)
    yield from _data(scratch, quick=quick)


def _cut_question(scratch: Path, kind: str, rival: Path | None) -> tuple[str, int]:
    """The HTML of a question of few words, and its elements."""
    site = make_site(scratch / f"short-{kind}", kind, {"index.md": texts.short_question(kind)})
    build(site, rival)
    return first_element((site.built / "index.html").read_text("utf-8"), *QUESTION[kind])


def _assets(site: Site, pages: dict[str, str]) -> Iterator[Row]:
    files = [*_named(pages["ours"], site.built, r"<script[^>]* src=\"(assets/recall/[^\"]+)\"")]
    styles = [*_named(pages["ours"], site.built, r"<link[^>]* href=\"(assets/recall/[^\"]+)\"")]
    inline = _inline(pages["rival"]) - _inline(pages["plain"]) if "rival" in pages else None
    script, style = (sum(packed(file.read_bytes()) for file in found) / KB for found in (files, styles))
    yield Row(what="Script of a page with choice questions, gzip", unit="KB", goal=12, ours=script)
    yield Row(what="Style of a page with choice questions, gzip", unit="KB", goal=6, ours=style)
    if inline is not None:
        both = script + style
        yield Row(what="Script and style together, gzip", unit="KB", goal=18, ours=both, rival=inline / KB)
    quiet = make_site(site.folder.parent / "quiet", "ours", {"index.md": "# Nothing to answer\n"})
    build(quiet, None)
    text = (quiet.built / "index.html").read_text("utf-8")
    found = [*_named(text, quiet.built, r"(?:src|href)=\"(assets/recall/[^\"]+)\"")]
    none = sum(packed(file.read_bytes()) for file in found) / KB
    rest = None if inline is None else inline / KB
    yield Row(what="Script and style of a page without questions, gzip", unit="KB", goal=0, ours=none, rival=rest)


def _named(page: str, folder: Path, pattern: str) -> list[Path]:
    return [folder / found for found in re.findall(pattern, page)]


def _inline(page: str) -> int:
    """Bytes of scripts and styles in a page itself."""
    return packed("".join(re.findall(r"<(?:script|style)[^>]*>(.*?)</(?:script|style)>", page, re.DOTALL)).encode())


def _data(scratch: Path, *, quick: bool) -> Iterator[Row]:
    """What a review and tests load."""
    items = 2000 if quick else 20_000
    pages = {"index.md": "# Review\n\n/// review\n\n///\n", "progress.md": "# Progress\n\n/// progress\n\n///\n"}
    for number in range(items // 40):
        pages[f"topic-{number}.md"] = texts.questions(number * 40, 40, "ours")
    site = make_site(scratch / "data", "ours", pages)
    build(site, None)
    shipped = site.built / "assets" / "recall"
    topics, lists = (sorted(shipped.glob(name)) for name in ("pages/*.js", "items.*.js"))
    share = items / 20_000
    total = sum(file.stat().st_size for file in topics) / KB / KB
    manifest = sum(file.stat().st_size for file in lists) / KB / KB
    each = topics[0].stat().st_size / KB if topics else 0.0
    yield Row(what="Data file of a page of 40 questions", unit="KB", goal=110, ours=each)
    yield Row(what=f"Data files of {items:,} items", unit="MB", goal=28 * share, ours=total)
    yield Row(what=f"Manifest of {items:,} items", unit="MB", goal=1.0 * share, ours=manifest)
