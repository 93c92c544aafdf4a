"""From a region to an item: its header, stem, options and labelled parts, and what is wrong with how it is written.

Every fault knows the line to edit. An item is always made, as far as it goes; faults decide whether it may be shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypedDict, TypeVar

from .header import Header, check_header, rank, read_header
from .identity import ID, nearest, revision
from .model import Card, Choice, Concept, Deck, Explain, Fault, Item, Line, Overview, Part, Region, Rule, Text, Ways
from .options import begins_options, dedent, find_first, identify, is_option, read_options
from .words import LABELS, find_bare_label, find_label, split_label

_STEP = re.compile(r"\d+[.)](?: +(?P<text>.*))?")
_CONCEPT = re.compile(r" {0,3}[-*+](?: +(?P<text>.*))?")
_LIST = re.compile(r"(?:[-*+]|\d+[.)]) ")
_GIVES_AWAY = re.compile(
    r"\s*[>|]|\s*[-*+]\s|\s*\d+[.)]\s|.*\[[^\]]{0,2}\]|\s*\*\*|\s*__|"
    rf"\s*(?:{'|'.join(LABELS.values())})s?\W*:",
    re.IGNORECASE,
)

Block = TypeVar("Block")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Block]):
    """A block as far as it could be read, and the faults of its form."""

    block: Block
    faults: tuple[Fault, ...]


def parse(region: Region, levels: Sequence[Sequence[str]], free: Callable[[str], str] = str) -> Parsed[Item]:
    """Read the item of a region.

    `levels` holds the names of each rank, rank 1 first; `free` makes an id that is suggested one that is not taken.
    """
    body = _Body(region)
    stem = _text(body.stem, region.start + 1)
    header = read_header(region.header, levels)
    faults = [*region.faults, *body.faults]
    if region.kind:
        faults += check_header(header, region, stem, levels, free)
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


def parse_deck(region: Region, levels: Sequence[Sequence[str]], free: Callable[[str], str] = str) -> Parsed[Deck]:
    """Read a container's header, and find what stands between its items; the items are read by themselves."""
    header = read_header(region.header, ())
    faults = [*region.faults, *check_header(header, region, Text(start=region.start), levels, free)]
    loose = next((line for line in region.body if line.text.strip()), None)
    if loose and not any(fault.rule == "unclosed" for fault in faults):
        faults.append(
            Fault(
                index=loose.at,
                rule="loose-text",
                what="this text stands in a container and belongs to no item.",
                remedy="Put it above the container, or into an item.",
            )
        )
    deck = Deck(kind=region.kind, start=region.start, id=header.id, settings=header.settings)
    return Parsed(deck, tuple(faults))


def parse_ways(region: Region, levels: Sequence[Sequence[str]], free: Callable[[str], str] = str) -> Parsed[Ways]:
    """Read the header that names the two ways into a topic."""
    header = read_header(region.header, ())
    faults = _page_faults(region, header, levels, free)
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


def parse_overview(
    region: Region, levels: Sequence[Sequence[str]], free: Callable[[str], str] = str
) -> Parsed[Overview]:
    """Read the header of a block that is made of other pages' items."""
    header = read_header(region.header, ())
    faults = _page_faults(region, header, levels, free)
    overview = Overview(kind=region.kind, start=region.start, id=header.id, settings=header.settings)
    return Parsed(overview, tuple(faults))


