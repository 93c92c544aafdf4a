"""The numbers that a question accepts, as authors write them: `30`, `108..112`, `110 ± 2`, `3.14 ± 1%`."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import NamedTuple

_GROUPS = "|".join(rf"[1-9]\d{{0,2}}(?:{sign}\d{{3}})+" for sign in (",", " ", "'", "_"))
"""Digits in groups of three, with the same sign between all of them."""
_NUMBER = rf"[-+]?(?:(?:{_GROUPS}|[1-9]\d?(?:,\d\d)+,\d{{3}}|\d+)(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{{1,3}})?(?: ?/ ?\d+)?"
_PLAIN = re.compile(_NUMBER)
_SPAN = re.compile(rf"(?P<low>{_NUMBER}) ?(?:\.\.|…) ?(?P<high>{_NUMBER})")
_AROUND = re.compile(rf"(?P<middle>{_NUMBER}) ?(?:±|\+/-|\+-) ?(?P<reach>{_NUMBER}) ?(?P<percent>%?)")
_COMMA = re.compile(r"\d,\d")
_SIGNS = str.maketrans({"\u2212": "-", "\u2019": "'"})


class Range(NamedTuple):
    """Numbers from `low` to `high`, both of them included. A single number is both."""

    low: Fraction
    high: Fraction


def read_value(text: str) -> Fraction | None:
    """The exact value of a number as authors write it; None where it is none, as with a zero below the line."""
    found = _PLAIN.fullmatch(_plain(text))
    if not found:
        return None
    above, _, below = re.sub("[, '_]", "", found[0]).partition("/")
    try:
        value = Fraction(Decimal(above))
        return value / Fraction(below) if below else value
    except (InvalidOperation, ValueError, ZeroDivisionError):
        return None


def read_range(text: str) -> Range | None:
    """The range that a text names; None where it names none. A range whose ends are swapped is empty, not None."""
    text = _plain(text)
    if found := _SPAN.fullmatch(text):
        low, high = read_value(found["low"]), read_value(found["high"])
        return None if low is None or high is None else Range(low, high)
    if found := _AROUND.fullmatch(text):
        middle, reach = read_value(found["middle"]), read_value(found["reach"])
        if middle is None or reach is None:
            return None
        reach = abs(middle) * reach / 100 if found["percent"] else reach
        return Range(middle - reach, middle + reach)
    value = read_value(text)
    return None if value is None else Range(value, value)


def has_decimal_comma(text: str) -> bool:
    """Whether a text that is no range looks like one with a comma in place of a point, as in `0,5`."""
    return (
        read_range(text) is None and read_range(_COMMA.sub(lambda found: found[0].replace(",", "."), text)) is not None
    )


def _plain(text: str) -> str:
    """A text with plain signs, and with single spaces of one kind."""
    return " ".join(text.split()).translate(_SIGNS)


def write_number(value: Fraction) -> str:
    """A number in the shortest form that loses nothing: a decimal where it is one, else a fraction."""
    below = value.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    if below != 1:
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    whole = abs(value.numerator * 10**places // value.denominator)
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text
