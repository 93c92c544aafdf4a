"""Quizzes of other MkDocs plugins become questions in place."""

import contextlib
import io
from pathlib import Path
from typing import NamedTuple

import pytest

from imported import run_check
from mkdocs_recall.cli import main


class MigrateRun(NamedTuple):
    """What a migration did."""

    code: int
    out: str
    said: str
    page: str


def migrate(site: Path, rival: str, source: str | bytes, *words: str) -> MigrateRun:
    page = site / "docs" / "page.md"
    page.write_bytes(source if isinstance(source, bytes) else source.encode())
    out, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
        code = main(["migrate", rival, str(page), "-f", str(site / "mkdocs.yml"), *words])
    return MigrateRun(code, out.getvalue(), said.getvalue(), page.read_bytes().decode())


def quiz(text: str) -> str:
    return f"<quiz>\n{text}\n</quiz>\n"


def down(text: str) -> str:
    return f":::{{quizdown}}\n{text}\n:::\n"


CARRIED = [
    pytest.param(
        "mkdocs-quiz",
        quiz("What is 2?\n```\n1  + 1\n```\n- [ ] 3\n> Close!\n> Not it.\n* [X] 2 _(two)_\n- [] 5\n\nWell **done**."),
        "/// mcq | what-is-2\n\nWhat is 2?\n```\n1  + 1\n```\n\n"
        "- [ ] 3\n  > Close!\n  > Not it.\n- [x] 2 _(two)_\n- [ ] 5\n\n"
        "**Explanation:** Well **done**.\n\n///\n",
        id="options",
    ),
    pytest.param(
        "mkdocs-quiz",
        quiz("Made by [[Guido van Rossum]] in **[[1991]]**.\n\n---\n!!! tip\n    It is old."),
        "/// fill | made-by-in\n\nMade by ____ in ____.\n\n1. Guido van Rossum\n2. 1991\n\n"
        "**Explanation:**\n\n!!! tip\n    It is old.\n\n///\n",
        id="blanks",
    ),
    pytest.param(
        "mkdocs-quiz", "<quiz>See [[__init__]]</quiz>\n", "See ____\n\n1. \\_\\_init\\_\\_\n\n///\n", id="one-line"
    ),
    pytest.param(
        "mkdocs-quiz", quiz("A?\n- [x] b\n- [ ] c\n\n## More\n\nd"), "**Explanation:**\n\n**More**\n\nd", id="h2"
    ),
    pytest.param(
        "mkdocs-quiz",
        '=== "Example"\n\n    <quiz>\n    A?\n    - [x] b\n    - [ ] c\n    </quiz>\n',
        '=== "Example"\n\n    /// mcq | a\n\n    A?\n\n    - [x] b\n    - [ ] c\n\n    ///\n',
        id="tab",
    ),
    pytest.param(
        "mkdocs-quiz",
        "<?quiz?>\nquestion: What is 2+2?\nanswer-correct: 4\nanswer: 3\ncontent:\nGood.\n<?/quiz?>\n",
        "/// mcq | what-is-2-2\n\nWhat is 2+2?\n\n- [x] 4\n- [ ] 3\n\n**Explanation:** Good.\n\n///\n",
        id="before-1.0",
    ),
    pytest.param(
        "quizdown",
        down(
            "---\nshuffleAnswers: false\n---\n\n# Capital?\n\nOf **France**.\n\n> On the\n> Seine.\n\n"
            "1. [x] Paris\n    > Yes!\n2. [ ] Bonn"
        ),
        "/// mcq | capital order=fixed\n\nCapital?\n\nOf **France**.\n\n- [x] Paris\n  > Yes!\n- [ ] Bonn\n\n"
        "**Hint:** On the\nSeine.\n\n///\n",
        id="single",
    ),
    pytest.param(
        "quizdown", down("## All?\n\n-   [x] a\n-   [x] b\n-   [ ] c"), "- [x] a\n- [x] b\n- [ ] c\n", id="several"
    ),
    pytest.param(
        "quizdown", down("## Sort!\n\n1. One\n2. Two"), "/// order | sort\n\nSort!\n\n1. One\n2. Two\n", id="order"
    ),
    pytest.param(
        "superquiz",
        '!!! mcquiz "Capitals"\n    Select all.\n    answers:\n      - [Paris]\n      + Rome\n      - Lyon\n\nEnd\n',
        "/// mcq | capitals\n\n**Capitals**\n\nSelect all.\n\n- [x] Paris\n- [x] Rome\n- [ ] Lyon\n\n///\n\nEnd\n",
        id="mcquiz",
    ),
    pytest.param(
        "superquiz",
        "!!! question\n    ---\n    type: gaps\n    ---\n    In [Paris, Lutetia, paris] or [Rome].\n",
        "In ____ or ____.\n\n1. Paris\n   - [x] Lutetia\n2. Rome\n",
        id="gaps",
    ),
    pytest.param(
        "superquiz", "!!! scd\n    It is [Lyon, [Paris]].\n", "It is ….\n\n- [ ] Lyon\n- [x] Paris\n", id="list"
    ),
    pytest.param(
        "superquiz",
        "!!! scdropdown\n    A [[b], c] and [d, [e]].\n",
        "A ____ and ____.\n\n1. b\n   - [ ] c\n2. e\n   - [ ] d\n",
        id="lists",
    ),
    pytest.param(
        "superquiz", "!!! order\n    Sort.\n    réponses:\n      - a\n      - b\n", "1. a\n2. b\n", id="order-fr"
    ),
    pytest.param(
        "superquiz",
        "!!! columns\n    Where?\n    answers:\n      A: x, [[y]]!\n      B: z\n",
        "| x | A |\n| y | A |\n| z | B |\n",
        id="columns",
    ),
    pytest.param(
        "superquiz",
        "!!! match.line\n    Join.\n    answers:\n      a|b -- c\n      d -> e\n",
        "| a\\|b | c |\n| d | e |\n",
        id="match",
    ),
    pytest.param(
        "superquiz",
        "!!! matrix\n    What?\n    rows: a, b\n    cols: c, d, e\n    answers:\n      a: c\n      b: d\n",
        "| a | c |\n| b | d |\n| | e |\n",
        id="matrix",
    ),
    pytest.param(
        "superquiz",
        "!!! flashcard\n    answers:\n      Sun -- Star\n      Moon -- Moon of Earth\n",
        "/// card | sun\n\nSun\n\n**Answer:** Star\n\n///\n\n"
        "/// card | moon\n\nMoon\n\n**Answer:** Moon of Earth\n\n///\n",
        id="cards",
    ),
]


