"""Zensical, driven as an author drives it: what it builds, what readers can do there, and what fails its build."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from engines import CARD, PAGES, build_with, read_items, run, write_site
from harness.browsers import Pool, Preferences
from harness.reader import answer, block, button, take_test, wait_until_kept
from harness.review_site import LATER
from harness.server import serving
from harness.watch import Watch
from mkdocs_recall.assets import FOLDER
from mkdocs_recall.kinds import KINDS

FAULTY = "# Faulty\n\n" + CARD.format(id="faulty", link="index.md").replace("**Answer:**", "**Anser:**")
TWICE = "# Twice\n\n" + CARD.format(id="card-one", link="index.md")


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def directories(request: pytest.FixtureRequest) -> bool:
    """Whether each page has a folder of its own."""
    return request.param


@pytest.fixture(scope="module")
def sites(directories: bool, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same site built by each engine."""
    made = {}
    for engine in ("mkdocs", "properdocs", "zensical"):
        folder = tmp_path_factory.mktemp(engine) / "sub"
        made[engine] = build_with(engine, write_site(folder, directories=directories))
    return made


def test_every_kind_of_block_is_on_the_site() -> None:
    text = "".join(PAGES.values())
    assert [kind for kind in KINDS if not re.search(rf"^/{{3,4}} {kind}\b", text, re.M)] == []


def test_the_same_pages_give_the_same_items(sites: dict[str, Path]) -> None:
    items = {engine: read_items(site) for engine, site in sites.items()}
    assert len(items["mkdocs"]) == 12
    assert items["properdocs"] == items["mkdocs"]
    assert items["zensical"] == items["mkdocs"]


def test_pages_need_of_each_other_what_the_plugin_writes(sites: dict[str, Path]) -> None:
    wanted, found = (read_data(sites[engine]) for engine in ("mkdocs", "zensical"))
    assert sorted(found) == sorted(wanted)
    strip = re.compile(r"\.[0-9a-f]{8}\.js| data-search-exclude=\\\"\\\"")
    for name in found:
        if name.startswith("items"):
            assert strip.sub("", found[name]) == strip.sub("", wanted[name])
    assert (sites["zensical"] / FOLDER / "run" / "tools" / "hours.py").read_text() == "print(24)\n"


def read_data(site: Path) -> dict[str, str]:
    """The scripts with data, by name without hashes."""
    folder = site / FOLDER
    files = [*folder.glob("items*.js"), *folder.glob("pages/**/*.js")]
    hashed = re.compile(r"\.[0-9a-f]{8}\.js$")
    return {hashed.sub(".js", file.relative_to(folder).as_posix()): file.read_text("utf-8") for file in files}


def test_no_answer_is_in_the_index(sites: dict[str, Path]) -> None:
    index = (sites["zensical"] / "search.json").read_text("utf-8")
    assert "What is card-one?" in index
    assert "SECRET" not in index


# Readers


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        browsers = Pool(playwright)
        yield browsers
        browsers.close()


@pytest.fixture
def reader(pool: Pool, sites: dict[str, Path], directories: bool) -> Iterator[tuple[Page, str]]:
    """A reader in Chromium over http, with folders, or in Firefox from disk; and the address of the site."""
    site = sites["zensical"]
    with serving() as server:
        address = server.mount(site, "sub") if directories else f"{site.as_uri()}/"
        watch = Watch(server.origin)
        with pool.context("chromium" if directories else "firefox", Preferences()) as context:
            context.set_default_timeout(15_000)
            watch.context(context)
            yield context.new_page(), address
        assert watch.faults == []


def open_source(reader: tuple[Page, str], uri: str, directories: bool) -> Page:
    page, address = reader
    name = uri.removesuffix(".md")
    path = f"{name.removesuffix('index')}" if directories else f"{name}.html"
    page.goto(address + (f"{path}/" if directories and path else path))
    expect(page.locator("h1").first).to_be_visible()
    return page


@pytest.mark.browser
def test_readers_study_and_find_it_in_progress_and_review(reader: tuple[Page, str], directories: bool) -> None:
    page = open_source(reader, "topic/deep/lesson.md", directories)
    card = block(page, "card-one")
    card.get_by_text("Show answer").click()
    expect(card.get_by_text("SECRET of")).to_be_visible()
    button(card, re.compile("^Good")).click()
    expect(card.get_by_role("status")).to_contain_text("Good")
    answer(block(page, "choice-one"), right=False)
    explained = block(page, "explained")
    explained.get_by_role("textbox").fill("One.")
    button(explained, "Show model answer").click()
    explained.get_by_role("checkbox").first.check()
    expect(explained).to_contain_text("1/2")
    practice = block(page, "practised")
    answer(practice.locator("recall-mcq:visible"), right=True)
    button(practice, "Next").click()
    answer(practice.locator("recall-mcq:visible"), right=True)
    expect(page.get_by_role("link", name="Edit this question")).to_have_count(0)
    wait_until_kept(page)

    page = open_source(reader, "topic/more.md", directories)
    block(page, "filled").get_by_role("textbox").fill("24")
    block(page, "numbered").get_by_role("textbox").fill("24")
    match = block(page, "matched")
    match.get_by_role("combobox", name="one").select_option("1")
    match.get_by_role("combobox", name="two").select_option("2")
    for id in ("filled", "numbered", "matched"):
        button(block(page, id), "Check answer").click()
        expect(block(page, id).get_by_role("status")).to_contain_text("Correct")
    order = block(page, "ordered")
    button(order, "Move up").last.click()
    button(order, "Check answer").click()
    expect(order.get_by_role("status")).to_contain_text(re.compile("Correct|right"))
    script = block(page, "numbered").get_by_role("link", include_hidden=True).filter(has_text="hours.py")
    if script.count():
        assert "assets/recall/run/tools/hours.py" in (script.first.get_attribute("href") or "")
    wait_until_kept(page)

    page = open_source(reader, "topic/test.md", directories)
    test = block(page, "tested")
    button(test, "Start test").click()
    take_test(test)
    expect(test).to_contain_text("2 right")
    wait_until_kept(page)

    page = open_source(reader, "wide.md", directories)
    wide = block(page, "wide")
    expect(button(wide, "Start test")).to_be_visible()
    button(wide, "Start test").click()
    take_test(wide, wrong=1)
    expect(wide).to_contain_text("3 of 4")
    wait_until_kept(page)

    page = open_source(reader, "index.md", directories)
    progress = page.locator("recall-progress")
    for title in ("Lesson", "More"):
        expect(progress).to_contain_text(title)
    expect(page.locator("recall-map").get_by_role("link").first).to_be_visible()
    expect(page.locator("recall-today").get_by_role("link").first).to_be_visible()

    page.context.add_init_script(LATER.replace("DAYS", "4"))
    page = open_source(reader, "review.md", directories)
    review = page.locator("recall-review")
    expect(review).to_contain_text(re.compile(r"1 of \d+"))
    expect(review.locator(".recall-item:visible")).to_have_count(1)
    expect(page.locator("nav").get_by_role("link", name=re.compile("^Review")).first).to_contain_text(re.compile(r"\d"))


