"""The stylesheet and the script that ship with the package, and the addresses they get in a site."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

FOLDER = "assets/recall"
"""Where a site holds our files."""


@cache
def shipped(name: str) -> tuple[str, bytes]:
    """Address in the site, with a hash of the content in it, and content of `recall.css` or `recall.js`."""
    content = files(__package__).joinpath("assets", name).read_bytes()
    stem, dot, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}", content
