"""`recall fmt`: one form for every legal spelling, and nothing else changes, neither what renders nor any name."""

import re
from pathlib import Path
from typing import Any

import pytest

from casefile import Case, read_cases
from formatting import check, names
from mkdocs_recall.formatter import format_page
from mkdocs_recall.formatter.layout import OutputLine, lay_out
from mkdocs_recall.kinds import Item
from mkdocs_recall.model.identity import ID
from paths import ROOT, SPEC

PAGES = sorted((ROOT / "docs").rglob("*.md"))
CASES = [
    pytest.param(case, id=name)
    for folder in ("cases", "problems", "golden")
    for name, case in read_cases(SPEC / folder)
]

CANONICAL = """\
/// mcq | an-id medium objective="two words" order=fixed

Which?

- [ ] one
  and more
  > Not one.
- [x] two
  > Two.

**Hint:** Count.

**Common mistakes:**

- A mistake

///
"""


# The form


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(CANONICAL, id="canonical"),
        pytest.param(CANONICAL.replace("- [", "* ["), id="stars"),
        pytest.param(CANONICAL.replace("- [", "+  ["), id="pluses"),
        pytest.param(CANONICAL.replace("- [", " - ["), id="indented options"),
        pytest.param(CANONICAL.replace("\n  ", "\n    "), id="four spaces"),
        pytest.param(CANONICAL.replace("\n  ", "\n\t"), id="tabs"),
        pytest.param(CANONICAL.replace("\n  and", "\nand"), id="lazy lines"),
        pytest.param(CANONICAL.replace("  > ", "\n  >"), id="reasons apart"),
        pytest.param(CANONICAL.replace("- [x]", "\n- [X]"), id="options apart"),
        pytest.param(CANONICAL.replace(":**", "**:").replace("**", "__"), id="labels"),
        pytest.param(CANONICAL.replace("Hint", "HINT").replace("Common m", "common  M"), id="capitals"),
        pytest.param(CANONICAL.replace("mistakes:**\n\n", "mistakes:**\n"), id="text right under a label"),
        pytest.param(CANONICAL.replace("mistakes:**\n\n", "mistakes:** "), id="a list behind a label"),
        pytest.param(CANONICAL.replace("\n\n///", "\n///"), id="squeezed fence"),
        pytest.param(CANONICAL.replace("fixed\n\n", "fixed\n"), id="squeezed header"),
        pytest.param(CANONICAL.replace("\n\n", "\n\n\n"), id="more blank lines"),
        pytest.param(CANONICAL.replace(" | ", "|").replace("/// mcq", "///mcq"), id="tight header"),
        pytest.param(CANONICAL.replace("medium", "  level=medium").replace("=fixed", '="fixed" '), id="settings"),
    ],
)
def test_one_form_for_all_spellings(source: str) -> None:
    assert check(source) == CANONICAL


def test_settings_of_containers_and_gaps_between_their_items() -> None:
    source = '////practice|a   title="Two"\n/// card | b\nB?\n\n**Answer:** B.\n///\n\n\n<!-- A note. -->\n////\n'
    assert check(source) == (
        "//// practice | a title=Two\n\n/// card | b\n\nB?\n\n**Answer:** B.\n\n///\n\n<!-- A note. -->\n\n////\n"
    )


def test_a_test_over_several_pages_keeps_what_it_names() -> None:
    source = '////test|a draw=2  mix=1,1,0 from="./,a b.md#c d"\n////\n'
    assert check(source) == ('//// test | a draw=2 mix=1,1,0 from="./,a b.md#c d"\n\n////\n')
    assert check("//// test | a from=../,topic:b.md#c,/d/\n\n////\n") == (
        "//// test | a from=../,topic:b.md#c,/d/\n\n////\n"
    )


@pytest.mark.parametrize("level", ["easy", "very hard"])
def test_a_level_of_two_words_stays_a_setting(level: str) -> None:
    levels = (("easy",), ("medium",), ("very hard",))
    source = f'/// card | a level="{level}"\n\nA?\n\n**Answer:** A.\n\n///\n'
    expected = source.replace('level="easy"', "easy")
    assert format_page(source, levels=levels).text == expected
    assert format_page(expected, levels=levels).text == expected


def test_concepts_are_written_like_options() -> None:
    source = "/// explain | a\nA?\n\n**Concepts:** * one\n\n*   two {#b}\n    goes on\n\n**Model answer:** A.\n///\n"
    assert check(source) == (
        "/// explain | a\n\nA?\n\n**Concepts:**\n\n- one\n- two {#b}\n  goes on\n\n**Model answer:** A.\n\n///\n"
    )


