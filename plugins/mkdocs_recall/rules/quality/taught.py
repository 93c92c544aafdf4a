"""The rule about `taught=`: each question of a course names the section that teaches it, and the section does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...kinds import Item
from ...model.problems import Fault
from ...model.rule_names import QualityRule
from ...syntax.code_fences import map_fences
from ..links import ANY_HEADING, loosely
from ..word_lists import WordList
from .view import warn

RULE: QualityRule = "untaught"

_HEAD = re.compile(r" {0,3}(?P<signs>#{1,6})[ \t]+(?P<title>.*)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_OWN_ANCHOR = re.compile(r"[ \t]*\{:?[^{}]*?(?:#(?P<anchor>[^\s{}]+))?[^{}#]*\}[ \t]*$")
_ADDRESS = re.compile(r"\]\([^)\n]{0,500}\)|https?://\S+")
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no spaces between words: any two neighbours count as a word."""
_ENDINGS = re.compile(r"(?:ings?|ed|es|s|en|er|n|e)$")


LessonLine = tuple[str, int, tuple[str, ...]]
"""A line; of a heading also its level and what its anchor may be, loosely."""


def find_section(lines: Sequence[LessonLine], anchor: str) -> str | None:
    """The text below the headings that an anchor may lead to; None where no heading of the page has it."""
    wanted, sections, depth = loosely(anchor), [], 0
    for line, level, names in lines:
        if level and wanted in names:
            depth = level
        elif level and level <= depth:
            depth = 0
        if depth:
            sections.append(line)
    return "\n".join(sections) if sections else None


def read_lines(lines: Sequence[str]) -> Iterator[LessonLine]:
    """Read the lines of a page."""
    fenced = map_fences(list(lines)).fenced
    plain = [line.lstrip("> ") for line in lines]
    for at, line in enumerate(plain):
        below = plain[at + 1] if at + 1 < len(lines) and not fenced[at + 1] else ""
        head = None if fenced[at] else _HEAD.match(line)
        if head:
            yield line, len(head["signs"]), _names(head["title"].rstrip("# \t"))
        elif not fenced[at] and _UNDERLINE.fullmatch(below) and ANY_HEADING.match(f"{line}\n{below}"):
            yield line, 1 if "=" in below else 2, _names(line)
        else:
            yield line, 0, ()


def _names(title: str) -> tuple[str, ...]:
    own = _OWN_ANCHOR.search(title)
    plain = _ADDRESS.sub("", _OWN_ANCHOR.sub("", title))
    return (loosely(plain), *((loosely(own["anchor"]),) if own and own["anchor"] else ()))


def untaught(item: Item, terms: Sequence[str], section: str | None) -> Fault | None:
    """A question that names no section where others of its folder do, or one in which none of its terms occur.

    For `terms` see `find_terms`. `section` is the text of what it names, without items; None where that is unknown.
    """
    target = item.settings.get("taught", "")
    if not target:
        what = "the question does not say where it is taught, as other questions of its folder do."
        remedy = "Add `taught=#section` or `taught=lesson.md#section` to the header."
        return warn(item.start, RULE, what, remedy)
    if section is None:
        return None
    there = _stems(section)
    if not terms or any(_stem(term) in there for term in terms):
        return None
    shown = ", ".join(f"`{term}`" for term in terms[:4])
    what = f"the section in `taught={target}` contains none of the question's terms, such as {shown}."
    return warn(item.start, RULE, what, "Name the section that teaches it, or teach it there.")


@lru_cache(maxsize=256)
def _stems(section: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(_ADDRESS.sub("", section))))


def find_terms(item: Item, words: WordList) -> list[str]:
    """The words and names in code of what an item asks and of what is right, without those of any question."""
    texts = [item.stem, *item.right_texts(), *(concept.text for concept in item.concepts)]
    found = dict.fromkeys(word for text in texts for word in _words(_ADDRESS.sub("", text.source)))
    least = 3 if words.fillers else 5
    return [word for word in found if (len(word) >= least or _UNSPACED.match(word)) and word not in words.fillers]


def _words(text: str) -> Iterator[str]:
    """The words of a text in lower case; parts of names such as `pad_token` and `AutoModel` are words too."""
    for found in _WORD.finditer(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)):
        word = found[0].casefold()
        if _UNSPACED.search(word):
            yield from (word[at : at + 2] for at in range(max(len(word) - 1, 1)))
        else:
            yield word


def _stem(word: str) -> str:
    """A word without its ending, so that `pads`, `padded` and `padding` are one."""
    stem = _ENDINGS.sub("", word) if len(word) > 4 else word.removesuffix("s") if len(word) > 3 else word
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
