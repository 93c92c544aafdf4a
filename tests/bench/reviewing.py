"""What a review costs at its start, on a site of 200 items and on one of 5,000.

The same reader on both: 40 items answered, all of them due, in four topics. What counts is the time from the call of
the page to its first card, in turn on both sites, and what was loaded for it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import texts
from building import build
from making import Bench, Found, Site, make_site

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


def make(folder: Path, topics: int) -> Site:
    """Build a site with so many topics."""
    pages = {"index.md": "# Review\n\n/// review new=999\n\n///\n"}
    for number in range(topics):
        text = texts.mixed(TOPIC)
        for kind in ("card", "question"):
            text = text.replace(f"| {kind}-", f"| t{number}-{kind}-")
        pages[f"topic-{number}.md"] = text
    site = make_site(folder, "ours", pages)
    build(site, None)
    return site


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
    """Bytes of each of our files that the start asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    start(page, address)
    page.wait_for_load_state("networkidle")
    root = address.removesuffix("index.html")
    files = [site / url.removeprefix(root) for url in asked if "/assets/recall/" in url or url == address]
    return {file.name: file.stat().st_size for file in files}


def measure_review(bench: Bench) -> Found:
    """Start a review on a small site and on a large one."""
    with serving() as server, sync_playwright() as playwright:
        pool = Pool(playwright)
        pages: dict[int, tuple[Page, str]] = {}
        files: dict[int, dict[str, int]] = {}
        for topics in (TOPICS, bench.sizes.reviewed // TOPIC):
            site = make(bench.scratch / f"review-{topics}", topics)
            page = pool.context("chromium", Preferences()).new_page()
            page.add_init_script(MARK)
            address = f"{server.mount(site.built, f'site{topics}')}index.html"
            answer(page, address)
            pages[topics] = (page, address)
            files[topics] = loaded(page, address, site.built)
        yield "review-start", times(pages, bench.rounds * 3)
        loads = sum(size for name, size in files[max(files)].items() if name.startswith("topic-"))
        yield "review-loads", {"ours": [loads / 1024]}
        pool.close()


def times(pages: dict[int, tuple[Page, str]], rounds: int) -> dict[str, list[float]]:
    """Milliseconds to the first card on the small site and on the large one, in turn."""
    runs: dict[str, list[float]] = {"plain": [], "ours": []}
    for _ in range(rounds):
        for whose, (page, address) in zip(runs, pages.values(), strict=True):
            runs[whose].append(start(page, address))
    return runs
