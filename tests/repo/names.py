"""What has one name and several meanings: `python tests/repo/names.py` prints it, `test_names.py` wants none.

One name, one meaning: who meets `isBegun` in two files must not have to find out that they ask two things. So no two
files of one language define the same name at their top level.

- Python: the public names of the package, which are classes, functions and values. A name that begins with `_` is read
  in its own file alone.
- JavaScript: all names of the client, since nothing marks a private one: classes, functions, values and types.
- What is inside a class or a function belongs to it. Imports, re-exports and types that only give a name to
  another file's type define nothing.
- `TABLES` are the exceptions: tables of which each file of a folder has one.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from offenders import BUNDLES, PACKAGE

TABLES = {
    # Each file names its rules and the functions that check them. site/quality.py puts the tables together.
    ("Python", "CHECKS"): "rules/quality",
    ("Python", "CHECKS_OF_ANY_KIND"): "rules/quality",
    # Each file describes its format. exports/__init__.py puts the formats together.
    ("Python", "FORMAT"): "exports",
    # Each file describes how the formats write a kind. exports/kinds/__init__.py puts the kinds together.
    ("Python", "KIND"): "exports/kinds",
    ("Python", "IMPORT_FORMAT"): "imports",
    # Each file describes another plugin. imports/rivals/__init__.py puts these together.
    ("Python", "RIVAL"): "imports/rivals",
}
"""The folder in which several files may define a name, by language and name."""

_DEFINITION = re.compile(
    r"^(?:export )?(?:default )?(?:(?:async )?function\*?|class|const|let|var) (?:(\w+)|([\[{][^;]*?[\]}]) = )", re.M
)
_BOUND = re.compile(r"(\w+)(?:\s*=[^,]*)?\s*(?=[,\]}])")
_TYPE = re.compile(r"@typedef\s+\{")
_TYPE_NAME = re.compile(r"\s*(?:\*\s*)?(\w+)")
_IMPORTED = re.compile(r'(?:typeof )?import\("[^"]+"\)\.(\w+)')


def python_names(text: str) -> Iterator[str]:
    """Yield the public names that a file defines at its top level, also inside of a condition."""
    yield from (name for name in _bound(ast.parse(text)) if not name.startswith("_"))


def _bound(node: ast.AST) -> Iterator[str]:
    """Yield what a node binds. Classes, functions, lambdas and comprehensions have names of their own inside."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _bound(child)


def javascript_names(text: str) -> Iterator[str]:
    """Yield the names that a file defines at its top level. Prettier indents all others."""
    for name, pattern in _DEFINITION.findall(text):
        yield from [name] if name else _BOUND.findall(pattern)
    for found in _TYPE.finditer(text):
        end = _closing(text, found.end())
        name = _TYPE_NAME.match(text, end + 1)
        imported = _IMPORTED.fullmatch(text[found.end() : end].strip())
        if name and not imported:
            yield name[1]


def _closing(text: str, start: int) -> int:
    """Return where the brace closes that was opened before `start`."""
    depth = 1
    for index in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return len(text)


LANGUAGES: dict[str, tuple[str, Callable[[str], Iterator[str]]]] = {
    "Python": ("*.py", python_names),
    "JavaScript": ("client/**/*.js", javascript_names),
}
"""The files of each language, and what they define."""


def shared(language: str) -> dict[str, list[Path]]:
    """Return the names that several files of the package define, and those files, relative to the package."""
    pattern, names = LANGUAGES[language]
    places: dict[str, set[Path]] = defaultdict(set)
    for path in PACKAGE.rglob(pattern):
        if path.parent != BUNDLES:
            for name in names(path.read_text(encoding="utf-8")):
                places[name].add(path.relative_to(PACKAGE))
    return {name: sorted(files) for name, files in sorted(places.items()) if len(files) > 1}


def offenders() -> list[str]:
    """Return a line for each name with several meanings, and one for each exception that nothing needs."""
    found = {(language, name): files for language in LANGUAGES for name, files in shared(language).items()}
    return [
        *(
            f"{language}: {name} is defined in {', '.join(map(str, files))}. Rename all but one, or import it."
            for (language, name), files in found.items()
            if {file.parent.as_posix() for file in files} != {TABLES.get((language, name))}
        ),
        *(f"{language}: {name} needs no exception." for language, name in TABLES if (language, name) not in found),
    ]


if __name__ == "__main__":
    found = offenders()
    print("\n".join(found) or "Each name has one meaning.")
    sys.exit(bool(found))
