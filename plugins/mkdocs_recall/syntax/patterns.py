"""Patterns that more than one reader of Markdown needs. What is hashed into ids has its own, which never change."""

from __future__ import annotations

import re

SPACES = "\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0\u115f\u1160"
"""Characters that look like a space, for a class of a pattern."""
INVISIBLE = "\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that look like nothing, for a class of a pattern."""
ODD_SPACES = SPACES + INVISIBLE
"""Both of these. Word processors, editors and websites leave them around."""
_BULLET = r"(?:[-*+]|\d+[.)]) +"

SLASHES = re.compile(
    rf"(?P<prefix>[> \t]*)(?:[{ODD_SPACES}][ {ODD_SPACES}]*)?"
    rf"(?P<bullet>{_BULLET})?(?P<slashes>/{{2,}})[ \t{ODD_SPACES}]*"
    r"(?:(?P<name>[\w-]+)(?P<rest>.*))?"
)
"""A header, or a closing fence where it names nothing. What is wrong with it is for the scanner to say."""
ORDINARY_HEADER = re.compile(r"/// (?P<name>[a-z]+)(?P<rest> \|.*)")
"""What most headers look like. `SLASHES` finds the same name and rest in them."""
CANDIDATE = re.compile(rf"^[> \t{ODD_SPACES}]*(?:{_BULLET})?//", re.MULTILINE)
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

_MATH = re.compile(
    r"\$\$.{1,1000}?\$\$|(?<!\\)\$(?!\s)(?:\\.|[^\\$]){1,1000}?(?<!\s)\$"
    r"|\\\(.{1,1000}?\\\)|\\\[.{1,1000}?\\\]|\\begin\{(?P<name>\w+\*?)\}.{1,1000}?\\end\{(?P=name)\}",
    re.DOTALL,
)
"""Mathematics as `pymdownx.arithmatex` reads it."""


def mask_math(text: str) -> str:
    """Return a text with spaces in place of its mathematics, so that all offsets and lines stay."""
    return _MATH.sub(_blank, text) if "$" in text or "\\" in text else text


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def mask_code(text: str) -> str:
    """Return a text with spaces in place of its inline code, so that all offsets and lines stay."""
    return _SPANNING_CODE.sub(_blank, text) if "`" in text else text
