"""The page "In your editor and CI": its commands and files work in a new site, in the order of the page."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from command_line import QUESTION, commit
from mkdocs_recall.cli import main
from paths import PACKAGE, ROOT

PAGE = ROOT / "docs" / "reference" / "editor-and-ci.md"
FENCE = re.compile(r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^```$', re.M | re.S)
WITH_PRE_COMMIT = "with pre-commit"
"""The title of the commands that tests/ecosystem runs, since they need that program."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    assert main(["init", str(folder)]) == 0
    commit(folder)
    return folder


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script as the steps of a job are, with the command `recall`."""
    program = folder.parent / "bin" / "recall"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mkdocs_recall.cli "$@"\n')
    program.chmod(0o755)
    env = {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(PACKAGE.parent),
        "RUNNER_TEMP": str(folder.parent),
    }
    return subprocess.run(["bash", "-euc", script], cwd=folder, env=env, capture_output=True, text=True)


def follow(folder: Path) -> str:
    """Write the files of the page and run its commands; what they printed."""
    printed = ""
    for found in FENCE.finditer(PAGE.read_text("utf-8")):
        if found["title"] and found["title"] != WITH_PRE_COMMIT:
            file = folder / found["title"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found["body"])
        elif found["language"] == "bash" and not found["title"]:
            done = run(found["body"], folder)
            assert done.returncode == 0, done.stdout + done.stderr
            printed += done.stdout
    return printed


def test_the_page_works_in_its_order_and_jobs_write_what_they_upload(site):
    printed = follow(site)
    assert printed.count("0 errors and 0 warnings in 21 items on 5 pages.") == 2
    assert f"::add-matcher::{site.parent}/recall.json" in printed
    settings = json.loads((site / ".vscode" / "settings.json").read_text())
    assert [(site / file).is_file() for file in settings["yaml.schemas"]] == [True]
    for name in ("recall-schema.json", "recall.code-snippets", "tasks.json"):
        assert json.loads((site / ".vscode" / name).read_text())
    assert json.loads((site.parent / "recall.json").read_text())
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    (repo,) = yaml.safe_load((site / ".pre-commit-config.yaml").read_text())["repos"]
    assert {hook["id"] for hook in repo["hooks"]} == hooks

    (site / "docs" / "more.md").write_text(f"# More\n\n{QUESTION.format(id='new', mark=' ')}")
    lab = yaml.safe_load((site / ".gitlab-ci.yml").read_text())["questions"]
    scan = yaml.safe_load((site / ".github" / "workflows" / "scan.yml").read_text())["jobs"]["scan"]["steps"]
    for script, file in (
        (lab["script"][-1], lab["artifacts"]["reports"]["codequality"]),
        (next(step["run"] for step in scan if "sarif" in step.get("run", "")), scan[-1]["with"]["sarif_file"]),
    ):
        assert run(script, site).returncode == 1
        assert "no-key" in (site / file).read_text()


def test_the_page_names_each_input_of_the_action():
    text = PAGE.read_text("utf-8")
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert [name for name in inputs if f"\n| `{name}` |" not in text] == []
    (job,) = (found["body"] for found in FENCE.finditer(text) if "uses: OWNER/" in found["body"])
    assert yaml.safe_load(job)["jobs"]["review"]["steps"][-1]["with"].keys() <= inputs.keys()
