"""Addresses that are known only once all pages are rendered. Until then a token stands for each."""

from __future__ import annotations

import secrets
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAddresses:
    """What pages hold in the place of these addresses. Both are empty where nobody fills them in."""

    manifest: str = ""
    """Stands for the script that says what all pages hold."""
    review: str = ""
    """Stands for the page of the site's review."""

    @classmethod
    def draw(cls) -> LateAddresses:
        """Return the tokens of a build: random, so that no author can have written one."""
        return cls(manifest=_token("manifest"), review=_token("review"))


def _token(name: str) -> str:
    return f"recall-late-{name}-{secrets.token_hex(16)}"
