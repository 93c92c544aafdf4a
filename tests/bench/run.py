"""Measure what the plugin costs, against the same text without it and against another plugin, in one run.

`make bench` prints the table, and writes it with every single measurement to build/bench.json. Times of builds are
processor time, those of the browser are what a reader waits. All are medians, of runs that take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import builds
import converting
import exporting
import reading
import reviewing
import rival
import table
import weights

os.environ["NO_MKDOCS_2_WARNING"] = "1"
_ROOT = Path(__file__).parents[2]
_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "mkdocs-recall")


def describe() -> dict[str, object]:
    """The date, the machine, and the versions."""
    versions = {"python": platform.python_version(), rival.NAME: rival.VERSION}
    for name in _PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if browser:
        said = subprocess.run([browser, "--version"], capture_output=True, text=True, check=False).stdout
        versions["chromium"] = next((word for word in said.split() if word[:1].isdigit()), "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    machine = {"processor": _processor(), "cores": cores, "system": f"{platform.system()} {platform.machine()}"}
    return {"date": datetime.now(UTC).date().isoformat(), "machine": machine, "versions": versions}


def _processor() -> str:
    """The name of the processor."""
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, help="how often each thing is measured; 3, or 1 with --quick")
    parser.add_argument("--quick", action="store_true", help="measure on a tenth of the text")
    parser.add_argument("--only", help="some of " + ", ".join(_groups(Path(), None, rounds=1, quick=True)))
    parser.add_argument("--no-rival", action="store_true", help="leave the other plugin out")
    parser.add_argument("--json", type=Path, default=_ROOT / "build" / "bench.json", help="where the results go")
    args = parser.parse_args()
    rounds = args.rounds or (1 if args.quick else 3)
    other = None if args.no_rival else rival.install()
    rows: list[table.Row] = []
    with TemporaryDirectory() as scratch:
        groups = _groups(Path(scratch), other, rounds=rounds, quick=args.quick)
        for name in args.only.split(",") if args.only else groups:
            for row in groups[name]():
                print(f"{name}: {table.write([row]).splitlines()[-1]}", file=sys.stderr)
                rows.append(row)
    found = {**describe(), "rounds": rounds, "quick": args.quick, "rows": [row.as_json() for row in rows]}
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(table.write(rows))


def _groups(
    scratch: Path, other: Path | None, *, rounds: int, quick: bool
) -> dict[str, Callable[[], Iterator[table.Row]]]:
    """What can be measured, by name."""
    return {
        "builds": lambda: builds.measure(scratch, other, rounds=rounds, quick=quick),
        "converting": lambda: converting.measure(scratch, rounds=rounds, quick=quick),
        "exporting": lambda: exporting.measure(scratch, rounds=rounds, quick=quick),
        "weights": lambda: weights.measure(scratch, other, quick=quick),
        "reading": lambda: reading.measure(scratch, other, rounds=rounds, quick=quick),
        "reviewing": lambda: reviewing.measure(scratch, rounds=rounds, quick=quick),
    }


if __name__ == "__main__":
    main()
