"""Addresses that are known only once all pages are rendered. Until then each is a token."""

from __future__ import annotations

import secrets
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

    @classmethod
    def draw(cls, *, moving: bool = False) -> LateAddresses:
        """Return the tokens of a build: random, so that no author can have written one.

        `moving` is whether another plugin puts what pages hold on a further page.
        """
        root = _token("root") if moving else ""
        return cls(manifest=_token("manifest"), review=_token("review"), root=root)


def _token(name: str) -> str:
    return f"recall-late-{name}-{secrets.token_hex(16)}"
