"""What search indexes hold of typed questions: what readers see of them, and never an answer to type."""

import json
import re

import pytest

from mkdocs_recall.render.search_text import to_search_text
from pages import convert
from paths import SUPPORT

PAGE = (SUPPORT / "typed.md").read_text("utf-8")


def test_blanks_pieces_and_both_sides_of_pairs_are_found() -> None:
    found = {each.id.removeprefix("recall-"): list(each.texts) for each in to_search_text(convert(PAGE).html).found}
    assert found["blanks"] == ["The ____ runs a.____ stem1. for i in ____(3):"]
    assert found["field"] == ["Which one stem2?"]
    assert found["steps-count"] == ["How many stem6?"]
    assert sorted(re.findall(r"\w+\d", found["steps"][1])) == [f"piece{n}" for n in range(1, 6)]
    assert sorted(re.findall(r"\w+\d", found["lines"][1])) == [f"piece{n}" for n in range(6, 10)]
    assert sorted(found["pairs"][1].split("; ")) == ["more", "none", "one", "other", "two"]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_the_index_of_a_site_holds_no_answer_to_type(small_site, theme) -> None:
    site = small_site(PAGE, plugins=["search", "recall"], theme=theme)
    text = (site / "search" / "search_index.json").read_text("utf-8")
    assert "secret" not in text
    assert "108" not in text
    places = [each["location"] for each in json.loads(text)["docs"]]
    assert {"#recall-blanks", "#recall-pairs"} <= {place[place.index("#") :] for place in places if "#" in place}
