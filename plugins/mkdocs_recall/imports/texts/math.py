"""TeX in imported texts."""

from __future__ import annotations

import re

PATTERN = re.compile(
    r"\\\((?P<round>(?:[^\\\n]|\\[^()\n]){1,1000}?)\\\)"
    r"|\\\[(?P<square>(?:[^\\\n]|\\[^\[\]\n]|\n(?!\s*\n)){1,1000}?)\\\]"
    r"|\$\$(?P<dollars>[^$]{1,1000}?)\$\$"
)
"""What Moodle and Canvas read as TeX."""
ACTS = re.compile(
    r"\\(?:href|url|class|style|cssId|data|html\w*|includegraphics|require|def|gdef|edef|xdef|let|futurelet|csname"
    r"|newcommand|renewcommand|providecommand|newenvironment|DeclareMathOperator|catcode|mmlToken|unicode|bbox|tag"
    r"|label|eqref|ref|input|char|begingroup)(?![A-Za-z])"
)
"""Commands that lead somewhere, load something, change what other commands mean, or reach into the page."""


def write_math(tex: str, *, cell: bool = False) -> str | None:
    """Return inline math as pymdownx.arithmatex reads it; None where TeX could do more than to draw a formula."""
    tex = " ".join(tex.split())
    if not tex or ACTS.search(tex) or "`" in tex or re.search(r"[\x00-\x1f\ue000-\ue00f]|\^\^", tex):
        return None
    if cell:
        tex = tex.replace(r"\|", r"\Vert ").replace("|", r"\vert ")
    tex = re.sub(r"(?<!\\)\{(?=[{%#!])", "{ ", tex).replace("<", r"\lt ").replace("___", "_")
    return f"\\({tex}\\)"
