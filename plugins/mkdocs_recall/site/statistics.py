"""Statistics of a site's questions, topic by topic: kinds, levels, objectives, reasons, keys, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..kinds import ITEMS, Item, MasteryTest, Mcq
from ..model.vocabulary import letter
from ..rules.quality.feedback import HARD
from ..rules.quality.view import McqView
from ..rules.word_lists import NO_WORDS
from ..ui import ENGLISH_UI, Words
from .bank import PageItems
from .sections.lessons import title_of

FULL_BANK = 3
"""How many times as many items as it draws a test should have, so that a second form is mostly new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCounts:
    """The items of a page."""

    path: str
    title: str
    kinds: Counter[str]
    """Items by kind."""
    levels: Counter[int]
    """Items by rank, 0 for those without a level."""
    objectives: Counter[str]
    """Items by objective, the empty name for those without one."""
    options: int
    """Options of choice questions."""
    reasoned: int
    """Those of them that have a reason."""
    measured: int
    """Choice questions with one key and options whose length can be compared."""
    longest: int
    """Those of them whose key is longer than every distractor."""
    expected: float
    """How many of them there would be by chance: the sum of 1 / options over those with one longest option."""
    positions: Counter[int]
    """Choice questions with one key by the key's position, from 0."""
    ideas: Counter[int]
    """Items of the highest level by their number of ideas, see `count_ideas`; 0 where that is unknown. Cards do not
    count."""
    several: Counter[int]
    """Choice questions with several keys by their number of keys."""
    run: int
    """Items that name a script."""
    taught: int
    """Items that name the section that teaches them."""
    draws: Counter[int]
    """What a test over several pages draws from: its own questions and those of other pages, by rank."""
    lacks: tuple[str, ...]
    """What is missing, in sentences."""


Pools = Mapping[str, Sequence[Item]]
"""What tests over several pages draw from, by their ids."""


def count_topics(
    pages: Sequence[PageItems], levels: Sequence[Sequence[str]], pools: Pools | None = None, say: Words = ENGLISH_UI
) -> list[TopicCounts]:
    """The topics of a site: its pages that hold items, or a test that draws from other pages."""
    pools = pools or {}
    held = (page for page in pages if any(page.items()) or any(deck.id in pools for deck in page.sets()))
    return [_count(page, levels, pools, say) for page in held]


def _count(page: PageItems, levels: Sequence[Sequence[str]], pools: Pools, say: Words) -> TopicCounts:
    items = list(page.items())
    choices = [item for item in items if isinstance(item, Mcq)]
    measured = [view for view in _view_single(page, choices) if view.lengths]
    return TopicCounts(
        path=page.page.path,
        title=title_of(page) or page.page.path,
        kinds=Counter(item.kind for item in items),
        levels=_count_levels(items),
        objectives=Counter(item.settings.get("objective", "") for item in items),
        options=sum(len(item.options) for item in choices),
        reasoned=_count_reasoned(choices),
        measured=len(measured),
        longest=_count_longest(measured),
        expected=_expect_longest(measured),
        positions=_count_positions(choices),
        ideas=_count_hard(items),
        several=_count_several(choices),
        run=_count_setting(items, "run"),
        taught=_count_setting(items, "taught"),
        draws=_count_levels([item for deck in page.sets() for item in pools.get(deck.id, ())]),
        lacks=tuple(_lacks(page, items, choices, levels, pools, say)),
    )


def _count_levels(items: Iterable[Item]) -> Counter[int]:
    return Counter(item.rank for item in items)


def _count_reasoned(choices: Iterable[Mcq]) -> int:
    return sum(bool(option.reason) for item in choices for option in item.options)


def _count_longest(views: Iterable[McqView]) -> int:
    return sum(view.longest == view.key for view in views)


def _expect_longest(views: Iterable[McqView]) -> float:
    """How many longest keys chance would make: where several options are equally long, none is the longest."""
    return sum(1 / len(view.lengths) for view in views if view.longest is not None)


def _count_positions(choices: Iterable[Mcq]) -> Counter[int]:
    keys = ([at for at, option in enumerate(item.options) if option.key] for item in choices)
    return Counter(at for at, *others in keys if not others)


def _view_single(page: PageItems, choices: Iterable[Mcq]) -> list[McqView]:
    """The questions with one key, as the rules look at them."""
    regions = {entry.region.start: entry.region for each in page.entries for entry in (each, *each.children)}
    single = [item for item in choices if len(item.keys) == 1]
    return [McqView(item, regions[item.start], "", NO_WORDS, tested=False) for item in single]


