"""How fast `recall check` reads a site: items a second of processor time, and whether that holds for ten times as many.

Files, scanning, all rules and sorting are in it; starting Python is not. `make bench` prints it.
"""

from __future__ import annotations

import gc
import tempfile
import time
from pathlib import Path
from statistics import median

from build import CARD, QUESTION

from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import Settings

ON_A_PAGE = 200


def make_site(folder: Path, items: int) -> Settings:
    """A site of pages with cards and questions in turn, each with an id of its own."""
    (folder / "docs").mkdir()
    for number in range(items // ON_A_PAGE):
        first = number * ON_A_PAGE
        blocks = ((QUESTION if i % 2 else CARD).format(first + i) for i in range(ON_A_PAGE))
        (folder / "docs" / f"page{number}.md").write_text("# Page\n\n" + "\n".join(blocks), encoding="utf-8")
    return Settings(root=folder, docs=folder / "docs")


def seconds(settings: Settings) -> float:
    """Processor time of one check."""
    gc.collect()
    gc.disable()  # as the command does
    start = time.process_time()
    read_site(settings).problems()
    gc.enable()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        small, large = make_site(Path(few), 2000), make_site(Path(many), 20_000)
        seconds(small)
        pairs = [(seconds(small), seconds(large)) for _ in range(3)]
    one, ten = (median(column) for column in zip(*pairs, strict=True))
    print(f"recall check: {20_000 / ten:,.0f} items a second of 20,000 (goal: more than 10,000)")
    print(f"ten times the items take {ten / one:.1f} times as long")


if __name__ == "__main__":
    main()
