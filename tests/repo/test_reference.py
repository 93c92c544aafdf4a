"""The reference pages say what the code does: no rule, setting, part or name is missing, and samples are true."""

import ast
import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import get_args

import pytest

from mkdocs_recall.config import RecallConfig
from mkdocs_recall.extension.recall import RecallExtension
from mkdocs_recall.kinds import ITEMS, KINDS, Item, ItemSet, Mcq
from mkdocs_recall.model.page import Page, Region
from mkdocs_recall.model.rule_names import QUALITY, Rule
from mkdocs_recall.model.vocabulary import ALL_KINDS, DEFAULT_LEVELS, LABELS
from mkdocs_recall.rules.quality.many import RULES
from mkdocs_recall.site.bank import Bank, Entry
from mkdocs_recall.site.quality import check_quality
from mkdocs_recall.syntax.header import read_header
from mkdocs_recall.syntax.scanner import scan
from mkdocs_recall.ui import ENGLISH_UI
from paths import CLIENT, PACKAGE, ROOT, SPEC

REFERENCE = ROOT / "docs" / "reference"
WITH_QUALITY = ("quality", "quality-options", "quality-questions")
WITH_SAMPLES = ("index", *ALL_KINDS, "cumulative", "placement")

SAMPLE = re.compile(r"^(?P<fence>`{3,})markdown\n(?P<source>.*?)^(?P=fence)\n", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMES = re.compile(r"`[a-z]+`|\]\([a-z]+\.md\)")
EXPRESSION = re.compile(r"What is `(?P<code>[^`]+)`\?")
PROPERTY = re.compile(r"^ +(?P<name>--recall-[a-z-]+): (?P<value>#[0-9a-f]{6});", re.MULTILINE)


def read(page: str) -> str:
    return (REFERENCE / f"{page}.md").read_text("utf-8")


def headings(page: str, level: int) -> list[str]:
    return re.findall(rf"^#{{{level}}} (.+)$", read(page), re.MULTILINE)


def entries(page: str) -> tuple[Entry, ...]:
    """The live blocks of a page and what they hold; what stands in a fence is a sample and no block."""
    top = Bank().read(Page(path=page, lines=read(page).split("\n"))).entries
    return tuple(each for entry in top for each in (entry, *entry.children))


def regions(source: str) -> list[Region]:
    """The blocks of a sample and what they hold."""
    top = scan(source.split("\n")).regions
    return [each for region in top for each in (region, *region.children)]


def settings(entry: Entry) -> dict[str, str]:
    return read_header(entry.region.header, DEFAULT_LEVELS).settings


# Rules


def test_every_rule_is_explained_once() -> None:
    found = [heading for page in ("messages", *WITH_QUALITY) for heading in headings(page, 3)]
    assert sorted(found) == sorted(get_args(Rule))
    assert {heading for page in WITH_QUALITY[1:] for heading in headings(page, 3)} == QUALITY


@pytest.mark.parametrize("rule", sorted(QUALITY))
def test_every_quality_rule_says_why_and_shows_before_and_after(rule: str) -> None:
    text = next(text for text in map(read, WITH_QUALITY[1:]) if f"\n### {rule}\n" in text)
    section = re.split(r"^##+ ", text.split(f"\n### {rule}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    assert [word for word in ("Why", "Evidence", "On this course", "Ignore it") if f"**{word}:**" not in section] == []
    before, after = (found["source"].split("\n") for found in SAMPLE.finditer(section))
    assert warnings(before, rule) == {rule}
    # One question many times over has its key in one place, wherever that is.
    assert warnings(after, rule) == ({rule} if rule == "key-position" else set())


def warnings(lines: list[str], rule: str) -> set[str]:
    """What a rule finds in a sample; rules over many questions get as many of it as they need."""
    times = 20 if rule in RULES else 1
    headers = (re.sub(r"^(/// \w+ \| \S+)", rf"\1-{number}", lines[0]) for number in range(times))
    bank = Bank()
    page = bank.read(Page(path="sample.md", lines=[line for header in headers for line in (header, *lines[1:])]))
    assert bank.problems() == []
    assert len(list(page.items())) == times
    return {problem.rule for problem in check_quality([page], rules={name: name == rule for name in QUALITY})}


def test_the_sample_of_a_comment_ignores_what_it_says() -> None:
    (sample,) = (found["source"].split("\n") for found in SAMPLE.finditer(read("quality")))
    assert warnings(sample, "absolutes") == set()
    assert warnings([line for line in sample if "<!--" not in line], "absolutes") == {"absolutes"}


# Kinds


def test_every_kind_has_its_page() -> None:
    assert [kind for kind in ALL_KINDS if not (REFERENCE / f"{kind}.md").is_file()] == []
    assert [kind for kind in ALL_KINDS if not {f"`{kind}`", f"]({kind}.md)"} <= set(NAMES.findall(read("index")))] == []


def test_every_kind_is_live_on_its_page() -> None:
    assert [kind for kind in ALL_KINDS if kind not in {entry.region.kind for entry in entries(kind)}] == []


@pytest.mark.parametrize(
    ("kind", "setting"), [(name, setting) for name, kind in KINDS.items() for setting in kind.spec.setting_names()]
)
def test_every_setting_has_a_row_and_an_example(kind: str, setting: str) -> None:
    assert re.search(rf"^\| `{setting}` \|", read(kind), re.MULTILINE)
    # A folder with one question that names its section has to name it in all of them, so samples do without.
    elsewhere = {("test", "from"): "cumulative", ("test", "per"): "placement", ("test", "result"): "placement"}
    elsewhere |= {(name, "taught"): "../topics/datasets" for name in ITEMS}
    page = elsewhere.get((kind, setting), kind)
    assert any(setting in settings(entry) for entry in entries(page) if entry.region.kind == kind)


@pytest.mark.parametrize(("kind", "part"), [(name, part) for name, kind in ITEMS.items() for part in kind.spec.parts])
def test_every_part_has_a_heading_and_an_example(kind: str, part: str) -> None:
    assert LABELS[part] in headings(kind, 3)
    items = [entry.block for entry in entries(kind) if isinstance(entry.block, Item)]
    assert any(item.texts(part) for item in items if item.kind == kind)
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
    shown = sum(len(regions(found["source"])) for found in samples)
    assert len(entries(page)) == shown > 0


@pytest.mark.parametrize("page", WITH_SAMPLES)
def test_live_items_are_sound_and_named_apart(page: str) -> None:
    assert [str(problem) for entry in entries(page) for problem in entry.problems] == []
    assert [entry.block.id for entry in entries(page) if not (entry.block.id or "ref-").startswith("ref-")] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_what_is_there_to_copy_is_sound(name: str) -> None:
    samples = [found["source"].split("\n") for found in SAMPLE.finditer((ROOT / name).read_text("utf-8"))]
    pages = [Bank().read(Page(path=name, lines=lines)) for lines in samples]
    assert any(page.entries for page in pages)
    assert [str(problem) for page in pages for problem in page.all_problems()] == []


def test_what_is_there_to_copy_has_no_warnings() -> None:
    samples = [found["source"].split("\n") for found in SAMPLE.finditer((ROOT / "CONTRIBUTING.md").read_text("utf-8"))]
    pages = [Bank().read(Page(path="CONTRIBUTING.md", lines=lines)) for lines in samples]
    assert sum(len(list(page.items())) for page in pages) > 2
    assert [str(problem) for problem in check_quality(pages)] == []


def choices() -> Iterator[Mcq]:
    for page in WITH_SAMPLES:
        yield from (entry.block for entry in entries(page) if isinstance(entry.block, Mcq))


def printing() -> Iterator[tuple[str, str]]:
    """The code of each question that asks what it prints, and the key."""
    for item in choices():
        code = CODE.search(item.stem.source)
        if code and "print" in code["code"]:
            yield code["code"], item.keys[0].text.source.strip("`")


@pytest.mark.parametrize(("code", "key"), list(printing()))
def test_code_prints_the_key(code: str, key: str) -> None:
    with redirect_stdout(io.StringIO()) as printed:
        exec(code, {})
    assert printed.getvalue().strip() == key


def values() -> Iterator[tuple[str, str]]:
    """The expression of each question that asks what it is, and the key."""
    for item in choices():
        expression = EXPRESSION.fullmatch(item.stem.source)
        if expression:
            yield expression["code"], item.keys[0].text.source.strip("`")


@pytest.mark.parametrize(("code", "key"), list(values()))
def test_expressions_have_the_value_of_the_key(code: str, key: str) -> None:
    assert eval(code, {}) == ast.literal_eval(key)


def test_the_numbers_of_the_live_test_are_those_told() -> None:
    (deck,) = (entry.block for entry in entries("test") if isinstance(entry.block, ItemSet))
    bank = [entry.block.rank for entry in entries("test") if isinstance(entry.block, Mcq)]
    held = ", ".join(f"{bank.count(rank)} {names[0]}" for rank, names in enumerate(DEFAULT_LEVELS, 1))
    drawn = ", ".join(f"{number} {names[0]}" for number, names in zip(deck.mix, DEFAULT_LEVELS, strict=True))
    assert f"Its bank has {len(bank)} questions: {held}." in read("test")
    assert f"It draws {deck.draw}: {drawn}." in read("test")


# Configuration and HTML


def test_every_option_is_explained() -> None:
    plugin = {name for name, _ in RecallConfig._schema}
    extension = set(RecallExtension().config) - {"bank", "current", "draw", "late", "preview", "words"}
    assert plugin == extension == set(headings("configuration", 3))


def names_explained() -> str:
    """The page of the HTML, and the pages of all kinds: what only one kind has may stand on its own page."""
    return "\n".join(map(read, ("html", *ALL_KINDS)))


@pytest.mark.parametrize("names", [r' class="([^"]*)"', r" (data-recall-[a-z-]+)", r"<(recall-[a-z-]+)"])
def test_names_in_the_html_are_explained(names: str) -> None:
    pages = "\n".join(path.read_text("utf-8") for path in (SPEC / "golden").glob("*.html"))
    found = {name for together in re.findall(names, pages) for name in together.split() if "recall-" in name}
    assert found
    assert [name for name in sorted(found) if f"`{name}`" not in names_explained()] == []


def test_names_that_python_writes_are_explained() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in (PACKAGE / "render").rglob("*.py"))
    found = {name for together in re.findall(r'"(recall-[a-z -]+)"', pages) for name in together.split()}
    found |= set(re.findall(r'"(data-recall-[a-z]+)"', pages)) | {f"recall-{kind}" for kind in ALL_KINDS}
    assert {"recall-mcq", "recall-foot", "data-recall-draw"} <= found
    assert [name for name in sorted(found) if f"`{name}`" not in names_explained()] == []


def test_classes_that_the_script_writes_are_explained() -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in CLIENT.rglob("*.js"))
    together = re.findall(r'(?:element|button)\((?:"[a-z0-9]+", )?"(recall-[a-z -]+)"', scripts)
    found = {name for names in together for name in names.split()}
    assert {"recall-panel", "recall-summary", "recall-check"} <= found
    assert [name for name in sorted(found) if f"`{name}`" not in names_explained()] == []


def test_attributes_and_events_of_the_script_are_explained() -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in CLIENT.rglob("*.js"))
    camel = re.findall(r"dataset\.(recall[A-Z]\w*)", scripts)
    found = {"data-" + re.sub("([A-Z])", lambda big: "-" + big[0].lower(), name) for name in camel}
    found |= set(re.findall(r"data-recall-[a-z]+", scripts)) | set(re.findall(r'new CustomEvent\("([a-z-]+)"', scripts))
    assert {"data-recall-state", "recall-attempt", "recall-attempted"} <= found
    assert [name for name in sorted(found) if f"`{name}`" not in names_explained()] == []


