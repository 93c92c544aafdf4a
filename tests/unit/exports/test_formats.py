"""What each format holds of the sample site."""

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from command_line import commit
from exported import FORMS, LESSON, draw_picture, export, write_sample
from mkdocs_recall.exports import EXPORT_FORMATS
from mkdocs_recall.exports.csv import read_rows
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from paths import PACKAGE, ROOT

SUPPORT = ROOT / "tests" / "support"


def run_apart(folder: Path, seed: str, zone: str) -> str:
    """The hashes of all forms, made by a process of its own."""
    paths = os.pathsep.join((str(PACKAGE.parent), str(SUPPORT)))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, str(SUPPORT / "exported.py"), str(folder)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def test_the_same_questions_give_the_same_bytes_everywhere(tmp_path):
    here = write_sample(tmp_path / "here")
    there = tmp_path / "another place" / "there"
    shutil.copytree(here, there)
    first = run_apart(here, "1", "Pacific/Auckland")
    assert first == run_apart(there, "2", "America/Los_Angeles")
    assert len(first.splitlines()) == len(FORMS)


def test_a_package_is_as_old_as_the_last_commit(tmp_path):
    here, there = write_sample(tmp_path / "here"), tmp_path / "there"
    commit(here)
    subprocess.run(["git", "clone", "--quiet", here, there], check=True, capture_output=True)
    page = there / "docs" / "index.md"
    os.utime(page, (2_000_000_000, 2_000_000_000))
    first = export(here, "anki", "--package")[0]
    assert export(there, "anki", "--package")[0] == first
    assert read_times(first) == {commit_time(here)}
    page.write_text(LESSON.replace("Explain it.", "Explain that."))
    os.utime(page, (2_000_000_000, 2_000_000_000))
    assert read_times(export(there, "anki", "--package")[0]) == {2_000_000_000}


def commit_time(folder: Path) -> int:
    command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, capture_output=True, check=True).stdout)


def read_times(package: bytes) -> set[int]:
    """When the notes of a package were changed, as it says."""
    database = sqlite3.connect(":memory:")
    database.deserialize(zipfile.ZipFile(io.BytesIO(package)).read("collection.anki2"))
    found = {time for (time,) in database.execute("SELECT mod FROM notes")}
    database.close()
    return found


def test_every_format_is_among_the_forms():
    assert {form[0] for form in FORMS} == set(EXPORT_FORMATS)


def test_anki_text_has_a_header_and_a_row_for_each_item(exported):
    text = exported("anki")[0].decode()
    assert text.splitlines()[:7] == [
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        "#columns:GUID\tDeck\tFront\tBack\tTags",
        "#guid column:1",
        "#deck column:2",
        "#tags column:5",
    ]
    assert re.findall(r"^([\w-]+)\tSample: a site::", text, re.MULTILINE) == [
        "7-card",
        "one-key",
        "two-keys",
        "an-explain",
    ]
    assert "Sample: a site::The first topic::A / B : C\t" in text
    assert "kind::mcq level::easy objective::code" in text
    assert r"\(x^2 &lt; 3\)" in text


def test_gift_and_moodle_name_what_moodle_does_otherwise(exported):
    for form in ("gift", "moodle"):
        said = exported(form)[1]
        assert (
            "docs/index.md:7: note: card 7-card: Moodle has no cards, so it is an essay question, which people grade."
        ) in said
        assert "two-keys: Moodle gives a part of the mark for a part of the right options" in said
    assert "one-key: GIFT cannot fix the order of options." in exported("gift")[1]


def test_moodle_xml_has_pictures_as_files_hints_and_feedback(exported):
    root = ElementTree.fromstring(exported("moodle")[0])
    assert [each.findtext("category/text") for each in root.findall("question[@type='category']")] == [
        "$course$/top/Sample: a site/The first topic",
        "$course$/top/Sample: a site/The first topic/A // B :: C",
        "$course$/top/Sample: a site/The first topic",
    ]
    one = root.find("question[@type='multichoice']")
    assert one.findtext("idnumber") == "one-key"
    assert one.findtext("single") == "true"
    assert one.findtext("shuffleanswers") == "false"
    assert [answer.get("fraction") for answer in one.findall("answer")] == ["0", "100", "0"]
    assert [hint.findtext("text") for hint in one.findall("hint")] == ["<p>The first.</p>", "<p>The second.</p>"]
    file = one.find("answer[2]/file")
    assert file.get("name") in one.findtext("answer[2]/text")
    assert "@@PLUGINFILE@@/" in one.findtext("answer[2]/text")
    assert one.findtext("answer[3]/feedback/text") == "<p>Too small ]]&gt; here.</p>"
    assert [tag.findtext("text") for tag in one.findall("tags/tag")] == ["mcq", "easy", "code"]
    two = root.findall("question[@type='multichoice']")[1]
    assert [answer.get("fraction") for answer in two.findall("answer")] == ["50", "50", "-100"]
    essay = root.findall("question[@type='essay']")[-1]
    assert "The model answer." in essay.findtext("graderinfo/text")
    assert "<li>One <em>idea</em></li>" in essay.findtext("generalfeedback/text")


def test_keys_share_the_mark_as_far_as_moodle_can_divide_it(tmp_path):
    question = "/// mcq | keys-{n}\n\nWhich?\n\n{keys}- [ ] Wrong\n\n///\n\n"
    page = "".join(question.format(n=n, keys="".join(f"- [x] Right {i}\n" for i in range(n))) for n in range(1, 13))
    content, said = export(write_sample(tmp_path, page), "moodle")
    for number, each in enumerate(ElementTree.fromstring(content).findall("question[@type='multichoice']"), 1):
        marks = [float(answer.get("fraction")) for answer in each.findall("answer")]
        assert marks[-1] == (0 if number == 1 else -100)
        assert abs(sum(marks[:-1]) - 100) < 0.01 or number > 10
    assert re.findall(r"mcq (keys-\d+): Moodle cannot divide the mark", said) == ["keys-11", "keys-12"]


