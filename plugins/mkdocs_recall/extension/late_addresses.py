"""Addresses that are known only once all pages are rendered. Until then each is a token."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAddresses:
    """What pages hold in the place of these addresses. Both are empty where the plugin does not fill them in."""

    manifest: str = ""
    """Stands for the script that says what all pages hold."""
    review: str = ""
    """Stands for the page of the site's review."""
    root: str = ""
    """Stands for the way to the site's root, before the script and the stylesheet. Empty where each page knows it."""

    borrowed: str = ""
    """Stands before the address of a part that only items of other pages need. See `settle_borrowed`."""

    downloads: str = ""
    """Stands before what names a downloads block, whose files are not made yet. See `place_downloads`."""

    @classmethod
    def draw(cls, *, moving: bool = False) -> LateAddresses:
        """Return the tokens of a build: random, so that no author can have written one.

        `moving` is whether another plugin puts what pages hold on a further page.
        """
        root = _token("root") if moving else ""
        return cls(
            manifest=_token("manifest"),
            review=_token("review"),
            root=root,
            borrowed=_token("borrowed"),
            downloads=_token("downloads"),
        )

    def borrow(self, name: str) -> str:
        """What goes before the address of the part `name`."""
        return f"{self.borrowed}-{name}:" if self.borrowed else ""

    def place_downloads(self, key: str, start: int) -> str:
        """What stands for the links of a block that begins at a line of a page; empty where nobody makes them."""
        return f"{self.downloads}-{key.encode().hex()}-{start};" if self.downloads else ""

    def settle_downloads(self, text: str, write: Callable[[str, int], str]) -> str:
        """Return the HTML of a page with what `write` returns in these places."""
        if not self.downloads or self.downloads not in text:
            return text
        place = re.compile(rf"{self.downloads}-([0-9a-f]+)-(\d+);")
        return place.sub(lambda found: write(bytes.fromhex(found[1]).decode(), int(found[2])), text)

    def settle_borrowed(self, text: str, needed: Container[str]) -> str:
        """Return the HTML of a page with the needed ones of these parts, and without the others."""
        if not self.borrowed or self.borrowed not in text:
            return text
        mark = rf"{self.borrowed}-(\w+):"
        unneeded = re.compile(rf"<(?:link|script)\b[^>]*{mark}[^>]*>(?:</script>)?")
        text = unneeded.sub(lambda tag: tag[0] if tag[1] in needed else "", text)
        return re.sub(mark, "", text)


def _token(name: str) -> str:
    return f"recall-late-{name}-{secrets.token_hex(16)}"
