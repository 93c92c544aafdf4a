"""The notebooks of the lessons are those that their scripts make, and readers can download both."""

import ast
import json
import re
import runpy
from pathlib import Path

import pytest

from mkdocs_recall.verifier.scripts import split_cells
from paths import ROOT, TESTS

write_notebook = runpy.run_path(str(TESTS / "course" / "notebooks.py"))["write_notebook"]
SCRIPTS = sorted((ROOT / "docs" / "examples").glob("*-lesson.py"))

lessons = pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)


@lessons
def test_the_notebook_is_what_the_script_makes(script: Path) -> None:
    """After a change to the script or to a heading of the lesson: `python tests/course/notebooks.py`."""
    assert script.with_suffix(".ipynb").read_text(encoding="utf-8") == write_notebook(script)


@lessons
def test_the_notebook_holds_the_code_of_the_script_and_nothing_else(script: Path) -> None:
    cells = json.loads(script.with_suffix(".ipynb").read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    above, *shown = (cell.strip("\n") for cell in split_cells(script.read_text(encoding="utf-8")))
    assert code == shown
    assert [type(node) for node in ast.parse(above).body] == [ast.Expr]


@lessons
def test_the_notebook_is_valid(script: Path) -> None:
    """The rules of nbformat 4.5, as far as they concern notebooks without outputs."""
    notebook = json.loads(script.with_suffix(".ipynb").read_text(encoding="utf-8"))
    assert notebook.keys() == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"].keys() >= {"name", "display_name"}
    assert isinstance(notebook["metadata"]["language_info"]["name"], str)
    for cell in notebook["cells"]:
        code = cell["cell_type"] == "code"
        assert code or cell["cell_type"] == "markdown"
        keys = {"cell_type", "id", "metadata", "source"}
        assert cell.keys() == keys | ({"execution_count", "outputs"} if code else set())
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell["id"])
        assert cell["metadata"] == {}
        assert cell["source"]
        assert all(line.endswith("\n") for line in cell["source"][:-1])
        assert not code or (cell["execution_count"], cell["outputs"]) == (None, [])
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)


@lessons
def test_the_lesson_offers_both_as_downloads(script: Path) -> None:
    page = (ROOT / "docs" / "topics" / f"{script.stem.removesuffix('-lesson')}.md").read_text(encoding="utf-8")
    for name in (script.name, script.with_suffix(".ipynb").name):
        assert f'](../examples/{name}){{ download="{name}" }}' in page
