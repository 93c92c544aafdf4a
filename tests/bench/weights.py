"""Bytes and elements: of a question, of a page, of scripts and styles, and of what reviews and tests load."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

import texts
from building import TOPIC, build, make_topic
from making import Bench, Found, Site, make_site

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


_LATE = re.compile(r" (?:async|defer|media)\b")
"""What a tag has that nothing waits for."""


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


def measure_question(bench: Bench) -> Found:
    """A question of few words, of which the HTML is mostly the plugin's own."""
    elements, size = {}, {}
    for kind in bench.kinds:
        if kind in QUESTION:
            site = make_site(bench.scratch / f"short-{kind}", kind, {"index.md": texts.short_question(kind)})
            build(site, bench.rival)
            html, count = first_element(_read_page(site), *QUESTION[kind])
            elements[kind], size[kind] = [float(count)], [len(html.encode()) / KB]
    yield "question-elements", elements
    yield "question-bytes", size


def measure_page(bench: Bench) -> Found:
    """A page of 10 questions, as a server sends it."""
    size = {}
    for kind in bench.kinds:
        site = make_site(bench.scratch / f"ten-{kind}", kind, {"index.md": texts.questions(0, 10, kind)})
        build(site, bench.rival)
        size[kind] = [float(packed(_read_page(site).encode()))]
    yield "page-bytes", size


def measure_assets(bench: Bench) -> Found:
    """Scripts and styles of a page with cards and choice questions, of a topic page, and of a page with neither."""
    cards, topic, empty = (
        make_site(bench.scratch / "cards", "ours", {"index.md": texts.mixed(4)}),
        make_topic(bench.scratch / "topic", "ours"),
        make_site(bench.scratch / "empty", "ours", {"index.md": "# Nothing to answer\n"}),
    )
    for site in (cards, topic, empty):
        build(site, None)
    rival = _find_inline(bench)
    for name, site, page in (("cards", cards, "index.html"), ("topic", topic, TOPIC)):
        for part, size in _weigh_assets(site, page).items():
            yield f"{name}-{part}", {"ours": [size], **rival.get(part, {})}
    yield "cards-later", {"ours": [sum(_weigh_assets(cards, "index.html", later=True).values())]}
    inline = {"rival": [sum(size["rival"][0] for size in rival.values())]} if rival else {}
    yield "empty-assets", {"ours": [sum(_weigh_assets(empty, "index.html").values())], **inline}


def _weigh_assets(site: Site, page: str, *, later: bool = False) -> dict[str, float]:
    """KB of the scripts and of the styles that a page names, by what they are: what it waits for, or all else."""
    folder, html = (site.built / page).parent, _read_page(site, page)
    patterns = {
        "script": r"<script[^>]* src=\"([^\"]*assets/recall/[^\"]+)\"[^>]*>",
        "style": r"<link[^>]* href=\"([^\"]*assets/recall/[^\"]+)\"[^>]*>",
    }
    named = {
        part: [found for found in re.finditer(find, html) if bool(_LATE.search(found[0])) is later]
        for part, find in patterns.items()
    }
    return {part: sum(_weigh(folder / found[1]) for found in each) for part, each in named.items()}


def _find_inline(bench: Bench) -> dict[str, dict[str, list[float]]]:
    """KB of the scripts and of the styles that the other plugin puts into each page itself."""
    if not bench.rival:
        return {}
    text = texts.questions(0, 1, "plain")
    sites = {kind: make_site(bench.scratch / f"inline-{kind}", kind, {"index.md": text}) for kind in ("rival", "plain")}
    for site in sites.values():
        build(site, bench.rival)
    inline = {}
    for part in ("script", "style"):
        found = re.compile(rf"<{part}[^>]*>(.*?)</{part}>", re.DOTALL)
        sizes = {kind: packed("".join(found.findall(_read_page(site))).encode()) for kind, site in sites.items()}
        inline[part] = {"rival": [(sizes["rival"] - sizes["plain"]) / KB]}
    return inline


def measure_data(bench: Bench) -> Found:
    """What reviews and tests load, on a site of pages of 40 questions."""
    items = bench.sizes.data
    pages = {"index.md": "# Review\n\n/// review\n\n///\n", "progress.md": "# Progress\n\n/// progress\n\n///\n"}
    for number in range(items // 40):
        pages[f"topic-{number}.md"] = texts.questions(number * 40, 40, "ours")
    site = make_site(bench.scratch / "data", "ours", pages, theme="mkdocs", search=False)
    build(site, None)
    shipped = site.built / "assets" / "recall"
    topics, lists = ([file.stat().st_size for file in shipped.glob(name)] for name in ("pages/*.js", "items.*.js"))
    yield "data-page", {"ours": [median(topics) / KB]}
    yield "data-site", {"ours": [sum(topics) / KB / KB]}
    yield "manifest", {"ours": [sum(lists) / KB / KB]}


def _read_page(site: Site, page: str = "index.html") -> str:
    return (site.built / page).read_text("utf-8")


def _weigh(file: Path) -> float:
    return packed(file.read_bytes()) / KB
