"""What holds for the repository as a whole."""

import ast
import os
import re
import subprocess
import sys
import tomllib
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


DISTRIBUTIONS = {"sklearn": "scikit-learn"}
"""What is installed under another name than it is imported by."""


def read_pins(name: str) -> dict[str, str]:
    """The version of each package that a file of constraints names."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in pins}


def read_course_extra() -> dict[str, str]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extra = tomllib.load(file)["project"]["optional-dependencies"]["course"]
    return dict(requirement.split("==") for requirement in extra)


def test_no_package_is_pinned_twice():
    assert not read_pins("constraints.txt").keys() & read_pins("constraints-course.txt").keys()
    assert not read_pins("constraints.txt").keys() & read_pins("constraints-ecosystem.txt").keys()


def test_pins_hold_for_every_build_of_a_package():
    files = ("constraints.txt", "constraints-course.txt", "constraints-ecosystem.txt")
    pins = {file + package: version for file in files for package, version in read_pins(file).items()}
    assert not [version for version in pins.values() if not re.fullmatch(r"[0-9][0-9a-z.]*", version)]


def test_the_extra_for_the_course_has_the_pinned_versions():
    assert read_course_extra().items() <= read_pins("constraints-course.txt").items()


def test_the_extra_for_the_course_has_what_its_code_imports():
    imported = set()
    for script in (ROOT / "tests" / "course").glob("*/*.py"):
        # Some questions show code that fails, but none that cannot be read.
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    packages = {DISTRIBUTIONS.get(name, name) for name in imported - sys.stdlib_module_names}
    assert packages
    assert packages <= read_course_extra().keys()
