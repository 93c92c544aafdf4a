"""`recall verify`: scripts run alone, and pages say what they print."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_recall.cli import main
from mkdocs_recall.verifier.sandbox import has_namespaces

QUESTION = """# Page

/// mcq | sum easy run={run}

What does this print?

```python
print({code})
```

- [x] {key}
  > It is the sum.
- [ ] `12`
  > These are numbers, not strings.
- [ ] {distractor}
  > That is the product.

///
"""
LESSON = """# Page

```python {run=lesson.py}
rows = [1, 2, 3]
```

```python {run=lesson.py}
print(sum(rows))
```

```text title="Output"
6
```
"""
LESSON_SCRIPT = "# %% rows\nrows = [1, 2, 3]\n\n# %% sum\nprint(sum(rows))\n\n# %% not shown\nprint('more')\n"

Site = Callable[..., tuple[int, str]]


@pytest.fixture
def verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    """Write a site, run `recall verify` on it; return the exit code and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(page: str, *words: str, config: str = "plugins: [recall]", **scripts: str) -> tuple[int, str]:
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "mkdocs.yml").write_text(f"site_name: A\n{config}\n")
        (tmp_path / "docs" / "index.md").write_text(page)
        for name, text in scripts.items():
            (tmp_path / name.replace("__", ".")).write_text(text)
        capsys.readouterr()
        code = main(["verify", *words])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


def question(
    code: str = "1 + 2", key: str = "`3`", distractor: str = "`2`", run: str = "sum.py", title: str = "sum"
) -> str:
    return QUESTION.format(code=code, key=key, distractor=distractor, run=run).replace("| sum", f"| {title}")


