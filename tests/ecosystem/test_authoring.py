"""What pre-commit makes of the hooks, and what the published schemas say about reports, workflows and the action.

`make ecosystem` installs them. SARIF's schema is the one that ships in @microsoft/jest-sarif. The schemas of GitHub and
GitLab ship in check-jsonschema. monaco-editor has the parser of snippets of VS Code.
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_line import QUESTION, commit, git
from mkdocs_recall.commands.authoring.snippets import make_snippets
from mkdocs_recall.config import make_schema
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS
from mkdocs_recall.skeletons import BLOCKS, skeleton
from paths import ROOT, TESTS
from test_editor_page import FENCE, PAGE, WITH_PRE_COMMIT

PACKAGES = TESTS / "ecosystem" / "player" / "node_modules"
SARIF = PACKAGES / "@microsoft" / "jest-sarif" / "lib" / "schemas"
SITE_FILES = ROOT / "plugins" / "mkdocs_recall" / "skeletons" / "site"

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^(/|\./)"}},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""The fields that GitLab requires, as docs.gitlab.com/ci/testing/code_quality describes them under "Code Quality report
format". GitLab publishes no schema."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site with each severity of problem, among them one of a whole file."""
    folder = tmp_path / "site"
    run_recall(tmp_path, "init", "site")
    many = QUESTION.format(id="many", mark="x").replace("  > It stands too far away.\n", "")
    text = f"# Möre\n\n{QUESTION.format(id='keyless', mark=' ')}\n{many}\n{QUESTION.format(id='keyless', mark=' ')}"
    (folder / "docs" / "möre 1%.md").write_text(text, encoding="utf-8")
    (folder / "docs" / "gone.md").symlink_to("nowhere.md")
    return folder


def run_recall(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "mkdocs_recall.cli", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


def find_faults(schema: dict[str, Any], data: object) -> list[str]:
    """What a schema says about data, judged by the validator that the schema names."""
    from jsonschema.validators import validator_for

    validator = validator_for(schema)
    validator.check_schema(schema)
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator(schema).iter_errors(data)]


def check_vendored(name: str, *paths: Path) -> str:
    """What check-jsonschema says about files by one of the schemas that it ships; empty where they are right."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode else ""


# Reports


def test_a_log_fits_the_schema_of_sarif(site: Path) -> None:
    (file,) = SARIF.glob("sarif-2.1.0*.json")
    schema = json.loads(file.read_text("utf-8"))
    log = json.loads(run_recall(site, "check", "--format", "sarif"))
    found = {each["ruleId"] for each in log["runs"][0]["results"]}
    assert {"no-key", "duplicate-id", "unreadable", "missing-reason"} <= found
    assert find_faults(schema, log) == []
    log["runs"][0]["results"][0]["level"] = "bad"
    del log["runs"][0]["tool"]["driver"]["name"]
    assert len(find_faults(schema, log)) == 2


def test_a_report_has_what_gitlab_requires(site: Path) -> None:
    report = json.loads(run_recall(site, "check", "--format", "gitlab"))
    assert {each["severity"] for each in report} == {"major", "minor"}
    assert len({each["fingerprint"] for each in report}) == len(report) > 3
    assert find_faults(CODE_QUALITY, report) == []


# The schema of the options


class Loader(yaml.SafeLoader):
    """YAML with MkDocs's tags, whose values do not matter here."""


Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@pytest.mark.parametrize("file", [ROOT / "mkdocs.yml", SITE_FILES / "mkdocs.yml"])
def test_right_settings_fit_the_schema(file: Path) -> None:
    settings = yaml.load(file.read_text("utf-8").replace("%%", ""), Loader)
    assert any("recall" in plugin for plugin in settings["plugins"])
    assert find_faults(make_schema(), settings) == []


RIGHT = (
    {},
    None,
    {"site_id": "a.b-c_1", "section_marks": False, "on_error": "raise"},
    {"levels": [["a"], ["b", "c"], ["d e"]], "rules": {"long-stem": False}},
    {"verify": {"python": "python3 -X utf8", "bash": ["bash", "-e"]}, "site_id": None},
)
WRONG = (
    {"site-id": "a"},
    {"site_id": 5},
    {"site_id": "My notes"},
    {"site_id": "x" * 201},
    {"levels": [["a"], ["b"]]},
    {"levels": [["a"], ["b"], []]},
    {"levels": [["a"], ["b"], "c"]},
    {"rules": {"long-stme": False}},
    {"rules": {"long-stem": "off"}},
    {"rules": ["long-stem"]},
    {"section_marks": "no"},
    {"on_error": "stop"},
    {"verify": "python3"},
    {"verify": {"python": 3}},
    "my-notes",
)


@pytest.mark.parametrize("options", RIGHT)
def test_right_options_fit_the_schema_wherever_they_are(options: object) -> None:
    for place in places(options):
        assert find_faults(make_schema(), place) == []


@pytest.mark.parametrize("options", WRONG)
def test_wrong_options_do_not_fit_the_schema_wherever_they_are(options: object) -> None:
    for place in places(options):
        assert len(find_faults(make_schema(), place)) == 1


