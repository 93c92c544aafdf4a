"""GIFT becomes questions of the right kinds."""

from pathlib import Path

import pytest

from imported import run_check, run_import

KINDS = [
    pytest.param(
        "Who's buried in Grant's tomb?{=Grant#Yes, he is.#ignored ~no one ~Napoleon#He is in \\{Paris\\}.}",
        "/// mcq | whos-buried-in-grants-tomb\n\nWho's buried in Grant's tomb?\n\n- [x] Grant\n"
        "  > Yes, he is.#ignored\n- [ ] no one\n- [ ] Napoleon\n  > He is in &#123;Paris}.\n\n///",
        id="one-key",
    ),
    pytest.param(
        "What two?{~%-50%None ~%50%Grant's wife ~%50%Grant ~%-50%Father}",
        "- [ ] None\n- [x] Grant's wife\n- [x] Grant\n- [ ] Father",
        id="several-keys",
    ),
    pytest.param("The sky is blue.{T#no#yes}", "order=fixed\n\nThe sky is blue.\n\n- [x] True\n  > yes\n", id="true"),
    pytest.param("Two {=plus =and} two.", "/// fill | two-two\n\nTwo ____ two.\n\n1. plus\n   - [x] and\n", id="gap"),
    pytest.param("It is {=a ~b}.", "It is \\_\\_\\_\\_.\n", id="gap-at-end"),
    pytest.param("How many? {#3}.", "How many?\n\n- [x] 3\n", id="number-before-a-stop"),
    pytest.param("Who?{=Bob =%0%Rob#No.}", "/// fill | who\n\nWho?\n\n- [x] Bob\n- [ ] Rob\n  > No.\n", id="field"),
    pytest.param("How much?{#3.14:0.005}", "/// number | how-much\n\nHow much?\n\n- [x] 3.135..3.145\n", id="number"),
    pytest.param("How much?{#1..5}", "- [x] 1..5\n", id="range"),
    pytest.param("Pi?{#=3:0#Yes. =%0%4#No.}", "- [x] 3\n  > Yes.\n- [ ] 4\n  > No.\n", id="numbers"),
    pytest.param(
        "Match.{=a -> b =c|d -> e = -> f}",
        "/// match | match\n\nMatch.\n\n| Item | Belongs to |\n| --- | --- |\n| a | b |\n| c&#124;d | e |\n| | f |\n",
        id="match",
    ),
    pytest.param(
        "Explain.{####It falls.}",
        "**Concepts:**\n\n- It falls.\n\n**Model answer:** It falls.\n",
        id="essay",
    ),
    pytest.param("// [id:c1] [tag:card]\nWhat?{####That.}", "/// card | c1\n\nWhat?\n\n**Answer:** That.\n", id="card"),
    pytest.param("// [id:a\\]b] [tag:easy] [tag:sky]\nX?{=a ~b}", "/// mcq | a-b easy objective=sky", id="marks"),
]


@pytest.mark.parametrize(("source", "expected"), KINDS)
def test_a_question_has_the_kind_that_fits(site: Path, source: str, expected: str) -> None:
    made = run_import(site, "gift", source)
    assert (made.code, expected in made.page) == (0, True), made.page + made.said
    assert run_check(site)[0] == 0


LOST = [
    pytest.param("X\n\nWho?{=a ~b}", "file.gift:1: left out: it has no answers in braces", id="description"),
    pytest.param("\n\nX {=a", "file.gift:3: left out: it has no `}`", id="open"),
    pytest.param("X?{=a =b ~c}", "file.gift:1: left out: several options are right, each by itself", id="alternatives"),
    pytest.param("X?{~%100%a ~%100%b ~c}", "several options are right, each by itself", id="any"),
    pytest.param("X?{~a ~b}", "no-key: the question has no right option.", id="no-key"),
    pytest.param("X?{}", "no-model-answer", id="essay"),
    pytest.param("X?{#many}", "number-form", id="number"),
]


@pytest.mark.parametrize(("source", "said"), LOST)
def test_what_cannot_be_carried_is_left_out_with_its_line(site: Path, source: str, said: str) -> None:
    made = run_import(site, "gift", source)
    assert made.code == 1
    assert said in made.said
    assert run_check(site)[0] == 0


def test_what_is_not_carried_of_a_question_is_noted(site: Path) -> None:
    made = run_import(site, "gift", "A?{=a =%50%b =*c* =*}\n\nB?{=a ~%20%b}")
    assert "file.gift:1: note: the answer `*c*` has a `*` for any text" in made.said
    assert "file.gift:1: note: an answer that gets 50 % of the mark counts as wrong" in made.said
    assert "file.gift:3: note: an answer that gets 20 %" in made.said
    assert made.code == 0


def test_categories_are_sections(site: Path) -> None:
    source = "$CATEGORY: $course$/top/A//B/One\n\nX?{=a ~b}\n\n$CATEGORY: Two\n\nY?{=a ~b}"
    made = run_import(site, "gift", source)
    assert [line for line in made.page.split("\n") if line.startswith("#")] == ["# File", "## One", "## Two"]
    made = run_import(site, "gift", source.replace("\n\n$CAT", "\n\nZ?{=a ~b}\n\n$CAT"))
    order = [line for line in made.page.split("\n") if line.startswith(("#", "/// "))]
    assert order == ["# File", "## One", "/// mcq | x", "/// mcq | z", "## Two", "/// mcq | y"]
