"""Rules about how long the options of a question are."""

from __future__ import annotations

from ...model.problems import Fault
from ...model.rule_names import QualityRule
from .view import McqCheck, McqView, warn

LONGER, CHARACTERS = 1.5, 15
"""A key is suspiciously long if it is this many times as long as the longest distractor, and this much longer."""
SHORTER, MEDIAN = 0.35, 30
"""A distractor is suspiciously short below this share of the median length, if the median is at least this long."""


def longest_key(view: McqView) -> Fault | None:
    """A key that is much longer than every distractor."""
    lengths, key = view.lengths, view.key
    if key < 0 or not lengths or max(lengths) != lengths[key]:
        return None
    rest = max(length for at, length in enumerate(lengths) if at != key)
    if lengths[key] < rest * LONGER or lengths[key] < rest + CHARACTERS:
        return None
    return warn(
        view.choice.options[key].text.start,
        "longest-key",
        f"the key has {lengths[key]} characters, the longest other option only {rest}.",
        "Shorten the key, or make the distractors as detailed.",
    )


def short_distractor(view: McqView) -> Fault | None:
    """A distractor that is much shorter than the other options."""
    lengths = view.lengths
    if len(lengths) < 3 or max(lengths) < MEDIAN:
        return None
    ordered = sorted(lengths)
    median = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    if median < MEDIAN or ordered[0] >= median * SHORTER:
        return None
    for at, option in enumerate(view.choice.options):
        if not option.key and lengths[at] < median * SHORTER:
            return warn(
                option.text.start,
                "short-distractor",
                f"this option has {lengths[at]} characters, while a typical one here has {median:.0f}.",
                "Make it as detailed as the others, or remove it.",
            )
    return None


CHECKS: dict[QualityRule, McqCheck] = {"longest-key": longest_key, "short-distractor": short_distractor}
