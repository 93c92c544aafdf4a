"""What bad input gets: each case of tests/spec/problems/ reports exactly its messages, and gives nothing away."""

import re
from pathlib import Path
from typing import get_args

import pytest

from canonical import Node, canonical, elide, outside_answers, parse, text_of, with_one_part, without_furniture
from casefile import Case, read_cases
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.problems import Problem
from mkdocs_recall.model.rule_names import QUALITY, Rule
from mkdocs_recall.site.bank import Bank
from pages import Converted, convert

FOLDER = Path(__file__).parent / "problems"
CASES = [pytest.param(case, id=name) for name, case in read_cases(FOLDER)]

# Words in capitals in the cases: what no reader may see of an item with a fault.
SECRETS = re.compile(r"\b(?:KEY|REASON|STEP|HINT|ANSWER)\b")
ABOVE, BELOW = "Text above.\n\n", "\n\n# Heading below\n\nText below.\n"
FRONT_MATTER = "---\ntitle: A page\ntags: [one, two]\n---\n\n\n"


def convert_case(case: Case, folder: Path, *, above: str = "", below: str = "", front: str = "") -> Converted:
    for name, text in case.files.items():
        (folder / name).write_text(text, "utf-8")
    text = above + case.source + below
    return convert(front + text, text=text, snippets=folder)


@pytest.mark.parametrize("case", CASES)
def test_messages_and_boxes(case: Case, tmp_path: Path) -> None:
    assert case.messages
    made = convert_case(case, tmp_path)
    assert [str(problem) for problem in made.problems] == case.messages
    page = without_furniture(with_one_part(parse(made.html)))
    for selector, expected in case.html:
        found = Node("#page", children=list(page.select(selector))) if selector else page
        wanted = parse(expected)
        assert canonical(elide(found, wanted)) == canonical(wanted)


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_given_away_and_nothing_else_is_lost(case: Case, tmp_path: Path) -> None:
    made = convert_case(case, tmp_path, above=ABOVE, below=BELOW)
    page = parse(made.html)
    assert SECRETS.findall(outside_answers(made.html)) == []
    shown = text_of(page)
    for line in ("Text above.", "Heading below", "Text below."):
        assert line in shown
    for problem in made.problems:
        assert stands_in_place(page, problem)


def stands_in_place(page: Node, problem: Problem) -> bool:
    """Whether the page shows the problem: in a box, or as text where Markdown sees code.

    A code block that nobody closes in front of a question harms no question, so it has no box.
    """
    if problem.rule == "unclosed-code" and not problem.kind:
        return True
    selector = "code" if problem.rule == "in-code" else ".recall-error"
    return any(f"{problem.path}:{problem.line}" in text_of(box) for box in page.select(selector))


@pytest.mark.parametrize("case", CASES)
def test_lines_are_those_of_the_file(case: Case, tmp_path: Path) -> None:
    """Front matter, which MkDocs takes away before Markdown sees the page, counts."""
    plain = convert_case(case, tmp_path)
    moved = convert_case(case, tmp_path, front=FRONT_MATTER)
    lines = FRONT_MATTER.count("\n")
    assert [place(problem) for problem in moved.problems] == [
        (problem.path, problem.line + lines * (problem.path == "page.md"), problem.rule) for problem in plain.problems
    ]


TO_PASTE = re.compile(r"Write `(?P<header>/{2,} ?\w[^`]+)`")
TWO_WORDS = [["very easy"], ["medium"], ["very hard"]]


@pytest.mark.parametrize("case", CASES)
def test_a_header_to_paste_is_valid(case: Case) -> None:
    """What a message wants in the place of a header has none of the faults that its line has."""
    check_pasted(case.source, {})


@pytest.mark.parametrize("header", ['card level="very hard"', 'card | A level="very hard"', "mcq a level=“very hard”"])
def test_a_level_of_two_words_to_paste_is_valid(header: str) -> None:
    check_pasted(f"/// {header}\n\nWhat?\n\n**Answer:** That.\n\n///\n", {"levels": TWO_WORDS})


def check_pasted(source: str, options: dict[str, object]) -> None:
    bank = Bank(**options)
    found = list(bank.read(Page(path="page.md", lines=source.split("\n"))).all_problems())
    for problem in found:
        paste = TO_PASTE.search(problem.remedy)
        if paste and problem.rule != "fence-length":  # This also wants another closing fence.
            lines = source.split("\n")
            old = lines[problem.line - 1]
            lines[problem.line - 1] = old[: len(old) - len(old.lstrip("> "))] + paste["header"]
            left = Bank(**options).read(Page(path="page.md", lines=lines)).all_problems()
            assert not {each.rule for each in left if each.line == problem.line} - {
                each.rule for each in found if each.line == problem.line and each.rule != problem.rule
            }


def place(problem: Problem) -> tuple[str, int, str]:
    return problem.path, problem.line, problem.rule


def test_every_rule_has_a_case() -> None:
    """What no page alone shows is in test_build.py and test_commands.py; warnings are in
    test_quality.py, and what concerns scripts is in test_verify.py."""
    messages = [message for _, case in read_cases(FOLDER) for message in case.messages]
    reported = {message.split(": error ")[1].split(":")[0] for message in messages}
    elsewhere = {"bad-ignore", "encoding", "renamed-id", "unreadable", "unused-ignore"}
    scripts = {rule for rule in get_args(Rule) if rule.startswith("run-")}
    assert reported == set(get_args(Rule)) - QUALITY - elsewhere - scripts


@pytest.mark.parametrize("lines", [0, 1, 2, 50, 3000])
def test_front_matter_of_any_length(lines: int) -> None:
    front = "---\n" + "".join(f"key{number}: value\n" for number in range(lines)) + "---\n"
    (problem,) = convert(f"{front}/// card | a\n\nWhat?\n\n///\n", text="/// card | a\n\nWhat?\n\n///\n").problems
    assert problem.line == lines + 3


def test_problems_come_once_though_headings_are_many() -> None:
    """The table of contents runs postprocessors for every heading."""
    source = "# One\n\n## Two\n\n/// card | a\n\nWhat?\n\n///\n\n## Three\n\n<div>\n/// card | b\n\n?\n\n///\n</div>\n"
    assert [problem.rule for problem in convert(source).problems] == ["no-answer", "no-answer", "raw-html"]


@pytest.mark.parametrize("below", ["", "<pre>Another.</pre>\n", "<script>\n</script>\n"])
@pytest.mark.parametrize("tag", ["pre", "script", "textarea"])
def test_raw_code_that_is_not_closed_gives_nothing_away(tag: str, below: str) -> None:
    """What the author leaves open stays open, so this is no case: cases are whole HTML."""
    made = convert(f"<{tag}>\nA sample.\n\n/// card | a\n\nWhat?\n\n**Answer:** ANSWER\n\n///\n\n{below}")
    assert [problem.rule for problem in made.problems] == ["raw-html"]
    assert SECRETS.findall(made.html) == []
