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


def card(id: str, taught: str = "", stem: str = "Which optimizer is used?") -> str:
    return f"/// card | {id}{taught and f' taught={taught}'}\n\n{stem}\n\n**Answer:** AdamW.\n\n///\n\n"


def untaught(folder: Path, pages: dict[str, str], language: str = "en") -> list[tuple[str, str]]:
    for name, text in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    site = read_site(replace(settings_of(folder), language=language))
    return [(problem.id, problem.what.split(" ")[1]) for problem in site.problems() if problem.rule == "untaught"]


def test_lessons_are_looked_for_on_other_pages(tmp_path: Path) -> None:
    pages = {
        "course/test.md": card("a", "lesson.md#training") + card("b", "../more/plain.md#rows") + card("c"),
        "course/other.md": card("d"),
        "course/lesson.md": "# Lesson\n\n## Training\n\nAdamW trains.\n\n" + card("e", "#training"),
        "more/plain.md": "# Page\n\n## Rows\n\nZeros.\n",
        "more/samples.md": card("f"),
    }
    assert untaught(tmp_path, pages) == [("d", "question"), ("b", "section"), ("c", "question")]


@pytest.mark.parametrize(
    ("language", "lesson", "stem", "found"),
    [
        ("de", "Der Optimierer ist einer.", "Welcher Optimierer ist das?", False),
        ("de", "Das Modell ist eines.", "Welcher Optimierer ist das?", True),
        ("fr", "Il optimise les poids.", "Quel est cet optimiseur ?", True),
        ("fr", "Les optimiseurs changent les poids.", "Quel est cet optimiseur ?", False),
        ("ja", "最適化手法は重みを更新する。", "どの最適化手法ですか。", False),
        ("ja", "空白で埋める。", "最適化手法？", True),
    ],
)
def test_terms_in_other_languages(tmp_path: Path, language: str, lesson: str, stem: str, found: bool) -> None:
    pages = {"page.md": f"## One\n\n{lesson}\n\n{card('a', '#one', stem)}"}
    assert bool(untaught(tmp_path, pages, language)) == found
