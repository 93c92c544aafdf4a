"""Practice sets: items shown one at a time, explained at once."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.kind import Kind
from .item_set import SETTINGS, ItemSet


@dataclass(frozen=True, kw_only=True)
class Practice(ItemSet):
    """A set that is worked through one item at a time."""

    spec = Kind("practice", noun="practice set", settings=SETTINGS)
