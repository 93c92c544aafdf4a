"""What is read at one go because it is written as usual is what reading it line by line gives."""

import re
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank, PageItems
from mkdocs_recall.syntax import header
from mkdocs_recall.syntax import parser as parse
from test_fuzz import page_of

HERE = Path(__file__).parent
READ, PIECES = 4_000, 8


def read(lines: Sequence[str]) -> PageItems:
    return Bank().read(Page(path="page.md", lines=lines))


def read_long(lines: Sequence[str]) -> PageItems:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "usual_label", lambda line: None)
        patch.setattr(parse, "ends_stem", lambda body, at: False)
        patch.setattr(parse, "read_plain_options", lambda body, start, stop: None)
        patch.setattr(parse, "read_plain_list", lambda body, start, stop, marker: None)
        patch.setattr(header, "_USUAL", re.compile("(?!)"))
        return read(lines)


@pytest.mark.parametrize("part", range(PIECES))
def test_both_ways_give_the_same(part: int) -> None:
    for seed in range(part, READ, PIECES):
        lines = page_of(seed)
        assert read(lines) == read_long(lines), f"page_of({seed})"


@pytest.mark.parametrize("name", ["cases", "problems", "quality"])
def test_both_ways_give_the_same_of_every_case(name: str) -> None:
    for file in sorted((HERE / name).glob("*.md")):
        lines = re.sub(r"^(?:````+).*$", "", file.read_text("utf-8"), flags=re.MULTILINE).split("\n")
        assert read(lines) == read_long(lines), file.name


OPTION = ("- [ ] a", "- [x] b", "* [ ] c", "- [ ] d {#d}", "- [X] `e[0]`", "- [ ] } ", "- [ ]", "- [ ]  f", " - [ ] g")
BETWEEN = ("  > h", "  >", "  > ", "  >  i", "", " ", "  j", "k", "> l", "1. m", "  > - [ ] n", "**Hint:** o", "\x0b")


@pytest.mark.parametrize("first", OPTION)
def test_both_ways_give_the_same_of_every_list(first: str) -> None:
    stems = ("Stem", "* stem", "١. stem", "**Solution:**")
    for second, one, above in product((*OPTION, "1. p", "2. "), BETWEEN, stems):
        lines = ["/// mcq | id easy", "", above, "", first, one, second, "  > q", "", "///"]
        assert read(lines) == read_long(lines), lines
