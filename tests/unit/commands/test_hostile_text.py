"""Whatever pages, names and scripts hold, no line that a command prints controls a terminal or the log of a job."""

import io
import json
import os
import re
import subprocess
import sys

import pytest

from command_line import CARD, commit, run_recall
from mkdocs_recall.cli import main

CONTROLS = "".join(map(chr, (*range(9), *range(11, 13), *range(14, 32), *range(127, 160), 0x61C, 0x200E, 0x200F)))
DIRECTIONS = "".join(map(chr, (*range(0x2028, 0x202F), *range(0x2066, 0x206A))))
UNSAFE = re.compile(f"[{re.escape(CONTROLS + DIRECTIONS)}]|\r(?!\n|$)")
ODD = f"\x1b[2J\x1b]0;x\x07{DIRECTIONS}{CONTROLS}"
COMMANDS = ("::error file=x::y", "::set-output name=a::b", "##[error]x", "##vso[task.complete]x", "##teamcity[x]")


GIVES_COMMAND = re.compile(r"(?m)(?:^|\r)\s*::|##\w*\[")


def find_commands(text: str) -> list[str]:
    """The lines of a log that GitHub, Azure or a terminal would carry out."""
    return [
        line
        for line in text.split("\n")
        if line.lstrip().startswith("::") or re.search(r"##\w*\[", line) or UNSAFE.search(line)
    ]


def write_item(id: str, what: str) -> str:
    """Each command at the beginning of a line of each part, and what controls a terminal within one."""
    lines = "\n\n".join((*COMMANDS, *(f"   {each}" for each in COMMANDS), f"odd {ODD}"))
    inside = lines.replace("\n", "\n  ")
    options = (
        f"- [x] {what} {COMMANDS[2]}\n\n  {inside}\n  > {COMMANDS[0]} {ODD}\n  > {COMMANDS[3]}\n- [ ] ::warning::b"
    )
    fence = "```text\n" + "\n".join(COMMANDS) + "\n```"
    return f"/// mcq | {id} easy objective=::error::x\n\n{lines}\n\n{fence}\n\n{options}\n\n**Hint:** {lines}\n\n///\n"


@pytest.fixture
def hostile(folder):
    """A site of which one state is committed, and another one is not."""
    commands = "\n".join(COMMANDS)
    ids = "\n".join(f"/// card | {each}\n\n{each}\n\n**Answer:** It.\n\n///\n" for each in (*COMMANDS, ODD, "\u202ex"))
    levels = "\n".join(f"/// card | c{n} {each}\n\nIt?\n\n///\n" for n, each in enumerate((*COMMANDS, ODD)))
    comment = f"<!-- recall: ignore {ODD}\n{commands}: x -->\n\n"
    for name in ("::error::a.md", "b\n::error::b.md", "c\x1b[2J\r\u202e.md", "##[error]d.md", b"\xff::error::.md"):
        path = os.path.join(os.fsencode(folder / "docs"), os.fsencode(name))
        with open(path, "wb") as page:
            page.write(f"# {COMMANDS[0]} {ODD}\n\n{comment}{ids}{levels}".encode())
    (folder / "docs" / "sound.md").write_text(f"# ::error::x\n\n{write_item('sound', 'one')}", encoding="utf-8")
    (folder / "docs" / "gone.md").write_text(f"# x\n\n{CARD.format(id='gone', what=COMMANDS[2])}", encoding="utf-8")
    commit(folder)
    (folder / "docs" / "gone.md").rename(folder / "docs" / "::error::gone.md")
    (folder / "docs" / "sound.md").write_text(f"# ::error::x\n\n{write_item('sound', 'two')}", encoding="utf-8")
    (folder / "docs" / "new.md").write_text(f"# ::error::x\n\n{write_item('new', 'new')}", encoding="utf-8")
    return folder


CALLS = (
    ("check",),
    ("check", "--base", "HEAD"),
    ("stats",),
    ("diff", "HEAD"),
    ("verify",),
    ("fmt", "--check"),
    ("fmt", "--diff"),
    ("fmt",),
    ("new", "card", f"x\n::error::y {ODD}"),
    ("new", "topic", "##[error]"),
    ("new", "card", "x", "--write", "new\n::error::x \x1b[2J.md"),
    ("new", "card", "x", "--id", "x\n::error::x \x1b[2J"),
    ("check", "gone\n::error::x"),
    ("check", "--rule", "gone\n::error::x"),
    ("check", "--config-file", "gone\n::error::x"),
    ("check", "--x\n::error::x\x1b[2J"),
    ("diff", "gone\n::error::x"),
    ("verify", "--id", "gone\n::error::x"),
    ("::error::x\n::error::y",),
)