@pytest.mark.parametrize("profile", ["canvas", "2.1", "3.0"])
def test_a_qti_package_names_all_its_files(exported, profile):
    archive = zipfile.ZipFile(io.BytesIO(exported("qti", "--profile", profile)[0]))
    names = set(archive.namelist())
    for name in names:
        if name.endswith(".xml"):
            ElementTree.fromstring(archive.read(name))
    manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    hrefs = {each.get("href") for each in manifest.iter() if each.get("href")}
    assert hrefs == names - {"imsmanifest.xml"}
    ids = [each.get("identifier") for each in manifest.iter() if each.tag.endswith("}resource")]
    refs = {each.get("identifierref") for each in manifest.iter() if each.tag.endswith("}dependency")}
    assert len(set(ids)) == len(ids)
    assert refs <= set(ids)
    (picture,) = (name for name in names if name.endswith(".png"))
    assert archive.read(picture) == draw_picture()
    assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_canvas_gets_a_quiz_for_each_topic_and_set(exported):
    archive = zipfile.ZipFile(io.BytesIO(exported("qti")[0]))
    quizzes = [ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if "assessment_meta" in name]
    titles = [each.findtext("{http://canvas.instructure.com/xsd/cccv1p0}title") for each in quizzes]
    assert titles == ["The first topic", "The first topic: A / B :: C"]
    assert "%24IMS-CC-FILEBASE%24/images/a-box-" in "".join(
        archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
    )


def test_a_table_is_read_again_as_it_was(exported):
    content = exported("csv")[0].decode()
    rows = read_rows(content)
    assert [row["id"] for row in rows] == ["7-card", "one-key", "two-keys", "an-explain"]
    one = rows[1]
    assert one["option A"] == "=1+1\n\nx = 1"
    assert one["option B"] == "A [box]"
    assert one["option C"] == "-5"
    assert one["right"] == "B"
    assert one["part"] == "A / B :: C"
    assert one["hint"] == "The first.\n\nThe second."
    assert one["solution"].startswith("1. Read. The code.")
    assert one["question"].startswith('What does this print?\n\na.py\n\ndef f(x):  # why\n    return {"a": 1 ~ x}')
    assert one["question"].endswith("Left | Right\n1 | 2")
    assert rows[2]["right"] == "A B"
    assert "'=1+1" in content
    assert "a table holds no pictures" in exported("csv")[1]


def test_quizlet_gets_a_line_for_each_item(exported):
    lines = exported("csv", "--for", "quizlet")[0].decode().splitlines()
    assert [line.count("\t") for line in lines] == [1, 1, 1, 1]
    assert lines[2] == "Which are right? A. The first B. The second C. The third\tA. The first; B. The second"


def test_kahoot_gets_only_what_it_has_room_for(tmp_path):
    question = "/// mcq | {id} easy\n\n{stem}\n\n{options}\n\n///\n\n"
    two = "- [ ] No\n- [x] Yes"
    page = "".join(
        (
            question.format(id="fits", stem="Is it?", options=two),
            question.format(id="long-stem", stem="word " * 30, options=two),
            question.format(id="long-answer", stem="Is it?", options=f"{two}\n- [ ] {'long ' * 20}"),
            question.format(id="many", stem="Is it?", options=f"{two}\n- [ ] A\n- [ ] B\n- [ ] C"),
            "/// card | c\n\nWhat?\n\n**Answer:** It.\n\n///\n",
        )
    )
    content, said = export(write_sample(tmp_path, page), "csv", "--for", "kahoot")
    assert content.decode("utf-8-sig").splitlines() == [
        "Question,Answer 1,Answer 2,Answer 3,Answer 4,Time limit (sec),Correct answer(s)",
        "Is it?,No,Yes,,,30,2",
    ]
    assert [line.partition("note: ")[2] for line in said.splitlines()[:-1]] == [
        "mcq long-stem: Kahoot has 120 characters for a question, so it is left out.",
        "mcq long-answer: Kahoot has 75 characters for an answer, so it is left out.",
        "mcq many: Kahoot has 4 answers at most, so it is left out.",
        "card c: Kahoot has no cards, so it is left out.",
    ]


def test_json_holds_the_markdown_of_each_item_and_the_pictures(exported):
    data = json.loads(exported("json")[0])
    assert (data["format"], data["version"], data["site"]) == ("recall", 1, "sample")
    (item_set,) = data["sets"]
    assert item_set["header"] == '//// practice | some-practice title="A / B :: C"'
    for item in data["items"]:
        assert item["markdown"] in LESSON
        read = Bank().read(Page(path="again.md", lines=item["markdown"].split("\n")))
        (again,) = read.items()
        assert (again.id, again.kind, again.revision) == (item["id"], item["kind"], item["revision"])
    one = data["items"][1]
    assert [option["right"] for option in one["options"]] == [False, True, False]
    assert one["options"][0]["id"] == "plus"
    (name,) = data["pictures"]
    assert f'src="{name}"' in one["options"][1]["html"]


def test_a_worksheet_has_its_key_on_a_page_of_its_own_or_alone(exported):
    both = exported("worksheet")[0].decode()
    sheet = exported("worksheet", "--part", "sheet")[0].decode()
    key = exported("worksheet", "--part", "key")[0].decode()
    assert "The model answer." in both
    assert "The model answer." not in sheet
    assert "It is a box." not in sheet
    assert "The model answer." in key
    assert "Choose one answer." not in key
    assert "<script" not in both
    assert 'src="data:image/png;base64,' in sheet