@pytest.mark.parametrize(("rival", "source", "expected"), CARRIED)
def test_a_quiz_becomes_a_question(site: Path, rival: str, source: str, expected: str) -> None:
    made = migrate(site, rival, f"# Page\n\n{source}", "--write")
    assert (made.code, expected in made.page) == (0, True), made.page + made.said
    assert run_check(site)[0] == 0
    again = migrate(site, rival, made.page, "--write")
    assert again.page == made.page


LEFT = [
    pytest.param("mkdocs-quiz", quiz("A?\n- [ ] b\n- [ ] c"), "page.md:3: left as it was: no-key", id="no-key"),
    pytest.param(
        "mkdocs-quiz", quiz("A?\n- [y] b\n- [ ] c"), "page.md:3: left as it was: the sign in `[y]`", id="sign"
    ),
    pytest.param("mkdocs-quiz", quiz("Nothing."), "it has neither options", id="nothing"),
    pytest.param("mkdocs-quiz", quiz("A?\n- [ ] b\n\n> r\n\n- [x] c"), "a blank line parts the reason", id="reason"),
    pytest.param("mkdocs-quiz", "<quiz>\nA?\n- [x] b\n", "page.md:3: left as it was: nothing closes it", id="open"),
    pytest.param("mkdocs-quiz", "Text <quiz>a [[b]]</quiz>\n", "is not at the start of its line", id="inline"),
    pytest.param("mkdocs-quiz", "<quiz>a [[b]]</quiz> c\n", "there is text after", id="after"),
    pytest.param("mkdocs-quiz", quiz("///\n\n- [x] b\n- [ ] c"), "page.md:3: left as it was:", id="our-fence"),
    pytest.param(
        "quizdown", down("## A?\n\n1. [x] b\n2. [x] c"), "page.md:4: left as it was: one answer can", id="two"
    ),
    pytest.param("superquiz", "!!! graph\n    Draw.\n    answers:\n      a -- b\n", "have no kind here", id="graph"),
    pytest.param("superquiz", "!!! sentence\n    Sort.\n    answers:\n      a b\n", "has no kind here", id="sentence"),
]


