"""Moodle XML becomes questions of the right kinds."""

import base64
from pathlib import Path

import pytest

from exported import draw_picture
from imported import run_check, run_import


def question(kind: str, more: str = "", text: str = "<p>What?</p>") -> str:
    stem = f'<questiontext format="html"><text><![CDATA[{text}]]></text></questiontext>'
    return f'<question type="{kind}"><name><text>Name</text></name>{stem}{more}</question>'


def answer(text: str, fraction: float = 100, more: str = "", reason: str = "") -> str:
    said = f'<feedback format="html"><text>{reason}</text></feedback>' if reason else ""
    return f'<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>{said}{more}</answer>'


def pair(left: str, right: str) -> str:
    return f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"


KINDS = [
    pytest.param(
        question("multichoice", "<single>true</single>" + answer("<b>a</b> x", reason="Yes.") + answer("b", 0)),
        "/// mcq | what\n\nWhat?\n\n- [x] <strong>a</strong> x\n  > Yes.\n- [ ] b\n\n///\n",
        id="one-key",
    ),
    pytest.param(
        question(
            "multichoice",
            "<single>false</single><shuffleanswers>0</shuffleanswers>"
            + answer("a", 50)
            + answer("b", 50)
            + answer("c", -100),
        ),
        "order=fixed\n\nWhat?\n\n- [x] a\n- [x] b\n- [ ] c\n",
        id="several-keys",
    ),
    pytest.param(
        question("truefalse", answer("true", 0) + answer("false")),
        "/// mcq | what order=fixed\n\nWhat?\n\n- [ ] True\n- [x] False\n",
        id="true-false",
    ),
    pytest.param(
        question("shortanswer", "<usecase>1</usecase>" + answer("a\\*") + answer("b", 0, reason="No.")),
        "/// fill | what exact=yes\n\nWhat?\n\n- [x] a\\*\n- [ ] b\n  > No.\n",
        id="field",
    ),
    pytest.param(
        question("shortanswer", answer("a") + answer("b"), text="<p>A _____ here.</p>"),
        "A ____ here.\n\n1. a\n   - [x] b\n",
        id="blank",
    ),
    pytest.param(
        question(
            "numerical",
            answer("30", more="<tolerance>0</tolerance>")
            + answer("2,5", more="<tolerance>0.5</tolerance>")
            + "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>",
        ),
        "/// number | what unit=km\n\nWhat?\n\n- [x] 30\n- [x] 2..3\n",
        id="number",
    ),
    pytest.param(
        question("matching", pair("a|b", "1") + pair("c", "2") + pair("", "3")),
        "| a&#124;b | 1 |\n| c | 2 |\n| | 3 |\n",
        id="match",
    ),
    pytest.param(
        question("ordering", answer("two", 2) + answer("one", 1) + answer("three", 3)),
        "/// order | what\n\nWhat?\n\n1. one\n2. two\n3. three\n",
        id="order",
    ),
    pytest.param(
        question("cloze", text="<p>A {1:SHORTANSWER:=one~%100%uno~%0%two#No.} and {2:NM:=3:0}.</p>"),
        "/// fill | a-and\n\nA ____ and ____.\n\n1. one\n   - [x] uno\n   - [ ] two\n     > No.\n2. 3\n",
        id="cloze",
    ),
    pytest.param(
        question("cloze", text="Which? {1:MULTICHOICE:a~=b#Yes.~c &lt; d}"),
        "/// mcq | which\n\nWhich?\n\n- [ ] a\n- [x] b\n  > Yes.\n- [ ] c &lt; d\n",
        id="cloze-choice",
    ),
    pytest.param(
        question(
            "ddwtos",
            "<dragbox><text>b</text></dragbox><dragbox><text>a</text></dragbox>",
            text="First [[2]], then [[1]].",
        ),
        "First ____, then ____.\n\n1. a\n2. b\n",
        id="drag-words",
    ),
    pytest.param(
        question("gapselect", "<selectoption><text>b</text></selectoption>", text="First [[1]]."),
        "First ____.\n\n1. b\n",
        id="select-words",
    ),
    pytest.param(
        question("essay", "<graderinfo format='html'><text>&lt;ul>&lt;li>One&lt;/li>&lt;/ul></text></graderinfo>"),
        "/// explain | what\n\nWhat?\n\n**Concepts:**\n\n- One\n\n**Model answer:**\n\n-   One\n\n///\n",
        id="essay",
    ),
]


