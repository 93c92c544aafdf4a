"""What readers wait for, in Chromium: pages that load, and answers that are checked."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from building import TOPIC, build, make_topic, one
from making import Bench, Found, Site, make_site

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from harness.browsers import Pool, Preferences
from harness.server import Handler, Server

_WATCH = """() => {
  window.bench = {shift: 0};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.bench.shift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  window.bench.usable = new Promise((done) => {
    addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  });
}"""
"""Notes when a page is usable: everything has loaded, every script has run, and a frame was drawn after that."""

_TOOLS = """
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const measure = async (work) => {
    await drawn();
    const begun = await frame();
    await new Promise((done) => setTimeout(done));
    const start = performance.now();
    work();
    const took = (await drawn()) - start;
    return {took, frames: Math.max(1, Math.round((await frame() - begun) / (1000 / 60)) - 1)};
  };
"""
"""`measure` does something and takes the time until a frame shows it, and the number of frames until the next one."""

_PRESS = f"""async ([css, at, check, shown]) => {{
  {_TOOLS}
  const item = document.querySelectorAll(css)[at];
  const [input, button] = [item.querySelectorAll("input")[at % 4], item.querySelector(check)];
  if (button) input.click();
  await drawn();
  const high = item.offsetHeight;
  const took = await measure(() => (button ?? input).click());
  const said = [...item.querySelectorAll(shown)].some((each) => each.checkVisibility() && each.textContent.trim());
  return {{...took, said, grown: item.offsetHeight - high}};
}}"""
"""Choose an option, then press the button. Where there is no button, to choose is to check."""

_GROW = f"""async ([css, at, by]) => {{
  {_TOOLS}
  const item = document.querySelectorAll(css)[at];
  const high = parseFloat(getComputedStyle(item).paddingBlockEnd);
  return measure(() => {{ item.style.paddingBlockEnd = `${{high + by}}px`; }});
}}"""
"""Make a question higher, and do nothing else."""

_QUIET = "new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 600))"
"""Moves within half a second of a press are the reader's own doing. This waits for those that come after it."""

_SHIFTED = 3
"""Questions that are answered with the mouse to see what moves."""

_PARTS = {
    "ours": (".recall-item", ".recall-check", "[role=status], .recall-status"),
    "rival": (".quiz", "button[type=submit]", ".quiz-feedback, .answer-feedback"),
}
"""By whose it is: a question, the button that checks it, and where it says what came of that."""


@cache
def _pack(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class _Packing(Handler):
    """Sends text packed, as servers of sites do."""

    def do_GET(self) -> None:
        """Answer with the file, packed."""
        file = Path(self.translate_path(self.path))
        if not file.is_file() or file.suffix not in (".html", ".js", ".css", ".json"):
            super().do_GET()
            return
        body = _pack(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True, slots=True)
class Reader:
    """A browser and a server."""

    pool: Pool
    server: Server

    def open(self, site: Site, *, phone: bool = False, slowed: int = 1, name: str = "index.html") -> Page:
        """Load a page in a context of its own, with nothing stored, and wait until it is usable."""
        width = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
        page: Page = self.pool.context("chromium", Preferences(), viewport=width).new_page()
        page.set_default_timeout(180_000)
        page.add_init_script(f"({_WATCH})()")
        if phone:
            _slow_down(page, 6)
            session = page.context.new_cdp_session(page)
            line = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        page.goto(self.server.mount(site.built, f"{site.folder.parent.name}-{site.folder.name}") + name)
        page.evaluate("window.bench.usable")
        if slowed > 1:
            _slow_down(page, slowed)
        return page


def _slow_down(page: Page, times: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


@contextmanager
def _reading() -> Iterator[Reader]:
    """Start a browser, and a server that packs what it sends."""
    with Server() as server, sync_playwright() as playwright:
        server.RequestHandlerClass = _Packing
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        pool = Pool(playwright)
        try:
            yield Reader(pool, server)
        finally:
            pool.close()
            server.shutdown()
            thread.join()


def measure_short(bench: Bench) -> Found:
    """A page of 10 questions."""
    yield from _measure(bench, "short", 10, loads=5 * bench.rounds)


def measure_long(bench: Bench) -> Found:
    """A page of very many."""
    yield from _measure(bench, "long", bench.sizes.long, loads=bench.rounds)


def _measure(bench: Bench, name: str, questions: int, *, loads: int) -> Found:
    sites = [make_site(bench.scratch / name / kind, kind, one(questions)(kind)) for kind in bench.kinds]
    for site in sites:
        build(site, bench.rival)
    with _reading() as reader:
        yield f"{name}-usable", _load(reader, sites, loads)
        asking = [site for site in sites if site.kind in _PARTS]
        for row, slowed in ((f"{name}-check", 1), (f"{name}-check-slow", 4)):
            count = min(questions, 4 * bench.rounds)
            taken = _check(reader, asking, range(count), slowed)
            unit = "frames" if row == "short-check" else "took"
            yield row, {kind: [each[unit] for each in found] for kind, found in taken.items()}
        yield f"{name}-shift", {site.kind: [_shift(reader, site)] for site in asking}


def _load(reader: Reader, sites: list[Site], rounds: int) -> dict[str, list[float]]:
    runs: dict[str, list[float]] = {site.kind: [] for site in sites}
    for _ in range(rounds):
        for site in sites:
            page = reader.open(site)
            runs[site.kind].append(page.evaluate("window.bench.usable"))
            page.context.close()
    return runs


def _check(reader: Reader, sites: list[Site], asked: Iterable[int], slowed: int) -> dict[str, list[dict[str, float]]]:
    """Check questions of one page of each, in turn; and let our same questions grow by as much."""
    pages = {site.kind: reader.open(site, slowed=slowed) for site in sites}
    runs: dict[str, list[dict[str, float]]] = {"plain": [], **{kind: [] for kind in pages}}
    for at in asked:
        for kind, page in pages.items():
            css, button, shown = _PARTS[kind]
            done = page.evaluate(_PRESS, [css, at, button, shown])
            if not done["said"]:
                raise SystemExit(f"Question {at + 1} of {kind} shows no verdict.")
            runs[kind].append(done)
            if kind == "ours":
                runs["plain"].append(page.evaluate(_GROW, [css, at, done["grown"]]))
    for page in pages.values():
        page.context.close()
    return runs


def _shift(reader: Reader, site: Site) -> float:
    """How far things move while a page loads and when questions are answered with the mouse."""
    css, check, _ = _PARTS[site.kind]
    page = reader.open(site)
    for at in range(_SHIFTED):
        item = page.locator(css).nth(at)
        item.locator("input").nth(at).click()
        button = item.locator(check)
        if button.count():
            button.click()
        page.evaluate(_QUIET)
    shift = float(page.evaluate("window.bench.shift"))
    page.context.close()
    return shift


def measure_phone(bench: Bench) -> Found:
    """A topic page of this course on a slow phone."""
    sites = [make_topic(bench.scratch / "phone" / kind, kind) for kind in ("ours", "plain")]
    for site in sites:
        build(site, None)
    paint: dict[str, list[float]] = {site.kind: [] for site in sites}
    usable: dict[str, list[float]] = {site.kind: [] for site in sites}
    with _reading() as reader:
        for _ in range(2 * bench.rounds):
            for site in sites:
                page = reader.open(site, phone=True, name=TOPIC)
                first = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
                paint[site.kind].append(page.evaluate(first))
                usable[site.kind].append(page.evaluate("window.bench.usable"))
                page.context.close()
    yield "phone-paint", paint
    yield "phone-usable", usable
