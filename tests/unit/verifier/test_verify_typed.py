"""`recall verify` on typed questions: numbers, answers of blanks, and lines of code in their order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_recall.cli import main

Verify = Callable[..., tuple[int, str]]


@pytest.fixture
def verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Verify a page with one script; return the exit code and what was printed."""
    monkeypatch.chdir(tmp_path)

    def run(page: str, script: str) -> tuple[int, str]:
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [recall]\n")
        (tmp_path / "docs" / "index.md").write_text(page)
        (tmp_path / "x.py").write_text(script)
        code = main(["verify"])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


@pytest.mark.parametrize(
    ("answer", "printed", "right"),
    [
        ("30", "30", True),
        ("30", "30.0", True),
        ("30", "30 steps", True),
        ("108..112", "done\n110.5", True),
        ("3.14 ± 1%", "3.1", False),
        ("1/3", "0.3333333", False),
        ("0.33 ± 0.01", "0.3333333", True),
        ("30", "thirty", False),
        ("30", "", False),
    ],
)
def test_a_number_is_in_the_range(verify: Verify, answer: str, printed: str, right: bool) -> None:
    page = f"/// number | n run=x.py unit=steps\n\nHow many?\n\n- [x] {answer}\n- [ ] 7\n  > No.\n\n///\n"
    code, said = verify(page, f"print({printed!r})\n")
    assert code == (0 if right else 1), said
    assert right or "run-output" in said


def test_blanks_in_code_are_filled_before_the_code_is_compared(verify: Verify) -> None:
    page = (
        "/// fill | f run=x.py\n\nWhat is missing?\n\n```python\nfor i in ____(3):\n    print(____)\n```\n\n"
        "1. `range`\n   - [ ] `list`\n     > No.\n2. i\n\n///\n"
    )
    assert verify(page, "for i in range(3):\n    print(i)\n")[0] == 0
    code, said = verify(page, "for i in range(4):\n    print(i)\n")
    assert code == 1
    assert "run-code" in said
    assert "for i in range(3):" in said


@pytest.mark.parametrize(("printed", "right"), [("Trainer", True), ("trainer", False), ("Model", False)])
def test_an_answer_to_type_is_what_the_script_prints(verify: Verify, printed: str, right: bool) -> None:
    page = "/// fill | f run=x.py\n\nWhich class is ____?\n\n1. `Trainer`\n   - [ ] `Model`\n     > No.\n\n///\n"
    code, said = verify(page, f"print({printed!r})\n")
    assert code == (0 if right else 1), said


def test_lines_in_their_order_are_those_of_the_script(verify: Verify) -> None:
    page = (
        "/// order | o run=x.py\n\nPut the lines in order.\n\n```python\na = 1\nb = a\nprint(b)\n```\n\n"
        "- [ ] `b = 2`\n  > No.\n\n///\n"
    )
    assert verify(page, "a = 1\nb = a\nprint(b)\n")[0] == 0
    assert verify(page, "b = 1\na = b\nprint(b)\n")[0] == 1
