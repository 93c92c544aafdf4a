"""Pictures that an imported file brings along. Only those that nothing can act in."""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import b64decode

_KINDS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
_DATA = re.compile(r"data:[\w/+.;=-]*;base64,")
LARGEST_PICTURE = 20_000_000
"""Bytes that a picture may have."""


def safe_name(name: str, content: bytes) -> str:
    """Return a file name for a picture, from its own name and its content; empty where it is no picture we know."""
    kind = next((kind for kind, start in _KINDS.items() if start.match(content)), "")
    if not kind or len(content) > LARGEST_PICTURE:
        return ""
    stem = re.sub(r"[^a-z0-9]+", "-", name.rpartition("/")[2].rpartition(".")[0].lower()).strip("-")[:40].strip("-")
    stem = re.sub(r"(?:-[0-9a-f]{8,64})+$", "", f"-{stem}").strip("-")  # What such names end with already.
    return f"{stem or 'picture'}-{hashlib.sha256(content).hexdigest()[:8]}.{kind}"


def read_data(address: str) -> bytes | None:
    """Return what a `data:` address holds; None where it is none."""
    found = _DATA.match(address)
    return read_base64(address[found.end() :]) if found else None


def read_base64(text: str) -> bytes | None:
    """Return what base64 holds; None where it is none."""
    try:
        return b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
