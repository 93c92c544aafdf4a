"""The web manifest, with which browsers offer to install a site."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..assets import FOLDER

WEB_MANIFEST = f"{FOLDER}/site.webmanifest"
"""Its address in the site."""

TOP = "../" * (FOLDER.count("/") + 1)
"""The top of the site, as seen from it."""

SMALLEST = 144
"""Pixels that browsers want an icon to have at least."""

DRAWN = "icon.png"
"""The icon of sites that have none which is large enough: two cards, the front one with a check mark."""

Icon = dict[str, str]


def find_icons(site: Path, names: Iterator[str]) -> list[Icon]:
    """The icon of a site as a manifest lists it: the first of these files that is SVG, or PNG of enough pixels."""
    for name in names:
        path = site / PurePosixPath(name)
        if not path.is_file() or not path.resolve().is_relative_to(site.resolve()):
            continue
        if path.suffix == ".svg":
            return [{"src": TOP + name, "sizes": "any", "type": "image/svg+xml"}]
        if (size := _read_size(path)) and min(size) >= SMALLEST:
            return [{"src": TOP + name, "sizes": f"{size[0]}x{size[1]}", "type": "image/png"}]
    drawn = {"src": DRAWN, "sizes": "512x512", "type": "image/png"}
    return [drawn, {**drawn, "purpose": "maskable"}]


def _read_size(path: Path) -> tuple[int, int] | None:
    """Width and height of a PNG file; None for any other."""
    with path.open("rb") as file:
        head = file.read(24)
    if len(head) < 24 or not head.startswith(b"\x89PNG\r\n\x1a\n"):
        return None
    width, height = struct.unpack(">II", head[16:])
    return width, height


def write_web_manifest(name: str, description: str, language: str, icons: list[Icon]) -> bytes:
    """The manifest of a site. Its addresses are relative, so it works wherever the site is."""
    told = {"description": description} if description else {}
    data = {
        "name": name,
        **told,
        "lang": language,
        "start_url": TOP,
        "scope": TOP,
        "display": "standalone",
        "icons": icons,
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"


def draws(icons: list[Icon]) -> bool:
    """Whether the site needs the icon that ships with the package."""
    return any(icon["src"] == DRAWN for icon in icons)


def read_drawn() -> bytes:
    """The icon that ships with the package."""
    return Path(__file__).with_name(DRAWN).read_bytes()
