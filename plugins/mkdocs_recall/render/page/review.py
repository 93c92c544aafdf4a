"""The place of a reader's review, which the script fills."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from ...ui import Words
from ..elements import add_text

NEW = "10"
"""New items a day, where a review does not say."""


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
