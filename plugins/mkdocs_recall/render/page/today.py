"""The place of what a reader can do now, which the script fills."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...ui import Words
from ..elements import add_text


def render_today(ways: Element | None, say: Words, *, manifest: str = "", topics: str = "") -> Element:
    """The element of a today block around the ways into the first topic, or around a sentence where there are none.

    `manifest` is the address of what the site holds; `topics` is what it would say, where there is none.
    """
    root = Element("recall-today", {"class": "recall-today", "data-search-exclude": ""})
    root.set("data-recall-manifest", manifest)
    if topics:
        root.set("data-recall-topics", topics)
    if ways is None:
        add_text(root, "p", "recall-note", say("page.today"))
    else:
        root.append(ways)
    return root
