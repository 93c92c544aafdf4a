"""A published site with the option `offline`: read without a connection, never old with one, and switched off again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from harness.lesson import CARD, check, question, rate, verdict
from harness.reader import block, button
from harness.server import Plug

pytestmark = pytest.mark.quick("chromium")

PAGES = {
    "index.md": "# Home\n\nThe first text.\n\n[Lesson](lesson.md) [Other](deep/other.md)\n",
    "lesson.md": f"# Lesson\n\n![Picture](picture.svg)\n\n{question('q1')}\n\n{CARD.format(id='c1')}",
    "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"></svg>',
    "deep/other.md": f"# Other\n\n{question('q2')}",
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
}
THEME = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ page.title }}</title>
<link rel="icon" href="data:,"></head><body><main>{{ page.content }}</main>
{% for script in config.extra_javascript %}{{ script | script_tag }}{% endfor %}</body></html>"""

STATE = """async () => {
    const held = {};
    for (const name of await caches.keys())
        held[name] = (await (await caches.open(name)).keys()).map(({url}) => url);
    return held;
}"""
UNTIL = """async ([condition, ...given]) => {
    const holds = eval(condition);
    for (const end = Date.now() + 15_000; !(await holds(...given)); ) {
        if (Date.now() > end) {
            const states = (await navigator.serviceWorker.getRegistrations()).map((each) =>
                [each.active?.state, each.waiting?.state, each.installing?.state]);
            throw new Error(`Never came true: ${condition}. ${JSON.stringify([states, await caches.keys()])}`);
        }
        await new Promise((done) => setTimeout(done, 30));
    }
}"""
CONTROLLED = "() => Boolean(navigator.serviceWorker.controller)"
HELD = "async (path) => Boolean(await caches.match(new URL(path, location.href)))"
TEXT_HELD = """async (path, text) => {
    const held = await caches.match(new URL(path, location.href));
    return Boolean(held) && (await held.text()).includes(text) && (await caches.keys()).length === 1;
}"""
CACHES = "async (number) => (await caches.keys()).length === number"
WORKERS = "async (number) => (await navigator.serviceWorker.getRegistrations()).length === number"


@pytest.fixture
def plug() -> Iterator[Plug]:
    """A server of its own, which can be stopped and started again."""
    with Plug() as running:
        yield running


