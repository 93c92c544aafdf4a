"""Whatever stands on the disk, a command reports it and does the rest."""

import errno
import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from command_line import CARD, QUESTION, run_recall
from mkdocs_recall.cli import main
from mkdocs_recall.commands.files import replace_file
from mkdocs_recall.site.sources import files

COMMANDS = (("check",), ("stats",), ("fmt",), ("fmt", "--diff"), ("new", "card", "A title"), ("check", "docs"))


def put(folder, kind):
    """Something unreadable in the site's folder of pages, and what `check` says of it."""
    page = folder / "docs" / "odd.md"
    if kind == "pipe":
        os.mkfifo(page)
        return "docs/odd.md: error unreadable: it is not a regular file."
    if kind == "dangling":
        page.symlink_to("gone.md")
        return "docs/odd.md: error unreadable: the link leads to a file that does not exist."
    if kind == "circle":
        page.symlink_to("odd.md")
        return "docs/odd.md: error unreadable: the link leads back to itself."
    if kind == "device":
        page.symlink_to("/dev/zero")
        return "docs/odd.md: error unreadable: it is not a regular file."
    if kind == "own folder":
        (folder / "docs" / "odd").symlink_to(".")
        return "docs/odd: error unreadable: a link makes this folder contain itself."
    if kind == "folder above":
        (folder / "docs" / "deep" / "odd").symlink_to("../..")
        return "docs/deep/odd/docs: error unreadable: a link makes this folder contain itself."
    if kind == "pipe of another name":
        os.mkfifo(folder / "docs" / "odd.txt")
        return None
    if kind == "fails when read":
        page.symlink_to("/proc/self/mem")
        return "docs/odd.md: error unreadable: it cannot be read: Input/output error."
    assert kind == "huge"
    with page.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    return "docs/odd.md: error unreadable: it has 100,000,001 bytes, and a page may have 100,000,000."


