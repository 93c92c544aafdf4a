"""Names that must outlive edits: option ids, revisions, suggested ids.

What is computed here is stored in readers' browsers, so it never changes. tests/spec/golden/ has examples made by hand.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from .text import Text
from .verbatim import find_verbatim

ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
"""What an id of an item or an option may be."""

ID_FORM = "consist of lower-case letters, digits, `.`, `_` and `-`, and begin with a letter or a digit"
"""The same in words, for messages such as "ids ..." and "`site_id` must ..."."""

_FENCE = re.compile(r" *(`{3,}|~{3,})(.*)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?[^)]*\)")
_LINK = re.compile(r"(!?\[[^\]]*\])\([^)]*\)")
_BULLET = re.compile(r"^ *(?:[-*+]|\d+[.)]) +", re.MULTILINE)
_RULE_ROW = re.compile(r"^ *\|?[ :]*-[-| :]*$", re.MULTILINE)
_FACT = re.compile(r"[`~$\\\d]")
"""What code, mathematics and numbers cannot do without."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _blocks(text: Text) -> Iterator[tuple[bool, str]]:
    """Prose and fenced code of a text, in order; the fences themselves are left out, since formatters rewrite them."""
    source = "\n".join(text.lines)
    if "```" not in source and "~~~" not in source:
        yield False, source
        return
    part: list[str] = []
    fence = ""
    for line in text.lines:
        found = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
        if found and not fence:
            yield False, "\n".join(part)
            part, fence = [], found[1]
        elif fence and line.strip() == fence:
            yield True, "\n".join(part)
            part, fence = [], ""
        else:
            part.append(line)
    yield bool(fence), "\n".join(part)


def _spans(prose: str) -> Iterator[tuple[bool, str]]:
    """Plain text and verbatim pieces (inline code, math) of some prose, in order."""
    if "`" not in prose and "$" not in prose and "\\" not in prose:
        yield False, prose
        return
    end = 0
    for start, stop in find_verbatim(prose):
        yield False, prose[end:start]
        yield True, prose[start:stop]
        end = stop
    yield False, prose[end:]


def _plain(prose: str) -> str:
    return prose.replace("*", "").replace("_", "").replace("\\", "")


def _unmarked(block: str) -> str:
    """Prose without list markers and the dashes under a table's head, and with images as their text and path."""
    if "![" in block:
        block = _IMAGE.sub(r"\1 \2", block)
    if "\n" in block or not (block[:1].isalpha() or block[:1] == "`"):
        block = _RULE_ROW.sub("", _BULLET.sub("", block))
    return block


def option_id(text: Text) -> str:
    """First 8 hex digits of SHA-256 over an option's source, made insensitive to what formatters change.

    The source is taken in Unicode NFC with white space collapsed to single spaces. Outside code and math `*`, `_` and
    backslashes are dropped, list markers and the dashes under a table's head too, and an image counts as its
    alternative text and path.
    """
    pieces = []
    for code, block in _blocks(text):
        if code:
            pieces.append(block)
            continue
        spans = _spans(_unmarked(block))
        pieces.append("".join([piece if verbatim else _plain(piece) for verbatim, piece in spans]))
    return _digest(" ".join(unicodedata.normalize("NFC", "\n".join(pieces)).split()))


_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and code != ord("\n"))
_NUMBERED = re.compile(r"^ *\d+[.)] ", re.MULTILINE)


def may_be_equal(texts: Iterable[Text]) -> bool:
    """Whether two of some texts may have the same id, which most can be told not to without a hash.

    An id keeps each letter and digit of a line, unless that is a fence or begins as a list does, or has an image.
    """
    found = [text.lines for text in texts]
    lines = "\n".join([each[0] for each in found if len(each) == 1])
    if not lines.isascii() or "```" in lines or "~~~" in lines or "![" in lines or _NUMBERED.search(lines):
        return True
    letters = set(lines.encode().translate(None, _SIGNS).split(b"\n"))
    return len(letters) < len(found) or b"" in letters


def _facts(stem: Text) -> Iterator[str]:
    """The code and the numbers of a stem, in order: what changes the question when it changes."""
    if not _FACT.search("\n".join(stem.lines)):
        return
    for code, block in _blocks(stem):
        if code:
            yield "code " + " ".join(block.split())
            continue
        prose = _BULLET.sub("", block)
        for verbatim, piece in _spans(_LINK.sub(r"\1", prose) if "](" in prose else prose):
            if verbatim:
                yield "code " + " ".join(piece.strip("`").split())
            else:
                yield from ("number " + number for number in _NUMBER.findall(piece))


def revision(
    *,
    stem: Text,
    options: Iterable[str] = (),
    keys: Iterable[str] = (),
    concepts: Iterable[str] = (),
    forced: str = "",
) -> str:
    """First 8 hex digits of SHA-256 over what an answer to the item depends on.

    One line each: `option ID`, `key ID` and `concept ID` (each sorted, so order does not count), then `code ...` and
    `number ...` of the stem in order, then `rev N` where the author forces a new revision. Wording may be mended
    without a change.
    """
    lines = [f"option {name}" for name in sorted(options)]
    lines += [f"key {name}" for name in sorted(keys)]
    lines += [f"concept {name}" for name in sorted(concepts)]
    lines += _facts(stem)
    if forced:
        lines.append(f"rev {forced}")
    return _digest(unicodedata.normalize("NFC", "\n".join(lines)))


def suggest_id(text: str, *, kind: str, words: int = 6) -> str:
    """A well-formed id made of the first words of `text`, or of the kind and a hash where no letter survives."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", ascii_text.replace("'", ""))
    return "-".join(found[:words]) or f"{kind}-{_digest(text)[:4]}"


class FreeIds:
    """Finds ids that nobody has; each is found once."""

    def __init__(self, *taken: Container[str]) -> None:
        self._taken = taken
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}
        """The last number tried for each id, so that the next search goes on from there."""

    def find(self, id: str) -> str:
        """The id, or the first of `id-2`, `id-3` and so on that is free."""
        number = self._numbers.get(id, 1)
        better = id if number == 1 else f"{id}-{number}"
        while better in self._given or any(better in ids for ids in self._taken):
            number += 1
            better = f"{id}-{number}"
        self._numbers[id] = number
        self._given.add(better)
        return better
