"""What Anki, text2qti and a parser of Moodle XML make of an export. `make ecosystem` installs them."""

import io
import json
import os
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from builds import build_with_mkdocs
from exported import LESSON, TYPED, export, write_sample
from mkdocs_recall.cli import main
from paths import ROOT
from readers import GIFT, run_node

COUNTED = ("new", "updated", "duplicate", "conflicting")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "site")


@pytest.fixture
def collection(tmp_path: Path) -> Any:
    from anki.collection import Collection

    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def count_notes(log: Any) -> dict[str, int]:
    return {name: len(getattr(log, name)) for name in COUNTED if len(getattr(log, name))}


def import_text(collection: Any, site: Path, *words: str) -> dict[str, int]:
    from anki.collection import ImportCsvRequest

    file = site / "deck.txt"
    file.write_bytes(export(site, "anki", *words)[0])
    metadata = collection.get_csv_metadata(path=str(file), delimiter=None)
    return count_notes(collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log)


def import_package(collection: Any, site: Path, *words: str) -> dict[str, int]:
    from anki.collection import ImportAnkiPackageRequest

    file = site / "deck.apkg"
    file.write_bytes(export(site, "anki", "--package", *words)[0])
    return count_notes(collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file))).log)


def edit(site: Path) -> None:
    (site / "docs" / "index.md").write_text(LESSON.replace("A language & more", "A markup language"))


def find_note(collection: Any, guid: str) -> Any:
    notes = [collection.get_note(id) for id in collection.find_notes("")]
    return next(note for note in notes if note.guid == guid)


def test_anki_updates_the_notes_of_a_text_and_never_doubles_them(collection, site):
    assert import_text(collection, site) == {"new": 4}
    assert import_text(collection, site) == {"duplicate": 4}
    note = find_note(collection, "7-card")
    card = note.cards()[0]
    card.type, card.queue, card.ivl, card.due = 2, 2, 17, 30
    collection.update_card(card)
    edit(site)
    assert import_text(collection, site) == {"updated": 1, "duplicate": 3}
    assert collection.note_count() == 4
    note.load()
    assert "A markup language" in note["Back"]
    assert note.cards()[0].ivl == 17
    assert collection.decks.name(note.cards()[0].did) == "Sample: a site::The first topic"
    assert note.tags == ["kind::card", "level::beginner", "objective::names"]


