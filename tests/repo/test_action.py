"""The composite action and the hooks for pre-commit, carried out as their services would."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from command_line import QUESTION, commit, git
from mkdocs_recall.cli import main
from paths import PACKAGE, ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose site is below its top, with a commit for the base of a pull request."""
    top = tmp_path / "top"
    assert main(["init", str(top / "course")]) == 0
    commit(top)
    return top


def page_of(top: Path) -> Path:
    return top / "course" / "docs" / "topics" / "leap-years.md"


# The action


def fill(value: str, inputs: dict[str, str], steps: dict[str, str]) -> str:
    """A value of the action with its expressions evaluated."""

    def evaluate(found: re.Match[str]) -> str:
        place, _, name = found[1].partition(".")
        return {"inputs": inputs, "steps": steps, "github": {"action_path": str(ROOT)}}[place][name]

    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", evaluate, value)


def review(top: Path, **given: str) -> tuple[int, str, str]:
    """Run the steps as GitHub does; the exit code, the log and the summary of the job. recall is installed already."""
    inputs = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
    inputs |= {"base": "", **{name.replace("_", "-"): value for name, value in given.items()}}
    temp, log = top.parent / "temp", ""
    (temp / "recall").mkdir(parents=True)
    (temp / "recall" / PACKAGE.name).symlink_to(PACKAGE)
    summary = top.parent / "summary.md"
    summary.touch()
    for step in ACTION["runs"]["steps"]:
        if "pip install" in step.get("run", "pip install") or (step.get("if") and not inputs["base"]):
            continue
        own = {
            name: fill(value, inputs, {"python.outputs.python-path": sys.executable})
            for name, value in step["env"].items()
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=top,
            env={**os.environ, "RUNNER_TEMP": str(temp), "GITHUB_STEP_SUMMARY": str(summary), **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        log += done.stdout
        if done.returncode:
            return done.returncode, log, summary.read_text()
    return 0, log, summary.read_text()


def test_the_action_runs_nothing_that_others_write():
    steps = ACTION["runs"]["steps"]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    assert all(step["shell"] == "bash" for step in steps if "run" in step)
    named = re.findall(r"inputs\.([\w-]+)", json.dumps(steps))
    assert set(named) == set(ACTION["inputs"])
    assert '"$PYTHON" -m pip install' in steps[1]["run"]


def test_a_good_change_is_shown_and_passes(repository):
    page = page_of(repository)
    page.write_text(page.read_text().replace("since it can be divided by 4", "because 4 divides it"))
    code, log, summary = review(repository, base="HEAD", config_file="course/mkdocs.yml")
    assert code == 0
    assert log.startswith("::notice file=course/docs/topics/leap-years.md,line=")
    assert "title=Changed%3A mcq leap-years-2100::Readers who answered it will see" in log
    assert summary.startswith("## Questions: 0 added, 1 changed, 0 removed\n")
    assert log.endswith("0 errors and 0 warnings in 21 items on 5 pages.\n")


def test_a_mistake_fails_at_its_line(repository):
    page = page_of(repository)
    page.write_text(page.read_text() + "\n" + QUESTION.format(id="new", mark=" "))
    line = page.read_text()[: page.read_text().index("/// mcq | new")].count("\n") + 1
    code, log, summary = review(repository, base="HEAD", config_file="course/mkdocs.yml")
    assert code == 1
    assert f"::error file=course/docs/topics/leap-years.md,line={line},title=no-key%3A mcq new::" in log
    assert "0 added, 0 changed, 0 removed" in summary


def test_a_warning_fails_where_asked(repository):
    page = page_of(repository)
    page.write_text(page.read_text().replace("| leap-years-2100", "| leap-years-then"))
    code, log, _ = review(repository, base="HEAD", config_file="course/mkdocs.yml", fail_on="warning")
    assert code == 1
    assert "::warning file=course/docs/topics/leap-years.md" in log
    assert "title=renamed-id" in log


def test_without_a_base_only_problems_are_shown(repository):
    code, log, summary = review(repository / "course")
    assert (code, log, summary) == (0, "0 errors and 0 warnings in 21 items on 5 pages.\n", "")


def test_a_base_that_a_shallow_clone_lacks_is_fetched(repository):
    base = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, text=True, check=True)
    page = page_of(repository)
    page.write_text(page.read_text() + "\n" + QUESTION.format(id="new", mark="x"))
    commit(repository, "More")
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    clone = repository.parent / "clones" / "shallow"
    clone.parent.mkdir()
    git(clone.parent, "clone", "--quiet", "--depth=1", repository.as_uri(), str(clone))
    code, log, summary = review(clone, base=base.stdout.strip(), config_file="course/mkdocs.yml")
    assert (code, summary.splitlines()[0]) == (0, "## Questions: 1 added, 0 changed, 0 removed")
    assert "title=Added%3A mcq new::This question is new." in log


# The hooks


def run_hook(name: str, folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does, with the names of the files in the commit unless it takes none."""
    hook = HOOKS[name]
    program = folder.parent / "bin" / "recall"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mkdocs_recall.cli "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    env = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(PACKAGE.parent)}
    words = [*hook["entry"].split(), *(files if hook.get("pass_filenames", True) else ())]
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True)


def test_the_hook_checks_the_whole_site_at_each_commit(repository):
    course = repository / "course"
    (course / "docs" / "more.md").write_text("# More\n")
    page_of(repository).write_text(QUESTION.format(id="new", mark="x").replace("Which", "As [more](../more.md), which"))
    assert run_hook("recall-check", course, "docs/index.md").returncode == 0
    (course / "docs" / "more.md").unlink()
    done = run_hook("recall-check", course)
    assert done.returncode == 1
    assert "docs/topics/leap-years.md:3: error dead-link: mcq new: " in done.stdout
    assert HOOKS["recall-check"]["always_run"] is True


def test_the_hook_formats_the_pages_of_a_commit_and_no_others(repository):
    course = repository / "course"
    odd = QUESTION.format(id="new", mark="x").replace("- [", "* [")
    for name in ("one", "two"):
        (course / "docs" / f"{name}.md").write_text(f"# {name}\n\n{odd.replace('new', name)}")
    before = (course / "docs" / "two.md").read_text()
    done = run_hook("recall-fmt", course, "docs/one.md", "README.md")
    assert done.returncode == 2, done
    done = run_hook("recall-fmt", course, "docs/one.md")
    assert done.returncode == 0, done
    assert "- [x] This one" in (course / "docs" / "one.md").read_text()
    assert (course / "docs" / "two.md").read_text() == before
    assert HOOKS["recall-fmt"]["require_serial"] is True
