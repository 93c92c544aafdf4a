"""Commands on typed questions: what they count, compare and print."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_recall.cli import main

PAGE = """\
# Loops

//// practice | loops

/// fill | loop-class easy

The ____ runs the loop.

1. Trainer
   - [ ] Model
     > It only has the weights.

///

/// number | loop-steps medium

How many steps?

- [x] 30

///

/// order | loop-order hard

How does it run?

1. Begin
2. End

**Hint:** Look.

///

/// match | loop-names easy

Which is which?

| Class | Job |
| --- | --- |
| one | x |
| two | y |

///

////
"""
TEST = "# Test\n\n//// test | loops-test draw=2 mix=2,0,0\n\n{}\n\n////\n"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run(page, *words)`: write the page and run a command in its site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [recall]\n")

    def command(page: str, *words: str) -> tuple[int, str]:
        (tmp_path / "docs" / "index.md").write_text(page)
        capsys.readouterr()
        code = main([*words])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return command


def commit(folder: Path) -> None:
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def test_check_and_stats(run: Run) -> None:
    code, said = run(PAGE, "check")
    assert (code, said.strip()) == (0, "0 errors and 0 warnings in 4 items on 1 page.")
    _, said = run(PAGE, "stats", "--format", "json")
    assert '"kinds": {"fill": 1, "number": 1, "order": 1, "match": 1}' in json.dumps(json.loads(said))


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("1. Trainer", "1. Loop", False),
        ("   - [ ] Model", "   - [x] class Trainer\n   - [ ] Model", True),
        ("> It only has", "> It has", True),
        ("- [x] 30", "- [x] 30..31", False),
        ("- [x] 30", "- [x] 30.0", True),
        ("1. Begin\n2. End", "1. End\n2. Begin", False),
        ("| one | x |\n| two | y |", "| two | y |\n| one | x |", True),
        ("| one | x |\n| two | y |", "| one | y |\n| two | x |", False),
    ],
)
def test_diff_says_whose_answers_are_kept(run: Run, tmp_path: Path, old: str, new: str, kept: bool) -> None:
    run(PAGE, "check")
    commit(tmp_path)
    code, said = run(PAGE.replace(old, new), "diff", "HEAD")
    assert code == 0
    assert "0 added, 1 changed, 0 removed" in said
    assert ("Readers keep their answers" in said) == kept


@pytest.mark.parametrize("kind", ["fill", "number", "order", "match"])
def test_new_prints_an_example(run: Run, kind: str) -> None:
    code, said = run(PAGE, "new", kind, "Gradient steps")
    assert code == 0
    assert said.startswith(f"/// {kind} | gradient-steps ")


def test_a_test_holds_them(run: Run, tmp_path: Path) -> None:
    items = PAGE.split("////")[1].partition("\n")[2]
    (tmp_path / "docs" / "test.md").write_text(TEST.format(items.replace("| loop-", "| test-").strip()))
    code, said = run("# Lesson\n", "check")
    assert code == 0, said
    assert "0 errors" in said
