"""Text after a mark or a label that begins like a block of Markdown: `- [ ] > 90 degrees`, `**Answer:** # name`.

On a line of its own such a sign would make a quote, a heading or a list, and disappear. After a mark or a label it is
what the author wants readers to see, unless the lines below it show that a block is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SIGN = re.compile(
    r"(?P<quote>>)"
    r"|(?P<heading>#{1,6})"
    r"|(?P<bullet>[-*+])(?= )"
    r"|(?P<rule>(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,})$"
    r"|(?P<container>!!!|\?\?\?\+?|={3}[!+]?)(?= )"
    r"|(?P<definition>\[(?=[^\]]+\]:)|\*(?=\[[^\]]+\]:)|:(?= ))"
)


def find_sign(lines: Sequence[str]) -> str:
    """The characters that only look like the beginning of a block, where some lines begin with such; or nothing."""
    found = _SIGN.match(lines[0]) if lines else None
    if not found or _goes_on(found, lines[1:]):
        return ""
    return found[0]


def _goes_on(found: re.Match[str], below: Sequence[str]) -> bool:
    """Whether the lines below the first one make a block of it: another entry of its list, or what it contains."""
    if found["quote"] or found["bullet"]:
        return any(_same(found[0], line) for line in below)
    if found["container"]:
        return next((line for line in below if line.strip()), "").startswith("    ")
    return False


def _same(sign: str, line: str) -> bool:
    return line.startswith(">" if sign == ">" else f"{sign} ")
