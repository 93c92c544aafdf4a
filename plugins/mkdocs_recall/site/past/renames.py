"""Which of the items that are new are items that were there before under another id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ...kinds import Item

ALIKE = 0.6
"""From what similarity of their texts on two items count as one that was renamed (0 to 1, see `difflib`)."""

CANDIDATES = 20
"""How many items that are gone each new item is compared with, so that time does not grow with the product of both."""

LONG = 100
"""TextWords above which two texts are compared by their words alone, without the order of these."""

TextWords = tuple[str, ...]


def find_renamed(gone: Sequence[Item], new: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs of an item that is gone and a new one that is nearly the same, each item at most once, in order of `new`.

    Equal texts are paired first. Others are compared with the items that share their rarest words, which is where a
    text with a few changes is found.
    """
    index = _Index(gone)
    pairs: dict[int, Item] = {}
    for at, item in enumerate(new):
        if (same := index.take_same(item)) is not None:
            pairs[at] = same
    for at, item in enumerate(new):
        if at not in pairs and (near := index.take_nearest(item)) is not None:
            pairs[at] = near
    return ((pairs[at], item) for at, item in enumerate(new) if at in pairs)


@dataclass(slots=True)
class _Candidate:
    item: Item
    words: TextWords
    taken: bool = False


@dataclass(slots=True)
class _Shelf:
    """The items of a kind that have a certain word or text, those that are taken at the start."""

    held: list[_Candidate] = field(default_factory=list)
    first: int = 0

    def free(self, most: int) -> list[_Candidate]:
        while self.first < len(self.held) and self.held[self.first].taken:
            self.first += 1
        found: list[_Candidate] = []
        for at in range(self.first, min(len(self.held), self.first + 2 * most)):
            if not self.held[at].taken and len(found) < most:
                found.append(self.held[at])
        return found


class _Index:
    """The items that are gone, by their texts and by the words in these."""

    def __init__(self, gone: Sequence[Item]) -> None:
        self.by_text: defaultdict[tuple[str, TextWords], _Shelf] = defaultdict(_Shelf)
        self.by_word: defaultdict[tuple[str, str], _Shelf] = defaultdict(_Shelf)
        for item in gone:
            candidate = _Candidate(item, words_of(item))
            self.by_text[item.kind, candidate.words].held.append(candidate)
            for word in set(candidate.words):
                self.by_word[item.kind, word].held.append(candidate)

    def take_same(self, item: Item) -> Item | None:
        shelf = self.by_text.get((item.kind, words_of(item)))
        found = shelf.free(1) if shelf else []
        return self._take(found[0]) if found else None

    def take_nearest(self, item: Item) -> Item | None:
        words = words_of(item)
        best, score = None, ALIKE
        for candidate in self._candidates(item.kind, words):
            if (likeness := measure_likeness(candidate.words, words)) >= score and (best is None or likeness > score):
                best, score = candidate, likeness
        return self._take(best) if best else None

    def _candidates(self, kind: str, words: TextWords) -> list[_Candidate]:
        shelves = [shelf for word in sorted(set(words)) if (shelf := self.by_word.get((kind, word)))]
        found: dict[int, _Candidate] = {}
        for shelf in sorted(shelves, key=lambda shelf: len(shelf.held)):
            found.update((id(each), each) for each in shelf.free(CANDIDATES - len(found)))
            if len(found) >= CANDIDATES:
                break
        return list(found.values())

    def _take(self, candidate: _Candidate) -> Item:
        candidate.taken = True
        return candidate.item


def measure_likeness(old: TextWords, new: TextWords) -> float:
    """How alike two texts are, from 0 to 1: the share of their words that both have, in the same order if short."""
    common = sum((Counter(old) & Counter(new)).values())
    likeness = 2 * common / (len(old) + len(new)) if old or new else 1.0
    if likeness < ALIKE or max(len(old), len(new)) > LONG:
        return likeness
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def words_of(item: Item) -> TextWords:
    """The words of the stem and of the list to choose or tick from; where there is none, those of all parts."""
    listed = [entry.text for piece in item.body() for entry in piece.entries]
    texts = [item.stem, *(listed or [part.text for part in item.parts])]
    return tuple(" ".join(text.source for text in texts).split())
