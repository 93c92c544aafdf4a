"""Each kind has each of its pieces, so that one that was forgotten is named."""

import re
from importlib.resources import files

import pytest

from mkdocs_recall import exports, imports, kinds, render
from mkdocs_recall.assets import PARTS
from mkdocs_recall.extension.page_blocks import PAGE_BLOCK_RENDERERS
from mkdocs_recall.model import vocabulary
from paths import CLIENT, PACKAGE, ROOT, SPEC

ALL = [pytest.param(name, id=name) for name in vocabulary.ALL_KINDS]
ITEMS = [pytest.param(name, id=name) for name in vocabulary.ITEM_KINDS]


def test_the_tables_list_the_same_kinds_in_the_same_order() -> None:
    assert tuple(kinds.ITEMS) == vocabulary.ITEM_KINDS
    assert tuple(kinds.SETS) == vocabulary.SET_KINDS
    assert tuple(kinds.PAGE_BLOCKS) == vocabulary.PAGE_KINDS
    assert tuple(render.ITEM_RENDERERS) == vocabulary.ITEM_KINDS
    assert tuple(render.SET_RENDERERS) == vocabulary.SET_KINDS
    assert tuple(PAGE_BLOCK_RENDERERS) == vocabulary.PAGE_KINDS


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_has_its_cases_golden_files_and_page_of_the_reference(kind: str) -> None:
    wanted = [
        SPEC / "cases" / f"{kind}.md",
        SPEC / "golden" / f"{kind}.md",
        SPEC / "golden" / f"{kind}.html",
        ROOT / "docs" / "reference" / f"{kind}.md",
    ]
    assert [path.relative_to(ROOT).as_posix() for path in wanted if not path.is_file()] == []
    assert f"reference/{kind}.md" in (ROOT / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("kind", ITEMS)
def test_a_kind_of_item_has_its_classes_example_script_style_and_export(kind: str) -> None:
    assert kinds.ITEMS[kind].spec.name == kind
    assert kinds.ITEMS[kind].spec.noun
    assert (files("mkdocs_recall.skeletons") / f"{kind}.md").is_file()
    assert (PACKAGE / "exports" / "kinds" / f"{kind}.py").is_file()
    assert any((CLIENT / "items" / folder / f"{kind}.js").is_file() for folder in ("", "typed"))
    assert (CLIENT / "css" / "items" / f"{kind}.css").is_file()


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_that_does_something_is_in_one_part_of_the_script(kind: str) -> None:
    """Coverage is a table, downloads are links, and no more."""
    having = [part.name for part in PARTS.values() if kind in part.kinds]
    assert len(having) == (0 if kind in ("coverage", "downloads") else 1)
    if having and kind != "ways":
        assert f"{kind}: Recall" in (CLIENT / "parts" / f"{having[0]}.js").read_text("utf-8")


def test_exports_write_each_kind_of_item_from_a_file_of_its_own() -> None:
    """`ExportKind` wants a function for each format, and mypy and Python name what a file of a kind leaves out."""
    assert tuple(exports.EXPORT_KINDS) == vocabulary.ITEM_KINDS
    called = [name for each in exports.EXPORT_FORMATS.values() for name in each.writers]
    assert sorted(called) == sorted(exports.WRITERS)


@pytest.mark.parametrize("name", list(exports.EXPORT_FORMATS))
def test_each_format_has_its_page_of_the_reference(name: str) -> None:
    assert (ROOT / "docs" / "reference" / f"export-{name}.md").is_file()
    assert f"reference/export-{name}.md" in (ROOT / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("kind", ITEMS)
def test_each_state_of_an_item_is_shown(kind: str) -> None:
    states = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs" / "reference").glob("states*.md"))
    assert re.search(rf"^/// {kind} \|", states, re.MULTILINE)


@pytest.mark.parametrize("name", list(imports.IMPORT_FORMATS))
def test_a_format_to_import_has_a_file_and_is_in_the_reference(name: str) -> None:
    assert (PACKAGE / "imports" / f"{name.replace('-', '_')}.py").is_file()
    table = (ROOT / "docs" / "reference" / "import.md").read_text("utf-8")
    assert f"| [`{name}`](" in table
