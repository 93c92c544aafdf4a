"""The headings of a page, with the anchors that a build gives them, read from the page's source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown.extensions.toc import slugify, unique

from ...kinds import Item
from ..bank import PageItems

Slug = Callable[[str], str]
"""Makes an anchor of a heading's text, as the site's table of contents does."""


def make_slug(function: object, separator: object) -> Slug | None:
    """How it does by the two options of the extension `toc`; None if the function is not known here."""
    return (lambda title: str(function(title, str(separator)))) if callable(function) else None


def read_slug(options: Mapping[str, object]) -> Slug | None:
    """The same by what a configuration sets of these options."""
    return make_slug(options.get("slugify", slugify), options.get("separator", "-"))


to_slug = read_slug({})
"""What a site does that configures nothing else."""

_ATX = re.compile(r" {0,3}#{1,6}(?P<title>.*?)#*[ \t]*")
_INDENTED = re.compile(r"[ >\t]+#{1,6}(?P<title>.*?)#*[ \t]*")
"""A heading in a list, an admonition or a quote, or a line of code that looks like one."""
_RULE = re.compile(r"[=-]+ *")
_ATTRIBUTES = re.compile(r"[ ]*\{:?(?P<list>[^{}]*)\}[ ]*$")
_ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)(?P<id>[^\s\"']+)")
_CODE = re.compile(r"(`+)(.+?)\1")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_UNCERTAIN = re.compile(r"[<{\[$\\]|&\w+;|:[\w+-]+:|--|\((?:c|r|tm)\)|\bhttps?:", re.IGNORECASE)
"""What becomes other text on the page, by Markdown itself or by some extension of it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading outside of items and code."""

    line: int
    """Its index in the page."""
    title: str
    """Plain text."""
    anchor: str
    """Its HTML id; empty where only a build can tell."""


def find_headings(items: PageItems, slug: Slug | None) -> list[Heading]:
    """The headings of a page, in order. Without `slug` only those that name their anchor have one."""
    lines = items.page.lines
    regions = [each.region for each in items.all_entries() if isinstance(each.block, Item)]
    inside = {line for region in regions for line in range(region.start, region.end + 1)}
    fenced = {number for number, code in enumerate(items.fenced) if code}
    plain = [number for number in range(len(lines)) if number not in inside and number not in fenced]
    found = list(_read(lines, plain))
    indented = filter(None, (_INDENTED.fullmatch(lines[number]) for number in plain))
    doubtful = {_name(each["title"].strip())[0] for each in indented}
    used = {anchor for _, _, anchor in found if anchor}
    headings = []
    for number, text, anchor in found:
        title, certain = _name(text)
        made = Heading(number, title, anchor)
        if not anchor and slug and certain and title:
            made = replace(made, anchor=unique(slug(title), used))
        headings.append(replace(made, anchor="") if title in doubtful and not anchor else made)
    return headings


def _read(lines: Sequence[str], plain: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Index, text and own anchor of each heading."""
    known = frozenset(plain)
    for number in plain:
        line = lines[number]
        heading = _ATX.fullmatch(line)
        under = lines[number + 1] if number + 1 in known else ""
        if heading:
            text = heading["title"].strip()
        elif line.strip() and under and _RULE.fullmatch(under) and not (number and lines[number - 1].strip()):
            text = line.strip()
        else:
            continue
        attributes = _ATTRIBUTES.search(text)
        own = _ID.search(attributes["list"]) if attributes else None
        yield number, text[: attributes.start()] if attributes else text, own["id"] if own else ""


def _name(text: str) -> tuple[str, bool]:
    """A heading's text as readers see it, and whether that is certain."""
    codes: list[str] = []

    def put_aside(code: re.Match[str]) -> str:
        codes.append(code[2].strip())
        return "\0"

    rest = _LINK.sub(r"\1", _CODE.sub(put_aside, text))
    certain = not _UNCERTAIN.search(rest)
    shown = iter(codes)
    return " ".join(re.sub("\0", lambda _: next(shown, ""), _EMPHASIS.sub("", rest)).split()), certain
