"""What each format holds of questions whose answers are produced."""

import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest

from exported import FORMS, TYPED, export, write_sample
from mkdocs_recall.exports import EXPORT_KINDS
from mkdocs_recall.exports.csv import read_rows


def moodle(typed: Callable[..., tuple[bytes, str]]) -> dict[str, ElementTree.Element]:
    """The questions of Moodle XML by their ids."""
    root = ElementTree.fromstring(typed("moodle")[0])
    return {each.findtext("idnumber", ""): each for each in root.findall("question") if each.get("type") != "category"}


def canvas(typed: Callable[..., tuple[bytes, str]]) -> dict[str, str]:
    """The items of QTI for Canvas by their ids, as text."""
    archive = zipfile.ZipFile(BytesIO(typed("qti")[0]))
    (name,) = (name for name in archive.namelist() if "/recall_" in name)
    return dict(re.findall(r'<item ident="([^"]+)"(.*?)</item>', archive.read(name).decode(), re.DOTALL))


def rows(typed: Callable[..., tuple[bytes, str]]) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_rows(typed("csv")[0].decode())}


def test_the_sample_has_each_kind_that_the_other_sample_has_not():
    assert set(re.findall(r"^/// (\w+)", TYPED, re.MULTILINE)) == set(EXPORT_KINDS) - {"card", "mcq", "explain"}


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_a_blank_is_a_gap_and_never_the_sign_that_stands_for_it(typed, form):
    content = typed(*form)[0]
    parts = [content]
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(BytesIO(content))
        parts = [archive.read(name) for name in archive.namelist()]
    assert not [part for part in parts if b"recallgap" in part or b"\xee\x80\x80" in part]


def test_anki_has_clozes_where_there_are_blanks(typed):
    lines = typed("anki")[0].decode().splitlines()
    assert lines[2:4] == ["#notetype column:3", "#columns:GUID\tDeck\tNotetype\tFront\tBack\tTags"]
    notes = {line.split("\t")[0]: line.split("\t")[2:] for line in lines if "\tSample: a site::" in line}
    assert {id: fields[0] for id, fields in notes.items() if fields[0] != "Basic"} == {
        "two-blanks": "Cloze",
        "in-code": "Cloze",
    }
    assert notes["two-blanks"][1].startswith("<p>The {{c1::Trainer}} runs")
    assert "{{c1::<code>Args(&quot;&#125;&#125;:&#58;x&quot;)</code>}}" in notes["two-blanks"][1]
    assert "{&#123;c1::x" in notes["two-blanks"][1]
    order = notes["some-steps"]
    assert [re.findall("<li>(.*?)</li>", side) for side in order[1:3]] == [
        ["Train", "Tokenize", "Load <em>it</em>"],
        ["Load <em>it</em>", "Tokenize", "Train"],
    ]


def test_anki_says_what_it_cannot_compare(typed):
    said = typed("anki", "--package")[1]
    assert "number a-range: Anki cannot judge a range, so the answer is not typed." in said
    assert "one-field: a text file cannot have Anki compare what is typed" in typed("anki")[1]


def test_moodle_has_a_type_for_each_question(typed):
    found = moodle(typed)
    assert {id: each.get("type") for id, each in found.items()} == {
        "two-blanks": "cloze",
        "in-code": "cloze",
        "one-field": "shortanswer",
        "a-number": "numerical",
        "a-range": "numerical",
        "some-steps": "ordering",
        "with-more": "matching",
        "lines": "ordering",
        "jobs": "matching",
        "groups": "matching",
    }
    blanks = found["two-blanks"].findtext("questiontext/text", "")
    assert "{1:SA:=Trainer~=The trainer~%0%Tokenizer#&lt;p&gt;It splits &#126;text&#126;" in blanks
    assert "{1:SAC:=Args(&quot;&#125;&#125;::x&quot;)}" in blanks
    assert "&#123;1:SA:=y}" in blanks
    assert found["two-blanks"].findtext("hint/text") == "<p>Think.</p>"


