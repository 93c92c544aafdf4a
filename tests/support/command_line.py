"""What the tests of the command `recall` share: questions, git, and the command as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

from paths import PACKAGE

CARD = "/// card | {id}\n\nWhat is {what}?\n\n**Answer:** It is {what}.\n\n///\n"
QUESTION = """/// mcq | {id} easy

Which {id} is it?

- [{mark}] This one
  > It has the name that was asked for.
- [ ] That one
  > It stands too far away.
- [ ] Another one
  > Nobody has spoken of it.

///
"""


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str = "All") -> None:
    """Make a repository of a folder, if it is none, and commit all of it."""
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", message)


def run_recall(
    folder: Path, *words: str, env: dict[str, str] | None = None, **streams: object
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, which gets 30 seconds."""
    own = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), **(env or {})}
    command = [sys.executable, "-m", "mkdocs_recall.cli", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run(command, cwd=folder, env=own, timeout=30, check=False, **pipes)  # type: ignore[call-overload]
