"""The site of the review, and a reader who comes back later."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from harness.review_site import EXTENSIONS, LATER, SITE, THEME


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    plugins = [{"recall": {"site_id": "small"}}]
    return shared_site(SITE, theme=THEME, markdown_extensions=EXTENSIONS, plugins=plugins)


@pytest.fixture
def later(open_context: Callable[..., BrowserContext], browser_name: str) -> Callable[..., Page]:
    """`later(2)`: another page of the same reader, two days from now."""
    context = open_context(browser_name)

    def opened(days: int = 0) -> Page:
        page = context.new_page()
        page.add_init_script(LATER.replace("DAYS", str(days)))
        return page

    return opened