def test_moodle_has_numbers_with_tolerance_and_unit(typed):
    found = moodle(typed)
    number = [
        (e.get("fraction"), e.findtext("text"), e.findtext("tolerance")) for e in found["a-number"].iter("answer")
    ]
    assert number == [("100", "30", "0"), ("100", "110", "2"), ("0", "480", "0")]
    assert found["a-number"].findtext("units/unit/unit_name") == "steps"
    assert found["a-number"].findtext("answer/feedback/text") == "<p>480 / 16.</p>"
    spread = [(e.findtext("text"), e.findtext("tolerance")) for e in found["a-range"].iter("answer")]
    assert spread == [("0.41665", "0.08335"), ("-0.0025", "0.00025")]
    said = typed("moodle")[1]
    assert "a-range: `1/3..1/2` is no decimal, so any number from 0.3333 to 0.5 takes its place." in said


def test_moodle_has_pieces_in_order_and_pairs(typed):
    found = moodle(typed)
    steps = [each.findtext("text") for each in found["some-steps"].iter("answer")]
    assert steps == ["<p>Load <em>it</em></p>", "<p>Tokenize</p>", "<p>Train</p>"]
    assert found["some-steps"].findtext("gradingtype") == "ALL_OR_NOTHING"
    assert "    f(x)" in [each.findtext("text", "") for each in found["lines"].iter("answer")][1]
    pairs = [(e.findtext("text"), e.findtext("answer/text")) for e in found["jobs"].iter("subquestion")]
    assert ("<p><code>AutoTokenizer</code></p>", "splits = text") in pairs
    assert ("", "stores ~ checkpoints") in pairs
    assert found["jobs"].find("subquestion/file") is not None
    said = typed("moodle")[1]
    assert "with-more: Moodle has no ordering questions with pieces that belong nowhere" in said
    assert "order lines: equal lines count as different ones" in said
    assert "two-blanks: Moodle gives a part of the mark for a part of the blanks" in said


def test_gift_does_not_take_an_answer_for_a_pair_or_for_a_mark(tmp_path):
    text = "/// fill | arrow\n\nWhat?\n\n- [x] `a -> b`\n\n///\n"
    content, said = export(write_sample(tmp_path, text), "gift")
    assert "arrow: GIFT reads `->` in an answer as a pair, so it is an essay question, which people grade." in said
    assert "\t####<p><code>a -&gt; b</code></p>" in content.decode()


def test_canvas_has_fields_that_it_knows(typed):
    found = canvas(typed)
    kinds = {id: re.search(r"question_type</fieldlabel><fieldentry>(\w+)_question", text) for id, text in found.items()}
    assert {id: kind[1] for id, kind in kinds.items() if kind} == {
        "two-blanks": "fill_in_multiple_blanks",
        "in-code": "fill_in_multiple_blanks",
        "one-field": "short_answer",
        "a-number": "numerical",
        "a-range": "numerical",
        "some-steps": "matching",
        "with-more": "matching",
        "lines": "matching",
        "jobs": "matching",
        "groups": "matching",
    }
    assert "The [blank1] runs" in found["two-blanks"]
    assert "&amp;#91;blank]" in found["two-blanks"]
    assert '<response_lid ident="response_blank2">' in found["two-blanks"]
    assert '<varequal respident="response_blank1">answer_1_2</varequal>' in found["two-blanks"]
    assert '<vargte respident="response1">108</vargte>' in found["a-number"]
    assert "<mattext>\u00a0\u00a0\u00a0\u00a0f(x)</mattext>" in found["lines"]
    assert found["groups"].count('varname="SCORE">33.33<') == 3
    assert "in Canvas, case never counts." in typed("qti")[1]


