"""The rows of the table: what each is called, its goal, and how its figures follow from single measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median

Runs = Mapping[str, Sequence[float]]
"""Single measurements in the order they were made, by whose they are: ours, plain or rival."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much is measured. Names of rows have these numbers."""

    pages: int = 200
    long: int = 1000
    """Questions on the long page."""
    course: int = 1210
    converted: int = 400
    converted_more: int = 1600
    checked: int = 2000
    checked_more: int = 20_000
    exported: int = 500
    exported_more: int = 5000
    data: int = 20_000
    reviewed: int = 5000


QUICK = Sizes(
    pages=20,
    long=100,
    course=200,
    converted=50,
    converted_more=200,
    checked=200,
    checked_more=2000,
    exported=50,
    exported_more=500,
    data=2000,
    reviewed=500,
)
"""A tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that is measured."""

    what: str
    """With the names of sizes in braces."""
    unit: str = ""
    """Empty for a ratio to plain Markdown."""
    goal: float | None = None
    """The most that ours may be, or the least where more is better; None where the row only informs."""
    above_plain: float | None = None
    """How far ours may be above plain, where that is the goal."""
    per: str = ""
    """The size that the goal grows with, if it does."""
    more: bool = False
    """Whether more is better."""

    def name(self, sizes: Sizes) -> str:
        """What it is called in the table."""
        counts = {name: f"{count:,}" for name, count in asdict(sizes).items()}
        return self.what.format(**counts) + (f" ({self.unit})" if self.unit else "")

    def goal_for(self, sizes: Sizes, plain: float | None) -> float | None:
        """The goal, given what plain took."""
        if self.above_plain is not None:
            return None if plain is None else plain + self.above_plain
        if self.goal is None or not self.per:
            return self.goal
        return self.goal * float(getattr(sizes, self.per)) / float(getattr(Sizes(), self.per))


