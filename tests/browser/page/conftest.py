"""Fixtures for tests that print."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from harness.browsers import Pool

PAPER = {"width": 21.0, "height": 29.7}
"""A4, in cm."""

# Over WebDriver BiDi, Playwright sends inches where centimetres are meant.
SCALE = {"chromium": 1.0, "firefox": 2.54, "webkit": 2.54}


@pytest.fixture(scope="module")
def presses() -> Iterator[dict[str, Browser]]:
    """Browsers that print: Firefox does not close a context that has, so theirs end with them."""
    running: dict[str, Browser] = {}
    yield running
    for browser in running.values():
        browser.close()


@pytest.fixture
def press(pool: Pool, presses: dict[str, Browser], browser_name: str) -> Page:
    """A page that prints, of a reader with nothing stored."""
    if browser_name not in presses:
        presses[browser_name] = pool.launch(browser_name)
    return presses[browser_name].new_page()


@pytest.fixture
def sheets(press: Page, browser_name: str) -> Callable[[], list[str]]:
    """What stands on each sheet when the page is printed."""

    def read() -> list[str]:
        size = {side: f"{length * SCALE[browser_name]}cm" for side, length in PAPER.items()}
        reader = PdfReader(BytesIO(press.pdf(**size)))
        return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]

    return read
