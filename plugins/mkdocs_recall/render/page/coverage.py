"""What a site's questions cover, as tables that need no script."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from ...ui import Words
from ..elements import add_prose, add_text

CoverageRow = tuple[str, str]
"""A name and what is said under it."""

CoverageTable = tuple[str, str, Sequence[CoverageRow], Sequence[str]]
"""Title, address (empty where there is none), rows and what is missing."""


def render_coverage(topics: Sequence[CoverageTable], whole: Sequence[CoverageRow], say: Words) -> Element:
    """The element of a coverage block: a table for each topic, what it lacks, and all topics together."""
    root = Element("div", {"class": "recall-coverage", "data-search-exclude": ""})
    if not topics:
        add_text(root, "p", "", say("page.coverage.none"))
        return root
    for title, address, rows, lacks in topics:
        _table(root, title, address, rows)
        if lacks:
            missing = SubElement(root, "ul", {"class": "recall-lacks"})
            for lack in lacks:
                row = SubElement(missing, "li")
                add_text(row, "span", "", f"{say('page.coverage.missing')} ")
                add_prose(row, lack)
    if len(topics) > 1:
        _table(root, say("page.coverage.all"), "", whole)
    return root


def _table(root: Element, title: str, address: str, rows: Sequence[CoverageRow]) -> None:
    table = SubElement(root, "table", {"class": "recall-topic"})
    caption = SubElement(table, "caption")
    if address:
        add_text(caption, "a", "", title).set("href", address)
    else:
        add_text(caption, "strong", "", title)
    body = SubElement(table, "tbody")
    for name, words in rows:
        row = SubElement(body, "tr")
        add_text(row, "th", "", name).set("scope", "row")
        add_text(row, "td", "", words)
