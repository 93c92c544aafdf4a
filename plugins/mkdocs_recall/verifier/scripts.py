"""Scripts on disk, and the cells that a page may show of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CELL = re.compile(r"[ \t]*(?:#|//|--|;|%)[ \t]*%%.*")
"""A line that begins a cell: a comment with two percent signs, as in Jupytext, Spyder and VS Code."""

LANGUAGE_BY_SUFFIX = {
    ".bash": "bash",
    ".js": "javascript",
    ".lua": "lua",
    ".mjs": "javascript",
    ".pl": "perl",
    ".php": "php",
    ".ps1": "powershell",
    ".py": "python",
    ".r": "r",
    ".rb": "ruby",
    ".sh": "bash",
    ".sql": "sql",
    ".ts": "typescript",
}
"""Language by the end of a file's name. A language without an entry here is named by that end: `.jl` is `jl`."""

ALIASES = {
    "cjs": "javascript",
    "console": "bash",
    "js": "javascript",
    "py": "python",
    "py3": "python",
    "python3": "python",
    "rb": "ruby",
    "sh": "bash",
    "shell": "bash",
    "ts": "typescript",
    "zsh": "bash",
}
"""Other names of a language after a code fence."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script, and its text in cells."""

    path: Path
    text: str
    cells: Sequence[str]
    """The text above the first mark, even if it is empty, then each cell without its mark. Blank lines around
    them are left out."""

    @property
    def language(self) -> str:
        """The language, as a code fence names it."""
        return language_of(self.path.suffix)

    def find(self, code: str) -> int | None:
        """Return the index of the cell that has this code, -1 for the whole file; None where neither has."""
        wanted = trim(code)
        if wanted in self.cells:
            return self.cells.index(wanted)
        return -1 if wanted == trim(self.text) else None


def language_of(name: str) -> str:
    """Return the common name of a language, from the word after a code fence or the end of a file's name."""
    name = name.lower()
    return LANGUAGE_BY_SUFFIX.get(name) or ALIASES.get(name.removeprefix("."), name.removeprefix("."))


def make_script(path: Path, text: str) -> Script:
    """Return the script with a text."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    return Script(path, text, tuple(map(trim, split_cells(text))))


def split_cells(text: str) -> list[str]:
    """Split a script at the lines that begin a cell. The first piece is the text above the first of them."""
    cells: list[list[str]] = [[]]
    for line in text.splitlines(keepends=True):
        if CELL.fullmatch(line.rstrip("\n")):
            cells.append([])
        else:
            cells[-1].append(line)
    return ["".join(cell) for cell in cells]


def trim(text: str) -> str:
    """Return a text without blank lines around it and spaces at the ends of its lines."""
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n")
