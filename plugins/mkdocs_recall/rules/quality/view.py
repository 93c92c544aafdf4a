"""An item as the quality rules look at it: what several of them need is worked out once."""

from __future__ import annotations

from collections.abc import Callable

from ...kinds import Item, Mcq
from ...model.page import Region
from ...model.problems import Fault
from ...model.rule_names import QualityRule
from ...model.text import Text
from ..word_lists import WordList
from .plain import HIDDEN, visible


class View:
    """An item and its plain texts."""

    __slots__ = ("item", "region", "stem", "tested", "words")

    def __init__(self, item: Item, region: Region, words: WordList, tested: bool) -> None:
        self.item = item
        self.stem = "\n".join(item.stem.lines)
        """The source of the stem."""
        self.region = region
        self.words = words
        self.tested = tested
        """Whether the item stands in a test, which shows no hints."""


class McqView(View):
    """A choice question, the texts of its options and how long they are."""

    __slots__ = ("choice", "fixed", "key", "lengths", "lower", "options", "source", "texts")

    def __init__(self, item: Mcq, region: Region, source: str, words: WordList, tested: bool) -> None:
        super().__init__(item, region, words, tested)
        self.choice = item
        self.source = source
        """The source of the block, for a first look whether a word can be there at all."""
        self.texts = [visible(option.text) for option in item.options]
        self.options = "\n".join(self.texts).lower()
        """All of them in lower case, for a first look whether a word can be there at all."""
        self.lower = self.options.split("\n")
        self.fixed = item.settings.get("order") == "fixed"
        """Whether the order of the options carries meaning."""
        keys = [at for at, option in enumerate(item.options) if option.key]
        self.key = keys[0] if len(keys) == 1 else -1
        """Index of the key, -1 where there are several."""
        self.lengths = self._lengths()

    @property
    def longest(self) -> int | None:
        """Index of the option that is longer than all others; None where none is, or where lengths cannot be told."""
        most = max(self.lengths, default=0)
        return self.lengths.index(most) if self.lengths.count(most) == 1 else None

    def _lengths(self) -> list[int]:
        """Length of each option as readers see it; nothing where an option has one that cannot be told."""
        for text, option in zip(self.texts, self.choice.options, strict=True):
            if not text or HIDDEN in text or "$" in text or (len(option.text.lines) > 1 and _is_block(option.text)):
                return []
        return [len(text) for text in self.texts]


def _is_block(text: Text) -> bool:
    return any(line.startswith("    ") or line.lstrip().startswith(("```", "~~~", "|")) for line in text.lines)


ItemCheck = Callable[[View], Fault | None]
McqCheck = Callable[[McqView], Fault | None]


def warn(index: int, rule: QualityRule, what: str, remedy: str) -> Fault:
    """A finding at the line to edit."""
    return Fault(index=index, rule=rule, what=what, remedy=remedy, severity="warning")


def quote(text: str, limit: int = 40) -> str:
    """A text for a message, cut where it is long."""
    return f"`{text if len(text) <= limit else text[: limit - 1].rstrip() + '…'}`"
