"""Texts that go the short way past Markdown give the same HTML as those that go the usual one."""

import random
from xml.etree.ElementTree import Element

import pytest
from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_recall.extension.plain_texts import PlainTexts
from mkdocs_recall.extension.recall import RecallExtension

PLAIN = (
    "One batch of 16 texts",
    "a mask, too",
    "(so it is)",
    "it's",
    "“No”",
    "Yes.",
    "Why?",
    "Oh!",
    "3.5",
    "1: so",
    "é",
)
CODE = (
    "`x`",
    "`a.b(c)`",
    "`[0]`",
    "`{x}`",
    "` `",
    "`#!python x`",
    "`a&b`",
    "`\\`",
    "``x`y``",
    "`a|b`",
    "`<b>`",
    "`a\nb`",
)
SIGNS = (
    *(
        "**b**",
        "*i*",
        "_i_",
        "__b__",
        "a_b",
        "[x](y.md)",
        "[r]",
        "[^n]",
        "![i](i.png)",
        "<b>x</b>",
        "<i",
        "&lt;",
        "a & b",
    ),
    *("\\*", "`", "``", "\n", "  \n", "\n\n", "\n    code", "\n- a", "\n1. a", "\n> q", "\n# h", "\n: d", "\n| a |"),
    *("1. ", "2) ", "a. ", "- ", "> ", "# ", "!!! note", "??? note", '=== "t"', "[^n]: x", "*[HTML]: x", "HTML", "---"),
    *(
        "www.example.org",
        "https://example.org",
        "a@example.org",
        "@me",
        "!7",
        "?7",
        "#7",
        ":smile:",
        "++ctrl++",
        "==m==",
    ),
    *(
        "^u^",
        "~s~",
        "$x$",
        "\\(x\\)",
        "[=50%]",
        "[[Page]]",
        "{.c}",
        "{: .c}",
        "\n{: .c}",
        "{++x++}",
        "...",
        "--",
        "(c)",
    ),
)
PIECES = (*PLAIN, *PLAIN, *CODE, *SIGNS)
EXTENSIONS = {
    "none": [],
    "markdown": ["extra", "toc", "admonition", "smarty", "sane_lists", "wikilinks", "pymdownx.smartsymbols"],
    "pymdownx": [
        *("tables", "footnotes", "attr_list", "md_in_html", "def_list", "pymdownx.superfences"),
        *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.betterem", "pymdownx.caret", "pymdownx.tilde"),
        *("pymdownx.mark", "pymdownx.keys", "pymdownx.emoji", "pymdownx.magiclink", "pymdownx.arithmatex"),
        *("pymdownx.details", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.progressbar"),
        *("pymdownx.quotes", "pymdownx.saneheaders", "pymdownx.blocks.admonition"),
    ],
    "code in colour": ["pymdownx.superfences", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.escapeall"],
}
OPTIONS = {"code in colour": {"pymdownx.inlinehilite": {"style_plain_text": "python"}}}


class Unknown(Extension):
    """A sign that no text has, so that every text goes the usual way."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register it."""
        md.inlinePatterns.register(InlineProcessor("(?!x)x", md), "unknown", 1)


def converter(name: str, *more: Extension) -> Markdown:
    extensions = [*EXTENSIONS[name], RecallExtension(site_id="x"), *more]
    return Markdown(extensions=extensions, extension_configs=OPTIONS.get(name, {}))


def page(draw: random.Random, items: int) -> str:
    """Cards and questions whose texts have few signs or none."""

    def text() -> str:
        pieces = draw.choices(PLAIN if draw.random() < 0.3 else PIECES, k=draw.randint(1, 4))
        return draw.choice(("", " ")).join(pieces) if draw.random() < 0.1 else " ".join(pieces)

    def item(number: int) -> str:
        if number % 2:
            return f"/// card | c{number}\n\n{text()}\n\n**Answer:** {text()}\n\n**Hint:** {text()}\n\n///\n"
        options = f"- [x] {text()}\n  > {text()}\n- [ ] {text()} b\n"
        return f"/// mcq | q{number}\n\n{text()}\n\n{options}\n**Explanation:** {text()}\n\n{text()}\n\n///\n"

    return "\n".join(map(item, range(items))) + "\n[r]: r.md\n\n[^n]: Note.\n\n*[batch]: Some examples.\n"


@pytest.mark.parametrize("name", EXTENSIONS)
def test_both_ways_give_the_same_html(name: str) -> None:
    """Some pages of random texts."""
    draw = random.Random(name)
    for _ in range(6):
        source = page(draw, 12)
        assert converter(name).convert(source) == converter(name, Unknown()).convert(source), source


@pytest.mark.parametrize("name", EXTENSIONS)
def test_the_short_way_is_open(name: str) -> None:
    """The extensions of most sites are known, and a plain text is seen as one."""
    holder = Element("div")
    assert PlainTexts(converter(name)).add(holder, ["One `batch`.", "", "And (so) two."])
    assert [each.text for each in holder] == ["One `batch`.", "And (so) two."]
    assert not PlainTexts(converter(name, Unknown())).add(holder, ["One."])
    assert not PlainTexts(converter(name)).add(holder, ["1. One"])
    assert PlainTexts(converter(name)).all_the_way is (name != "markdown")  # That one has abbreviations.


class Shout(InlineProcessor):
    """A sign that is a word."""

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def]
        """Write it in capitals."""
        return m[0].upper(), m.start(), m.end()


class ShoutLater(Treeprocessor):
    """The same once all signs are read."""

    def run(self, root: Element) -> None:
        """Write it in capitals."""
        for each in root.iter():
            each.text, each.tail = ((text or "").replace("batch", "BATCH") for text in (each.text, each.tail))


class Words(Extension):
    """An extension that looks at words."""

    def __init__(self, *, later: bool) -> None:
        super().__init__()
        self.later = later

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what does."""
        if self.later:
            md.treeprocessors.register(ShoutLater(md), "shout", 3)
        else:
            md.inlinePatterns.register(Shout("batch", md), "shout", 1)


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("name", EXTENSIONS)
def test_an_extension_that_looks_at_words_gets_every_text(name: str, *, later: bool) -> None:
    source = "/// mcq | q\n\nOne batch?\n\n- [x] a batch\n- [ ] no batch\n  > the batch\n\n///\n"
    html = converter(name, Words(later=later)).convert(source)
    assert html.count("BATCH") == 5  # The right option is there twice.
    assert "batch" not in html
