"""What holds for any text and any typo: nothing breaks, nothing is lost, and nothing is given away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from canonical import outside_answers
from mkdocs_recall.bank import Bank
from mkdocs_recall.host import match_lines, true_lines
from mkdocs_recall.identity import option_id, revision
from mkdocs_recall.model import DEFAULT_LEVELS, Choice, Page, Text
from mkdocs_recall.parse import parse
from mkdocs_recall.scan import scan
from pages import EXTENSIONS, OPTIONS, convert

# The same examples on every machine, so that a failure stays until it is mended.
settings.register_profile(
    "fixed", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("fixed")

RICH = (Path(__file__).parent / "rich.md").read_text("utf-8").split("\n")
SECRET = re.compile(r"\bsecret\d+\b")
PUBLIC = re.compile(r"\bpublic\d+\b")


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


@given(any_text | st.text())
@settings(max_examples=600)
def test_any_text_is_read_without_exception(text: str) -> None:
    lines = text.split("\n")
    for region in scan(lines).regions:
        assert 0 <= region.start <= region.end < len(lines)
        parse(region, DEFAULT_LEVELS)
    bank = Bank()
    bank.read(Page(path="page.md", lines=lines))
    for problem in bank.problems():
        assert 1 <= problem.line <= len(lines)


@given(any_text | st.text())
@settings(max_examples=600)
def test_regions_do_not_overlap_and_leave_the_rest(text: str) -> None:
    regions = scan(text.split("\n")).regions
    assert all(before.end < after.start for before, after in pairwise(regions))


@given(any_text)
@settings(max_examples=300)
def test_any_text_becomes_a_page(text: str) -> None:
    """Where Markdown itself can make one of it. Words outside of blocks are all there."""
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
OURS = re.compile(
    r"[> ]*(?:[-*+] *\[[ xX]?\]|\*\*(?:Answer|Hint|Explanation|Solution|Final answer|Quick|Common)\b.*\*\*)"
)
HEADER = re.compile(r"[> ]*/// (?:card|mcq)\b")
CLOSE = re.compile(r"[> ]*///")
HEADING = re.compile(r"[> ]*(#{1,6}) ")


def judge(lines: Sequence[str]) -> tuple[set[int], set[int]]:
    """Lines of items behind their stems, which must be hidden, and lines that belong to no item and must be there.

    Written from the rules alone, without the scanner. A secret is ordinary Markdown by definition, and on neither side,
    (1) where the header and the closing fence of its item are both gone, (2) where nothing that only a question holds
    is left above it in its item, since then it is the stem, (3) below a heading that ends an unclosed item, (4) where
    the list or note around its item is gone, since then all of it is indented code, (5) where a block of
    pymdown-extensions is open above it, since then the fence of its item closes that, and (6) in the code of an option.
    """
    original, lines = lines, drop_option_code([drop_code(lines, i) for i in range(len(lines))])
    hidden: set[int] = set()
    free = set(range(len(lines)))
    start: int | None = None
    first: int | None = None
    note: int | None = None
    for i, line in enumerate([*lines, "/// card"]):
        if re.match("/// note", line):
            note = i
        elif HEADER.match(line):
            if start is not None:
                end = unclosed_end(lines, start, i)
                hidden |= set(range(first, end)) if first is not None else set()
                free -= set(range(start, end))
            start, first = i, None
        elif CLOSE.fullmatch(line) and note is not None:
            free -= set(range(note, i + 1))
            note, first = None, None if start is None else first
        elif CLOSE.fullmatch(line) and (start is None or line.index("/") < lines[start].index("/") + 4):
            begin = first if start is None else start
            hidden |= set(range(first, i)) if first is not None else set()
            free -= set(range(i if begin is None else begin, i + 1))
            start = first = None
        elif start is None and (heading := HEADING.match(line)) and len(heading[1]) <= 2:
            first = None
        elif OURS.match(line) and first is None:
            first = i
    code = {i for i, line in enumerate(lines) if line != original[i]}
    return hidden - code, free - code


def drop_code(lines: Sequence[str], at: int) -> str:
    """A line, without what it says where it is indented and nothing above it begins a list or a note."""
    line = lines[at]
    if not line.startswith("    "):
        return line
    above = next((lines[i] for i in range(at - 1, -1, -1) if lines[i].strip() and not lines[i].startswith(" ")), "")
    return line if re.match(r"- |\d\. |!!! ", above) else "    code"


def drop_option_code(lines: Sequence[str]) -> list[str]:
    """The lines, without what code says that stands in an option."""
    kept: list[str] = []
    fence = False
    for line in lines:
        edge = re.fullmatch(" {2,3}```[a-z]*", line) is not None
        kept.append("    code" if fence and not edge else line)
        fence = fence != edge
    return kept


def unclosed_end(lines: Sequence[str], start: int, stop: int) -> int:
    """Where an item without closing fence ends: at the first heading below all that only a question holds."""
    last = max((i for i in range(start, stop) if OURS.match(lines[i])), default=start)
    return next((i for i in range(last + 1, stop) if HEADING.match(lines[i])), stop)


def check(lines: Sequence[str]) -> None:
    hidden, free = judge(lines)
    html = convert("\n".join(lines)).html
    shown = outside_answers(html)
    secrets = set(SECRET.findall(shown))
    must_hide = {word for i in hidden for word in SECRET.findall(lines[i])}
    must_hide -= {word for i in set(range(len(lines))) - hidden for word in SECRET.findall(lines[i])}
    assert secrets & must_hide == set()
    assert {word for i in free for word in PUBLIC.findall(lines[i])} <= set(PUBLIC.findall(html))


def test_the_rich_page_is_sound() -> None:
    made = convert("\n".join(RICH))
    assert made.problems == []
    assert set(SECRET.findall("\n".join(RICH))) == set(SECRET.findall(made.html))
    assert SECRET.findall(outside_answers(made.html)) == []
    hidden, free = judge(RICH)
    assert {word for i in hidden for word in SECRET.findall(RICH[i])} == set(SECRET.findall(made.html))
    assert len({word for i in free for word in PUBLIC.findall(RICH[i])}) >= 14


@pytest.mark.parametrize("name", TYPOS)
def test_any_typo(name: str) -> None:
    for line in range(len(RICH)):
        try:
            check(Typo(name, line).apply(list(RICH)))
        except AssertionError as error:
            raise AssertionError(f"{name} line {line + 1}: {RICH[line]!r}: {error}") from None


near = st.integers(0, len(RICH) - 1).flatmap(lambda line: st.tuples(st.just(line), st.integers(-4, 4)))


@given(st.lists(st.sampled_from(TYPOS[:4]), min_size=2, max_size=3), near, st.integers(0, len(RICH) - 1))
@settings(max_examples=400)
def test_two_or_three_typos(names: list[str], close: tuple[int, int], anywhere: int) -> None:
    """The first two stand near each other, where they do most harm."""
    places = (close[0], max(sum(close), 0), anywhere)
    lines = list(RICH)
    for name, line in zip(names, places, strict=False):
        lines = Typo(name, line).apply(lines)
    check(lines)


# Names that outlive edits

WORDS = st.sampled_from(("alpha", "beta", "64", "2.5", "`x_1`", "$a_b$", "max", "Größe", "模型", "don't", "A-B"))
sentence = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
code = st.lists(st.sampled_from(("x = 1", "print(x)", "    y = `2`", "", "- [x] z", "# a *b*")), min_size=1, max_size=4)


def text(source: str) -> Text:
    return Text(start=0, lines=tuple(source.split("\n")))


def item(stem: str, options: Sequence[str], keys: Sequence[int], *, bullet: str = "-", indent: str = "  ") -> Choice:
    rows = [
        f"{bullet} [{'x' if number in keys else ' '}] " + option.replace("\n", "\n" + indent)
        for number, option in enumerate(options)
    ]
    source = "\n".join(["/// mcq | an-id", "", stem, "", *rows, "", "///"])
    (region,) = scan(source.split("\n")).regions
    found = parse(region, DEFAULT_LEVELS).block
    assert isinstance(found, Choice)
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