def _page_faults(
    region: Region, header: Header, levels: Sequence[Sequence[str]], free: Callable[[str], str]
) -> list[Fault]:
    """What is wrong with a block that is all header."""
    faults = [*region.faults, *check_header(header, region, Text(start=region.start), levels, free)]
    loose = next((line for line in region.body if line.text.strip()), None)
    if loose and not region.faults:
        what = f"the kind `{region.kind}` holds no text."
        faults.append(Fault(index=loose.at, rule="loose-text", what=what, remedy="Put it above or below the block."))
    return faults


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
        self._choice = region.kind == "mcq"
        self._target, self._blank = self.stem, True
        for line in region.body:
            if line.fenced or not line.text.strip():
                self._target.append(line)
            else:
                self._read(line)
            self._blank = not line.text.strip()

    def _read(self, line: Line) -> None:
        bare = line.text.lstrip(" ")
        if bare[0] in "*_" and (label := self._label(line, bare)):
            found = split_label(bare)
            self._target = [Line(line.at, found[1] if found else "")]
            self.parts.append((label, line, self._target))
            return
        if self._choice and self._target is self.stem and begins_options(line.text):
            first = find_first(self.stem, line.text)
            self._target = self.options
            self.options += self.stem[first:]
            del self.stem[first:]
        elif self._choice and self.parts and is_option(line.text):
            self._misplaced(line)
        self._target.append(line)

    def _label(self, line: Line, bare: str) -> str | None:
        """The part that begins with this line, if any; a label that is not quite one counts, and is a fault."""
        if not bare.startswith(("**", "__")):
            return None
        if len(bare) < len(line.text):
            return self._indented(line, bare)
        if name := find_label(bare):
            if not self._blank:
                self._fault(
                    line,
                    "label-blank",
                    f"`**{LABELS[name]}:**` stands right under another line, which would swallow it.",
                    "Put a blank line above it.",
                )
            return name
        if self._blank and (name := find_bare_label(bare)):
            self._fault(line, "unknown-label", f"`{bare.strip()}` has no colon.", f"Write `**{LABELS[name]}:**`.")
            return name
        found = split_label(bare)
        near = nearest(found[0], [label.lower() for label in LABELS.values()], within=2) if found else None
        if not found or not near:
            return None
        name = near.replace(" ", "-")
        what = f"there is no part `{found[0].capitalize()}`."
        self._fault(line, "unknown-label", what, f"Did you mean `**{LABELS[name]}:**`?")
        return name

    def _indented(self, line: Line, bare: str) -> str | None:
        """A label that its indentation makes a piece of the stem or of an option."""
        name = find_label(bare)
        in_options = self._target is self.options
        in_stem = self._target is self.stem and self._blank
        if not name or not (in_options or in_stem) or len(line.text) - len(bare) > (5 if in_options else 3):
            return None
        self._fault(line, "label-indent", f"`**{LABELS[name]}:**` is indented.", "Remove the spaces before it.")
        return name

    def _misplaced(self, line: Line) -> None:
        """An option below a part, of which it would be a piece."""
        if not self.faults or self.faults[-1].rule != "option-place":
            label = LABELS[self.parts[-1][0]]
            what = f"this option stands below `**{label}:**`, which would swallow it."
            self._fault(line, "option-place", what, "Put all options above the first part.")

    def _fault(self, line: Line, rule: Rule, what: str, remedy: str) -> None:
        self.faults.append(Fault(index=line.at, rule=rule, what=what, remedy=remedy))


def _part(name: str, label: Line, lines: list[Line], faults: list[Fault]) -> Part:
    text = _text(lines, label.at)
    steps: tuple[Text, ...] = ()
    if name == "solution" and text:
        steps, loose = _items(lines, _STEP)
        faults += (
            Fault(
                index=line.at,
                rule="solution-list",
                what="a solution is an ordered list; this is no part of it.",
                remedy="Write each step as `1. **Title.** text`, and indent what else belongs to it.",
            )
            for line in loose
        )
    return Part(label=name, line=label.at, text=text, steps=steps)


def _concepts(body: _Body, faults: list[Fault]) -> tuple[Concept, ...]:
    lines = [line for name, _, part in body.parts if name == "concepts" for line in part]
    texts, loose = _items(lines, _CONCEPT)
    faults += (
        Fault(
            index=line.at,
            rule="concepts-list",
            what="concepts are a list; this is no part of it.",
            remedy="Write each one as `- text`.",
        )
        for line in loose
    )
    named = (identify(text, "concept", faults) for text in texts)
    return tuple(Concept(id=id, text=text) for id, text in named)


def _items(lines: Sequence[Line], marker: re.Pattern[str]) -> tuple[tuple[Text, ...], list[Line]]:
    """The items of a list, and where lines begin that belong to none."""
    steps: list[list[Line]] = []
    loose: list[Line] = []
    blank, lost = True, False
    for line in lines:
        found = None if line.fenced else marker.fullmatch(line.text)
        if found:
            steps.append([Line(at=line.at, text=found["text"] or "")])
            lost = False
        elif not line.text.strip() or (steps and (line.text.startswith(" ") or not (blank or line.fenced or lost))):
            if steps:
                steps[-1].append(line)
        elif not lost:
            loose.append(line)
            lost = True
        blank = not line.text.strip()
    return tuple(_apart(dedent(step), step) for step in steps), loose


def _apart(text: Text, lines: Sequence[Line]) -> Text:
    """A step's text with a blank line above a list right under its first paragraph, as in any list item."""
    for at, line in enumerate(text.lines[1:], 1):
        if not line.strip() or lines[at].fenced:
            break
        if _LIST.match(line):
            return Text(start=text.start, lines=(*text.lines[:at], "", *text.lines[at:]))
    return text


def _text(lines: Sequence[Line], start: int) -> Text:
    """Lines without the blank ones at both ends."""
    full = [number for number, line in enumerate(lines) if line.text.strip()]
    if not full:
        return Text(start)
    kept = lines[full[0] : full[-1] + 1]
    return Text(kept[0].at, tuple([line.text for line in kept]))
