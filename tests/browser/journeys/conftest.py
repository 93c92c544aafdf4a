"""Each journey of a learner, from what the site says on one day to what it says on later ones.

`make test` runs those that no other test walks through, once each. `make test-long` runs all of them in every browser
and way.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from harness.themes import PLAIN
from journeys.learner import PAGES, Learner, settings

MakeLearner = Callable[..., Learner]


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    """The site in the plain theme; no test changes it."""
    return shared_site(PAGES, **settings(PLAIN))


@pytest.fixture
def learner(
    open_context: Callable[..., BrowserContext], browser_name: str, kind: str, url: Callable[..., str], folder: Path
) -> Learner:
    """A learner who has never been here."""
    return Learner(open_context(browser_name), lambda path: url(kind, path, folder))