def _count_hard(items: Iterable[Item]) -> Counter[int]:
    """Items of the highest level by their number of ideas, without those that have no place for them."""
    able = (item for item in items if {"solution", "model-answer"} & {*item.spec.parts})
    return Counter(count_ideas(item) for item in able if item.rank == HARD)


def count_ideas(item: Item) -> int:
    """How many ideas it takes to answer an item, as far as its author has written them down; 0 where none are.

    That is the number of concepts of an explain prompt, and the number of steps of any other item's solution.
    """
    return len(item.concepts) or sum(len(part.steps) for part in item.parts if part.label == "solution")


def _count_several(choices: Iterable[Mcq]) -> Counter[int]:
    return Counter(len(item.keys) for item in choices if len(item.keys) > 1)


def _count_setting(items: Iterable[Item], name: str) -> int:
    return sum(name in item.settings for item in items)


def _lacks(
    page: PageItems,
    items: Sequence[Item],
    choices: Sequence[Mcq],
    levels: Sequence[Sequence[str]],
    pools: Pools,
    say: Words,
) -> Iterator[str]:
    bare = sum(not option.reason for item in choices for option in item.options)
    if bare:
        yield say("page.lack.reason", n=bare)
    unranked = sum(not item.rank for item in items)
    if unranked:
        yield say("page.lack.level", n=unranked)
    if any(item.settings.get("objective") for item in items):
        aimless = sum("objective" not in item.settings for item in items)
        if aimless:
            yield say("page.lack.objective", n=aimless)
    for deck in page.tests():
        if deck.origins:
            yield from _lacks_of_mix(deck, pools[deck.id], levels, say) if deck.id in pools else ()
        else:
            yield from _lacks_of_mix(deck, deck.items, levels, say)
            yield from _lacks_of_objectives(deck, say)


def _lacks_of_mix(
    deck: MasteryTest, items: Sequence[Item], levels: Sequence[Sequence[str]], say: Words
) -> Iterator[str]:
    for rank, wanted in enumerate(deck.mix, 1):
        there = sum(item.rank == rank for item in items)
        full = FULL_BANK * wanted
        if there < full:
            name = levels[rank - 1][0]
            yield say("page.lack.mix", n=full - there, level=name, test=deck.id, draws=wanted, has=there, full=full)


def _lacks_of_objectives(deck: MasteryTest, say: Words) -> Iterator[str]:
    for objective, number in sorted(Counter(item.settings.get("objective", "") for item in deck.items).items()):
        if objective and number < FULL_BANK:
            yield say("page.lack.test", n=FULL_BANK - number, objective=objective, test=deck.id, has=number)


Statistic = tuple[str, str]
"""A name and what is said under it."""


def describe(topic: TopicCounts, levels: Sequence[Sequence[str]], say: Words = ENGLISH_UI) -> list[Statistic]:
    """A topic in words, for the command line and for the page."""
    counted = ((name, topic.kinds[name]) for name in ITEMS)
    kinds = say.list(say(f"page.coverage.kind.{name}", n=number) for name, number in counted if number)
    named = sorted((name, number) for name, number in topic.objectives.items() if name)
    rows = []
    if kinds:
        rows.append((say("page.coverage.items"), kinds))
        rows.append((say("page.coverage.levels"), _ranks(topic.levels, levels, say)))
    if topic.draws:
        rows.append((say("page.coverage.draws"), _ranks(topic.draws, levels, say)))
    if named:
        each = (say("page.coverage.objective", objective=name, n=number) for name, number in named)
        rows.append((say("page.coverage.objectives"), say.list(each)))
    if topic.options:
        percent = f"{100 * topic.reasoned / topic.options:.0f}"
        told = say("page.coverage.reasoned", reasoned=topic.reasoned, n=topic.options, percent=percent)
        rows.append((say("page.coverage.reasons"), told))
    if topic.measured:
        longest, n, expected = topic.longest, topic.measured, float(topic.expected)
        told = say("page.coverage.longestOf", longest=longest, n=n, expected=expected)
        rows.append((say("page.coverage.longest"), told))
    if topic.positions:
        places = range(max(topic.positions) + 1)
        each = (say("page.coverage.keyAt", letter=letter(at), n=topic.positions[at]) for at in places)
        rows.append((say("page.coverage.keys"), say.list(each)))
    if topic.several:
        each = (say("page.coverage.keysEach", keys=keys, n=number) for keys, number in sorted(topic.several.items()))
        rows.append((say("page.coverage.several"), say.list(each)))
    if topic.ideas:
        rows.append((say("page.coverage.hard"), _ideas(topic.ideas, say)))
    number = topic.kinds.total()
    if topic.run:
        rows.append((say("page.coverage.run"), say("page.coverage.share", has=topic.run, n=number)))
    if topic.taught:
        rows.append((say("page.coverage.taught"), say("page.coverage.share", has=topic.taught, n=number)))
    return rows


