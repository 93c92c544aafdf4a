"""How likely a result is by chance: the two tests of the rules over many questions."""

from __future__ import annotations

from math import erfc, exp, lgamma, log, log1p, pi, sqrt


def binomial_tail(hits: int, trials: int, chance: float) -> float:
    """Probability of `hits` or more in so many trials, each with the same chance: the exact one-sided binomial test."""
    if hits <= 0 or chance >= 1:
        return 1.0
    if hits > trials or chance <= 0:
        return 0.0
    total = 0.0
    for count in range(hits, trials + 1):
        ways = lgamma(trials + 1) - lgamma(count + 1) - lgamma(trials - count + 1)
        term = exp(ways + count * log(chance) + (trials - count) * log1p(-chance))
        total += term
        if count > trials * chance and term < total * 1e-12:
            break
    return min(total, 1.0)


def chi_square_tail(statistic: float, freedom: int) -> float:
    """Probability that chi-square with so many degrees of freedom is at least `statistic`.

    The closed forms of Abramowitz and Stegun, 26.4.4 and 26.4.5: a finite sum for whole degrees of freedom.
    """
    if statistic <= 0:
        return 1.0
    half = statistic / 2
    if freedom % 2:
        total = erfc(sqrt(half))
        term = sqrt(statistic) * exp(-half) * sqrt(2 / pi)
        first = 3
    else:
        total = term = exp(-half)
        term *= half
        first = 4
    for degrees in range(first, freedom + 1, 2):
        total += term
        term *= statistic / degrees
    return min(total, 1.0)