def test_anki_updates_the_notes_of_a_package_and_never_doubles_them(collection, site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert import_package(collection, site) == {"new": 4}
    assert import_package(collection, site) == {"duplicate": 4}
    note = find_note(collection, "one-key")
    assert note["Source"] == "docs/index.md:23"
    assert collection.media.check().missing == []
    assert [name for name in os.listdir(collection.media.dir()) if name.endswith(".png")]
    edit(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    assert import_package(collection, site)["updated"] >= 1
    assert collection.note_count() == 4
    assert "A markup language" in find_note(collection, "7-card")["Answer"]
    assert collection.fix_integrity() == ("Database rebuilt and optimized.", True) or collection.fix_integrity()[1]


def test_anki_imports_the_deck_that_readers_download(collection, site, monkeypatch):
    from anki.collection import ImportAnkiPackageRequest

    page = site / "docs" / "index.md"
    for time, found in ((1700000000, {"new": 4}), (1700000000, {"duplicate": 4}), (1700000100, {"updated": 4})):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(time))
        page.write_text(f"{LESSON}\n/// downloads\n\n///\n")
        build_with_mkdocs(site / "mkdocs.yml", site_dir=str(site / "site"))
        file = site / "site" / "assets" / "recall" / "downloads" / "index.apkg"
        asked = ImportAnkiPackageRequest(package_path=str(file))
        assert count_notes(collection.import_anki_package(asked).log) == found
    assert collection.note_count() == 4


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """The export of the whole course to a format."""

    def write(*words: str) -> bytes:
        file = tmp_path_factory.mktemp("course") / "exported"
        assert main(["export", *words, "-f", str(ROOT / "mkdocs.yml"), "-o", str(file)]) == 0
        return file.read_bytes()

    return write


def count_kinds(course: Callable[..., bytes]) -> Counter[str]:
    return Counter(item["kind"] for item in json.loads(course("json"))["items"])


def test_every_question_of_the_course_is_imported_into_anki(collection, course, tmp_path):
    from anki.collection import ImportAnkiPackageRequest

    (tmp_path / "course.apkg").write_bytes(course("anki", "--package"))
    asked = ImportAnkiPackageRequest(package_path=str(tmp_path / "course.apkg"))
    items = sum(count_kinds(course).values())
    for found in ({"new": items}, {"duplicate": items}):
        assert count_notes(collection.import_anki_package(asked).log) == found
    assert collection.card_count() == items


def test_every_question_of_the_course_is_read_as_gift(course):
    read = run_node(GIFT, course("gift").decode())
    types = Counter(each["type"] for each in read if each["type"] != "Category")
    kinds = count_kinds(course)
    assert sum(types.values()) == sum(kinds.values())
    assert types["MC"] == kinds["mcq"]
    assert types["Numerical"] == kinds["number"]


def test_every_question_of_the_course_is_read_as_moodle_xml(course):
    from moodle_xml_parser.parser import parse_bytes

    kinds, content = count_kinds(course), course("moodle")
    types = Counter(each.get("type") for each in ElementTree.fromstring(content) if each.get("type") != "category")
    assert sum(types.values()) == sum(kinds.values())
    assert types["multichoice"] == kinds["mcq"]
    read = parse_bytes(content)  # It knows no other types.
    assert [len(read[name]) for name in ("multichoice", "cloze")] == [types["multichoice"], types["cloze"]]


def test_anki_shows_both_sides_of_a_package(collection, site):
    import_package(collection, site)
    note = find_note(collection, "one-key")
    output = note.cards()[0].render_output()
    assert "What does this print?" in output.question_text
    assert "It is a box." not in output.question_text
    assert "It is a box." in output.answer_text
    assert "The second." in output.question_text


def test_moodle_xml_is_read_as_it_was_meant(site):
    from moodle_xml_parser.parser import parse_bytes  # type: ignore[import-untyped]

    one, two = parse_bytes(export(site, "moodle")[0])["multichoice"]
    assert one.name.startswith("What does this print?")
    assert (one.single, one.shuffle_answers, two.single, two.shuffle_answers) == (True, False, False, True)
    assert [option.score_fraction for option in one.options] == [0, 100, 0]
    assert [option.score_fraction for option in two.options] == [50, 50, -100]
    assert "It is a box." in one.options[1].feedback
    assert "Both." in two.general_feedback


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "typed", TYPED)


def test_anki_hides_blanks_and_updates_them_in_a_text(collection, typed):
    assert import_text(collection, typed) == {"new": 10}
    assert import_text(collection, typed) == {"duplicate": 10}
    note = find_note(collection, "two-blanks")
    assert note.note_type()["name"] == "Cloze"
    assert len(note.cards()) == 1
    output = note.cards()[0].render_output()
    assert output.question_text.count("[...]") == 2
    assert "c1::x}}" in output.question_text
    assert "Args(&quot;&#125;&#125;:&#58;x&quot;)" in output.answer_text
    assert "Both." in output.answer_text
    assert find_note(collection, "one-field").note_type()["name"] == "Basic"
    page = typed / "docs" / "index.md"
    page.write_text(TYPED.replace("1. Trainer\n", "1. Teacher\n"))
    assert import_text(collection, typed) == {"updated": 1, "duplicate": 9}


