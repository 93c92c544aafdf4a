"""The HTML of a page's items with what repeats written once: most of it is the frames around the author's texts.

In each item a sign stands for a frame. The script puts them back; see client/core/manifest.js.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

ELEMENT, ITEM_ID = "\x80\x81"
"""Stand for the id of the item's element on a page that borrows it, and for the item's own."""
SIGNS = "".join(map(chr, (*range(0x82, 0xA0), *range(0xE000, 0xF900))))
"""Stand for the frames in their order, one each. The first are the shortest."""
_SIGN = re.compile("[\x80-\x9f\ue000-\uf8ff]")
_CUT = re.compile(r"""([">:][0-9a-f]{8}(?=")|"(?<=number=")\d+|>[^<]+)""")
"""The end of a frame, and what comes after it: the id of an option, the number of an item, or a text."""
_SIGN_SIZE = 3
"""Bytes of most signs."""


def pack(items: Mapping[str, str]) -> tuple[Sequence[str], dict[str, str]]:
    """Return the frames, and by its id the HTML of each item with signs in their place.

    Without frames there are no signs either: where nothing repeats, and where an author's text has such signs itself.
    """
    if any(map(_SIGN.search, items.values())):
        return (), dict(items)
    cut = {id: _cut(_mark(html, id)) for id, html in items.items()}
    counts = Counter(piece for pieces in cut.values() for piece in pieces)
    frames = [piece for piece, number in counts.most_common() if _saves(piece, number)][: len(SIGNS)]
    if not frames:
        return (), dict(items)
    signs = dict(zip(frames, SIGNS, strict=False))
    return frames, {id: "".join([signs.get(piece, piece) for piece in pieces]) for id, pieces in cut.items()}


def own_id(id: str) -> str:
    """The id of an item's element on a page that borrows it; `render.extract` writes it."""
    return f"review:{id}:recall-{id}"


def _mark(html: str, id: str) -> str:
    marked = html.replace(own_id(id), ELEMENT)
    return marked.replace(f'"{id}"', f'"{ITEM_ID}"').replace(f'#recall-{id}"', f'#recall-{ITEM_ID}"')


def _cut(html: str) -> list[str]:
    """The frames of an item and what is between them, in turn."""
    found = _CUT.split(html)
    ends = [frame + after[0] for frame, after in zip(found[::2], found[1::2], strict=False)]
    pieces = [*found]
    pieces[:-1:2] = ends
    pieces[1::2] = [after[1:] for after in found[1::2]]
    return pieces


def _saves(piece: str, number: int) -> bool:
    return number * (len(piece) - _SIGN_SIZE) > len(piece) + _SIGN_SIZE
