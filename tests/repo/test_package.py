"""What is released: the wheel and the sdist are whole, and a stranger's course can be made with them."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

from paths import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_recall"
GUIDE = ROOT / "docs" / "reference" / "own-course.md"

_FENCE = re.compile(
    r'^(?P<fence>`{3,})(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^(?P=fence)$', re.M | re.S
)


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with wheel and sdist, built from this tree."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=ROOT)
    return folder


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


def test_the_guide_works_to_the_letter(dist, tmp_path):
    """From an empty folder, with the commands and the files of docs/reference/own-course.md."""
    folder = tmp_path
    for found in _FENCE.finditer(GUIDE.read_text(encoding="utf-8")):
        if found["title"]:
            file = folder / found["title"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found["body"], encoding="utf-8")
        elif found["kind"] == "bash":
            constraints = str(ROOT / "constraints.txt")
            script = f"set -e\n{found['body']}\npwd\n"
            out = run("bash", "-c", script, cwd=folder, PIP_FIND_LINKS=str(dist), PIP_CONSTRAINT=constraints)
            folder = Path(out.splitlines()[-1])
    page = (folder / "site" / "lists" / "index.html").read_text(encoding="utf-8")
    for tag in ("recall-mcq", "recall-card", "recall-explain"):
        assert f"<{tag} " in page
    assert "<recall-test " in (folder / "site" / "lists-test" / "index.html").read_text(encoding="utf-8")
    assert "recall-error" not in page
    assert list((folder / "site" / "assets" / "recall").glob("recall.*.js"))
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["deploy"]["environment"] == "github-pages"
