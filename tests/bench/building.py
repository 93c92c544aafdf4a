"""Time and memory of whole builds, each in a process of its own and in turn, so that other work slows all alike."""

from __future__ import annotations

import compileall
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import texts
from making import Bench, Found, Site, make_site

_SCRIPT = Path(__file__).with_name("one_build.py")
_DOCS = Path(__file__).parents[2] / "docs"
_PACKAGE = Path(__file__).parents[2] / "plugins" / "mkdocs_recall"
_QUESTION = re.compile(r"^/// (?:card|mcq|explain) \|", re.MULTILINE)
_NAMED = re.compile(r"^(/{3,} \w+ \| )", re.MULTILINE)

TOPIC = "topics/fine-tuning.html"

Took = Mapping[str, float]
Pages = Callable[[str], Mapping[str, str]]
"""The pages of a site, by whose they are."""


def build(site: Site, rival: Path | None, *, edit: str = "") -> Took:
    """Build a site with whatever has its plugin."""
    python = rival if site.kind == "rival" else sys.executable
    command = [str(python), str(_SCRIPT), str(site.config)]
    if edit:
        command += ["--edit", str(site.folder / "docs" / edit)]
    compileall.compile_dir(_PACKAGE, quiet=1)  # Installing does so with all other packages.
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The build of {site.folder} failed:\n{done.stderr}")
    took: Took = json.loads(done.stdout.splitlines()[-1])
    return took


def many(pages: int) -> Pages:
    """A site of pages with 10 questions each."""
    return lambda kind: {f"page-{page:03}.md": texts.questions(page * 10, 10, kind) for page in range(pages)}


def one(questions: int) -> Pages:
    """A site of one page."""
    return lambda kind: {"index.md": texts.questions(0, questions, kind)}


def make_course(folder: Path, kind: str, questions: int) -> Site:
    """This repository's course, or the same text as plain Markdown, copied until it has so many questions.

    Each copy is in a folder beside the first, and its questions have ids of their own.
    """
    pages: dict[str, str] = {}
    for name, text in _copy_lessons(sorted((_DOCS / "topics").glob("*.md"))):
        if questions <= 0:
            break
        pages[name] = text if kind == "ours" else texts.to_plain(text)
        questions -= len(_QUESTION.findall(text))
    return _make_lessons(folder, kind, pages)


def make_topic(folder: Path, kind: str) -> Site:
    """One topic of the course: its lesson, `TOPIC`, and its test."""
    sources = {f"topics/{file.name}": file.read_text("utf-8") for file in (_DOCS / "topics").glob("fine-tuning*.md")}
    pages = {name: text if kind == "ours" else texts.to_plain(text) for name, text in sources.items()}
    return _make_lessons(folder, kind, pages)


def _make_lessons(folder: Path, kind: str, pages: Mapping[str, str]) -> Site:
    for shared in ("assets", "examples"):
        shutil.copytree(_DOCS / shared, folder / "docs" / shared)
    return make_site(folder, kind, pages, extensions=("admonition", "pymdownx.details"))


def _copy_lessons(lessons: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The lessons, and copies of them without end."""
    for number in count(1):
        for file in lessons:
            yield f"topics-{number}/{file.name}", _NAMED.sub(rf"\g<1>copy-{number}-", file.read_text("utf-8"))


def measure_pages(bench: Bench) -> Found:
    """Build many pages, then edit one and build again, as `mkdocs serve` does."""
    runs = _measure(bench, many(bench.sizes.pages), edit="page-000.md")
    for name, field in (("build-pages", "seconds"), ("memory-pages", "memory"), ("serve", "again")):
        yield name, _pick(runs, field)


def measure_mkdocs(bench: Bench) -> Found:
    """Build many pages with a theme that does little."""
    yield "build-mkdocs", _pick(_measure(bench, many(bench.sizes.pages), theme="mkdocs"), "seconds")


def measure_long(bench: Bench) -> Found:
    """Build one long page."""
    runs = _measure(bench, one(bench.sizes.long))
    yield "build-long", _pick(runs, "seconds")
    yield "memory-long", _pick(runs, "memory")


def measure_course(bench: Bench) -> Found:
    """Build a real course, which the other plugin cannot read."""
    made = {kind: make_course(bench.scratch / f"course-{kind}", kind, bench.sizes.course) for kind in ("ours", "plain")}
    yield "build-course", _pick(_build_in_turn(list(made.values()), bench), "seconds")


def _measure(bench: Bench, pages: Pages, *, theme: str = "material", edit: str = "") -> dict[str, list[Took]]:
    folder = bench.scratch / f"built-{theme}-{len(pages('plain'))}"
    sites = [make_site(folder / kind, kind, pages(kind), theme=theme) for kind in bench.kinds]
    return _build_in_turn(sites, bench, edit=edit)


def _build_in_turn(sites: list[Site], bench: Bench, *, edit: str = "") -> dict[str, list[Took]]:
    runs: dict[str, list[Took]] = {site.kind: [] for site in sites}
    for _ in range(bench.rounds):
        for site in sites:
            runs[site.kind].append(build(site, bench.rival, edit=edit))
    return runs


def _pick(runs: Mapping[str, list[Took]], field: str) -> dict[str, list[float]]:
    return {kind: [took[field] for took in found] for kind, found in runs.items()}
