"""What the extension and `recall check` cost without a site around them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from markdown import Markdown

import texts
from making import EXTENSIONS, Bench, Found, make_site
from mkdocs_recall.cli import main as recall
from mkdocs_recall.extension.recall import RecallExtension

_ON_A_PAGE = 200


def with_recall(text: str) -> str:
    """Convert a page with the plugin's extension."""
    return Markdown(extensions=[*EXTENSIONS, RecallExtension(site_id="bench")]).convert(text)


def without(text: str) -> str:
    """Convert it without."""
    return Markdown(extensions=EXTENSIONS).convert(text)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one go, which other work on the machine does not stretch."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(rounds: int, **works: Callable[[], object]) -> dict[str, list[float]]:
    """The times of all works, done in turn."""
    runs: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            runs[name].append(seconds(work))
    return runs


def share_out(runs: dict[str, list[float]], few: int, many: int) -> dict[str, list[float]]:
    """The time that an item takes among many, and among few as plain."""
    return {"plain": [took / few for took in runs["few"]], "ours": [took / many for took in runs["many"]]}


def measure_conversion(bench: Bench) -> Found:
    """Convert pages of two lengths."""
    few, many = bench.sizes.converted, bench.sizes.converted_more
    found = []
    for questions in (few, many):
        ours, plain = texts.questions(0, questions, "ours"), texts.questions(0, questions, "plain")
        works = {"ours": lambda text=ours: with_recall(text), "plain": lambda text=plain: without(text)}
        found.append(in_turn(bench.rounds, **works))
    yield "convert", found[0]
    yield "convert-more", found[1]
    yield "convert-growth", share_out({"few": found[0]["ours"], "many": found[1]["ours"]}, few, many)


def measure_check(bench: Bench) -> Found:
    """Run `recall check` on sites of two sizes."""
    few, many = bench.sizes.checked, bench.sizes.checked_more
    small, large = (make_mixed(bench.scratch / f"check-{items}", items) for items in (few, many))
    check_site(small)  # what the first run imports
    runs = in_turn(bench.rounds, few=lambda: check_site(small), many=lambda: check_site(large))
    yield "recall-check", {"ours": [few / took for took in runs["few"]]}
    yield "recall-check-more", {"ours": [many / took for took in runs["many"]]}
    yield "recall-check-growth", share_out(runs, few, many)


def check_site(folder: Path) -> None:
    """Run the command in this process."""
    with redirect_stdout(StringIO()) as said:
        code = recall(["check", "-f", str(folder / "mkdocs.yml")])
    gc.enable()  # The command has switched it off.
    if code:
        raise SystemExit(f"recall check found problems:\n{said.getvalue()[:2000]}")


def make_mixed(folder: Path, items: int) -> Path:
    """The sources of a site with cards and questions in turn, each with an id of its own."""
    pages = {
        f"page{first}.md": "# Page\n\n" + "\n".join(map(texts.mixed_item, range(first, min(first + _ON_A_PAGE, items))))
        for first in range(0, items, _ON_A_PAGE)
    }
    return make_site(folder, "ours", pages).folder
