"""Addresses that are known only once all pages are rendered. Until then each is a token."""

from __future__ import annotations

import re
import secrets
from collections.abc import Container
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

    @classmethod
    def draw(cls, *, moving: bool = False) -> LateAddresses:
        """Return the tokens of a build: random, so that no author can have written one.

        `moving` is whether another plugin puts what pages hold on a further page.
        """
        root = _token("root") if moving else ""
        return cls(manifest=_token("manifest"), review=_token("review"), root=root, borrowed=_token("borrowed"))

    def borrow(self, name: str) -> str:
        """What stands before the address of the part `name`."""
        return f"{self.borrowed}-{name}:" if self.borrowed else ""

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
