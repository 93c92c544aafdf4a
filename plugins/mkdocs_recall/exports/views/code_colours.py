"""Colours of code, for formats that bring no stylesheet along: a few, all readable on the ground that code gets."""

from __future__ import annotations

from functools import cache

BLOCK = "background:#f6f8fa;color:#1f2328;padding:0.6em 0.8em;overflow:auto;text-align:left;white-space:pre"
"""Style of a block of code."""

_COLOURS = (
    ("hll", "background:#fff8c5"),
    ("filename", "font-weight:bold"),
    ("c", "color:#57606a"),
    ("k", "color:#b31d28"),
    ("s", "color:#0a3069"),
    ("m", "color:#0550ae"),
    ("il", "color:#0550ae"),
    ("nf", "color:#6f42c1"),
    ("nc", "color:#6f42c1"),
    ("nd", "color:#6f42c1"),
    ("nn", "color:#953800"),
    ("nt", "color:#116329"),
    ("na", "color:#953800"),
    ("nb", "color:#0550ae"),
    ("bp", "color:#0550ae"),
    ("ow", "color:#b31d28"),
    ("gd", "color:#82071e"),
    ("gi", "color:#116329"),
    ("gh", "color:#0550ae"),
    ("gr", "color:#82071e"),
    ("gt", "color:#82071e"),
)
"""What the classes of Pygments begin with, such as `k` in `kn` and `kd`, and the style of each."""


@cache
def style_of(tag: str, css: str) -> str:
    """The style of an element of code, by its class; empty for any other."""
    if tag == "pre":
        return BLOCK
    if tag != "span":
        return ""
    return next((style for start, style in _COLOURS if css == start or (css.startswith(start) and len(css) <= 3)), "")


def stylesheet() -> str:
    """The same for formats that bring a stylesheet along and keep the classes; the first rule that fits comes last."""
    rules = (f'.highlight span[class^="{start}"] {{ {style} }}' for start, style in reversed(_COLOURS))
    return "\n".join([f".highlight {{ {BLOCK} }}", *rules]) + "\n"
