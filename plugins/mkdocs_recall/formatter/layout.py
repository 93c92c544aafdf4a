"""The canonical form of a block, line by line. Each line knows the line of the file that it comes from.

    header
                                    one blank line between any two pieces
    stem                            as it stands
                                    none between options, unless the first of two holds one
    - [ ] text
      goes on
      > reason
    1. text
       - [x] text                   a list under a number

    **Label:** text                 as it stands below the label
                                    concepts are a list, written like options
    closing fence

What an item says is not touched: code, the lines of a stem and of parts, and comments, which stay where they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..kinds import Item, PageBlock
from ..model.items import ListEntry, Piece
from ..model.page import Line, Region
from ..syntax.first_line import find_sign
from ..syntax.labels import SiteLabels, split_label
from ..syntax.options import dedent
from ..syntax.patterns import BULLETED, OPTION
from ..syntax.typed.answer_block import NUMBERED

_DEEP_QUOTE = re.compile(" {4,}>")
_BLOCK = re.compile(r"[-*+] |>|\|")
"""How a text begins that stands below its label; a number may be just a number."""


class OutputLine(NamedTuple):
    """A line of a block in its canonical form."""

    text: str | None
    """What it says behind the block's quote marks and indentation; None where it stays as it is, as comments do."""
    at: int = -1
    """Index of the line in the file that it comes from, -1 for a new one."""


Rows = list[OutputLine]
_BLANK = OutputLine("")


def lay_out(block: Item | PageBlock, region: Region, header: str, *, whole: bool, labels: SiteLabels) -> Rows:
    """All lines of an item, its header and its closing fence included; of its body none changes unless `whole`."""
    rows = _rows(region)
    first, last = OutputLine(header, region.start), OutputLine("///", region.end)
    if not whole:
        return [first, *(OutputLine(None, row.at) for row in rows), last]
    pieces = list(_pieces(block, region, labels)) if list(block.body()) else [_trim(rows)]
    return [first, _BLANK, *(row for piece in pieces if piece for row in (*piece, _BLANK)), last]


def lay_out_deck(region: Region, header: str) -> Iterator[tuple[int, int, Rows]]:
    """The lines of a container between its items, each range with its first line and the one behind its last."""
    rows = _rows(region)
    yield region.start, region.start + 1, [OutputLine(header, region.start)]
    spans = [(region.start, region.start), *((child.start, child.end) for child in region.children)]
    for (_, before), (after, _) in pairwise([*spans, (region.end, region.end)]):
        between = _trim(rows[before - region.start : after - region.start - 1])
        yield before + 1, after, [_BLANK, *between, _BLANK] if between else [_BLANK]
    yield region.end, region.end + 1, [OutputLine("////", region.end)]


def _rows(region: Region) -> Rows:
    """The lines between header and closing fence; comments are not in the body."""
    texts = {line.at: line.text for line in region.body}
    return [OutputLine(texts.get(at), at) for at in range(region.start + 1, region.end)]


def _trim(rows: Sequence[OutputLine]) -> Rows:
    """Rows without the blank ones at both ends."""
    full = [number for number, row in enumerate(rows) if row.text is None or row.text.strip()]
    return list(rows[full[0] : full[-1] + 1]) if full else []


def _pieces(item: Item | PageBlock, region: Region, labels: SiteLabels) -> Iterator[Rows]:
    """The lines of each piece of an item's body, in canonical form."""
    rows = _rows(region)
    pieces = list(item.body())
    edges = [region.start + 1, *(piece.at for piece in pieces[1:]), region.end]
    for piece, (start, stop) in zip(pieces, pairwise(edges), strict=True):
        span = rows[start - region.start - 1 : stop - region.start - 1]
        if piece.label:
            yield list(_part(piece, span, labels.write(piece.label)))
        elif piece.entries:
            yield _entries(piece.entries, span)
        else:
            yield _trim(span)


def _entries(entries: Sequence[ListEntry], rows: Rows) -> Rows:
    """A list, each of its entries in canonical form; what stands above the first one are comments."""
    above = _trim([row for row in rows if row.at < entries[0].text.start])
    edges = [*(entry.text.start for entry in entries), rows[-1].at + 1]
    places = [bisect_left(rows, edge, key=lambda row: row.at) for edge in edges]
    spans = [rows[start:stop] for start, stop in pairwise(places)]
    listed = _list([_entry(entry, span) for entry, span in zip(entries, spans, strict=True)])
    return [*above, _BLANK, *listed] if above else listed


