"""A site to import to."""

from pathlib import Path

import pytest

from imported import write_import_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a site without questions."""
    return write_import_site(tmp_path)
