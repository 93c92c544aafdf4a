"""Every kind of bad input has its case, and what goes wrong stays where it is."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from casefile import read_cases
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from pages import convert
from paths import SPEC, TESTS

CASES = [*read_cases(SPEC / "problems"), *read_cases(SPEC / "cases")]
ROW = re.compile(r"^\| (?P<input>.*?) \| (?P<cases>`\w+: .*) \|$", re.MULTILINE)


def test_each_kind_of_bad_input_has_its_cases() -> None:
    rows = list(ROW.finditer((SPEC / "problems" / "README.md").read_text("utf-8")))
    tests = {
        f"{path.stem}: {name}"
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    named = {name for row in rows for name in re.findall(r"`(\w+: [^`]+)`", row["cases"])}
    assert len(rows) > 65
    assert named - tests - {name for name, _ in CASES} == set()


PIECES = {
    "stem": "Which {}?",
    "option": "- [x] this {}",
    "reason": "  > Since {}.",
    "other": "- [ ] that",
    "hint": "\n**Hint:** Look at {}.",
    "step": "\n**Solution:**\n\n1. **Look.** At {}.",
    "part": "\n**Explanation:** In {}.",
}


@pytest.mark.parametrize("piece", [name for name, text in PIECES.items() if "{}" in text])
def test_broken_links_in_any_piece_are_reported(
    piece: str, small_site: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    broken = "[a page](missing.md), ![an image](missing.png) and [a place](#missing)"
    texts = [text.format(broken if name == piece else "it") for name, text in PIECES.items()]
    page = "\n".join(["/// mcq | a", "", texts[0], "", *texts[1:], "", "///", ""])
    small_site(page)
    line = next(number for number, text in enumerate(page.split("\n"), 1) if "missing" in text)
    told = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    for rule in ("dead-link", "missing-image", "dead-anchor"):
        assert any(message.startswith(f"docs/index.md:{line}: error {rule}: mcq a: ") for message in told)


ITEM = "/// card | {0}-{1}\n\nWhat?\n\n**Answer:** That.\n\n///\n\n"
FAULTY = "/// card | b\n\n```\n\n<div>\n\n<!--\n\n//// practice | c\n\n> /// mcq | d\n\n- [x] e\n"


def test_a_fault_stays_on_its_page() -> None:
    bank = Bank()
    bank.read(Page(path="a.md", lines=FAULTY.split("\n")))
    bank.read(Page(path="b.md", lines=ITEM.format("x", 1).split("\n")))
    assert bank.problems("a.md")
    assert bank.problems("b.md") == []
    assert [item.id for item in bank.pages["b.md"].items()] == ["x-1"]


def whole(number: int) -> str:
    return ITEM.format("x", number)


def faulty(number: int) -> str:
    return FAULTY.replace("| b", f"| b-{number}")


def unclosed(number: int) -> str:
    return ITEM.format("x", number).replace("\n///\n", "\n" if number % 3 else "\n///\n```python\n")


@pytest.mark.parametrize("make", [whole, unclosed, faulty])
def test_time_grows_as_the_page_does(make: Callable[[int], str]) -> None:
    """Ten times the items take about ten times as long: processor time, and the best of three."""
    few, many = (best(Page(path="a.md", lines="".join(map(make, range(n))).split("\n"))) for n in (200, 2000))
    assert many < 25 * few


def best(page: Page) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        Bank().read(page)
        times.append(time.process_time() - start)
    return min(times)


def test_a_fence_that_only_the_scanner_reads_shows_no_key() -> None:
    """Without Pygments superfences reads no fence with a title, so its closing line opens one above the question."""
    question = "/// mcq | an-id easy\n\nWhich?\n\n- [x] KEY\n  > REASON\n- [ ] none\n\n///"
    source = f'```text title="Output"\n1\n```\n\n{question}\n\n```python\nprint(1)\n```\n'
    made = convert(source, extensions={"pymdownx.highlight": {"use_pygments": False}})
    assert "REASON" not in made.html
    assert [str(problem).partition(": the")[0] for problem in made.problems] == ["page.md:5: error in-code: mcq an-id"]


NOTES = """[^in]: Word1 [^deep].

[^deep]: Word2

[^both]: Word3

[^out]: Word4

[^plain]: Word5

[^self]: Word6 [^self]
"""


@pytest.mark.parametrize("key", [" ", "x"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_footnote_of_an_answer_is_hidden_with_it(key: str, inside: bool) -> None:
    """Those that an answer alone cites are in the answer. A faulty question shows no answer, and none of them."""
    options = f"- [{key}] One\n  > Since[^in].\n- [ ] Two\n\n**Explanation:** It[^both].\n\n{NOTES if inside else ''}"
    page = f"Text[^both] and[^out].\n\n/// mcq | a\n\nWhich?\n\n{options}\n///\n\n{'' if inside else NOTES}"
    html = convert(page).html
    answer, mark, foot = html.partition('<div class="footnote">')
    if inside and key == " ":
        assert "Word" not in html
        return
    assert mark
    places = {"foot": foot, "answer": answer}
    found = {n: "".join(name for name, text in places.items() if f"Word{n}" in text) for n in range(1, 7)}
    own = "answer" if key == "x" else ""
    assert found == {1: own, 2: own, 3: "foot", 4: "foot", 5: "foot", 6: "foot"}
    assert "Word" not in re.sub(r"(?s)<recall-answer\b.*?</recall-answer>", "", answer)
