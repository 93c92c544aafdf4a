"""From a region to an item: its header, stem, options and labelled parts, and what is wrong with how it is written.

Every fault knows the line to edit. An item is always made, as far as it goes; faults decide whether it may be shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypedDict, TypeVar

from ..model.blocks import Deck, Overview, Ways
from ..model.identity import ID
from ..model.items import Card, Choice, Concept, Explain, Item, Option, Part
from ..model.page import Line, Region
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.spelling import nearest
from ..model.text import Text
from ..model.vocabulary import LABELS
from .canonical import ends_stem, read_plain_list, read_plain_options
from .header import Header, check_header, read_header
from .labels import NAMES, find_bare_label, split_label, usual_label
from .options import begins_options, dedent, find_first, identify, is_option, read_options

_STEP = re.compile(r"\d+[.)](?: +(?P<text>.*))?")
_CONCEPT = re.compile(r" {0,3}[-*+](?: +(?P<text>.*))?")
_LIST = re.compile(r"(?:[-*+]|\d+[.)]) ")
_GIVES_AWAY = re.compile(
    r"\s*[>|]|\s*[-*+]\s|\s*\d+[.)]\s|.*\[[^\]]{0,2}\]|\s*\*\*|\s*__|"
    rf"\s*(?:{'|'.join(LABELS.values())})s?\W*:",
    re.IGNORECASE,
)

Block = TypeVar("Block")


class Parsed(NamedTuple, Generic[Block]):
    """A block as far as it could be read, and the faults of its form."""

    block: Block
    faults: tuple[Fault, ...]


def parse(region: Region, levels: Sequence[Sequence[str]], free: Callable[[str], str] = str) -> Parsed[Item]:
    """Read the item of a region.

    `levels` holds the names of each rank, rank 1 first; `free` makes an id that is suggested one that is not taken.
    """
    cut = _Cut(region)
    stem = cut.stem
    header = read_header(region.header, levels)
    faults = [*region.faults, *cut.faults]
    if region.kind and not header.usual:
        faults += check_header(header, region, stem, levels, free)
    parts = tuple([_part(cut, number, end, faults) for number, end in enumerate(cut.ends)])
    common: _Common = {
        "start": region.start,
        "id": header.id if region.kind or ID.fullmatch(header.id) else "",
        "level": header.level,
        "rank": header.rank,
        "settings": header.settings,
        "stem": stem,
        "parts": parts,
    }
    item: Item
    if region.kind == "mcq":
        item = Choice(**common, options=_options(cut, faults))
    elif region.kind == "explain":
        item = Explain(**common, concepts=_concepts(cut, faults))
    else:
        item = Card(**common)
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
    if not (header.settings.get("test") or header.settings.get("learn")):
        faults.append(
            Fault(
                index=region.start,
                rule="ways-target",
                what="the ways lead nowhere.",
                remedy="Write `test=fine-tuning-test.md learn=#the-first-section` into the header, or one of the two.",
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


class _Cut:
    """A body, cut at its labels, and its stem cut from the options. The pieces are runs of its lines."""

    __slots__ = ("body", "end", "ends", "faults", "options", "parts", "stem")

    def __init__(self, region: Region) -> None:
        self.body = body = region.body
        self.faults: list[Fault] = []
        self.parts: list[tuple[str, int, str]] = []
        """Name and label's line of each part, and what stands behind the label."""
        self.options: int | None = None
        """The line where the options begin."""
        self._read(body.texts, body.fenced, region.kind == "mcq")
        last = len(body.texts)
        self.end = self.parts[0][1] if self.parts else last
        """Where stem and options end."""
        self.ends = [*[line for _, line, _ in self.parts[1:]], last] if self.parts else []
        """Where each part ends."""
        self.stem = self.text(0, self.end if self.options is None else self.options, region.start + 1)

    def _read(self, texts: Sequence[str], fenced: bytes, choice: bool) -> None:
        for i, text in enumerate(texts):
            mark = choice and "[" in text
            if not (mark or "**" in text or "__" in text) or fenced[i]:
                continue
            if text.startswith("**") and (usual := usual_label(text)) and self._blank_above(i):
                self.parts.append((usual[0], i, usual[1]))
                continue
            bare = text.lstrip(" ")
            if bare.startswith(("**", "__")) and (label := self._label(i, text, bare)):
                self.parts.append((label[0], i, label[1]))
            elif mark and self.options is None and not self.parts and begins_options(text):
                self.options = i if ends_stem(self.body, i) else find_first(self.body[:i], text)
            elif mark and self.parts and is_option(text):
                self._misplaced(i)

    def text(self, start: int, stop: int, at: int, first: str = "") -> Text:
        """What stands in some lines, without the blank ones at both ends.

        `at` is where it stands if they are all blank. `first` stands above them, in the line before.
        """
        texts = self.body.texts
        while stop > start and not texts[stop - 1].strip():
            stop -= 1
        if first:
            return Text(at, (first, *texts[start:stop]))
        while start < stop and not texts[start].strip():
            start += 1
        return Text(self.body.at[start], texts[start:stop]) if start < stop else Text(at)

    def lines(self, number: int) -> list[Line]:
        """The lines of a part."""
        _, label, first = self.parts[number]
        return [Line(self.body.at[label], first), *self.body[label + 1 : self.ends[number]]]

    def _blank_above(self, i: int) -> bool:
        return i == 0 or not self.body.texts[i - 1].strip()

    def _label(self, i: int, text: str, bare: str) -> tuple[str, str] | None:
        """The part that begins with this line, if any, and what stands behind its label.

        A label that is not quite one counts, and is a fault.
        """
        found = split_label(bare)
        name = NAMES.get(found[0]) if found else None
        if len(bare) < len(text):
            return (name, found[1]) if found and name and self._indented(i, text, bare, name) else None
        if found and name:
            if not self._blank_above(i):
                self._fault(
                    i,
                    "label-blank",
                    f"`**{LABELS[name]}:**` stands right under another line, which would swallow it.",
                    "Put a blank line above it.",
                )
            return name, found[1]
        if self._blank_above(i) and (name := find_bare_label(bare)):
            self._fault(i, "unknown-label", f"`{bare.strip()}` has no colon.", f"Write `**{LABELS[name]}:**`.")
            return name, found[1] if found else ""
        near = nearest(found[0], NAMES, within=2) if found else None
        if not found or not near:
            return None
        what = f"there is no part `{found[0].capitalize()}`."
        self._fault(i, "unknown-label", what, f"Did you mean `**{LABELS[NAMES[near]]}:**`?")
        return NAMES[near], found[1]

    def _indented(self, i: int, text: str, bare: str, name: str) -> bool:
        """Whether a label is one though its indentation makes it a piece of the stem or of an option."""
        in_options = self.options is not None
        if self.parts or not (in_options or self._blank_above(i)):
            return False
        if len(text) - len(bare) > (5 if in_options else 3):
            return False
        self._fault(i, "label-indent", f"`**{LABELS[name]}:**` is indented.", "Remove the spaces before it.")
        return True

    def _misplaced(self, i: int) -> None:
        """An option below a part, of which it would be a piece."""
        if not self.faults or self.faults[-1].rule != "option-place":
            label = LABELS[self.parts[-1][0]]
            what = f"this option stands below `**{label}:**`, which would swallow it."
            self._fault(i, "option-place", what, "Put all options above the first part.")

    def _fault(self, i: int, rule: Rule, what: str, remedy: str) -> None:
        self.faults.append(Fault(index=self.body.at[i], rule=rule, what=what, remedy=remedy))


