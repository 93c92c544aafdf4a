"""Check the lessons' code: pages show each cell of their script, and each Output fence is what that cell printed."""

import ast
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest

from paths import ROOT

EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*-lesson.py"))
NEEDED = ("torch", "transformers", "accelerate", "sklearn")
"""What every lesson may use without importing it by name."""

MARK = re.compile(r"^# %%.*\n", re.MULTILINE)
OPENING = re.compile(r"(/{3,}) \w+ \|")
FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<code>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)

RUNNER = """
import contextlib, io, json, sys

cells, printed, namespace = json.load(sys.stdin), [], {"__name__": "__main__"}
for number, cell in enumerate(cells):
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(compile(cell, f"cell {number}", "exec"), namespace)
    printed.append(output.getvalue())
print(json.dumps(printed))
"""
"""Runs cells one after the other in one namespace, and prints as JSON what each of them printed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a lesson's code, and what the page says it prints."""

    code: str
    output: str = ""


def read_script(text: str) -> list[str]:
    """Split a script into its preamble, which pages do not show, and its cells."""
    return [cell.strip("\n") + "\n" for cell in MARK.split(text)]


def without_items(page: str) -> str:
    """Leave out questions, cards and sets: their code belongs to test_course.py."""
    kept, closing = [], None
    for line in page.splitlines():
        if closing:
            closing = None if line == closing else closing
        elif opening := OPENING.match(line):
            closing = opening[1]
        else:
            kept.append(line)
    return "\n".join(kept) + "\n"


def read_lesson(page: str) -> list[Cell]:
    """Return the code fences of a lesson, each with the output fence directly below it, if there is one."""
    text = without_items(page)
    fences = [*FENCE.finditer(text), None]
    cells = []
    for fence, after in pairwise(fences):
        if fence["info"] == "python":
            shown = after and after["info"] == 'text title="Output"' and not text[fence.end() : after.start()].strip()
            cells.append(Cell(dedent(fence["code"]), dedent(after["code"]) if shown else ""))
    return cells


def page_of(example: Path) -> Path:
    return ROOT / "docs" / "topics" / f"{example.stem.removesuffix('-lesson')}.md"


def lesson_of(example: Path) -> list[Cell]:
    return read_lesson(page_of(example).read_text(encoding="utf-8"))


def missing_modules(script: str) -> list[str]:
    """Return what a script needs and this interpreter lacks."""
    needed = set(NEEDED)
    for node in ast.walk(ast.parse(script)):
        if isinstance(node, ast.Import):
            needed |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            needed.add(node.module)
    return sorted(name for name in {name.partition(".")[0] for name in needed} if not find_spec(name))


def run(cells: list[str], folder: Path) -> list[str]:
    """Run cells in a process of their own, in an empty folder; return what each of them printed."""
    done = subprocess.run(
        [sys.executable, "-c", RUNNER],
        input=json.dumps(cells),
        cwd=folder,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


PAGE = """# Page

```python
a = 1
```

??? note "More"

    ```python
    print(a)

    print(a + 1)
    ```

    ```text title="Output"
    1

    2
    ```

Words.

```text title="Output"
of nothing
```

```python title="Not a cell"
b = 2
```

//// practice | set

/// mcq | id easy

```python
c = 3
```

///

////
"""


def test_a_lesson_is_read_without_its_questions() -> None:
    assert read_lesson(PAGE) == [Cell("a = 1\n"), Cell("print(a)\n\nprint(a + 1)\n", "1\n\n2\n")]


def test_a_script_is_read_as_a_preamble_and_cells() -> None:
    assert read_script("import a\n\n# %% one\nb = 1\n\n# %%\nprint(b)\n") == ["import a\n", "b = 1\n", "print(b)\n"]


def test_cells_run_in_one_namespace_and_keep_their_output_apart(tmp_path: Path) -> None:
    assert run(["a = 1\n", "print(a)\nprint()\n", "print(a + 1)\n"], tmp_path) == ["", "1\n\n", "2\n"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_lesson_shows_each_cell_of_its_script(example: Path) -> None:
    shown = [cell.code for cell in lesson_of(example)]
    assert shown == read_script(example.read_text(encoding="utf-8"))[1:]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_lesson_links_to_its_script(example: Path) -> None:
    assert f"](../examples/{example.name})" in page_of(example).read_text(encoding="utf-8")


@pytest.mark.verify
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_each_cell_prints_what_the_lesson_shows(example: Path, tmp_path: Path) -> None:
    script = example.read_text(encoding="utf-8")
    if missing := missing_modules(script):
        pytest.skip("needs " + ", ".join(missing))
    printed = run(read_script(script), tmp_path)
    assert printed == ["", *(cell.output for cell in lesson_of(example))]
