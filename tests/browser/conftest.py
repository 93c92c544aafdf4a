"""Fixtures for tests in real browsers. Every test in this folder is marked `browser`.

    def test_answer_opens(page, site, url, kind):
        page.goto(url(kind, "topics/fine-tuning.html"))
        page.get_by_role("group", name="...").click()

`page` makes the test run in Chromium, in Firefox and in WebKit, `kind` over http and from disk, `way` in one of them
each. Firefox takes five times the processor time, so `@pytest.mark.quick("chromium")` names the variants that
`make test` runs; `make test-long` runs the others. Keep Firefox where engines differ: storage and pages from disk,
focus, print, details, forms. `quick("chromium http", "firefox file")` names two variants of a test with `page` and
`kind`. A variant in WebKit is long unless `quick` names it, and left out where WebKit is not installed.
`IN_WEBKIT` says which tests have one, `not_in_webkit` marks those among them that have none.

Wait with Playwright's `expect`, find things by role and name. A console error, an uncaught exception, a missing file or
a request to another host fails the test (`watch.allow(pattern)` lets one pass that is meant).

What Firefox cannot do here: `page.emulate_media` (it does nothing: use `open_page(scheme=...)`), `page.pdf` (its
context then never closes: use `chromium_page`), and, with scripts off, every call that waits: see `open_page`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from builds import make_once
from harness import axe as axe_core
from harness import excerpt, lesson, webkit
from harness.browsers import NAMES, Pool, Preferences
from harness.course import build_course
from harness.server import Server, serving
from harness.themes import PLAIN
from harness.watch import Watch

TIMEOUT = 15_000
KINDS = ("http", "file")
COURSE = "http://127.0.0.1:1/course/"
"""What the course is built for, as each worker's server has another port."""

IN_WEBKIT = re.compile(r"browser/(harness|items|journeys|sets|store|page/test_print\.py)\b")
"""Where the tests are that have a variant in WebKit: what a learner does, what is kept of it, and what is printed."""

OpenPage = Callable[..., Page]
Url = Callable[..., str]
SmallSite = Callable[..., Path]


def variant(item: pytest.Item) -> set[str]:
    """The browser and the way to the site that this variant of a test is for."""
    params = getattr(getattr(item, "callspec", None), "params", {})
    return {params[name] for name in ("browser_name", "kind") if name in params}


