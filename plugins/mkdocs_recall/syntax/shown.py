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
from .patterns import CODE_FENCE

_VERBATIM = re.compile(
    r"(?P<ticks>`+)(?!`)(?P<code>.{1,1000}?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<math>\$\$.{1,1000}?\$\$|\$(?! )[^$]{1,1000}?(?<! )\$|\\\(.{1,1000}?\\\)|\\\[.{1,1000}?\\\])"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.DOTALL,
)
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*]{1,1000}?)(?<=[^\s*])\1(?!\*)")
_LINES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])(.{1,1000}?)(?<=[^\s_])\1(?![\w_])")
_MARK, _END = "\ue000", "\ue001"
_KEPT = re.compile(rf"{_MARK}(\d+){_END}")


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
