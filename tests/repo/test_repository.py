"""What holds for the repository as a whole."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from paths import ROOT

# Spelled in pieces, so that this file passes its own test.
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "deb.debian" + ".org")
PLACES = tuple(f"/{place}/" for place in ("work", "root", "home"))


def tracked() -> list[Path]:
    """The files that are, or are about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return [ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    """The text of each of them that is one, by its path."""
    found = {}
    for file in tracked():
        try:
            found[str(file.relative_to(ROOT))] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("words", [HOSTS, PLACES], ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_place_on_a_machine(words):
    pattern = re.compile("|".join(rf"{re.escape(word)}" for word in words))
    found = {name: match[0] for name, text in texts().items() if (match := pattern.search(text))}
    assert found == {}


def test_ci_runs_what_everyone_runs():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    commands = [line for line in script.read_text().splitlines() if line and not line.startswith("#")]
    assert commands[-1] == "exec make test"


@pytest.mark.parametrize("command", ["make site", "make test"])
def test_the_readme_begins_with_the_two_commands(command):
    beginning = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20]
    assert any(command in line for line in beginning)
