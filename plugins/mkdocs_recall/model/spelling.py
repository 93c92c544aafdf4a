"""The known word that an unknown one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, within: int) -> str | None:
    """The known word that needs the fewest edits to become `word`, if no more than `within`.

    Edits are counted by the optimal string alignment distance: a swap of two neighbours is one edit.
    """
    best = min(((_distance(word, name), name) for name in known if abs(len(name) - len(word)) <= within), default=None)
    return best[1] if best and best[0] <= within else None


def _distance(left: str, right: str) -> int:
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
