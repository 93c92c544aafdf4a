"""An item as the quality rules look at it: what several of them need is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...locales import WordList
from ...model import Choice, Fault, Item, QualityRule, Region, Text
from .plain import HIDDEN, visible


class View:
    """An item and its plain texts."""

    __slots__ = ("item", "low", "region", "tested", "words")

    def __init__(self, item: Item, region: Region, low: str, words: WordList, tested: bool = False) -> None:
        self.item = item
        self.region = region
        self.low = low
        """The source of the block in lower case, for a first look whether a word can be there at all."""
        self.words = words
        self.tested = tested
        """Whether the item stands in a test, which shows no hints."""

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether one of the words may be somewhere in the block."""
        return any(word in self.low for word in words)


class ChoiceView(View):
    """A choice question, the texts of its options and how long they are."""

    __slots__ = ("choice", "fixed", "key", "lengths", "texts")

    def __init__(self, item: Choice, region: Region, low: str, words: WordList, tested: bool = False) -> None:
        super().__init__(item, region, low, words, tested)
        self.choice = item
        self.texts = [visible(option.text) for option in item.options]
        self.fixed = item.settings.get("order") == "fixed"
        """Whether the order of the options carries meaning."""
        keys = [at for at, option in enumerate(item.options) if option.key]
        self.key = keys[0] if len(keys) == 1 else -1
        """Index of the key, -1 where there are several."""
        self.lengths = self._lengths()

    def _lengths(self) -> list[int]:
        """Length of each option as readers see it; nothing where an option has one that cannot be told."""
        if any(map(_is_block, (option.text for option in self.choice.options))):
            return []
        return [] if any(HIDDEN in text or "$" in text for text in self.texts) else [*map(len, self.texts)]


def _is_block(text: Text) -> bool:
    return len(text.lines) > 1 and any(line.lstrip().startswith(("```", "~~~", "|", "    ")) for line in text.lines)


ItemCheck = Callable[[View], Fault | None]
ChoiceCheck = Callable[[ChoiceView], Fault | None]


def warn(index: int, rule: QualityRule, what: str, remedy: str) -> Fault:
    """A finding at the line to edit."""
    return Fault(index=index, rule=rule, what=what, remedy=remedy, severity="warning")


def quote(text: str, limit: int = 40) -> str:
    """A text for a message, cut where it is long."""
    return f"`{text if len(text) <= limit else text[: limit - 1].rstrip() + '…'}`"
