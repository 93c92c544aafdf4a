"""The page "With Zensical": its files and commands work, in the order of the page."""

import os
import re
import subprocess
import sys
from pathlib import Path

from engines import run
from paths import ROOT

PAGE = ROOT / "docs" / "reference" / "zensical.md"
TITLE = r'(?: title="(?P<title>[^"]+)")?'
FENCE = re.compile(rf"^(?P<sign>`{{3,4}})(?P<language>\w+){TITLE}\n(?P<body>.*?)^(?P=sign)$", re.M | re.S)


def follow(folder: Path, *left_out: str) -> str:
    """Write the files of the page, without some, and run its commands; what they printed."""
    printed = ""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for found in FENCE.finditer(PAGE.read_text("utf-8")):
        if found["title"] and "." in found["title"] and found["title"] not in left_out:
            file = folder / found["title"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found["body"], "utf-8")
    for found in FENCE.finditer(PAGE.read_text("utf-8")):
        if found["language"] == "bash" and not found["title"]:
            command = ["bash", "-euc", found["body"]]
            env = {**os.environ, "PATH": path}
            done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
            assert done.returncode == 0, done.stdout + done.stderr
            printed += done.stdout
    return printed


def test_the_page_works_in_its_order_with_either_file(tmp_path: Path) -> None:
    pages = []
    for left_out in ("zensical.toml", "mkdocs.yml"):
        folder = tmp_path / left_out
        printed = follow(folder, left_out)
        assert "Wrote 1 item on 1 page to site/assets/recall." in printed
        page = (folder / "site" / "index.html").read_text("utf-8")
        named = re.findall(r'(?:src|href|data-recall-manifest)="([^"]*assets/recall/[^"]*)"', page)
        assert len(named) > 3
        assert [name for name in named if not (folder / "site" / name).is_file()] == []
        assert 'data-recall-site="my-notes"' in page
        check = run(folder, "mkdocs_recall.cli", "check", "--fail-on", "warning")
        assert (check.returncode, check.stderr) == (0, "")
        pages.append(re.findall(r"<recall-card.*?</recall-card>", page, re.S))
    assert pages[0] == pages[1] != []
    assert run(tmp_path / "zensical.toml", "mkdocs", "build", "--strict").returncode == 0


def test_a_mistake_is_printed_as_the_page_shows_it(tmp_path: Path) -> None:
    follow(tmp_path, "zensical.toml")
    page = tmp_path / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("**Answer:** 29.\n", ""), "utf-8")
    done = run(tmp_path, "zensical", "build")
    shown = next(found["body"] for found in FENCE.finditer(PAGE.read_text("utf-8")) if found["language"] == "text")
    assert done.returncode == 1
    assert [line for line in shown.splitlines() if line not in done.stderr] == []
