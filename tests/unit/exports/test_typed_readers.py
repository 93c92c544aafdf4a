"""What other programs make of exported questions whose answers are produced."""

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from readers import GIFT, QTI, flatten, read_items, run_node


@pytest.fixture(scope="module")
def read(typed: Callable[..., tuple[bytes, str]]) -> dict[str, Any]:
    """The questions of GIFT as a parser reads them, by their ids."""
    return {each["id"]: each for each in run_node(GIFT, typed("gift")[0].decode()) if "id" in each}


def test_gift_has_the_nearest_type_for_each_question(read):
    assert {id: each["type"] for id, each in read.items() if each["type"] != "Category"} == {
        "two-blanks": "Essay",
        "in-code": "Short",
        "one-field": "Short",
        "a-number": "Numerical",
        "a-range": "Numerical",
        "some-steps": "Matching",
        "with-more": "Matching",
        "lines": "Matching",
        "jobs": "Matching",
        "groups": "Matching",
    }
    assert "The ____ runs" in read["two-blanks"]["stem"]["text"]
    assert "x = ____(" in read["in-code"]["stem"]["text"]


def test_gift_accepts_short_answers_as_they_are_typed(read):
    choices = read["one-field"]["choices"]
    assert [each["text"]["text"] for each in choices] == ["Trainer~=#1", r"%5% bc\*", "trainer"]
    assert [each["weight"] for each in choices] == [None, 100, 0]
    assert choices[2]["feedback"]["text"] == "<p>It has a <em>capital</em>.</p>"


def test_gift_accepts_numbers_with_their_tolerance(read):
    found = [(each["weight"], each["text"]["number"], each["text"]["range"]) for each in read["a-number"]["choices"]]
    assert found == [(None, 30, 0), (None, 110, 2), (0, 480, 0)]
    assert "Unit: steps" in read["a-number"]["stem"]["text"]


def test_gift_matches_pairs_places_and_what_belongs_to_nothing(read):
    def pairs(id: str) -> list[tuple[str, str]]:
        # The parser leaves its own sign for an escaped one in what is matched; Moodle does not.
        found = [(each["subquestion"]["text"], each["subanswer"]) for each in read[id]["matchPairs"]]
        return [(left, re.sub(r"&&(\d+);", lambda code: chr(int(code[1])), right)) for left, right in found]

    assert sorted(pairs("groups")) == [("<p>a</p>", "left"), ("<p>b</p>", "left"), ("<p>c</p>", "right")]
    assert ("<p><code>AutoTokenizer</code></p>", "splits = text") in pairs("jobs")
    assert ("", "stores ~ checkpoints") in pairs("jobs")
    assert sorted(pairs("with-more")) == [
        ("<p>First</p>", "1"),
        ("<p>Never</p>", "Does not belong"),
        ("<p>Second</p>", "2"),
    ]


def test_typed_questions_of_qti_2_converted_by_others_are_our_qti_3(typed):
    old = read_items(typed("qti", "--profile", "2.1")[0])
    new = read_items(typed("qti", "--profile", "3.0")[0])
    converted = run_node(QTI, json.dumps([content.decode() for content in old.values()]))
    for name, text in zip(old, converted, strict=True):
        again, ours = ElementTree.fromstring(text.encode()), ElementTree.fromstring(new[name])
        assert flatten(again) == flatten(ours), name