@pytest.mark.parametrize(("source", "expected"), KINDS)
def test_a_question_has_the_kind_that_fits(site: Path, source: str, expected: str) -> None:
    made = run_import(site, "moodle", f"<?xml version='1.0'?>\n<quiz>{source}</quiz>")
    assert (made.code, expected in made.page) == (0, True), made.page + made.said
    assert run_check(site)[0] == 0


LOST = [
    pytest.param(question("description"), "it is a description, which asks nothing.", id="description"),
    pytest.param(question("calculated"), "there is no kind for questions of the type `calculated`.", id="unknown"),
    pytest.param(question("cloze"), "its text has no field to answer in.", id="no-field"),
    pytest.param(question("cloze", text="{1:MR:=a}"), "there is no kind for a field of the type `MR`.", id="field"),
    pytest.param(question("ddwtos", text="[[1]]"), "its gaps have numbers that none of its words have.", id="gap"),
    pytest.param(question("multichoice", answer("a") + answer("b")), "each by itself", id="alternatives"),
    pytest.param(question("shortanswer", answer("*")), "no-answer", id="wildcard"),
]


@pytest.mark.parametrize(("source", "said"), LOST)
def test_what_cannot_be_carried_is_left_out_with_its_line(site: Path, source: str, said: str) -> None:
    made = run_import(site, "moodle", f"\n<quiz>\n{source}\n</quiz>")
    assert made.code == 1
    assert "file.moodle:3: left out: " in made.said
    assert said in made.said


def test_id_tags_hints_category_and_feedback_are_carried(site: Path) -> None:
    more = (
        "<idnumber>My id 7</idnumber><generalfeedback><text>Because.</text></generalfeedback>"
        "<correctfeedback><text>Well done</text></correctfeedback><hint><text>One.</text></hint>"
        "<hint><text>Two.</text></hint><tags><tag><text>hard</text></tag><tag><text>sky</text></tag>"
        "<tag><text>third</text></tag></tags>"
    )
    category = '<question type="category"><category><text>$course$/top/A b</text></category></question>'
    made = run_import(
        site, "moodle", f"<quiz>{category}{question('multichoice', answer('a') + answer('b', 0) + more)}</quiz>"
    )
    assert "/// mcq | my-id-7 hard objective=sky\n" in made.page
    assert made.page.endswith("\n**Hint:** One.\n\n**Hint:** Two.\n\n**Explanation:** Because.\n\n///\n")
    assert "the feedback for any right or wrong response is left out." in made.said
    assert "the tag `third` is left out" in made.said


def test_pictures_are_written_beside_the_page(site: Path) -> None:
    content = base64.b64encode(draw_picture()).decode()
    file = f'<file name="../a b.png" path="/" encoding="base64">{content}</file>'
    bad = f'<file name="x.svg" path="/" encoding="base64">{base64.b64encode(b"<svg onload=x>").decode()}</file>'
    text = (
        f'<questiontext format="html"><text>&lt;p>&lt;img src="@@PLUGINFILE@@/../a%20b.png" alt="A [box]">'
        f'&lt;img src="@@PLUGINFILE@@/x.svg" alt="S">&lt;img src="https://example.org/y.png" alt="Y"> What?'
        f"</text>{file}{bad}</questiontext>"
    )
    source = f'<quiz><question type="multichoice">{text}{answer("a")}{answer("b", 0)}</question></quiz>'
    made = run_import(site, "moodle", source)
    (picture,) = (site / "docs" / "images").iterdir()
    assert picture.read_bytes() == draw_picture()
    assert f"![A &#91;box&#93;](<images/{picture.name}>)S[Y](<https://example.org/y.png>) What?" in made.page
    assert "only PNG, JPEG, GIF and WebP" in made.said
    assert run_import(site, "moodle", source).page == made.page
    assert run_check(site)[0] == 0