@pytest.mark.parametrize(("rival", "source", "said"), LEFT)
def test_what_cannot_be_carried_stays_with_its_line(site: Path, rival: str, source: str, said: str) -> None:
    made = migrate(site, rival, f"# Page\n\n{source}", "--write")
    assert (made.code, said in made.said) == (1, True), made.said
    assert made.page == f"# Page\n\n{source}"


def test_a_question_that_stays_does_not_keep_the_others(site: Path) -> None:
    source = down("---\nlocale: de\n---\n\n## A?\n\n1. [x] b\n2. [ ] c\n\n## D?\n\ntext\n\n## E?\n\n1. f\n2. g")
    made = migrate(site, "quizdown", source, "--write")
    assert ":::{quizdown}\n---\nlocale: de\n---\n\n## D?\n\ntext\n:::\n" in made.page
    assert [line for line in made.page.split("\n") if line.startswith("/// ")] == ["/// mcq | a", "/// order | e"]
    assert "page.md:1: note: the option `locale` of quizdown is left out." in made.said
    assert "page.md:11: left as it was: it has no list of answers." in made.said


def test_what_recall_check_will_ask_for_is_said(site: Path) -> None:
    made = migrate(site, "mkdocs-quiz", quiz("A?\n- [x] b\n- [ ] c\n\n![](https://example.org/a.png)"))
    assert made.said == "docs/page.md:1: note: a picture has no description, which `recall check` asks for.\n"


def test_other_bytes_stay(site: Path) -> None:
    source = b"\xef\xbb\xbf---\r\nquiz: {}\r\n---\r\n\tText \x0c  \r\n```\r\n<quiz>\r\n```\r\n"
    source += b"<quiz>\r\nA?\r\n- [x] b\r\n- [ ] c\r\n</quiz>\r\nend  "
    made = migrate(site, "mkdocs-quiz", source, "--write")
    new = "\r\n/// mcq | a\r\n\r\nA?\r\n\r\n- [x] b\r\n- [ ] c\r\n\r\n///\r\n\r\n"
    quiz_at = source.rindex(b"<quiz>")
    assert made.page.encode() == source[:quiz_at] + new.encode() + source[source.index(b"end  ") :]


def test_a_diff_comes_first(site: Path) -> None:
    source = quiz("A?\n- [x] b\n- [ ] c")
    made = migrate(site, "mkdocs-quiz", source)
    assert (made.code, made.page) == (0, source)
    assert "\n-<quiz>\n" in made.out
    assert "+/// mcq | a\n" in made.out
    assert made.out.endswith("1 question on 1 page would change. Nothing was written: add --write.\n")


def test_ids_are_free_on_the_whole_site(site: Path) -> None:
    (site / "docs" / "index.md").write_text("/// mcq | p-a\n\nA?\n\n- [x] b\n- [ ] c\n\n///\n")
    made = migrate(site, "mkdocs-quiz", quiz("A?\n- [x] b\n- [ ] c") * 2, "--write", "--prefix", "p-")
    assert [line for line in made.page.split("\n") if line.startswith("/// ")] == ["/// mcq | p-a-2", "/// mcq | p-a-3"]
    assert migrate(site, "quizdown", "", "--prefix", "Ä").code == 2
