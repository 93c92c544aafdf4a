"""What `recall export` writes for a kind that Moodle's formats do not have, read back as what it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..base import Incoming, split_blocks
from ..question import ImportedQuestion

_ENTRY = re.compile(r"(?:-|\d+\.) +(?P<text>.*)")


class _Entry(NamedTuple):
    text: str
    reason: str


def find_places(rights: Sequence[str], nowhere: str) -> list[int] | None:
    """Return the place of each piece of an ordering question that was exported as pairs, 0 for one that has none.

    None where the pairs are something else.
    """
    places = [0 if text == nowhere else int(text) if text.isdecimal() and len(text) < 5 else -1 for text in rights]
    found = sorted(place for place in places if place)
    return places if found and found == list(range(1, len(found) + 1)) else None


def take_unit(incoming: Incoming, question: ImportedQuestion) -> None:
    """Take the unit of a number from the end of its stem."""
    before, _, after = incoming.word("page.export.unit").partition("{unit}")
    *blocks, last = split_blocks(question.stem) or [""]
    if blocks and before and last.startswith(before) and last.endswith(after):
        unit = last.removeprefix(before).removesuffix(after)
        if re.fullmatch(r"[^\s\"\\&<]{1,40}", unit) and question.settings.setdefault("unit", unit) == unit:
            question.stem = "\n\n".join(blocks)


def take_pairs(incoming: Incoming, question: ImportedQuestion, feedback: str) -> str:
    """Take the reasons of pairs and pieces from the beginning of what is said after an answer. Returns what is left.

    The lists there say again what the question holds, so they go where they say just that.
    """
    listed, rest = _read_list(feedback)
    title = f"<strong>{incoming.word('page.order.distractors')}</strong>"
    others: list[_Entry] = []
    if rest.startswith(title):
        others, rest = _read_list(rest.removeprefix(title).lstrip("\n"))
        others = [entry._replace(text=entry.text.removeprefix("✗ ")) for entry in others]
    if question.kind == "match":
        named = {_plain(f"{pair.left} → {pair.right}"): pair for pair in question.pairs if pair.left}
        unused = {_plain(pair.right): pair for pair in question.pairs if not pair.left}
        keys, more = [_plain(entry.text) for entry in listed], [_plain(entry.text) for entry in others]
        if set(keys) != named.keys() or set(more) != unused.keys():
            return feedback
        question.pairs = [*(named[key] for key in keys), *(unused[key] for key in more)]
        for pair, entry in zip(question.pairs, (*listed, *others), strict=True):
            pair.reason = pair.reason or " ".join(entry.reason.replace("\n\n", "<br>").split())
        return rest
    wrong = {_plain(answer.text): answer for answer in question.answers}
    same = [_plain(entry.text) for entry in listed] == [_plain(piece) for piece in question.pieces]
    if not same or {_plain(entry.text) for entry in others} != wrong.keys():
        return feedback
    for entry in others:
        answer = wrong[_plain(entry.text)]
        answer.reason = answer.reason or entry.reason
    return rest


def _plain(markdown: str) -> str:
    """Markdown without what depends on whether it is in a table, a list or a paragraph."""
    return re.sub(r"```\w*|&#\d+;|</?code>|[\s`\\|]", "", markdown)


def _read_list(markdown: str) -> tuple[list[_Entry], str]:
    """The entries of the list that a text begins with, and the rest of the text."""
    rows: list[list[str]] = []
    lines = markdown.split("\n")
    taken = 0
    for line in lines:
        if found := _ENTRY.match(line):
            rows.append([found["text"]])
        elif rows and (not line or line.startswith("    ")):
            rows[-1].append(line.removeprefix("    "))
        else:
            break
        taken += 1
    entries = []
    for row in rows:
        blocks = split_blocks("\n".join(row).strip("\n")) or [""]
        entries.append(_Entry(blocks[0], "\n\n".join(blocks[1:])))
    return entries, "\n".join(lines[taken:]).lstrip("\n")
