"""Rules about options that are numbers or ranges of numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...model.problems import Fault
from ...model.rule_names import QualityRule
from .view import McqCheck, McqView, quote, warn

_FIGURE = r"[-+−]?\d+(?:[.,]\d+)*"
_NUMBER = re.compile(rf"(?P<before>[$€£]?)(?P<figure>{_FIGURE})\s?(?P<unit>%|[^\W\d_][\w/.]*)?")
_RANGE = re.compile(
    rf"(?P<low>{_FIGURE})\s?(?P<unit>%|[^\W\d_]+)?\s?(?:[-–—]|to|bis)\s?(?P<high>{_FIGURE})"
    rf"(?:\s?(?:%|[^\W\d_]+))?"
)
_FIRST = frozenset("0123456789+-−$€£")
_AMBIGUOUS = re.compile(r"[-+−]?\d{1,3}[.,]\d{3}")


class Span(NamedTuple):
    """A range of numbers."""

    low: float
    high: float


def number_order(view: McqView) -> Fault | None:
    """Three or more options that are all numbers, in no order. `order=fixed` says that it has a meaning."""
    texts = view.texts
    if len(texts) < 3 or view.fixed or texts[0][:1] not in _FIRST or texts[1][:1] not in _FIRST:
        return None
    if texts[-1][:1].isalpha():
        return None
    found = [_NUMBER.fullmatch(text.rstrip(".")) for text in texts]
    if not all(found) or len({(match["before"], (match["unit"] or "")[:3]) for match in found if match}) > 1:
        return None
    figures = [match["figure"] for match in found if match]
    values = [read_number(figure, view.words.decimal) for figure in figures]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or _is_ordered(known) or _is_ordered([_version(figure) for figure in figures]):
        return None
    return warn(
        view.choice.options[0].text.start,
        "number-order",
        "the options are numbers, but they are not sorted.",
        "Sort them by size, and add `order=fixed` to the header if tests should keep that order.",
    )


def _is_ordered(values: list[float] | list[list[int]]) -> bool:
    return values in (sorted(values), sorted(values, reverse=True))


def _version(figure: str) -> list[int]:
    """A number such as 3.10 read as that of a version."""
    return [int(part) for part in re.findall(r"\d+", figure)]


def range_overlap(view: McqView) -> Fault | None:
    """Two options that are ranges and overlap in part. One inside the other is more exact, not in conflict."""
    if len([text for text in view.texts if text[:1] in _FIRST and not text.isdigit()]) < 2:
        return None
    spans: list[Span | None] = []
    for option, text in zip(view.choice.options, view.texts, strict=True):
        found = None if "`" in option.text.source else _RANGE.fullmatch(text.rstrip("."))
        span = _span(found, view.words.decimal) if found else None
        before = next((each for each in spans if span and each and _overlap(span, each)), None)
        if span and before:
            low, high = max(span.low, before.low), min(span.high, before.high)
            return warn(
                option.text.start,
                "range-overlap",
                f"this range and {quote(view.texts[spans.index(before)])} overlap from {low:g} to {high:g}.",
                "Make each range begin where another one ends.",
            )
        spans.append(span)
    return None


def _span(found: re.Match[str], decimal: str) -> Span | None:
    low, high = read_number(found["low"], decimal), read_number(found["high"], decimal)
    return Span(low, high) if low is not None and high is not None and low < high else None


def _overlap(one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.low < second.low < first.high < second.high


def read_number(figure: str, decimal: str) -> float | None:
    """A number as a language writes it; None where the language is unknown and the number may be read in two ways."""
    figure = figure.replace("−", "-")
    if not decimal:
        if _AMBIGUOUS.fullmatch(figure) or len(set(re.findall(r"[.,]", figure))) > 1:
            return None
        decimal = "," if "," in figure else "."
    thousands = "," if decimal == "." else "."
    plain = figure.replace(thousands, "") if re.search(rf"{re.escape(thousands)}\d{{3}}(?!\d)", figure) else figure
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        return None


CHECKS: dict[QualityRule, McqCheck] = {"number-order": number_order, "range-overlap": range_overlap}
