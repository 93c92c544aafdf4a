"""The course, built as it would be published."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

# Of a site that knows its repository, Material would ask GitHub for the number of stars: a reader's visit that no other
# host is to hear of.
REPOSITORY = {"REPO_URL": "https://github.com/example/course", "EDIT_URI": "edit/main/docs/"}


def build_course(folder: Path, site_url: str) -> None:
    """Build it from the real mkdocs.yml, strictly, for that address."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, **REPOSITORY, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