def _list(entries: Sequence[Rows]) -> Rows:
    """The items of a list, one right under the other; below one that holds a blank line, and so wants room, is one."""
    rows: Rows = []
    loose = False
    for entry in entries:
        rows += [_BLANK, *entry] if loose else entry
        loose = any(row.text == "" for row in entry)
    return rows


def _entry(entry: ListEntry, rows: Rows) -> Rows:
    """An entry of a list: its text, indented by two spaces or as its code needs, and a reason."""
    rows = _trim(rows)
    marker = OPTION if "[" in entry.sign else BULLETED if entry.sign == "-" else NUMBERED
    found = marker.fullmatch(rows[0].text or "")
    if not found:
        return rows
    if entry.nested:
        return _nest(entry, rows)
    text = found["text"] or ""
    first = OutputLine(f"{entry.sign} {text}" if text else entry.sign, rows[0].at)
    notes = _end_notes(rows)
    content = _trim(rows[: len(rows) - len(notes)])
    reason = entry.reason or None
    behind = [row for row in content if reason and row.at >= reason.start]
    if any(row.text is None for row in content) or len(behind) != len(reason.lines if reason else ()):
        return [first, *rows[1:]]
    own = [OutputLine(text, rows[0].at), *content[1 : len(content) - len(behind)]]
    made = _text(own, marker, width=len(entry.sign) + 1 if marker is NUMBERED else 2)
    made[0] = first
    if reason:
        if any(row.text == "" for row in made):
            made.append(_BLANK)
        made += (
            OutputLine(f"  > {line}" if line else "  >", row.at) for line, row in zip(reason.lines, behind, strict=True)
        )
    return [*made, *notes]


def _nest(entry: ListEntry, rows: Rows) -> Rows:
    """An entry with a list under it, indented as far as its number is wide."""
    at = bisect_left(rows, entry.nested[0].text.start, key=lambda row: row.at)
    own, below = _entry(entry._replace(nested=()), rows[:at]), rows[at:]
    first = below[0].text or ""
    width = len(first) - len(first.lstrip())
    bare = [row._replace(text=row.text[width:]) if row.text and row.text[:width].isspace() else row for row in below]
    pad = " " * (len(entry.sign) + 1)
    listed = _entries(entry.nested, bare)
    gap = [_BLANK] if any(row.text == "" for row in own) else []
    return [*own, *gap, *(row._replace(text=pad + row.text) if row.text else row for row in listed)]


def _end_notes(rows: Rows) -> Rows:
    """The comments at the end of a list's item, with the blank lines that set them apart."""
    full = [number for number, row in enumerate(rows) if row.text and row.text.strip()]
    return rows[full[-1] + 1 :] if full else []


def _text(rows: Rows, marker: re.Pattern[str], *, width: int) -> Rows:
    """The text of a list's item, indented by `width`.

    Four columns keep it as far indented as it was where nothing else tells how far that is, and where fewer would make
    it the next item, or a reason.
    """
    lines = dedent([Line(row.at, row.text or "") for row in rows]).lines
    rest = [line for line in lines[1:] if line.strip()]
    deep = all(line.startswith(" ") for line in rest) or any(marker.fullmatch(" " * width + line) for line in rest)
    pad = " " * (4 if rest and (deep or any(map(_DEEP_QUOTE.match, rest))) else width)
    return [OutputLine(pad + line if line.strip() else "", row.at) for line, row in zip(lines, rows, strict=False)]


def _part(piece: Piece, rows: Rows, name: str) -> Iterator[OutputLine]:
    label, *below = rows
    found = split_label(label.text or "")
    words = found[1] if found else ""
    title = f"**{name}:**"
    block = _BLOCK.match(words) and not (piece.text.inline and find_sign(piece.text.lines))
    if words and not piece.entries and not piece.steps and not block:
        yield OutputLine(f"{title} {words}", label.at)
        yield from _trim_end(below)
        return
    yield OutputLine(title, label.at)
    yield _BLANK
    if words:
        below = [OutputLine(words, label.at), *below]
    yield from _entries(piece.entries, below) if piece.entries else _trim(below)


def _trim_end(rows: Rows) -> Rows:
    return _trim([OutputLine("."), *rows])[1:]
