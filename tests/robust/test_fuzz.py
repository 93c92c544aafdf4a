"""Typos in real pages, by the thousand: nothing breaks, nothing is given away, nothing is lost without a word.

Pages are cut from the course and from rich.md, sets.md, exam.md and typed.md, a few items each. Every line of prose
gets a word of its own, so that each can be looked for. A failure names its seed; `page_of(seed)` makes the page again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import pytest

from judge import check_hidden
from mkdocs_recall.kinds import FillIn, Item, Mcq, Number, Order
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.text import Text
from mkdocs_recall.model.vocabulary import ALL_KINDS, NAMELESS_KINDS
from mkdocs_recall.site.bank import Bank, Entry
from pages import converter
from paths import ROOT, SUPPORT

SOURCES = (
    *sorted((ROOT / "docs" / "topics").glob("*.md")),
    SUPPORT / "rich.md",
    SUPPORT / "sets.md",
    SUPPORT / "exam.md",
    SUPPORT / "typed.md",
)
FEW, MANY, PIECES = (4_000, 240), (20_000, 1_600), 8
"""Pages that are read, and how many of them are converted too, in `make test` and in `make test-long`; and among how
many tests they are dealt out."""
WORD = re.compile(r"\b(?:secret|public|stem)\d+\b")
_BARE = re.compile(
    r"[> ]*(?:(?:/{3}|`{3}|~{3}|\$\$|\||!!!|===|<|\[[^\]]+\]:).*|\*\*[^*]+:\*\*|[-*+]|[-*+] \[[ x]\] [\d.]+|.*\}|)"
)
"""Lines that cannot take a word at their end."""
_MARK = re.compile(r"[> ]*(?:/{3}|`{3}|\*\*[A-Z][^*]+:\*\*|- \[|#|- |!!!|===)")
"""Lines that give a page its structure."""


convert = cache(converter)


@cache
def pieces() -> list[list[str]]:
    """What pages are made of: an item with the text above it, or a container with two of its items."""
    found = []
    for source in SOURCES:
        text = re.sub(r"\b(?:secret|public|stem)(?=\d+\b)", "number ", source.read_text("utf-8"))
        for piece in _cut(text.split("\n")):
            found.append(_mark(piece, 1000 * len(found)))
    return found


def _cut(lines: Sequence[str]) -> Iterator[list[str]]:
    at = 0
    for number, entry in enumerate(Bank().read(Page(path="page.md", lines=lines)).entries):
        region = entry.region
        if region.start < at:
            continue
        above, at = [*lines[at : region.start]], region.end + 1
        while region.prefix and at < len(lines) and (not lines[at] or lines[at][0] in " >"):
            at += 1
        if len(region.children) < 4:
            yield [*above, *lines[region.start : at]]
            continue
        for first in range(0, len(region.children) - 1, 2):
            pair = entry.children[first : first + 2]
            ranks = [child.block.rank for child in pair if isinstance(child.block, Item)]
            mix = f"draw=2 mix={','.join(str(ranks.count(rank)) for rank in (1, 2, 3))}"
            head = lines[region.start].replace("draw=10 mix=4,4,2", mix)
            inside = [line for child in pair for line in ("", *lines[child.region.start : child.region.end + 1])]
            end = ["", lines[region.end]]
            yield [*(() if first else above), re.sub(r"(\| [\w-]+)", rf"\1-{number}-{first}", head), *inside, *end]


def _mark(lines: Sequence[str], number: int) -> list[str]:
    """The piece with a word at the end of each line of prose, which says what the line is."""
    page = Bank().read(Page(path="page.md", lines=lines))
    assert not list(page.all_problems())
    what = ["public"] * len(lines)
    for entry in _walk(page.entries):
        region = entry.region
        what[region.start : region.end + 1] = ["stem"] * (region.end + 1 - region.start)
        if isinstance(entry.block, Item):
            for text in _hidden(entry.block):
                what[text.start : text.start + len(text.lines)] = ["secret"] * len(text.lines)
    return [
        line if _BARE.fullmatch(line) else f"{line} {word}{number + at}"
        for at, (line, word) in enumerate(zip(lines, what, strict=True))
    ]


def _walk(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from entry.children


def _hidden(item: Item) -> Iterator[Text]:
    yield from (part.text for part in item.parts)
    if isinstance(item, Mcq):
        yield from (option.reason for option in item.options)
    if isinstance(item, FillIn):
        yield from (text for answers in item.blanks for answer in answers for text in (answer.text, answer.reason))
    if isinstance(item, Number):
        yield from (answer.reason for answer in item.answers)
    if isinstance(item, Order):
        yield from (piece.reason for piece in item.distractors)


def page_of(seed: int) -> list[str]:
    """A page of some pieces, with one to three typos, most of them near each other or at what gives it structure."""
    dice = random.Random(seed)
    chosen = dice.sample(pieces(), dice.randint(2, 3))
    # A test stands on a page of its own.
    chosen = [piece for piece in chosen if not any(line.startswith("//// test") for line in piece)] or chosen[:1]
    lines = [line for piece in chosen for line in (*piece, "")]
    at = 0
    for number in range(dice.randint(1, 3)):
        marks = [i for i, line in enumerate(lines) if _MARK.match(line)] or range(len(lines))
        near = range(max(at - 4, 0), min(at + 5, len(lines)))
        at = dice.choice(dice.choice((marks, near, near) if number else (marks, range(len(lines)))))
        line = lines[at]
        match dice.choice(("delete", "double", "swap", "truncate")):
            case "delete":
                del lines[at]
            case "double":
                lines.insert(at, line)
            case "swap":
                lines[at : at + 2] = lines[at : at + 2][::-1]
            case "truncate":
                lines[at] = line[: dice.randint(0, len(line))]
    return lines


def check_read(lines: Sequence[str]) -> None:
    """Assert that places are true, and that a sound item holds all its words."""
    page = Bank().read(Page(path="page.md", lines=lines))
    assert all(1 <= problem.line <= len(lines) for problem in page.all_problems())
    assert all(before.region.end < after.region.start for before, after in pairwise(page.entries))
    for entry in _walk(page.entries):
        if isinstance(entry.block, Item) and not entry.problems:
            held = {word for text in _texts(entry.block) for line in text.lines for word in WORD.findall(line)}
            written = lines[entry.region.start + 1 : entry.region.end]
            assert {word for line in written for word in WORD.findall(line)} <= held, "lost"


def _texts(item: Item) -> Iterator[Text]:
    yield item.stem
    yield from _hidden(item)
    if isinstance(item, Mcq):
        yield from (option.text for option in item.options)
    if isinstance(item, Order):
        yield from (piece.text for piece in item.pieces)


def check_converted(lines: Sequence[str]) -> None:
    """Assert that the page gives nothing away, and that all its words are there or in an item with a problem."""
    html, page = convert()("\n".join(lines))
    check_hidden(lines, html)
    reported = {
        i
        for entry in page.entries
        if any(entry.all_problems())
        for i in range(entry.region.start, entry.region.end + 1)
    }
    written = {word for i, line in enumerate(lines) if i not in reported for word in WORD.findall(line)}
    assert written <= set(WORD.findall(html)), "lost"


def test_pieces_are_many_and_of_all_kinds() -> None:
    text = "\n".join(line for piece in pieces() for line in piece)
    assert len(pieces()) > 50
    assert all(f"/// {kind} |" in text for kind in ALL_KINDS if kind not in NAMELESS_KINDS)


@pytest.mark.parametrize("part", range(PIECES))
@pytest.mark.parametrize("pages", [pytest.param(FEW, id="few"), pytest.param(MANY, id="many", marks=pytest.mark.long)])
def test_typos(pages: tuple[int, int], part: int) -> None:
    read, converted = pages
    for seed in range(part, read, PIECES):
        lines = page_of(seed)
        try:
            check_read(lines)
            if seed < converted:
                check_converted(lines)
        except Exception as error:
            raise AssertionError(f"page_of({seed}): {error!r}") from error
