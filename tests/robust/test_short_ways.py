"""Ordinary lines go a short way past the parser, and what is found in them is what the long way finds."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from mkdocs_recall.kinds.reader import read_block
from mkdocs_recall.model.label_languages import LABEL_LANGUAGES
from mkdocs_recall.model.page import Body, Region
from mkdocs_recall.model.text import Text
from mkdocs_recall.model.vocabulary import ALL_KINDS, DEFAULT_LEVELS
from mkdocs_recall.site.source_text import split_lines, to_scan
from mkdocs_recall.syntax import header, labels, scanner, sections, shown
from mkdocs_recall.syntax.labels import STARTS, SiteLabels, check_labels, split_label
from mkdocs_recall.syntax.options import read_options, read_plain_options
from mkdocs_recall.syntax.patterns import ORDINARY_HEADER, SLASHES
from mkdocs_recall.syntax.scanner import Scanner, scan
from mkdocs_recall.syntax.sections import read_list, read_plain_entries
from mutants import mutant

PAGES = range(700)

ROWS = (
    *("- [ ] One", "- [x] Two `b` and *c*", "- [X]  Three", "  > Why", "  >   indented", "", "- [ ] ", "- [ ]", "- []"),
    *("  >", "  > ", "  go on", "text", "- [ ] A {#name}", "- [ ] [a](b)", "- [x] é", "- [ ] a\u00a0b", " - [ ] in"),
    *(
        "* [ ] star",
        "- bullet",
        "1. one",
        "> out",
        "    > deep",
        "- [ ] a ",
        "  > `a` [b]",
        "   ",
        "- [ ] $x$",
        "+ [x] +",
    ),
)
STEPS = ("1. One", "2) Two **b**", "", "  ", "1.", "1. ", "   go on", "text", "- a", "3. `c`", "10.  ten", "1.one")
WORDS = (
    *("an-id", "medium", "hard", "two", "words", "a=b", "level=hard", "rev=2", "=x", "x=", "taught=a.md#b", "1=2", "|"),
    *('title="A b"', "title='A'", "t=“a”", "é=1", "a=b=c", "-a=b", "_=1", "a=b", "`x`", "x=a'b", 'q="'),
)
LINES = (
    *("**Hint:** It", "**Hint:**", "**hint:** a", "**Hint** : a", "__Hint:__ a", "**Hint：** a", "** Hint:** a"),
    *("**Tipp:** a", "**Final answer:**  a ", "**Final  answer:** a", "**Hint:** a:** b", "**Hint: b:** c", "**:** a"),
    *("**Final answer:**\u200b", "**Hint\u02d0:** a", "**Hint*:** a", "***Hint:** a", "**" + "a" * 41 + ":** b"),
)
SIGNS = (
    "a",
    "1",
    " ",
    "`",
    "*",
    "_",
    "<",
    "&",
    "[",
    "]",
    "(",
    ")",
    "nbsp;",
    "br>",
    "!",
    "\\",
    "\n",
    "~",
    "é",
    "\u200b",
)


def drawn(seed: int, pieces: tuple[str, ...], most: int) -> list[str]:
    draw = random.Random(seed)
    return [draw.choice(pieces) for _ in range(draw.randrange(1, most))]


def body(lines: list[str]) -> Body:
    return Body(tuple(lines), range(3, 3 + len(lines)), bytes(len(lines)))


def blocks(found: Scanner) -> Iterator[Region]:
    for region in found.regions:
        yield from (region, *region.children)


def test_plain_options_are_those_of_the_reader() -> None:
    found = 0
    for seed in range(20_000):
        rows = body(drawn(seed, ROWS if seed % 3 else ROWS[:6], 9))
        if plain := read_plain_options(rows, 0, len(rows)):
            found += 1
            assert (plain, []) == read_options(list(rows)), rows.texts
    assert found > 1000


def test_options_in_code_are_not_plain() -> None:
    rows = Body(("- [x] a", "- [ ] b"), range(2), b"\0\1")
    assert read_plain_options(rows, 0, 2) == ()


def test_entries_are_those_of_the_list() -> None:
    found = 0
    for seed in range(20_000):
        rows = body(drawn(seed, STEPS, 7))
        if plain := read_plain_entries(rows.texts, rows.at, sections._STEP):
            found += 1
            assert (plain, []) == read_list(list(rows), sections._STEP, []), rows.texts
    assert found > 1000


def test_words_of_a_header_are_those_of_the_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [" ".join(drawn(seed, WORDS, 6)) for seed in range(10_000)]
    short = [header.read_header(f"mcq | {text}", DEFAULT_LEVELS) for text in texts]
    monkeypatch.setattr(header, "_QUOTE", header.re.compile(""))
    assert short == [header.read_header(f"mcq | {text}", DEFAULT_LEVELS) for text in texts]


def test_ordinary_headers_are_headers() -> None:
    for kind in (*ALL_KINDS, "note", "x", "mcqs"):
        for rest in (" | a b", " |", " |a", "  | a", "| a", " a", "", " | a=`b` | c", " |\u00a0a"):
            line = f"/// {kind}{rest}"
            if found := ORDINARY_HEADER.fullmatch(line):
                whole = SLASHES.fullmatch(line)
                assert whole
                assert ("", None, "///", *found.groups()) == whole.groups()


@pytest.mark.parametrize("site", [SiteLabels(), check_labels({"hint": "Why so", "answer": "Réponse"}, "fr")])
def test_starts_of_labels_are_labels(site: SiteLabels) -> None:
    written = {label for each in LABEL_LANGUAGES.values() for label in each.labels.values()} | {*site.own.values()}
    assert len(STARTS) > 100
    assert {f"**{label}" for label in written} == site.starts.keys()
    for start, name in site.starts.items():
        label = split_label(f"{start}:** text")
        assert label
        assert (site.find(label[0]), label[1]) == (name, "text")


def test_labels_are_split_as_the_pattern_does() -> None:
    for line in LINES:
        found = labels._LABEL.fullmatch(line)
        whole = (" ".join(found["label"].lower().split()), found["rest"].strip()) if found else None
        assert split_label(line) == whole, line


def test_what_is_seen_at_once_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [Text(0, tuple("".join(drawn(seed, SIGNS, 8)).split("\n"))) for seed in range(20_000)]
    short = [shown.is_seen(text) for text in texts]
    monkeypatch.setattr(shown, "_is_plain", lambda line: False)
    assert short == [shown.is_seen(text) for text in texts]


@pytest.mark.parametrize("part", range(2))
def test_pages_are_read_the_same_without_short_ways(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [to_scan(split_lines(mutant(seed))) for seed in PAGES[part::2]]
    short = [scan(lines) for lines in pages]
    read = [[read_block(region, DEFAULT_LEVELS) for region in blocks(found)] for found in short]
    monkeypatch.setattr(scanner.Scanner, "_take_ordinary", lambda self, i, marked: 0)
    monkeypatch.setattr(sections, "read_plain_options", lambda body, start, stop: ())
    monkeypatch.setattr(sections, "read_plain_entries", lambda texts, at, marker: ())
    whole = SiteLabels(starts={})
    for lines, found, items in zip(pages, short, read, strict=True):
        long = scan(lines)
        assert (long.regions, long.faults, long.map) == (found.regions, found.faults, found.map)
        assert [read_block(region, DEFAULT_LEVELS, str, whole) for region in blocks(long)] == items