def runs_in_webkit(item: pytest.Item) -> bool:
    """Whether WebKit is installed, and the test has this variant in it."""
    exception = item.get_closest_marker("not_in_webkit")
    is_exception = exception is not None and set(exception.args[1:]) <= variant(item)
    return webkit.is_installed() and IN_WEBKIT.search(item.nodeid) is not None and not is_exception


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark every test of this folder, and as long what `quick` leaves out."""
    item.add_marker(pytest.mark.browser)
    quick = item.get_closest_marker("quick")
    chosen = [set(name.split()) for name in quick.args] if quick else []
    unknown = set().union(*chosen) - {*NAMES, *KINDS}
    assert not unknown, f"{item.nodeid}: `quick` names {unknown}"
    has_choice = (quick and variant(item)) or "webkit" in variant(item)
    if has_choice and not any(each <= variant(item) for each in chosen):
        item.add_marker(pytest.mark.long)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out WebKit where it is not installed, put what runs in Firefox first, and all else in browsers next.

    Each worker begins with a part of its own of this list and takes from the end of another's when it is done. So one
    worker runs nearly all of Firefox, which takes as long to start as five tests in it.
    """
    left_out = [item for item in items if "webkit" in variant(item) and not runs_in_webkit(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: (item.get_closest_marker("browser") is None, "firefox" not in variant(item)))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A static server on a free port of this machine. `url` mounts what it is asked for."""
    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def site(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the course, built once a run for all workers."""
    made = make_once(tmp_path_factory, "course-site", lambda folder: build_course(folder / "site", COURSE))
    folder = made / "site"
    server.mount(folder, "course", built_for=COURSE)
    return folder


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    """The browsers of this session."""
    expect.set_options(timeout=TIMEOUT)
    with sync_playwright() as playwright:
        browsers = Pool(playwright)
        yield browsers
        browsers.close()


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    """What went wrong on any page of this test; the test fails at its end if that is anything."""
    watching = Watch(server.origin)
    yield watching
    assert watching.faults == []


@pytest.fixture(params=NAMES)
def browser_name(request: pytest.FixtureRequest) -> str:
    """chromium, then firefox, then webkit."""
    return request.param


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """How the site is read: http, then file."""
    return request.param


@pytest.fixture
def way(browser_name: str) -> str:
    """How the site is read where one of the two is enough in each browser: from disk in Firefox, else over http."""
    return "file" if browser_name == "firefox" else "http"


@pytest.fixture
def url(server: Server, request: pytest.FixtureRequest) -> Url:
    """`url(kind, path)`: the address of a page of the course, `url(kind, path, folder)`: of any other built site.

    Over http the course is at /course/, another site under the name of the folder that its own folder is in.
    """

    def address(kind: str, path: str = "index.html", folder: Path | None = None) -> str:
        name = folder.parent.name if folder else "course"
        folder = folder or request.getfixturevalue("site")
        return server.mount(folder, name) + path if kind == "http" else f"{folder.as_uri()}/{path}"

    return address


@pytest.fixture
def small_url(url: Url, shared_site: SmallSite) -> Url:
    """`small_url(kind, path)`: the same for the part of the course in `harness.excerpt`, which opens faster."""
    folder = shared_site(excerpt.excerpt(), **excerpt.SETTINGS)
    return lambda kind, path=excerpt.TOPIC: url(kind, path, folder)


@pytest.fixture
def open_context(pool: Pool, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """`open_context(browser_name, scheme="dark", ...)`: a context of its own, closed at the end. See `open_page`."""
    contexts: list[BrowserContext] = []

    def opened(name: str, *, width: int = 1280, height: int = 900, **wishes: Any) -> BrowserContext:
        preferences = {key: wishes.pop(key) for key in Preferences.__dataclass_fields__ if key in wishes}
        size = {"width": width, "height": height}
        context = pool.context(name, Preferences(**preferences), viewport=size, **wishes)
        context.set_default_timeout(TIMEOUT)
        watch.context(context)
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(open_context: Callable[..., BrowserContext], browser_name: str) -> OpenPage:
    """A function that opens a page of a reader with preferences, with nothing stored, in each browser.

    `open_page(scheme="dark", scripts=False, reduced_motion=True, forced_colors=True, width=360, height=700)`; other
    keywords go to Playwright's new_context (locale, device_scale_factor, ...).

    With scripts=False, Firefox runs no timers for Playwright either: `expect` and `click` would wait for ever. There,
    press keys (`page.keyboard`), click with `harness.plain.click`, and read once (`is_visible`, `is_checked`).
    """

    def opened(**wishes: Any) -> Page:
        return open_context(browser_name, **wishes).new_page()

    return opened


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page of an ordinary reader: light, scripts on, nothing stored, 1280 by 900."""
    return open_page()


@pytest.fixture
def chromium_page(open_context: Callable[..., BrowserContext]) -> Page:
    """The same in Chromium alone: for what is of the page, not of a browser, and for `pdf` and `emulate_media`."""
    return open_context("chromium").new_page()


@pytest.fixture
def open_profile(
    pool: Pool, watch: Watch, browser_name: str, tmp_path: Path
) -> Iterator[Callable[..., BrowserContext]]:
    """`open_profile()`: a browser started with this test's own profile. Close it and open it again to restart it."""
    contexts: list[BrowserContext] = []

    def opened(**preferences: Any) -> BrowserContext:
        context = pool.profile(browser_name, tmp_path / "profile", Preferences(**preferences))
        context.set_default_timeout(TIMEOUT)
        watch.context(context)
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """`assert axe(page) == []`: what axe-core finds in our elements. `axe(page, "main")` looks elsewhere."""
    return axe_core.violations


@pytest.fixture
def build(shared_site: SmallSite) -> Callable[..., Path]:
    """`build({"index.md": "..."})`: a small plain site of these pages, shared by the tests that build the same."""
    return lambda sources, **settings: shared_site(sources, theme=PLAIN, plugins=["recall"], **settings)


@pytest.fixture
def folder(build: Callable[..., Path]) -> Path:
    """A small lesson with its test, built; see `harness.lesson`."""
    cards = [lesson.CARD.format(id=id) for id in ("c1", "c2")]
    return build(lesson.pages(*cards, lesson.question("q1"), lesson.question("q2"), lesson.EXPLAIN))
