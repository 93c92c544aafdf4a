"""Rules about links and images inside items: each link has a target, and each image a description."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Protocol
from urllib.parse import unquote, urlsplit

from ..kinds import ITEMS
from ..model.page import Page, Region
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..syntax.code_fences import map_fences
from ..syntax.header import read_header
from ..syntax.patterns import SLASHES, mask_code, mask_math
from ..syntax.settings.from_setting import PAGES

_TARGET = (
    r"\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<target>(?:[^()\n]|\([^()\n]*\))*?))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
"""As Python-Markdown reads it: spaces belong to an address, with angle brackets and without."""
_INLINE = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()\s]*\))?)*)\]" + _TARGET)
_REFERENCE = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]+)\](?:\[(?P<id>[^\[\]]*)\])?(?![(:])")
_DEFINITION = re.compile(r" {0,3}\[(?P<id>[^\[\]^]+)\]: *<?(?P<target>[^\s>]+)>? *(?:\"[^\"]*\"|'[^']*'|\([^)]*\))? *")
_ANGLED = re.compile(r"\]\(\s*<[^<>\n]*>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HTML_IMAGE = re.compile(r"<img(?=[\s/>])(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=", re.IGNORECASE)

ANY_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+(?P<atx>.*?)[ \t]*#*[ \t]*$|^(?P<setext>[^\s>#|-].*)\n(?=[=-]{3,}[ \t]*$)", re.MULTILINE
)
_ID = re.compile(r"\{:?[^{}\n]*#([^\s{}]+)[^{}\n]*\}")
_HTML_ID = re.compile(r"=(?:(?<=\bid=)|(?<=\bname=))[\"']([^\"'\n]+)[\"']")
_LINK_TARGET = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|\{[^}]*\}$|<[^>]+>")
_UNCERTAIN = ("{{", "{%", "-8<-")
"""What other plugins write headings from: macros and snippets."""
_DOCUMENTED = re.compile(r"^ {0,3}::: ", re.MULTILINE)
"""The same: API documentation."""


class Files(Protocol):
    """The files of a site, by their address relative to its pages' folder."""

    @property
    def has(self) -> Callable[[str], bool]:
        """Whether there is such a file."""

    @property
    def text(self) -> Callable[[str], str | None]:
        """The Markdown text of a page; None where it cannot be read."""


class Targets:
    """What links may lead to. `anchors` is kept from page to page, since many link to the same one."""

    def __init__(self, files: Files, anchors: dict[str, tuple[str, frozenset[str] | None]]) -> None:
        self.files = files
        self._anchors = anchors
        self._settled: dict[str, frozenset[str] | None] = {}
        """Anchors of the other pages that were read: many items name the same one."""

    def find(self, uri: str) -> str | None:
        """The file that an address leads to: itself, or the page that is built to it."""
        stem = uri.removesuffix(".html").rstrip("/")
        names = [uri, f"{stem}.md", posixpath.join(stem, "index.md"), posixpath.join(stem, "README.md")]
        if posixpath.basename(stem) == "index":
            names.append(posixpath.join(posixpath.dirname(stem), "README.md"))
        return next((name for name in names if name and self.files.has(name)), None)

    def has_anchor(self, uri: str, text: str | None, anchor: str) -> bool:
        """Whether a page has an anchor, or may have it. `text` is the page's, where it is known already."""
        if anchor.startswith(("__", "fn")):
            return True
        if text is not None:
            anchors = self._find_anchors(uri, text)
        else:
            if uri not in self._settled:
                self._settled[uri] = self._find_anchors(uri, self.files.text(uri))
            anchors = self._settled[uri]
        return anchors is None or loosely(anchor) in anchors

    def _find_anchors(self, uri: str, text: str | None) -> frozenset[str] | None:
        """The anchors of a page with this text; None where they are unknown."""
        if text is None:
            return None
        known, anchors = self._anchors.get(uri, ("", frozenset()))
        if known != text:
            anchors = find_anchors(text)
            self._anchors[uri] = text, anchors
        return anchors


