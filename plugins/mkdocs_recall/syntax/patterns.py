"""Patterns that more than one reader of Markdown needs. What is hashed into ids has its own, which never change."""

from __future__ import annotations

import re

_SPACES = r"\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
"""Characters that look like a space or like nothing. Editors and websites leave them around."""
_BULLET = r"(?:[-*+]|\d+[.)]) +"

SLASHES = re.compile(
    rf"(?P<prefix>[> \t]*)(?:[{_SPACES}][ {_SPACES}]*)?(?P<bullet>{_BULLET})?(?P<slashes>/{{2,}})[ \t{_SPACES}]*"
    r"(?:(?P<name>[\w-]+)(?P<rest>.*))?"
)
"""A header, or a closing fence where it names nothing. What is wrong with it is for the scanner to say."""
CANDIDATE = re.compile(rf"^[> \t{_SPACES}]*(?:{_BULLET})?//", re.MULTILINE)
"""The beginning of such a line in a text."""
HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?: |$)")
"""A heading after number signs."""

INLINE_CODE = re.compile(r"(`{1,50})(?!`).+?(?<!`)\1(?!`)")
"""Inline code within a line, behind at most 50 backticks: a long run would take time with the square of its length."""
OPTION = re.compile(r"(?P<indent> {0,3})[-*+] +\[(?P<mark>[ xX])\](?: +(?P<text>.*))?")
"""A well-made option of a task list."""
BULLETED = re.compile(r" {0,3}[-*+](?: +(?P<text>.*))?")
"""An entry of a bullet list."""
_FENCE = r"(?P<fence>`{3,}|~{3,})"
CODE_FENCE = re.compile(rf"[> ]*{_FENCE}")
"""What opens or closes a code fence."""
CODE_FENCE_LINE = re.compile(rf"(?P<prefix>[> ]*)(?P<bullet>{_BULLET}(?:\[[ xX]\] +)?)?{_FENCE}(?P<info>.*)")
"""A whole line that opens or closes a code fence, behind a bullet or not."""

_SPANNING_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")
"""Inline code in a text of several lines; it ends with its paragraph."""


def mask_code(text: str) -> str:
    """Return a text with spaces in place of its inline code, so that all offsets and lines stay."""
    return _SPANNING_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text) if "`" in text else text