CONTENT = (("diff", "HEAD"), ("fmt", "--diff"), ("new", "card", f"x\n::error::y {ODD}"))


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_no_line_is_a_command(hostile, recall, monkeypatch):
    for words in CALLS:
        code, text = recall(*words)
        assert code in (0, 1, 2)
        assert text.strip()
        assert GIVES_COMMAND.findall(text) == [], words
        assert words in CONTENT or find_commands(text) == [], words
    for words in CONTENT:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        assert main(words) in (0, 1)
        assert find_commands(terminal.getvalue()) == [], words


MARKS = "\u200e1 \u200f\u05d0 \u061c2 \u202b3\u202c \x1b \u2028 \x0b \r."


@pytest.fixture
def marked(folder):
    """A site whose pages have such characters in each place where they mean something, and no line end at the end."""
    text = f"# \u200fTitle\n\n/// card|one\nWhat {MARKS}?\n\n**Answer:** ::error::{MARKS}\n///\n\n{MARKS}"
    (folder / "docs" / "index.md").write_bytes(text.encode())
    commit(folder)
    return folder


def test_a_file_gets_a_patch_byte_by_byte(marked):
    with open(marked / "all.patch", "wb") as patch:
        assert run_recall(marked, "fmt", "--diff", stdout=patch).returncode == 0
    text = (marked / "all.patch").read_bytes().rpartition(b"1 of ")[0]
    (marked / "all.patch").write_bytes(text)
    assert run_recall(marked, "fmt").returncode == 0
    formatted = (marked / "docs" / "index.md").read_bytes()
    subprocess.run(["git", "checkout", "--quiet", "docs"], cwd=marked, check=True)
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn", "all.patch"], cwd=marked, check=True)
    assert (marked / "docs" / "index.md").read_bytes() == formatted


@pytest.mark.parametrize("pipe", [True, False])
def test_an_example_and_a_report_keep_the_direction_of_text(marked, pipe):
    title = "\u200fשלום\u200e \u061cسؤال\u2067x\u2069"
    (marked / "docs" / "index.md").write_text(CARD.format(id="one", what=title), encoding="utf-8")
    for words in (("new", "topic", title), ("diff", "HEAD"), ("fmt", "--diff")):
        with open(marked / "out", "wb") as file:
            done = run_recall(marked, *words, **({} if pipe else {"stdout": file}))
        text = (done.stdout if pipe else (marked / "out").read_bytes()).decode()
        assert "\\u" not in text
        assert title in text or words[0] == "fmt"


def test_a_pipe_gets_no_commands(marked):
    text = "\n".join((CARD.format(id="one", what=f"{MARKS}\n\n::error::x\n\n a\r ::error::y"), *COMMANDS))
    (marked / "docs" / "index.md").write_bytes(text.encode())
    said = run_recall(marked, "diff", "HEAD").stdout.decode()
    assert "\u200e1 \u200f\u05d0 \u061c2 \u202b3\u202c \x1b" in said
    assert "\n\\::error::x\n" in said
    assert GIVES_COMMAND.findall(said) == []


def test_json_is_the_same_data_without_commands(hostile, recall):
    texts = [recall(name, "--format", "json")[1] for name in ("check", "stats", "verify")]
    assert [find_commands(text) for text in texts] == [[], [], []]
    check, stats, _ = map(json.loads, texts)
    paths = {each["path"] for each in check["problems"]}
    assert {"docs/::error::a.md", "docs/b\n::error::b.md", "docs/##[error]d.md"} <= paths
    assert "::error::x" in {topic["title"] for topic in stats}

    lines = recall("check", "--format", "github")[1].splitlines()
    annotation = re.compile(r"::(error|warning) file=[^:,]*,line=\d+,title=[^:,]*::(?P<said>.*)")
    found = [annotation.fullmatch(line) for line in lines[:-1]]
    assert all(found)
    assert len(found) == len(check["problems"]) > 20
    assert find_commands("\n".join((*(each["said"] for each in found), lines[-1]))) == []


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_script_gives_no_command(folder, recall, form):
    said = "\n".join((*COMMANDS, ODD.replace("\x00", "")))
    (folder / "say.py").write_text(f"print({said!r})\n", encoding="utf-8")
    item = (
        "/// mcq | run easy run=say.py\n\nWhat does it print?\n\n```python\nprint(1)\n```\n\n- [x] 1\n- [ ] 2\n\n///\n"
    )
    (folder / "docs" / "run.md").write_text(item)
    code, text = recall("verify", "--format", form)
    assert code == 1
    assert "say.py" in text
    assert [line for line in find_commands(text) if not line.startswith("::error file=docs/run.md,line=")] == []


def test_a_patch_keeps_the_line_ends_of_windows(folder, recall):
    (folder / "docs" / "index.md").write_bytes(b"/// card|one\r\nWhat?\r\n\r\n**Answer:** It.\r\n///\r\n")
    assert "\n-/// card|one\r\n+/// card | one\r\n" in recall("fmt", "--diff")[1]