@pytest.fixture
def make(small_site: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """`make({"index.md": "..."}, offline="visited")`: a site with changed pages and these options."""

    def built(changes: dict[str, str] | None = None, policy: str = "", **options: Any) -> Path:
        (tmp_path / "main.html").write_text(THEME.replace("<title>", f"{policy}<title>"), encoding="utf-8")
        settings = {"theme": {"name": None, "custom_dir": str(tmp_path)}, "use_directory_urls": False}
        if "use_directory_urls" in options:
            settings["use_directory_urls"] = options.pop("use_directory_urls")
        return small_site(
            {**PAGES, **(changes or {})}, plugins=[{"recall": {"site_id": "small", **options}}], **settings
        )

    return built


@pytest.fixture
def reader(page: Page, plug: Plug, watch: Any) -> Page:
    """A page of a reader whose connection may break off, and of a server that may lack something."""
    watch.allow(rf"{plug.origin}")
    return page


def until(page: Page, condition: str, *given: object) -> None:
    """Wait until something is true of what the browser keeps. Playwright itself would not wait for a promise."""
    page.evaluate(UNTIL, [condition, *given])


def holds(page: Page, *paths: str) -> None:
    """Wait until the copy has these files, by their addresses relative to the page."""
    until(page, CONTROLLED)
    for path in paths:
        until(page, HELD, path)


def held(page: Page) -> dict[str, list[str]]:
    """The addresses in each cache."""
    return page.evaluate(STATE)


def test_what_was_visited_is_there_without_a_connection_and_nothing_else(reader, plug, make):
    page, root = reader, plug.mount(make(offline="visited"), "course")
    page.goto(root)
    holds(page, "./")
    page.goto(root + "lesson.html")
    check(page, "q1", "This one")
    holds(page, "lesson.html", "picture.svg")
    plug.stop()
    page.reload()
    expect(verdict(page, "q1")).to_contain_text("Correct")
    assert page.get_by_role("img", name="Picture").evaluate("image => image.naturalWidth") == 90
    rate(page, "c1")
    button(block(page, "q1"), "Try again").click()
    check(page, "q1", "That one")
    page.goto(root)
    page.get_by_role("link", name="Lesson").click()
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    expect(verdict(page, "c1")).to_contain_text("Good")
    with pytest.raises(Exception, match=r"net::|NS_ERROR|Error"):
        page.goto(root + "deep/other.html", timeout=5000)


def test_a_menu_that_nobody_has_opened_is_there_without_a_connection(reader, plug, make):
    page, root = reader, plug.mount(make(offline="visited"), "course")
    page.goto(root + "lesson.html")
    more = page.locator("script[data-recall-more]").evaluate("""script =>
        script.dataset.recallMore.split(" ").map((name) => new URL(name, script.src).href)""")
    holds(page, "lesson.html", *more)
    plug.stop()
    page.reload()
    block(page, "q1").get_by_label("More").click()
    expect(block(page, "q1").get_by_role("link", name="Link", exact=True)).to_be_visible()


@pytest.mark.long
def test_a_new_build_is_there_at_once_and_takes_the_place_of_the_old_copy(reader, plug, make):
    page, old = reader, make(offline="visited")
    root = plug.mount(old, "course")
    page.goto(root)
    holds(page, "./")
    page.goto(root + "lesson.html")
    holds(page, "lesson.html", "picture.svg")
    changes = {"index.md": "# Home\n\nThe second text.\n", "lesson.md": PAGES["lesson.md"] + "\nAnd more.\n"}
    wider = {"picture.svg": PAGES["picture.svg"].replace('"90"', '"60"')}
    plug.mount(make({**changes, **wider}, offline="visited"), "course")
    page.goto(root)
    expect(page.get_by_text("The second text.")).to_be_visible()
    until(page, TEXT_HELD, "./", "The second text.")
    until(page, TEXT_HELD, "lesson.html", "And more.")
    plug.stop()
    page.goto(root + "lesson.html")
    expect(page.get_by_text("And more.")).to_be_visible()
    assert page.get_by_role("img", name="Picture").evaluate("image => image.naturalWidth") == 60


def test_a_build_without_the_option_removes_the_worker_and_its_copy(reader, plug, make):
    page, root = reader, plug.mount(make(offline="visited"), "course")
    page.goto(root)
    holds(page, "./")
    plug.mount(make(), "course")
    page.goto(root + "lesson.html")
    until(page, CACHES, 0)
    until(page, WORKERS, 0)
    page.reload()
    check(page, "q1", "This one")
    assert page.evaluate(CONTROLLED) is False
    assert held(page) == {}


@pytest.mark.long
@pytest.mark.parametrize("directories", [False, True])
def test_the_whole_site_can_be_read_after_the_first_visit(reader, plug, make, directories):
    page, root = reader, plug.mount(make(offline="all", use_directory_urls=directories), "course")
    other, progress = ("deep/other/", "progress/") if directories else ("deep/other.html", "progress.html")
    page.goto(root)
    holds(page, other, progress, "picture.svg")
    plug.stop()
    page.goto(root + other)
    check(page, "q2", "This one")
    page.goto(root + progress)
    expect(page.locator("recall-progress").get_by_role("link", name="Other").first).to_be_visible()
    if directories:
        page.goto(root + "deep/other?again=1")  # A server would send a reader on to the folder.
        expect(verdict(page, "q2")).to_contain_text("Correct")


@pytest.mark.long
def test_versions_of_a_site_have_copies_of_their_own(reader, plug, make):
    page, site = reader, make(offline="visited")
    roots = [plug.mount(site, name) for name in ("1.0", "2.0")]
    for root in roots:
        page.goto(root)
        holds(page, "./")
    assert len(held(page)) == 2
    for name, addresses in held(page).items():
        (root,) = (root for root in roots if f":/{root.split('/')[3]}/:" in name)
        assert all(address.startswith(root) for address in addresses)
    plug.mount(make(), "1.0")
    page.goto(roots[0])
    until(page, CACHES, 1)
    plug.stop()
    page.goto(roots[1])
    expect(page.get_by_text("The first text.")).to_be_visible()


@pytest.mark.long
def test_other_hosts_and_other_sites_below_are_left_alone(reader, plug, make, watch):
    with Plug() as elsewhere:
        watch.allow(elsewhere.origin)
        picture = elsewhere.mount(make(), "pictures") + "picture.svg"
        changes = {"index.md": f"# Home\n\n![Picture]({picture})\n", "below/sites.md": "# Below\n"}
        site = make(changes, offline="all")
        (site / "project").mkdir()
        root = plug.mount(site, "course")
        page = reader
        page.goto(root)
        holds(page, "below/sites.html")
        (site / "project" / "index.html").write_text("<title>Other</title><h1>Another site</h1>", encoding="utf-8")
        page.goto(root + "project/")
        page.goto(root)
        expect(page.get_by_role("img", name="Picture")).to_have_js_property("naturalWidth", 90)
        (addresses,) = held(page).values()
        assert not [each for each in addresses if "project" in each or not each.startswith(root)]


@pytest.mark.long
def test_the_worker_starts_under_trusted_types(reader, plug, make):
    rules = "require-trusted-types-for 'script'; trusted-types recall recall-offline"
    site = make(policy=f'<meta http-equiv="Content-Security-Policy" content="{rules}">', offline="visited")
    reader.goto(plug.mount(site, "course") + "lesson.html")
    until(reader, CONTROLLED)
    check(reader, "q1", "This one")


@pytest.mark.long
def test_material_searches_and_navigates_without_a_connection(reader, plug, small_site):
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    site = small_site(PAGES, theme=theme, plugins=["search", {"recall": {"site_id": "small", "offline": "visited"}}])
    page, root = reader, plug.mount(site, "course")
    for path in ("lesson.html", "./"):
        page.goto(root + path)
        holds(page, path)
    page.reload()
    holds(page, "search/search_index.json")
    plug.stop()
    page.reload()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("lesson")
    page.get_by_role("link").filter(has=page.get_by_role("heading", name="Lesson", exact=True)).first.click()
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct")


@pytest.mark.long
def test_browsers_find_the_manifest(chromium_page, plug, make, watch):
    watch.allow(plug.origin)
    chromium_page.goto(plug.mount(make(install=True), "course") + "deep/other.html")
    session = chromium_page.context.new_cdp_session(chromium_page)
    chromium_page.locator('link[rel="manifest"]').wait_for(state="attached")
    found = session.send("Page.getAppManifest")
    assert found["url"].endswith("/course/assets/recall/site.webmanifest")
    assert found["errors"] == []
    assert found["manifest"]["startUrl"] == found["manifest"]["scope"] == plug.origin + "/course/"
