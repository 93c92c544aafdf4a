"""An answer stays with its question when the author changes the page."""

import shutil

import pytest
from playwright.sync_api import expect

from harness.reader import block, button

FIRST = """# Page

/// mcq | colour easy

Which colour has the sky?

- [ ] Green
  > That is the grass.
- [x] Blue
  > Light is scattered.
- [ ] *Red*
  > At sunset.

///
"""

LATER = """# Page

/// mcq | new-one easy

What is new?

- [x] This question
- [ ] Blue

///

/// mcq | colour easy

Which colour does the sky have?

* [ ]   _Red_

    > At sunset.

* [ ]   Green

    > That is the grass.

* [x]   Blue

    > Light is scattered, the blue part most.

///
"""


@pytest.mark.quick("chromium http")
def test_an_answer_stays_with_its_question(page, url, kind, small_site, tmp_path):
    """After the author has put a question above it, reordered the options, reformatted the page and fixed words."""
    plugins = [{"recall": {"site_id": "staying"}}]
    theme = {"name": "readthedocs", "highlightjs": False}
    folder = tmp_path / "site"
    shutil.copytree(small_site(FIRST, theme=theme, plugins=plugins), folder)
    page.goto(url(kind, "index.html", folder))
    block(page, "colour").get_by_role("radio", name="Red").check()
    button(block(page, "colour"), "Check answer").click()
    expect(block(page, "colour").get_by_role("status")).to_contain_text("At sunset.")
    shutil.copytree(small_site(LATER, theme=theme, plugins=plugins), folder, dirs_exist_ok=True)
    page.goto(url(kind, "index.html", folder))
    expect(block(page, "colour").get_by_role("status")).to_contain_text("At sunset.")
    expect(block(page, "colour").get_by_role("radio", name="Red")).to_be_checked()
    expect(block(page, "new-one").get_by_role("status")).to_be_empty()
    expect(block(page, "new-one").get_by_role("radio", checked=True)).to_have_count(0)
