"""Files that pymdownx.snippets appends to each page: true lines, in the build and in `recall check` alike."""

from pathlib import Path

import pytest

from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings

CARD = "/// card | {id}\n\nWhat is a {id}?\n\n**Answer:** HTML.\n\n///\n"
FAULTY = "/// card | {id}\n\nNo answer here.\n\n///\n"
GLOSSARY = "*[HTML]: Hypertext\n*[stem]: What is asked\n"
PAGES = {
    "plain.md": "# Plain\n\n// a comment of another language\n",
    "item.md": "# Item\n\n" + CARD.format(id="stem"),
    "faulty.md": "---\ntitle: Faulty\n---\n\n# Faulty\n\n" + FAULTY.format(id="one"),
    "includes.md": '# Both\n\n--8<-- "a.md"\n\n' + FAULTY.format(id="two"),
    "block.md": "# Block\n\n--8<--\na.md\nb b.md\n--8<--\n\n" + FAULTY.format(id="three"),
    "last.md": "# Last\n\n" + FAULTY.format(id="four").rstrip("\n"),
}
FOUND = ["docs/block.md:8", "docs/faulty.md:7", "docs/includes.md:5", "docs/last.md:3"]


def write_files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def extension(folder: Path, *names: str, **options: object) -> list[dict[str, object]]:
    settings = {"base_path": [str(folder)], "auto_append": list(names), **options}
    return ["abbr", {"pymdownx.snippets": settings}]  # type: ignore[list-item]


def problems(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.recall"]


def places(messages: list[str]) -> list[str]:
    return [":".join(message.split(":")[:2]) for message in messages]


def check(site: Path) -> list[str]:
    return [str(each) for each in read_site(read_settings(site.parent / "mkdocs.yml")).problems() if each.rule]


@pytest.mark.parametrize("names", [("a.md",), ("a.md", "b b.md"), ("missing.md", "a.md")])
def test_lines_stay_true_where_files_are_appended(small_site, caplog, tmp_path, names):
    write_files(tmp_path, {"a.md": GLOSSARY, "b b.md": GLOSSARY + "*[BERT]: A model"})
    site = small_site(
        PAGES,
        plugins=[{"recall": {"site_id": "small"}}],
        markdown_extensions=extension(tmp_path, *names),
    )
    assert places(problems(caplog)) == FOUND
    assert places(check(site)) == FOUND
    page = (site / "item.html").read_text("utf-8")
    question, _, answer = page.partition("<recall-answer")
    assert '<abbr title="What is asked">stem</abbr>' in question
    assert '<abbr title="Hypertext">HTML</abbr>' in answer


def test_a_site_without_items_builds(small_site, caplog, tmp_path):
    write_files(tmp_path, {"a.md": GLOSSARY})
    small_site(
        "# Home\n\n// no item\n", strict=True, markdown_extensions=extension(tmp_path, "a.md"), plugins=["search"]
    )
    plugins = ["search", {"recall": {"site_id": "small"}}]
    small_site("# Home\n\n// no item\n", strict=True, markdown_extensions=extension(tmp_path, "a.md"), plugins=plugins)


def test_a_problem_in_an_appended_file_names_that_file(small_site, caplog, tmp_path):
    """Two files that hold much the same: each problem is found in its own."""
    write_files(
        tmp_path,
        {
            "a.md": FAULTY.format(id="first") + "\n" + FAULTY.format(id="second"),
            "b b.md": "One more line.\n\n" + FAULTY.format(id="third"),
        },
    )
    site = small_site(
        {"index.md": "# Home\n\n" + CARD.format(id="one")},
        plugins=[{"recall": {"site_id": "small"}}],
        markdown_extensions=extension(tmp_path, "a.md", "b b.md"),
    )
    found = places(problems(caplog))
    assert [place.rpartition("/")[2] for place in found] == ["a.md:1", "a.md:7", "b b.md:3"]
    assert places(check(site)) == found


@pytest.mark.parametrize("name", ["part.md:words", "part.md:3:6"])
def test_a_part_of_a_file_can_be_appended(small_site, caplog, tmp_path, name):
    part = "# Not appended\n\n; --8<-- [start:words]\n" + FAULTY.format(id="first") + "; --8<-- [end:words]\n"
    write_files(tmp_path, {"part.md": part})
    site = small_site(
        {"index.md": "# Home\n\n" + CARD.format(id="one")},
        plugins=[{"recall": {"site_id": "small"}}],
        markdown_extensions=extension(tmp_path, name),
    )
    found = problems(caplog)
    assert any("part.md:4: error" in message for message in found)
    assert check(site) == found


def test_an_appended_file_may_include_another(small_site, caplog, tmp_path):
    write_files(tmp_path, {"a.md": 'Text.\n\n--8<-- "deeper.md"\n', "deeper.md": "\n" + FAULTY.format(id="deep")})
    site = small_site(
        {"index.md": "# Home\n\n" + CARD.format(id="one")},
        plugins=[{"recall": {"site_id": "small"}}],
        markdown_extensions=extension(tmp_path, "a.md"),
    )
    found = problems(caplog)
    assert [message.partition(": ")[0].rpartition("/")[2] for message in found] == ["deeper.md:2"]
    assert check(site) == found
