"""The text of a page's file, made ready to be scanned: encoding, line ends, front matter, tabs."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml
from markdown.util import ETX, STX

from ..model.problems import Problem
from .sources.yaml_text import load_yaml

_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_META = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_META_MORE = re.compile(r" {4}|\t")
_BLANK = re.compile(r"^ +$", re.MULTILINE)
_TAB = 4


def decode(content: bytes, path: str) -> tuple[str, Problem | None]:
    """The text of a file, without byte-order mark, and a problem where it is not UTF-8.

    What cannot be read then stands as U+FFFD, so that everything else can still be judged.
    """
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    problem = Problem(
        path=path,
        line=line,
        severity="error",
        rule="encoding",
        what="the file is not in UTF-8.",
        remedy="Save it as UTF-8.",
    )
    return content.decode("utf-8-sig", errors="replace"), problem


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever ends them."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def blank_front_matter(lines: list[str]) -> list[str]:
    """The lines of a file with nothing in those that MkDocs reads as metadata, so that all others keep their number."""
    return take_front_matter(lines)[1]


def take_front_matter(lines: list[str]) -> tuple[Mapping[str, object], list[str]]:
    """The metadata in YAML at the beginning of a file, empty without any, and what `blank_front_matter` returns."""
    found = _FRONT_MATTER.match("\n".join(lines) + "\n") if lines[0].startswith("---") else None
    meta: object = {}
    count = 0
    if found:
        try:
            meta = load_yaml(found[1])
        except yaml.YAMLError:
            meta = None
        count = found[0].count("\n") if isinstance(meta, dict) else 0
    elif not lines[0].startswith("---"):
        count = _count_meta(lines)
    return meta if isinstance(meta, dict) else {}, [""] * count + lines[count:] if count else lines


def excludes(meta: Mapping[str, object]) -> bool:
    """Whether front matter keeps a page's questions off all other pages: `recall: {exclude: true}`."""
    own = meta.get("recall")
    return isinstance(own, dict) and own.get("exclude") is True


def _count_meta(lines: list[str]) -> int:
    """How many lines are metadata in the style of MultiMarkdown."""
    count = 0
    while count < len(lines) and (_META.match(lines[count]) or (count and _META_MORE.match(lines[count]))):
        count += 1
    return count


def to_scan(lines: list[str], tab: int = _TAB) -> list[str]:
    """Lines as the scanner wants them: tabs expanded, nothing in blank lines, no marks of Markdown's own."""
    text = source = "\n".join(lines)
    if STX in text or ETX in text:
        text = text.replace(STX, "").replace(ETX, "")
    if "\t" in text:
        text = text.expandtabs(tab)
    if " \n" in text or text.endswith(" "):
        text = _BLANK.sub("", text)
    return lines if text == source else text.split("\n")
