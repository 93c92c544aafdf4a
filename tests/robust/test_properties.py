"""What holds for any text and any typo: nothing breaks, nothing is lost, and nothing is given away.

`make test` tries a part of the texts and of the typos, `make test-long` all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from canonical import outside_answers
from judge import PUBLIC, SECRET, Judge, check_hidden, check_kept
from mkdocs_recall.kinds import Mcq
from mkdocs_recall.kinds.reader import read_block
from mkdocs_recall.model.identity import may_be_equal, option_id, revision
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.text import Text
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.line_map import match_lines, true_lines
from mkdocs_recall.syntax.scanner import scan
from pages import EXTENSIONS, OPTIONS, convert, converter
from paths import SUPPORT

# The same examples on every machine, so that a failure stays until it is mended.
settings.register_profile(
    "fixed", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("fixed")

convert_next = cache(converter)


def some(few: int, many: int) -> pytest.MarkDecorator:
    """Run a test with `few` examples, and with `many` in `make test-long`."""
    return pytest.mark.parametrize(
        "number", [pytest.param(few, id="few"), pytest.param(many, id="many", marks=pytest.mark.long)]
    )


PAGES = {name: (SUPPORT / f"{name}.md").read_text("utf-8").split("\n") for name in ("rich", "sets", "exam")}


# Any text

PREFIXES = ("", "", "", "", " ", "    ", "  ", "        ", "> ", ">", "> > ", "- ", "1. ", "\t")
PIECES = (
    *("", "", "", "", "words", "more words", "///", "///", "///", "////", "//", "/// note", "/// unknown | x"),
    *("/// card | a", "/// card | b easy", "/// mcq | c order=fixed", "/// mcq", "/// mqc | d", "//// practice | e"),
    *("**Answer:** word", "**Answer:**", "**Hint:** word", "**Hnit:** word", "**Solution:**", "**Note:** word"),
    *("- [ ] one", "- [x] two", "- [ ] three {#name}", "* [X] four", "-[x] five", "- six", "> seven", "  > eight"),
    *("1. **Step.** nine", "2. ten", "| a | [x] |", "|---|---|", "```", "```python", "````", "~~~", "    code"),
    *("<!--", "-->", "<!-- c -->", "<div>", "</div>", "<div markdown>", "<pre>", "</pre>", "<b>", "</b", "&amp;", "`"),
    *("# Heading", "### Heading", "[^1]", "[^1]: note", "!!! note", '=== "Tab"', "Term", ":   Definition", "$$", "$x$"),
    *("8<", "recallplaceholder0x", "klzzwxh:0001", "\x02", "\x03wzxhzdk:0\x03", "\u2028", "\ufeff"),
    *("é", "مرحبا", "微调", "👩🏽‍🔬", "a\tb", "\r", "*[HTML]: x", "{: .x #y }", "{#z}", "***", "---", "===", "\\"),
)
any_line = st.builds(str.__add__, st.sampled_from(PREFIXES), st.sampled_from(PIECES) | st.text(max_size=12))
any_text = st.lists(any_line, max_size=40).map("\n".join)


@some(100, 600)
def test_any_text_is_read_without_exception(number: int) -> None:
    settings(max_examples=number)(given(any_text | st.text())(check_read))()


def check_read(text: str) -> None:
    lines = text.split("\n")
    regions = scan(lines).regions
    assert all(before.end < after.start for before, after in pairwise(regions))
    for region in regions:
        assert 0 <= region.start <= region.end < len(lines)
        read_block(region, DEFAULT_LEVELS)
    bank = Bank()
    bank.read(Page(path="page.md", lines=lines))
    for problem in bank.problems():
        assert 1 <= problem.line <= len(lines)


@some(60, 300)
def test_any_text_becomes_a_page(number: int) -> None:
    settings(max_examples=number)(given(any_text)(check_page))()


def check_page(text: str) -> None:
    """Where Markdown itself can make a page of a text, the words outside of blocks are all there."""
    words = [
        f"{line} word{number}x" if line.endswith("words") else line for number, line in enumerate(text.split("\n"))
    ]
    text = "\n".join(words)
    try:
        plain = Markdown(extensions=[*EXTENSIONS], extension_configs=OPTIONS).convert(text)
    except Exception:
        assume(False)
    html = convert(text).html
    assert "recallplaceholder" not in html or "recallplaceholder" in text
    kept = re.sub("[\x02\x03]", "", text.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4).split("\n")
    inside = {i for region in scan(kept).regions for i in range(region.start, region.end + 1)}
    for i, line in enumerate(kept):
        for word in re.findall(r"word\d+x", line):
            assert i in inside or word not in plain or word in html


# Typos in a real page


@dataclass(frozen=True, slots=True)
class Typo:
    """One thing that happens to a line."""

    name: str
    line: int

    def apply(self, lines: list[str]) -> list[str]:
        at = min(self.line, len(lines) - 1)
        before, line, after = lines[:at], lines[at], lines[at + 1 :]
        match self.name:
            case "delete":
                return [*before, *after] or [""]
            case "double":
                return [*before, line, line, *after]
            case "swap":
                return [*before, *after[:1], line, *after[1:]]
            case "halve":
                return [*before, line[: len(line) // 2], *after]
            case "cut":
                return [*before, line]
        raise ValueError(self.name)


TYPOS = ("delete", "double", "swap", "halve", "cut")


def check(lines: Sequence[str]) -> None:
    html, _ = convert_next()("\n".join(lines))
    check_hidden(lines, html)
    check_kept(lines, html)


@pytest.mark.parametrize(("name", "words"), [("rich", 14), ("sets", 12), ("exam", 6)])
def test_the_pages_are_sound(name: str, words: int) -> None:
    page = PAGES[name]
    made = convert("\n".join(page))
    assert made.problems == []
    secrets = set(SECRET.findall("\n".join(page)))
    assert secrets == set(SECRET.findall(made.html))
    assert SECRET.findall(outside_answers(made.html)) == []
    judge = Judge(page)
    assert {word for i in judge.hidden for word in SECRET.findall(page[i])} == secrets
    assert len({word for i in judge.free for word in PUBLIC.findall(page[i])}) >= words


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", TYPOS)
@pytest.mark.parametrize("step", [pytest.param(5, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_any_typo(name: str, page: str, step: int) -> None:
    """With a step of five, each line gets one of the five typos."""
    lines_of_page = list(enumerate(PAGES[page]))
    for at, line in lines_of_page[TYPOS.index(name) % step :: step]:
        lines = Typo(name, at).apply(list(PAGES[page]))
        try:
            check(lines)
        except AssertionError as error:
            raise AssertionError(f"{name} line {at + 1} of {page}: {line!r}: {error}") from None


far = st.integers(0, 999)


@some(60, 400)
def test_two_or_three_typos(number: int) -> None:
    names = st.lists(st.sampled_from(TYPOS[:4]), min_size=2, max_size=3)
    made = given(st.sampled_from(sorted(PAGES)), names, far, st.integers(-4, 4), far)
    settings(max_examples=number)(made(check_typos))()


def check_typos(page: str, names: list[str], close: int, near: int, anywhere: int) -> None:
    """The first two stand near each other, where they do most harm."""
    lines = list(PAGES[page])
    first = close % len(lines)
    for name, line in zip(names, (first, max(first + near, 0), anywhere % len(lines)), strict=False):
        lines = Typo(name, line).apply(lines)
    check(lines)


# Names that outlive edits

WORDS = st.sampled_from(("alpha", "beta", "64", "2.5", "`x_1`", "$a_b$", "max", "Größe", "模型", "don't", "A-B"))
sentence = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
code = st.lists(st.sampled_from(("x = 1", "print(x)", "    y = `2`", "", "- [x] z", "# a *b*")), min_size=1, max_size=4)


def text(source: str) -> Text:
    return Text(start=0, lines=tuple(source.split("\n")))


def item(stem: str, options: Sequence[str], keys: Sequence[int], *, bullet: str = "-", indent: str = "  ") -> Mcq:
    rows = [
        f"{bullet} [{'x' if number in keys else ' '}] " + option.replace("\n", "\n" + indent)
        for number, option in enumerate(options)
    ]
    source = "\n".join(["/// mcq | an-id", "", stem, "", *rows, "", "///"])
    (region,) = scan(source.split("\n")).regions
    found = read_block(region, DEFAULT_LEVELS).block
    assert isinstance(found, Mcq)
    return found


@given(st.lists(sentence, min_size=2, max_size=5, unique=True))
def test_names_survive_reordering_and_reformatting(options: list[str]) -> None:
    before = item("Which of 2 is `x`?", options, [0])
    after = item("Which of 2  is `x`?", options[::-1], [len(options) - 1], bullet="*", indent="    ")
    assert sorted(o.id for o in before.options) == sorted(o.id for o in after.options)
    assert [o.id for o in before.keys] == [o.id for o in after.keys]
    assert before.revision == after.revision
    assert item("Now, which of these 2 is `x`?", options, [0]).revision == before.revision


@given(sentence, st.sampled_from(("**{}**", "*{}*", "__{}__", "_{}_", " {} ", "{}\n", "\\{}")))
def test_emphasis_and_white_space_leave_an_option_as_it_is(words: str, form: str) -> None:
    first, *rest = words.split()
    assume(first.isalpha())
    assert option_id(text(" ".join([form.format(first), *rest]))) == option_id(text(words))
    assert option_id(text("\n".join(words.split()))) == option_id(text(words))


@given(sentence, code, st.sampled_from(("```", "````", "~~~", "~~~~~")), st.sampled_from(("", "python", " python")))
def test_fences_of_any_kind_hold_the_same_code(words: str, lines: list[str], fence: str, info: str) -> None:
    block = "\n".join(lines)
    plain = text(f"{words}\n\n```\n{block}\n```")
    other = text(f"{words}\n\n{fence}{info}\n{block}\n{fence}")
    assert option_id(plain) == option_id(other)
    assert revision(stem=plain) == revision(stem=other)


@given(sentence, sentence)
def test_other_words_are_another_option(one: str, other: str) -> None:
    assert (option_id(text(one)) == option_id(text(other))) == (one == other)


LINES = st.sampled_from(("1. ", "- ", "* a", "![a](b)", "![", "```", "```py", "~~~", "-|-", "--", "_", "\\", "é", "  "))


@given(st.lists(WORDS | LINES, max_size=3).map("".join), st.lists(WORDS | LINES, max_size=3).map("".join))
@settings(max_examples=300)
def test_equal_options_are_never_overlooked(one: str, other: str) -> None:
    for form in ("{}", "*{}*", "{}_", "- {}", "1. {}", "{}\n", "![{}](b)", "  {} "):
        texts = [text(one), text(form.format(one)), text(other)]
        for pair in (texts[:2], texts[::2]):
            assert may_be_equal(pair) or option_id(pair[0]) != option_id(pair[1])


@given(code, code)
def test_other_code_is_another_option_and_another_revision(one: list[str], other: list[str]) -> None:
    left, right = (text("\n".join(["Which?", "", "```", *lines, "```"])) for lines in (one, other))
    same = " ".join(one).split() == " ".join(other).split()
    assert (option_id(left) == option_id(right)) == same
    assert (revision(stem=left) == revision(stem=right)) == same


@given(st.lists(st.integers(0, 99).map(str) | st.sampled_from(("2.5", "1,000", "3")), min_size=1, max_size=4))
def test_other_numbers_are_another_revision(numbers: list[str]) -> None:
    stem = text("Of " + " and ".join(numbers) + "?")
    assert revision(stem=stem) == revision(stem=text("From " + " then ".join(numbers) + "."))
    assert revision(stem=stem) != revision(stem=text("Of " + " and ".join([*numbers, "7"]) + "?"))
    assert revision(stem=stem) != revision(stem=stem, forced="2")


def test_a_key_that_moves_is_another_revision() -> None:
    assert item("Which?", ["a", "b"], [0]).revision != item("Which?", ["a", "b"], [1]).revision


# Lines of the file

file_lines = st.lists(
    st.sampled_from(("", "a", "b", "///", "- [ ] x", "/// card | q")) | st.uuids().map(str), max_size=30
)


@given(file_lines, file_lines)
def test_lines_behind_front_matter_are_exact(front: list[str], page: list[str]) -> None:
    source = "\n".join([*front, *page])
    assert true_lines(source, page or [""]) == list(
        range(len(source.split("\n")) - len(page or [""]) + 1, len(source.split("\n")) + 1)
    )


@given(file_lines, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(("drop", "add", "change"))), max_size=6))
def test_lines_of_a_text_that_was_rewritten_are_true_or_unknown(old: list[str], edits: list[tuple[int, str]]) -> None:
    new = [(line, number) for number, line in enumerate(old, 1)]
    for at, edit in edits:
        at = min(at, len(new))
        kept = new[at : at + 1]
        new[at : at + 1] = {"drop": [], "add": [("made by a macro", 0), *kept], "change": [("changed", 0)]}[edit]
    found = match_lines(old, [line for line, _ in new])
    assert all(not place or old[place - 1] == line for place, (line, _) in zip(found, new, strict=True))
    known = [place for place in found if place]
    assert known == sorted(known)
    once = {line for line in old if old.count(line) == 1 and [line for line, _ in new].count(line) == 1 and line}
    assert all(place == number for place, (line, number) in zip(found, new, strict=True) if line in once)
