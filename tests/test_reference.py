"""The reference pages say what the code does: no rule, setting, part or name is missing, and samples are true."""

import ast
import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import get_args

import pytest

from mkdocs_recall.bank import Bank, Entry
from mkdocs_recall.config import RecallConfig
from mkdocs_recall.extension import RecallExtension
from mkdocs_recall.model import DEFAULT_LEVELS, Choice, Page, Rule
from mkdocs_recall.scan import scan
from mkdocs_recall.words import KINDS, LABELS, PARTS, SETTINGS

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
PACKAGE = ROOT / "plugins" / "mkdocs_recall"
CLIENT = PACKAGE / "client"
WITH_SAMPLES = ("index", *KINDS)

SAMPLE = re.compile(r"^(?P<fence>`{3,})markdown\n(?P<source>.*?)^(?P=fence)\n", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
PROPERTY = re.compile(r"^ +(?P<name>--recall-[a-z-]+): (?P<value>#[0-9a-f]{6});", re.MULTILINE)


def read(page: str) -> str:
    return (REFERENCE / f"{page}.md").read_text("utf-8")


def headings(page: str, level: int) -> list[str]:
    return re.findall(rf"^#{{{level}}} (.+)$", read(page), re.MULTILINE)


def entries(page: str) -> tuple[Entry, ...]:
    """The live items of a page; what stands in a fence is a sample and no item."""
    return Bank().read(Page(path=page, lines=read(page).split("\n"))).entries


# Rules


def test_every_rule_is_explained_once() -> None:
    assert sorted(headings("messages", 3)) == sorted(get_args(Rule))


# Kinds


def test_every_kind_has_its_page() -> None:
    assert [kind for kind in KINDS if not (REFERENCE / f"{kind}.md").is_file()] == []
    assert all(f"`{kind}`" in read("index") for kind in KINDS)


@pytest.mark.parametrize(("kind", "setting"), [(kind, name) for kind in KINDS for name in SETTINGS[kind]])
def test_every_setting_has_a_row_and_an_example(kind: str, setting: str) -> None:
    assert re.search(rf"^\| `{setting}` \|", read(kind), re.MULTILINE)
    assert any(setting in entry.item.settings for entry in entries(kind))


@pytest.mark.parametrize(("kind", "part"), [(kind, name) for kind in KINDS for name in PARTS[kind]])
def test_every_part_has_a_heading_and_an_example(kind: str, part: str) -> None:
    assert LABELS[part] in headings(kind, 3)
    assert any(entry.item.texts(part) for entry in entries(kind))
    assert f"]({kind}.md#{part})" in read("index")


@pytest.mark.parametrize("level", [name for names in DEFAULT_LEVELS for name in names])
def test_every_level_is_named(level: str) -> None:
    assert f"`{level}`" in read("index")
    assert f"`{level}`" in read("configuration")


# Samples


@pytest.mark.parametrize("page", WITH_SAMPLES)
def test_each_sample_is_followed_by_the_same_live(page: str) -> None:
    text, samples = read(page), list(SAMPLE.finditer(read(page)))
    assert [found["source"] for found in samples if not text[found.end() :].startswith("\n" + found["source"])] == []
    shown = sum(len(scan(found["source"].split("\n")).regions) for found in samples)
    assert len(entries(page)) == shown > 0


@pytest.mark.parametrize("page", WITH_SAMPLES)
def test_live_items_are_sound_and_named_apart(page: str) -> None:
    assert [str(problem) for entry in entries(page) for problem in entry.problems] == []
    assert [entry.item.id for entry in entries(page) if not entry.item.id.startswith("ref-")] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_what_is_there_to_copy_is_sound(name: str) -> None:
    samples = [found["source"].split("\n") for found in SAMPLE.finditer((ROOT / name).read_text("utf-8"))]
    pages = [Bank().read(Page(path=name, lines=lines)) for lines in samples]
    assert any(page.entries for page in pages)
    assert [str(problem) for page in pages for problem in page.all_problems()] == []


def printing() -> Iterator[tuple[str, str]]:
    """The code of each question that asks what it prints, and the key."""
    for item in (entry.item for entry in entries("mcq")):
        code = CODE.search(item.stem.source)
        if isinstance(item, Choice) and code:
            yield code["code"], item.keys[0].text.source.strip("`")


@pytest.mark.parametrize(("code", "key"), list(printing()))
def test_code_prints_the_key(code: str, key: str) -> None:
    with redirect_stdout(io.StringIO()) as printed:
        exec(code, {})
    assert printed.getvalue().strip() == key


# The package


def imports_of(path: Path) -> set[str]:
    """The modules of the package that a file imports, as paths."""
    found = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    return {f"{(node.module or '').replace('.', '/')}.py" for node in found if node.level}


def test_the_map_of_the_package_is_whole_and_in_the_direction_of_imports() -> None:
    mapped = re.findall(r"^\| `([\w/]+\.py)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    files = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    assert sorted(mapped) == sorted(files)
    for place, name in enumerate(mapped):
        assert imports_of(PACKAGE / name) <= set(mapped[:place])


# Configuration and HTML


def test_every_option_is_explained() -> None:
    plugin = {name for name, _ in RecallConfig._schema}
    extension = set(RecallExtension().config) - {"bank"}
    assert plugin == extension == set(headings("configuration", 3))


@pytest.mark.parametrize("names", [r' class="([^"]*)"', r" (data-recall-[a-z-]+)", r"<(recall-[a-z-]+)"])
def test_names_in_the_html_are_explained(names: str) -> None:
    pages = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests" / "golden").glob("*.html"))
    found = {name for together in re.findall(names, pages) for name in together.split() if "recall-" in name}
    assert found
    assert [name for name in sorted(found) if f"`{name}`" not in read("html")] == []


def test_attributes_and_events_of_the_script_are_explained() -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in CLIENT.glob("*.js"))
    camel = re.findall(r"dataset\.(recall[A-Z]\w*)", scripts)
    found = {"data-" + re.sub("([A-Z])", lambda big: "-" + big[0].lower(), name) for name in camel}
    found |= set(re.findall(r"data-recall-[a-z]+", scripts)) | set(re.findall(r'new CustomEvent\("([a-z-]+)"', scripts))
    assert {"data-recall-state", "recall-attempt", "recall-attempted"} <= found
    assert [name for name in sorted(found) if f"`{name}`" not in read("html")] == []


def test_every_colour_is_listed_with_its_values() -> None:
    values: dict[str, list[str]] = {}
    for name, value in PROPERTY.findall((CLIENT / "css" / "tokens.css").read_text("utf-8")):
        values.setdefault(name, []).append(value)
    assert {len(light_and_dark) for light_and_dark in values.values()} == {2}
    rows = [f"| `{name}` | `{light}` | `{dark}` |" for name, (light, dark) in values.items()]
    assert [row for row in rows if row not in read("html")] == []


def test_every_name_of_a_control_is_listed() -> None:
    words = (CLIENT / "words.js").read_text("utf-8").split("});")[0]
    controls = re.findall(r"(?:check|tryAgain|show\w+|hide\w+|again|good): \"([^\"]+)\"", words)
    assert len(controls) > 5
    assert [name for name in controls if f'"{name}"' not in read("html")] == []