def test_what_belongs_to_an_entry_does_not_become_the_next_one_or_a_reason() -> None:
    concepts = "/// explain | a\n\nA?\n\n**Concepts:**\n\n{} one\n    - part\n{} two\n\n**Model answer:** A.\n\n///\n"
    assert check(concepts.format("*", "*")) == concepts.format("-", "-")
    options = "/// mcq | a\n\nA?\n\n{} [x] b\n\n    c\n\n        > d\n\n{} [ ] e\n\n///\n"
    assert check(options.format("*", "*")) == options.format("-", "-")


def test_a_number_behind_a_label_is_not_taken_for_a_list() -> None:
    source = "/// card | a\n\nA?\n\n**Answer:** 256. That is all.\n\n///\n"
    assert check(source) == source


def test_goals_have_one_bullet_sign_and_a_map_keeps_its_lines() -> None:
    source = "/// goals|a\n* One\n  goes on {objective=x}\n+   Two {objective=y}\n\n**You need:** Time.\n///\n"
    formatted = "/// goals | a\n\n- One\n  goes on {objective=x}\n- Two {objective=y}\n\n**You need:** Time.\n\n///\n"
    assert format_page(source).text == format_page(formatted).text == formatted
    body = "**Run it**\n\n1. [One](one.md), 5 min\n2. [Two](two.md)\n"
    assert format_page(f"/// map\n{body}///\n").text == f"/// map\n\n{body}\n///\n"


def test_code_and_what_goes_on_around_it_keep_their_indentation() -> None:
    source = (
        "/// mcq | a\n\nA?\n\n```\n*   code\n\n\n\tcode\n```\n\n"
        "* [x] Text:\n\n    ```\n      *   code\n\n    code\n    ```\n\n    > R\n*   [ ] b\n\n          c\n///\n"
    )
    assert check(source) == (
        "/// mcq | a\n\nA?\n\n```\n*   code\n\n\n\tcode\n```\n\n"
        "- [x] Text:\n\n  ```\n    *   code\n\n  code\n  ```\n\n  > R\n\n- [ ] b\n\n          c\n\n///\n"
    )


def test_the_example_of_the_reference_is_true() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    source, expected = re.findall(r"^````markdown\n(.*?)^````$", page, re.MULTILINE | re.DOTALL)
    assert format_page(source).text == expected


# What stays


def test_the_file_keeps_its_line_ends_mark_front_matter_and_end() -> None:
    source = "\ufeff---\ntitle: |\n  /// card\n---\n\nText  \n\n/// card|a\nA?\n\n**Answer:** A.\n///"
    made = format_page(source.replace("\n", "\r\n")).text
    assert made == source.replace("card|a", "card | a\n").replace(".\n///", ".\n\n///").replace("\n", "\r\n")


def test_a_page_without_blocks_is_handed_back() -> None:
    source = "* a\n*   b\n\n\n\n- [ ] c\n\n**Hint**: text  "
    assert format_page(source).text == source


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert format_page("---\n\n/// card|a\nA?\n\n**Answer:** A.\n///\n\n---\n").text.count("\n\n") == 5


@pytest.mark.parametrize("prefix", ["> ", ">", "    ", "        ", "    > "])
def test_what_a_block_stands_in_goes_on_with_it(prefix: str) -> None:
    around = {"    ": "- item\n\n", "        ": "- a\n\n    - b\n\n", "    > ": "- item\n\n"}.get(prefix, "")
    lines = CANONICAL.replace("- [ ] one\n", "* [ ] one\n").replace("\n\n", "\n").replace("**Hint", "\n**Hint")
    lines = lines.replace("**Common", "\n**Common")
    source = around + "".join((prefix + line).rstrip() + "\n" for line in lines.splitlines())
    made = check(source)
    assert all(line.startswith(prefix.rstrip()) or not line for line in made.removeprefix(around).splitlines())
    assert [line.removeprefix(prefix.rstrip()).strip() for line in made.removeprefix(around).splitlines()] == [
        line.strip() for line in CANONICAL.splitlines()
    ]


def test_comments_stay_where_they_are() -> None:
    source = (
        "/// mcq|a\n<!-- above -->\nA?\n\n<!--\n* [ ] an old option\n\n-->\n\n* [ ] b\n"
        "* [x] c\n  <!-- in c -->\n  goes on\n\n<!-- below -->\n\n**Hint**: d\n///\n"
    )
    assert check(source) == (
        "/// mcq | a\n\n<!-- above -->\nA?\n\n<!--\n* [ ] an old option\n\n-->\n\n- [ ] b\n"
        "- [x] c\n  <!-- in c -->\n  goes on\n\n<!-- below -->\n\n**Hint:** d\n\n///\n"
    )


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("/// mcq | a\nA?\n\n* [ ] b\n* [ ] c\n\n**Hint**: d\n///\n", "it has problems: no-key"),
        ("<pre>\n/// card|a\nA?\n\n**Answer:** A.\n///\n</pre>\n", "it is inside raw HTML"),
        ("<div>\n\n/// card|a\nA?\n\n**Answer:** A.\n///\n\n</div>\n", "it is inside raw HTML"),
    ],
)
def test_what_is_left_is_named(source: str, why: str) -> None:
    made = format_page("Text\n\n" + source)
    assert made.text == "Text\n\n" + source
    (left,) = made.left
    assert (left.id, left.why) == ("a", why)
    assert made.text.split("\n")[left.line - 1].startswith("/// ")


