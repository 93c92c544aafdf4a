"""What a bench finds: rows of one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from statistics import median


@dataclass(slots=True, kw_only=True)
class Row:
    """One thing that is measured."""

    what: str
    ours: float
    goal: float | None = None
    """The most that ours may be, or the least where more is better; None where the row only informs."""
    rival: float | None = None
    plain: float | None = None
    """The same for plain Markdown, where the row is not a ratio to it."""
    unit: str = ""
    """Empty for a ratio to plain Markdown."""
    more: bool = False
    """Whether more is better."""
    runs: dict[str, list[float]] = field(default_factory=dict)
    """Every single measurement, by whose it is."""

    @property
    def reached(self) -> bool | None:
        """Whether ours is as good as the goal."""
        if self.goal is None:
            return None
        return self.ours >= self.goal if self.more else self.ours <= self.goal

    def as_json(self) -> dict[str, object]:
        """All of it, for other programs."""
        return {**asdict(self), "reached": self.reached}


def ratios(what: str, goal: float | None, runs: dict[str, list[float]]) -> Row:
    """A row of medians in relation to that of plain Markdown."""
    middle = {whose: median(values) for whose, values in runs.items() if values}
    rival = middle["rival"] / middle["plain"] if "rival" in middle else None
    return Row(what=what, goal=goal, ours=middle["ours"] / middle["plain"], rival=rival, runs=runs)


def medians(what: str, goal: float | None, unit: str, runs: dict[str, list[float]], *, more: bool = False) -> Row:
    """A row of medians."""
    middle = {whose: median(values) for whose, values in runs.items() if values}
    return Row(what=what, goal=goal, unit=unit, more=more, runs=runs, **middle)


def write(rows: Iterable[Row]) -> str:
    """The table as Markdown."""
    lines = ["| What | Rival | Plain | Ours | Goal | |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    for row in rows:
        plain = row.plain if row.unit else 1.0
        cells = [row.what + (f" ({row.unit})" if row.unit else ""), *(_number(row, x) for x in (row.rival, plain))]
        cells += [
            _number(row, row.ours),
            _number(row, row.goal),
            {True: "reached", False: "missed", None: ""}[row.reached],
        ]
        lines.append("|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|")
    return "\n".join(lines)


def _number(row: Row, value: float | None) -> str:
    if value is None:
        return ""
    if not row.unit:
        return f"{value:.2f}"
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.{1 if abs(value) >= 10 else 2}f}"
