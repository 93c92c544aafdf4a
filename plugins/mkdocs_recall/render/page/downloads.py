"""Links to files with questions, each with its format, how many questions it has, and its size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.serializers import to_html_string
from markdown.util import AtomicString

from ...ui import Words
from ..elements import add_text

_KB = 1024


class Download(NamedTuple):
    """A file that readers can download."""

    form: str
    """Its format, by the name that the catalogue has for it: words only, so `qti-3` for `qti-3.0`."""
    uri: str
    """Its address relative to the root of the site."""
    questions: int
    """How many questions or cards it has."""
    size: int
    """In bytes."""


def render_downloads(anchor: str, place: str, say: Words) -> Element:
    """The element of a downloads block. `place` stands for the links until they are known; empty where nobody does."""
    root = Element(
        "recall-downloads", {"class": "recall-downloads", "data-recall-id": anchor, "data-search-exclude": ""}
    )
    if place:
        root.text = AtomicString(place)
    else:
        add_text(root, "p", "recall-note", say("page.downloads.later"))
    return root


def write_downloads(found: Sequence[Download], address: Callable[[str], str], say: Words) -> str:
    """What takes that place. `address` returns the address of a file from the page, by the one from the site's root."""
    if not found:
        note = Element("p", {"class": "recall-note"})
        note.text = AtomicString(say("page.downloads.none"))
        return to_html_string(note)
    rows = Element("ul")
    for each in found:
        link = SubElement(SubElement(rows, "li"), "a", {"href": address(each.uri), "download": ""})
        link.text = AtomicString(say(f"page.downloads.get.{each.form}") + " ")
        add_text(link, "span", "recall-meta", _describe(each, say))
    return to_html_string(rows)


def _describe(each: Download, say: Words) -> str:
    n = each.questions
    counted = say("page.downloads.cards", n=n) if each.form == "anki" else say("page.downloads.questions", n=n)
    kilobytes = -(-each.size // _KB)
    size = say("page.downloads.kb", n=kilobytes)
    if kilobytes >= _KB:
        size = say("page.downloads.mb", size=kilobytes / _KB)
    format = say(f"page.downloads.format.{each.form}")
    return say("page.downloads.about", format=format, count=counted, size=size)
