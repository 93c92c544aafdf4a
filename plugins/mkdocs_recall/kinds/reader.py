"""From a region to a block of its kind: its header, its sections, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..model.identity import ID
from ..model.items import Part
from ..model.page import Region
from ..model.problems import Fault
from ..syntax.header import check_header, read_header, translate_level
from ..syntax.labels import COMMON_LABELS, SiteLabels
from ..syntax.sections import Sections
from ..syntax.unclosed import find_rest
from . import ITEMS, PAGE_BLOCKS, SETS, Block
from .items.card import Card
from .items.item import Common, Item
from .sets.item_set import ItemSet

Levels = Sequence[Sequence[str]]
"""The names of each rank, rank 1 first."""
Free = Callable[[str], str]
"""Makes an id that is suggested one that is not taken."""


class ReadBlock(NamedTuple):
    """A block as far as it could be read; faults decide whether it may be shown."""

    block: Block
    faults: list[Fault]


def read_block(region: Region, levels: Levels, free: Free = str, labels: SiteLabels = COMMON_LABELS) -> ReadBlock:
    """Read the block of a region. Of a set only the header: the items in it are blocks of their own.

    `labels` are those of the site, in the language of the page.
    """
    if region.kind in SETS:
        return _read_set(region, levels, free)
    if region.kind in PAGE_BLOCKS:
        return _read_page_block(region, levels, free)
    return _read_item(region, levels, free, labels)


def _read_item(region: Region, levels: Levels, free: Free, labels: SiteLabels) -> ReadBlock:
    kind = ITEMS.get(region.kind, Card)
    sections = Sections(region, answers=kind.spec.answers, labels=labels)
    header = read_header(region.header, levels)
    parts = sections.read_parts()
    common: Common = {
        "start": region.start,
        "id": header.id if region.kind or ID.fullmatch(header.id) else "",
        "level": translate_level(header.level, levels),
        "rank": header.rank,
        "settings": header.settings,
        "stem": sections.stem,
        "parts": parts,
    }
    item: Item = kind.read(sections, common)
    if not region.kind:
        return ReadBlock(item, list(region.faults))
    wrong = check_header(header, region, sections.stem, kind.spec.settings, levels, free)
    faults = [*region.faults, *_without_rest(sections.faults, region), *wrong]
    if not sections.stem.lines and not any(map(str.strip, region.body.texts)):
        faults.append(Fault(region.start, "empty", "the block is empty.", "Write the question, or remove the block."))
    else:
        faults += _without_echo(item.check(), faults)
    if len(faults) > 1:
        faults = _without_effects(list(dict.fromkeys(faults)), parts, region.end)
    return ReadBlock(item, faults)


def _read_set(region: Region, levels: Levels, free: Free) -> ReadBlock:
    kind = SETS[region.kind]
    header = read_header(region.header, ())
    faults = [*region.faults, *check_header(header, region, None, kind.spec.settings, levels, free)]
    if not any(fault.rule == "unclosed" for fault in faults):
        what = f"this text is in the {region.kind}, but not in an item."
        faults += _loose_text(region, what, f"Move it above the {region.kind}, or into an item.")
    item_set: ItemSet = kind(start=region.start, id=header.id, settings=header.settings)
    return ReadBlock(item_set, faults)


def _read_page_block(region: Region, levels: Levels, free: Free) -> ReadBlock:
    kind = PAGE_BLOCKS[region.kind]
    header = read_header(region.header, ())
    faults = [*region.faults, *check_header(header, region, None, kind.spec.settings, levels, free)]
    if not region.faults and not kind.spec.has_text:
        faults += _loose_text(
            region, f"a `{region.kind}` block cannot contain text.", "Move it above or below the block."
        )
    block = kind.read(region, {"start": region.start, "id": header.id, "settings": header.settings})
    return ReadBlock(block, [*faults, *block.check()])


def _loose_text(region: Region, what: str, remedy: str) -> list[Fault]:
    """Find text in a block that holds none, at its first line."""
    loose = next((line for line in region.body if line.text.strip()), None)
    return [Fault(loose.at, "loose-text", what, remedy)] if loose else []


_ECHOES = {
    "no-key": {"bad-mark", "option-line", "option-place", "option-table", "unclosed", "unclosed-code"},
    "no-options": {"option-place", "option-table", "stray-reason", "unclosed", "unclosed-code"},
    "one-option": {"option-line", "option-place", "option-table", "unclosed", "unclosed-code"},
    "no-answer": {"unclosed", "unclosed-code"},
    "no-concepts": {"unclosed", "unclosed-code"},
    "no-model-answer": {"unclosed", "unclosed-code"},
    "no-stem": {"unclosed"},
    "solution-list": {"solution-list"},
    "empty-answer": {"pair-table"},
    "one-piece": {"pair-table"},
}
"""Rules that only repeat what another fault of the same item has said."""


def _without_rest(found: Iterable[Fault], region: Region) -> list[Fault]:
    """Leave out what is wrong with text that may not belong to the block, since its closing fence is missing."""
    faults = list(found)
    rest = find_rest(region) if faults else None
    return [fault for fault in faults if not rest or fault.index < rest.start]


def _without_echo(found: Iterable[Fault], said: Sequence[Fault]) -> list[Fault]:
    rules = {fault.rule for fault in said}
    return [fault for fault in found if not rules & _ECHOES.get(fault.rule, set())]


_IN_PARTS = {"concepts-list", "empty-part", "no-concepts", "solution-list"}
"""Rules for what is in a part. With another label that may be right."""


def _without_effects(faults: list[Fault], parts: Sequence[Part], end: int) -> list[Fault]:
    """Leave out what only follows from a wrong label; a label that the kind does not have is not misspelt as well."""
    wrong = {fault.index for fault in faults if fault.rule == "wrong-part"}
    odd = wrong | {fault.index for fault in faults if fault.rule == "unknown-label"}
    if not odd:
        return faults
    bounds = pairwise([*sorted({part.line for part in parts}), end + 1])
    effects = {index for start, stop in bounds if start in odd for index in range(start, stop)}
    return [
        fault
        for fault in faults
        if not (fault.rule in _IN_PARTS and fault.index in effects)
        and not (fault.rule == "unknown-label" and fault.index in wrong)
    ]