def _options(cut: _Cut, faults: list[Fault]) -> tuple[Option, ...]:
    if cut.options is None:
        return ()
    options = read_plain_options(cut.body, cut.options, cut.end)
    if options is None:
        options, wrong = read_options(cut.body[cut.options : cut.end])
        faults += wrong
    return options


def _part(cut: _Cut, number: int, end: int, faults: list[Fault]) -> Part:
    name, label, first = cut.parts[number]
    line = cut.body.at[label]
    text = cut.text(label + 1, end, line, first)
    steps: tuple[Text, ...] = ()
    if name == "solution" and text:
        plain = None if first else read_plain_list(cut.body, label + 1, end, _STEP)
        steps, loose = _items(cut.lines(number), _STEP) if plain is None else (plain, [])
        faults += [_no_step(each.at) for each in loose]
    return Part(name, line, text, steps)


def _no_step(at: int) -> Fault:
    return Fault(
        index=at,
        rule="solution-list",
        what="a solution is an ordered list; this is no part of it.",
        remedy="Write each step as `1. **Title.** text`, and indent what else belongs to it.",
    )


def _concepts(cut: _Cut, faults: list[Fault]) -> tuple[Concept, ...]:
    lines = [line for number, part in enumerate(cut.parts) if part[0] == "concepts" for line in cut.lines(number)]
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
    return tuple([Concept(name=name, text=text) for name, text in named])


def _items(lines: Sequence[Line], marker: re.Pattern[str]) -> tuple[tuple[Text, ...], list[Line]]:
    """The items of a list, and where lines begin that belong to none."""
    steps: list[list[Line]] = []
    loose: list[Line] = []
    blank, lost = True, False
    for line in lines:
        full = bool(line.text.strip())
        found = marker.fullmatch(line.text) if full and not line.fenced else None
        if found:
            steps.append([Line(line.at, found["text"] or "")])
            lost = False
        elif not full or (steps and (line.text.startswith(" ") or not (blank or line.fenced or lost))):
            if steps:
                steps[-1].append(line)
        elif not lost:
            loose.append(line)
            lost = True
        blank = not full
    return tuple([_apart(dedent(step), step) for step in steps]), loose


def _apart(text: Text, lines: Sequence[Line]) -> Text:
    """A step's text with a blank line above a list right under its first paragraph, as in any list item."""
    for at, line in enumerate(text.lines[1:], 1):
        if not line.strip() or lines[at].fenced:
            break
        if _LIST.match(line):
            return Text(start=text.start, lines=(*text.lines[:at], "", *text.lines[at:]))
    return text
