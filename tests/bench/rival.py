"""The rival, in an environment of its own: it is never installed beside this project."""

from __future__ import annotations

import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

NAME, VERSION = "mkdocs-quiz", "1.7.1"
FOLDER = Path(__file__).parents[2] / ".venv-bench"
SAME = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "click")
"""Packages that have the same version there as here."""


def install(folder: Path = FOLDER) -> Path:
    """Return the Python that has the rival, made where there is none yet."""
    python = folder / "bin" / "python"
    wanted = [f"{NAME}=={VERSION}", *(f"{name}=={version(name)}" for name in SAME)]
    listed, done = "\n".join(wanted), folder / ".installed"
    if not done.is_file() or done.read_text("utf-8") != listed:
        print(f"Installing {NAME} {VERSION} in {folder.name}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *wanted]
        subprocess.run(command, check=True)
        done.write_text(listed, encoding="utf-8")
    return python
