"""What readers see of a text, so that two texts can be told apart as readers tell them apart.

Ids leave out what formatters rewrite: emphasis, underscores, backslashes. `__file` and `file` have one id, and readers
see two different options.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from ..model.text import Text
from .patterns import CODE_FENCE, ODD_SPACES

_VERBATIM = re.compile(
    r"(?P<ticks>`+)(?!`)(?P<code>.{1,1000}?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<math>\$\$.{1,1000}?\$\$|\$(?! )[^$]{1,1000}?(?<! )\$|\\\(.{1,1000}?\\\)|\\\[.{1,1000}?\\\])"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.DOTALL,
)
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*]{1,1000}?)(?<=[^\s*])\1(?!\*)")
_LINES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])(.{1,1000}?)(?<=[^\s_])\1(?![\w_])")
_UNSEEN = re.compile(
    r"(?P<kept>(?P<ticks>`+)(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)|\\.)"
    r"|<!--.{0,2000}?-->|<\?.{0,1000}?\?>|<w?br\s*/?>"
    rf"|[{ODD_SPACES}\ufff9-\ufffb\U000e0000-\U000e0fff]|&(?:(?:#\d+|#x[\da-f]+);?|\w+;)",
    re.DOTALL | re.IGNORECASE,
)
"""What may show nothing: comments, characters and references to them. Code and escapes show what is in them."""
_CODE = re.compile(r"(`+)(?!`).{1,1000}?(?<!`)\1(?!`)", re.DOTALL)
_BLANK = "\ue002"
_AROUND_BLANK = re.compile(
    rf"(?P<sign>\*{{1,3}}|_{{1,3}}|~{{1,2}}|==|\^{{1,2}}|\+\+)[ {_BLANK}]*{_BLANK}[ {_BLANK}]*(?P=sign)"
    rf"|(?<!!)\[[ {_BLANK}]*\](?:\([^()\n]*\)|\[[^\[\]\n]+\])"
    r"|<(?P<tag>abbr|b|bdi|bdo|big|center|cite|del|dfn|div|em|font|i|ins|label|mark|p|q|s|samp|section|small|span"
    rf"|strike|strong|sub|sup|tt|u|var)\s*>[\s{_BLANK}]*</(?P=tag)\s*>"
    rf"|<a(?:\s+(?:id|name)=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))*\s*>[\s{_BLANK}]*</a\s*>",
    re.IGNORECASE,
)
"""Emphasis of nothing, a link without a text, and an element with neither text nor attributes.

An empty element with attributes may get an icon or a picture from a stylesheet or a script.
"""
_DEEPEST = 20
"""Up to how many of these in each other are looked through."""
_NOTHING = re.compile(rf"[{ODD_SPACES}]+")
_MARK, _END = "\ue000", "\ue001"
_KEPT = re.compile(rf"{_MARK}(\d+){_END}")


def is_seen(text: Text) -> bool:
    """Whether readers see anything of a text. Where only Markdown or the browser can tell, they do."""
    line = text.lines[0] if text.lines else ""
    first = line[:1]
    if first.isascii() and (first.isalnum() or (line.isprintable() and line.isascii() and _is_plain(line))):
        return True
    source = text.source.strip()
    if (source[:1].isalnum() and not _NOTHING.match(source)) or _CODE.match(source) or CODE_FENCE.search(source):
        return True
    plain = _UNSEEN.sub(_to_blank, source)
    for _ in range(_DEEPEST):
        plain, emptied = _AROUND_BLANK.subn(_BLANK, plain)
        if not emptied:
            break
    return bool(plain.replace(_BLANK, "").strip())


def _is_plain(line: str) -> bool:
    """Whether a line in ASCII has something in it, and nothing in which `is_seen` looks for what shows nothing."""
    return bool(line.strip()) and "<" not in line and "&" not in line and "[" not in line


def _to_blank(found: re.Match[str]) -> str:
    if found["kept"]:
        return found[0]
    if found[0].startswith("&"):
        char = unescape(found[0])
        seen = char == found[0] or not (char.isspace() or _NOTHING.fullmatch(char))
        return found[0] if seen else _BLANK
    return _BLANK


def shown(text: Text) -> str:
    """A text as readers see it, in one line; code and mathematics differ from words that read alike."""
    source = "\n".join(text.lines)
    if not re.search(r"[`$\\*_&~]", source) and source.isascii():
        return " ".join(source.split())
    pieces = (f"{_MARK}{block}{_END}" if code else _prose(block) for code, block in _blocks(text))
    return " ".join(unicodedata.normalize("NFC", "\n".join(pieces)).split())


def _prose(source: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if found["escaped"]:
            kept.append(found["escaped"])
        else:
            kept.append(_MARK + (found["math"] or found["code"].strip()) + _END)
        return f"{_MARK}{len(kept) - 1}{_END}"

    plain = _VERBATIM.sub(keep, source)
    for emphasis in (_STARS, _STARS, _LINES, _LINES):
        plain = emphasis.sub(r"\2", plain)
    return _KEPT.sub(lambda found: kept[int(found[1])], unescape(plain))


def _blocks(text: Text) -> Iterator[tuple[bool, str]]:
    """Prose and fenced code of a text, in order."""
    part: list[str] = []
    fence = ""
    for line in text.lines:
        found = CODE_FENCE.match(line)
        if found and not fence:
            yield False, "\n".join(part)
            part, fence = [], found[1]
        elif fence and line.strip() == fence:
            yield True, "\n".join(part)
            part, fence = [], ""
        else:
            part.append(line)
    yield bool(fence), "\n".join(part)
