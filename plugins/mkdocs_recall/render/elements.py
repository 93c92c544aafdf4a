"""Pieces of HTML that several kinds have in common."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache, lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, AtomicString

from ..model.text import Text
from ..ui import Words

Fill = Callable[[Element, Text], None]
"""Parses a text as Markdown into an element."""


_ALONE = "alone"
"""Marks an element whose one paragraph is to become its own text, until all Markdown is done."""


def first_paragraph(holder: Element) -> Element | None:
    """The paragraph a text begins with; None where it begins with code or other raw HTML, kept apart by Markdown."""
    first = holder[0] if len(holder) else None
    if first is None or first.tag != "p":
        return None
    return None if len(first) == 0 and HTML_PLACEHOLDER_RE.fullmatch((first.text or "").strip()) else first


def join_paragraph(holder: Element, tag: str, control: Element | None = None) -> bool:
    """Let a text of one paragraph need no element of its own; return whether it is one.

    `tag` is what such a holder is, rather than what it is around blocks. `control` is what it then has before its text.
    """
    if len(holder) != 1 or (holder.text or "").strip() or first_paragraph(holder) is None:
        return False
    holder.tag = tag
    holder.set(_ALONE, "")
    if control is not None:
        holder.insert(0, control)
    return True


def add_inline(root: Element, css: str, text: Text, fill: Fill) -> Element:
    """A `span` with a text of the author's, or a `div` where that is more than one paragraph."""
    made = authored(SubElement(root, "span", {"class": css} if css else {}))
    fill(made, text)
    if len(made) == 1 and (paragraph := first_paragraph(made)) is not None:
        made.text, made[:] = paragraph.text, paragraph[:]
    else:
        made.tag = "div"
    return made


def take_paragraph(holder: Element, raw: Sequence[object]) -> None:
    """Put the text of the paragraph in its holder's place, where the two were joined.

    `raw` is the HTML that Markdown keeps apart, by the numbers of its placeholders. A paragraph with attributes of the
    author's stays an element. Where another extension made more of the paragraph, or a browser would end it early, the
    holder is one for blocks after all.
    """
    if holder.attrib.pop(_ALONE, None) is None:
        return
    controls = [child for child in holder[:1] if child.tag == "input"]
    paragraph = holder[-1] if len(holder) == len(controls) + 1 else None
    other = paragraph is None or paragraph.tag != "p" or bool((paragraph.tail or "").strip())
    if paragraph is None or other or (holder.tag == "p" and _may_hold_blocks(paragraph, raw)):
        holder.tag = "div" if holder.tag == "p" else holder.tag
        return
    if not _may_run_leftward(paragraph, raw):
        holder.attrib.pop("dir", None)
    if paragraph.attrib:
        paragraph.tag = "span"
    elif controls:
        controls[0].tail = paragraph.text
        holder[:] = [*controls, *paragraph]
    else:
        holder.text = paragraph.text
        holder[:] = paragraph[:]


def _may_run_leftward(paragraph: Element, raw: Sequence[object]) -> bool:
    """Whether a text has anything that is written from right to left, or may have it where that cannot be seen.

    Any other text runs from left to right whatever it begins with: the stylesheet says so once for all of them.
    """
    text = "".join(paragraph.itertext())
    if text.isascii() and "\x02" not in text:
        return False
    numbers = list(map(int, HTML_PLACEHOLDER_RE.findall(text)))
    if any(number >= len(raw) or not isinstance(raw[number], str) for number in numbers):
        return True
    apart = html.unescape("".join(str(raw[number]) for number in numbers))
    return bool(_LEFTWARD.search(HTML_PLACEHOLDER_RE.sub("", text).replace(AMP_SUBSTITUTE, "") + apart))


_LEFTWARD = re.compile(
    "[\x02\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A letter or a mark that is written from right to left, or what Markdown puts in the place of something else."""


def _may_hold_blocks(paragraph: Element, raw: Sequence[object]) -> bool:
    """Whether a browser would end a paragraph early, at raw HTML in it or at an element of another extension."""
    if any(each.tag in _BLOCKS for each in paragraph.iter()):
        return True
    numbers = [int(found) for text in paragraph.itertext() for found in HTML_PLACEHOLDER_RE.findall(text)]
    return any(number >= len(raw) or not _is_inline(raw[number]) for number in numbers)


def _is_inline(raw: object) -> bool:
    return isinstance(raw, str) and not _BLOCK_TAG.search(raw)


_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
        *("listing", "main", "menu", "nav", "ol", "plaintext", "pre", "search", "section", "summary", "table", "ul"),
        *("xmp", "dd", "dt", "li"),
    )
)
"""Elements at whose start a browser ends an open paragraph."""
_BLOCK_TAG = re.compile(rf"<(?:/?p|{'|'.join(sorted(_BLOCKS))})\b|\x02", re.IGNORECASE)


