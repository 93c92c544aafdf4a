"""The names of all rules, by which problems are found in the documentation and findings switched off."""

from __future__ import annotations

from typing import Literal, get_args

QualityRule = Literal[
    # the options
    "longest-key",
    "short-distractor",
    "near-duplicate",
    "absolutes",
    "all-of-the-above",
    "none-of-the-above",
    "option-count",
    "number-order",
    "range-overlap",
    # the stem
    "negative-stem",
    "long-stem",
    "article-cue",
    # what explains
    "missing-reason",
    "bare-reason",
    "missing-help",
    "option-letter",
    "untaught",
    # many questions together
    "longest-key-share",
    "key-position",
    "true-false",
]
"""Stable names of the rules whose findings are warnings; docs/reference/quality.md explains each."""

QUALITY: frozenset[QualityRule] = frozenset(get_args(QualityRule))
"""The rules that may be switched off, for an item or for the site."""

Rule = Literal[
    QualityRule,
    # switching quality rules off
    "bad-ignore",
    "unused-ignore",
    # the block
    "unknown-kind",
    "header",
    "fence-length",
    "fence-indent",
    "stray-fence",
    "unclosed",
    "unclosed-code",
    "empty",
    "raw-html",
    "in-code",
    "lookalike",
    # the header
    "missing-id",
    "bad-id",
    "duplicate-id",
    "bad-aka",
    "unknown-level",
    "unknown-setting",
    # the parts
    "no-stem",
    "no-answer",
    "unknown-label",
    "label-blank",
    "label-indent",
    "wrong-part",
    "duplicate-part",
    "empty-part",
    "solution-list",
    # the options
    "no-options",
    "one-option",
    "no-key",
    "empty-option",
    "duplicate-option",
    "bad-mark",
    "option-line",
    "option-table",
    "option-place",
    "stray-reason",
    "reason-bullet",
    "loose-text",
    # typed questions
    "no-blank",
    "blank-count",
    "blank-form",
    "empty-answer",
    "untypable-answer",
    "duplicate-answer",
    "number-form",
    "empty-range",
    "one-piece",
    "pair-table",
    # explain prompts
    "no-concepts",
    "no-model-answer",
    "concepts-list",
    "empty-concept",
    "duplicate-concept",
    # containers and pages
    "empty-container",
    "test-kind",
    "test-level",
    "test-mix",
    "test-bank",
    "test-from",
    "test-page",
    "test-placement",
    "ways-target",
    "goals-list",
    "goal-objective",
    "map-list",
    "map-topic",
    "downloads-format",
    "downloads-from",
    "downloads-answers",
    # links and images
    "dead-link",
    "dead-anchor",
    "missing-image",
    "image-alt",
    # scripts
    "run-file",
    "run-code",
    "run-output",
    "run-failed",
    # the file, and what was there before
    "encoding",
    "unreadable",
    "renamed-id",
]
"""Stable names of the rules; docs/reference/messages.md explains those that are errors."""
