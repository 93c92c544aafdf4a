"""The rules of the house hold: sizes, and imports that point one way."""

import re
from pathlib import Path

import pytest

import offenders
from paths import ROOT


def test_no_file_or_folder_is_too_large_and_imports_point_inward() -> None:
    assert offenders.offenders() == []


def test_an_import_that_points_outward_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "model/a.py": "from ..syntax.b import c\nimport yaml\n",
        "syntax/b.py": "from ..model import a\nimport re\n",
        "new/c.py": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(offenders, "PACKAGE", tmp_path)
    assert list(offenders.against_the_order()) == [
        "model/a.py:1: model imports syntax",
        "model/a.py:2: model imports yaml",
        "new/c.py: `new` is not in the order of folders",
    ]


def test_large_files_folders_and_lines_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / f"{number}.py" for number in range(16)]
    for path in paths:
        path.write_text("")
    paths[0].write_text("pass\n" * 401)
    paths[1].write_text(f"#{'-' * 120}\n")
    monkeypatch.setattr(offenders, "ROOT", tmp_path)
    assert list(offenders.too_large(paths)) == [
        "./ holds 16 source files, 15 at most",
        "0.py has 401 lines, 400 at most",
        "1.py:1 has 121 columns, 120 at most",
    ]


def test_contributing_draws_the_folders_in_their_order() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("\nclient/\n")[0]
    drawn = re.findall(r"^  ([a-z_]+)(?:/|\.py) ", text, re.MULTILINE)
    assert [name for name in drawn if name in offenders.FOLDERS] == list(reversed(offenders.FOLDERS))