def test_anki_compares_what_is_typed_in_a_package(collection, typed, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert import_package(collection, typed) == {"new": 10}
    assert import_package(collection, typed) == {"duplicate": 10}
    assert collection.card_count() == 10
    cards = {note.guid: note.cards()[0].render_output() for note in map(collection.get_note, collection.find_notes(""))}
    assert "[[type:Typed]]" in cards["one-field"].question_text
    assert find_note(collection, "one-field")["Typed"] == "Trainer~=#1"
    assert "[[type:Typed]]" in cards["a-number"].question_text
    assert "Unit: steps" in cards["a-number"].question_text
    assert "30 steps" in cards["a-number"].answer_text
    assert "[[type:" not in cards["a-range"].question_text
    assert cards["two-blanks"].question_text.count("[...]") == 2
    assert "Trainer" in cards["two-blanks"].answer_text
    assert "Both." in cards["two-blanks"].answer_text
    assert "Tokenize" in cards["some-steps"].question_text
    assert collection.fix_integrity()[1]
    page = typed / "docs" / "index.md"
    page.write_text(TYPED.replace("1. Trainer\n", "1. Teacher\n"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    assert import_package(collection, typed)["updated"] >= 1
    assert collection.note_count() == 10


def test_moodle_xml_has_fields_in_the_question(typed):
    from moodle_xml_parser.parser import parse_bytes

    two, code = parse_bytes(export(typed, "moodle")[0])["cloze"]
    first = two.gaps[0]  # Its second one holds braces, which Moodle reads and this parser does not.
    assert (first.sub_type, first.sub_grade) == ("SA", 1)
    found = [(option.answer, option.score, option.feedback) for option in first.options]
    assert found[:2] == [("Trainer", 100, None), ("The trainer", 100, None)]
    assert found[2][:2] == ("Tokenizer", 0)
    (blank,) = code.gaps
    assert (blank.sub_type, blank.options[0].answer, blank.options[0].score) == ("SAC", r"f\*", 100)


QUIZ = """\
Quiz title: Sample

1.  Which?
... General.
*a) Right
...  Yes.
b)  Wrong
...  No.

2.  Which ones?
[*] One
...  One.
[*] Two
[ ] Three

3.  Write.
... Said.
____

4.  Type.
... General.
*   Right
*   As right

5.  How many?
... General.
=   [28, 32]
"""
OURS = """\
# Sample

/// mcq | one

Which?

- [x] Right
  > Yes.
- [ ] Wrong
  > No.

**Explanation:** General.

///

/// mcq | two

Which ones?

- [x] One
  > One.
- [x] Two
- [ ] Three

///

/// card | three

Write.

**Answer:** Said.

///

/// fill | four

Type.

- [x] Right
- [x] As right

**Explanation:** General.

///

/// number | five

How many?

- [x] 30 ± 2

///
"""


def shape(element: ElementTree.Element) -> list[Any]:
    """Names of elements and of attributes that mean something, without the texts."""
    kept = {name: value for name, value in element.attrib.items() if name in ("rcardinality", "continue", "texttype")}
    label = element.text if element.tag.endswith("}fieldlabel") else ""
    return [element.tag, kept, label, [shape(child) for child in element]]


def test_canvas_gets_what_text2qti_writes(tmp_path):
    """The same questions, written by both: the items have the same shape, condition by condition."""
    from text2qti.config import Config  # type: ignore[import-untyped]
    from text2qti.qti import QTI  # type: ignore[import-untyped]
    from text2qti.quiz import Quiz  # type: ignore[import-untyped]

    theirs = io.BytesIO()
    QTI(Quiz(QUIZ, config=Config(), source_name="quiz")).write(theirs)
    ours = io.BytesIO(export(write_sample(tmp_path, OURS), "qti")[0])
    read = []
    for file in (theirs, ours):
        archive = zipfile.ZipFile(file)
        names = [name for name in archive.namelist() if not name.endswith("/")]
        kinds = Counter(name.rpartition("/")[2] if "meta" in name else name.rpartition(".")[2] for name in names)
        (quiz,) = (name for name in names if "/" in name and "meta" not in name)
        root = ElementTree.fromstring(archive.read(quiz))
        items = [each for each in root.iter() if each.tag.endswith("}item")]
        read.append((kinds, [shape(item) for item in items]))
    assert read[1] == read[0]
