"""What a build makes of downloads blocks: files, and links to them that say what they are."""

import logging
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from builds import build_with_mkdocs
from exported import LESSON, TYPED, draw_picture, export
from mkdocs_recall import exports
from mkdocs_recall.exports.downloads import FORMS
from mkdocs_recall.exports.views.markdown import MarkdownError
from mkdocs_recall.kinds.page.downloads import DOWNLOAD_FORMATS
from mkdocs_recall.site import reader

CARD = """/// card | {id} beginner objective={about}

What is {id}?

**Answer:** SECRET of {id}.

///
"""
TEST = """//// test | the-test draw=1 mix=1,0,0

/// mcq | tested easy objective=about

Which?

- [x] SECRET key
  > SECRET reason.
- [ ] Other
  > No.

///

////
"""
LINK = re.compile(r'<a download="" href="([^"]+)">([^<]+) <span class="recall-meta">([^<]+)</span></a>')
ALL = f"/// downloads formats={','.join(DOWNLOAD_FORMATS)}\n\n///\n"


@pytest.fixture(autouse=True)
def _time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def block(settings: str = "") -> str:
    return f"/// downloads {settings}".rstrip() + "\n\n///\n\n"


def write(folder: Path, pages: dict[str, str], config: str = "") -> Path:
    for name, text in pages.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(text)
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: Course\nplugins: [{{recall: {{site_id: course}}}}]\n{config}")
    return file


def make(folder: Path, pages: dict[str, str], config: str = "", **settings: Any) -> Path:
    build_with_mkdocs(write(folder, pages, config), site_dir=str(folder / "site"), **{"strict": True, **settings})
    return folder / "site"


def links(page: Path) -> list[tuple[str, str, str]]:
    """Name and description of each link of a page, and the address of its file from there."""
    return [(unescape(name), said, address) for address, name, said in LINK.findall(page.read_text())]


@pytest.mark.parametrize("directories", [True, False])
def test_a_page_offers_a_deck_and_a_worksheet(tmp_path, directories):
    pages = {"a/b.md": f"# B\n\n{block()}{CARD.format(id='one', about='x')}", "index.md": "# Home\n"}
    site = make(tmp_path, pages, f"use_directory_urls: {str(directories).lower()}\n")
    page = site / ("a/b/index.html" if directories else "a/b.html")
    (deck, counted, address), (sheet, told, other) = links(page)
    assert (deck, sheet) == ("Download deck", "Download worksheet")
    file, paper = (page.parent / each for each in (address, other))
    assert file.resolve() == site / "assets/recall/downloads/a/b.apkg"
    assert counted == f"Anki deck, 1 card, {-(-file.stat().st_size // 1024)} KB"
    assert told == f"Worksheet with key, 1 question, {-(-paper.stat().st_size // 1024)} KB"
    assert file.read_bytes() == export(tmp_path, "anki", "docs/a/b.md", "--package")[0]
    assert paper.read_bytes() == export(tmp_path, "worksheet", "docs/a/b.md")[0]
    assert "recall-late" not in page.read_text()


@pytest.mark.parametrize("text", [LESSON, TYPED], ids=["lesson", "typed"])
def test_every_format_is_what_export_writes_on_any_machine(tmp_path, text, monkeypatch, caplog):
    config = """markdown_extensions: [abbr, admonition, attr_list, footnotes, pymdownx.details, pymdownx.superfences,
  pymdownx.arithmatex: {generic: false}, pymdownx.tabbed: {alternate_style: true}]\n"""
    other = "# Other {#x}\n"
    made = []
    for name, zone in (("one", "UTC"), ("another", "Pacific/Kiritimati")):
        monkeypatch.setenv("TZ", zone)
        (tmp_path / name / "docs" / "img").mkdir(parents=True)
        (tmp_path / name / "docs" / "img" / "A box.png").write_bytes(draw_picture())
        with caplog.at_level(logging.INFO):
            site = make(tmp_path / name, {"index.md": f"{text}\n{ALL}", "other.md": other}, config, strict=False)
        folder = site / "assets" / "recall" / "downloads"
        made.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert made[0] == made[1]
    monkeypatch.chdir(tmp_path)
    for form in [FORMS[name] for name in DOWNLOAD_FORMATS]:
        if f"index{form.ending}" in made[0]:
            assert made[0][f"index{form.ending}"] == export(tmp_path / "one", form.format, *form.options)[0]
    lost = [name for name in DOWNLOAD_FORMATS if f"index{FORMS[name].ending}" not in made[0]]
    assert lost == (["kahoot"] if text is TYPED else [])
    assert all(f"no question fits `{name}`, so it is not offered." in caplog.text for name in lost)
    assert "does not hold everything: " in caplog.text
    assert "`recall export gift docs/index.md -o FILE` prints them." in caplog.text


