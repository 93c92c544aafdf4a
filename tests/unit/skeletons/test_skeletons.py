"""`recall new`: an example of each kind that needs no mending, and shows what a good question looks like."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mkdocs_recall.formatter import format_page
from mkdocs_recall.kinds import Item, Mcq
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.skeletons import BLOCKS, skeleton, topic
from paths import PACKAGE

TITLE = 'Loops in "Python" 3'
OWN_LEVELS = (("basic",), ("standard", "core"), ("expert", "very hard"))
TEXTS = {kind: skeleton(kind, title=TITLE) for kind in BLOCKS} | topic(title=TITLE)


def read(*texts: str, levels: tuple[tuple[str, ...], ...] = DEFAULT_LEVELS) -> Bank:
    bank = Bank(levels=levels)
    for number, text in enumerate(texts):
        bank.read(Page(path=f"{number}.md", lines=text.split("\n")))
    return bank


def items(text: str) -> list[Item]:
    (page,) = read(text).pages.values()
    return list(page.items())


def questions(text: str) -> list[Mcq]:
    return [item for item in items(text) if isinstance(item, Mcq)]


@pytest.mark.parametrize("name", TEXTS)
def test_it_has_no_problem_and_is_canonical(name: str) -> None:
    text = TEXTS[name]
    assert read(text).problems() == []
    assert items(text)
    made = format_page(text)
    assert (made.text, made.left, made.added) == (text, (), ())
    assert text.endswith("\n")
    assert max(map(len, text.split("\n"))) <= 125


def test_a_topic_is_two_pages_that_go_together() -> None:
    pages = topic("loops", title=TITLE)
    assert list(pages) == ["loops.md", "loops-test.md"]
    bank = read(*pages.values())
    assert bank.problems() == []
    lesson, test = bank.pages.values()
    objectives = {item.settings["objective"] for item in lesson.items()}
    assert {item.settings["objective"] for item in test.items()} <= objectives
    (deck,) = test.sets()
    ranks = [sum(item.rank == rank for item in deck.items) for rank in (1, 2, 3)]
    assert all(there >= drawn for there, drawn in zip(ranks, deck.mix, strict=True))
    assert sum(ranks) > deck.draw >= 8
    assert f"{deck.draw} questions from easy to hard, drawn from {sum(ranks)}" in pages["loops-test.md"]
    assert f"{deck.draw} questions, drawn from {sum(ranks)}" in pages["loops.md"]
    assert (deck.id, deck.title, deck.settings["learn"]) == ("loops-test", TITLE.replace('"', "'"), "loops.md")
    assert pages["loops.md"].startswith(f"# {TITLE}\n")
    assert {item.kind for item in lesson.items()} == {"card", "mcq", "explain"}
    assert "Leap years" not in "".join(pages.values())
    assert "leap-years" not in "".join(pages.values())


def test_all_of_them_build(small_site: Callable[..., Path]) -> None:
    pages = {f"{kind}.md": f"# {kind}\n\n{skeleton(kind, f'a-{kind}')}" for kind in BLOCKS}
    site = small_site({"index.md": "# Home\n", **pages, **topic("loops", title=TITLE)}, strict=True)
    for kind in BLOCKS:
        assert f'id="recall-a-{kind}"' in (site / f"{kind}.html").read_text("utf-8")
    page = (site / "loops.html").read_text("utf-8")
    assert Links.of(page) >= {"loops-test.html#recall-loops-test", "#why-a-day-is-added", "loops-test.html"}
    assert 'id="why-a-day-is-added"' in page
    assert "recall-error" not in page
    assert "$" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


class Links(HTMLParser):
    """Where a page's links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(dict(attrs).get("href") or "")

    @classmethod
    def of(cls, html: str) -> set[str]:
        links = cls()
        links.feed(html)
        return links.found


# Ids and levels


def test_the_id_comes_from_the_title() -> None:
    assert skeleton("card", title=TITLE).startswith("/// card | loops-in-python-3 beginner")
    assert skeleton("card", "loops", title=TITLE).startswith("/// card | loops beginner")
    assert skeleton("card").startswith("/// card | leap-years beginner")