def has_ended(process: int, *, seconds: float) -> bool:
    """Whether a process ends within that time."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)


def test_a_key_that_is_the_output_is_right(verify: Site) -> None:
    code, said = verify(question(), sum__py="print(1 + 2)\n")
    assert code == 0, said
    assert "0 errors and 0 warnings in 1 item on 1 page." in said
    assert "Ran 1 script" in said


@pytest.mark.parametrize("key", ["3", "`3`", "**3**", "It prints `3`, a number", "```text\n  3\n  ```"])
def test_a_key_states_the_output_in_any_of_these_forms(verify: Site, key: str) -> None:
    assert verify(question(key=key), sum__py="print(1 + 2)\n")[0] == 0


def test_a_wrong_key_is_reported_with_what_is_printed(verify: Site) -> None:
    code, said = verify(question(key="`4`"), sum__py="print(1 + 2)\n")
    assert code == 1
    expected = (
        "docs/index.md:3: error run-output: mcq sum: the answer is not what `sum.py` prints: `3`. "
        "Fix the answer or the script."
    )
    assert expected in said


def test_a_distractor_that_is_the_output_is_reported(verify: Site) -> None:
    code, said = verify(question(distractor="`3`", key="The number `3`"), sum__py="print(1 + 2)\n")
    assert code == 1
    assert "the wrong option `3` is what `sum.py` prints." in said


def test_other_code_than_the_script_is_reported_with_its_line(verify: Site) -> None:
    code, said = verify(question(code="1 + 3"), sum__py="print(1 + 2)\n")
    assert code == 1
    assert "error run-code: mcq sum: the code is not that of `sum.py`: the script has no line `print(1 + 3)`." in said


def test_what_stands_above_the_cell_is_not_shown(verify: Site) -> None:
    script = "a = 1\n\n# %% as shown\nprint(a + 2)\n"
    assert verify(question(code="a + 2"), sum__py=script)[0] == 0


def test_the_last_line_of_an_error_can_be_the_key(verify: Site) -> None:
    key = "`ZeroDivisionError: division by zero`"
    assert verify(question(code="1 / 0", key=key), sum__py="print(1 / 0)\n")[0] == 0


@pytest.mark.parametrize("output", ["ValueError: one\ntwo", "two", "0\nValueError: one\ntwo", "0\ntwo"])
def test_an_error_of_several_lines_is_shown_whole_or_by_its_last_line(verify: Site, output: str) -> None:
    script = 'print(0)\nraise ValueError("one\\ntwo")\n'
    page = f'# A\n\n```python {{run=a.py}}\n{script}```\n\n```text title="Output"\n{output}\n```\n'
    assert verify(page, a__py=script)[0] == 0
    assert verify(page.replace("two\n```", "2\n```"), a__py=script)[0] == 1


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("print(lenght)", "NameError: name 'lenght' is not defined"),
        ("length = 3\nprint(lenght)", "NameError: name 'lenght' is not defined. Did you mean: 'length'?"),
        ("[].appendd(1)", "AttributeError: 'list' object has no attribute 'appendd'. Did you mean: 'append'?"),
        (
            "def half(length):\n    return lenght / 2\nhalf(3)",
            "NameError: name 'lenght' is not defined. Did you mean: 'length'?",
        ),
        ("try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('no half')", "ValueError: no half"),
        ("raise KeyError('\\n')", "KeyError: '\\n'"),
    ],
    ids=["nothing", "name", "attribute", "in a function", "context", "escape"],
)
def test_an_error_is_what_python_shows_with_its_suggestion(verify: Site, code: str, error: str) -> None:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.splitlines()[-1] == error
    page = f'# A\n\n```python {{run=a.py}}\n{code}\n```\n\n```text title="Output"\n{error}\n```\n'
    failed, said = verify(page, a__py=f"{code}\n")
    assert failed == 0, said


def test_an_error_that_is_not_in_the_shown_cell_is_reported(verify: Site) -> None:
    script = "import nowhere_to_be_found\n\n# %%\nprint(1 + 2)\n"
    code, said = verify(question(), sum__py=script)
    assert code == 1
    assert "run-failed: mcq sum: `sum.py` fails: ModuleNotFoundError: No module named 'nowhere_to_be_found'" in said


@pytest.mark.parametrize(
    ("script", "reason"),
    [("import os\nos._exit(3)\n# %%\n", "exit code 3"), ("import sys\nsys.exit('no')\n# %%\n", "no")],
)
def test_a_script_that_ends_early_is_reported(verify: Site, script: str, reason: str) -> None:
    code, said = verify(question(), sum__py=script + "print(1 + 2)\n")
    assert code == 1
    assert f"`sum.py` fails: {reason}" in said


def test_a_lesson_shows_cells_and_the_output_of_each(verify: Site) -> None:
    code, said = verify(LESSON, lesson__py=LESSON_SCRIPT)
    assert code == 0, said
    assert "for 2 code blocks of lessons" in said


def test_an_output_that_is_not_printed_is_reported_at_its_code(verify: Site) -> None:
    code, said = verify(LESSON.replace("\n6\n", "\n7\n"), lesson__py=LESSON_SCRIPT)
    assert code == 1
    assert "docs/index.md:7: error run-output: Output is not what `lesson.py` prints: `6`." in said


def test_a_missing_script_is_reported_and_the_others_run(verify: Site) -> None:
    code, said = verify(question(run="gone.py") + LESSON, lesson__py=LESSON_SCRIPT)
    assert code == 1
    assert "docs/index.md:3: error run-file: mcq sum: the script `gone.py` does not exist." in said
    assert "Ran 1 script" in said


@pytest.mark.parametrize("path", ["/etc/passwd", "../outside.py", "a/../../b.py", "~/x.py"])
def test_a_path_out_of_the_project_is_an_error_of_the_header(verify: Site, path: str) -> None:
    verify(question(run=path))
    assert main(["check"]) == 1


def test_a_script_that_never_ends_is_stopped_with_its_children(verify: Site, tmp_path: Path) -> None:
    script = (
        "import subprocess, sys, pathlib\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(child.pid))\n"
        "child.wait()\n"
    )
    code, said = verify(question(), "--timeout", "3", sum__py=script + "# %%\nprint(1 + 2)\n")
    assert code == 1
    assert "runs longer than allowed" in said
    assert has_ended(int((tmp_path / "pid").read_text()), seconds=10)


def test_endless_output_is_reported(verify: Site) -> None:
    code, said = verify(question(), sum__py="print('x' * 3_000_000)\n# %%\nprint(1 + 2)\n")
    assert code == 1
    assert "prints more than 1,000,000 bytes" in said


def test_a_script_sees_no_network_and_no_secrets(verify: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_TOKEN", "secret")
    script = (
        "import os, socket\n"
        "found = os.environ.get('A_TOKEN', 'nothing')\n"
        "try:\n    socket.create_connection(('192.0.2.1', 9), timeout=5)\n"
        "except OSError:\n    found += ', no network'\n"
        "found += f', {len(os.listdir())} files'\n"
        "# %%\nprint(1 + 2)\n# %%\nprint(found)\n"
    )
    output = "```text title='Output'\nnothing, no network, 0 files\n```\n"
    page = f"# A\n\n```python {{run=sum.py}}\nprint(found)\n```\n\n{output}"
    code, said = verify(page, sum__py=script)
    assert code == 0, said


def test_without_namespaces_the_socket_is_blocked_and_the_report_says_so(
    verify: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mkdocs_recall.verifier.run_claims.has_namespaces", lambda: False)
    script = (
        "import socket\n"
        "# %%\ntry:\n    socket.create_connection(('192.0.2.1', 9))\nexcept OSError as error:\n    print(error)\n"
    )
    shown = script.partition("# %%\n")[2]
    output = '```text title="Output"\nrecall verify runs scripts without a network\n```\n'
    page = f"# A\n\n```python {{run=net.py}}\n{shown}```\n\n{output}"
    code, said = verify(page, net__py=script)
    assert code == 0, said
    assert "connections were blocked inside Python only" in said


def test_the_report_says_how_the_network_was_kept_away(verify: Site) -> None:
    how = "a network namespace of its own" if has_namespaces() else "connections were blocked inside Python only"
    assert how in verify(LESSON, lesson__py=LESSON_SCRIPT)[1]


def test_other_languages_run_with_the_sites_command(verify: Site) -> None:
    page = '# A\n\n```bash {run=hello.sh}\necho hello\n```\n\n```text title="Output"\nhello\n```\n'
    code, said = verify(page, hello__sh="echo hello\n")
    assert code == 1
    assert "run-file: there is no command for scripts in bash; there is one for python." in said.replace("error ", "")
    config = "plugins:\n  - recall:\n      verify: {bash: sh}"
    assert verify(page, config=config, hello__sh="echo hello\n")[0] == 0


def test_the_command_of_python_is_the_sites(verify: Site, tmp_path: Path) -> None:
    tool = tmp_path / "bin" / "my-python"
    tool.parent.mkdir()
    tool.write_text('#!/bin/sh\nTAG=1 exec python3 "$@"\n')
    tool.chmod(0o755)
    page = "# A\n\n```python {run=a.py}\nprint(os.environ['TAG'])\n```\n\n```text title=\"Output\"\n1\n```\n"
    script = "import os\n# %%\nprint(os.environ['TAG'])\n"
    config = "markdown_extensions:\n  - recall:\n      verify: {python: bin/my-python}"
    code, said = verify(page, config=config, a__py=script)
    assert code == 0, said


def test_a_command_that_is_not_there_is_reported(verify: Site) -> None:
    config = "plugins:\n  - recall:\n      verify: {python: no-such-program-here}"
    code, said = verify(question(), config=config, sum__py="print(1 + 2)\n")
    assert code == 1
    assert "`sum.py` cannot be run with `no-such-program-here`: there is no such program." in said


@pytest.mark.parametrize("value", ["[python]", "{python: 3}", "{python: []}"])
def test_a_command_of_another_form_is_misuse(verify: Site, value: str) -> None:
    code, said = verify(question(), config=f"plugins:\n  - recall:\n      verify: {value}")
    assert code == 2
    assert "verify" in said


def test_an_id_is_verified_alone(verify: Site) -> None:
    page = question() + question(run="gone.py", title="other").removeprefix("# Page\n")
    assert verify(page, "--id", "sum", sum__py="print(1 + 2)\n")[0] == 0
    assert verify(page, "--id", "nothing")[0] == 2


def test_json_has_the_form_of_check(verify: Site) -> None:
    _, said = verify(question(key="`4`"), "--format", "json", sum__py="print(1 + 2)\n")
    found = json.loads(said)
    assert [problem["rule"] for problem in found["problems"]] == ["run-output"]


def test_a_script_is_run_once_for_all_that_name_it(verify: Site, tmp_path: Path) -> None:
    log = tmp_path / "log"
    script = f"open({str(log)!r}, 'a').write('x')\n" + LESSON_SCRIPT
    verify(LESSON, lesson__py=script)
    assert log.read_text() == "x"


def test_check_compares_the_code_without_running_it(verify: Site, capsys: pytest.CaptureFixture[str]) -> None:
    verify(question(code="1 + 3") + LESSON, sum__py="print(1 + 2)\n")
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "docs/index.md:3: error run-code: mcq sum: the code is not that of `sum.py`" in said
    assert "error run-file: the script `lesson.py` does not exist." in said


def test_check_never_runs_a_script(verify: Site, tmp_path: Path) -> None:
    verify(question(), sum__py="print(1 + 2)\n")
    (tmp_path / "sum.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n# %%\nprint(1 + 2)\n")
    assert main(["check"]) == 0
    assert not (tmp_path / "ran").exists()
    assert os.listdir(tmp_path / "docs") == ["index.md"]
