"""Characters that look like a space, a hyphen or an `x` are read or named wherever the syntax has one of these."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import pytest

from mkdocs_recall.formatter import format_page
from mkdocs_recall.kinds import Item, Mcq
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.problems import Problem
from mkdocs_recall.site.bank import Bank
from pages import convert

SOURCE = """
/// mcq | an-id easy objective=x

Which?

- [ ] wrong
  > REASON 1
- [x] right

  more

  ```text
  code
  ```

  > REASON 2
- [ ] third
  > REASON 3

**Hint:** HINT

**Solution:**

1. ANSWER one
2. ANSWER two

///

/// explain | ex-id

Why?

**Concepts:**

- ANSWER one
- ANSWER two

**Model answer:** ANSWER

///

//// practice | a-set title="two words"

/// card | in-set

What?

**Answer:** ANSWER

///

////
""".strip().split("\n")
SPACES = "\xa0\u1680\u2003\u2009\u202f\u3000\u2800\u2028\u2029\x0b\x0c\x85"
INVISIBLE = "\u200b\u200d\u200e\u200f\u061c\u2060\ufeff\xad\u180e"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u2022\xb7\u25aa\uf0b7"
SECRET = re.compile("REASON|HINT|ANSWER|title")
NAMED = {"lookalike", "bad-id", "unknown-label", "loose-text", "unknown-setting"}


def read(lines: list[str]) -> tuple[list[Problem], list[Any]]:
    page = Bank().read(Page(path="page.md", lines=lines))
    said = [(each.block.id, each.block.settings, *_parts_of(each.block)) for each in page.placed()]
    return sorted(page.all_problems()), said


def _parts_of(block: object) -> Iterator[Any]:
    if isinstance(block, Item):
        yield block.level, block.stem.lines
        yield from (part.text.lines for part in block.parts)
        yield from (concept.text.lines for concept in block.concepts)
    if isinstance(block, Mcq):
        yield from ((option.key, option.text.lines, option.reason.lines) for option in block.options)


def places(chars: str, *, dashes: bool) -> Iterator[tuple[int, str, str]]:
    """Each line with such a character where the syntax has a space or a hyphen, and at both of its ends."""
    for at, line in enumerate(SOURCE):
        signs = list(re.finditer("-" if dashes else r"(?<=\S) ", line))
        for char in chars if line else "":
            for sign in signs:
                yield at, char, line[: sign.start()] + char + line[sign.end() :]
            if not dashes:
                yield at, char, char + line
                yield at, char, line + char
                if line.startswith("  "):
                    yield at, char, char * 2 + line[2:]


def loosely(said: Any) -> Any:
    """What is said, without any character that is looked at here."""
    if isinstance(said, str):
        return re.sub(rf"[-\s{SPACES}{INVISIBLE}{DASHES}]", "", said)
    if isinstance(said, Mapping):
        return {name: loosely(value) for name, value in said.items()}
    return [loosely(each) for each in said] if isinstance(said, Iterable) else said


def test_the_source_is_right() -> None:
    assert read(SOURCE)[0] == []


@pytest.mark.parametrize(
    ("chars", "dashes"), [(SPACES, False), (INVISIBLE, False), (DASHES, True)], ids=["spaces", "invisible", "dashes"]
)
@pytest.mark.parametrize("step", [pytest.param(7, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_each_is_read_as_it_was_meant_or_named_at_its_line(chars: str, dashes: bool, step: int) -> None:
    """Where it is named, the formatter writes the real character in most places, and never changes anything else."""
    right = read(SOURCE)[1]
    mended = left = 0
    for at, char, text in islice(places(chars, dashes=dashes), 0, None, step):
        lines = [*SOURCE[:at], text, *SOURCE[at + 1 :]]
        problems, said = read(lines)
        if not problems:
            assert loosely(said) == loosely(right), ascii(text)
            continue
        assert {problem.line for problem in problems} == {at + 1}, ascii(text)
        assert {problem.rule for problem in problems} & NAMED, ascii(text)
        if problems[0].rule == "lookalike":
            assert f"U+{ord(char):04X}" in problems[0].what
            made = read(format_page("\n".join(lines)).text.split("\n"))
            mended += made == ([], right)
            left += made != ([], right)
    assert mended > 5 * left


@pytest.mark.parametrize("char", [*SPACES[:6], *INVISIBLE[:3]])
def test_nothing_is_shown(char: str) -> None:
    """The whole page with the character before each of its lines."""
    html = convert("\n".join(char + line if line else "" for line in SOURCE)).html
    outside = re.sub(r"<recall-answer\b.*?</recall-answer>", "", html, flags=re.DOTALL)
    assert SECRET.findall(re.sub(r"<code>page.md:\d+</code>.*?</p>|<[^>]*>", "", outside)) == []


@pytest.mark.parametrize(
    ("line", "name", "remedy"),
    [
        ("– [x] right", "an en dash (U+2013)", "hyphen"),
        ("• [x] right", "a bullet (U+2022)", "hyphen"),
        ("-\xa0[x] right", "a no-break space (U+00A0)", "ordinary space"),
        ("- [х] right", "a cyrillic small letter ha (U+0445)", "the letter `x`"),
        ("\u200b- [x] right", "a zero width space (U+200B)", "invisible"),
        ("- \uff3bx\uff3d right", "a fullwidth left square bracket (U+FF3B)", "a square bracket"),
        ("-\u3010 \u3011right", "a left black lenticular bracket (U+3010)", "a square bracket"),
        ("- [x\uff3d right", "a fullwidth right square bracket (U+FF3D)", "a square bracket"),
        ("- \u3014\uff58\u3015 right", "a left tortoise shell bracket (U+3014)", "a square bracket"),
        ("* \uff3b\uff3d right", "a fullwidth left square bracket (U+FF3B)", "a square bracket"),
        ("- [\xa0] right", "a no-break space (U+00A0)", "ordinary space"),
    ],
)
def test_what_a_message_says(line: str, name: str, remedy: str) -> None:
    lines = ["/// mcq | a", "", "Which?", "", "- [x] one", line, "", "///"]
    (problem,), _ = read(lines)
    assert (problem.line, problem.rule) == (6, "lookalike")
    assert name in problem.what
    assert remedy in problem.what
    made = format_page("\n".join(lines)).text
    assert re.search(r"^[-*] \[[ x]\] right$", made, re.MULTILINE)
    assert read(made.split("\n"))[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "– a dialogue\n– in a stem",
        "\u200fالعربية",
        "• one\n• two",
        "a\xa0b – c",
        "- \uff3b\u6ce8\uff3d a\n- \u3010xy\u3011 b\n\n\uff3bx\uff3d c",
        "a\uff1db",
        "—",
        "`\xa0- [ ] sample`",
        "```\n\xa0- [ ] sample\n– [x] sample\n```",
    ],
)
def test_in_prose_and_code_they_mean_nothing(text: str) -> None:
    lines = f"{text}\n\n/// card | a\n\n{text}\n\n**Answer:**\n\n{text}\n\n///\n\n{text}".split("\n")
    assert read(lines)[0] == []


EQUALS = "\uff1d\ufe66\ua78a"
AROUND = ("\xa0", "\u3000", "\u200b", "\u2060", "\u2003\xa0")


@pytest.mark.parametrize(
    "sign", [*EQUALS, *(f"{odd}=" for odd in AROUND), *(f"={odd}" for odd in AROUND), "\xa0=\xa0", "\xa0\uff1d"]
)
@pytest.mark.parametrize("value", ["x", '"x y"'])
def test_around_the_sign_of_a_setting_each_is_one_mistake(sign: str, value: str) -> None:
    body = ["", "Which?", "", "- [x] one", "- [ ] two", "", "///"]
    for lines in (
        [f"/// mcq | b objective{sign}x", *body],
        [f"/// mcq | b easy objective{sign}x", *body],
        practice(f"title{sign}{value}"),
    ):
        (problem,), _ = read(lines)
        assert (problem.line, problem.rule) == (1, "lookalike")
        assert read(format_page("\n".join(lines)).text.split("\n"))[0] == []


@pytest.mark.parametrize("bar", "\uff5c\u2223\u2502\u01c0\u4e28\uffe8")
@pytest.mark.parametrize("around", [("card", "a"), ("card ", " a"), ("card\u3000", "\u3000a easy")])
def test_a_bar_that_only_looks_like_one_is_one_mistake(bar: str, around: tuple[str, str]) -> None:
    lines = [f"/// {bar.join(around)}", "", "What?", "", "**Answer:** That.", "", "///"]
    (problem,), said = read(lines)
    assert (problem.line, problem.rule, said[0][0]) == (1, "lookalike", "a")
    assert read(format_page("\n".join(lines)).text.split("\n"))[0] == []


def practice(setting: str) -> list[str]:
    return [
        f"//// practice | a {setting}",
        "",
        "/// card | b",
        "",
        "What?",
        "",
        "**Answer:** That.",
        "",
        "///",
        "",
        "////",
    ]


@pytest.mark.parametrize("sign", [" =", "= ", " = "])
def test_spaces_around_the_sign_of_a_setting_are_one_mistake(sign: str) -> None:
    (problem,), _ = read([f"/// mcq | a objective{sign}x", "", "Which?", "", "- [x] one", "- [ ] two", "", "///"])
    assert (problem.line, problem.rule, problem.remedy) == (1, "unknown-setting", "Write `key=value`.")
