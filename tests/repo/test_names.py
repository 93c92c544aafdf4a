"""A name that a reader meets in two files means one thing."""

from pathlib import Path

import pytest

import names


def test_no_name_has_several_meanings_and_no_exception_is_needless() -> None:
    assert names.offenders() == []


def test_what_python_defines() -> None:
    text = """
import os
from .other import Imported as Here
from typing import TYPE_CHECKING

Plain = Typed = 1
Pair, (Third, *Rest) = ...
Annotated: int = 2
Declared: str
_private = 3
taken.attribute = Plain
if TYPE_CHECKING:
    Conditional = 1
else:
    Otherwise = 2
try:
    Tried = 1
except ImportError:
    Failed = None
with opened() as Opened:
    Within = 1
for Each in ():
    pass


class Class:
    inside = 1

    def method(self):
        local = 1


async def function():
    inner = 1
"""
    assert sorted(names.python_names(text)) == [
        "Annotated", "Class", "Conditional", "Declared", "Each", "Failed", "Opened", "Otherwise", "Pair",
        "Plain", "Rest", "Third", "Tried", "Typed", "Within", "function",
    ]  # fmt: skip


def test_what_javascript_defines() -> None:
    text = """
import { imported, other as here } from "./a.js";
export { again } from "./b.js";
/** @typedef {import("./c.js").Same} Same */
/** @typedef {import("./c.js").Whole} Renamed */
/** @typedef {import("./c.js").Part & {more: number}} Wider */
/** @typedef {typeof import("./c.js").value} Value */
/**
 * @typedef {object} Shape
 * @property {string} field
 *
 * @typedef {{deep: {deeper: number}}} Nested with a text behind it
 * @typedef {1 |
 *   2} Broken
 */
const one = 1;
export const [two, three = 3, ...rest] = [];
const { four, five: six, seven = 7 } = {};
let eight;
export default class Nine {
  inside = 1;
}
export async function* ten() {
  const local = 1;
}
function eleven() {}
"""
    assert sorted(names.javascript_names(text)) == [
        "Broken", "Nested", "Nine", "Shape", "Wider", "eight", "eleven", "four", "one", "rest", "seven",
        "six", "ten", "three", "two",
    ]  # fmt: skip


def test_a_name_that_two_files_define_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "a/x.py": "Row = 1\n_own = 1\n",
        "b/x.py": "from ..a.x import Row\nTable = 1\n_own = 2\n",
        "c.py": "class Row: ...\n",
        "d/one.py": "CHECKS = 1\n",
        "d/two.py": "CHECKS = 2\n",
        "client/a.js": "const Row = 1;\n",
        "client/b/c.js": "export function Row() {}\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(names, "PACKAGE", tmp_path)
    monkeypatch.setattr(names, "TABLES", {})
    assert names.offenders() == [
        "Python: CHECKS is defined in d/one.py, d/two.py. Rename all but one, or import it.",
        "Python: Row is defined in a/x.py, c.py. Rename all but one, or import it.",
        "JavaScript: Row is defined in client/a.js, client/b/c.js. Rename all but one, or import it.",
    ]


def test_an_exception_holds_in_its_folder_alone_and_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "d").mkdir()
    for name in ("one", "two"):
        (tmp_path / "d" / f"{name}.py").write_text("CHECKS = 1\n")
    monkeypatch.setattr(names, "PACKAGE", tmp_path)
    monkeypatch.setattr(names, "TABLES", {("Python", "CHECKS"): "d", ("Python", "NAMES"): "d"})
    assert names.offenders() == ["Python: NAMES needs no exception."]
    (tmp_path / "e.py").write_text("CHECKS = 1\n")
    assert names.offenders()[0].startswith("Python: CHECKS is defined in d/one.py, d/two.py, e.py.")