KINDS = (
    *("pipe", "dangling", "circle", "device", "own folder", "folder above", "pipe of another name"),
    *("fails when read", "huge"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_read_is_reported_and_the_rest_is_done(folder, recall, kind):
    said = put(folder, kind)
    code, text = recall("check")
    assert code == (1 if said else 0)
    assert text.splitlines()[0].startswith(said or "0 errors")
    assert text.splitlines()[-1].endswith("in 2 items on 2 pages.")
    for words in COMMANDS[1:]:
        assert recall(*words)[0] in (0, 1)
    page = folder / "docs" / "index.md"
    page.write_text("/// card|one\nWhat?\n\n**Answer:** It.\n///\n")
    assert "docs/index.md: changed\n" in recall("fmt")[1]


def test_missing_permissions_are_reported(folder, recall, monkeypatch):
    """Root may read everything, so that the system is asked to refuse."""
    (folder / "docs" / "shut").mkdir()
    refused, read, scan = PermissionError(errno.EACCES, "Permission denied"), Path.read_bytes, os.scandir
    refused.filename = str(folder / "docs" / "shut")

    def read_bytes(file):
        if file.name == "index.md":
            raise refused
        return read(file)

    def scandir(path):
        if str(path).endswith("shut"):
            raise refused
        return scan(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    monkeypatch.setattr(os, "scandir", scandir)
    code, text = recall("check")
    assert code == 1
    assert text.splitlines() == [
        "docs/index.md: error unreadable: you are not allowed to read it. Change its permissions.",
        "docs/shut: error unreadable: you are not allowed to read it. Change its permissions.",
        "2 errors and 0 warnings in 1 item on 1 page.",
    ]


def test_a_folder_may_be_linked_from_two_places(folder, recall):
    (folder / "docs" / "again").symlink_to("deep")
    code, text = recall("check")
    assert code == 1
    assert "docs/deep/page.md:3: error duplicate-id" in text
    assert "unreadable" not in text


@pytest.mark.parametrize("words", COMMANDS)
def test_front_matter_with_an_impossible_date_is_the_pages_own_affair(folder, recall, words):
    (folder / "docs" / "dated.md").write_text("---\ndate: 2026-02-30\n---\n" + CARD.format(id="dated", what="it"))
    assert recall(*words)[0] == 0
    assert recall("check")[1] == "0 errors and 0 warnings in 3 items on 3 pages.\n"


@pytest.mark.parametrize(
    "front",
    [
        "a: !!bool perhaps",
        "a: !!timestamp soon",
        "a: !!int x",
        "? [a]\n: b",
        "a: !unknown b",
        "a: !!python/object/apply:os.system [x]",
        "a: &a [*a]",
        "a: *gone",
        "[" * 5000,
        "a: " + "9" * 5000,
        "a: \x00",
        "a: " + "{a: " * 5000,
    ],
)
def test_front_matter_that_no_yaml_reader_takes(folder, recall, front):
    text = f"---\n{front}\n---\n\n" + CARD.format(id="odd", what="it")
    (folder / "docs" / "odd.md").write_text(text)
    code, said = recall("check")
    assert (code, said) == (0, "0 errors and 0 warnings in 3 items on 3 pages.\n")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.md", "docs/a\\nb.md:1"),
        ("a\n::error::b.md", "docs/a\\n::error::b.md:1"),
        ("a\r\x1b[31mb.md", "docs/a\\r\\x1b[31mb.md:1"),
        ("a\u2028\u202eb.md", "docs/a\\u2028\\u202eb.md:1"),
        (b"caf\xe9.md", "docs/caf\\udce9.md:1"),
        ("##[error]b.md", "docs/#\\#[error]b.md:1"),
    ],
)
def test_a_name_is_one_line_and_no_command(folder, recall, name, shown):
    bad = b"/// card\n\nWhat?\n\n**Answer:** It.\n\n///\n"
    with open(os.path.join(os.fsencode(folder / "docs"), os.fsencode(name)), "wb") as page:
        page.write(bad)
    code, text = recall("check")
    assert code == 1
    assert [line.partition(": ")[0] for line in text.splitlines()[:-1]] == [shown]
    problems = json.loads(recall("check", "--format", "json")[1])["problems"]
    assert problems[0]["path"] == "docs/" + os.fsdecode(name)
    annotation = recall("check", "--format", "github")[1].splitlines()
    assert len(annotation) == 2
    assert annotation[0].startswith("::error file=docs/")
    for words in (("stats",), ("fmt", "--check"), ("fmt",)):
        code, text = recall(*words)
        assert code in (0, 1)
        assert not any(line.startswith(("::", "b.md")) for line in text.splitlines())


def test_a_page_beside_the_site_whose_name_is_a_command(tmp_path, recall, monkeypatch):
    (tmp_path / "::error::x.md").write_text("/// card\n\nWhat?\n\n**Answer:** It.\n\n///\n")
    monkeypatch.chdir(tmp_path)
    assert recall("check", "::error::x.md")[1].startswith("\\::error::x.md:1: error missing-id")


def test_a_comment_and_a_title_are_one_line_and_no_command(folder, recall):
    comment = "<!-- recall: ignore x\n::error::y: z -->"
    (folder / "docs" / "index.md").write_text(f"# ::error::title\n\n{comment}\n{CARD.format(id='one', what='it')}")
    text = recall("check")[1]
    assert "bad-ignore" in text
    assert len(text.splitlines()) == 2
    assert recall("stats")[1].splitlines()[-8:][0] != "::error::title"
    assert not [line for line in recall("stats")[1].splitlines() if line.lstrip().startswith("::")]


def test_a_folder_of_pages_that_does_not_exist(folder, recall):
    (folder / "mkdocs.yml").write_text("site_name: A\ndocs_dir: gone\n")
    wanted = "mkdocs.yml: there is no folder gone for the pages. Create it, or fix `docs_dir`."
    for words in COMMANDS:
        assert recall(*words) == (2, f"recall {words[0]}: {wanted}\n")


def test_fmt_keeps_permissions_line_ends_mark_and_link(folder, recall):
    real, page = folder / "real.md", folder / "docs" / "index.md"
    page.unlink()
    real.write_bytes(b"\xef\xbb\xbf/// card|one\r\nWhat?\r\n\r\n**Answer:** It.\r\n///\r\n")
    real.chmod(0o640)
    page.symlink_to(real)
    assert recall("fmt")[0] == 0
    assert real.read_bytes() == b"\xef\xbb\xbf/// card | one\r\n\r\nWhat?\r\n\r\n**Answer:** It.\r\n\r\n///\r\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert page.is_symlink()
    assert sorted(path.name for path in folder.iterdir()) == ["docs", "mkdocs.yml", "real.md"]


def test_fmt_leaves_a_page_that_is_read_only(folder, recall):
    page, other = folder / "docs" / "index.md", folder / "docs" / "other.md"
    text = "/// card|{}\nWhat?\n\n**Answer:** It.\n///\n"
    page.write_text(text.format("one"))
    page.chmod(0o444)
    other.write_text(text.format("three"))
    code, said = recall("fmt")
    assert code == 1
    assert "docs/index.md: not changed: it is read-only.\n" in said
    assert "docs/other.md: changed\n" in said
    assert page.read_text() == text.format("one")


def test_a_page_is_whole_though_writing_fails(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("before")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(page, b"after")
    assert page.read_text() == "before"
    assert list(tmp_path.iterdir()) == [page]


def test_fmt_reports_a_page_that_it_cannot_write(folder, recall, monkeypatch):
    (folder / "docs" / "index.md").write_text("/// card|one\nWhat?\n\n**Answer:** It.\n///\n")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    code, said = recall("fmt")
    assert code == 1
    assert "docs/index.md: not changed: it cannot be written: No space left on device.\n" in said


def test_new_adds_with_the_line_ends_of_the_page(folder, recall):
    page = folder / "docs" / "index.md"
    page.write_bytes(b"# Home\r\n")
    page.chmod(0o600)
    assert recall("new", "card", "Slices", "--write", "docs/index.md")[0] == 0
    content = page.read_bytes()
    assert content.startswith(b"# Home\r\n\r\n/// card | slices")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_new_gives_a_new_page_the_usual_permissions(folder, recall):
    assert recall("new", "card", "Slices", "--write", "docs/new.md")[0] == 0
    (folder / "docs" / "plain.md").write_text("")
    modes = {stat.S_IMODE((folder / "docs" / name).stat().st_mode) for name in ("new.md", "plain.md")}
    assert len(modes) == 1


def test_new_refuses_what_it_cannot_write(folder, recall):
    os.mkfifo(folder / "docs" / "pipe.md")
    (folder / "docs" / "latin.md").write_bytes(b"caf\xe9\n")
    (folder / "docs" / "shut.md").write_text("x\n")
    (folder / "docs" / "shut.md").chmod(0o444)
    for name in ("pipe.md", "latin.md", "shut.md", "index.md/below.md", "x" * 300 + ".md"):
        code, text = recall("new", "card", "Slices", "--write", f"docs/{name}")
        assert code == 2, name
        assert len(text.splitlines()) == 1
    assert (folder / "docs" / "latin.md").read_bytes() == b"caf\xe9\n"
    assert recall("new", "topic", "Slices", "--write", "docs/index.md")[0] == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pipe.md", "the snippet parts/pipe.md cannot be read."),
        ("twice.md", "the snippet parts/pipe.md cannot be read."),
        ("folder", "the snippet parts/folder cannot be read."),
        ("latin.md", "the snippet parts/latin.md is not in the encoding of snippets."),
        ("gone.md", ""),
        ("x" * 300, ""),
        ("x\x00", ""),
        ("good.md:a:b", ""),
        ("other.md", ""),
    ],
)
def test_a_snippet_may_be_anything(folder, recall, name, said):
    (folder / "mkdocs.yml").write_text(
        "site_name: A site\nplugins: [recall]\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: parts\n"
    )
    (folder / "parts").mkdir()
    os.mkfifo(folder / "parts" / "pipe.md")
    (folder / "parts" / "gone.md").symlink_to("nowhere")
    (folder / "parts" / "latin.md").write_bytes(b"caf\xe9\n")
    (folder / "parts" / "folder").mkdir()
    (folder / "parts" / "twice.md").write_text('--8<-- "pipe.md"\n')
    (folder / "parts" / "good.md").write_text(CARD.format(id="good", what="it"))
    (folder / "docs" / "index.md").write_text(f'# Home\n\n--8<-- "{name}"\n\n--8<-- "good.md"\n')
    code, text = recall("check")
    lines = text.splitlines()
    if said:
        assert code == 1
        assert lines[0] == f"docs/index.md:3: error unreadable: {said} Fix the file, or the line that includes it."
    else:
        assert (code, lines) == (0, ["0 errors and 0 warnings in 2 items on 2 pages."])
    assert len(lines) == 1 + bool(said)