def test_the_forms_are_those_that_authors_can_name():
    assert set(FORMS) == {*DOWNLOAD_FORMATS, "sheet"}
    assert {form.format for form in FORMS.values()} == set(exports.EXPORT_FORMATS)


def test_questions_of_tests_are_offered_without_answers_unless_asked(tmp_path):
    pages = {
        "index.md": block("from=./ formats=worksheet"),
        "test.md": f"# Test\n\n{block()}{TEST}",
        "asked.md": block("from=test.md answers=yes formats=json"),
    }
    site = make(tmp_path, pages)
    for name in ("", "test"):
        ((_, said, address),) = links(site / name / "index.html")
        assert said.startswith("Worksheet without key, 1 question, ")
        text = (site / name / address).read_text()
        assert "Which?" in text
        assert "SECRET reason" not in text
        assert "Answer key" not in text
    ((_, _, address),) = links(site / "asked" / "index.html")
    assert "SECRET reason" in (site / "asked" / address).read_text()
    assert "SECRET" not in (site / "asked" / "index.html").read_text()
    assert "SECRET" not in (site / "index.html").read_text()


FAULTS = {
    "index.md": f"# Home\n\n{block()}{block('from=a.md,b/,none.md,c.md')}{block('from=#abou formats=json')}",
    "a.md": CARD.format(id="one", about="about"),
    "c.md": "# C\n",
    "test.md": f"# Test\n\n{block('formats=anki,worksheet')}{TEST}",
}
SAID = [
    "docs/index.md:3: error downloads-from: downloads: this page has no questions, so there is nothing to download. "
    "Add questions, or name other pages, such as `from=topics/`.",
    "docs/index.md:7: error downloads-from: downloads: `b/` names a folder without pages. "
    "Fix the path, which is relative to this page.",
    "docs/index.md:7: error downloads-from: downloads: `c.md` has no questions. Write some, or remove the entry.",
    "docs/index.md:7: error downloads-from: downloads: `none.md` names a page that does not exist. "
    "Fix the path, which is relative to this page.",
    "docs/index.md:11: error downloads-from: downloads: `#abou` matches no question. Did you mean `#about`?",
    "docs/test.md:3: error downloads-answers: downloads: `anki` has the answers to the questions of the test "
    "`the-test`. Add `answers=yes` to offer them, or remove `anki`.",
]


def test_what_only_the_site_shows_is_reported_and_boxed_in_a_build(tmp_path, caplog):
    site = make(tmp_path, FAULTS, strict=False)
    assert sorted(record.getMessage() for record in caplog.records if record.levelname == "ERROR") == sorted(SAID)
    home = (site / "index.html").read_text()
    assert home.count('class="recall-error"') == 3
    assert "recall-downloads" not in home.replace("recall/downloads", "")
    assert not (site / "assets/recall/downloads").exists()


def test_check_reports_the_same(tmp_path, monkeypatch, capsys):
    from mkdocs_recall.cli import main

    write(tmp_path, FAULTS)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert [line for line in SAID if line not in said] == []


def test_blocks_of_a_page_share_a_file_or_have_one_each(tmp_path):
    cards = CARD.format(id="one", about="x") + "\n" + CARD.format(id="two", about="y")
    text = f"# A\n\n{block('formats=json')}{block('formats=json,csv from=./#x')}{block('formats=json')}{cards}"
    site = make(tmp_path, {"a.md": text, "index.md": "# Home\n"})
    found = [(said.split(", ")[1], Path(address).name) for _, said, address in links(site / "a" / "index.html")]
    assert found == [
        ("2 questions", "a.json"),
        ("1 question", "a-2.json"),
        ("1 question", "a.csv"),
        ("2 questions", "a.json"),
    ]


