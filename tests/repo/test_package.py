"""What is released: the wheel and the sdist are whole, and a stranger's course can be made with them."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
import yaml

from builds import make_once
from paths import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_recall"
GUIDE = ROOT / "docs" / "reference" / "own-course.md"

_FENCE = re.compile(
    r'^(?P<fence>`{3,})(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^(?P=fence)$', re.M | re.S
)

_INSTALL = re.compile(r"^python3 -m venv .*\n|^.*\bpip install .*\n", re.MULTILINE)
_HERE = f"ln -sfn {sys.prefix} .venv\n"
"""Instead of each line that installs."""


# One use of each thing that other code may import.
CALLER = """\
from mkdocs_recall.cli import main
from mkdocs_recall.extension import RecallExtension
from mkdocs_recall.plugin import RecallPlugin

code: {type} = main(["--version"])
extension = RecallExtension()
plugin = RecallPlugin()
"""


SPARING = {"NO_MKDOCS_2_WARNING": "1", "PIP_NO_COMPILE": "1"}
"""Pip would compile twenty times the modules that are used here."""


def attempt(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command that sees this tree only if it is installed or the command names it."""
    outside = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    return subprocess.run(command, cwd=cwd, env={**outside, **SPARING, **env}, capture_output=True, text=True)


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    done = attempt(*command, cwd=cwd, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with wheel and sdist, built from this tree."""

    def make(folder: Path) -> None:
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=ROOT)

    return make_once(tmp_path_factory, "dist", make)


@pytest.fixture(scope="module")
def metadata(dist: Path) -> Message:
    """What the wheel says about itself."""
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment in which the wheel is installed, and nothing else of ours."""
    (wheel,) = dist.glob("*.whl")

    def make(folder: Path) -> None:
        venv.create(folder)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", folder / "bin" / "python")
        run(*pip, "install", "--quiet", "--constraint", ROOT / "constraints.txt", wheel, cwd=folder)

    return make_once(tmp_path_factory, "installed", make) / "bin"


def shipped() -> set[str]:
    """What the plugin needs at run time: its Python and its assets, not the sources of the assets."""
    files = (file.relative_to(PACKAGE.parent) for file in PACKAGE.rglob("*") if file.is_file())
    return {
        file.as_posix()
        for file in files
        if file.suffix in {".py", ".js", ".css", ".html", ".md", ".typed"}
        and not {"client", "__pycache__"} & set(file.parts)
    }


def test_the_wheel_holds_all_that_runs_and_no_sources_of_assets(dist):
    (wheel,) = dist.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert shipped() <= held
    assert not [name for name in held if "/client/" in name or name.startswith("tests/")]


def test_the_sdist_builds_the_same_wheel(dist, tmp_path):
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    run(
        sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path / "again", source, cwd=tmp_path
    )
    (again,) = (tmp_path / "again").glob("*.whl")
    (wheel,) = dist.glob("*.whl")
    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(wheel).namelist())


def test_wheel_and_sdist_say_that_the_package_is_typed(dist):
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    assert "mkdocs_recall/py.typed" in zipfile.ZipFile(wheel).namelist()
    with tarfile.open(sdist) as archive:
        assert any(name.endswith("/plugins/mkdocs_recall/py.typed") for name in archive.getnames())


def test_the_metadata_says_who_made_it_and_where_it_runs(metadata):
    assert metadata["Author"] == "The mkdocs-recall maintainers"
    assert metadata["Author-email"] is None
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert set(metadata.get_all("Classifier")) >= {
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Programming Language :: Python :: 3.14",
        "Typing :: Typed",
    }
    # With a licence expression, a classifier for the licence is not allowed.
    assert not [name for name in metadata.get_all("Classifier") if name.startswith("License ::")]


@pytest.mark.parametrize("name", ["recall", "mkdocs-recall"])
def test_both_commands_run(installed, metadata, tmp_path, name):
    assert run(installed / name, "--version", cwd=tmp_path).strip() == metadata["Version"]
    usage = run(installed / name, "--help", cwd=tmp_path)
    assert "usage: recall " in usage
    assert " check " in usage


@pytest.mark.long
def test_mypy_reads_the_types_of_the_installed_package(installed, tmp_path):
    for name, type in {"right.py": "int", "wrong.py": "str"}.items():
        (tmp_path / name).write_text(CALLER.format(type=type), encoding="utf-8")
    mypy = (sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache")
    done = attempt(*mypy, "--python-executable", installed / "python", "right.py", "wrong.py", cwd=tmp_path)
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert len(errors) == 1, done.stdout + done.stderr
    assert errors[0].startswith("wrong.py:")
    assert errors[0].endswith("[assignment]")


@pytest.mark.parametrize("anew", [False, pytest.param(True, marks=pytest.mark.long)], ids=["here", "anew"])
def test_the_guide_works_to_the_letter(dist, tmp_path, anew):
    """From an empty folder, with the commands and the files of docs/reference/own-course.md.

    Unless all is installed anew, which takes most of the time, the environment of this test is the one of the guide.
    """
    clone = tmp_path / "mkdocs-recall"
    shutil.copytree(dist, clone / "dist")
    folder = tmp_path
    printed = ""
    for found in _FENCE.finditer(GUIDE.read_text(encoding="utf-8")):
        if found["title"]:
            assert (folder / found["title"]).is_file()  # Each is one that `recall init` has written.
            file = folder / found["title"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found["body"], encoding="utf-8")
        elif found["kind"] == "bash":
            constraints = str(ROOT / "constraints.txt")
            script = f"set -e\n{found['body'] if anew else _INSTALL.sub(_HERE, found['body'])}\npwd\n"
            out = run("bash", "-c", script, cwd=folder, PIP_CONSTRAINT=constraints)
            folder = Path(out.splitlines()[-1])
            printed += out
    page = (folder / "site" / "topics" / "lists" / "index.html").read_text(encoding="utf-8")
    assert 'id="recall-lists-append"' in page
    for tag in ("recall-mcq", "recall-card", "recall-explain"):
        assert f"<{tag} " in page
    for address, tag in {
        "topics/lists-test": "recall-test",
        "review": "recall-review",
        "progress": "recall-progress",
    }.items():
        assert f"<{tag} " in (folder / "site" / address / "index.html").read_text(encoding="utf-8")
    assert "recall-error" not in page
    assert "0 errors and 0 warnings in 12 items" in printed
    assert list((folder / "site" / "assets" / "recall").glob("core.*.js"))
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["deploy"]["environment"]["name"] == "github-pages"
    assert "python -m pip install --requirement requirements.txt" in [
        step.get("run") for step in workflow["jobs"]["build"]["steps"]
    ]
    assert "mkdocs-recall" in (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
    committed = run("git", "ls-files", cwd=folder).splitlines()
    assert [name for name in committed if name.startswith("wheels/") and name.endswith(".whl")]
