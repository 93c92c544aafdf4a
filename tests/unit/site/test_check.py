"""`check` reads sources alone, and finds what a build finds."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from casefile import Case, read_cases
from mkdocs_recall.site.reader import Site, read_site
from mkdocs_recall.site.settings import Settings
from pages import EXTENSIONS, convert
from paths import SPEC

CASES = [pytest.param(case, id=name) for folder in ("cases", "problems") for name, case in read_cases(SPEC / folder)]


def settings_of(folder: Path, excluded: Iterable[str] = ()) -> Settings:
    extensions = {name: {} for name in EXTENSIONS}
    settings = Settings(root=folder, docs=folder, extensions=extensions)
    return replace(settings, excluded=type(settings.excluded).from_lines(excluded))


def check_case(case: Case, folder: Path) -> Site:
    case.write(folder)
    snippets = [name for name, text in case.files.items() if "///" in text and "--8<--" in case.source]
    return read_site(settings_of(folder, snippets))


@pytest.mark.parametrize("case", CASES)
def test_check_finds_what_a_build_finds(case: Case, tmp_path: Path) -> None:
    site = check_case(case, tmp_path)
    built = convert(case.source, snippets=tmp_path)
    errors = [str(problem) for problem in site.problems() if problem.severity == "error"]
    assert errors == [str(problem) for problem in built.problems]
    items = [item.id for page in site.pages if page.page.path == "page.md" for item in page.items()]
    assert items == [item.id for item in built.items]


def test_a_site_may_read_fences_with_any_language(tmp_path: Path) -> None:
    source = "/// card | a\n\nWhat?\n\n```rust,ignore\nfn\n```\n\n**Answer:** That.\n\n///\n"
    options = {"pymdownx.superfences": {"relaxed_headers": True}}
    (tmp_path / "page.md").write_text(source, encoding="utf-8")
    settings = settings_of(tmp_path)
    assert len(read_site(settings).problems()) == len(convert(source).problems) == 1
    assert read_site(replace(settings, extensions={**settings.extensions, **options})).problems() == []
    assert convert(source, extensions=options).problems == []