def find_anchors(text: str) -> frozenset[str] | None:
    """The anchors of a page, written loosely; None where only a build can tell.

    Sites make anchors of headings in ways of their own, so case, hyphens and accents do not count here: what is
    missing is missing, and what is nearly there may be there.
    """
    if any(sign in text for sign in _UNCERTAIN) or (":::" in text and _DOCUMENTED.search(text)):
        return None
    lines = text.split("\n")
    fenced = map_fences(lines).fenced
    prose = "\n".join("" if code else line for line, code in zip(lines, fenced, strict=True))
    found = {*_ID.findall(prose), *_HTML_ID.findall(prose)}
    for heading in ANY_HEADING.finditer(prose):
        found.add(_LINK_TARGET.sub("", heading["atx"] or heading["setext"] or ""))
    headers = filter(None, (SLASHES.fullmatch(line) for line in prose.split("\n") if "//" in line))
    found |= {f"recall-{read_header(header['name'] + header['rest'], ()).id}" for header in headers if header["name"]}
    return frozenset(map(loosely, found))


def loosely(anchor: str) -> str:
    """An anchor, or the heading it was made from, as far as sites agree on it."""
    plain = unicodedata.normalize("NFKD", unquote(anchor)).casefold()
    return re.sub(r"[\W_]+", "", re.sub(r"_\d+$", "", plain))


def find_definitions(lines: Sequence[str]) -> dict[str, str]:
    """Targets of a page's reference links, by their names in lower case."""
    found = (_DEFINITION.fullmatch(line.lstrip("> ")) for line in lines if "]:" in line)
    return {" ".join(each["id"].lower().split()): each["target"] for each in found if each}


def check_page_links(
    page: Page, regions: Sequence[Region], uri: str, targets: Targets | None, *, math: bool
) -> dict[int, list[Fault]]:
    """What is wrong with links and images in the items of a page, by the line of the item's header.

    `math` is whether the site reads mathematics, in which brackets make no links.
    """
    named = _check_topics(regions, uri, targets) | _check_lessons(regions, uri, page, targets)
    text = page.text
    definitions = find_definitions(page.lines) if "]:" in text else {}
    if not definitions and "](" not in text and "<img" not in text:
        return named
    inner = [each for region in regions for each in (region, *region.children)]
    found = {region.start: list(_check_links(region, uri, text, definitions, targets, math)) for region in inner}
    for start, faults in found.items():
        if faults:
            named[start] = [*named.get(start, ()), *faults]
    return named


def _check_topics(regions: Sequence[Region], uri: str, targets: Targets | None) -> dict[int, list[Fault]]:
    """Progress blocks that name a page that does not exist."""
    found = {}
    for region in [region for region in regions if region.kind == "progress"]:
        topic = read_header(region.header, ()).settings.get("topic", "")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), topic.partition("#")[0]))
        if topic and targets and targets.find(path) is None:
            what = f"the page in `topic={topic}` does not exist."
            remedy = "Fix the path, which is relative to this page."
            found[region.start] = [_fault(region.start, "dead-link", what, remedy)]
    return found


def _check_lessons(regions: Sequence[Region], uri: str, page: Page, targets: Targets | None) -> dict[int, list[Fault]]:
    """Items whose header names a section that does not exist."""
    found: dict[int, list[Fault]] = {}
    inner = [each for region in regions for each in (region, *region.children) if each.kind in ITEMS]
    for region in [each for each in inner if "taught=" in each.header] if targets else ():
        target = read_header(region.header, ()).settings.get("taught", "")
        if targets and (fault := _judge_lesson(region.start, target, uri, page, targets)):
            found[region.start] = [fault]
    return found


