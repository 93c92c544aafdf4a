"""The sample site, and its exports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from exported import export, write_sample

Exported = Callable[..., tuple[bytes, str]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample site."""
    return write_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def exported(sample: Path) -> Exported:
    """Export the sample site, each form once; the file and what was said."""
    found: dict[tuple[str, ...], tuple[bytes, str]] = {}

    def once(*words: str) -> tuple[bytes, str]:
        if words not in found:
            found[words] = export(sample, *words)
        return found[words]

    return once
