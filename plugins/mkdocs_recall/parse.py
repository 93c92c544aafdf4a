"""From a region to an item: its header, stem, options and labelled parts, and what is wrong with how it is written.

Every fault knows the line to edit. An item is always made, as far as it goes; faults decide whether it may be shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypedDict, TypeVar

from .header import check_header, rank, read_header
from .identity import ID, nearest, revision
from .model import Card, Choice, Concept, Deck, Explain, Fault, Item, Line, Part, Region, Text, Ways
from .options import begins_options, dedent, identify, read_options
from .words import LABELS, find_label, split_label

_STEP = re.compile(r"\d+[.)](?: +(?P<text>.*))?")
_CONCEPT = re.compile(r" {0,3}[-*+](?: +(?P<text>.*))?")
_GIVES_AWAY = re.compile(r"\s*[>|]|\s*[-*+]\s|\s*\d+[.)]\s|.*\[[^\]]{0,2}\]|\*\*")

Block = TypeVar("Block")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Block]):
    """A block as far as it could be read, and the faults of its form."""

    block: Block
    faults: tuple[Fault, ...]


def parse(region: Region, levels: Sequence[Sequence[str]]) -> Parsed[Item]:
    """Read the item of a region. `levels` holds the names of each rank, rank 1 first."""
    body = _Body(region)
    stem = _text(body.stem, region.start + 1)
    header = read_header(region.header, levels)
    faults = [*region.faults, *body.faults]
    if region.kind:
        faults += check_header(header, region, stem, levels)
    parts = tuple(_part(name, label, lines, faults) for name, label, lines in body.parts)
    common = _Common(
        start=region.start,
        id=header.id if region.kind or ID.fullmatch(header.id) else "",
        level=header.level,
        rank=rank(header.level, levels),
        settings=header.settings,
        stem=stem,
        parts=parts,
    )
    forced = header.settings.get("rev", "")
    item: Item
    if region.kind == "mcq":
        options, wrong = read_options(body.options)
        faults += wrong
        keys = [option.id for option in options if option.key]
        made = revision(stem=stem, options=(option.id for option in options), keys=keys, forced=forced)
        item = Choice(**common, options=options, revision=made)
    elif region.kind == "explain":
        concepts = _concepts(body, faults)
        made = revision(stem=stem, concepts=(concept.id for concept in concepts), forced=forced)
        item = Explain(**common, concepts=concepts, revision=made)
    else:
        item = Card(**common, revision=revision(stem=stem, forced=forced))
    return Parsed(item, tuple(faults))


def parse_deck(region: Region, levels: Sequence[Sequence[str]]) -> Parsed[Deck]:
    """Read a container's header, and find what stands between its items; the items are read by themselves."""
    header = read_header(region.header, ())
    faults = [*region.faults, *check_header(header, region, Text(start=region.start), levels)]
    loose = next((line for line in region.body if line.text.strip()), None)
    if loose and not any(fault.rule == "unclosed" for fault in faults):
        faults.append(
            Fault(
                index=loose.index,
                rule="loose-text",
                what="this text stands in a container and belongs to no item.",
                remedy="Put it above the container, or into an item.",
            )
        )
    deck = Deck(kind=region.kind, start=region.start, id=header.id, settings=header.settings)
    return Parsed(deck, tuple(faults))


def parse_ways(region: Region, levels: Sequence[Sequence[str]]) -> Parsed[Ways]:
    """Read the header that names the two ways into a topic."""
    header = read_header(region.header, ())
    faults = [*region.faults, *check_header(header, region, Text(start=region.start), levels)]
    for name, example in (("test", "fine-tuning-test.md"), ("learn", "#the-first-section")):
        if not header.settings.get(name):
            faults.append(
                Fault(
                    index=region.start,
                    rule="ways-target",
                    what=f"the ways need a `{name}`.",
                    remedy=f"Write `{name}={example}` into the header.",
                )
            )
    settings = header.settings
    ways = Ways(start=region.start, id=header.id, test=settings.get("test", ""), learn=settings.get("learn", ""))
    return Parsed(ways, tuple(faults))


class _Common(TypedDict):
    start: int
    id: str
    level: str
    rank: int
    settings: dict[str, str]
    stem: Text
    parts: tuple[Part, ...]