def test_every_id_is_new() -> None:
    taken = {"loops-odd", "loops-2-test-mean"}
    pages = topic(title="Loops", taken=taken)
    assert list(pages) == ["loops-3.md", "loops-3-test.md"]
    ids = re.findall(r"^/{3,4} \w+ \| (\S+)", "".join(pages.values()), re.MULTILINE)
    assert len(ids) == len(set(ids))
    assert not taken & set(ids)
    assert all(id.startswith("loops-3") for id in ids)


def test_an_id_before_a_level_of_the_site_is_new() -> None:
    text = skeleton("card", title="Loops", levels=OWN_LEVELS, taken={"loops"})
    assert [item.id for item in read(text, levels=OWN_LEVELS).pages["0.md"].items()] == ["loops-2"]


@pytest.mark.parametrize(
    ("id", "message"),
    [("Loops", "ids consist of lower-case"), ("loops", "`loops` is already used"), ("a b", "ids consist of")],
)
def test_an_id_that_cannot_be_is_refused(id: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        skeleton("practice", id, taken=["loops"])


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_site_has_levels_of_its_own(kind: str) -> None:
    text = skeleton(kind, levels=OWN_LEVELS)
    assert read(text, levels=OWN_LEVELS).problems() == []
    assert format_page(text, levels=OWN_LEVELS).text == text
    own = [item.rank for item in next(iter(read(text, levels=OWN_LEVELS).pages.values())).items()]
    assert own == [item.rank for item in items(skeleton(kind))]


# What a good question looks like


@pytest.mark.parametrize("name", TEXTS)
def test_every_option_has_a_reason_and_none_stands_out(name: str) -> None:
    for item in questions(TEXTS[name]):
        assert len(item.options) == 3
        assert len(item.keys) == 1
        assert all(option.reason for option in item.options), item.id
        key = len(item.keys[0].text.source)
        others = [option.text.source for option in item.options if not option.key]
        assert key < 1.5 * max(map(len, others)) or key < max(map(len, others)) + 15, item.id
        assert not re.search(r"(?i)\b(?:all|none|both) of (?:the|these)\b", " ".join(others)), item.id
        assert item.stem.source.rstrip().endswith("?")


@pytest.mark.parametrize("name", [*BLOCKS[1:4:2], "loops-in-python-3.md"])
def test_questions_outside_of_tests_have_a_hint(name: str) -> None:
    assert all(any(item.texts("hint")) for item in questions(TEXTS[name]))


@pytest.mark.parametrize("name", ["loops-in-python-3.md", "loops-in-python-3-test.md"])
def test_keys_stand_anywhere_and_are_the_longest_no_more_often_than_by_chance(name: str) -> None:
    found = questions(TEXTS[name])
    places = [[option.key for option in item.options].index(True) for item in found]
    assert {places.count(place) for place in range(3)} <= {2, 3, 4}
    longest = sum(
        len(item.keys[0].text.source) > max(len(option.text.source) for option in item.options if not option.key)
        for item in found
    )
    assert longest <= len(found) / 3


@pytest.mark.parametrize("name", TEXTS)
def test_numbers_stand_in_order(name: str) -> None:
    for item in questions(TEXTS[name]):
        numbers = [re.fullmatch(r"(?:In )?([\d.]+)", option.text.source) for option in item.options]
        values = [float(number[1]) for number in numbers if number]
        assert values == sorted(values)


# The facts


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def test_what_they_claim_is_so() -> None:
    assert [year for year in (1800, 1900, 1600, 2000, 2023, 2024, 2026, 2028, 2030, 2100) if is_leap(year)] == [
        *(1600, 2000, 2024, 2028),
    ]
    assert sum(map(is_leap, range(2001, 2101))) == 24
    assert sum(map(is_leap, range(1901, 2001))) == 25
    assert sum(map(is_leap, range(400))) == 97
    assert next(year for year in range(2097, 2200) if is_leap(year)) == 2104
    assert round(1 / (365.25 - 365.2422)) == 128
    assert 365 + 97 / 400 == 365.2425


def test_the_files_beside_the_module_are_all_used() -> None:
    folder = PACKAGE / "skeletons"
    assert {file.stem for file in folder.glob("*.md")} == {*BLOCKS, "topic"}


def test_an_id_that_is_too_long_with_what_a_topic_adds_is_refused() -> None:
    assert skeleton("card", "a" * 200)
    with pytest.raises(
        ValueError, match=r"^The id `a{40}…` is too long: it has \d+ characters, and ids have at most 200"
    ):
        topic("a" * 200)
    assert topic(title="many " * 3 + "a" * 300)
