"""Time and memory of whole builds, each in a process of its own and in turn, so that other work falls on all alike."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import texts
from sites import Site, make_site
from table import Row, ratios

_SCRIPT = Path(__file__).with_name("one_build.py")
_COURSE = Path(__file__).parents[2] / "docs" / "topics"

Took = Mapping[str, float]
Pages = Callable[[str], Mapping[str, str]]
"""The pages of a site, by whose they are."""


def build(site: Site, rival: Path | None, *, edit: str = "") -> Took:
    """Build a site with whatever has its plugin."""
    python = rival if site.kind == "rival" else sys.executable
    command = [str(python), str(_SCRIPT), str(site.config)]
    if edit:
        command += ["--edit", str(site.folder / "docs" / edit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The build of {site.folder} failed:\n{done.stderr}")
    took: Took = json.loads(done.stdout.splitlines()[-1])
    return took


def many(pages: int) -> Pages:
    """A site of pages with 10 questions each."""
    return lambda kind: {f"page-{page:03}.md": texts.questions(page * 10, 10, kind) for page in range(pages)}


def one(count: int) -> Pages:
    """A site of one page."""
    return lambda kind: {"index.md": texts.questions(0, count, kind)}


def course(kind: str) -> Mapping[str, str]:
    """The lessons of this repository's course, or the same text as plain Markdown."""
    sources = {file.name: file.read_text("utf-8") for file in sorted(_COURSE.glob("*.md"))}
    return sources if kind == "ours" else {name: texts.to_plain(text) for name, text in sources.items()}


def measure(scratch: Path, rival: Path | None, *, rounds: int, quick: bool) -> Iterator[Row]:
    """All rows about builds."""
    kinds = [kind for kind in texts.KINDS if kind != "rival" or rival]
    pages, count = (20, 100) if quick else (200, 1000)
    each, large, small = many(pages), one(count), f"{pages} pages of 10 questions"
    jobs: list[tuple[str, str, Pages, list[str], float, float | None]] = [
        (f"Build, Material, {small}", "material", each, kinds, 0.90, 1.25),
        (f"Build, mkdocs theme, {small}", "mkdocs", each, kinds, 0.95, None),
        (f"Build, Material, one page of {count:,} questions", "material", large, kinds, 0.95, 1.2),
        ("Build, Material, the lessons of this course", "material", course, ["ours", "plain"], 1.00, None),
    ]
    for number, (what, theme, made, whose, goal, memory_goal) in enumerate(jobs):
        sites = [make_site(scratch / f"build-{number}-{kind}", kind, made(kind), theme=theme) for kind in whose]
        runs = run_in_turn(sites, rival, rounds)
        yield ratios(what, goal, {kind: [took["seconds"] for took in found] for kind, found in runs.items()})
        if memory_goal is not None:
            memory = {kind: [took["memory"] for took in found] for kind, found in runs.items()}
            yield ratios(what.replace("Build", "Peak memory"), memory_goal, memory)
    served = [make_site(scratch / f"serve-{kind}", kind, each(kind)) for kind in kinds]
    runs = run_in_turn(served, rival, rounds, edit="page-000.md")
    again = {kind: [took["again"] for took in found] for kind, found in runs.items()}
    yield ratios(f"mkdocs serve, one edit in {pages} pages", 1.05, again)


def run_in_turn(sites: list[Site], rival: Path | None, rounds: int, *, edit: str = "") -> dict[str, list[Took]]:
    """Build all sites in turn, so many times."""
    runs: dict[str, list[Took]] = {site.kind: [] for site in sites}
    for _ in range(rounds):
        for site in sites:
            runs[site.kind].append(build(site, rival, edit=edit))
    return runs
