"""Answers that are a table: pairs, and what belongs to none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...model.page import Line
from ...model.problems import Fault
from ...model.text import Text
from ..patterns import mask_code
from .answer_block import ROW

_RULE = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?\|? *| *\|? *:?-+:? *\|? *")


class PairRow(NamedTuple):
    """A row of a table: what stands on the left, its right side, and why the two belong together."""

    at: int
    left: Text
    right: Text
    reason: Text


class ReadTable(NamedTuple):
    """A table of pairs."""

    head: tuple[Text, Text]
    rows: tuple[PairRow, ...]


def read_pairs(lines: Sequence[Line]) -> tuple[ReadTable, list[Fault]]:
    """The rows of a table, and what is wrong with how it is written."""
    faults: list[Fault] = []
    rows = [line for line in lines if ROW.fullmatch(line.text) and not line.fenced]
    for line in lines:
        if line not in rows and line.text.strip():
            what = "this text comes after the table of pairs and is not part of it."
            remedy = "Move it above the table, or start it with a label such as `**Explanation:**`."
            faults.append(Fault(line.at, "loose-text", what, remedy))
            break
    start = rows[0].at if rows else 0
    ruled = len(rows) > 1 and _RULE.fullmatch(rows[1].text) is not None
    if rows and not ruled:
        what = "the table has no line of dashes below its head, so that it is no table."
        faults.append(
            Fault(start, "pair-table", what, "Write the head, below it `| --- | --- |`, then a row for each pair.")
        )
    head, *_ = [split_row(rows[0])] if rows and ruled else [[Text(start), Text(start)]]
    made = [_row(line, split_row(line), faults) for line in (rows[2:] if ruled else rows)]
    if ruled and not 2 <= len(head) <= 3:
        what = f"the table of pairs has {len(head)} columns." if len(head) > 1 else "the table of pairs has one column."
        faults.append(
            Fault(start, "pair-table", what, "Write two: what to match, and what belongs to it. A third one explains.")
        )
    left, right = (*head, Text(start), Text(start))[:2]
    return ReadTable((left, right), tuple(made)), faults


def _row(line: Line, cells: Sequence[Text], faults: list[Fault]) -> PairRow:
    if len(cells) > 3:
        what = f"this row has {len(cells)} cells."
        faults.append(Fault(line.at, "pair-table", what, "Write `\\|` for a bar that is part of a text."))
    left, right, reason = (*cells, *[Text(line.at)] * 3)[:3]
    return PairRow(line.at, left, right, reason)


def split_row(line: Line) -> list[Text]:
    """The cells of a row. A bar in code, or behind a backslash, is part of a cell."""
    source = line.text.strip().removeprefix("|")
    masked = mask_code(source).replace("\\|", "  ")
    cells, start = [], 0
    for at, sign in enumerate(masked):
        if sign == "|":
            cells.append(source[start:at])
            start = at + 1
    if source[start:].strip():
        cells.append(source[start:])
    return [Text(line.at, (cell.strip().replace("\\|", "|"),) if cell.strip() else (), inline=True) for cell in cells]
