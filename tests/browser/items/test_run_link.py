"""The link to the script of a question: with and without JavaScript, but not on paper and not in a running test."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from paths import ROOT

pytestmark = pytest.mark.quick("chromium")

TOPIC, QUESTION = "topics/metrics.html", "met-read-matrix"
SCRIPT = Path("tests/course/metrics/met-read-matrix.py")


def find_link(page):
    return page.locator(f'[id="recall-{QUESTION}"] > a.recall-run')


@pytest.mark.not_in_webkit("it saves no files here")
def test_it_saves_the_script(page, url):
    page.goto(url("http", TOPIC))
    expect(find_link(page)).to_have_accessible_name("Run it yourself")
    with page.expect_download() as saved:
        find_link(page).click()
    assert saved.value.suggested_filename == SCRIPT.name
    assert Path(saved.value.path()).read_bytes() == (ROOT / SCRIPT).read_bytes()


@pytest.mark.not_in_webkit("without scripts nothing can look into its pages")
@pytest.mark.quick("chromium file")
def test_it_is_there_without_scripts(open_page, url, kind):
    page = open_page(scripts=False)
    page.goto(url(kind, TOPIC))
    assert find_link(page).is_visible()
    assert find_link(page).get_attribute("href") == f"../assets/recall/run/{SCRIPT.as_posix()}"
    assert find_link(page).get_attribute("download") == SCRIPT.name


def test_paper_has_none(chromium_page, url):
    chromium_page.goto(url("http", TOPIC))
    expect(find_link(chromium_page)).to_be_visible()
    chromium_page.emulate_media(media="print")
    expect(find_link(chromium_page)).to_be_hidden()


def test_a_running_test_has_none(page, url):
    page.goto(url("http", "topics/trainer-test.html"))
    page.get_by_role("button", name="Start test").click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    expect(page.get_by_role("link", name="Run it yourself")).to_have_count(0)
