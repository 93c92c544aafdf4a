"""What a topic asks: how many questions of each kind and level, where their keys are, and who teaches them."""

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from mkdocs_recall.kinds import Card, Explain, Item, Mcq, Practice
from mkdocs_recall.rules.quality.view import McqView
from mkdocs_recall.rules.word_lists import NO_WORDS
from mkdocs_recall.site.bank import PageItems
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from mkdocs_recall.site.statistics import count_ideas
from paths import ROOT

NAMES = ("fine-tuning", "tokenizers", "datasets", "heads", "trainer", "metrics", "overfitting")
HARD = 3

topics = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def pages() -> dict[str, PageItems]:
    """The pages of the topics by their names."""
    site = read_site(read_settings(ROOT / "mkdocs.yml"))
    return {Path(page.page.path).stem: page for page in site.pages if page.page.path.startswith("docs/topics/")}


def all_of(kind: type[Item], pages: Iterable[PageItems]) -> list[Item]:
    return [item for page in pages for item in page.items() if type(item) is kind]


def choices(pages: Iterable[PageItems]) -> list[Mcq]:
    return [item for item in all_of(Mcq, pages) if isinstance(item, Mcq)]


def measured(pages: Iterable[PageItems]) -> list[McqView]:
    """The questions with one key, as the rules about length look at them."""
    pairs = [(entry.block, entry.region) for page in pages for entry in page.all_entries()]
    single = [(item, region) for item, region in pairs if isinstance(item, Mcq) and len(item.keys) == 1]
    views = [McqView(item, region, "", NO_WORDS, tested=False) for item, region in single]
    return [view for view in views if view.lengths]


@topics
def test_a_lesson_has_cards_over_three_levels_checks_prompts_and_practice(
    pages: dict[str, PageItems], name: str
) -> None:
    page = pages[name]
    cards = all_of(Card, [page])
    assert len(cards) >= 9
    assert {card.rank for card in cards} == {1, 2, 3}
    prompts = all_of(Explain, [page])
    assert len(prompts) == 3
    assert all(4 <= len(prompt.concepts) <= 6 for prompt in prompts)
    assert all(prompt.texts("model-answer") for prompt in prompts)
    checks, practice = [deck for deck in page.sets() if isinstance(deck, Practice)]
    assert len(checks.items) >= 8
    assert Counter(item.rank for item in practice.items) == {1: 2, 2: 2, 3: 1}
    for item in practice.items:
        labels = {part.label for part in item.parts}
        assert labels >= {"hint", "solution", "final-answer", "quick-check", "common-mistakes"}, item.id


@topics
def test_a_bank_has_three_questions_for_each_of_five_to_seven_objectives(
    pages: dict[str, PageItems], name: str
) -> None:
    (deck,) = pages[f"{name}-test"].tests()
    levels = Counter(item.rank for item in deck.items)
    assert (levels[1] >= 12, levels[2] >= 12, levels[3] >= 6) == (True, True, True)
    objectives = Counter(item.settings["objective"] for item in deck.items)
    assert 5 <= len(objectives) <= 7
    assert min(objectives.values()) >= 3
    assert (deck.draw, deck.mix) == (10, (4, 4, 2))


@topics
def test_the_lesson_teaches_each_question_in_a_section_of_its_own(pages: dict[str, PageItems], name: str) -> None:
    for item in pages[name].items():
        assert item.settings["taught"].startswith("#"), item.id
    for item in pages[f"{name}-test"].items():
        assert item.settings["taught"].partition("#")[0] in (f"{name}.md", ""), item.id
    asked = {item.settings["objective"] for item in pages[f"{name}-test"].items()}
    assert asked <= {item.settings.get("objective") for item in pages[name].items()}


@topics
def test_the_longest_option_gives_no_key_away(pages: dict[str, PageItems], name: str) -> None:
    for page in (pages[name], pages[f"{name}-test"]):
        views = measured([page])
        assert sum(view.longest == view.key for view in views) <= 0.3 * len(views)


def test_positions_of_keys_are_within_chance(pages: dict[str, PageItems]) -> None:
    """Pearson's test: over all pages, and on each, with a chance of one in a hundred (over 14 pages) to be exceeded."""
    limit = {False: 11.34, True: 16.3}
    for one, group in [(False, list(pages.values())), *((True, [page]) for page in pages.values())]:
        four = [item for item in choices(group) if len(item.keys) == 1 and len(item.options) == 4]
        four = [item for item in four if item.settings.get("order") != "fixed"]
        if not four:
            continue
        places = Counter(next(at for at, option in enumerate(item.options) if option.key) for item in four)
        share = len(four) / 4
        assert math.fsum((places[at] - share) ** 2 / share for at in range(4)) < limit[one], places


@topics
def test_questions_with_several_answers_have_different_numbers_of_keys(pages: dict[str, PageItems], name: str) -> None:
    several = Counter(len(item.keys) for item in choices([pages[name], pages[f"{name}-test"]]) if is_multiple(item))
    assert set(several) >= {2, 3}
    assert max(several.values()) < sum(several.values())


def is_multiple(item: Mcq) -> bool:
    return len(item.keys) > 1 or item.settings.get("multiple") is not None


@topics
def test_a_hard_question_takes_two_ideas(pages: dict[str, PageItems], name: str) -> None:
    """They are the steps of its solution."""
    hard = [item for item in choices([pages[name], pages[f"{name}-test"]]) if item.rank == HARD]
    assert hard
    assert [item.id for item in hard if count_ideas(item) < 2] == []


def test_every_option_has_a_reason(pages: dict[str, PageItems]) -> None:
    assert [item.id for item in choices(pages.values()) if not all(option.reason for option in item.options)] == []


def test_at_least_ninety_questions_are_run(pages: dict[str, PageItems]) -> None:
    assert sum("run" in item.settings for page in pages.values() for item in page.items()) >= 90
