"""The quality rules: what each finds and what it leaves alone, case by case, and the comments that switch them off.

In `quality/RULE.md` only that rule runs, in `ignore.md` and in the folders of other languages all of them do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import comb, erfc, exp, pi, sqrt
from pathlib import Path
from time import process_time
from typing import get_args

import pytest

from casefile import Case, read_cases
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.problems import Problem
from mkdocs_recall.model.rule_names import QUALITY, Rule
from mkdocs_recall.model.text import Text
from mkdocs_recall.rules.quality.chance import binomial_tail, chi_square_tail
from mkdocs_recall.rules.quality.many import RULES
from mkdocs_recall.rules.quality.names import check_rule_settings
from mkdocs_recall.rules.quality.plain import HIDDEN, prose, visible
from mkdocs_recall.rules.quality.taught import RULE
from mkdocs_recall.rules.word_lists import LANGUAGES, NO_WORDS, find_words
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.quality import CHOICE_CHECKS, ITEM_CHECKS, check_quality
from paths import ROOT

FOLDER = Path(__file__).parent / "quality"


def named(folder: Path) -> list[tuple[str, str, Case]]:
    """The cases of a folder with their ids and the names of their files."""
    return [(name, name.split(":")[0], case) for name, case in read_cases(folder)]


CASES = [pytest.param(file, case, id=name) for name, file, case in named(FOLDER)]
SPOKEN = [
    pytest.param(language, case, id=f"{language} {name}")
    for language in ("de", "fr")
    for name, _, case in named(FOLDER / language)
]


def judge(*sources: str, language: str = "en", rules: Mapping[str, bool] | None = None) -> list[Problem]:
    """The warnings of a site whose pages are `page.md`, `page2.md` and so on."""
    bank = Bank()
    names = ["page.md", *(f"page{number}.md" for number in range(2, len(sources) + 1))]
    pages = [bank.read(Page(path=name, lines=text.split("\n"))) for name, text in zip(names, sources, strict=True)]
    return list(check_quality(pages, language=language, rules=rules))


def only(*wanted: str) -> dict[str, bool]:
    """Settings under which only these rules run."""
    return {rule: False for rule in QUALITY if rule not in wanted}


@pytest.mark.parametrize(("file", "case"), CASES)
def test_warnings(file: str, case: Case) -> None:
    sound = Bank()
    sound.read(Page(path="page.md", lines=case.source.split("\n")))
    assert sound.problems() == [] or "faulty" in case.title
    rules = None if file == "ignore" else only(file)
    assert [str(problem) for problem in judge(case.source, rules=rules)] == case.messages


@pytest.mark.parametrize(("language", "case"), SPOKEN)
def test_warnings_in_other_languages(language: str, case: Case) -> None:
    assert [str(problem) for problem in judge(case.source, language=language)] == case.messages


def test_every_rule_has_cases_that_fire_and_cases_that_do_not() -> None:
    fires = {file for _, file, case in named(FOLDER) if case.messages}
    leaves = {file for _, file, case in named(FOLDER) if not case.messages}
    assert fires - {"ignore"} == leaves - {"ignore"} == QUALITY - set(RULES)
    told = {message.split(": warning ")[1].split(":")[0] for _, _, case in named(FOLDER) for message in case.messages}
    assert told == QUALITY - set(RULES) | {"bad-ignore", "unused-ignore"}


def test_every_rule_is_run_from_one_place() -> None:
    assert {*ITEM_CHECKS, *CHOICE_CHECKS, *RULES, RULE} == QUALITY < set(get_args(Rule))
    assert len({*ITEM_CHECKS, *CHOICE_CHECKS}) + len(RULES) + 1 == len(QUALITY)


@pytest.mark.parametrize(("file", "case"), CASES)
def test_lines_are_those_of_the_file(file: str, case: Case) -> None:
    rules = None if file == "ignore" else only(file)
    bank = Bank()
    page = bank.read(Page(path="page.md", lines=case.source.split("\n"), offset=7))
    assert [problem.line - 7 for problem in check_quality([page], rules=rules)] == [
        int(message.split(":")[1]) for message in case.messages
    ]


@pytest.mark.parametrize("prefix", ["    ", "> ", "> > "])
@pytest.mark.parametrize(("file", "case"), CASES)
def test_items_in_lists_and_quotes_are_judged_alike(file: str, case: Case, prefix: str) -> None:
    rules = None if file == "ignore" else only(file)
    above = ["- item", ""] if prefix.isspace() else []
    inside = "\n".join([*above, *(prefix + line if line else prefix.rstrip() for line in case.source.split("\n"))])
    expected = [(int(message.split(":")[1]) + len(above), message.split()[2]) for message in case.messages]
    assert [(problem.line, f"{problem.rule}:") for problem in judge(inside, rules=rules)] == expected


# Plain text


@pytest.mark.parametrize(
    ("source", "seen", "said"),
    [
        ("Plain words", "Plain words", "Plain words"),
        ("`a_b*c`", "a_b*c", HIDDEN),
        ("an **all** _or_ *nothing* m_n 2 * 3", "an all or nothing m_n 2 * 3", "an all or nothing m_n 2 * 3"),
        ("see [the `x` page](https://example.org/a_b)", "see the `x` page", "see the `x` page"),
        ("![alt](a.png) and $x_1$", f"{HIDDEN} and $x_1$", f"{HIDDEN} and {HIDDEN}"),
        ("5 $ to 7 $", "5 $ to 7 $", "5 $ to 7 $"),
        ("a<br>b{.wide} \\* [^1]", "ab *", "ab * "),
        ("one\n\n```text\ntwo\n```\n\n- three", "one three", "one\n\n\nthree"),
        ("``a`b``", "a`b", HIDDEN),
    ],
)
def test_plain_text(source: str, seen: str, said: str) -> None:
    text = Text(0, tuple(source.split("\n")))
    assert (visible(text), prose(text)) == (seen, said)


@pytest.mark.parametrize("sign", ["`", "$", "[", "![", "<!--", "<a", "{:", "\\(", "*", "_", "[a]("])
def test_what_never_closes_costs_no_more_than_text(sign: str) -> None:
    """Twenty times the text may take sixty times as long; were time quadratic, it would take 400 times as long."""
    short, long = (min(_seconds(f"{sign} " * count) for _ in range(3)) for count in (500, 10_000))
    assert long < max(short, 0.0005) * 60


def _seconds(source: str) -> float:
    start = process_time()
    visible(Text(0, (source,)))
    prose(Text(0, (source,)), emphasised=False)
    return process_time() - start


# Many questions


def question(id: str, *, options: int = 4, key: int = 0, longest: int | None = None) -> str:
    """A question whose key has that place, and whose longest option has another one, or none."""
    rows = (
        f"- [{'x' if at == key else ' '}] option {at}{' more' if at == longest else ''}\n  > Since it is so.\n"
        for at in range(options)
    )
    return f"/// mcq | {id}\n\nWhich?\n\n{''.join(rows)}\n///\n\n"


def questions(keys: list[int], *, longest: int = 0, equal: int = 0, options: int = 4, name: str = "q") -> str:
    """So many questions: in the first few the longest option is the key, in the last few no option is the longest."""
    places = [
        key if at < longest else None if at >= len(keys) - equal else (key + 1) % options for at, key in enumerate(keys)
    ]
    made = (
        question(f"{name}{at}", options=options, key=key, longest=place)
        for at, (key, place) in enumerate(zip(keys, places, strict=True))
    )
    return "".join(made)


EVEN = [at % 4 for at in range(24)]


def test_keys_that_are_too_often_the_longest_option() -> None:
    text = "# Page\n\n" + questions(EVEN, longest=12)
    assert [str(problem) for problem in judge(text, rules=only("longest-key-share"))] == [
        "page.md:3: warning longest-key-share: mcq q0: the key is the longest option in 12 of the page's 24 questions;"
        " about 6 would be expected by chance. Shorten some of the keys, or make their distractors more detailed."
    ]


def test_questions_without_a_longest_option_are_no_chances() -> None:
    """P(9 or more of 24) is .12, P(9 or more of 16) is .0075."""
    assert judge(questions(EVEN, longest=9), rules=only("longest-key-share")) == []
    (problem,) = judge(questions(EVEN, longest=9, equal=8), rules=only("longest-key-share"))
    what = "the key is the longest option in 9 of the page's 24 questions; about 4 would be expected by chance."
    assert problem.what == what
    assert judge(questions(EVEN, longest=0, equal=24), rules=only("longest-key-share")) == []


@pytest.mark.parametrize(("count", "longest", "equal"), [(24, 11, 0), (24, 8, 8), (14, 14, 0), (0, 0, 0)])
def test_not_where_chance_or_few_questions_explain_it(count: int, longest: int, equal: int) -> None:
    """P(12 or more of 24) is .0072, P(11 or more) is .021; P(8 or more of 16) is .027."""
    assert judge(questions(EVEN[:count], longest=longest, equal=equal), rules=only("longest-key-share")) == []


def test_pages_are_judged_more_strictly_where_there_are_many() -> None:
    pages = [questions(EVEN, longest=12, name="a"), questions(EVEN, name="b")]
    assert judge(*pages, rules=only("longest-key-share")) == []


def test_the_site_is_judged_where_no_page_stands_out() -> None:
    pages = [questions(EVEN[:12], longest=4 + number, name=f"p{number}-") for number in range(4)]
    (problem,) = judge(*pages, rules=only("longest-key-share"))
    assert (problem.path, problem.line) == ("page4.md", 1)
    assert problem.what.startswith("the key is the longest option in 22 of the site's 48 questions")


def test_keys_that_stand_in_one_place() -> None:
    text = "# Page\n\n" + questions([1] * 15 + EVEN[:9])
    assert [str(problem) for problem in judge(text, rules=only("key-position"))] == [
        "page.md:3: warning key-position: mcq q0: the keys of the page's questions with 4 options are unevenly"
        " distributed: A 3, B 17, C 2, D 2. Put the options in random order."
    ]


@pytest.mark.parametrize("keys", [EVEN, [1] * 19, [0, 0, 0, 0, 1, 1, *EVEN]])
def test_not_where_keys_are_spread_or_few(keys: list[int]) -> None:
    assert judge(questions(keys), rules=only("key-position")) == []


def test_places_are_counted_by_the_number_of_options() -> None:
    """Ten questions each of three and of four options say too little."""
    few = questions([0] * 10, options=3, name="a") + questions([0] * 10, options=4, name="b")
    assert judge(few, rules=only("key-position")) == []


def test_the_places_of_a_whole_site() -> None:
    pages = [questions([2] * 10 + EVEN[:4], name=f"p{number}-") for number in range(2)]
    (problem,) = judge(*pages, rules=only("key-position"))
    assert problem.path == "page.md"
    assert "the site's questions" in problem.what


PAIR = "/// mcq | {0}\n\nPadding cuts.\n\n- [ ] True\n  > It fills.\n- [x] False\n  > It fills.\n\n///\n\n"


def test_too_many_true_or_false_questions_in_a_set() -> None:
    inside = "".join(PAIR.format(f"t{number}") for number in range(2)) + questions([0, 1, 2])
    rules = only("true-false")
    (problem,) = judge(f"# Page\n\n//// practice | p\n\n{inside}////\n", rules=rules)
    assert str(problem) == (
        "page.md:3: warning true-false: practice p: 2 of the practice's 5 questions are true-or-false questions,"
        " which are easy to guess. Give some of them three options, two of which are plausible mistakes."
    )


def test_too_many_true_or_false_questions_on_a_page() -> None:
    text = questions([0, 1, 2]) + PAIR.format("a") + PAIR.format("b")
    (problem,) = judge(text, rules=only("true-false"))
    assert (problem.line, problem.id) == (1 + questions([0, 1, 2]).count("\n"), "a")
    assert problem.what.startswith("2 of the page's 5 questions")


def test_not_few_of_many_nor_many_of_few() -> None:
    rules = only("true-false")
    assert judge(PAIR.format("a") + PAIR.format("b") + questions([0, 1]), rules=rules) == []
    assert judge(PAIR.format("a") + PAIR.format("b") + questions([0, 1, 2, 3, 0]), rules=rules) == []
    assert judge(PAIR.format("a") * 0 + questions(EVEN, options=2), rules=rules) == []


def test_a_set_and_the_rest_of_its_page_are_apart() -> None:
    pairs = "".join(PAIR.format(f"t{number}") for number in range(2))
    text = f"//// practice | p\n\n{questions([0, 1, 2, 3])}{pairs[: len(pairs) // 2]}////\n\n{pairs[len(pairs) // 2 :]}"
    assert judge(text, rules=only("true-false")) == []


def test_findings_over_many_questions_are_ignored_at_their_line() -> None:
    comment = "<!-- recall: ignore longest-key-share, key-position: the page is about long words -->\n"
    assert judge(comment + questions([0] * 24, longest=24)) == []


# Chance


def exact_tail(hits: int, trials: int, chance: float) -> float:
    return sum(comb(trials, n) * chance**n * (1 - chance) ** (trials - n) for n in range(hits, trials + 1))


@pytest.mark.parametrize(
    ("hits", "trials", "chance", "expected"),
    [
        (1, 1, 0.25, 0.25),
        (0, 10, 0.5, 1),
        (11, 10, 0.5, 0),
        (10, 10, 0.5, 1 / 1024),
        (8, 10, 0.5, 56 / 1024),
        (2, 3, 1 / 3, 7 / 27),
        (9, 15, 0.25, exact_tail(9, 15, 0.25)),
        (400, 1000, 0.35, exact_tail(400, 1000, 0.35)),
        (3, 900, 0.25, 1),
    ],
)
def test_binomial(hits: int, trials: int, chance: float, expected: float) -> None:
    assert binomial_tail(hits, trials, chance) == pytest.approx(expected, rel=1e-9, abs=1e-15)


def test_binomial_of_many() -> None:
    """Far beyond what factorials in floating point would bear: half of 20,000 is the median."""
    assert 0.5 < binomial_tail(10_000, 20_000, 0.5) < 0.51
    assert binomial_tail(7_000, 20_000, 0.25) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("statistic", "freedom", "expected"),
    [
        (0, 3, 1),
        (2, 2, exp(-1)),
        (10, 4, 6 * exp(-5)),
        (4, 1, erfc(sqrt(2))),
        (4, 3, erfc(sqrt(2)) + sqrt(8 / pi) * exp(-2)),
        # Critical values as tables print them.
        (6.635, 1, 0.01),
        (9.210, 2, 0.01),
        (11.345, 3, 0.01),
        (13.277, 4, 0.01),
        (7.815, 3, 0.05),
        (23.209, 10, 0.01),
        (21.666, 9, 0.01),
    ],
)
def test_chi_square(statistic: float, freedom: int, expected: float) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(expected, rel=1e-3)


# Switching off


def test_settings_of_a_site() -> None:
    assert check_rule_settings(None) == {}
    assert check_rule_settings({"absolutes": False, "long-stem": True}) == {"absolutes": False, "long-stem": True}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (["absolutes"], "`rules` must map names of rules to `false`. Write `absolutes: false`, for example."),
        ({"absolute": False}, "In `rules`, there is no quality rule `absolute`. Did you mean `absolutes`?"),
        ({"Long_Stem": False}, "In `rules`, there is no quality rule `Long_Stem`. Did you mean `long-stem`?"),
        ({"grammar": False}, "In `rules`, there is no quality rule `grammar`. Copy the name from a warning."),
        ({3: False}, "In `rules`, there is no quality rule `3`. Copy the name from a warning."),
        (
            {"no-key": False},
            "In `rules`, `no-key` is an error, and errors cannot be switched off. Fix what it reports.",
        ),
        (
            {"bad-ignore": False},
            "In `rules`, `bad-ignore` cannot be switched off. Fix or remove the comment that it reports.",
        ),
        (
            {"absolutes": "off"},
            "In `rules`, `absolutes` is `off`. Write `absolutes: false` to switch the rule off.",
        ),
    ],
)
def test_settings_that_cannot_be(value: object, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  The whole message is compared.
        check_rule_settings(value)
    assert str(caught.value) == message


def test_what_is_off_for_the_site_finds_nothing_and_needs_no_comment() -> None:
    text = "<!-- recall: ignore option-count: two are enough -->\n" + question("a", options=2)
    assert [problem.rule for problem in judge(question("a", options=2))] == ["option-count"]
    assert judge(text, rules={"option-count": False}) == []


def test_languages() -> None:
    assert find_words("de-AT") is find_words("DE_de") is LANGUAGES["de"]
    assert find_words("fr") is find_words("") is NO_WORDS


# The course


def course() -> Iterator[Page]:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        yield Page(path=path.relative_to(ROOT).as_posix(), lines=path.read_text("utf-8").split("\n"))


def test_the_course_has_no_warnings_but_those_it_ignores_with_a_reason() -> None:
    bank = Bank()
    assert [str(problem) for problem in check_quality([bank.read(page) for page in course()])] == []