def test_faulty_questions_are_left_out_and_counted_so(tmp_path):
    broken = "/// card | broken\n\nWhat?\n\n///\n"
    text = f"{block('formats=json')}{CARD.format(id='one', about='x')}\n{broken}"
    site = make(tmp_path, {"index.md": text}, strict=False)
    ((_, said, address),) = links(site / "index.html")
    assert said.startswith("All fields, 1 question, ")
    assert "broken" not in (site / address).read_text()


def test_only_the_pages_of_offered_questions_are_read_again_and_the_files_are_those_of_the_whole_site(
    tmp_path, monkeypatch
):
    read = []

    def note(site: Any, file: Path, path: str, *more: Any) -> None:
        read.append(path)
        read_page(site, file, path, *more)

    read_page = reader._read_page
    monkeypatch.setattr(reader, "_read_page", note)
    lesson = "# Lesson\n\n" + CARD.format(id="taken", about="x")
    tested = TEST.replace("draw=1", "learn=lesson.md draw=1")
    pages = {
        "index.md": block("from=topic:b/lesson.md formats=json answers=yes"),
        "a/first.md": f"# First\n\n{CARD.format(id='taken', about='x')}",
        "b/lesson.md": f"{lesson}\n{CARD.format(id='free', about='x')}",
        "b/test.md": f"# Test\n\n{block('formats=anki answers=yes')}{tested}",
        "c.md": CARD.format(id="other", about="y"),
    }
    site = make(tmp_path, pages, strict=False)
    assert sorted(read) == ["docs/b/lesson.md", "docs/b/test.md"]
    ((_, said, address),) = links(site / "index.html")
    assert said.startswith("All fields, 2 questions, ")
    assert "SECRET of taken" not in (site / address).read_text()
    ((_, _, deck),) = links(site / "b/test/index.html")
    assert (site / "b/test" / deck).read_bytes() == export(tmp_path, "anki", "docs/b/test.md", "--package")[0]


def test_a_live_preview_makes_the_files_again(tmp_path):
    for id in ("one", "two"):
        pages = {"index.md": f"{block('formats=json')}{CARD.format(id=id, about='x')}"}
        site = make(tmp_path, pages, command="serve")
        ((_, _, address),) = links(site / "index.html")
        assert f"SECRET of {id}." in (site / address).read_text()


def test_a_site_without_blocks_gets_no_files(tmp_path, monkeypatch):
    monkeypatch.setattr("mkdocs_recall.exports.downloads.make_export", None)
    monkeypatch.setattr("mkdocs_recall.exports.downloads.read_site", None)
    site = make(tmp_path, {"index.md": CARD.format(id="one", about="x")})
    assert not (site / "assets/recall/downloads").exists()


def test_nothing_that_makes_files_is_loaded_before_a_page_offers_some():
    said = "import sys, mkdocs_recall.plugin; print([name for name in sys.modules if '.exports' in name])"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_questions_that_a_plugin_writes_are_said_to_be_left_out(tmp_path, caplog):
    macros = "plugins: [macros, {recall: {site_id: course}}]\n"
    text = f"{block('formats=json')}{CARD.format(id='one', about='x')}\n{{% for id in ['two', 'six'] %}}\n"
    text += CARD.format(id="{{ id }}", about="x") + "{% endfor %}\n"
    with caplog.at_level(logging.INFO):
        site = make(tmp_path, {"index.md": text}, macros, plugins=["macros", {"recall": {"site_id": "course"}}])
    ((_, said, _),) = links(site / "index.html")
    assert said.startswith("All fields, 1 question, ")
    assert "docs/index.md:1: 2 questions cannot be downloaded: a plugin writes what no source has." in caplog.text


def test_what_keeps_files_from_being_made_stops_the_build_with_a_remedy(tmp_path, monkeypatch, caplog):
    def fail(*given: object, **more: object) -> None:
        raise MarkdownError("a Markdown extension of the site cannot be loaded: x. Install it.")

    monkeypatch.setattr("mkdocs_recall.exports.downloads.make_export", fail)
    with pytest.raises(Abort):
        make(tmp_path, {"index.md": f"{block()}{CARD.format(id='one', about='x')}"})
    said = "recall: the downloads cannot be made: a Markdown extension of the site cannot be loaded: x. Install it."
    assert said in caplog.text
