"""`recall fmt` on any legal spelling: all get one form, and none renders differently."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from formatting import check
from mkdocs_recall.formatter import format_page
from pages import convert

settings.register_profile(
    "fixed", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("fixed")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The choices that an author has where the syntax leaves some."""

    bullet: str
    indent: str
    blank: str
    gap: str
    label: str
    behind: str
    header: str


spellings = st.builds(
    Spelling,
    bullet=st.sampled_from(("- ", "* ", "+ ", "-   ", " * ")),
    indent=st.sampled_from(("  ", "    ", "\t", "   ")),
    blank=st.sampled_from(("", "\n", "\n\n")),
    gap=st.sampled_from(("\n", "\n\n")),
    label=st.sampled_from(("**{}:**", "**{}**:", "__{}:__", "__{}__:")),
    behind=st.sampled_from((" ", "\n", "\n\n")),
    header=st.sampled_from(
        (
            '/// {} | an-id easy objective="a b" rev=2',
            '///{}|an-id   level=easy rev="2"  objective="a b"  ',
            "/// {} |an-id rev=2 easy aka=old,older",
        )
    ),
)
BODIES = (
    *("one", "two words", "`code` and *this*", "64", "a {#name}", "text  \nwith a break", "lazy\nlines", "![i](a.png)"),
    *("para\n\npara", "code:\n\n```python\nx = [\n    1,\n\n]\n```", "~~~\n- [x] y\n~~~", "$x_1$ <b>bold</b>"),
    *("| a | b |\n| - | - |\n| 1 | 2 |", "list:\n\n1. a\n2. b", "deep:\n\n        indented code", "> quoted"),
    "note\n\n/// note\n\nx\n\n///",
)
REASONS = ("", "", "No.", "No,\nsince.", "One.\n\nTwo.", "Code:\n\n```python\nx\n    y\n```", "- a\n- b", "> deep")
bodies = st.sampled_from(BODIES)
options = st.lists(
    st.tuples(st.sampled_from([body for body in BODIES if body[0] not in ">/"]), st.sampled_from(REASONS)),
    min_size=2,
    max_size=4,
    unique_by=lambda pair: pair[0],
)
parts = st.lists(st.sampled_from(("Hint", "hint", "Explanation", "Common mistakes", "Learn more")), unique=True)
AROUND = (
    *("{}", "{}", "- a\n\n    {}\n\n    b", "1. a\n\n    > {}", "> {}"),
    *('!!! note "n"\n\n    {}\n\nb', '=== "t"\n\n    {}'),
)
CONTAINER = '//// practice|a-set  title="x"\n{}\n\n<!-- note -->\n////'


def indent(text: str, by: str) -> str:
    return text.replace("\n", "\n" + by).replace("\n" + by + "\n", "\n\n")


def row(spelling: Spelling, mark: str, body: str, reason: str) -> str:
    text = spelling.bullet + mark + indent(body, spelling.indent)
    if not reason:
        return text
    quote = "\n".join(f"{spelling.indent}> {line}".rstrip() for line in reason.split("\n"))
    return f"{text}{spelling.gap}{quote}"


def assemble(
    spelling: Spelling, kind: str, rows: Sequence[tuple[str, str]], texts: Sequence[str], labels: Sequence[str]
) -> str:
    def label(name: str, text: str) -> str:
        return spelling.label.format(name) + spelling.behind + text

    pieces = [f"Which of 3 is `it`?\n\n{texts[0]}"]
    if kind == "mcq":
        marks = ["[x] ", *["[ ] "] * len(rows)]
        pieces.append(spelling.gap.join(row(spelling, mark, *each) for mark, each in zip(marks, rows, strict=False)))
    elif kind == "explain":
        concepts = spelling.gap.join(row(spelling, "", body, "") for body, _ in rows)
        pieces += [label("Concepts", concepts.lstrip()), label("Model answer", texts[1])]
    else:
        pieces.append(label("Answer", texts[1]))
    pieces += [label(name, texts[2]) for name in labels]
    return f"{spelling.header.format(kind)}\n{spelling.blank}" + "\n\n".join(pieces) + f"\n{spelling.blank}///"


def place(around: str, text: str) -> str:
    prefix = around.partition("{}")[0].rpartition("\n")[2]
    return around.format("\n".join((prefix + line).rstrip(" ") for line in text.split("\n")).removeprefix(prefix))


items = st.builds(
    assemble,
    spellings,
    st.sampled_from(("mcq", "mcq", "card", "explain")),
    options,
    st.lists(bodies, min_size=3, max_size=3),
    parts,
)


@pytest.mark.parametrize("number", [pytest.param(30, id="few"), pytest.param(150, id="many", marks=pytest.mark.long)])
def test_any_legal_spelling_renders_as_before(number: int) -> None:
    chosen = given(items, st.sampled_from(AROUND), st.booleans(), st.sampled_from(("\n", "\r\n")))
    settings(max_examples=number)(chosen(check_spelling))()


def check_spelling(item: str, around: str, contained: bool, end: str) -> None:
    source = place(around, CONTAINER.format(item) if contained else item).replace("\n", end) + end
    assume(not convert(source).problems)
    made = format_page(source)
    assert made.left == ()
    assert check(source) == made.text
    assert "* [" not in made.text
    assert "**:" not in made.text
