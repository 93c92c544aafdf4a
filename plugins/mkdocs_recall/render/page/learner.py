"""The places of a reader's review and progress, which the script fills."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from ...ui import Words
from ..elements import add_text

NEW = "10"
"""New items a day, where a review does not say."""


def render_progress(topic: str, under: str, say: Words, *, manifest: str = "", topics: str = "") -> Element:
    """The element of a progress block: that of the whole site, of a folder of its pages, or of one topic.

    The pages are named by their source, relative to the folder of all pages. `manifest` is the manifest's address;
    `topics` is what it would say, where there is none. Without the script it is one sentence.
    """
    root = Element("recall-progress", {"class": "recall-set recall-progress", "data-search-exclude": ""})
    root.set("data-recall-manifest", manifest)
    if topics:
        root.set("data-recall-topics", topics)
    if topic:
        root.set("data-recall-topic", topic)
    if under:
        root.set("data-recall-under", under)
    add_text(root, "p", "recall-note", say("page.progress"))
    return root


def render_review(settings: Mapping[str, str], say: Words, *, manifest: str = "") -> Element:
    """The element of a review: without the script a sentence, and where to learn. `manifest` is its address."""
    root = Element("recall-review", {"class": "recall-set", "data-search-exclude": ""})
    root.set("data-recall-new", settings.get("new", NEW))
    root.set("data-recall-manifest", manifest)
    add_text(root, "p", "recall-line", say("page.review"))
    if learn := settings.get("learn"):
        place = SubElement(root, "p", {"class": "recall-learn"})
        add_text(place, "a", "recall-button", say("startLearning")).set("href", learn)
    return root
