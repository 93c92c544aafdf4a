"""Whose record the items of a site in several languages have: that of the default language."""

from __future__ import annotations

from typing import Self

from ..kinds import Item
from ..kinds.items.item import Identity


class Translations:
    """What records of the items go by in the default language. Its pages are read before those of the others."""

    def __init__(self, default: str = "") -> None:
        self.default = self.current = default
        """The default language, and that of pages that name none."""
        self._originals: dict[str, Identity] = {}

    def follow(self, i18n: object) -> Self | None:
        """Return this for the language that mkdocs-static-i18n builds, the default one first; None without it."""
        self.default, self.current = (getattr(i18n, f"{name}_language", "") for name in ("default", "current"))
        return self if self.default and self.current else None

    def settle(self, item: Item, language: str = "") -> Item:
        """Return an item with the identity of the one that it translates, where it asks for the same."""
        if (language or self.current) == self.default:
            self._originals[item.id] = item.identify()
            return item
        original = self._originals.get(item.id)
        return item.translate(original) if original else item
