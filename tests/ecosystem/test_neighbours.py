"""`recall` beside the plugins and extensions of others, in either order."""

import os

import pytest

from neighbours import NEIGHBOURS
from sites import (
    Neighbour,
    build_project,
    check_sources,
    find_dead,
    find_items,
    find_leaks,
    find_reviewed,
    write_project,
)

ALL = "RECALL_ECOSYSTEM" in os.environ
"""Whether the packages of all neighbours are installed, as `make ecosystem` does."""

TESTED = [each for each in NEIGHBOURS if ALL or each.common]


@pytest.mark.filterwarnings("ignore")  # Theirs are not ours to fix.
@pytest.mark.parametrize(
    ("neighbour", "first"),
    [
        pytest.param(each, first, id=f"{each.label}, recall {'first' if first else 'last'}")
        for each in TESTED
        for first in ([True] if each.last else [True, False])
    ],
)
def test_questions_work_beside(neighbour: Neighbour, first: bool, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_project(neighbour, tmp_path, first=first)
    site = build_project(tmp_path, strict=not neighbour.warned)
    assert len(site.messages) == len(neighbour.warned)
    assert all(map(str.startswith, site.messages, neighbour.warned))
    expected = neighbour.expected()
    assert {page: find_items(site.page(page)) for page in expected} == expected
    assert find_dead(site) == []
    assert {leak.partition(":")[0] for leak in find_leaks(site)} == {*neighbour.published}
    for name in neighbour.published:
        assert [words for words in neighbour.withheld if words in site.page(name)] == []
    ids = {id for found in expected.values() for id in found}
    assert find_reviewed(site, neighbour.review).keys() == ids
    sources, errors = check_sources(tmp_path)
    assert errors == []
    assert sources == (ids | neighbour.hidden) - neighbour.generated
    for name, words in neighbour.shows.items():
        assert [word for word in words if word not in site.page(name)] == []
