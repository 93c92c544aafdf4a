"""The results that the repository keeps, and the page of the docs that shows them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rows import ROWS, SECTIONS, Runs, Sizes, write_table

RESULTS = Path(__file__).with_name("results.json")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "benchmarks.md"
START = "<!-- Written by `make bench BENCH=--write`: -->\n"
END = "<!-- The end of what it writes. -->\n"
NAMES = {
    "python": "Python",
    "mkdocs": "MkDocs",
    "mkdocs-material": "Material",
    "markdown": "Markdown",
    "pymdown-extensions": "pymdown-extensions",
    "chromium": "Chromium",
    "mkdocs-quiz": "mkdocs-quiz",
    "mkdocs-recall": "mkdocs-recall",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_QUIET = 0.5
"""The load of a core that is as good as none."""
_SYSTEM = ("machine", "versions")


def read_results() -> dict[str, Any]:
    """What the repository keeps."""
    kept: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {"rows": {}}
    return kept


def check_same(results: Mapping[str, Any], wanted: Iterable[str]) -> None:
    """Stop if the rows that are not measured now were measured elsewhere, or were never measured."""
    kept = read_results()
    missing = [name for name in ROWS if name not in kept["rows"] and name not in set(wanted)]
    if missing:
        raise SystemExit(f"results.json has no {', '.join(missing)}. Measure these rows too.")
    if any(kept.get(name) != results[name] for name in _SYSTEM):
        raise SystemExit("The other rows are from another machine or other versions. Measure all rows.")


def keep(results: Mapping[str, Any]) -> None:
    """Put results in place of those that the repository has of the same rows.

    If others remain, the page says of all what is true of the worst.
    """
    kept = read_results()
    rows = {**kept["rows"], **results["rows"]}
    ordered = {name: rows[name] for name in ROWS if name in rows}
    about = dict(results)
    if len(results["rows"]) < len(ordered):
        about |= {"load": max(kept["load"], results["load"]), "rounds": min(kept["rounds"], results["rounds"])}
    RESULTS.write_text(_pack({**about, "rows": ordered}), encoding="utf-8")


def _pack(results: Mapping[str, Any]) -> str:
    """JSON with a line for each row."""
    about = {name: value for name, value in results.items() if name != "rows"}
    lines = [f"  {json.dumps(name)}: {json.dumps(value)}," for name, value in about.items()]
    rows = [f"    {json.dumps(name)}: {json.dumps(_round(value))}" for name, value in results["rows"].items()]
    return "{\n" + "\n".join(lines) + '\n  "rows": {\n' + ",\n".join(rows) + "\n  }\n}\n"


def _round(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with four digits that count, which is more than the runs have."""
    runs = {whose: [float(f"{value:.4g}") for value in values] for whose, values in row["runs"].items()}
    return {**row, "runs": runs}


def renew() -> None:
    """Write the page from the results that are kept."""
    PAGE.write_text(fill(PAGE.read_text("utf-8"), read_results()), encoding="utf-8")


def fill(text: str, results: Mapping[str, Any]) -> str:
    """The page with these results."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{_write_results(results)}\n{END}{after}"


def _write_results(results: Mapping[str, Any]) -> str:
    found: dict[str, Runs] = {name: row["runs"] for name, row in results["rows"].items()}
    parts = [_describe(results)]
    for section, rows in SECTIONS.items():
        parts.append(f"### {section}\n\n{write_table(found, Sizes(), rows)}\n")
    return "\n".join(parts)


def _describe(results: Mapping[str, Any]) -> str:
    days = sorted({row["date"] for row in results["rows"].values()})
    first, last = (_name_day(date.fromisoformat(day)) for day in (days[0], days[-1]))
    when = f"on {first}" if first == last else f"between {first} and {last}"
    machine, times = results["machine"], results["rounds"]
    versions = [f"- {name} {results['versions'][key]}" for key, name in NAMES.items() if key in results["versions"]]
    cores = f"{_number(machine['cores'])} core{'s' if machine['cores'] != 1 else ''}"
    often = {1: "once", 2: "twice"}.get(times, f"{_number(times)} times")
    text = f"Measured {when} on {cores} ({machine['processor']}, {machine['system']}), each build {often}, with:"
    busy = "\nOther work kept the machine busy, so times are rough, above all those of the browser.\n"
    note = busy if results["load"] > machine["cores"] * _QUIET else ""
    return text + "\n\n" + "\n".join(versions) + "\n" + note


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _name_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