def _judge_lesson(at: int, target: str, uri: str, page: Page, targets: Targets) -> Fault | None:
    path, _, anchor = map(unquote, target.partition("#"))
    if not anchor:
        return None
    there = targets.find(posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))) if path else uri
    if there is None or (path and not there.endswith(PAGES)):
        what = f"the page in `taught={target}` does not exist."
        return _fault(at, "dead-link", what, "Fix the path, which is relative to this page.")
    if targets.has_anchor(there, page.text if there == uri else None, anchor):
        return None
    where = f"the page `{path}`" if path else "this page"
    what = f"{where} has no section `#{anchor}`, which `taught` names."
    return _fault(at, "dead-anchor", what, "Use the anchor of a heading there.")


def _check_links(
    region: Region, uri: str, page: str, definitions: Mapping[str, str], targets: Targets | None, math: bool
) -> Iterator[Fault]:
    text = "\n".join(region.body.texts)
    if "](" not in text and "<img" not in text and not (definitions and "[" in text):
        return
    body = [line for line in region.body if not line.fenced]
    text = "\n".join([line.text for line in body])
    starts = list(accumulate((len(line.text) + 1 for line in body), initial=0))

    def line_of(offset: int) -> int:
        return body[bisect_right(starts, offset) - 1].at

    text = mask_math(mask_code(text)) if math else mask_code(text)
    for at, image, alt, target in _links(text, definitions):
        if image and not alt.strip():
            yield _no_alt(line_of(at))
        fault = _judge(line_of(at), target, image, uri, page, targets) if targets else None
        if fault:
            yield fault
    for found in _HTML_IMAGE.finditer(_ANGLED.sub("](<>", text)):
        if not _ALT.search(found["rest"]):
            yield _no_alt(line_of(found.start()))


def _links(text: str, definitions: Mapping[str, str]) -> Iterator[tuple[int, bool, str, str]]:
    """Where each link or image stands, whether it is an image, what it says, and its target."""
    waiting = [(0, text)]
    while waiting:
        base, piece = waiting.pop()
        for found in _INLINE.finditer(piece):
            if _is_escaped(piece, found.start()):
                continue
            target = _ESCAPE.sub(r"\1", (found["target"] or found["angled"] or "").strip())
            yield base + found.start(), bool(found["image"]), found["text"], target
            if "![" in found["text"]:
                waiting.append((base + found.start("text"), found["text"]))
    if definitions:
        for found in _REFERENCE.finditer(text):
            name = " ".join((found["id"] or found["text"]).lower().split())
            if name in definitions and not _is_escaped(text, found.start()):
                yield found.start(), bool(found["image"]), found["text"], definitions[name]


def _is_escaped(text: str, at: int) -> bool:
    """Whether a backslash takes its meaning from a character."""
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def _judge(at: int, target: str, image: bool, uri: str, page: str, targets: Targets) -> Fault | None:
    try:
        parts = urlsplit(target)
    except ValueError:
        return _fault(at, "dead-link", f"`{target}` is not a valid address.", "Fix it.")
    if parts.scheme or parts.netloc or target.startswith("/"):
        return None
    path = unquote(parts.path)
    found = uri
    if path:
        there = targets.find(posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)))
        if there is None and image:
            return _fault(
                at, "missing-image", f"the image `{target}` does not exist.", "Add the file, or fix the path."
            )
        if there is None:
            remedy = "Fix the path, which is relative to this page."
            return _fault(at, "dead-link", f"the link target `{target}` does not exist.", remedy)
        found = there
    if not parts.fragment or (found != uri and not found.endswith(".md")):
        return None
    if targets.has_anchor(found, page if found == uri else None, parts.fragment):
        return None
    where = f"the page `{path}`" if path else "this page"
    remedy = "Use the anchor of a heading, or `#recall-` and the id of an item."
    return _fault(at, "dead-anchor", f"{where} has no anchor `#{parts.fragment}`.", remedy)


def _no_alt(at: int) -> Fault:
    return _fault(
        at,
        "image-alt",
        "an image has no alternative text.",
        "Describe what it shows, in its brackets or in its attribute `alt`.",
    )


def _fault(index: int, rule: Rule, what: str, remedy: str) -> Fault:
    return Fault(index=index, rule=rule, what=what, remedy=remedy)
