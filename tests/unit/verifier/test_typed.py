"""`recall verify` and typed questions: code with blanks, lines to order, outputs to match."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_recall.cli import main

Site = Callable[[str, str], tuple[int, str]]

FILL = """# Page

/// fill | sum easy run=sum.py

What is missing?

```python
print(____([1, 2]))
```

```text title="Output"
3
```

1. `{answer}`
   - [x] `math.fsum`
   - [ ] `max`
     > It prints 2.

///
"""
NUMBER = """# Page

/// number | sum easy run=sum.py

What does this print?

```python
print(sum([1, 2]))
```

- [x] {answer}
- [ ] 2
  > It is the maximum.

///
"""
OUTPUT = """# Page

/// fill | sum easy run=sum.py

Complete the output.

```python
print([sum([1, 2]), 4])
```

```text title="Output"
[____, 4]
```

1. {answer}

///
"""
ORDER = """# Page

/// order | sum easy run=sum.py

Put the lines in order.

```text title="Output"
3
```

```python
{first}
{second}
```

- [ ] `print(rows)`
  > It prints the list.

///
"""
MATCH = """# Page

/// match | sum easy run=sum.py

What do these lines print?

| Line | Output |
| --- | --- |
| `print(sum([1, 2]))` | {first} |
| `print(max([1, 2]))` | {second} |
| | `1` |

///
"""
STEPS = """# Page

/// order | sum easy run=sum.py

In which order does this print the lines?

1. {first}
2. {second}

///
"""


@pytest.fixture
def verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    """Write a page and the script `sum.py`, run `recall verify`; return the exit code and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(page: str, script: str) -> tuple[int, str]:
        (tmp_path / "docs").mkdir()
        (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [recall]\n")
        (tmp_path / "docs" / "index.md").write_text(page)
        (tmp_path / "sum.py").write_text(script)
        code = main(["verify"])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


ROWS, TOTAL = "rows = [1, 2]", "print(sum(rows))"

RIGHT = {
    "blank in code": (FILL.format(answer="sum"), "# %%\nprint(sum([1, 2]))\n"),
    "blank in output": (OUTPUT.format(answer="3"), "# %%\nprint([sum([1, 2]), 4])\n"),
    "number": (NUMBER.format(answer="3"), "# %%\nprint(sum([1, 2]))\n"),
    "lines": (ORDER.format(first=ROWS, second=TOTAL), f"# %%\n{ROWS}\n{TOTAL}\n"),
    "pairs": (MATCH.format(first="`3`", second="`2`"), "print(sum([1, 2]))\nprint(max([1, 2]))\n"),
    "steps": (STEPS.format(first="one", second="two"), "print('one')\nprint('two')\n"),
}
WRONG = {
    "blank in code": (FILL.format(answer="len"), RIGHT["blank in code"][1], "the script has no line"),
    "blank in output": (OUTPUT.format(answer="4"), RIGHT["blank in output"][1], "Output is not what"),
    "number": (NUMBER.format(answer="4"), RIGHT["number"][1], "the answer is not what"),
    "lines": (ORDER.format(first=TOTAL, second=ROWS), RIGHT["lines"][1], "the code is not that of"),
    "pairs": (MATCH.format(first="`2`", second="`3`"), RIGHT["pairs"][1], "the answer is not what"),
    "steps": (STEPS.format(first="two", second="one"), RIGHT["steps"][1], "the answer is not what"),
}


@pytest.mark.parametrize(("page", "script"), RIGHT.values(), ids=RIGHT)
def test_answers_that_the_script_gives_are_accepted(verify: Site, page: str, script: str) -> None:
    code, said = verify(page, script)
    assert code == 0, said


@pytest.mark.parametrize(("page", "script", "what"), WRONG.values(), ids=WRONG)
def test_answers_that_it_does_not_give_are_reported(verify: Site, page: str, script: str, what: str) -> None:
    code, said = verify(page, script)
    assert code == 1, said
    assert what in said
