"""A map of topics: lanes of links. The script adds how the reader is doing in each."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from ...kinds import TopicMap
from ...kinds.page.map import Lane, MapTopic
from ...ui import Words
from ..elements import Fill, add_div, add_inline, add_text

NO_ID = "map"
"""What stands for the id of a map, which has none."""


def render_map(
    block: TopicMap, fill: Fill, say: Words, *, find_source: Callable[[str], str], manifest: str = "", topics: str = ""
) -> Element:
    """The element of a map. `find_source` returns the source of a page, relative to the folder of all pages.

    `manifest` is the manifest's address; `topics` is what it would say, where there is none.
    """
    root = Element(
        "recall-map", {"class": "recall-map", "data-recall-id": block.id or NO_ID, "data-search-exclude": ""}
    )
    root.set("data-recall-manifest", manifest)
    if topics:
        root.set("data-recall-topics", topics)
    for lane in block.lanes:
        _add_lane(root, lane, fill, say, find_source)
    return root


def _add_lane(root: Element, lane: Lane, fill: Fill, say: Words, find_source: Callable[[str], str]) -> None:
    box = add_div(root, "recall-lane")
    if lane.name:
        add_inline(SubElement(box, "p", {"class": "recall-title"}), "", lane.name, fill)
    rows = SubElement(box, "ol")
    for topic in lane.topics:
        _add_topic(SubElement(rows, "li"), topic, fill, say, find_source(topic.page))


def _add_topic(row: Element, topic: MapTopic, fill: Fill, say: Words, source: str) -> None:
    link = SubElement(row, "a", {"href": topic.target, "data-recall-source": source})
    add_inline(link, "recall-name", topic.name, fill)
    meta = SubElement(link, "span", {"class": "recall-meta"})
    if topic.minutes:
        add_text(meta, "span", "recall-minutes", say("page.map.minutes", n=topic.minutes))
