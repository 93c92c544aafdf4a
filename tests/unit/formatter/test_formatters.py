"""What other tools do to the course: Prettier and markdownlint, with this repository's configuration."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_recall.formatter import format_page
from mkdocs_recall.skeletons import skeleton, topic
from pages import convert
from paths import ROOT, SUPPORT

TOOLS = ROOT / "node_modules" / ".bin"
SETTINGS = (".prettierrc.json", ".prettierignore", ".markdownlint-cli2.jsonc")
TYPED = {f"{kind}.md": skeleton(kind) for kind in ("fill", "number", "order", "match")}
OWN = {"mcq.md": skeleton("mcq"), "explain.md": skeleton("explain"), **TYPED, **topic("loops", title="Loops")}
"""Pages beside the course, for what the course does not have."""
TABLES = ("match.md",)
"""Those with a table of pairs: Prettier aligns its columns, which `recall fmt` leaves alone as it does all tables."""
BLANKS = """\
/// fill | blanks

A ____ and `____`, **____** and \\____.

```python
for i in ____(3):
```

| a | b |
| --- | --- |
| ____ | x |

1. one
   - [ ] three
     > No.
2. two
3. `three`
4. four
5. `range`
6. six

///

/// order | lines

How?

```python
a
  b
```

* [ ] `c`
  > No.

///
"""
"""Blanks and pieces of every form."""


def run(*command: str | Path, cwd: Path, codes: tuple[int, ...] = (0,)) -> None:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True
    )
    assert done.returncode in codes, done.stdout + done.stderr


def build(folder: Path, name: str) -> dict[str, str]:
    """The pages of the site, by their paths."""
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder / name, cwd=folder)
    pages = {page.relative_to(folder / name).as_posix(): page for page in (folder / name).rglob("*.html")}
    return {path: _SIZE.sub("", page.read_text("utf-8")) for path, page in sorted(pages.items())}


_SIZE = re.compile(r"(?<=, )\d+ KB")
"""That of a file to download: a file in JSON holds the Markdown of its questions."""


def tidy(folder: Path) -> None:
    """Run both tools over a folder as their users do; what the linter cannot mend makes its exit code 1."""
    run(TOOLS / "prettier", "--write", "docs/**/*.md", cwd=folder)
    run(TOOLS / "markdownlint-cli2", "--fix", "docs/**/*.md", cwd=folder, codes=(0, 1))


def sources(folder: Path) -> dict[str, str]:
    docs = folder / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course with what builds and tidies it."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", *SETTINGS):
        shutil.copy(ROOT / name, folder)
    return folder


TOPICS = ("topics/fine-tuning.md", "topics/heads.md", "topics/fine-tuning-test.md")
"""Pages that `make test` tidies; `make test-long` tidies and builds the whole course."""


def test_no_tool_changes_what_a_topic_renders(tmp_path: Path) -> None:
    for name in SETTINGS:
        shutil.copy(ROOT / name, tmp_path)
    for path in TOPICS:
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / path, tmp_path / "docs" / path)
    before = sources(tmp_path)
    tidy(tmp_path)
    after = sources(tmp_path)
    assert before["topics/fine-tuning.md"] != after["topics/fine-tuning.md"]
    for path in TOPICS:
        assert convert(after[path]).html == convert(before[path]).html
        assert format_page(after[path]).text == before[path]


@pytest.mark.long
@pytest.mark.timeout(300)
def test_no_tool_changes_what_the_course_renders(course: Path) -> None:
    before, built = sources(course), build(course, "before")
    tidy(course)
    after = sources(course)
    assert {path for path in before if before[path] != after[path]} >= {"topics/fine-tuning.md", "reference/mcq.md"}
    rebuilt = build(course, "after")
    assert rebuilt.keys() == built.keys()
    assert [path for path in built if rebuilt[path] != built[path]] == []
    for path in before:
        if path.startswith("topics/"):
            assert format_page(after[path]).text == before[path]


def test_no_tool_changes_what_other_pages_render(tmp_path: Path) -> None:
    pages = OWN | {"blanks.md": BLANKS, "rich.md": (SUPPORT / "rich.md").read_text("utf-8")}
    (tmp_path / "docs").mkdir()
    for name in SETTINGS:
        shutil.copy(ROOT / name, tmp_path)
    for name, text in pages.items():
        (tmp_path / "docs" / name).write_text(text, "utf-8")
    tidy(tmp_path)
    tidied = sources(tmp_path)
    assert {name for name in pages if tidied[name] != pages[name]} >= {
        *("mcq.md", "loops.md", "loops-test.md", "rich.md", "blanks.md"),
        *TYPED,
    }
    for name, text in pages.items():
        assert convert(tidied[name]).html == convert(text).html
        assert name not in OWN or name in TABLES or format_page(tidied[name]).text == text


def test_the_reference_names_the_settings_of_prettier() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert f'```json title=".prettierrc.json"\n{(ROOT / ".prettierrc.json").read_text("utf-8")}```' in page


def test_markdownlint_has_nothing_to_say_about_the_repository() -> None:
    run(TOOLS / "markdownlint-cli2", "**/*.md", cwd=ROOT)
