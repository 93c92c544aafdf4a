"""Measure what the plugin costs, against the same text without it and against another plugin, in one run.

`make bench` prints the table, and writes each single measurement to build/bench.json. With `--write` the results also
go into results.json beside this file and into the page docs/reference/benchmarks.md. Times of builds are processor
time, those of the browser are what a reader waits. All are medians, of runs that take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import building
import converting
import docs_page
import exporting
import reading
import reviewing
import rival
import weights
from making import Bench, Found
from rows import QUICK, ROWS, Runs, Sizes, write_table

os.environ["NO_MKDOCS_2_WARNING"] = "1"
_ROOT = Path(__file__).parents[2]
_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "mkdocs-recall")


@dataclass(frozen=True, slots=True)
class Job:
    """What measures some rows together."""

    measure: Callable[[Bench], Found]
    rows: tuple[str, ...]


JOBS = (
    Job(building.measure_pages, ("build-pages", "memory-pages", "serve")),
    Job(building.measure_mkdocs, ("build-mkdocs",)),
    Job(building.measure_long, ("build-long", "memory-long")),
    Job(building.measure_course, ("build-course",)),
    Job(converting.measure_conversion, ("convert", "convert-more", "convert-growth")),
    Job(weights.measure_question, ("question-elements", "question-bytes")),
    Job(weights.measure_page, ("page-bytes",)),
    Job(
        weights.measure_assets,
        ("cards-script", "cards-style", "cards-later", "topic-script", "topic-style", "empty-assets"),
    ),
    Job(weights.measure_data, ("data-page", "data-site", "manifest")),
    Job(reading.measure_short, ("short-usable", "short-check", "short-check-slow", "short-shift")),
    Job(reading.measure_long, ("long-usable", "long-check", "long-check-slow", "long-shift")),
    Job(reading.measure_phone, ("phone-paint", "phone-usable")),
    Job(reviewing.measure_review, ("review-start", "review-loads")),
    Job(converting.measure_check, ("recall-check", "recall-check-more", "recall-check-growth")),
    Job(exporting.measure_export, tuple(name for name in ROWS if name.startswith("export-"))),
)


def describe() -> dict[str, object]:
    """The machine, how busy it was in the last five minutes, and the versions."""
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
    machine = {"processor": _name_processor(), "cores": cores, "system": f"{platform.system()} {platform.machine()}"}
    return {"machine": machine, "load": round(os.getloadavg()[1], 1), "versions": versions}


def _name_processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """Measure, print and write."""
    args = _read_arguments()
    if args.page:
        docs_page.renew()
        return
    wanted = _choose(args.rows, suite=args.suite is not None)
    rounds = args.rounds or (1 if args.quick else 3)
    results: dict[str, object] = {**describe(), "rounds": rounds}
    if args.write and len(wanted) < len(ROWS):
        docs_page.check_same(results, wanted)
    found = {name: dict(runs) for name, runs in _measure(wanted, args, rounds)}
    today = datetime.now(UTC).date().isoformat()
    results["rows"] = {name: {"date": today, "runs": runs} for name, runs in found.items()}
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(write_table(found, QUICK if args.quick else Sizes()))
    if args.write:
        docs_page.keep(results)
        docs_page.renew()


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", help="only these rows, such as build-*,serve: some of " + ", ".join(ROWS))
    parser.add_argument("--rounds", type=int, help="how often each thing is measured; 3, or 1 with --quick")
    parser.add_argument("--quick", action="store_true", help="measure on a tenth of the text")
    parser.add_argument("--no-rival", action="store_true", help="leave the other plugin out")
    parser.add_argument("--suite", type=float, metavar="MINUTES", help="what `time make test` said; no bench runs it")
    parser.add_argument("--json", type=Path, default=_ROOT / "build" / "bench.json", help="where the results go")
    parser.add_argument("--write", action="store_true", help="also write the results into the repository")
    parser.add_argument("--page", action="store_true", help="measure nothing; write the page from results.json again")
    args = parser.parse_args()
    if args.write and (args.quick or args.no_rival):
        parser.error("--write needs the whole text and the other plugin")
    return args


def _choose(patterns: str | None, *, suite: bool) -> set[str]:
    """Names of the rows that are wanted."""
    wanted = set(ROWS) if patterns is None else set()
    for pattern in patterns.split(",") if patterns else ():
        matching = {name for name in ROWS if fnmatchcase(name, pattern)}
        if not matching:
            raise SystemExit(f"No row is named {pattern}. The rows are: {', '.join(ROWS)}")
        wanted |= matching
    return wanted | {"suite"} if suite else wanted - {"suite"}


def _measure(wanted: set[str], args: argparse.Namespace, rounds: int) -> Iterator[tuple[str, Runs]]:
    """Run the jobs that measure what is wanted."""
    sizes = QUICK if args.quick else Sizes()
    other = None if args.no_rival else rival.install()
    for job in JOBS:
        if wanted.isdisjoint(job.rows):
            continue
        start = time.monotonic()
        with TemporaryDirectory() as scratch:
            for name, runs in job.measure(Bench(scratch=Path(scratch), rival=other, rounds=rounds, sizes=sizes)):
                if name in wanted:
                    print(write_table({name: runs}, sizes).splitlines()[-1], file=sys.stderr)
                    yield name, runs
        print(f"{job.measure.__name__} took {time.monotonic() - start:.0f} s", file=sys.stderr)
    if args.suite is not None:
        yield "suite", {"ours": [args.suite]}


if __name__ == "__main__":
    main()
