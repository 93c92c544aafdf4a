"""Markdown as plain text, as far as the quality rules need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model.text import Text
from ...syntax.patterns import CODE_FENCE

HIDDEN = "\ufffc"
"""Stands in prose for code, mathematics and images, which are not words."""

# Lengths are bounded, so that time stays linear where a sign opens what never closes.
_MARKUP = re.compile(
    r"(?P<ticks>`{1,50})(?!`)(?P<code>.{1,500}?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<math>\$\$.{1,500}?\$\$|\$(?! )[^$]{1,500}?(?<! )\$(?!\d)|\\\(.{1,500}?\\\)|\\\[.{1,500}?\\\])"
    r"|(?P<image>!\[[^\]]{0,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,99}\]))"
    r"|\[\^[^\]]{1,99}\]|\[(?P<link>[^\]]{1,300})\](?:\([^)]{0,500}\)|\[[^\]]{0,99}\])"
    r"|<!--.{0,500}?-->|</?[a-zA-Z][^>]{0,500}>|\{ ?[:#.][^}]{0,200}\}"
    r"|\\(?P<escaped>[^\w\s])"
    r"|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|==",
    re.DOTALL,
)
_MARK = re.compile(r"[`*_\[<\\${~=!]")
_BOLD = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)[^*_\n]+(?<=\S)\1(?![\w*_])")
_ROW = re.compile(r" *\|.*\| *$")
_BULLET = re.compile(r"^ *(?:[-*+]|\d+[.)]) +", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’)]*\s+|\n\s*\n")


def visible(text: Text) -> str:
    """What readers see of a text in one line: code and mathematics as they stand, emphasis, links, HTML dropped.

    Code blocks are dropped too, and an image leaves `HIDDEN`: neither has a length to compare.
    """
    if len(text.lines) == 1:
        line = text.lines[0]
        if line.startswith("`") and line.endswith("`") and line.count("`") == 2:
            return line[1:-1].strip()
        return " ".join(_MARKUP.sub(_seen, line).split()) if _MARK.search(line) else line.strip()
    return " ".join(_MARKUP.sub(_seen, _BULLET.sub("", "\n".join(unfenced(text.lines)))).split())


def prose(text: Text, *, emphasised: bool = True) -> str:
    """The words of a text: no code blocks, tables, HTML, addresses of links or signs of emphasis.

    Inline code, mathematics and images leave `HIDDEN`. Without `emphasised`, words in bold or italics are dropped too.
    """
    source = _BULLET.sub("", "\n".join(line for line in unfenced(text.lines) if not _ROW.match(line)))
    if not _MARK.search(source):
        return source
    return _MARKUP.sub(_said, source if emphasised else _BOLD.sub("", source))


def unfenced(lines: Sequence[str]) -> Iterator[str]:
    """The lines outside of code fences."""
    fence = ""
    for line in lines:
        found = CODE_FENCE.match(line) if "```" in line or "~~~" in line else None
        if found and not fence:
            fence = found[1]
        elif found and line.strip("> ") == fence:
            fence = ""
        elif not fence:
            yield line


def asked(words: str) -> str:
    """The sentence of a stem's prose that asks: the last one with a question mark, else the last one."""
    sentences = [" ".join(each.split()) for each in _SENTENCE.split(words)]
    full = [each for each in sentences if each.strip(HIDDEN + " ")]
    return next((each for each in reversed(full) if "?" in each), full[-1] if full else "")


def pattern(entries: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern for all entries of a word list as whole words, or None where there are none."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)") if entries else None


def _seen(found: re.Match[str]) -> str:
    if found["image"]:
        return HIDDEN
    return found["code"] or found["math"] or found["link"] or found["escaped"] or ""


def _said(found: re.Match[str]) -> str:
    if found["code"] or found["math"] or found["image"]:
        return HIDDEN
    return found["link"] or found["escaped"] or ""
