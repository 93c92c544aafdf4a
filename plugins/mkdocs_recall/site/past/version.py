"""When the pages of a site were changed last."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..reader import Site


def find_version(site: Site) -> int:
    """When the pages were changed last, in seconds since 1970.

    That is `SOURCE_DATE_EPOCH` where it is set, else the time of the last commit, so that all clones of a repository
    give the same. Where pages have changed since that commit, or without one, it is the time of the newest page.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    root, docs = site.settings.root, str(site.settings.docs)
    files = sorted(site.files)
    clean = _git(root, "status", "--porcelain", "--", docs) == ""
    committed = _git(root, "log", "-1", "--format=%ct", "--", docs) if clean else None
    if committed and committed.strip().isdecimal():
        return int(committed)
    return max((int((root / file).stat().st_mtime) for file in files if (root / file).is_file()), default=0)


def _git(folder: Path, *words: str) -> str | None:
    """What git prints; None where it fails."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except (OSError, ValueError):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
