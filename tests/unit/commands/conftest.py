"""A small site, and the command `recall` as its users call it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import CARD, QUESTION, commit
from mkdocs_recall.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of two pages."""
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\nplugins: [recall]\n")
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n" + CARD.format(id="one", what="a stem"))
    (tmp_path / "docs" / "deep" / "page.md").write_text("# Deep\n\n" + QUESTION.format(id="two", mark="x"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def recall(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Carry out a command; its exit code and what it printed."""

    def run(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as end:
            code = int(str(end.code))
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


@pytest.fixture
def committed(folder: Path) -> Path:
    """The same site in a repository."""
    commit(folder)
    return folder