def _ideas(ideas: Counter[int], say: Words) -> str:
    known = {number: items for number, items in ideas.items() if number}
    told = []
    if known:
        n = sum(known.values())
        written = sum(number * items for number, items in known.items())
        mean = written / n if written % n else written // n
        told.append(say("page.coverage.ideas", mean=mean, least=min(known), most=max(known), n=n))
    if ideas[0]:
        told.append(say("page.coverage.noIdeas", n=ideas[0]))
    return say.list(told)


def _ranks(counts: Counter[int], levels: Sequence[Sequence[str]], say: Words) -> str:
    ranked = [
        say("page.coverage.level", n=counts[rank], level=names[0])
        for rank, names in enumerate(levels, 1)
        if counts[rank]
    ]
    return say.list([*ranked, *([say("page.coverage.noLevel", n=counts[0])] if counts[0] else [])])


def total(topics: Sequence[TopicCounts], levels: Sequence[Sequence[str]], say: Words = ENGLISH_UI) -> list[Statistic]:
    """All topics together, in words."""
    whole = TopicCounts(
        path="",
        title="",
        kinds=sum((topic.kinds for topic in topics), Counter()),
        levels=sum((topic.levels for topic in topics), Counter()),
        objectives=Counter(),
        options=sum(topic.options for topic in topics),
        reasoned=sum(topic.reasoned for topic in topics),
        measured=sum(topic.measured for topic in topics),
        longest=sum(topic.longest for topic in topics),
        expected=sum(topic.expected for topic in topics),
        positions=sum((topic.positions for topic in topics), Counter()),
        ideas=sum((topic.ideas for topic in topics), Counter()),
        several=sum((topic.several for topic in topics), Counter()),
        run=sum(topic.run for topic in topics),
        taught=sum(topic.taught for topic in topics),
        draws=Counter(),
        lacks=(),
    )
    return describe(whole, levels, say)


def write_topics(topics: Sequence[TopicCounts], levels: Sequence[Sequence[str]], language: str = "") -> Iterator[str]:
    """The topics as text for a terminal; `language` is theirs, where a site has several."""
    for topic in topics:
        yield f"{topic.title} ({topic.path})"
        yield from (f"  {name:<12} {words}" for name, words in describe(topic, levels))
        yield from (f"  {'Missing':<12} {lack}" for lack in topic.lacks)
        yield ""
    yield f"All topics in {language}" if language else "All topics"
    yield from (f"  {name:<12} {words}" for name, words in total(topics, levels))


def as_data(
    topics: Sequence[TopicCounts], levels: Sequence[Sequence[str]], language: str = ""
) -> list[dict[str, object]]:
    """The topics as plain data, for JSON."""
    ranks = {0: "", **{rank: names[0] for rank, names in enumerate(levels, 1)}}
    return [
        {
            "path": topic.path,
            "title": topic.title,
            "language": language,
            "kinds": dict(topic.kinds),
            "levels": {ranks[rank]: number for rank, number in sorted(topic.levels.items())},
            "objectives": dict(sorted(topic.objectives.items())),
            "options": topic.options,
            "reasoned": topic.reasoned,
            "longest_key": {"questions": topic.measured, "found": topic.longest, "chance": round(topic.expected, 3)},
            "key_positions": {letter(at): number for at, number in sorted(topic.positions.items())},
            "keys_of_several": {str(keys): number for keys, number in sorted(topic.several.items())},
            "ideas_of_hard": {str(ideas): number for ideas, number in sorted(topic.ideas.items())},
            "run": topic.run,
            "taught": topic.taught,
            "draws_from": {ranks[rank]: number for rank, number in sorted(topic.draws.items())},
            "lacks": list(topic.lacks),
        }
        for topic in topics
    ]
