"""Rules that a container must keep. Breaking one is an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.blocks import Deck
from ..model.items import Choice, Item
from ..model.page import Region
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.text import split_list
from ..model.vocabulary import PAGE_KINDS
from ..syntax.from_setting import is_origin


def check_deck(deck: Deck, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Everything that keeps a container from being a set or a test.

    `items` are all the items in it, the faulty ones too.
    """
    if not items and not deck.origins:
        yield _fault(
            deck.start,
            "empty-container",
            f"the {deck.kind} holds no items.",
            "Put items between its fences, each between fences of 3 slashes.",
        )
    elif deck.kind == "test":
        yield from _check_test(deck, items, levels)


def _check_test(deck: Deck, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
    for item in items:
        if not isinstance(item, Choice):
            yield _fault(
                item.start,
                "test-kind",
                f"a test holds choice questions, and this is a {item.kind}.",
                "Move it to a practice, or out of the test.",
            )
        elif not item.rank and not item.level:
            yield _fault(
                item.start,
                "test-level",
                "the question has no level, so no test can draw it.",
                f"Write one of {', '.join(names[0] for names in levels)} behind its id.",
            )
    if sum(deck.mix) != deck.draw:
        numbers = " + ".join(map(str, deck.mix))
        yield _fault(
            deck.start,
            "test-mix",
            f"the mix asks for {numbers} items and the draw for {deck.draw}.",
            "Make them equal, or leave one of them out.",
        )
    if deck.origins:
        yield from _check_origins(deck)
    else:
        yield from check_bank(deck, items, levels)


def check_bank(deck: Deck, items: Sequence[Item], levels: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Levels of which a test draws more than `items`, all those it draws from, have."""
    for rank, wanted in enumerate(deck.mix, 1):
        there = sum(isinstance(item, Choice) and item.rank == rank for item in items)
        if there < wanted:
            yield _fault(
                deck.start,
                "test-bank",
                f"the test draws {wanted} {levels[rank - 1][0]} items and has {there}.",
                "Add questions of that level, or draw fewer.",
            )


def _check_origins(deck: Deck) -> Iterator[Fault]:
    """Entries of `from=` that are none. Whether there is what they name shows only where the whole site is known."""
    for word in split_list(deck.origins):
        if not is_origin(word):
            yield _fault(
                deck.start,
                "test-from",
                f"`{word}` names neither page nor folder nor objective.",
                "Write `page.md`, `topic:page.md`, `folder/` or `#objective`, with commas between them.",
            )


def check_place(test: Region, page: Sequence[Region]) -> Iterator[Fault]:
    """A test that shares its page with other items, which could give its answers away.

    `page` are the blocks of the page, the test among them; other tests keep their answers to themselves as it does.
    Where a block is not closed nobody knows yet what it holds.
    """
    if any(fault.rule == "unclosed" for region in page for fault in region.faults):
        return
    if any(region.kind not in ("", "test", *PAGE_KINDS) for region in page):
        yield _fault(
            test.start,
            "test-page",
            "the test shares its page with other items.",
            "Move it to a page of its own, or the others to another page.",
        )


def _fault(index: int, rule: Rule, what: str, remedy: str) -> Fault:
    return Fault(index=index, rule=rule, what=what, remedy=remedy)
