"""What `recall export` costs, reading the site included."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import texts
from converting import in_turn
from mkdocs_recall.cli import main as recall
from sites import make_site
from table import Row, medians, ratios

_ON_A_PAGE = 200
_FORMS = ("json", "anki --package", "moodle", "qti --profile 3.0", "worksheet")


def export_site(folder: Path, form: str) -> None:
    """Export all items of a site."""
    with redirect_stderr(StringIO()):
        recall(["export", *form.split(), "-f", str(folder / "mkdocs.yml"), "-o", str(folder / "exported")])
    gc.enable()  # The command has switched it off.


def measure(scratch: Path, *, rounds: int, quick: bool) -> Iterator[Row]:
    """All rows about exporting."""
    few, many = (200, 2000) if quick else (2000, 20_000)
    small, large = (_make_sources(scratch / f"export-{items}", items) for items in (few, many))
    os.chdir(small)
    for form in _FORMS:
        runs = in_turn(
            rounds, few=lambda form=form: export_site(small, form), many=lambda form=form: export_site(large, form)
        )
        speed = {"ours": [many / took for took in runs["many"]]}
        yield medians(f"`recall export {form}` of {many:,} items", 500, "items a second", speed, more=True)
        share = {"plain": runs["few"], "ours": [took / many * few for took in runs["many"]]}
        yield ratios(f"An item exported to {form.split()[0]} among {many:,}, against one among {few:,}", 1.15, share)


def _make_sources(folder: Path, items: int) -> Path:
    """The sources of a site with cards and questions in turn, each with an id of its own."""
    pages = {
        f"page{first}.md": "# Page\n\n" + "\n".join(map(texts.mixed_item, range(first, first + _ON_A_PAGE)))
        for first in range(0, items, _ON_A_PAGE)
    }
    return make_site(folder, "ours", pages).folder
