"""Where readers can say how sure they are: the questions and tests that ask, and the pages that load what asks."""

import re

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort, ConfigurationError

from pages import convert

QUESTION = "/// mcq | {id} easy\n\nWhat?\n\n- [x] This\n  > Because.\n- [ ] That\n  > Because not.\n\n///\n\n"
CARD = "/// card | a-card\n\nWhat?\n\n**Answer:** That.\n\n///\n\n"
REVIEW = "/// review\n///\n"
BODY = QUESTION.format(id="inner")


def practice(settings: str = "", body: str = BODY + CARD) -> str:
    return f"//// practice | a-set {settings}\n\n{body}////\n\n"


def mastery_test(settings: str = "") -> str:
    return f"//// test | a-test draw=1 mix=1,0,0 {settings}\n\n{BODY}////\n"


def asking(html: str) -> list[str]:
    """Ids of what asks."""
    return re.findall(r'data-recall-confidence="" data-recall-(?:draw="1" data-recall-)?id="([\w-]+)"', html)


def loads(html: str) -> bool:
    return 'data-recall-part="confidence"' in html


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        (practice() + QUESTION.format(id="loose"), []),
        (practice("confidence=ask") + QUESTION.format(id="loose"), ["inner"]),
        (mastery_test(), []),
        (mastery_test("confidence=ask"), ["a-test"]),
    ],
)
def test_a_set_asks_of_its_questions_and_a_test_once_for_all(source, asked):
    html = convert(source).html
    assert asking(html) == asked
    assert loads(html) == bool(asked)
    assert "Not sure" not in html


@pytest.mark.parametrize(
    ("source", "asked", "loaded"),
    [
        (practice() + QUESTION.format(id="loose"), ["inner", "loose"], True),
        (mastery_test(), ["a-test", "inner"], True),
        (REVIEW, [], True),
        (CARD, [], False),
    ],
)
def test_a_site_asks_of_every_question(small_site, source, asked, loaded):
    site = small_site({"index.md": source}, plugins=[{"recall": {"site_id": "x", "confidence": "ask"}}])
    html = (site / "index.html").read_text("utf-8")
    assert (asking(html), loads(html)) == (asked, loaded)
    alone = Markdown(extensions=["recall"], extension_configs={"recall": {"confidence": "ask"}}).convert(source)
    assert (asking(alone), loads(alone)) == (asked, loaded)


@pytest.mark.parametrize("value", ["yes", True, "no"])
def test_another_value_is_refused_and_the_right_one_named(small_site, value, caplog):
    with pytest.raises((Abort, ConfigurationError)):
        small_site({"index.md": CARD}, plugins=[{"recall": {"site_id": "x", "confidence": value}}])
    with pytest.raises(ValueError, match="`confidence` must be `ask`"):
        Markdown(extensions=["recall"], extension_configs={"recall": {"confidence": value}})