def prompt(stem: Text) -> Text:
    """The first paragraph of a stem, as far as a faulty item may show it without giving anything away."""
    lines = []
    for line in stem.lines:
        if not line.strip() or line.lstrip().startswith(("```", "~~~")) or _GIVES_AWAY.match(line):
            break
        lines.append(line)
    return Text(start=stem.start, lines=tuple(lines))


class _Body:
    """A region's body, cut at its labels, and the stem cut from the options."""

    def __init__(self, region: Region) -> None:
        self.stem: list[Line] = []
        self.options: list[Line] = []
        self.parts: list[tuple[str, Line, list[Line]]] = []
        self.faults: list[Fault] = []
        target, blank = self.stem, True
        for line in region.body:
            label = self._label(line, blank) if line.text.startswith("**") and not line.fenced else None
            if label:
                found = split_label(line.text)
                target = [Line(index=line.index, text=found[1] if found else "")]
                self.parts.append((label, line, target))
            else:
                if region.kind == "mcq" and target is self.stem and not line.fenced and begins_options(line.text):
                    target = self.options
                target.append(line)
            blank = not line.text.strip()

    def _label(self, line: Line, blank: bool) -> str | None:
        """The part that begins with this line, if any; a misspelt label counts, and is a fault."""
        if name := find_label(line.text):
            if not blank:
                self._fault(
                    line,
                    "label-blank",
                    f"`**{LABELS[name]}:**` stands right under another line, which would swallow it.",
                    "Put a blank line above it.",
                )
            return name
        found = split_label(line.text)
        near = nearest(found[0], [label.lower() for label in LABELS.values()], within=2) if found else None
        if not found or not near or not blank:
            return None
        name = near.replace(" ", "-")
        self._fault(
            line,
            "unknown-label",
            f"there is no part `{found[0].capitalize()}`.",
            f"Did you mean `**{LABELS[name]}:**`?",
        )
        return name

    def _fault(self, line: Line, rule: str, what: str, remedy: str) -> None:
        self.faults.append(Fault(index=line.index, rule=rule, what=what, remedy=remedy))


def _part(name: str, label: Line, lines: list[Line], faults: list[Fault]) -> Part:
    text = _text(lines, label.index)
    steps: tuple[Text, ...] = ()
    if name == "solution" and text:
        steps, loose = _items(lines, _STEP)
        if loose is not None:
            faults.append(
                Fault(
                    index=loose.index,
                    rule="solution-list",
                    what="a solution is an ordered list; this is no part of it.",
                    remedy="Write each step as `1. **Title.** text`.",
                )
            )
    return Part(label=name, line=label.index, text=text, steps=steps)


def _concepts(body: _Body, faults: list[Fault]) -> tuple[Concept, ...]:
    lines = [line for name, _, part in body.parts if name == "concepts" for line in part]
    texts, loose = _items(lines, _CONCEPT)
    if loose is not None:
        faults.append(
            Fault(
                index=loose.index,
                rule="concepts-list",
                what="concepts are a list; this is no part of it.",
                remedy="Write each one as `- text`.",
            )
        )
    named = (identify(text, "concept", faults) for text in texts)
    return tuple(Concept(id=id, text=text) for id, text in named)


def _items(lines: Sequence[Line], marker: re.Pattern[str]) -> tuple[tuple[Text, ...], Line | None]:
    """The items of a list, and the first line that belongs to none."""
    steps: list[list[Line]] = []
    loose: Line | None = None
    blank = True
    for line in lines:
        found = None if line.fenced else marker.fullmatch(line.text)
        if found:
            steps.append([Line(index=line.index, text=found["text"] or "")])
        elif not line.text.strip() or (steps and (line.text.startswith(" ") or not (blank or line.fenced))):
            if steps:
                steps[-1].append(line)
        else:
            loose = loose or line
        blank = not line.text.strip()
    return tuple(dedent(step) for step in steps), loose


def _text(lines: Sequence[Line], start: int) -> Text:
    """Lines without the blank ones at both ends."""
    first, last = 0, len(lines)
    while first < last and not lines[first].text.strip():
        first += 1
    while last > first and not lines[last - 1].text.strip():
        last -= 1
    kept = lines[first:last]
    return Text(start=kept[0].index if kept else start, lines=tuple(line.text for line in kept))