def test_every_colour_is_listed_with_its_values() -> None:
    values: dict[str, list[str]] = {}
    for name, value in PROPERTY.findall((CLIENT / "css" / "base" / "tokens.css").read_text("utf-8")):
        values.setdefault(name, []).append(value)
    assert {len(light_and_dark) for light_and_dark in values.values()} == {2}
    rows = [f"| `{name}` | `{light}` | `{dark}` |" for name, (light, dark) in values.items()]
    assert [row for row in rows if row not in read("html")] == []


def test_every_name_of_a_control_is_listed() -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in CLIENT.rglob("*.js"))
    python = "\n".join(path.read_text("utf-8") for path in (PACKAGE / "render").rglob("*.py"))
    keys = set(re.findall(r'button\(\s*["`][^"`]+["`],\s*say\("([\w.]+)"', scripts))
    keys |= set(re.findall(r'add_button\([^"]+"[^"]+", "[^"]+", say\("([\w.]+)"', python))
    keys |= {key for key in ENGLISH_UI.catalogue if re.match(r"help\.|mcq\.(check|tryAgain)$|set\.(all|one)$", key)}
    keys |= {"test.flag", "test.unflag"}
    assert len(keys) > 25
    patterns = {key: re.sub(r"\\{\w+\\}", r"\\d+", re.escape(str(ENGLISH_UI.catalogue[key]))) for key in keys}
    text = read("html")
    assert [key for key, pattern in patterns.items() if not re.search(f'"{pattern}"', re.sub(r"\s+", " ", text))] == []


def test_every_record_is_listed() -> None:
    told = re.findall(r"recall:SITE:\w+:\w+(?::TIME)?", (CLIENT / "store" / "store.js").read_text("utf-8"))
    assert len(told) == 4
    assert [key for key in told if f"`{key}`" not in read("storage")] == []
