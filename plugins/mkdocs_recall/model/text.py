"""A piece of Markdown source: what names, items and rules are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNSAFE = re.compile("[\x00-\x08\n-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What ends a line, controls a terminal, changes the direction of text, or cannot be encoded."""

_MARKED_COMMAND = re.compile(r"#(?=#\w*\[)")
"""What makes a command of any line that it is in, as `##[error]` and `##vso[task.complete]` do for GitHub and Azure."""


_COMMAND = re.compile(r"(?:^|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])\s*::|##\w*\[")
"""A line that is a command for the service that runs a job, whatever that service takes for the end of a line."""


class Text(NamedTuple):
    """A piece of Markdown source, without the indentation of what holds it."""

    start: int
    """Index in the page of the first line."""
    lines: tuple[str, ...] = ()
    inline: bool = False
    """Whether the first line comes after a mark or a label, where text that begins like a block is still text."""

    @property
    def source(self) -> str:
        """The text as one string."""
        return "\n".join(self.lines).strip("\n")

    def __bool__(self) -> bool:
        lines = self.lines
        return bool(lines) and (bool(lines[0].strip()) or any(map(str.strip, lines)))


def split_list(value: str) -> tuple[str, ...]:
    """The words of a setting that holds several, with commas between them."""
    return tuple(filter(None, map(str.strip, value.split(",")))) if value else ()


def count(number: int, noun: str) -> str:
    """A number with its noun in singular or plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def escape_controls(text: str) -> str:
    """A text that controls neither a terminal nor, with `##[`, the log of a job.

    Each character that ends a line or has such an effect is written as an escape such as `\\n`.
    """
    escaped = _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    return _MARKED_COMMAND.sub(r"#\\", escaped)


def escape_json(text: str) -> str:
    """Data as JSON, made by `json.dumps`, that means the same and holds no command for a terminal or a log."""
    lines = text.split("\n")
    unsafe = (_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in lines)
    return "\n".join(_MARKED_COMMAND.sub(r"\\u0023", line) for line in unsafe)


def to_line(text: str) -> str:
    """A text from a page or from the disk as a single line of a report.

    On GitHub, `::` at the start of a line gives a command too, so a backslash goes before it. A second time changes
    nothing.
    """
    line = escape_controls(text)
    said = line.lstrip()
    return f"{line[: len(line) - len(said)]}\\{said}" if said.startswith("::") else line


def gives_command(line: str) -> bool:
    """Whether a line in the log of a job is a command for the service that runs it."""
    return _COMMAND.search(line) is not None
