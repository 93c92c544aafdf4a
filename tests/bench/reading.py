"""What readers wait for, in Chromium: pages that load, and answers that are checked."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import CDPSession, Page, sync_playwright

import builds
import texts
from sites import Site, make_site
from table import Row, medians, ratios

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from harness.browsers import Pool, Preferences
from harness.server import Handler, Server

_WATCH = """() => {
  window.bench = {shift: 0};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.bench.shift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
    window.bench.ready = performance.now();
  })));
}"""
"""Notes when a page is usable: everything has loaded, every script has run, and a frame was drawn after that."""

_FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"

_PRESS = f"""async ([css, at, check, shown]) => {{
  const item = document.querySelectorAll(css)[at];
  const [input, button] = [item.querySelectorAll("input")[at % 4], item.querySelector(check)];
  if (button) input.click();
  await {_FRAME};
  const [start, high] = [performance.now(), item.offsetHeight];
  (button ?? input).click();
  const took = (await {_FRAME}) - start;
  const said = [...item.querySelectorAll(shown)].some((each) => each.checkVisibility() && each.textContent.trim());
  return {{took, said, grown: item.offsetHeight - high}};
}}"""
"""Choose an option, and take the time from the press of the button to the frame that shows the verdict.

Where there is no button, to choose is to check.
"""

_GROW = f"""async ([css, at, by]) => {{
  const item = document.querySelectorAll(css)[at];
  await {_FRAME};
  const start = performance.now();
  item.style.paddingBlockEnd = `${{parseFloat(getComputedStyle(item).paddingBlockEnd) + by}}px`;
  return (await {_FRAME}) - start;
}}"""
"""The time of a frame in which a question is made higher, and nothing else."""

_PARTS = {
    "ours": (".recall-item", ".recall-check", "[role=status], .recall-status"),
    "rival": (".quiz", "button[type=submit]", ".quiz-feedback, .answer-feedback"),
}
"""By whose it is: a question, the button that checks it, and where it says what came of that."""


class _Packing(Handler):
    """Sends text packed, as servers of sites do."""

    def do_GET(self) -> None:
        """Answer with the file, packed."""
        file = Path(self.translate_path(self.path))
        if not file.is_file() or file.suffix not in (".html", ".js", ".css", ".json"):
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Reader:
    """A browser and a server."""

    def __init__(self, pool: Pool, server: Server) -> None:
        self.pool = pool
        self.server = server

    def open(self, site: Site, *, slow: bool = False, name: str = "index.html") -> tuple[Page, CDPSession]:
        """Load a page in a context of its own, with nothing stored, and wait until it is usable."""
        width = {"width": 390, "height": 844} if slow else {"width": 1280, "height": 900}
        page = self.pool.context("chromium", Preferences(), viewport=width).new_page()
        page.add_init_script(f"({_WATCH})()")
        session = page.context.new_cdp_session(page)
        if slow:
            session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
            line = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        page.goto(self.server.mount(site.built, site.folder.name) + name)
        page.wait_for_function("() => window.bench.ready", timeout=180_000)
        return page, session


def measure(scratch: Path, rival: Path | None, *, rounds: int, quick: bool) -> Iterator[Row]:
    """All rows that need a browser."""
    kinds = [kind for kind in texts.KINDS if kind != "rival" or rival]
    with Server() as server, sync_playwright() as playwright:
        server.RequestHandlerClass = _Packing
        server_thread = _serve(server)
        pool = Pool(playwright)
        reader = Reader(pool, server)
        for count, goal in ((10, 1.10), (100 if quick else 1000, 1.05)):
            sites = [make_site(scratch / f"read-{count}-{kind}", kind, builds.one(count)(kind)) for kind in kinds]
            for site in sites:
                builds.build(site, rival)
            runs = _load(reader, sites, rounds * 3)
            yield ratios(f"Page of {count:,} questions: time until usable", goal, runs)
            yield from _check(reader, [site for site in sites if site.kind in _PARTS], count, rounds * 5)
        yield from _phone(reader, scratch, rounds)
        pool.close()
        server.shutdown()
        server_thread.join()


def _serve(server: Server) -> Thread:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    return thread


def _load(reader: Reader, sites: list[Site], rounds: int) -> dict[str, list[float]]:
    runs: dict[str, list[float]] = {site.kind: [] for site in sites}
    for _ in range(rounds):
        for site in sites:
            page, _ = reader.open(site)
            runs[site.kind].append(page.evaluate("window.bench.ready"))
            page.context.close()
    return runs


def _check(reader: Reader, sites: list[Site], count: int, rounds: int) -> Iterator[Row]:
    """Check questions of one page of each, in turn; and let our same questions grow by as much."""
    pages = {site.kind: reader.open(site)[0] for site in sites}
    runs: dict[str, list[float]] = {kind: [] for kind in pages}
    bare: list[float] = []
    for at in range(min(rounds, count)):
        for kind, page in pages.items():
            css, button, shown = _PARTS[kind]
            done = page.evaluate(_PRESS, [css, at, button, shown])
            if not done["said"]:
                raise SystemExit(f"Question {at + 1} of {kind} shows no verdict.")
            runs[kind].append(done["took"])
            if kind == "ours":
                bare.append(page.evaluate(_GROW, [css, at, done["grown"]]))
    goal = 17 if count <= 10 else median(bare) + 10
    runs["plain"] = bare
    yield medians(f"Page of {count:,}: Check until the verdict is drawn; plain is a bare growth", goal, "ms", runs)
    shift = {kind: page.evaluate("window.bench.shift") for kind, page in pages.items()}
    yield Row(what=f"Page of {count:,}: layout shift, load and answers", unit="score", goal=0, **shift)
    for page in pages.values():
        page.context.close()


def _phone(reader: Reader, scratch: Path, rounds: int) -> Iterator[Row]:
    """A topic page of this course on a slow phone."""
    sites = [make_site(scratch / f"phone-{kind}", kind, builds.course(kind)) for kind in ("ours", "plain")]
    for site in sites:
        builds.build(site, None)
    paint: dict[str, list[float]] = {site.kind: [] for site in sites}
    usable: dict[str, list[float]] = {site.kind: [] for site in sites}
    for _ in range(rounds):
        for site in sites:
            page, _ = reader.open(site, slow=True, name="fine-tuning.html")
            first = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
            paint[site.kind].append(page.evaluate(first))
            usable[site.kind].append(page.evaluate("window.bench.ready"))
            page.context.close()
    yield ratios("Topic page on a slow phone: first paint", 1.0, paint)
    yield ratios("Topic page on a slow phone: usable", 1.2, usable)
