"""The course as one zip, as `make offline` packs it: unpacked and opened from disk, where everything has to work."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.course import ROOT
from harness.reader import answer, block, button, take_test, wait_until_kept


@pytest.fixture
def opened(site: Path, tmp_path: Path) -> str:
    """Address of the folder with the course, unpacked."""
    command = [sys.executable, "-m", "mkdocs_recall.cli", "offline", site, "--output", tmp_path / "course.zip"]
    packed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (packed.returncode, packed.stderr) == (0, "")
    with zipfile.ZipFile(tmp_path / "course.zip") as archive:
        archive.extractall(tmp_path / "Meine Kurse")
    return (tmp_path / "Meine Kurse" / "course").as_uri()


@pytest.mark.long
def test_search_answers_review_and_progress_work(page: Page, opened: str):
    page.goto(f"{opened}/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("padding")
    title = page.get_by_role("heading", name="Fine-tuning a Hugging Face model", exact=True)
    page.get_by_role("link").filter(has=title).first.click()
    expect(page).to_have_url(re.compile(r"Meine%20Kurse/course/topics/fine-tuning\.html"))
    answer(block(page, "ft-why-faster"), right=True)
    answer(block(page, "ft-fresh-classifier"), right=False)
    wait_until_kept(page)
    page.goto(f"{opened}/progress.html")
    expect(page.locator("recall-progress")).to_contain_text("2 of")
    page.goto(f"{opened}/review.html")
    expect(page.locator("recall-review")).to_contain_text("Nothing is due. 1 comes back tomorrow")


@pytest.mark.long
def test_a_test_over_several_pages_works(page: Page, opened: str):
    page.goto(f"{opened}/topics/course-test.html")
    test = page.locator("recall-test")
    button(test, "Start test").click()
    take_test(test, wrong=2)
    expect(test.locator(".recall-end")).to_contain_text("right")
