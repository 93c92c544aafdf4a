"""Items of QTI become questions of the right kinds, whatever version they are of."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from imported import run_check, run_import
from mkdocs_recall.imports import archive
from packages import canvas_xml, standard_xml, zip_up

PICTURE = b"\x89PNG\r\n\x1a\n and so on"


def item2(declared: str, body: str, more: str = "") -> str:
    return f'<assessmentItem identifier="a-b">{declared}<itemBody>{body}</itemBody>{more}</assessmentItem>'


def respond(values: list[str], base: str = "identifier", cardinality: str = "single", name: str = "R") -> str:
    right = "".join(f"<value>{value}</value>" for value in values)
    return (
        f'<responseDeclaration identifier="{name}" baseType="{base}" cardinality="{cardinality}">'
        f"<correctResponse>{right}</correctResponse></responseDeclaration>"
    )


def choices(*names: str) -> str:
    return "".join(f'<simpleChoice identifier="{name}">{name.upper()}</simpleChoice>' for name in names)


ENTRY = '<textEntryInteraction responseIdentifier="R"/>'
SETS = "".join(
    "<simpleMatchSet>{}</simpleMatchSet>".format(
        "".join(f'<simpleAssociableChoice identifier="{name}">{name}</simpleAssociableChoice>' for name in side)
    )
    for side in (("l", "m"), ("r", "s", "t"))
)
STANDARD = [
    pytest.param(
        item2(respond(["a"]), f"<p>Q?</p><choiceInteraction maxChoices='1'>{choices('a', 'b')}</choiceInteraction>"),
        "/// mcq | a-b\n\nQ?\n\n- [x] A\n- [ ] B\n",
        id="choice",
    ),
    pytest.param(
        item2(
            respond(["a", "b"], cardinality="multiple"),
            f"<choiceInteraction responseIdentifier='R' maxChoices='0'><prompt>Q?</prompt>{choices('a', 'b', 'c')}"
            "</choiceInteraction>",
        ),
        "Q?\n\n- [x] A\n- [x] B\n- [ ] C\n",
        id="choices",
    ),
    pytest.param(item2(respond(["x y"], "string"), f"<p>An {ENTRY} is.</p>"), "An ____ is.\n\n1. x y\n", id="entry"),
    pytest.param(item2(respond(["x"], "string"), f"<p>What?</p><p>{ENTRY}</p>"), "What?\n\n- [x] x\n", id="field"),
    pytest.param(
        item2(respond(["5"], "float"), f"<p>How?</p><p>{ENTRY} km</p>"), "unit=km\n\nHow?\n\n- [x] 5\n", id="number"
    ),
    pytest.param(
        item2(
            respond(["b"]),
            '<p>It <inlineChoiceInteraction responseIdentifier="R"><inlineChoice identifier="a">is</inlineChoice>'
            '<inlineChoice identifier="b">was</inlineChoice></inlineChoiceInteraction> so.</p>',
        ),
        "It ____ so.\n\n1. was\n   - [ ] is\n",
        id="inline-choice",
    ),
    pytest.param(
        item2(
            respond(["b", "a"], cardinality="ordered"),
            f"<orderInteraction responseIdentifier='R'><prompt>Sort.</prompt>{choices('a', 'b')}</orderInteraction>",
        ),
        "/// order | a-b\n\nSort.\n\n1. B\n2. A\n",
        id="order",
    ),
    pytest.param(
        item2(
            respond(["l r", "m s"], "directedPair", "multiple"),
            f"<matchInteraction responseIdentifier='R'><prompt>Join.</prompt>{SETS}</matchInteraction>",
        ),
        "| l | r |\n| m | s |\n| | t |\n",
        id="match",
    ),
    pytest.param(
        item2(
            respond(["w g"], "directedPair", "multiple"),
            '<gapMatchInteraction responseIdentifier="R"><gapText identifier="w">sky</gapText><p>The '
            '<gap identifier="g"/> is blue.</p></gapMatchInteraction>',
        ),
        "The ____ is blue.\n\n1. sky\n",
        id="gaps",
    ),
    pytest.param(
        item2("", "<p>Why?</p><extendedTextInteraction responseIdentifier='R'/><rubricBlock>It is so.</rubricBlock>"),
        "/// explain | a-b\n\nWhy?\n\n**Concepts:**\n\n- It is so.\n\n**Model answer:** It is so.\n",
        id="essay",
    ),
]


@pytest.mark.parametrize(("source", "expected"), STANDARD)
@pytest.mark.parametrize("version", [2, 3])
def test_an_item_has_the_kind_that_fits(site: Path, source: str, expected: str, version: int) -> None:
    if version == 3:
        source = to_version_3(source)
    made = run_import(site, "qti", source)
    assert (made.code, expected in made.page) == (0, True), made.page + made.said
    assert run_check(site)[0] == 0


def to_version_3(source: str) -> str:
    """The names that version 3 gives to elements and attributes of version 2."""

    def rename(found: re.Match[str]) -> str:
        name = re.sub(r"(?<!^)([A-Z])", lambda upper: f"-{upper[1].lower()}", found["name"])
        return f"{found['before']}{'' if name in ('p', 'img') or found['before'] == ' ' else 'qti-'}{name}"

    return re.sub(r"(?P<before></?| (?=\w+=))(?P<name>\w+)", rename, source)


def test_a_question_of_canvas_keeps_reasons_and_its_quiz_is_a_section(site: Path) -> None:
    files = {"a/a.xml": canvas_xml("One"), "b.xml": canvas_xml("Two"), "imsmanifest.xml": "<manifest/>"}
    made = run_import(site, "qti", zip_up(files))
    assert made.code == 1
    assert "file.qti:a/a.xml:14: left out: there is no kind for questions of the type `One question`." in made.said
    assert [line for line in made.page.split("\n") if line.startswith("#")] == ["# File", "## One", "## Two"]
    assert "- [x] a One\n- [ ] b One\n  > One\n\n**Explanation:** One\n" in made.page
    kinds = [line.split()[1] for line in made.page.split("\n") if line.startswith("/// ")]
    assert kinds == ["mcq", "fill", "number", "fill", "match", "explain"] * 2
    assert run_check(site)[0] == 0


def test_pictures_are_written_beside_the_page(site: Path) -> None:
    body = '<p>Q? <img src="../img/a%20b.png" alt="A"/><img src="../../../etc/passwd" alt="B"/></p>'
    body += f"<choiceInteraction>{choices('a', 'b')}</choiceInteraction>"
    files = {"items/i.xml": item2(respond(["a"]), body), "img/a b.png": PICTURE, "../../../etc/passwd": b"x"}
    made = run_import(site, "qti", zip_up(files))
    (picture,) = (site / "docs" / "images").iterdir()
    assert picture.read_bytes() == PICTURE
    assert f"Q? ![A](<images/{picture.name}>)B\n" in made.page
    assert "note: a picture is not in the file, so its description takes its place." in made.said


def test_an_identifier_that_a_program_made_is_no_id(site: Path) -> None:
    for name in ("i12", "g0123456789abcdef", "text2qti_question_00ff00ff00ff00ff"):
        source = standard_xml("Why").replace('identifier="Why"', f'identifier="{name}"')
        assert "/// mcq | one-why-x\n" in run_import(site, "qti", source).page


BOMB = b"<a>" + b"x" * 120_000_000 + b"</a>"
REFUSED = [
    pytest.param(b"<a/>", 2, "it is no QTI: it has neither", id="other"),
    pytest.param(b"<!DOCTYPE a [<!ENTITY b 'c'>]><item/>", 2, "it has a document type", id="entities"),
    pytest.param(zip_up({"a.txt": "x"}), 2, "none of its files has questions", id="no-items"),
    pytest.param(zip_up({"a.xml": BOMB}), 1, "a.xml is larger than what is read", id="bomb"),
    pytest.param(
        zip_up({"a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), 1, "has a document type", id="packed-entities"
    ),
    pytest.param(b"PK\x03\x04 and nothing", 2, "it is no zip archive that can be read", id="broken"),
]


@pytest.mark.parametrize(("content", "code", "said"), REFUSED)
def test_harmful_files_are_refused(site: Path, content: bytes, code: int, said: str) -> None:
    made = run_import(site, "qti", content)
    assert (made.code, said in made.said) == (code, True), made.said


@pytest.mark.parametrize("share", [90, pytest.param(1, marks=pytest.mark.long)])
def test_what_is_read_of_a_whole_archive_is_bounded(site: Path, monkeypatch: pytest.MonkeyPatch, share: int) -> None:
    """With a part of what is allowed, and with all of it."""
    monkeypatch.setattr(archive, "_LARGEST", archive._LARGEST // share)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number in range(6):
            packed.writestr(f"{number}.xml", b" " * (90_000_000 // share))
    made = run_import(site, "qti", buffer.getvalue())
    assert "4.xml is larger than what is read of an archive." in made.said
