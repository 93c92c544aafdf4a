"""Blocks during a scan: which are open, which kind a header names, and the text of a line after the prefix."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from ..model.page import Region
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.spelling import nearest
from ..model.vocabulary import ALL_KINDS, FOREIGN, SET_KINDS
from .labels import find_label
from .lookalikes import Straightened
from .patterns import CODE_FENCE_LINE, ORDINARY_HEADER, SLASHES

_BAR = re.compile(r" *\|.*")
_LANGUAGE = re.compile(r"[\w#.+-]+")
_MARK = re.compile(r"[-*+] *\[[ xX]?\]")


class Sign(Enum):
    """What a line is, as far as that concerns the blocks of a page."""

    HEADER = auto()
    """The header of one of our blocks, or one that was meant to be."""
    OTHER = auto()
    """The header of a block of pymdown-extensions, or one with an unknown name."""
    FENCE = auto()
    """A closing fence."""
    TEXT = auto()
    NOTHING = auto()
    """Slashes that mean nothing."""


class Slashes(NamedTuple):
    """A header or a closing fence."""

    prefix: str
    bullet: str
    slashes: int
    name: str
    rest: str

    def sign(self, block: Open | None) -> Sign:
        """What the line is; `block` is the block that begins with it, where it names one."""
        if not self.slashes:
            return Sign.TEXT
        if block is None:
            return Sign.FENCE
        if block.name_kind(self.name, self.rest):
            return Sign.HEADER
        return Sign.OTHER if self.slashes > 2 and (not self.rest.strip() or _BAR.fullmatch(self.rest)) else Sign.NOTHING


NO_SLASHES = Slashes("", "", 0, "", "")
_FENCE = Slashes("", "", 3, "", "")


def read_slashes(line: str) -> Slashes:
    """The slashes of a line; two slashes count only if they were meant as one of our fences or headers."""
    if line == "///":
        return _FENCE
    if line.startswith("/// ") and (header := ORDINARY_HEADER.fullmatch(line)):
        return Slashes("", "", 3, *header.groups())
    found = SLASHES.fullmatch(line) if "//" in line else None
    if not found:
        return NO_SLASHES
    prefix, bullet, slashes, name, rest = (text or "" for text in found.groups())
    if name and (bullet or slashes == "//") and not _BAR.fullmatch(rest):
        return NO_SLASHES
    if bullet and (name not in ALL_KINDS or slashes == "//"):
        return NO_SLASHES
    return Slashes(prefix + bullet, bullet, len(slashes), name, rest)


@dataclass(slots=True)
class Open:
    """A block whose closing fence has not come yet."""

    start: int
    prefix: str
    slashes: int
    kind: str
    header: str
    faults: list[Fault] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)
    heading: int = 0
    """First heading below everything that only a question holds, 0 for none: an unclosed block ends there."""

    @classmethod
    def from_header(cls, i: int, found: Slashes) -> Open:
        """A block that begins with a header; behind a bullet it is a fault, and counts as indented by as much."""
        bare = re.sub(r"[^> ]", " ", found.prefix) if found.bullet else found.prefix
        block = cls(i, bare, found.slashes, found.name, f"{found.name}{found.rest}".rstrip())
        if found.bullet:
            block.fault(
                i,
                "header",
                "the header is on the same line as a list marker.",
                "Write it on a line of its own, indented by four spaces.",
            )
        return block

    def fault(self, index: int, rule: Rule, what: str, remedy: str) -> None:
        """Note what is wrong with it."""
        self.faults.append(Fault(index=index, rule=rule, what=what, remedy=remedy))

    def name_kind(self, name: str, rest: str) -> bool:
        """Whether the header is meant for us.

        A misspelt kind becomes empty, with a fault, unless it resembles a container: what that holds is read all the
        same.
        """
        if name in ALL_KINDS:
            fence = "////" if name in SET_KINDS else "///"
            if self.slashes != len(fence):
                what = f"the header has {self.slashes} slashes instead of {len(fence)}."
                self.fault(
                    self.start,
                    "fence-length",
                    what,
                    f"Write `{fence} {name}{rest}`, and close the block with `{fence}`.",
                )
            return True
        self.kind = ""
        near = None
        if name not in FOREIGN:
            near = nearest(name.lower(), ALL_KINDS, within=1 if len(name) <= 4 else 2)
        if near is not None:
            self.fault(self.start, "unknown-kind", f"there is no kind `{name}`.", f"Did you mean `{near}`?")
            self.kind = near if near in SET_KINDS else ""
        return near is not None

    def check_length(self, i: int, slashes: int) -> None:
        """Note a closing fence that is longer or shorter than the header's, unless that was wrong itself."""
        if slashes != self.slashes and not any(fault.rule == "fence-length" for fault in self.faults):
            what = f"the closing fence has {slashes} slashes, but its header has {self.slashes}."
            self.fault(i, "fence-length", what, f"Write `{'/' * self.slashes}`.")

    def unclosed(self, before: str) -> None:
        """Note that its closing fence never came."""
        remedy = f"Write `{'/' * self.slashes}` on a line of its own after the last line of the block."
        self.fault(self.start, "unclosed", f"the block is not closed{before}.", remedy)


