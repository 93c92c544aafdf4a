"""What holds for the workflows: fixed versions, no more rights than needed, and commands that exist."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from paths import PACKAGE, ROOT

OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# The workflows that `recall init` writes. They keep the same rules.
WRITTEN = [PACKAGE / "skeletons" / "site" / name for name in ("pages.yml", "questions.yml")]
FILES = [*OURS, *WRITTEN]

# The jobs that may do more than read the repository, and what.
WRITERS = {
    ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("release.yml", "publish"): {"id-token": "write"},
}
READERS = {("pages.yml", "build"): {"contents": "read", "pages": "read"}}

# What needs no commit id, because it is a file of this repository.
LOCAL = {"./.github/workflows/test.yml"}

USES = re.compile(r"^ *(?:- )?uses: *(?P<what>.*)$", re.MULTILINE)
PINNED = re.compile(r"(?P<action>[\w-]+/[\w-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)")
# `make`, settings of variables, then targets.
MAKE = re.compile(r"(?:^|[\s\"'`;&|])make(?P<words>(?: +[\w.${}=/-]+)*)", re.MULTILINE)
TARGETS = re.compile(r"^(?P<names>[a-z][a-z -]*):(?!=)", re.MULTILINE)

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")


def read(file: Path) -> dict[str, Any]:
    """Return a workflow's content, with the names of its events as "on": YAML takes that key for a truth value."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    events = content.pop(True)
    return {**content, "on": {events} if isinstance(events, str) else set(events)}


def read_steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in read(file)["jobs"].values() for step in job.get("steps", [])]


def read_targets(script: str) -> list[str]:
    """Return the make targets that a shell script runs."""
    script = re.sub(r"^ *#.*", "", script, flags=re.MULTILINE)
    words = [word for found in MAKE.finditer(script) for word in found["words"].split()]
    return [word for word in words if "=" not in word and not word.startswith("-")]


def read_makefile() -> dict[str, list[str]]:
    """Return the names of the Makefile's targets, each with what it needs."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = {}
    for found in TARGETS.finditer(text):
        needed = text[found.end() :].partition("\n")[0].split()
        rules.update(dict.fromkeys(found["names"].split(), needed))
    return rules


def test_there_are_workflows():
    assert {file.name for file in FILES} >= {"pages.yml", "questions.yml", "release.yml", "test.yml", "weekly.yml"}


@each_file
def test_a_workflow_has_a_name_events_and_jobs(file):
    workflow = read(file)
    assert workflow.keys() >= {"name", "on", "jobs"}
    assert all("runs-on" in job or "uses" in job for job in workflow["jobs"].values())


@each_file
def test_each_action_is_pinned_by_its_commit(file):
    used = [found["what"] for found in USES.finditer(file.read_text(encoding="utf-8"))]
    assert used
    assert [what for what in used if what not in LOCAL and not PINNED.fullmatch(what)] == []


def test_an_action_has_one_commit_and_one_version():
    pins = {found.groups() for file in FILES for found in PINNED.finditer(file.read_text(encoding="utf-8"))}
    assert len({action for action, _, _ in pins}) == len(pins)


@pytest.mark.parametrize("path", sorted(LOCAL))
def test_a_local_workflow_can_be_called(path):
    assert "workflow_call" in read(ROOT / path)["on"]


@each_file
def test_a_workflow_may_only_read(file):
    workflow = read(file)
    assert workflow["permissions"] == {"contents": "read"}
    more = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    allowed = {name: rights for (at, name), rights in (WRITERS | READERS).items() if at == file.name}
    assert more == allowed


@pytest.mark.parametrize(("name", "job"), WRITERS)
def test_a_job_that_may_write_runs_nothing_of_the_repository(name, job):
    steps = read(ROOT / ".github" / "workflows" / name)["jobs"][job]["steps"]
    assert not [step for step in steps if "run" in step or step["uses"].startswith("actions/checkout@")]


@each_file
def test_no_checkout_leaves_its_token_behind(file):
    checkouts = [step for step in read_steps(file) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@each_file
def test_code_of_a_pull_request_meets_no_secret(file):
    assert not {"pull_request_target", "workflow_run"} & read(file)["on"]
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b|^ *secrets:", file.read_text(encoding="utf-8"), re.MULTILINE)


@each_file
def test_no_script_is_made_of_what_others_write(file):
    """A value such as a branch's name goes through the environment, where the shell does not run it."""
    assert [step["run"] for step in read_steps(file) if "${{" in step.get("run", "")] == []


@each_file
def test_runs_neither_pile_up_nor_hang(file):
    workflow = read(file)
    assert workflow["concurrency"]["group"]
    assert isinstance(workflow["concurrency"]["cancel-in-progress"], bool)
    assert all(0 < job["timeout-minutes"] <= 180 for job in workflow["jobs"].values() if "uses" not in job)


@each_file
def test_a_workflow_runs_make_targets_that_exist(file):
    scripts = [step["run"] for step in read_steps(file) if "run" in step]
    if any(".ci/run" in script for script in scripts):
        scripts.append((ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    targets = [target for script in scripts for target in read_targets(script)]
    assert [target for target in targets if target not in read_makefile()] == []


@pytest.mark.parametrize(
    ("script", "targets"),
    [
        ("make site", ["site"]),
        ('docker run image bash -c "cd /repo && make PYTHON=python3.12 test"', ["test"]),
        ("make --silent dist verify; echo make", ["dist", "verify"]),
        ("# make haste\nexec make test", ["test"]),
        ("cmake site", []),
    ],
)
def test_make_targets_are_found_in_a_script(script, targets):
    assert read_targets(script) == targets


def test_the_weekly_run_includes_the_code_of_the_course_and_the_plugins_of_others():
    weekly = ROOT / ".github" / "workflows" / "weekly.yml"
    assert "schedule" in read(weekly)["on"]
    assert [target for step in read_steps(weekly) for target in read_targets(step.get("run", ""))] == ["test-all"]
    assert {"test", "verify", "ecosystem"} <= set(read_makefile()["test-all"])


def test_each_python_that_the_package_names_is_tested():
    with (ROOT / "pyproject.toml").open("rb") as file:
        classifiers = tomllib.load(file)["project"]["classifiers"]
    named = [found[1] for name in classifiers if (found := re.search(r":: Python :: (3\.\d+)$", name))]
    matrix = read(ROOT / ".github" / "workflows" / "test.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["python"] == named


def test_a_release_is_tested_then_built_then_published():
    jobs = read(ROOT / ".github" / "workflows" / "release.yml")["jobs"]
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert jobs["build"]["needs"] == "test"
    assert jobs["publish"]["needs"] == "build"


def test_dependabot_looks_after_actions_python_and_node():
    config = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    assert config["version"] == 2
    assert {update["package-ecosystem"] for update in config["updates"]} == {"github-actions", "pip", "npm"}
    assert all(update["schedule"]["interval"] == "weekly" for update in config["updates"])
