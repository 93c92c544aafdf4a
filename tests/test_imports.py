"""Imports point one way: what is inside knows nothing of what is around it."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins" / "mkdocs_recall"

LAYERS = (
    {"rule_names", "text"},
    {"identity"},
    {"model"},
    {"words", "fences", "inline", "locales", "report", "shipped", "cut"},
    {"blocks", "canonical", "header", "options", "origins", "markup", "host", "hold", "sources"},
    {"scan", "parse", "rules", "includes", "placeholders"},
    {"bank", "render", "settings", "inclusion"},
    {"format", "quality", "links", "study", "tree", "misplaced", "manifest", "pool"},
    {"check"},
    {"stats", "past"},
    {"changes", "overviews", "preview", "skeletons"},
    {"context"},
    {"filling", "processors"},
    {"extension"},
    {"commands", "config", "plugin"},
    {"cli"},
)
"""Modules and packages from the inside out: each may import what stands in its own layer or before it."""

PURE = {
    "rule_names",
    "text",
    "model",
    "identity",
    "cut",
    "words",
    "fences",
    "inline",
    "locales",
    "report",
    "blocks",
    "canonical",
    "header",
    "options",
    "origins",
    "scan",
    "parse",
    "rules",
    "bank",
    "quality",
    "stats",
    "changes",
    "study",
    "manifest",
    "pool",
}
"""What works on text and data with the standard library alone."""


OTHERS = {
    "config": {"mkdocs"},
    "plugin": {"mkdocs"},
    "settings": {"yaml", "yaml_env_tag", "pathspec"},
    "sources": {"yaml", "markdown"},
}
"""What is not Markdown's, and who may import it."""


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[tuple[int, str]]:
    """Level and dotted name of every import of a file."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(0, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.level, node.module or node.names[0].name))
    return found


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py" or file.parent != PACKAGE)


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_inward(path: Path) -> None:
    name = name_of(path)
    depth = len(path.relative_to(PACKAGE).parts)
    for level, module in imports_of(path):
        if level == depth:
            assert layer(module.split(".")[0]) <= layer(name), f"{name} imports {module}"
        top = module.split(".")[0]
        if level == 0 and top not in sys.stdlib_module_names:
            assert top in OTHERS.get(name, {"markdown"})
            assert name not in PURE


def test_every_module_has_its_layer() -> None:
    assert {name_of(path) for path in FILES} == set().union(*LAYERS)
