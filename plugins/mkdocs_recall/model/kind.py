"""What a kind of block is, apart from what its objects do: its name, its parts and its settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

AnswerForm = Literal["", "options", "blanks", "accepted", "pieces", "pairs"]
"""How the answers of a kind are written between stem and parts: not at all, as options to choose from, one for each
blank of the stem, as answers to type, as pieces in their order, or as a table of pairs."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A `key=value` that a header may have."""

    name: str
    form: re.Pattern[str] | None = None
    """What the whole value looks like; None where that is up to the author."""
    remedy: str = ""
    """What to write where the value has another form, as in "Write `draw=10`."."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of block, as authors write it."""

    name: str
    """The word in the header."""
    noun: str
    """What people call it, in the singular."""
    parts: tuple[str, ...] = ()
    """Labelled parts it may have, by their names in the code."""
    settings: tuple[Setting, ...] = ()
    """Settings its header may have."""
    answers: AnswerForm = ""
    """The form of the block between its stem and its parts."""
    may_be_tested: bool = False
    """Whether a test may draw it."""
    has_text: bool = False
    """Whether there is text between its fences, if it is a block that belongs to a page."""

    def setting_names(self) -> tuple[str, ...]:
        """The names of its settings, in the order in which messages list them."""
        return tuple(setting.name for setting in self.settings)