def places(options: object) -> list[dict[str, object]]:
    return [
        {"site_name": "A", "plugins": ["search", {"recall": options}]},
        {"site_name": "A", "plugins": {"search": {}, "recall": options}},
        {"markdown_extensions": ["tables", {"recall": options}, {"toc": {"permalink": True}}]},
        {"project": {"markdown_extensions": {"recall": options}, "site_name": "A"}},
    ]


def test_other_plugins_are_left_alone() -> None:
    settings = {"plugins": ["search", {"blog": {"any": 1}}, {"recall": {"enabled": False}}], "theme": "material"}
    assert find_faults(make_schema(), settings) == []
    assert find_faults(make_schema(), {"plugins": "recall"}) != []


# Snippets

PARSER = PACKAGES / "monaco-editor" / "esm" / "vs" / "editor" / "contrib" / "snippet" / "browser" / "snippetParser.js"
EXPAND = """
import { SnippetParser } from "./parser.mjs";
let text = "";
for await (const part of process.stdin) text += part;
const made = Object.entries(JSON.parse(text));
const expand = ([name, { body }]) => [name, new SnippetParser().parse(body.join("\\n")).toString()];
console.log(JSON.stringify(Object.fromEntries(made.map(expand))));
"""


@pytest.mark.parametrize("levels", [DEFAULT_LEVELS, (("basic",), ("core",), ("expert", "very hard, $1 | {x}"))])
def test_vs_code_inserts_what_recall_new_prints(tmp_path: Path, levels: tuple[tuple[str, ...], ...]) -> None:
    shutil.copyfile(PARSER, tmp_path / "parser.mjs")
    (tmp_path / "expand.mjs").write_text(EXPAND)
    made = json.dumps(make_snippets(levels))
    done = subprocess.run(["node", "expand.mjs"], cwd=tmp_path, input=made, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {f"recall {kind}": skeleton(kind, levels=levels) for kind in BLOCKS}


# Workflows


def test_action_workflows_and_pipelines_fit_their_schemas(tmp_path: Path) -> None:
    written: dict[str, list[Path]] = {"github-workflows": [], "gitlab-ci": []}
    for found in FENCE.finditer(PAGE.read_text("utf-8")):
        if found["language"] == "yaml" and ("workflows/" in found["title"] or found["title"] == ".gitlab-ci.yml"):
            file = tmp_path / Path(found["title"]).name
            file.write_text(found["body"])
            written["github-workflows" if "workflows/" in found["title"] else "gitlab-ci"].append(file)
    assert [len(paths) for paths in written.values()] == [2, 1]
    written["github-workflows"] += [SITE_FILES / "pages.yml", SITE_FILES / "questions.yml"]
    assert [check_vendored(name, *paths) for name, paths in written.items()] == ["", ""]
    assert check_vendored("github-actions", ROOT / "action.yml") == ""


# pre-commit


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """This repository as it is now, with all of it committed."""
    folder = tmp_path / "published"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file() and name.startswith(
            ("plugins/", "pyproject", "LICENSE", "README", "CHANGELOG", ".pre")
        ):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    commit(folder)
    return folder


def test_pre_commit_runs_the_hooks_of_the_page(tmp_path: Path, published: Path) -> None:
    fences = {found["title"]: found["body"] for found in FENCE.finditer(PAGE.read_text("utf-8")) if found["title"]}
    run_recall(tmp_path, "init", "site")
    site = tmp_path / "site"
    rev = subprocess.run(["git", "rev-parse", "HEAD"], cwd=published, capture_output=True, text=True, check=True)
    config = fences[".pre-commit-config.yaml"].replace("https://github.com/OWNER/mkdocs-recall", str(published))
    (site / ".pre-commit-config.yaml").write_text(config.replace("v0.1.0", rev.stdout.strip()))
    commit(site)
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env |= {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(words, cwd=site, env=env, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    code, text = run("bash", "-ec", fences[WITH_PRE_COMMIT])
    assert code == 0, text
    assert text.count("Passed") == 2
    save = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--all", "--message", "More")
    page = site / "docs" / "more.md"
    page.write_text("# More\n\n" + QUESTION.format(id="more", mark="x").replace("- [", "* ["))
    git(site, "add", ".")
    code, text = run(*save)
    assert code == 1
    assert "files were modified by this hook" in text
    assert "- [x] This one" in page.read_text()
    page.write_text(page.read_text().replace("- [x]", "- [ ]"))
    code, text = run(*save)
    assert code == 1
    assert "docs/more.md:3: error no-key: mcq more: " in text
    page.write_text(page.read_text().replace("- [ ] This", "- [x] This"))
    assert run(*save)[0] == 0


def test_the_action_installs_recall_in_a_folder_of_its_own(tmp_path: Path, published: Path) -> None:
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    (script,) = (step["run"] for step in steps if "pip install" in step.get("run", ""))
    own = {"PYTHON": sys.executable, "ACTION": str(published), "RUNNER_TEMP": str(tmp_path)}
    env = {**os.environ, **own, "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
    subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=tmp_path, env=env, check=True, capture_output=True)
    command = "import mkdocs, mkdocs_recall.cli as cli; print(mkdocs.__file__); print(cli.__file__)"
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "recall")}
    done = subprocess.run([sys.executable, "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert [line.startswith(str(tmp_path / "recall")) for line in done.stdout.splitlines()] == [True, True]


def test_pre_commit_takes_the_manifest() -> None:
    assert files("pre_commit")
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, capture_output=True).returncode == 0
