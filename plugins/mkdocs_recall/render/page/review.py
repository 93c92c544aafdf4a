"""The place of a review, which the script fills."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from ..elements import add_text

NEW = "10"
"""New items a day, where a review does not say."""


def render_review(settings: Mapping[str, str]) -> Element:
    """The element of a review: without the script a sentence, and where to learn."""
    root = Element("recall-review", {"class": "recall-set", "data-search-exclude": ""})
    root.set("data-recall-new", settings.get("new", NEW))
    root.set("data-recall-manifest", "")
    add_text(root, "p", "recall-line", "A review needs scripts: it shows what you answered before, from all topics.")
    if learn := settings.get("learn"):
        add_text(SubElement(root, "p", {"class": "recall-learn"}), "a", "recall-button", "Start learning").set(
            "href", learn
        )
    return root
