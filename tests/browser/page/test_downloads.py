"""What readers download from a page, over http and from disk."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

CARD = "/// card | one beginner\n\nWhat?\n\n**Answer:** SECRET.\n\n///\n"
PAGES = {"index.md": "# Home\n", "topics/lesson.md": f"# Lesson\n\n{CARD}\n/// downloads\n\n///\n"}


@pytest.mark.quick("chromium http", "chromium file")
def test_the_files_are_there(page, url, build, kind):
    folder: Path = build(PAGES)
    page.goto(url(kind, "topics/lesson.html", folder))
    link = page.get_by_role("link", name="Download deck Anki deck, 1 card,")
    if kind == "http":
        with page.expect_download() as started:
            link.click()
        assert started.value.suggested_filename == "lesson.apkg"
        assert Path(started.value.path()).read_bytes().startswith(b"PK")
    made = folder / "assets" / "recall" / "downloads" / "topics"
    assert link.evaluate("each => each.href") == url(kind, "assets/recall/downloads/topics/lesson.apkg", folder)
    assert (made / "lesson.apkg").is_file()
    sheet = page.get_by_role("link", name="Download worksheet Worksheet with key, 1 question,")
    page.goto(sheet.evaluate("each => each.href"))
    expect(page.get_by_text("SECRET.")).to_be_visible()


def test_print_leaves_them_out(chromium_page, url, build):
    chromium_page.goto(url("http", "topics/lesson.html", build(PAGES)))
    chromium_page.emulate_media(media="print")
    expect(chromium_page.get_by_text("Download deck")).to_be_hidden()
