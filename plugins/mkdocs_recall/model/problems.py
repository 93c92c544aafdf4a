"""What is reported to authors: a fault where it was found, and the problem that names its file and item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .rule_names import Rule
from .text import to_line

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """Something that an author has to fix, at the line to edit."""

    path: str
    """File as the author knows it, relative to the project, with forward slashes."""
    line: int
    """Line in that file, from 1; 0 where no line is known."""
    severity: Severity
    rule: Rule
    """The broken rule."""
    kind: str = ""
    """Kind of the item, empty outside items."""
    id: str = ""
    """Id of the item, empty where it has none."""
    what: str
    remedy: str

    def __str__(self) -> str:
        item = " ".join(filter(None, (self.kind, self.id)))
        place = f"{self.path}:{self.line}" if self.line else self.path
        said = f"{place}: {self.severity} {self.rule}: {item + ': ' if item else ''}{self.what} {self.remedy}"
        return to_line(said)

    @property
    def message(self) -> str:
        """What is wrong and how to fix it, as sentences of their own."""
        return f"{self.what[:1].upper()}{self.what[1:]} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem that does not know yet which file and item it belongs to."""

    index: int
    """Index in the page of the line to edit."""
    rule: Rule
    what: str
    remedy: str
    severity: Severity = "error"
