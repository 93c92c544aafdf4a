"""`check` and a build find the same on pages with accidents, show nothing of a faulty item, and lose nothing.

A failure names its site and seed: `mutant(seed)` makes the page again. Pages that once failed are in former/.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from canonical import outside_answers
from casefile import Case, read_cases
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from mutants import mutant
from twins import SITES, Twins, hidden_words, kept_words, words_in

SHORT, LONG, PARTS = 320, 20_000, 20
"""Pages in `make test` and in `make test-all`, and among how many tests these are dealt out."""
FORMER = Path(__file__).parent / "former"


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Twins]:
    return {name: Twins(extensions, tmp_path_factory.mktemp("twins")) for name, extensions in SITES.items()}


def check_page(twins: Twins, text: str) -> None:
    read = twins.check(text)
    try:
        built = twins.build(text)
    except Exception:
        with pytest.raises(Exception):  # noqa: B017, PT011  # Markdown itself fails on this page.
            twins.plain(text)
        return
    assert read.errors == built.errors
    assert read.items == built.items
    assert hidden_words(built.page) & words_in(outside_answers(built.html)) == set(), "shown"
    assert kept_words(twins, text, built.page) <= words_in(built.html), "lost"


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in read_cases(FORMER)])
def test_former_failures(twins: dict[str, Twins], case: Case) -> None:
    for each in twins.values():
        check_page(each, case.source.removesuffix("\n"))


def check_seeds(twins: dict[str, Twins], seeds: range) -> None:
    names = list(SITES)
    for seed in seeds:
        name = names[seed % len(names)]
        try:
            check_page(twins[name], mutant(seed))
        except Exception as error:
            raise AssertionError(f"{name}: mutant({seed}): {error!r}") from error


@pytest.mark.parametrize("part", range(4))
def test_pages_with_accidents(twins: dict[str, Twins], part: int) -> None:
    check_seeds(twins, range(part, SHORT, 4))


SITE = 60
"""Pages of a real site."""


@pytest.mark.parametrize("name", SITES)
def test_a_site_of_such_pages(name: str, small_site: Callable[..., Path], caplog: pytest.LogCaptureFixture) -> None:
    """What MkDocs itself builds and logs is what `check` says of its sources, ids that several pages share included."""
    extensions = [{each: options} for each, options in SITES[name].items() if each != "toc"]
    pages = {f"page-{seed:03}.md": mutant(seed).replace("--8<--", "") for seed in range(1000, 1000 + SITE)}
    try:
        site = small_site(pages, markdown_extensions=extensions, plugins=[{"recall": {"site_id": "x"}}])
    except Exception as error:
        pytest.fail(f"Choose other seeds if Markdown alone fails on these pages: {error!r}")
    logged = [
        each.getMessage() for each in caplog.records if each.name.endswith("recall") and each.levelname == "ERROR"
    ]
    found = read_site(read_settings(site.parent / "mkdocs.yml")).problems()
    assert logged == [str(problem) for problem in found if problem.severity == "error"]


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_many_pages_with_accidents(twins: dict[str, Twins], part: int) -> None:
    check_seeds(twins, range(SHORT + part, LONG, PARTS))
