"""Patterns that more than one reader of Markdown needs. What is hashed into ids has its own, which never change."""

from __future__ import annotations

import re

INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
"""Inline code within a line."""
OPTION = re.compile(r"(?P<indent> {0,3})[-*+] +\[(?P<mark>[ xX])\](?: +(?P<text>.*))?")
"""A well-made option of a task list."""
BULLETED = re.compile(r" {0,3}[-*+](?: +(?P<text>.*))?")
"""An entry of a bullet list."""
CODE_FENCE = re.compile(r"[> ]*(`{3,}|~{3,})")
"""What opens or closes a code fence."""

_SPANNING_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")
"""Inline code in a text of several lines; it ends with its paragraph."""


def mask_code(text: str) -> str:
    """Return a text with spaces in place of its inline code, so that all offsets and lines stay."""
    return _SPANNING_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text) if "`" in text else text
