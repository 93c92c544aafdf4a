"""Raw HTML in a piece of an item, kept from reaching beyond the piece."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from markdown.util import AMP_SUBSTITUTE

from ..model.text import Text
from ..syntax.code_fences import map_fences
from ..syntax.patterns import mask_code

_TAG = re.compile(
    r"<(?P<end>/?)(?!(?:https?|ftps?)://)(?P<name>[a-zA-Z][^\s<>/@\"']*)(?=[\s/>])"
    r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<empty>/?)>",
    re.IGNORECASE,
)
"""What Markdown takes for a tag, `<stdio.h>` included."""
_ADDRESS = re.compile(r"(?<=\]\()\s*<[^<>\n]*>|(?<=\]:) *<[^<>\n]*>")
"""The address of a link or an image in angle brackets, which may look like a tag: `![A box](<red box.png>)`."""
_LESS_THAN = AMP_SUBSTITUTE + "lt;"
"""Becomes `&lt;` when all Markdown is done; in code too, where `&lt;` itself would be taken literally."""
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"))


_ID = re.compile(r"\s+id\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_LIST = re.compile(r"(?:(?<=[*_`)\]>])|^ *(?:[`~]{3,}[^`{\n]*)?)(?P<list>\{:?[^{}\n]*\})", re.MULTILINE)
"""An attribute list: behind an inline element, behind a fence, or on a line of its own."""
_NAME = re.compile(r"\s*#[^\s}]+")


def drop_ids(text: Text) -> Text:
    """A text that stands twice on a page, without the ids that its raw HTML and its attribute lists set."""
    source = "\n".join(text.lines)
    if "id" not in source and "{" not in source:
        return text
    fenced = map_fences(text.lines).fenced
    code = [inside and not _LIST.match(line) for line, inside in zip(text.lines, fenced, strict=True)]
    bare = [" " * len(line) if hide else line for line, hide in zip(text.lines, code, strict=True)]
    masked = mask_code("\n".join(bare))
    cuts = [found.span() for tag in _TAG.finditer(masked) for found in _ID.finditer(masked, *tag.span())]
    for found in _LIST.finditer(source):
        begin, end = found.span("list")
        names = [name.span() for name in _NAME.finditer(masked, begin, end)]
        rest = _NAME.sub("", found["list"]).strip("{:} ")
        cuts += names if rest or not names else [(begin, end)]
    for begin, end in sorted(cuts, reverse=True):
        source = source[:begin] + source[end:]
    return text._replace(lines=tuple(source.split("\n")))


def contain_tags(lines: Sequence[str]) -> list[str]:
    """Escape each tag, and each beginning of a comment, that has no partner in the same piece.

    A question about HTML may say `</div>` in plain words; left alone it would close an element of the page.
    """
    fenced = map_fences(lines).fenced
    text = "\n".join("" if code else line for line, code in zip(lines, fenced, strict=True))
    masked = _ADDRESS.sub(lambda found: " " * len(found[0]), mask_code(text))
    escaped = sorted(_lonely(masked))
    if not escaped:
        return list(lines)
    pieces, end = [], 0
    for at in escaped:
        pieces += [text[end:at], _LESS_THAN]
        end = at + 1
    text = "".join(pieces) + text[end:]
    return [line if code else new for line, code, new in zip(lines, fenced, text.split("\n"), strict=True)]


def _lonely(text: str) -> list[int]:
    """Offsets of the `<` of tags without a partner."""
    last_end = text.rfind("-->")
    lonely = [found.start() for found in re.finditer("<!--", text) if found.start() > last_end]
    open_tags: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for found in _TAG.finditer(text):
        name = found["name"].lower()
        if name in _VOID or found["empty"]:
            continue
        if not found["end"]:
            open_tags.append((name, found.start()))
            waiting[name] += 1
            continue
        if not waiting[name]:
            lonely.append(found.start())
            continue
        while open_tags:
            tag, at = open_tags.pop()
            waiting[tag] -= 1
            if tag == name:
                break
            lonely.append(at)
    return lonely + [at for _, at in open_tags]