@dataclass(slots=True)
class Foreign:
    """A block of pymdown-extensions, or one with an unknown name."""

    start: int
    prefix: str
    slashes: int
    name: str
    header: str
    suspect: bool = False
    """Whether an unknown block holds what only a question of ours holds."""


def refused_code(i: int, line: str) -> Fault:
    """The fault of a line that looks as if it opened a code fence, and does not because of what it says."""
    found = CODE_FENCE_LINE.fullmatch(line)
    first = (found["info"] if found else line).split()[0]
    language = _LANGUAGE.match(first)
    known = (
        'only attributes in braces, or `title="..."`, `hl_lines="..."` and `linenums="..."`, can follow the language.'
    )
    # Of a longer text only one word is quoted: it may be an option's.
    what, remedy = f"what follows `{first}`", f"Remove what follows the language: {known}"
    if language is None:
        what, remedy = f"`{first}`", f"Write one word for the language: {known}"
    elif language[0] != first:
        what, remedy = f"`{first}`", f"Write only `{language[0]}` there: {known}"
    opens = f"this line does not open a code block, because Markdown does not understand {what}."
    return Fault(index=i, rule="unclosed-code", what=opens, remedy=remedy)


class BrokenCode:
    """The code fences of a page that do not open or do not close."""

    def __init__(self, page: Straightened) -> None:
        self._page = page
        self._refused = sorted(page.map.refused)
        self._open = sorted((*page.map.unclosed, *page.map.dangling))

    def inside(self, start: int, end: int) -> Sequence[Fault]:
        """What is wrong with the code fences of a block."""
        if not self._open and not self._refused:
            return ()
        page = self._page
        refused = self._refused[bisect_right(self._refused, start) : bisect_left(self._refused, end + 1)]
        meant = {page.map.refused[i] for i in refused}
        broken = self._open[bisect_right(self._open, start) : bisect_left(self._open, end + 1)]
        if (near := [*refused, *broken]) and (odd := page.near_code(near[0], start, end)):
            return (odd,)
        broken = [i for i in broken if i not in meant]
        # What looks like a second fence without a language is the end of the first that did not fit.
        found = [unclosed_code(i) for at, i in enumerate(broken) if not at or page.lines[i].strip("> `~")]
        return [*(refused_code(i, page.lines[i]) for i in refused), *found]

    def outside(self, regions: Iterable[Region]) -> Iterator[Fault]:
        """The fences that swallow the beginning or the end of a block, where no block has that as a fault."""
        unclosed = self._page.map.unclosed
        if not unclosed:
            return
        blocks = (block for region in regions for block in (region, *region.children))
        known = {fault.index for block in blocks for fault in block.faults}
        refused = {end: i for i, end in self._page.map.refused.items()}
        for i in unclosed:
            cause = refused.get(i)
            if cause is not None and cause not in known:
                yield refused_code(cause, self._page.lines[cause])
            elif cause is None and i not in known:
                yield unclosed_code(i)


def is_ours(bare: str) -> bool:
    """Whether a line without its indentation is an option or the label of a part: what only a question holds."""
    return bare[:1] in ("-", "*", "+", "_") and bool(_MARK.match(bare) or find_label(bare))


def indentation(prefix: str) -> int:
    """Columns of indentation behind the quote marks; the space after a quote mark belongs to the mark."""
    return max(len(prefix) - (prefix.rindex(">") + 2 if ">" in prefix else 0), 0)


def unclosed_code(i: int) -> Fault:
    """The fault of a code fence that is not closed, or swallows the end of a block."""
    return Fault(
        index=i,
        rule="unclosed-code",
        what="this code fence is not closed before a question begins or ends.",
        remedy="Close it with the same characters at the same indentation, on a line of their own.",
    )


def strip_prefix(line: str, prefix: str) -> str | None:
    """The rest of a line behind the quote marks and indentation of a region, or None where it stands outside."""
    if not prefix or (line.startswith(prefix) and prefix[-1] == " "):
        return line[len(prefix) :]
    if not line.strip():
        return ""
    quotes = prefix.count(">")
    if not quotes:
        return None
    at = 0
    for _ in range(quotes):
        while line[at : at + 1] == " ":
            at += 1
        if line[at : at + 1] != ">":
            return None
        at += 1
    if line[at : at + 1] == " ":
        at += 1
    width = indentation(prefix)
    return line[at + width :] if not line[at : at + width].strip() else None
