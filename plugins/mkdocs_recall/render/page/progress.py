"""The place of a reader's progress, which the script fills."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...ui import Words
from ..elements import add_text


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