@pytest.mark.browser
def test_progress_knows_the_site_before_its_data_is_written(pool: Pool, tmp_path: Path) -> None:
    folder = write_site(tmp_path / "sub")
    build_with("zensical", folder)
    (folder / "site" / FOLDER / "items.js").unlink()
    with serving() as server, pool.context("chromium", Preferences()) as context:
        page = context.new_page()
        page.goto(server.mount(folder / "site", "sub"))
        first = page.locator("recall-progress").get_by_role("link", name="Start test")
        expect(first).to_have_attribute("href", re.compile("topic/test/"))
        page.goto(f"{server.origin}/sub/review/")
        expect(page.locator("recall-review")).to_contain_text("The review could not be loaded")


# Authors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_site(tmp_path)


def test_a_fault_fails_the_build_with_file_and_line(folder: Path) -> None:
    (folder / "docs" / "faulty.md").write_text(FAULTY)
    (folder / "docs" / "twice.md").write_text(TWICE)
    done = run(folder, "zensical", "build")
    assert done.returncode == 1
    faults = [
        "docs/faulty.md:7: error unknown-label: card faulty:",
        "docs/topic/deep/lesson.md:16: error duplicate-id: card card-one:",
    ]
    assert [fault for fault in faults if fault not in done.stderr] == []
    (folder / "docs" / "twice.md").unlink()
    (folder / "docs" / "faulty.md").write_text(FAULTY.replace("Anser", "Answer"))
    assert run(folder, "zensical", "build").returncode == 0
    (folder / "docs" / "faulty.md").write_text(FAULTY)
    again = run(folder, "zensical", "build")  # It renders this page alone.
    assert again.returncode == 1
    assert faults[0] in again.stderr


def test_problems_are_logged_once_where_they_shall_not_stop_it(folder: Path) -> None:
    (folder / "docs" / "faulty.md").write_text(FAULTY)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_id: small", "site_id: small\n      on_error: report"))
    done = run(folder, "zensical", "build")
    assert done.returncode == 0
    assert (done.stdout + done.stderr).count("docs/faulty.md:") == len(
        re.findall("error [a-z-]+: card faulty", done.stderr)
    )
    page = (folder / "site" / "faulty" / "index.html").read_text()
    assert "recall-error" in page
    assert "SECRET" not in page


def test_different_options_of_plugin_and_extension_stop_each_engine(folder: Path) -> None:
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_id: small", "site_id: other", 1))
    words = "`site_id` is `other` under `plugins` and `small` under `markdown_extensions`"
    for command in (["mkdocs", "build"], ["properdocs", "build"], ["mkdocs_recall.cli", "check"]):
        done = run(folder, *command)
        assert done.returncode != 0
        assert words in done.stderr


def test_a_live_preview_shows_a_fault_and_goes_on(folder: Path) -> None:
    (folder / "docs" / "faulty.md").write_text(FAULTY)
    page = folder / "site" / "faulty" / "index.html"
    with serving() as server:
        port = server.server_port  # Free as soon as the server has ended.
    command = [sys.executable, "-m", "zensical", "serve", "--dev-addr", f"localhost:{port}"]
    with (
        (folder / "printed.txt").open("w") as printed,
        subprocess.Popen(command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT) as preview,
    ):
        for _ in range(100):
            if page.is_file() or preview.poll() is not None:
                break
            time.sleep(0.2)
        running = preview.poll() is None
        preview.terminate()
    assert running
    printed_text = (folder / "printed.txt").read_text()
    assert "docs/faulty.md:7: error unknown-label" in printed_text
    assert "Traceback" not in printed_text
    assert "recall-error" in page.read_text()


def test_what_is_missing_or_of_another_version_is_said(folder: Path) -> None:
    build_with("zensical", folder)
    site = folder / "site"
    page = site / "topic" / "more" / "index.html"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r"core\.[0-9a-f]{8}\.js", "core.00000000.js", text), "utf-8")
    (site / "topic" / "deep" / "lesson" / "index.html").unlink()
    done = run(folder, "mkdocs_recall.cli", "build-data", "site")
    assert done.returncode == 1
    assert "docs/topic/deep/lesson.md is not in site, so other pages leave its questions out." in done.stdout
    assert "warning: topic/more/index.html loads core.00000000.js, which is not of this version" in done.stderr
    assert [file.name for file in (site / FOLDER / "pages").rglob("lesson.*")] == []
