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

LONGEST_ID = 200
"""The most characters that an id may have. The hub of pages opened from disk refuses longer ones, so the client has the
same limit in core/merge.js."""

ID = re.compile(rf"[a-z0-9][a-z0-9._-]{{0,{LONGEST_ID - 1}}}")
"""What an id of an item, a set or a site may be, and the name of an option or a concept."""

ID_FORM = "consist of lower-case letters, digits, `.`, `_` and `-`, and begin with a letter or a digit"
"""Its characters in words, for messages such as "ids ..." and "`site_id` must ..."."""

_SHOWN = 40
"""So much of an id that is too long is shown in a message."""

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
    if "``" not in prose and "$" not in prose and "\\" not in prose:
        pieces = prose.split("`")
        if len(pieces) % 2:  # Each backtick has its partner.
            for at, piece in enumerate(pieces):
                yield at % 2 == 1, f"`{piece}`" if at % 2 else piece
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
    answers: Iterable[str] = (),
    forced: str = "",
) -> str:
    """First 8 hex digits of SHA-256 over what an answer to the item depends on.

    One line each: `option ID`, `key ID` and `concept ID` (each sorted, so order does not count), `answer TEXT` in
    order, then `code ...` and `number ...` of the stem in order, then `rev N` where the author forces a new revision.
    Wording may be mended without a change.
    """
    lines = [f"option {name}" for name in sorted(options)]
    lines += [f"key {name}" for name in sorted(keys)]
    lines += [f"concept {name}" for name in sorted(concepts)]
    lines += [f"answer {text}" for text in answers]
    lines += _facts(stem)
    if forced:
        lines.append(f"rev {forced}")
    return _digest(unicodedata.normalize("NFC", "\n".join(lines)))


def suggest_id(text: str, *, kind: str, words: int = 6) -> str:
    """A well-formed id made of the first words of `text`, or of the kind and a hash where no letter survives."""
    return _slug(text, kind, words)[:LONGEST_ID].rstrip("-")


def default_site_id(site_name: str) -> str:
    """The id of a site that sets none, made from its name.

    It may be too long: a shorter one would be another id, and readers would lose their progress without a word.
    """
    return _slug(site_name, "site", words=12)


def _slug(text: str, kind: str, words: int) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", ascii_text.replace("'", ""))
    return "-".join(found[:words]) or f"{kind}-{_digest(text)[:4]}"


class FreeIds:
    """Finds ids that are free. It never finds an id twice."""

    def __init__(self, *taken: Container[str]) -> None:
        self._taken = taken
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}
        """The last number tried for each id, so that the next search goes on from there."""

    def find(self, id: str) -> str:
        """The id, or the first of `id-2`, `id-3` and so on that is free."""
        number = self._numbers.get(id, 1)
        better = _numbered(id, number)
        while better in self._given or any(better in ids for ids in self._taken):
            number += 1
            better = _numbered(id, number)
        self._numbers[id] = number
        self._given.add(better)
        return better


def _numbered(id: str, number: int) -> str:
    ending = f"-{number}" if number > 1 else ""
    return id[: LONGEST_ID - len(ending)] + ending


def why_not(id: str, *, each: str, several: str) -> str:
    """What is wrong with an id or a name, as a clause; empty where nothing is.

    `each` is what to call it, `several` what to call all of its kind: "the id" and "ids".
    """
    if len(id) > LONGEST_ID:
        shown, count = f"{id[:_SHOWN]}…", len(id)
        return f"{each} `{shown}` is too long: it has {count} characters, and {several} have at most {LONGEST_ID}."
    return "" if ID.fullmatch(id) else f"{each} `{id}` is not valid: {several} {ID_FORM}."


def why_no_site_id(id: str) -> str:
    """What a site's id must be that this one is not, as the end of a sentence; empty where it may be one."""
    if len(id) > LONGEST_ID:
        return f"have at most {LONGEST_ID} characters. `{id[:_SHOWN]}…` has {len(id)}. Set `site_id` to a shorter one."
    return "" if ID.fullmatch(id) else f"{ID_FORM}."
