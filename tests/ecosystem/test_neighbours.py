"""`recall` beside the plugins and extensions of others, in either order."""

import os
from pathlib import Path

import pytest

from neighbours import NEIGHBOURS
from sites import (
    ITEMS,
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
TESTED = [neighbour for neighbour in NEIGHBOURS if ALL or neighbour.common]


@pytest.mark.filterwarnings("ignore")  # Theirs are not ours to fix.
@pytest.mark.parametrize("first", [True, False], ids=["recall first", "recall last"])
@pytest.mark.parametrize("neighbour", TESTED, ids=lambda each: each.label)
def test_questions_work_beside(
    neighbour: Neighbour, first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_project(neighbour, tmp_path, first=first)
    site = build_project(tmp_path, strict=not neighbour.warns)
    assert [message for message in site.messages if not message.startswith(tuple(neighbour.warns))] == []
    offline = neighbour.config.get("use_directory_urls") is False
    expected = {**({} if offline else ITEMS), **neighbour.items}
    assert {page: find_items(site.page(page)) for page in expected} == {
        page: list(ids) for page, ids in expected.items()
    }
    assert find_dead(site) == []
    assert find_leaks(site) == []
    ids = {id for found in expected.values() for id in found}
    reviewed = find_reviewed(site, neighbour.review)
    assert reviewed.keys() == ids
    sources, errors = check_sources(tmp_path)
    assert errors == []
    assert sources == ids - neighbour.generated
    if neighbour.extra:
        neighbour.extra(site.folder)
