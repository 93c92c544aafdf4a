"""What the extension and `recall check` cost without a site around them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from markdown import Markdown

import texts
from mkdocs_recall.extension.recall import RecallExtension
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import Settings
from sites import EXTENSIONS
from table import Row, medians, ratios

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


def measure(scratch: Path, *, rounds: int, quick: bool) -> Iterator[Row]:
    """All rows about converting and checking."""
    for count in (50, 200) if quick else (400, 1600):
        ours, plain = texts.questions(0, count, "ours"), texts.questions(0, count, "plain")
        runs = in_turn(rounds, ours=lambda text=ours: with_recall(text), plain=lambda text=plain: without(text))
        yield ratios(f"Markdown conversion of {count:,} questions", 0.90, runs)
    few, many = (50, 200) if quick else (200, 2000)
    small, large = texts.mixed(few), texts.mixed(many)
    runs = in_turn(rounds, plain=lambda: with_recall(small), ours=lambda: with_recall(large))
    runs["ours"] = [took / many * few for took in runs["ours"]]
    yield ratios(f"An item on a page of {many:,}, against one on a page of {few}", 1.15, runs)
    yield from _check(scratch, rounds=rounds, quick=quick)


def _check(scratch: Path, *, rounds: int, quick: bool) -> Iterator[Row]:
    few, many = (200, 2000) if quick else (2000, 20_000)
    small, large = (_make_sources(scratch / f"check-{items}", items) for items in (few, many))
    runs = in_turn(rounds, few=lambda: _check_once(small), many=lambda: _check_once(large))
    speed = {"ours": [many / took for took in runs["many"]]}
    yield medians(f"`recall check` of {many:,} items", 20_000, "items a second", speed, more=True)
    share = {"plain": runs["few"], "ours": [took / many * few for took in runs["many"]]}
    yield ratios(f"An item checked among {many:,}, against one among {few:,}", 1.15, share)
    text = Page(path="page.md", lines=texts.mixed(few).split("\n"))
    read = in_turn(rounds, ours=lambda: Bank().read(text))["ours"]
    yield medians(
        "Items read from a page", 10_000, "items a second", {"ours": [few / took for took in read]}, more=True
    )


def _check_once(settings: Settings) -> None:
    gc.disable()  # as the command does
    read_site(settings).problems()
    gc.enable()


def _make_sources(folder: Path, items: int) -> Settings:
    """The sources of a site with cards and questions in turn, each with an id of its own."""
    (folder / "docs").mkdir(parents=True)
    for number in range(items // _ON_A_PAGE):
        blocks = map(texts.mixed_item, range(number * _ON_A_PAGE, (number + 1) * _ON_A_PAGE))
        (folder / "docs" / f"page{number}.md").write_text("# Page\n\n" + "\n".join(blocks), encoding="utf-8")
    return Settings(root=folder, docs=folder / "docs")
