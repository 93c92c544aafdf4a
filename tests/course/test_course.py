"""Every piece of Python in the course names a script, and every script is used."""

import re
from pathlib import Path

import pytest

from mkdocs_recall.site.reader import Site, read_site
from mkdocs_recall.site.settings import read_settings
from mkdocs_recall.verifier import Claim, check_claims, collect_claims
from mkdocs_recall.verifier.scripts import split_cells
from paths import ROOT, TESTS

PYTHON = re.compile(r"^ *```python", re.MULTILINE)


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(read_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def claims(site: Site) -> list[Claim]:
    return [claim for claim in collect_claims(site) if claim.path.startswith("docs/topics/")]


def test_pages_show_what_their_scripts_contain(claims: list[Claim]) -> None:
    assert len(claims) > 90
    assert check_claims(claims, ROOT) == []


def test_every_block_of_python_names_a_script(claims: list[Claim]) -> None:
    for page in sorted((ROOT / "docs" / "topics").glob("*.md")):
        path = page.relative_to(ROOT).as_posix()
        shown = sum(len(claim.shown) for claim in claims if claim.path == path)
        found = PYTHON.findall(page.read_text(encoding="utf-8"))
        assert (path, len(found)) == (path, shown)


def test_every_script_is_used(claims: list[Claim]) -> None:
    scripts = [*(TESTS / "course").glob("*/*.py"), *(ROOT / "docs" / "examples").glob("*.py")]
    assert {path.relative_to(ROOT).as_posix() for path in scripts} == {claim.script for claim in claims}


def test_a_lesson_shows_each_cell_of_its_script_and_what_it_prints(claims: list[Claim]) -> None:
    for script in sorted((ROOT / "docs" / "examples").glob("*-lesson.py")):
        shown = [claim for claim in claims if claim.script == script.relative_to(ROOT).as_posix()]
        cells = split_cells(script.read_text(encoding="utf-8"))[1:]
        assert len(shown) == len(cells), script.name
        printing = [cell for cell in cells if re.search(r"^print\(", cell, re.MULTILINE)]
        assert sum(claim.output is not None for claim in shown) >= len(printing), script.name


@pytest.mark.parametrize("script", sorted((ROOT / "docs" / "examples").glob("*-lesson.py")), ids=lambda path: path.stem)
def test_the_lesson_links_to_its_script(script: Path) -> None:
    page = ROOT / "docs" / "topics" / f"{script.stem.removesuffix('-lesson')}.md"
    assert f"](../examples/{script.name})" in page.read_text(encoding="utf-8")


def test_questions_name_the_script_of_their_own_name(claims: list[Claim]) -> None:
    for claim in claims:
        if claim.id:
            folders = (Path(claim.path).stem, claim.kind, "from-templates")
            assert claim.script in [f"tests/course/{folder}/{claim.id}.py" for folder in folders]
