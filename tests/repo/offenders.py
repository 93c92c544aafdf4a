"""What breaks the rules of the house: `python tests/repo/offenders.py` prints it, `test_house.py` wants none.

- No folder holds more than 15 source files, no source file more than 400 lines, no line more than 120 columns.
- Imports point one way through the folders of the package: `FOLDERS`.
- Inside of that, only some folders may use anything but the standard library: `LIBRARIES`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "mkdocs_recall"

MOST_FILES = 15
MOST_LINES = 400
MOST_COLUMNS = 120
SOURCES = (".py", ".js", ".mjs", ".css")
BUNDLES = PACKAGE / "assets"
"""Made from the client's sources, so that no size of theirs counts."""

FOLDERS = (
    "ui",
    "assets",
    "model",
    "syntax",
    "kinds",
    "rules",
    "render",
    "site",
    "extension",
    "imports",
    "exports",
    "offline",
    "formatter",
    "verifier",
    "skeletons",
    "config",
    "commands",
    "search_index",
    "neighbours",
    "plugin",
    "cli",
)
"""From the inside out: each may import what stands before it. `config` and the last four are files."""

LIBRARIES = {
    "render": {"markdown"},
    "site": {"markdown", "pathspec", "yaml", "yaml_env_tag"},
    "extension": {"markdown"},
    "exports": {"markdown"},
    "imports": {"markdown"},
    "formatter": {"markdown"},
    "config": {"mkdocs"},
    "search_index": {"mkdocs"},
    "neighbours": {"mkdocs"},
    "plugin": {"mkdocs"},
}
"""What is not in the standard library, by the folders that may import it."""


def sources() -> list[Path]:
    """Return all source files that git knows or would add."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [ROOT / name for name in sorted(set(names)) if name.endswith(SOURCES)]
    return [path for path in paths if path.is_file() and path.parent != BUNDLES]


def too_large(paths: list[Path]) -> Iterator[str]:
    """Name folders with too many files, files with too many lines, and lines that are too long."""
    for folder, number in sorted(Counter(path.parent for path in paths).items()):
        if number > MOST_FILES:
            yield f"{folder.relative_to(ROOT).as_posix()}/ holds {number} source files, {MOST_FILES} at most"
    for path in paths:
        name, lines = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8").splitlines()
        if len(lines) > MOST_LINES:
            yield f"{name} has {len(lines)} lines, {MOST_LINES} at most"
        for number, line in enumerate(lines, 1):
            if len(line) > MOST_COLUMNS:
                yield f"{name}:{number} has {len(line)} columns, {MOST_COLUMNS} at most"


def folder_of(parts: tuple[str, ...]) -> str:
    """Return the folder of a module of the package, or its own name where it stands in none."""
    return parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Return line and dotted name, relative to the package, of what a file imports; of other packages one name."""
    place = path.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, ("", alias.name.partition(".")[0])) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, ("", (node.module or "").partition(".")[0])
        elif isinstance(node, ast.ImportFrom):
            above = place[: len(place) - node.level + 1]
            dotted = tuple(node.module.split(".")) if node.module else ()
            yield from ((node.lineno, (*above, *dotted, alias.name)) for alias in node.names)


def against_the_order() -> Iterator[str]:
    """Name imports of the package that point outward, or to a library that the folder may not use."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        if parts == ("__init__.py",):
            continue
        own = folder_of(parts)
        if own not in FOLDERS:
            yield f"{'/'.join(parts)}: `{own}` is not in the order of folders"
            continue
        for line, (first, *rest) in imports_of(path):
            where = f"{'/'.join(parts)}:{line}"
            if first and FOLDERS.index(first) > FOLDERS.index(own):
                yield f"{where}: {own} imports {first}"
            elif not first and rest[0] not in sys.stdlib_module_names and rest[0] not in LIBRARIES.get(own, set()):
                yield f"{where}: {own} imports {rest[0]}"


def offenders() -> list[str]:
    """Return everything that breaks a rule of the house."""
    return [*too_large(sources()), *against_the_order()]


if __name__ == "__main__":
    found = offenders()
    print("\n".join(found) or "Nothing breaks the rules of the house.")
    sys.exit(bool(found))
