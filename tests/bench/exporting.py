"""What `recall export` costs, reading the site included."""

from __future__ import annotations

import gc
import os
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from converting import in_turn, make_mixed, share_out
from making import Bench, Found
from mkdocs_recall.cli import main as recall

_FORMS = ("json", "anki --package", "moodle", "qti --profile 3.0", "worksheet")


def export_site(folder: Path, form: str) -> None:
    """Export all items of a site."""
    with redirect_stderr(StringIO()):
        recall(["export", *form.split(), "-f", str(folder / "mkdocs.yml"), "-o", str(folder / "exported")])
    gc.enable()  # The command has switched it off.


def measure_export(bench: Bench) -> Found:
    """Export sites of two sizes to each format."""
    few, many = bench.sizes.exported, bench.sizes.exported_more
    small, large = (make_mixed(bench.scratch / f"export-{items}", items) for items in (few, many))
    os.chdir(small)
    for form in _FORMS:
        name = f"export-{form.split()[0]}"
        works = {"few": (small, form), "many": (large, form)}
        asked = {size: lambda given=given: export_site(*given) for size, given in works.items()}
        runs = in_turn(max(1, bench.rounds // 2), **asked)
        yield name, {"ours": [many / took for took in runs["many"]]}
        yield f"{name}-growth", share_out(runs, few, many)