_BUILDS = {
    "build-pages": Row(what="Build, Material, {pages} pages of 10 questions", goal=0.90),
    "build-mkdocs": Row(what="Build, mkdocs theme, {pages} pages of 10 questions", goal=0.95),
    "build-long": Row(what="Build, Material, one page of {long} questions", goal=0.95),
    "build-course": Row(what="Build, Material, {course} questions of a real course", goal=1.00),
    "memory-pages": Row(what="Peak memory, Material, {pages} pages of 10 questions", goal=1.25),
    "memory-long": Row(what="Peak memory, Material, one page of {long} questions", goal=1.20),
    "serve": Row(what="`mkdocs serve`, one edit in {pages} pages", goal=1.05),
    "convert": Row(what="Markdown conversion of {converted} questions", goal=0.90),
    "convert-more": Row(what="Markdown conversion of {converted_more} questions", goal=0.90),
    "convert-growth": Row(
        what="A question on a page of {converted_more}, against one on a page of {converted}", goal=1.15
    ),
}
_SIZES = {
    "question-elements": Row(what="Choice question, four options with reasons", unit="elements", goal=45),
    "question-bytes": Row(what="Choice question, four options with reasons", unit="KB", goal=2.0),
    "page-bytes": Row(what="Page of 10 questions, gzip", goal=1.25),
    "cards-script": Row(what="Script of a page with cards and choice questions, gzip", unit="KB", goal=12),
    "cards-style": Row(what="Style of a page with cards and choice questions, gzip", unit="KB", goal=6),
    "cards-later": Row(what="Script and style that this page loads later, gzip", unit="KB", goal=3),
    "topic-script": Row(what="Script of a topic page, gzip", unit="KB", goal=22),
    "topic-style": Row(what="Style of a topic page, gzip", unit="KB", goal=9),
    "empty-assets": Row(what="Script and style of a page without questions, gzip", unit="KB", goal=0),
    "data-page": Row(what="Data file of a test page of 40 questions", unit="KB", goal=110),
    "data-site": Row(what="Data files of {data} items", unit="MB", goal=28, per="data"),
    "manifest": Row(what="Manifest of {data} items", unit="MB", goal=1.0, per="data"),
}
_READING = {
    "short-usable": Row(what="Page of 10 questions: time until usable", goal=1.10),
    "long-usable": Row(what="Page of {long} questions: time until usable", goal=1.05),
    "short-check": Row(what="Page of 10: Check pressed to verdict painted", unit="frames", goal=1),
    "short-check-slow": Row(what="Page of 10, processor slowed 4 times: Check to verdict", unit="ms", above_plain=40),
    "long-check": Row(what="Page of {long}: Check pressed to verdict painted", unit="ms", above_plain=10),
    "long-check-slow": Row(
        what="Page of {long}, processor slowed 4 times: Check to verdict", unit="ms", above_plain=40
    ),
    "short-shift": Row(what="Page of 10: layout shift, load and answers", unit="score", goal=0),
    "long-shift": Row(what="Page of {long}: layout shift, load and answers", unit="score", goal=0),
    "phone-paint": Row(what="Topic page on a slow phone: first paint", goal=1.0),
    "phone-usable": Row(what="Topic page on a slow phone: usable", goal=1.2),
    "review-start": Row(what="Review of {reviewed} items: its start, against one of 200", goal=1.25),
    "review-loads": Row(what="Review of {reviewed} items: topics loaded for its first card", unit="KB"),
}
_FORMATS = ("json", "anki", "moodle", "qti", "worksheet")
_COMMANDS = {
    "recall-check": Row(what="`recall check` of {checked} items", unit="items a second", goal=20_000, more=True),
    "recall-check-more": Row(
        what="`recall check` of {checked_more} items", unit="items a second", goal=20_000, more=True
    ),
    "recall-check-growth": Row(what="An item checked among {checked_more}, against one among {checked}", goal=1.15),
    **{
        f"export-{form}": Row(
            what=f"`recall export {form}` of {{exported_more}} items", unit="items a second", goal=500, more=True
        )
        for form in _FORMATS
    },
    **{
        f"export-{form}-growth": Row(
            what=f"An item exported to {form} among {{exported_more}}, against one among {{exported}}", goal=1.15
        )
        for form in _FORMATS
    },
    "suite": Row(what="`make test` on two cores, installing excluded", unit="minutes", goal=7),
}
SECTIONS: Mapping[str, Mapping[str, Row]] = {
    "Builds": _BUILDS,
    "Sizes": _SIZES,
    "What readers wait for": _READING,
    "Commands": _COMMANDS,
}
ROWS = {name: row for rows in SECTIONS.values() for name, row in rows.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a row shows."""

    ours: float
    plain: float | None
    rival: float | None
    goal: float | None
    reached: bool | None


def find_figures(row: Row, runs: Runs, sizes: Sizes) -> Figures:
    """Medians, or for a ratio the median of the ratios of runs that took turns."""
    values = {whose: median(each) for whose, each in runs.items() if each}
    if not row.unit:
        plain = runs["plain"]
        values = {whose: median(map(_divide, each, plain)) for whose, each in runs.items() if each}
    ours, goal = values["ours"], row.goal_for(sizes, values.get("plain"))
    reached = None if goal is None else ours >= goal if row.more else ours <= goal
    return Figures(ours=ours, plain=values.get("plain"), rival=values.get("rival"), goal=goal, reached=reached)


def _divide(one: float, other: float) -> float:
    return one / other


def write_table(found: Mapping[str, Runs], sizes: Sizes, names: Iterable[str] = ROWS) -> str:
    """The rows that were measured as a Markdown table, in the order of `names`."""
    lines = ["| What | Rival | Plain | Ours | Goal | |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    lines += [_write_row(ROWS[name], found[name], sizes) for name in names if name in found]
    return "\n".join(lines)


def _write_row(row: Row, runs: Runs, sizes: Sizes) -> str:
    figures = find_figures(row, runs, sizes)
    numbers = (figures.rival, figures.plain, figures.ours, figures.goal)
    outcome = {True: "reached", False: "missed", None: ""}[figures.reached]
    cells = [row.name(sizes), *(_number(row, number) for number in numbers), outcome]
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _number(row: Row, value: float | None) -> str:
    if value is None:
        return ""
    if not row.unit:
        return f"{value:.2f}"
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 0.01 else f"{value:.0e}"
