"""Notes of Anki become cards and fill-in questions."""

import json
import sqlite3
from pathlib import Path

import pytest

from imported import run_check, run_import
from packages import anki_package, zip_up

NOTES = [
    pytest.param("Front\tBack <b>x</b>\n", "/// card | front\n\nFront\n\n**Answer:** Back **x**\n", id="plain"),
    pytest.param('"A\nb";"c; d"\n', "A b\n\n**Answer:** c; d\n", id="semicolons"),
    pytest.param("#html:false\n#separator:Comma\n<i>,&amp;\n", "&lt;i>\n\n**Answer:** &amp;amp;\n", id="no-html"),
    pytest.param(
        "#separator:tab\n#guid column:1\n#deck column:2\n#tags column:5\n"
        "a-b\tD::E\tQ\tA\tlevel::hard objective::x leech\n",
        "/// card | a-b hard objective=x\n\nQ\n\n**Answer:** A\n",
        id="columns",
    ),
    pytest.param(
        "#notetype:Cloze\nThe {{c1::cell::unit}} has {{c2::DNA}}.\tExtra\n",
        "/// fill | the-has\n\nThe ____ has ____.\n\n1. cell\n2. DNA\n\n**Hint:** unit\n\n**Explanation:** Extra\n",
        id="cloze",
    ),
    pytest.param(
        f"It is {{{{c1::{'very ' * 20}long}}}}.\t\n",
        f"It is &#91;…].\n\n**Answer:** It is {'very ' * 20}long.\n",
        id="long",
    ),
    pytest.param("Q [sound:a.mp3]\t[$]x^2[/$]\n", "Q\n\n**Answer:** \\(x^2\\)\n", id="sound-and-tex"),
]


@pytest.mark.parametrize(("source", "expected"), NOTES)
def test_a_line_is_a_note(site: Path, source: str, expected: str) -> None:
    made = run_import(site, "anki", source)
    assert (made.code, expected in made.page) == (0, True), made.page + made.said
    assert run_check(site)[0] == 0
    assert run_import(site, "anki", source).page == made.page


def test_what_is_left_out_is_said_with_its_line(site: Path) -> None:
    made = run_import(site, "anki", '#separator:tab\n\tBack\nQ\t\n"A\nb" [sound:x.mp3]\tc\n')
    assert made.code == 1
    assert "file.anki:2: left out: none of its cards has a question." in made.said
    assert "file.anki:3: left out: card q: no-answer" in made.said
    assert "file.anki:4: note: a sound is left out." in made.said


def test_a_package_has_cards_with_pictures(site: Path) -> None:
    made = run_import(site, "anki", anki_package("One"))
    kinds = [line.split()[1] for line in made.page.split("\n") if line.startswith("/// ")]
    assert (made.code, kinds) == (0, ["card", "fill", "fill"]), made.said
    (picture,) = (site / "docs" / "images").iterdir()
    assert f"1 One ![a](<images/{picture.name}>) x?\n\n**Answer:** One\n" in made.page
    assert "file.anki:note:1: note: a picture has no description, so its name takes its place." in made.said
    assert run_check(site)[0] == 0


def make_collection(folder: Path, *more: str, templates: list[dict[str, str]]) -> bytes:
    """A database with one note, after statements."""
    base = sqlite3.connect(file := folder / "made.anki2")
    for statement in (
        "CREATE TABLE col (models text, decks text)",
        "CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text)",
        "CREATE TABLE cards (id integer primary key, nid integer, did integer)",
        *more,
    ):
        base.execute(statement)
    fields = [{"name": name, "ord": at} for at, name in enumerate(("F", "B", "More"))]
    models = {"1": {"name": "x", "flds": fields, "tmpls": templates}}
    base.execute("INSERT INTO col VALUES (?, '{}')", (json.dumps(models),))
    base.execute("INSERT INTO notes VALUES (1, 'a-b', 1, '', ?)", ("front\x1fback\x1f",))
    base.commit()
    base.close()
    return zip_up({"collection.anki2": file.read_bytes()})


def test_each_card_of_a_note_is_a_question(site: Path, tmp_path: Path) -> None:
    templates = [
        {"qfmt": "{{F}}", "afmt": "{{FrontSide}}{{B}}{{#More}}{{hint:More}}{{/More}}"},
        {"qfmt": "{{B}}", "afmt": "{{F}}"},
        {"qfmt": "{{#More}}{{F}}{{/More}}", "afmt": "{{B}}"},
    ]
    made = run_import(site, "anki", make_collection(tmp_path, templates=templates))
    assert "/// card | a-b\n\nfront\n\n**Answer:** back\n\n///\n\n/// card | a-b-2\n\nback\n" in made.page
    assert made.page.count("/// card") == 2


def test_a_database_that_never_ends_is_given_up(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_recall.imports.anki_parts.collection._STEPS", 1_000_000)
    endless = (
        "DROP TABLE cards",
        "CREATE TABLE other (x)",
        "CREATE VIEW cards AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i AS id, i AS nid, i AS did FROM n",
    )
    made = run_import(site, "anki", make_collection(tmp_path, *endless, templates=[]))
    assert (made.code, made.page) == (2, "")
    assert "its database has no notes and cards" in made.said


REFUSED = [
    pytest.param(zip_up({"a": "x"}), "it has no collection", id="no-collection"),
    pytest.param(zip_up({"collection.anki2": b"x" * 200}), "its database cannot be read", id="no-database"),
    pytest.param(zip_up({"collection.anki21b": b"\x28\xb5\x2f\xfd broken"}), "it ", id="broken-zstd"),
    pytest.param(zip_up({"collection.anki2": b"\0" * 120_000_000}), "is larger than what is read", id="bomb"),
]


@pytest.mark.parametrize(("content", "said"), REFUSED)
def test_packages_without_notes_are_refused(site: Path, content: bytes, said: str) -> None:
    made = run_import(site, "anki", content)
    assert (made.code, made.page, said in made.said) == (2, "", True), made.said
