"""The form that a seed draws from the bank of a test, as the reader's browser does (client/test/forms/draw-form.js)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from ..kinds import Item, MasteryTest, Mcq

Thing = TypeVar("Thing")

_SEED = re.compile(r"[0-9a-z]{1,16}(-[0-9a-f]+)?")
_SHARE = 0.4
"""At most this part of a form is about one objective."""
_BITS = 0xFFFFFFFF


class Form(NamedTuple):
    """The questions of a form in their order, and the order of the options of each."""

    items: tuple[Item, ...]
    orders: dict[str, tuple[str, ...]]


def is_seed(text: str) -> bool:
    """Whether a text is a seed, as it is in the address of a test."""
    return bool(_SEED.fullmatch(text))


def draw_form(test: MasteryTest, bank: Sequence[Item], seed: str) -> Form | None:
    """Draw the form of a seed; None where the bank has too few questions of a level."""
    ranks = [rank for rank, wanted in enumerate(test.mix, 1) for _ in range(wanted)]
    if not ranks or any(sum(item.rank == rank for item in bank) < ranks.count(rank) for rank in set(ranks)):
        return None
    queue = _order_queue(bank, seed)
    draw = _Draw(queue, ranks)
    for objective in dict.fromkeys(map(_objective, queue)):
        draw.cover(objective, set())
    draw.fill()
    return _arrange(draw.drawn, seed.partition("-")[0])


def _arrange(items: Sequence[Item], chance: str) -> Form:
    ordered = sorted(_shuffle(_by_id(items), f"{chance} order"), key=lambda item: item.rank)
    orders = {item.id: _order_options(item, chance) for item in ordered}
    return Form(tuple(ordered), {id: order for id, order in orders.items() if order})


def _order_options(item: Item, chance: str) -> tuple[str, ...]:
    options = [option.id for option in item.options] if isinstance(item, Mcq) else []
    fixed = item.settings.get("order") == "fixed"
    return tuple(options if fixed else _shuffle(options, f"{chance} {item.id}"))


def _order_queue(bank: Sequence[Item], seed: str) -> list[Item]:
    ordered = _by_id(bank)
    tiers = {item.id: _read_tier(seed, index) for index, item in enumerate(ordered)}
    return sorted(_shuffle(ordered, seed.partition("-")[0]), key=lambda item: tiers[item.id])


def _read_tier(seed: str, index: int) -> int:
    digits = seed.partition("-")[2]
    digit = int(digits[index >> 1], 16) if index >> 1 < len(digits) else 0
    return digit & 3 if index % 2 else digit >> 2


def _by_id(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda item: item.id)


def _objective(item: Item) -> str:
    return item.settings.get("objective", "")


class _Draw:
    """Places of a form by rank, filled one by one; see client/test/forms/draw-form.js."""

    def __init__(self, queue: Sequence[Item], ranks: Sequence[int]) -> None:
        self._queue = queue
        self._ranks = ranks
        self._places: list[Item | None] = [None] * len(ranks)
        self._most = max(1, int(_SHARE * len(ranks)))

    @property
    def drawn(self) -> list[Item]:
        return [item for item in self._places if item is not None]

    def cover(self, objective: str, tried: set[int]) -> bool:
        """Give an objective a place; one that has a place may move to another."""
        if not objective:
            return True
        for item in self._queue:
            if _objective(item) != objective:
                continue
            for place in self._places_of(item.rank):
                if place in tried:
                    continue
                tried.add(place)
                other = self._places[place]
                if other is not None and not self.cover(_objective(other), tried):
                    continue
                self._places[place] = item
                return True
        return False

    def fill(self) -> None:
        """Fill the places left; where too few objectives have items, one may take more than its share."""
        for place in range(len(self._ranks)):
            while self._places[place] is None and not self._take(place, set()):
                self._most += 1

    def _take(self, place: int, tried: set[str]) -> bool:
        taken = {item.id for item in self.drawn}
        free = [item for item in self._queue if item.rank == self._ranks[place] and item.id not in taken]
        fit = next((item for item in free if self._has_room(_objective(item))), None)
        fit = fit or next((item for item in free if self._make_room(_objective(item), tried)), None)
        if fit:
            self._places[place] = fit
        return fit is not None

    def _make_room(self, objective: str, tried: set[str]) -> bool:
        if objective in tried:
            return False
        tried.add(objective)
        places = [place for place, other in enumerate(self._places) if other is not None]
        return any(self._is_about(place, objective) and self._take(place, tried) for place in places)

    def _is_about(self, place: int, objective: str) -> bool:
        item = self._places[place]
        return item is not None and _objective(item) == objective

    def _has_room(self, objective: str) -> bool:
        return not objective or sum(_objective(item) == objective for item in self.drawn) < self._most

    def _places_of(self, rank: int) -> Iterator[int]:
        return (place for place, wanted in enumerate(self._ranks) if wanted == rank)


def _shuffle(things: Sequence[Thing], text: str) -> list[Thing]:
    """The same things in an order that follows from a text."""
    chance = _generator(text)
    shuffled: list[Thing] = []
    for thing in things:
        shuffled.insert(int(chance() * (len(shuffled) + 1)), thing)
    return shuffled


def _generator(text: str) -> Callable[[], float]:
    """Numbers from 0 to 1 that follow from a text; see client/core/random.js."""
    state = 0x811C9DC5
    for character in text:
        state = ((state ^ ord(character)) * 0x01000193) & _BITS

    def step() -> float:
        nonlocal state
        state = (state + 0x9E3779B9) & _BITS
        return _mix(state) / (_BITS + 1)

    return step


def _mix(bits: int) -> int:
    mixed = ((bits ^ (bits >> 16)) * 0x85EBCA6B) & _BITS
    mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & _BITS
    return mixed ^ (mixed >> 16)
