"""Which texts readers can tell apart."""

import pytest

from mkdocs_recall.model.text import Text
from mkdocs_recall.syntax.shown import shown


def show(source: str) -> str:
    return shown(Text(0, tuple(source.split("\n"))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b", "a\nb"),
        ("*a* b", "a __b__"),
        ("***a***", "a"),
        ("a & b", "a &amp; b"),
        (r"\*a", "*a"),
        ("``a``", "`a`"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_these_look_the_same(one: str, other: str) -> None:
    assert show(one) == show(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("__file", "file"),
        ("p->y", r"\*p->y"),
        ("5 * 3", "5 3"),
        ("snake_case", "snakecase"),
        ("`*a*`", "`a`"),
        ("`a`", "a"),
        ("$a_1$", "$a1$"),
        ("![a](1.png)", "![a](2.png)"),
        ("```\n*a*\n```", "```\na\n```"),
        ("a_", "a"),
        (r"a\\b", "ab"),
    ],
)
def test_these_look_different(one: str, other: str) -> None:
    assert show(one) != show(other)
