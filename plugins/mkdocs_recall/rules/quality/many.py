"""Rules over many questions: a page, a set or the whole site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...model.problems import Fault
from ...model.rule_names import QualityRule
from .chance import binomial_tail, chi_square_tail
from .view import warn

LEVEL = 0.01
"""Significance level: results that are less likely than this by chance are reported."""
KEYS, POSITIONS = 15, 20
"""How many questions it takes to judge the length of keys, and their positions among the same number of options."""
SET, SHARE = 5, 0.3
"""A set of this many questions or more may have this share of true-or-false questions."""


class Tally(NamedTuple):
    """What the rules over many questions need to know of one with a single key."""

    start: int
    """Index in its page of the header."""
    options: int
    key: int
    """Index of the key."""
    longest: int | None
    """Index of the option that is longer than all others; None where none is."""
    measured: bool
    """Whether the lengths of its options can be told."""


class Finding(NamedTuple):
    """A finding, and the number of its page."""

    page: int
    fault: Fault


def longest_key_share(pages: Sequence[Sequence[Tally]]) -> Iterator[Finding]:
    """Pages, or else the site, where the longest option is the key more often than chance would have it."""
    told = [[tally for tally in page if tally.measured] for page in pages]
    large = [number for number, page in enumerate(told) if len(page) >= KEYS]
    odd = [number for number in large if _longest_by_chance(told[number]) < LEVEL / len(large)]
    for number in odd:
        yield Finding(number, _share(told[number], told[number], "page"))
    every = [tally for page in told for tally in page]
    if not odd and len(every) >= KEYS and _longest_by_chance(every) < LEVEL:
        worst = max(range(len(told)), key=lambda number: _excess(told[number]))
        yield Finding(worst, _share(told[worst], every, "site"))


def _longest_by_chance(tallies: Sequence[Tally]) -> float:
    # Where several options are equally long, none is the longest, so that chance cannot make it the key either.
    trials = sum(tally.longest is not None for tally in tallies)
    # One chance for all, the mean of 1/k: where numbers of options differ, that errs on the quiet side.
    return binomial_tail(_hits(tallies), trials, _expected(tallies) / trials) if trials else 1.0


def _hits(tallies: Iterable[Tally]) -> int:
    return sum(tally.longest == tally.key for tally in tallies)


def _expected(tallies: Iterable[Tally]) -> float:
    return sum(1 / tally.options for tally in tallies if tally.longest is not None)


def _excess(tallies: Sequence[Tally]) -> float:
    return _hits(tallies) - _expected(tallies)


def _share(page: Sequence[Tally], tallies: Sequence[Tally], where: str) -> Fault:
    what = (
        f"the key is the longest option in {_hits(tallies)} of the {where}'s {len(tallies)} questions;"
        f" about {_expected(tallies):.0f} would be expected by chance."
    )
    return warn(
        page[0].start, "longest-key-share", what, "Shorten some of the keys, or make their distractors more detailed."
    )


def key_position(pages: Sequence[Sequence[Tally]]) -> Iterator[Finding]:
    """Pages, or else the site, where keys stand in some places far more often than in others."""
    large = [number for number, page in enumerate(pages) if _by_count(page)]
    odd = [number for number in large if _places_by_chance(pages[number]) < LEVEL / len(large)]
    for number in odd:
        yield Finding(number, _places(pages[number], pages[number], "page"))
    every = [tally for page in pages for tally in page]
    if not odd and _by_count(every) and _places_by_chance(every) < LEVEL:
        worst = max(range(len(pages)), key=lambda number: _statistic(_by_count(pages[number], 1)))
        yield Finding(worst, _places(pages[worst], every, "site"))


def _by_count(tallies: Iterable[Tally], least: int = POSITIONS) -> dict[int, Counter[int]]:
    """How often the key has each place, by the number of options; what is too rare to judge is left out."""
    counts: dict[int, Counter[int]] = {}
    for (options, key), number in Counter((tally.options, tally.key) for tally in tallies).items():
        counts.setdefault(options, Counter())[key] = number
    return {options: places for options, places in counts.items() if places.total() >= least}


def _statistic(counts: dict[int, Counter[int]]) -> float:
    """Chi-square against equal numbers in all places."""
    return sum(
        (places[at] - places.total() / options) ** 2 / (places.total() / options)
        for options, places in counts.items()
        for at in range(options)
    )


def _places_by_chance(tallies: Sequence[Tally]) -> float:
    counts = _by_count(tallies)
    return chi_square_tail(_statistic(counts), sum(options - 1 for options in counts))


def _places(page: Sequence[Tally], tallies: Sequence[Tally], where: str) -> Fault:
    counts = _by_count(tallies)
    options = max(counts, key=lambda each: _statistic({each: counts[each]}))
    listed = ", ".join(f"{chr(ord('A') + at)} {counts[options][at]}" for at in range(options))
    what = f"the keys of the {where}'s questions with {options} options are unevenly distributed: {listed}."
    return warn(page[0].start, "key-position", what, "Put the options in random order.")


def true_false(start: int, name: str, count: int, pairs: int) -> Fault | None:
    """A set or page in which too many questions are true-or-false questions."""
    if count < SET or pairs <= count * SHARE:
        return None
    what = f"{pairs} of the {name}'s {count} questions are true-or-false questions, which are easy to guess."
    return warn(start, "true-false", what, "Give some of them three options, two of which are plausible mistakes.")


RULES: tuple[QualityRule, ...] = ("longest-key-share", "key-position", "true-false")
