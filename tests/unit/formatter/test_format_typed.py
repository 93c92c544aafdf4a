"""`recall fmt` on typed questions: one form for every legal spelling, and what is typed stays as it is."""

from textwrap import indent

import pytest

from formatting import check
from mkdocs_recall.formatter import format_page

FILL = """\
/// fill | an-id easy

The ____ runs the ____.

1. Trainer
   - [x] class Trainer
   - [ ] Model
     > It only has the weights.
2. `loop`

**Hint:** Look.

///
"""
ORDER = """\
/// order | an-id

How?

1. One
   and more
2. Two

- [ ] Three
  > Never.

///
"""
LINES = """\
/// order | an-id

How?

```python
for a in b:
    c
```

- [ ] `d`

///
"""
NUMBER = """\
/// number | an-id unit=steps

How many?

- [x] 108..112
  > Because.
- [ ] 1

///
"""
MATCH = """\
/// match | an-id

Which?

| A | B |
| --- | --- |
| one | x |
| two | y |

///
"""


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param(FILL, FILL, id="fill"),
        pytest.param(FILL.replace("   - [", "  * [").replace("     >", "    >"), FILL, id="two columns"),
        pytest.param(FILL.replace("   - [", "    - [").replace("     >", "        >"), FILL, id="as by Prettier"),
        pytest.param(FILL.replace("   - [", "\t+ [").replace("     >", "\t\t>"), FILL, id="tabs"),
        pytest.param(FILL.replace("1. ", "1)  ").replace("2. ", "1)  "), FILL, id="numbers"),
        pytest.param(FILL.replace("\n   - [", "\n\n   - ["), FILL, id="apart"),
        pytest.param(FILL.replace("Model\n", "Model\n\n"), FILL, id="reason apart"),
        pytest.param(FILL.replace("\n\n", "\n", 1).replace("\n\n///", "\n///"), FILL, id="squeezed"),
        pytest.param(ORDER, ORDER, id="order"),
        pytest.param(ORDER.replace("   and", "    and").replace("- [", "* ["), ORDER, id="order with stars"),
        pytest.param(ORDER.replace("2. Two\n\n", "2. Two\n"), ORDER, id="pieces squeezed"),
        pytest.param(ORDER.replace("   and", "and"), ORDER, id="lazy line"),
        pytest.param(LINES, LINES, id="lines"),
        pytest.param(LINES.replace("```\n\n- [", "```\n* ["), LINES, id="lines squeezed"),
        pytest.param(NUMBER, NUMBER, id="number"),
        pytest.param(NUMBER.replace("- [x] ", "* [X]  ").replace("  >", "    >"), NUMBER, id="number with stars"),
        pytest.param(MATCH, MATCH, id="match"),
        pytest.param(MATCH.replace("\n\n", "\n\n\n"), MATCH, id="match apart"),
    ],
)
def test_one_form_for_all_spellings(source: str, wanted: str) -> None:
    assert check(source) == wanted


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(FILL.replace("1. Tr", "<!-- a -->\n\n1. Tr"), id="comment above"),
        pytest.param(FILL.replace("   - [ ]", "   <!-- a -->\n   - [ ]"), id="comment inside"),
        pytest.param(FILL.replace("2. `loop`", "2. `loop` {#named}"), id="named"),
        pytest.param(ORDER.replace("   and more", "\n    ```text\n    code\n    ```\n"), id="code in a piece"),
        pytest.param(ORDER.replace("   and more", "    - a list\n    - of bullets"), id="list in a piece"),
        pytest.param(ORDER.replace("   and more", "     2. deep"), id="number in a piece"),
        pytest.param(ORDER.replace("   and more", "     - [ ] deep"), id="task in a piece"),
        pytest.param(LINES.replace("    c\n", "    c\n\n1. no piece\n- [ ] none\n"), id="marks in code"),
        pytest.param(
            "1. x\n\n" + "".join(f"    {line}\n" if line else "\n" for line in FILL.split("\n")), id="in a list"
        ),
        pytest.param(indent(ORDER, "> ", lambda line: True), id="in a quote"),
        pytest.param(FILL.replace("\n", "\r\n"), id="windows"),
        pytest.param(
            ORDER.replace("1. One\n   and more\n2. Two", "\n".join(f"{n}. Piece {n}\n    more" for n in range(1, 12))),
            id="eleven",
        ),
    ],
)
def test_what_renders_does_not_change(source: str) -> None:
    assert "/// " in check(source)


def test_blanks_are_left_as_they_are_written() -> None:
    source = FILL.replace("The ____ runs the ____.", r"The \____ runs `____`.")
    assert check(source) == source


@pytest.mark.parametrize("kind", ["fill", "number", "order", "match"])
def test_an_id_is_made_of_the_question(kind: str) -> None:
    source = {"fill": FILL, "number": NUMBER, "order": ORDER, "match": MATCH}[kind]
    made = format_page(source.replace(" | an-id", ""))
    assert len(made.added) == 1
    assert made.text == source.replace("an-id", made.added[0])
    assert not {"trainer", "loop"} & set(made.added[0].split("-"))
