"""The files that ship with the package, and the addresses they get in a site."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

FOLDER = "assets/recall"
"""Where a site holds our files."""

SCRIPT = "recall.js"
HASHED = ("recall.css", SCRIPT)
"""Files that pages name, each by the hash of its content."""

MAPS = ("hub.js.map", "recall.css.map", "recall.js.map")
"""Source maps. The minified files name them, and only a browser's developer tools load them."""

FIXED = ("hub.html", "hub.js", *MAPS)
"""Files whose address never changes: under `file://`, browsers keep readers' progress by that of the hub."""


def locate(name: str) -> Path:
    """Where one of the files above is on this machine."""
    return Path(__file__).with_name(name)


@cache
def shipped(name: str, words: str = "") -> tuple[str, bytes]:
    """Address in the site, and content, of one of the files above. `words` of a language come before the script."""
    content = locate(name).read_bytes()
    if name == SCRIPT:
        content = words.encode() + content
    if name in FIXED:
        return f"{FOLDER}/{name}", content
    stem, dot, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}", content