def test_below_raw_html_blocks_are_formatted_again() -> None:
    above = "<div>\n\n<pre>x</pre>\n\n</div>\n\n<br>\n\n`<pre>`\n\n<div markdown>\n\n"
    source = above + "/// card|a\nA?\n\n**Answer:** A.\n///\n\n</div>\n"
    assert "/// card | a\n\nA?" in check(source)


def test_the_lines_around_an_included_file_stay(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("**Answer:** A.\n", "utf-8")
    source = '/// card|a\nA?\n\n**Hint**: c\n\n--8<-- "part.md"\n\n**Explanation**: b\n///\n'
    made = format_page(source.replace("--8<--", "**Answer:** A.\n\n--8<--").replace("part", "none"))
    assert made.text.startswith("/// card | a\nA?")
    assert made.left[0].why == "one of its lines includes a file, or continues after a comment"
    assert format_page(source).text == source


def test_text_behind_a_comment_stays() -> None:
    source = "/// card | a\nA?\n\n<!-- b\n--> **Answer**: A.\n///\n"
    assert check(source) == source
    assert format_page(source).left[0].why == "one of its lines includes a file, or continues after a comment"


def test_a_change_that_would_say_something_else_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No spelling is known that needs it, so the layout of one question in three is broken here."""

    def lose_the_key(block: Item, *args: Any, **kwargs: Any) -> list[OutputLine]:
        rows = lay_out(block, *args, **kwargs)
        return [
            OutputLine(row.text and row.text.replace("[x]", "[ ]"), row.at) if block.id == "b" else row for row in rows
        ]

    monkeypatch.setattr("mkdocs_recall.formatter.page.lay_out", lose_the_key)
    question = "/// mcq|{}\nA?\n\n* [x] c\n* [ ] d\n///\n"
    source = "".join(map(question.format, "abc"))
    made = format_page(source)
    assert question.format("b") in made.text
    assert "/// mcq | a\n\nA?\n\n- [x] c\n- [ ] d\n\n///\n" in made.text
    assert "/// mcq | c\n\nA?\n\n- [x] c\n- [ ] d\n\n///\n" in made.text
    (left,) = made.left
    assert (left.line, left.id, left.why) == (9, "b", "another form would change what it says")


# Ids


def test_ids_come_from_the_stem_and_are_new() -> None:
    card = "/// card\n\nWhat is it?\n\n**Answer:** A.\n\n///\n\n"
    other = "/// card | b aka=what-is-it-2\n\nB?\n\n**Answer:** B.\n\n///\n\n"
    sets = '//// practice | title="First steps"\n\n' + card + "////\n\n"
    made = format_page(card + other + card + sets, taken=["what-is-it"])
    assert made.added == ("what-is-it-3", "what-is-it-4", "first-steps", "what-is-it-5")
    assert [id for id, *_ in names(made.text)] == ["what-is-it-3", "b", "what-is-it-4", "what-is-it-5"]
    assert all(map(ID.fullmatch, made.added))
    assert format_page(made.text).added == ()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("/// mcq", "/// mcq | which"),
        ("///  mcq  |  easy", "///  mcq | which easy"),
        ("/// mcq | objective=x", "/// mcq | which objective=x"),
        ("> /// mcq | colour=red", "> /// mcq | which colour=red"),
    ],
)
def test_a_faulty_block_gets_its_id_and_nothing_else(header: str, expected: str) -> None:
    prefix = "> " if header.startswith(">") else ""
    body = "".join(f"{prefix}{line}\n" for line in ("Which?", "", "* [ ] a", "* [ ] b", "///"))
    assert format_page(f"{header}\r\n{body}").text == f"{expected}\r\n{body}"


# Every page and every case


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_pages_of_this_site_are_canonical(path: Path) -> None:
    source = path.read_text("utf-8")
    made = format_page(source)
    assert made.text == source
    assert made.left == ()


@pytest.mark.parametrize("case", CASES)
def test_every_case_renders_as_before(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    check(case.source, tmp_path)
