"""Numbers with a tolerance as the ranges that number questions have."""

from __future__ import annotations

import re

from ..model.ranges import read_value, write_number

_NUMBER = re.compile(r"[-+]?(?:\d{1,50}(?:[.,]\d{0,50})?|[.,]\d{1,50})(?:[eE][-+]?\d{1,2})?")


def write_range(number: str, tolerance: str = "") -> str:
    """Return a number, or a range such as `1..5`, as an answer; what is none is returned as it is, for its message."""
    number, tolerance = " ".join(number.split()), " ".join(tolerance.split())
    low, dots, high = number.partition("..")
    if dots and _NUMBER.fullmatch(low.strip()) and _NUMBER.fullmatch(high.strip()):
        return f"{_decimal(low)}..{_decimal(high)}"
    if not _NUMBER.fullmatch(number):
        return re.sub(r"[^\w .,+-]", "?", number)[:80]
    plain = _decimal(number)
    value = read_value(plain)
    reach = read_value(_decimal(tolerance)) if _NUMBER.fullmatch(tolerance) else None
    if value is None or not reach:
        return plain
    return f"{write_number(value - abs(reach))}..{write_number(value + abs(reach))}"


def _decimal(text: str) -> str:
    """A number with a point for its decimals and a digit before it."""
    plain = text.strip().replace(",", ".").removeprefix("+").removesuffix(".")
    return re.sub(r"^(-?)\.", r"\g<1>0.", plain)
