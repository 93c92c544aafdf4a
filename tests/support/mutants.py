"""Pages with one to six accidents, for what must hold on any page.

A page is made of pieces of the course and of the case files, in a random setting (a list, a quote, a note ...). Every
line of prose ends in a word of its own, so that each can be looked for. `mutant(seed)` makes the same page again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from casefile import read_cases
from mutant_parts import FRONT, HOLDERS, ITEMS, PAIRS, PARTS, SHIFTS, TEXTS
from paths import ROOT, SPEC

WORD = re.compile(r"\bword\d+x\b")
_PLAIN = re.compile(
    r"[> ]*(?:(?:/{2,}|`{3}|~{3}|\$\$|\||!!!|\?{3}|===|<|-+8<|\[[^\]]+\]:|\*\[).*|\*\*[^*]+:\*\*|[-*+]|.*[}>]|-->|)"
)
"""Lines that cannot take a word at their end."""
_MARK = re.compile(r"[> ]*(?:/{3}|`{3}|~{3}|\*\*[A-Z][^*]+:\*\*|- \[|#|- |!!!|===|<)")
"""Lines that give a page its structure."""


@cache
def pieces() -> list[list[str]]:
    """What pages are made of."""
    found: list[list[str]] = []
    for folder in ("cases", "problems"):
        for _, case in read_cases(SPEC / folder):
            lines = case.source.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
            if 2 < len(lines) < 60 and "--8<--" not in case.source and "//// test" not in case.source:
                found.append(lines)
    for source in sorted((ROOT / "docs" / "topics").glob("*.md")):
        lines = source.read_text("utf-8").split("\n")
        if any(line.startswith("//// test") for line in lines):
            continue
        starts = [i for i, line in enumerate(lines) if line.startswith("/// ")][:12]
        for first, last in pairwise(starts):
            found.append(lines[max(first - 3, 0) : last])
    return found


def mutant(seed: int) -> str:
    """A page of one to four pieces with one to six accidents, most of them near each other."""
    dice = random.Random(seed)
    lines: list[str] = []
    for number in range(dice.randint(1, 4)):
        lines += [*_shifted(dice, _piece(dice, number)), *dice.choice(([""], [""], []))]
    at = dice.randrange(len(lines) or 1)
    for _ in range(dice.choice((1, 1, 2, 2, 3, 4, 6))):
        at = _near(dice, lines, at)
        _accident(dice, lines, at)
        if not lines:
            lines = [""]
    lines = [line if _PLAIN.fullmatch(line) else f"{line} word{i}x" for i, line in enumerate(lines)]
    if dice.random() < 0.06:
        lines = [*dice.choice(FRONT).split("\n"), *lines]
    text = "\n".join(lines)
    return text.replace("\n", "\r\n") if dice.random() < 0.03 else text


def _piece(dice: random.Random, number: int) -> list[str]:
    match dice.randrange(4):
        case 0:
            return list(dice.choice(pieces()))
        case 1:
            return dice.choice(TEXTS).split("\n")
        case _:
            return dice.choice(ITEMS).format(id=f"an-id-{number}").split("\n")


def _shifted(dice: random.Random, lines: list[str]) -> list[str]:
    """A piece by itself, or in a list, a quote, a note, a tab, a comment or a fence."""
    match dice.randrange(12):
        case 0 | 1:
            return [*dice.choice(HOLDERS).split("\n")[:-1], *_indent(lines, "    ")]
        case 2:
            return _indent(lines, "> ", blank=True)
        case 3:
            opening, closing = dice.choice(PAIRS)
            return [*opening.split("\n"), *lines, *closing.split("\n")]
        case _:
            return lines


def _indent(lines: Sequence[str], by: str, *, blank: bool = False) -> list[str]:
    return [by + line if line else by.rstrip() if blank else line for line in lines]


def _near(dice: random.Random, lines: Sequence[str], at: int) -> int:
    marks = [i for i, line in enumerate(lines) if _MARK.match(line)] or [0]
    near = range(max(at - 4, 0), max(min(at + 5, len(lines)), 1))
    return min(dice.choice(dice.choice((marks, near, near, range(len(lines))))), len(lines) - 1)


def _accident(dice: random.Random, lines: list[str], at: int) -> None:
    line = lines[at]
    end = min(at + dice.randint(1, 10), len(lines))
    match dice.randrange(14):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, line)
        case 2:
            lines[at : at + 2] = lines[at : at + 2][::-1]
        case 3:
            lines[at] = line[: dice.randint(0, len(line))]
        case 4 | 5 | 6:
            lines.insert(at, dice.choice(PARTS))
        case 7:
            lines[at] = dice.choice(PARTS)
        case 8:
            lines[at:end] = _indent(lines[at:end], dice.choice(SHIFTS), blank=dice.random() < 0.3)
        case 9:
            lines[at:end] = [each[4:] if each.startswith("    ") else each.lstrip(" >") for each in lines[at:end]]
        case 10:
            opening, closing = dice.choice(PARTS), dice.choice(PARTS)
            lines[at:end] = [opening, *lines[at:end], closing]
        case 11:
            lines[at] = dice.choice(("    ", "> ", " ", "\t", "- ", "1. ", "  ", ">", "<!-- ", "`")) + line
        case 12:
            lines[at] = line + dice.choice(
                (" -->", " <!--", "`", "```", " ", "///", "<div>", "</div>", "  ", " <b>", "\\")
            )
        case _:
            lines[at:end] = [each for each in lines[at:end] if each.strip()]
