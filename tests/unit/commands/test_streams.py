"""What a command prints survives every stream, and its exit code stays true."""

import json
import os
import subprocess
import sys

import pytest

from command_line import CARD, QUESTION, git, run_recall

FULL = "/dev/full"
OTHERS = (("stats",), ("fmt", "--check"), ("new", "card"))


@pytest.fixture
def faulty(folder):
    """A site with a question without a key, and with letters that ASCII lacks."""
    (folder / "docs" / "index.md").write_text("# Größe 😀\n\n" + QUESTION.format(id="one", mark=" "), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "words", [("check",), ("--help",), *(pytest.param(words, marks=pytest.mark.long) for words in OTHERS)]
)
def test_a_full_output_is_reported(faulty, words):
    with open(FULL, "w") as full:
        done = run_recall(faulty, *words, stdout=full)
    assert done.returncode == 2
    assert done.stderr.decode() == "recall: the output cannot be written: No space left on device.\n"


@pytest.mark.parametrize(
    "words", [("fmt", "--check"), *(pytest.param(words, marks=pytest.mark.long) for words in (("check",), ("stats",)))]
)
def test_a_closed_output_is_reported(faulty, words):
    command = " ".join((sys.executable, "-m", "mkdocs_recall.cli", *words, ">&-"))
    done = subprocess.run(command, shell=True, cwd=faulty, stderr=subprocess.PIPE, timeout=30, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, "recall: the output cannot be written: it is closed.\n")


def test_no_stream_at_all(faulty):
    command = f"{sys.executable} -m mkdocs_recall.cli check >&- 2>&- <&-"
    assert subprocess.run(command, shell=True, cwd=faulty, timeout=30, check=False).returncode == 2


def test_full_errors_do_not_hide_what_was_found(faulty):
    (faulty / "docs" / "odd.md").write_bytes(b"\xff" + CARD.encode())
    with open(FULL, "w") as full:
        done = run_recall(faulty, "fmt", stderr=full)
    assert done.returncode == 1
    assert b"of 3 pages" in done.stdout


@pytest.mark.parametrize(("words", "code"), [(("check",), 1), (("stats",), 0)])
def test_a_reader_who_leaves_early_changes_nothing(faulty, words, code):
    """As in `recall check | head -1`; the pages are enough to fill a pipe."""
    many = "\n".join(QUESTION.format(id=f"q{number}", mark=" ") for number in range(2000))
    (faulty / "docs" / "many.md").write_text(many)
    reading, writing = os.pipe()
    os.close(reading)
    done = run_recall(faulty, *words, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize(
    "encoding", ["utf-16", *(pytest.param(name, marks=pytest.mark.long) for name in ("ascii", "cp1252"))]
)
def test_any_encoding_will_do(faulty, encoding):
    git(faulty, "init", "--quiet")
    git(faulty, "add", ".")
    git(faulty, "commit", "--quiet", "--message", "All")
    (faulty / "docs" / "new.md").write_text("# Größe 😀\n\n" + CARD.format(id="new", what="Größe 😀"), encoding="utf-8")
    for words in (("stats",), ("diff", "HEAD")):
        done = run_recall(faulty, *words, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        assert done.returncode in (0, 1)
        assert done.stderr == b""
        done.stdout.decode(encoding)
    for words in (("check", "--format", "json"), ("stats", "--format", "json")):
        done = run_recall(faulty, *words, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        said = json.loads(done.stdout.decode(encoding))
    assert said[1]["title"] == "Größe 😀"


def test_verify_shows_how_far_it_is_on_a_terminal(folder):
    item = "/// mcq | {0} easy run={0}.py\n\nWhat does it print?\n\n- [x] 1\n- [ ] 2\n\n///\n\n"
    (folder / "docs" / "run.md").write_text(item.format("a") + item.format("b"))
    for name in "ab":
        (folder / f"{name}.py").write_text("print(1)\n")
    ours, theirs = os.openpty()
    done = run_recall(folder, "verify", "--jobs", "1", stderr=theirs)
    os.close(theirs)
    said = os.read(ours, 1000).decode().split("\r\n")
    os.close(ours)
    assert said[:2] == ["1 of 2: a.py", "2 of 2: b.py"]
    assert b"1 of 2" not in done.stdout
    for words in (("verify",), ("verify", "--format", "json")):
        assert run_recall(folder, *words).stderr == b""
