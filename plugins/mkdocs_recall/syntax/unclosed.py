"""What may be no piece of a block that is not closed: the text below its last option or part.

/// card | a

What?

**Answer:** That.

Here the lesson goes on, or the answer does. Nobody can tell, since the closing fence is missing.

## The next section
"""

from __future__ import annotations

import re

from ..model.page import Region
from ..model.text import Text
from ..model.vocabulary import ITEM_KINDS
from .labels import split_label
from .open_blocks import is_ours

_LISTED = re.compile(r"(?:[-*+]|\d+[.)])(?: |$)")


def find_rest(region: Region) -> Text:
    """The text of a block without closing fence that may belong to the page instead."""
    # A line that is not indented like its header is a fault of this rule too, be the block closed below it or not.
    inside = range(region.start + 1, region.end + 1)
    if not any(fault.rule == "unclosed" and fault.index not in inside for fault in region.faults):
        return Text(start=region.start)
    texts, at = region.body.texts, region.body.at
    if region.kind in ITEM_KINDS or not region.kind:
        start = _end_of_item(region)
    else:
        held = region.children[-1].end if region.children else region.start
        start = next((i for i, line in enumerate(at) if line > held), len(texts))
    while start < len(texts) and not texts[start].strip():
        start += 1
    return Text(at[start], texts[start:]) if start < len(texts) else Text(start=region.end)


def _end_of_item(region: Region) -> int:
    """Where the last piece ends that is certain to belong to an item: its last option or part, or its first paragraph.

    A label alone on its line takes the paragraph, list or code below it. A list goes on over blank lines.
    """
    texts, fenced = region.body.texts, region.body.fenced
    marks = [i for i, text in enumerate(texts) if not fenced[i] and is_ours(text.lstrip(" "))]
    start = marks[-1] if marks else next((i for i, text in enumerate(texts) if text.strip()), 0)
    label = split_label(texts[start].lstrip(" ")) if marks else None
    waits = label is not None and not label[1]
    listed = _LISTED.match(texts[start]) is not None if texts else False
    for i in range(start + 1, len(texts)):
        text = texts[i]
        if not text.strip() or texts[i - 1].strip():
            continue
        if waits:
            waits, listed = False, _LISTED.match(text) is not None
        elif not (text.startswith(" ") or (fenced[i] and fenced[i - 1]) or (listed and _LISTED.match(text))):
            return i
    return len(texts)