def add_disclosure(root: Element, css: str, title: str) -> Element:
    """A `details` of ours; returns the `recall-answer` in it, which is all that may hold an answer."""
    details = SubElement(root, "details", {"class": css})
    summary = quiet(SubElement(details, "summary"))
    if title:
        summary.text = _keep_apart(title)
    return quiet(SubElement(details, "recall-answer"))


def add_button(root: Element, css: str, does: str, text: str) -> None:
    """A button that does what the client knows by that name."""
    button = quiet(add_text(root, "button", css, text))
    button.set("type", "button")
    button.set("data-recall-do", does)


def quiet(element: Element) -> Element:
    """Keep an element out of the search index.

    It must not hold another element of its own tag: Material's index would go on reading after that one's end.
    """
    element.set("data-search-exclude", "")
    return element


def add_div(root: Element, css: str) -> Element:
    """A `div` of a class of ours."""
    return SubElement(root, "div", {"class": css})


def authored(element: Element) -> Element:
    """Let the author's text in an element run in its own direction, whatever that of the page."""
    element.set("dir", "auto")
    return element


def mark_language(root: Element, say: Words) -> None:
    """Name the language of our words on an element where the page has another one, and keep the author's text apart."""
    for name, value in say.marks.items():
        root.set(name, value)
    if "lang" in say.marks:
        for each in root.iter():
            if each.get("dir") == "auto":
                each.set("lang", say.page)


def add_text(root: Element, tag: str, css: str, text: str) -> Element:
    """An element of plain text."""
    element = SubElement(root, tag, {"class": css} if css else {})
    element.text = _keep_apart(text)
    return element


@lru_cache(maxsize=256)
def _keep_apart(text: str) -> AtomicString:
    """A text that Markdown leaves alone. Most are our own words, which each item of a page has."""
    return AtomicString(text)


def literal(text: str) -> str:
    """A text for an attribute or an element that shows what looks like a reference, `&lt;`, as it stands.

    Markdown writes `&` as `&amp;`, but leaves references alone.
    """
    return text.replace("&", "&amp;")


def add_pieces(root: Element, parts: Sequence[Element | str]) -> None:
    """Texts and elements in their order, as the words of a language have them."""
    for part in parts:
        if isinstance(part, Element):
            root.append(part)
        elif len(root):
            root[-1].tail = AtomicString((root[-1].tail or "") + part)
        else:
            root.text = AtomicString((root.text or "") + part)


def add_prose(root: Element, text: str) -> None:
    """Plain text, with code between backticks."""
    last = root[-1]
    for index, piece in enumerate(re.split(r"`([^`]*)`", text)):
        if index % 2:
            last = add_text(root, "code", "", piece)
        else:
            last.tail = AtomicString((last.tail or "") + piece)


_ICONS = {
    "target": (
        "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18",
        "M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
        "M12 12h.01",
    ),
    "cards": ("M6 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z", "M8 4h10a2 2 0 0 1 2 2v10"),
    "arrow": ("M5 12h14", "M13 6l6 6l-6 6"),
}
"""Icons by name: paths in a box of 24, drawn with a round stroke of 2."""


def icon(name: str) -> Element:
    """An icon as inline SVG, hidden from assistive technology."""
    return deepcopy(_draw(name))


@cache
def _draw(name: str) -> Element:
    """An icon to copy, which takes a fraction of the time of making it anew for each item of a page."""
    svg = Element(
        "svg",
        {
            "class": f"recall-icon recall-icon-{name}",
            "viewBox": "0 0 24 24",
            "fill": "none",
            "stroke": "currentColor",
            "stroke-width": "2",
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
            "aria-hidden": "true",
        },
    )
    for path in _ICONS[name]:
        SubElement(svg, "path", {"d": path})
    return svg
