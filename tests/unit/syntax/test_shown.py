"""Which texts readers can tell apart."""

import pytest

from mkdocs_recall.model.text import Text
from mkdocs_recall.syntax.shown import is_seen, shown


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


UNSEEN = [
    "<!-- x -->",
    "<!-- a --> <!-- b -->",
    "<!-- a\nb -->",
    "&nbsp;",
    "&#160;&#xA0;",
    "&ensp;&zwnj;",
    "\u200b",
    "\xa0",
    "<span></span>",
    "<p><br/></p>",
    "<br>",
    "**&nbsp;**",
    "**<!-- x -->**",
    "_&#8203;_",
    "[](a.md)",
    "[&nbsp;](a.md)",
    "[][ref]",
    '<a id="x"></a>',
    "<b><i> </i></b>",
    "\u2800",
    "&shy;",
    "&lrm;",
    "<?php x ?>",
    "\u3164",
    "<SPAN></SPAN>",
    "&NewLine;",
    "&#32;",
    "~~&nbsp;~~",
    "***&nbsp;***",
    "&NoBreak;",
    "&ZeroWidthSpace;",
    "<!---->",
    "&#x200B",
    "\U000e0041",
]
SEEN = [
    "a",
    "`<!-- x -->`",
    "` `",
    "![](a.png)",
    "<img src=x>",
    "<!-- open",
    "\\<!-- x -->",
    '<i class="fa"></i>',
    "** **",
    "&amp;",
    "&x;",
    "```\n```",
    "$x$",
    "<x-y></x-y>",
    "-",
    "<",
    "<!-- a --> b",
    "`` ` ``",
    "&nbsp;.",
    "\U0001f600",
    "****",
    "[]()x",
    "<span>x</span>",
    "> q",
    "\\&nbsp;",
    "&",
    "[ ]",
    "\\",
    "<canvas></canvas>",
    "</div>",
    "<b>",
    "<kbd></kbd>",
    "&nbsp",
    "0",
    "| |\n|-|",
    "---",
    "\\(x\\)",
    "<a href=x><img></a>",
]


@pytest.mark.parametrize("source", UNSEEN)
def test_readers_see_nothing_of_these(source: str) -> None:
    assert not is_seen(Text(0, tuple(source.split("\n"))))


@pytest.mark.parametrize("source", SEEN)
def test_readers_see_something_of_these(source: str) -> None:
    assert is_seen(Text(0, tuple(source.split("\n"))))


@pytest.mark.parametrize("part", ["<!--", "`", "&", "<b>", "[", "\\", "**&nbsp;", "<?"])
def test_long_texts_take_little_time(part: str) -> None:
    is_seen(Text(0, ("-" + part * 10_000,)))
