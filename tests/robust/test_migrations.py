"""Broken quizzes of other plugins: no traceback, and what is no quiz stays."""

import random

import pytest

from mkdocs_recall.imports.rivals import RIVALS, migrate_page
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS

PAGE = """\
---
quiz: {}
---
# Page

=== "Tab"

    <quiz>
    What is 2?
    ```
    1 + 1
    ```
    - [ ] 3
    > Close!
    - [x] 2

    ## More
    </quiz>

<quiz>
A [[blank]] in **[[bold]]**.

---
!!! tip
    b
</quiz>

<?quiz?>
question: What?
answer-correct: a
answer: b
<?/quiz?>

:::{quizdown}
---
shuffle_answers: false
---
# One?

> Hint

1. [x] a
    > Yes
2. [ ] b

# Two?

1. c
2. d
:::

!!! mcquiz "Capitals"
    ---
    points: 2
    ---
    Select.
    answers:
      - [Paris]
      - Lyon {0.5}
      {Lyon: 0.5}

!!! blanks
    In [Paris, Rome]{Bonn: 1} and [x].

!!! scdropdown
    It [[is], was].

!!! columns
    Sort.
    answers:
      A: b, [[c]]!
      D: e

!!! flashcard
    answers:
      a -- b

/// card | own

Own?

**Answer:** yes.

///
"""
PIECES = [
    "<quiz>",
    "</quiz>",
    "```",
    ":::",
    "---",
    "///",
    "/// card | x",
    "- [x] a",
    "[[",
    "]]",
    "\n\n",
    "    ",
    "!!! mcquiz",
    "{",
    "}",
]
PIECES += [
    "answers:",
    "# ",
    "> ",
    "1. ",
    "\t",
    "\r",
    "\x00",
    "\ue0fe",
    "____",
    "|",
    "<!--",
    "é",
    "\\",
    "**",
    "//// test | t",
]


def mutate(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.3:
            text = text[:at] + text[at + chance.randint(1, 60) :]
        else:
            text = text[:at] + chance.choice(PIECES) + text[at:]
    return text


@pytest.mark.parametrize("name", list(RIVALS))
@pytest.mark.parametrize("number", [pytest.param(40, id="few"), pytest.param(1000, id="many", marks=pytest.mark.long)])
def test_broken_pages_break_nothing(name: str, number: int) -> None:
    chance = random.Random(f"{name} {number}")
    for _ in range(number):
        text = mutate(PAGE, chance)
        made = migrate_page(text, RIVALS[name], levels=DEFAULT_LEVELS, language="en", taken=set())
        assert bool(made.rows) == (made.text != text), text
        lines = set(text.replace("\r", "\n").split("\n"))
        kept = {line for line, _ in made.left}
        assert all(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[line - 1] in lines for line in kept)
        again = migrate_page(made.text, RIVALS[name], levels=DEFAULT_LEVELS, language="en", taken=set())
        assert len(again.rows) == 0 or made.left, text


def test_pages_of_many_quizzes_take_linear_time() -> None:
    quiz = "<quiz>\nWhat is {0}?\n- [x] a\n- [ ] b\n</quiz>\n\n"
    text = "".join(quiz.replace("{0}", str(number)) for number in range(3000))
    made = migrate_page(text, RIVALS["mkdocs-quiz"], levels=DEFAULT_LEVELS, language="en", taken=set())
    assert (len(made.rows), made.left) == (3000, [])
