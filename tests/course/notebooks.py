"""Write the notebook of each lesson from its tested script: `python tests/course/notebooks.py`.

The script is the source: its docstring becomes the first cell, and each cell `# %% NAME` a code cell with that name.
Headings are those above the same code on the page of the lesson. Outputs are left out, since readers make their own.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
TOPICS = ROOT / "docs" / "topics"

MARK = re.compile(r"^# %% (?P<name>.+)\n", re.MULTILINE)
HEADING = re.compile(r"(?P<signs>#{1,6}) (?P<title>.+)")

Cell = dict[str, Any]


def write_notebook(script: Path) -> str:
    """Return the notebook of a lesson's script as text, the same for the same files."""
    head, *pieces = MARK.split(script.read_text(encoding="utf-8"))
    page = (TOPICS / f"{script.stem.removesuffix('-lesson')}.md").read_text(encoding="utf-8")
    cells = list(_cells(head, list(zip(pieces[::2], pieces[1::2], strict=True)), page.split("\n"), script.name))
    notebook = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _cells(head: str, pieces: list[tuple[str, str]], page: list[str], name: str) -> Iterator[Cell]:
    title = next(line for line in page if line.startswith("# "))
    yield _cell("markdown", "about", f"{title}\n\n{ast.get_docstring(ast.parse(head)) or ''}".strip())
    at, above = 0, ""
    for mark, code in pieces:
        cell = re.sub(r"[^a-z0-9]+", "-", mark.lower()).strip("-")
        at = _find(code.strip("\n").split("\n"), page, at, f"{name}: {cell}")
        heading = next((line for line in reversed(page[:at]) if HEADING.fullmatch(line)), title)
        if heading not in (above, title):
            yield _cell("markdown", f"{cell}-heading", heading)
        above = heading
        yield _cell("code", cell, code.strip("\n"))


def _find(code: list[str], page: list[str], start: int, name: str) -> int:
    """Return the line of a page that opens the block with that code, at `start` or below."""
    for at in range(start, len(page)):
        line = page[at]
        indent = line[: len(line) - len(line.lstrip())]
        shown = [each.removeprefix(indent) for each in page[at + 1 : at + 1 + len(code)]]
        if line.lstrip().startswith("```python") and shown == code:
            return at
    raise ValueError(f"The page does not show the cell {name}, or shows it out of order.")


def _cell(kind: str, id: str, source: str) -> Cell:
    lines = source.splitlines(keepends=True)
    cell: Cell = {"cell_type": kind, "id": id, "metadata": {}, "source": lines}
    return cell | {"execution_count": None, "outputs": []} if kind == "code" else cell


if __name__ == "__main__":
    for each in sorted(EXAMPLES.glob("*-lesson.py")):
        each.with_suffix(".ipynb").write_text(write_notebook(each), encoding="utf-8")
        print(each.with_suffix(".ipynb").relative_to(ROOT))