def test_spreadsheets_have_answers_pieces_and_pairs(typed):
    found = rows(typed)
    assert (found["two-blanks"]["right"], found["two-blanks"]["answer"]) == ("A B D", '1. Trainer\n2. Args("}}::x")')
    assert "The ____ runs the loop. See a = ____" in found["two-blanks"]["question"]
    assert found["in-code"]["question"] == "x = ____(1)"
    assert (found["one-field"]["option C"], found["one-field"]["reason C"]) == ("trainer", "It has a capital.")
    assert found["a-number"]["answer"] == "30 steps\n108..112 steps"
    letters = [found["some-steps"][f"option {each}"] for each in found["some-steps"]["right"].split()]
    assert letters == ["Load it", "Tokenize", "Train"]
    assert "2.     f(x)" in found["lines"]["answer"].splitlines()
    assert found["jobs"]["option D"] == "→ stores ~ checkpoints"


def test_quizlet_and_kahoot_say_what_they_have_no_room_for(typed):
    content, said = typed("csv", "--for", "quizlet")
    assert "Order them. Train; Tokenize; Load it\t1. Load it; 2. Tokenize; 3. Train" in content.decode().splitlines()
    assert "match groups: Quizlet has no matching questions, so both sides are part of the term." in said
    said = typed("csv", "--for", "kahoot")[1]
    assert len(re.findall("Kahoot's table has no .*, so it is left out.", said)) == 10


def test_the_worksheet_has_gaps_on_the_sheet_and_answers_in_the_key(typed):
    sheet, _, key = typed("worksheet")[0].decode().partition('<h1 class="key">')
    assert 'The <i class="gap"></i> runs' in sheet
    assert '<i class="gap"></i> steps' in sheet
    assert re.findall(r"<li><i class=\"gap\"></i><div><p>(.*?)</p>", sheet)[:3] == [
        "Train",
        "Tokenize",
        "Load <em>it</em>",
    ]
    assert "<b>A</b><div><p>right</p>" in sheet
    assert "Trainer~=#1" not in sheet
    assert "30 steps" not in sheet
    assert "<ol><li>Load <em>it</em></li><li>Tokenize</li><li>Train</li></ol>" in key
    assert "<li>c → <b>A</b>: right</li>" in key
    assert sheet.count(".gap{display") == 1


def test_json_has_all_that_the_questions_have(typed):
    found: dict[str, Any] = {each["id"]: each for each in json.loads(typed("json")[0])["items"]}
    two = found["two-blanks"]
    assert [[(e["typed"], e["right"]) for e in blank] for blank in two["blanks"]] == [
        [("Trainer", True), ("The trainer", True), ("Tokenizer", False)],
        [('Args("}}::x")', True)],
    ]
    assert two["exact"] == [False, True]
    assert [(e["low"], e["high"], e["right"]) for e in found["a-range"]["answers"]] == [
        ("1/3", "0.5", True),
        ("-0.00275", "-0.00225", False),
    ]
    assert found["a-number"]["stem"] == "<p>How many?</p>"
    assert found["lines"]["code"] == "python"
    assert [piece["right"] for piece in found["with-more"]["pieces"]] == [True, True, False]
    assert [set(pair) for pair in found["jobs"]["pairs"]] == [{"left", "right"}] * 3 + [{"right"}]
    assert all(each["markdown"].startswith(f"/// {each['kind']} |") for each in found.values())


def test_a_line_of_code_that_belongs_nowhere_looks_like_the_others(tmp_path):
    page = "/// order | o\n\nOrder.\n\n```python\nfor x in y:\n    f(x)\n```\n\n- [ ] `    g(x)`\n  > No.\n\n///\n"
    sheet, _, key = export(write_sample(tmp_path, page), "worksheet")[0].decode().partition('<h1 class="key">')
    rows = re.findall(r"<li><i class=\"gap\"></i><div><pre [^>]*><code>(.*?)\n</code></pre></div></li>", sheet)
    assert [re.sub("<[^>]*>", "", row) for row in rows] == ["    g(x)", "for x in y:", "    f(x)"]
    assert "Put the lines in order. Not every line has to be used." in sheet
    assert "✗ <pre" in key
