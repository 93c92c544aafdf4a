"""What the tests of every kind share: small sites made on the spot, and no silent skips."""

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from builds import build_with_mkdocs, make_once
from harness import webkit
from harness.themes import PLAIN

Pages = Mapping[str, str]
SmallSite = Callable[..., Path]


def pytest_report_header() -> str:
    """Say whether the tests in WebKit are part of the run: where it is missing, they are left out."""
    return "WebKit: " + ("installed" if webkit.is_installed() else f"left out, not installed: {webkit.PACKAGES}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Where everything has to run (CI=true), make a skipped browser test a failed one."""
    report = yield
    must_run = os.environ.get("CI") == "true" and item.get_closest_marker("browser") is not None
    if must_run and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"A browser test may not be skipped where CI=true. It said: {call.excinfo.value}"
    return report


def build_site(folder: Path, pages: Pages | str, *, theme: str | dict[str, Any] = PLAIN, **config: Any) -> Path:
    """Build a little site in this process, see `small_site`; the folder of its pages."""
    for path, text in ({"index.md": pages} if isinstance(pages, str) else pages).items():
        source = folder / "docs" / path
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text, encoding="utf-8")
    settings = {
        "site_name": "Small site",
        "theme": {"name": "material", "font": False} if theme == "material" else theme,
        "use_directory_urls": False,
        "plugins": ["search", "recall"],
        **config,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build_with_mkdocs(folder / "mkdocs.yml")
    return folder / "site"


@pytest.fixture
def small_site(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """A function that builds a little site in this process and returns its folder.

    `small_site({"index.md": "# Hello"}, theme="material", plugins=["search", "recall"])`: the first argument maps
    source paths to texts (a single text is index.md), every keyword is a setting of mkdocs.yml. Unless told otherwise
    the theme is the plain one, the plugins are search and recall, and addresses end in .html. What the build logs is in
    pytest's `caplog`; `strict=True` makes a warning end the build with mkdocs.exceptions.Abort.
    """
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")

    return lambda pages, **settings: build_site(tmp_path_factory.mktemp("small"), pages, **settings)


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The same for tests that change nothing in the site: built once a run for the same pages and settings."""

    def make(pages: Pages | str, **settings: Any) -> Path:
        name = sha256(repr((pages, settings)).encode()).hexdigest()[:16]
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_MKDOCS_2_WARNING", "1")
            return make_once(tmp_path_factory, name, lambda folder: build_site(folder, pages, **settings)) / "site"

    return make
