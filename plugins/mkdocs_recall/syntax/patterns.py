"""Inline code in prose."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")


def mask_code(text: str) -> str:
    """A text with spaces in place of its inline code, so that all offsets and lines stay."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text) if "`" in text else text
