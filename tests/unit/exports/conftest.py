"""The sample sites, and their exports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from exported import TYPED, export, write_sample

Exported = Callable[..., tuple[bytes, str]]


def export_once(folder: Path) -> Exported:
    """A function that exports a site, each form once; the file and what was said."""
    found: dict[tuple[str, ...], tuple[bytes, str]] = {}

    def once(*words: str) -> tuple[bytes, str]:
        if words not in found:
            found[words] = export(folder, *words)
        return found[words]

    return once


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample site."""
    return write_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def exported(sample: Path) -> Exported:
    """Exports the sample site."""
    return export_once(sample)


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Exports a site with questions whose answers are produced."""
    return export_once(write_sample(tmp_path_factory.mktemp("typed"), TYPED))
