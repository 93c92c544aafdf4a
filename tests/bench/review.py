"""What a review costs at its start, on a site of 200 items and on one of 5,000. `make bench` prints it.

The same reader on both: 40 items answered, all of them due, in four topics. What counts is the time from the call of
the page to its first card, in turn on both sites, and what was loaded for it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml
from build import page as items_page
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from harness.browsers import Pool, Preferences
from harness.server import serving

TOPIC = 50
"""Items a topic."""
ANSWERED = 10
"""Cards that were rated in each of the first topics, a year ago."""
TOPICS = 4
YEAR = 365 * 24 * 60 * 60 * 1000

ANSWER = """([ids, time]) => {
  for (const id of ids) {
    const rating = {kind: "rating", rating: "again", context: "review", session: "s", help: [], rev: ""};
    localStorage.setItem(`recall:bench:i:${id}`, JSON.stringify({v: 1, log: [{id: `e-${id}`, time, ...rating}]}));
  }
}"""


def build(folder: Path, topics: int) -> Path:
    """Build a site with so many topics, and return its folder."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Review\n\n/// review new=999\n\n///\n", encoding="utf-8")
    for number in range(topics):
        text = items_page(TOPIC)
        for kind in ("card", "question"):
            text = text.replace(f"| {kind}-", f"| t{number}-{kind}-")
        (docs / f"topic-{number}.md").write_text(text, encoding="utf-8")
    settings = {
        "site_name": "Bench",
        "use_directory_urls": False,
        "nav": ["index.md"],
        "theme": {"name": "material", "font": False},
        "plugins": [{"recall": {"site_id": "bench"}}],
        "markdown_extensions": ["pymdownx.superfences", "pymdownx.highlight"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build_site(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


def answer(page: Page, address: str) -> None:
    """Put what the reader did into the browser."""
    ids = [f"t{topic}-card-{2 * at + 1}" for topic in range(TOPICS) for at in range(ANSWERED)]
    page.goto(address)
    page.evaluate(ANSWER, [ids, page.evaluate("Date.now()") - YEAR])


def start(page: Page, address: str) -> float:
    """Milliseconds from the call of the review to its first card."""
    page.goto(address)
    page.locator("recall-review .recall-items > .recall-item").wait_for()
    return float(page.evaluate("performance.getEntriesByName('recall-first-card')[0].startTime"))


MARK = """document.addEventListener("recall-shown", () => performance.mark("recall-first-card"), {once: true})"""


def loaded(page: Page, address: str, site: Path) -> dict[str, int]:
    """Bytes of each file of ours that the start asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    start(page, address)
    page.wait_for_load_state("networkidle")
    root = address.removesuffix("index.html")
    files = [site / url.removeprefix(root) for url in asked if "/assets/recall/" in url or url == address]
    return {file.name: file.stat().st_size for file in files}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as scratch, serving() as server, sync_playwright() as playwright:
        sizes = {TOPIC * topics: topics for topics in (TOPICS, 100)}
        pool = Pool(playwright)
        pages: dict[int, tuple[Page, str]] = {}
        sites: dict[int, Path] = {}
        for items, topics in sizes.items():
            site = build(Path(scratch) / str(items), topics)
            page = pool.context("chromium", Preferences()).new_page()
            page.add_init_script(MARK)
            address = f"{server.mount(site, f'site{items}')}index.html"
            answer(page, address)
            pages[items], sites[items] = (page, address), site
        for items, (page, address) in pages.items():
            files = loaded(page, address, sites[items])
            data = sum(size for name, size in files.items() if name.startswith("topic-"))
            print(
                f"{items:,} items: {len([name for name in files if name.startswith('topic-')])} topics loaded,"
                f" {data / 1000:,.0f} kB; the list of items {sizes_of(files, 'items'):,.0f} kB;"
                f" the page {sizes_of(files, 'index'):,.0f} kB"
            )
        times: dict[int, list[float]] = {items: [] for items in pages}
        for _ in range(rounds):
            for items, (page, address) in pages.items():
                times[items].append(start(page, address))
        few, many = (median(found) for found in times.values())
        ratio = f"ratio {many / few:.2f} (goal: 1.25 at most)"
        print(f"first card of {min(sizes):,} items: {few:.0f} ms, of {max(sizes):,}: {many:.0f} ms, {ratio}")
        pool.close()


def sizes_of(files: dict[str, int], start: str) -> float:
    """Kilobytes of the files whose name begins so."""
    return sum(size for name, size in files.items() if name.startswith(start)) / 1000


if __name__ == "__main__":
    main()
