"""What a page with typos must hide and must keep, judged from the rules of the syntax alone, without the scanner.

Pages for this carry a word of their own on each line: `secret1` behind the stem of an item, `public1` outside of items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from canonical import outside_answers

SECRET = re.compile(r"\bsecret\d+\b")
PUBLIC = re.compile(r"\bpublic\d+\b")
_ANSWER = re.compile(r"<recall-answer\b[^>]*>.*?</recall-answer>", re.DOTALL)
_LABELS = "Answer|Hint|Explanation|Solution|Final answer|Quick|Common|Concepts|Model answer|Learn more"
_OURS = re.compile(rf"[> ]*(?:[-*+] *\[[ xX]?\]|\*\*(?:{_LABELS})\b.*\*\*)")
_HEADER = re.compile(r"[> ]*/// (?:card|mcq|explain|fill|number|order|match|ways)\b")
_CLOSE = re.compile(r"[> ]*///")
_DECK = re.compile(r"[> ]*//// (?:practice|test)\b")
_DECK_CLOSE = re.compile(r"[> ]*////")
_HEADING = re.compile(r"[> ]*(#{1,6}) ")


class Judge:
    """Lines of items behind their stems, which must be hidden, and lines that belong to no item and must be there.

    A secret is ordinary Markdown by definition, and on neither side, (1) where the header and the closing fence of its
    item are both gone, (2) where nothing that only a question holds is left above it in its item, since then it is the
    stem, (3) below a heading that ends an unclosed item, (4) where the list or note around its item is gone, since then
    all of it is indented code, (5) where a block of pymdown-extensions is open above it, since then the fence of its
    item closes that, and (6) in the code of an option.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = _drop_option_code([_drop_code(lines, i) for i in range(len(lines))])
        self.hidden: set[int] = set()
        self.free = set(range(len(lines)))
        self._start: int | None = None
        self._first: int | None = None
        """The first line of the item, or outside of items, that only a question holds."""
        self._note: int | None = None
        self._deck: int | None = None
        for i, line in enumerate([*self.lines, "/// card"]):
            self._read(i, line)
        if self._deck is not None:
            self._end_deck(len(lines))
        code = {i for i, line in enumerate(lines) if line != self.lines[i]}
        self.hidden -= code
        self.free -= code

    def _read(self, i: int, line: str) -> None:
        if re.match("/// note", line):
            self._note = i
        elif _HEADER.match(line):
            self._leave(i)
            self._start, self._first = i, None
        elif _DECK.match(line):
            self._leave(i)
            if self._deck is not None:
                self._end_deck(i)
            self._deck, self._start, self._first = i, None, None
        elif _CLOSE.fullmatch(line) and self._note is not None:
            self.free -= set(range(self._note, i + 1))
            self._note, self._first = None, None if self._start is None else self._first
        elif _DECK_CLOSE.fullmatch(line) or (_CLOSE.fullmatch(line) and self._closes(line)):
            self._close(i)
            if _DECK_CLOSE.fullmatch(line) and self._deck is not None:
                self.free -= set(range(self._deck, i + 1))
                self._deck = None
        elif self._start is None and (heading := _HEADING.match(line)) and len(heading[1]) <= 2:
            self._first = None
        elif _OURS.match(line) and self._first is None:
            self._first = i

    def _closes(self, line: str) -> bool:
        return self._start is None or line.index("/") < self.lines[self._start].index("/") + 4

    def _close(self, i: int) -> None:
        begin = self._first if self._start is None else self._start
        self.hidden |= set(range(self._first, i)) if self._first is not None else set()
        self.free -= set(range(i if begin is None else begin, i + 1))
        self._start = self._first = None

    def _leave(self, i: int) -> None:
        """End an item without closing fence at a header."""
        if self._start is not None:
            end = self._unclosed_end(self._start, i)
            self.hidden |= set(range(self._first, end)) if self._first is not None else set()
            self.free -= set(range(self._start, end))

    def _end_deck(self, stop: int) -> None:
        """A container without end holds all up to the first heading below its items."""
        assert self._deck is not None
        self.free -= set(range(self._deck, self._unclosed_end(self._deck, stop)))

    def _unclosed_end(self, start: int, stop: int) -> int:
        """Where a block without closing fence ends: at the first heading below all that only a question holds."""
        last = max((i for i in range(start, stop) if _OURS.match(self.lines[i])), default=start)
        return next((i for i in range(last + 1, stop) if _HEADING.match(self.lines[i])), stop)


def _drop_code(lines: Sequence[str], at: int) -> str:
    """A line, without what it says where it is indented and nothing above it begins a list or a note."""
    line = lines[at]
    if not line.startswith("    "):
        return line
    above = next((lines[i] for i in range(at - 1, -1, -1) if lines[i].strip() and not lines[i].startswith(" ")), "")
    return line if re.match(r"- |\d\. |!!! |=== ", above) else "    code"


def _drop_option_code(lines: Sequence[str]) -> list[str]:
    """The lines, without what code says that stands in an option."""
    kept: list[str] = []
    fence = False
    for line in lines:
        edge = re.fullmatch(" {2,3}```[a-z]*", line) is not None
        kept.append("    code" if fence and not edge else line)
        fence = fence != edge
    return kept


def check_hidden(lines: Sequence[str], html: str) -> None:
    """Assert that a page shows no secret before an answer is opened."""
    secrets = set(SECRET.findall(_ANSWER.sub("", html)))
    if secrets:
        secrets &= set(SECRET.findall(outside_answers(html)))
    hidden = Judge(lines).hidden
    must_hide = {word for i in hidden for word in SECRET.findall(lines[i])}
    must_hide -= {word for i in set(range(len(lines))) - hidden for word in SECRET.findall(lines[i])}
    assert secrets & must_hide == set(), "shown"


def check_kept(lines: Sequence[str], html: str) -> None:
    """Assert that a page has all that belongs to no item."""
    assert {word for i in Judge(lines).free for word in PUBLIC.findall(lines[i])} <= set(PUBLIC.findall(html)), "lost"
