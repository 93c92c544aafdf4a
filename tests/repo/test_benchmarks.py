"""The benchmarks in the docs are the results that the repository keeps, with every row. No test looks at a time."""

from docs_page import PAGE, fill, read_results
from rows import ROWS, SECTIONS, Sizes
from run import JOBS

SIZES = Sizes()


def test_the_page_shows_the_kept_results():
    text = PAGE.read_text("utf-8")
    assert text == fill(text, read_results()), "Run: make bench BENCH=--page"


def test_every_row_has_a_result_and_is_on_the_page():
    results, text = read_results(), PAGE.read_text("utf-8")
    assert list(results["rows"]) == list(ROWS)
    assert [name for name, row in ROWS.items() if f"\n| {row.name(SIZES)} |" not in text] == []
    assert text.count("\n| --- ") == len(SECTIONS)


def test_every_row_is_measured_once():
    measured = [name for job in JOBS for name in job.rows]
    assert sorted([*measured, "suite"]) == sorted(ROWS)
