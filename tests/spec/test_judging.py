"""The tables of how typed answers are judged: what the client's tests judge by is what a page says.

tests/client/judge-tables.test.js judges the cases. `python tests/support/judging.py` writes pages.json.
"""

import json
from fractions import Fraction
from itertools import pairwise

import pytest

from judging import FOLDER, KINDS, convert_table, read_page
from mkdocs_recall.model.ranges import read_range, write_number


@pytest.mark.parametrize("kind", KINDS)
def test_pages_say_what_the_client_judges_by(kind: str) -> None:
    assert json.loads((FOLDER / "pages.json").read_text("utf-8"))[kind] == read_page(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_of_a_table_is_without_fault(kind: str) -> None:
    assert [str(problem) for problem in convert_table(kind)[1].problems] == []


FORMS = {
    "30": (30, 30),
    "-30": (-30, -30),
    "\u221230": (-30, -30),
    "+30": (30, 30),
    "1,000": (1000, 1000),
    "1,000,000": (1_000_000, 1_000_000),
    "1,00,000": (100_000, 100_000),
    "1 000": (1000, 1000),
    "1\u202f000": (1000, 1000),
    "1'000": (1000, 1000),
    "1\u2019000": (1000, 1000),
    "1_000": (1000, 1000),
    "1,000.5": (Fraction("1000.5"), Fraction("1000.5")),
    ".5": (Fraction(1, 2), Fraction(1, 2)),
    "1e3": (1000, 1000),
    "1e-3": (Fraction(1, 1000), Fraction(1, 1000)),
    "2/6": (Fraction(1, 3), Fraction(1, 3)),
    "-1 / 2": (Fraction(-1, 2), Fraction(-1, 2)),
    "108..112": (108, 112),
    "-5..-3": (-5, -3),
    "1/3 … 2/3": (Fraction(1, 3), Fraction(2, 3)),
    "110 ± 2": (108, 112),
    "110+/-2": (108, 112),
    "3.14 ± 1%": (Fraction("3.1086"), Fraction("3.1714")),
    "-200 ± 1 %": (-202, -198),
    "0.2 ± 0.1": (Fraction("0.1"), Fraction("0.3")),
}


@pytest.mark.parametrize("text", FORMS)
def test_a_number_as_authors_write_it(text: str) -> None:
    assert read_range(text) == FORMS[text]


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "-", ".", ",", "1,5", "0,5", "10,00", "1,0000", "1,000,00", "0,001", "1 2", "30 30", "1  2 000"),
        *("1,000 000", "1'000,000", "1.2.3", "1..", "..2", "1 ± ", "± 1", "1/0", "1/2/3", "1e", "e3", "1e1000", "0x1e"),
        *("108-112", "108\u2013112", "3 1/2", "½", "30 steps", "30%", "--30", "NaN", "Infinity", "1__000", "_1", "1_"),
        *("1" + ",000" * 5000 + "x", "9" * 10_000 + "x", " " * 10_000 + "x"),
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read_range(text) is None


def test_a_number_is_written_as_it_is_read() -> None:
    numbers = [Fraction(above, below) for above in range(-40, 41) for below in range(1, 41)]
    numbers += [Fraction(10) ** power for power in (-999, -20, 20, 999)]
    for number in numbers:
        found = read_range(write_number(number))
        assert found == (number, number) or abs(number) >= 10**20 or number < Fraction(1, 10**19)
    assert all(write_number(first) != write_number(second) for first, second in pairwise(sorted(set(numbers))))