@pytest.mark.parametrize(
    "line",
    [
        '> --8<-- "folder"',
        '--8<-- "good.md"///',
        '--8<-- "good.md" ///',
        "--8<-- folder",
        ';--8<-- "folder"',
        '--8<-- ";folder"',
        '--8<--\n; folder\n--8<-- "folder"\n--8<--',
        '--8<-- "../"',
        'Text --8<-- "folder"',
    ],
)
def test_what_includes_no_file_is_no_error(folder, recall, line):
    """None of these makes pymdownx.snippets read the folder, which it could not."""
    (folder / "mkdocs.yml").write_text(
        "site_name: A site\nplugins: [recall]\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: parts\n"
    )
    (folder / "parts" / "folder").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text(f"# Home\n\n{line}\n\n{CARD.format(id='one', what='it')}")
    assert recall("check") == (0, "0 errors and 0 warnings in 2 items on 2 pages.\n")


@pytest.mark.parametrize("words", COMMANDS)
def test_a_folder_that_is_gone(folder, monkeypatch, words):
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    assert main(words) == 2


def test_nothing_waits(folder):
    """The same with the real program: a pipe that nobody writes to holds nothing up."""
    put(folder, "pipe")
    done = run_recall(folder, "check", stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_lesson_that_is_a_pipe_holds_nothing_up(folder):
    """`taught=` leads to a page, which is then read for the terms of the question."""
    put(folder, "pipe")
    question = QUESTION.format(id="three", mark="x").replace("| three easy", "| three easy taught=odd.md#part")
    (folder / "docs" / "question.md").write_text("# Page\n\n" + question)
    done = run_recall(folder, "check", stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stderr) == (1, b"")
