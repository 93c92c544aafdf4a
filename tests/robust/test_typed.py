"""Accidents in typed questions: whatever happens to a line of one, no answer is shown."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from canonical import outside_answers
from pages import converter
from paths import SUPPORT

PAGE = (SUPPORT / "typed.md").read_text("utf-8").split("\n")
"""Answers carry `secret1`, texts of the page `public1`; the pieces of an order are seen by everyone."""
_SECRET = re.compile(r"\bsecret\d+\b")
SEEDS, PARTS, LONG = 120, 6, 12_000
"""Pages with two or three accidents in `make test`, among how many tests they are dealt out, and in `make test-all`."""
SOME = 6
"""`make test` has each accident happen to one in so many lines, and `make test-long` to each line."""

Accident = Callable[[str], str]
ON_A_LINE: dict[str, Accident] = {
    "halve": lambda line: line[: len(line) // 2],
    "indent": lambda line: f"    {line}",
    "indent by two": lambda line: f"  {line}",
    "full-width signs": lambda line: line.translate(str.maketrans("[]|/().", "［］｜／（）．")),
    "letters of another script": lambda line: line.translate(str.maketrans("xao", "хао")),
    "wide spaces": lambda line: line.replace(" ", "\u00a0"),
    "spaces that nobody sees": lambda line: line.replace("[", "[\u200b").replace("| ", "|\u200b "),
    "typographic dashes": lambda line: line.replace("-", "–").replace("`", "´"),
    "tab": lambda line: f"\t{line.lstrip()}" if line.startswith(" ") else line,
    "no spaces": lambda line: line.replace(" ", ""),
    "capitals": str.upper,
    "no underscores": lambda line: line.replace("____", "___"),
    "no mark": lambda line: line.replace("[x] ", "").replace("[ ] ", ""),
    "other mark": lambda line: line.replace("[x]", "[y]"),
    "no bar": lambda line: line.replace("|", "", 1),
    "no number": lambda line: re.sub(r"\d\. ", "", line),
    "star": lambda line: line.replace("- [", "* [").replace("1.", "1)"),
}
AROUND = ("delete", "double", "swap", "blank above", "text above", "heading above", "fence above")


@cache
def _convert() -> Callable[[str], tuple[str, object]]:
    return converter()


def accident(name: str, lines: Sequence[str], at: int) -> list[str]:
    above, line, below = list(lines[:at]), lines[at], list(lines[at + 1 :])
    if name in ON_A_LINE:
        return [*above, ON_A_LINE[name](line), *below]
    near = next((each for each in (line, *above[::-1]) if each.strip("> ")), "")
    prefix = near[: len(near) - len(near.lstrip("> "))]
    match name:
        case "delete":
            return [*above, *below]
        case "double":
            return [*above, line, line, *below]
        case "swap":
            return [*above, *below[:1], line, *below[1:]]
        case "blank above":
            return [*above, prefix.rstrip(), line, *below]
        case "text above":
            return [*above, f"{prefix}words", line, *below]
        case "heading above":
            return [*above, f"{prefix}#### words", line, *below]
        case _:
            return [*above, f"{prefix}```", line, *below]


def shown(lines: Sequence[str], *, headless: bool = False) -> set[str]:
    """The secrets that readers see.

    Those of an item are no fault where what held it is gone, so that all of it is code. With several accidents, and
    `headless` set, nothing may be left that shows an item, a line at the margin may end what holds it, and its closing
    fence may be above some of it.
    """
    html, _ = _convert()("\n".join(lines))
    found = {word.lower() for word in re.findall(r"(?i)\bsecret\d+\b", outside_answers(html))}
    return found - {word for id, words in _items().items() if _is_loose(lines, id, headless) for word in words}


@cache
def _items() -> dict[str, list[str]]:
    """The secrets of each item, by its id."""
    heads = re.findall(
        r"/// (?:fill|number|order|match) \| ([\w-]+)[^\n]*\n(.*?)\n[> ]*///(?:\n|$)", "\n".join(PAGE), re.DOTALL
    )
    return {id: _SECRET.findall(body) for id, body in heads}


def _is_loose(lines: Sequence[str], id: str, headless: bool) -> bool:
    header = next((at for at, line in enumerate(lines) if re.search(rf"(?i)\b{id}\b", line)), None)
    if header is None:
        return headless
    below = lines[header + 1 :]
    end = next((at for at, line in enumerate(below) if line.strip("> ") == "///"), len(below))
    if headless and any(_SECRET.search(line) for line in below[end : end + 4]):
        return True
    if not lines[header].startswith("    "):
        return False
    if headless and any(line.strip() and not line.startswith("    ") for line in below[:end]):
        return True
    above = next((line for line in reversed(lines[:header]) if line.strip() and not line.startswith(" ")), "")
    return not above.startswith("- ")


def test_the_page_is_sound() -> None:
    html, page = _convert()("\n".join(PAGE))
    assert list(page.all_problems()) == []  # type: ignore[attr-defined]
    assert set(_SECRET.findall("\n".join(PAGE))) == set(_SECRET.findall(html))
    assert shown(PAGE) == set()


@pytest.mark.parametrize("name", [*AROUND, *ON_A_LINE])
@pytest.mark.parametrize("step", [pytest.param(SOME, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_any_accident(name: str, step: int) -> None:
    first = [*AROUND, *ON_A_LINE].index(name) % step
    for at in range(first, len(PAGE) - 1, step):
        lines = accident(name, PAGE, at)
        assert shown(lines) == set(), f"{name} at line {at + 1}: {PAGE[at]!r}"


def check_seeds(seeds: range) -> None:
    for seed in seeds:
        dice, lines = random.Random(seed), list(PAGE)
        at = dice.randrange(len(lines))
        for _ in range(dice.randint(2, 3)):
            at = max(0, min(len(lines) - 2, at + dice.randint(-4, 4)))
            lines = accident(dice.choice([*AROUND, *ON_A_LINE]), lines, at)
        assert shown(lines, headless=True) == set(), seed


@pytest.mark.parametrize("part", range(PARTS))
def test_two_or_three_accidents(part: int) -> None:
    check_seeds(range(part, SEEDS, PARTS))


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_many_accidents(part: int) -> None:
    check_seeds(range(SEEDS + part, LONG, PARTS))
