"""The lessons: their length, their parts, their pictures, their terms, and the course they belong to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from mkdocs_recall.syntax.code_fences import map_fences
from paths import ROOT

DOCS = ROOT / "docs"
NAMES = ("fine-tuning", "tokenizers", "datasets", "heads", "trainer", "metrics", "overfitting")
"""The topics in the order of the path."""

SLASHES = re.compile(r"/{3,}(?P<kind> +\w.*)?")
PICTURE = re.compile(
    r"!\[(?P<alternative>.*)\]\(\.\./(?P<file>[^()]+?\.svg)(?P<half>#only-(?:light|dark))\)(?:\{[^}]*\})?"
)
SMALL = 20
"""A section with fewer words has only tables, with a line that leads to them."""

lessons = pytest.mark.parametrize("name", NAMES)


@dataclass
class Section:
    """A section of the second level, with those of the third in it."""

    title: str
    prose: list[str] = field(default_factory=list)
    code: bool = False
    """Whether it shows code."""
    questions: int = 0

    @property
    def words(self) -> int:
        """The words that a reader reads: a name in code is one word, a link its text."""
        text = re.sub(r"`+[^`]+`+", "code", " ".join(self.prose))
        text = re.sub(r"\]\([^)]*\)(?:\{[^}]*\})?", "", text)
        return sum(bool(re.search(r"\w", word)) for word in text.split())


def read(name: str) -> str:
    return (DOCS / "topics" / f"{name}.md").read_text(encoding="utf-8")


def read_sections(page: str) -> Iterator[Section]:
    """The sections of a lesson, the first heading to the cards, with their prose outside code, tables and questions."""
    lines = page[page.index("\n## ") + 1 : page.index("\n## Recall cards\n")].split("\n")
    section, depth, boxed = Section(""), 0, False
    for line, fenced in zip(lines, map_fences(lines).fenced, strict=True):
        if found := SLASHES.fullmatch(line):
            depth += 1 if found["kind"] else -1
            section.questions += bool(found["kind"]) and depth == 1
        boxed = line.startswith("??? ") or (boxed and not line[:4].strip())
        section.code |= bool(fenced) and not depth
        if line.startswith("## "):
            if section.title:
                yield section
            section = Section(line[3:])
        elif not (fenced or depth or found or boxed or line.startswith(("#", "|", "!["))):
            section.prose.append(line)
    yield section


def prose_of(name: str) -> str:
    return " ".join(line.strip() for section in read_sections(read(name)) for line in section.prose)


@lessons
def test_a_lesson_has_600_to_1000_words(name: str) -> None:
    assert 600 <= sum(section.words for section in read_sections(read(name))) <= 1000


@lessons
def test_a_section_has_150_to_300_words_with_code_and_a_check(name: str) -> None:
    *sections, summary = [section for section in read_sections(read(name)) if section.words > SMALL]
    assert summary.title in ("Summary", "In short")
    assert 3 <= sum(line.startswith("- ") for line in summary.prose) <= 5
    assert len(sections) >= 4
    for section in sections:
        assert 150 <= section.words <= 300, (section.title, section.words)
        assert section.code, section.title
        assert section.questions, section.title


def test_words_are_counted_as_a_reader_does() -> None:
    page = """# T

## One

Two words and `one(piece, of, code)`, see [the page](other.md).
![Not counted](../a.svg#only-light)

| not | counted |
| --- | ------- |

/// mcq | a

not counted

///

??? note "Not counted"

    not counted

```python
not_counted = 0
```

```text title="Output"
not counted
```

### Inside

- Counted, too.

## Two

None

## Recall cards
"""
    assert [(section.title, section.words, section.questions, section.code) for section in read_sections(page)] == [
        ("One", 9, 1, True),
        ("Two", 1, 0, False),
    ]


@lessons
def test_the_goals_at_both_ends_cover_the_objectives_of_the_topic(name: str) -> None:
    page, test = read(name), read(f"{name}-test")
    first, last = re.findall(rf"^/// goals \| {name}-(?:goals|reached)\n(.*?)^///$", page, re.MULTILINE | re.DOTALL)
    assert "**You need:**" in first
    assert re.search(r"\*\*It takes:\*\* about \d+ minutes", first)
    assert page.index("/// goals") < page.index("\n## ") < page.index("\n## What you can do now\n") < page.index(last)
    abilities = re.findall(r"^- .+\{objective=(.+)\}$", first, re.MULTILINE)
    assert 5 <= len(abilities) <= 7
    assert re.findall(r"^- .+\{objective=(.+)\}$", last, re.MULTILINE) == abilities
    asked = re.findall(r"^/// (?:card|mcq|explain) .* objective=(\S+)", page + test, re.MULTILINE)
    assert set(abilities) == set(asked)


@lessons
def test_two_ways_lead_in_with_the_promise(name: str) -> None:
    head = read(name).partition("\n## ")[0]
    assert re.search(rf"^/// ways \| \S+ test={name}-test\.md learn=#\S+(?: next=\S+)?$", head, re.MULTILINE)
    assert re.search(
        r"10\s+questions,\s+easy\s+to\s+hard[:,](?: and)?\s+find\s+out\s+whether\s+this\s+topic\s+is\s+strong", head
    )


@lessons
def test_the_page_leads_to_the_next_topic(name: str) -> None:
    closing = read(name).partition("\n## What you can do now\n")[2]
    following = dict(zip(NAMES, [*NAMES[1:], "course-test"], strict=True))[name]
    assert re.search(rf"^Next.*\]\({following}\.md\)", closing, re.MULTILINE)


@lessons
def test_pictures_come_in_two_halves_with_a_full_alternative_and_a_question(name: str) -> None:
    page = read(name)
    pictures = list(PICTURE.finditer(page))
    assert pictures
    for light, dark in zip(pictures[::2], pictures[1::2], strict=True):
        assert (light["half"], dark["half"]) == ("#only-light", "#only-dark")
        assert light["file"].replace("-light.", "-dark.") == dark["file"]
        assert light["alternative"] == dark["alternative"]
        assert len(light["alternative"].split()) >= 20
        for picture in (light, dark):
            assert Path(picture["file"]).name.startswith(f"{name}-")
            assert "<svg" in (DOCS / picture["file"]).read_text(encoding="utf-8")
    assert page.count(".svg") == len(pictures)
    asking = [block for block in re.findall(r"^/// mcq .*?^///$", page, re.MULTILINE | re.DOTALL) if "picture" in block]
    assert asking


@lessons
def test_terms_are_in_the_glossary(name: str) -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    entries = {re.sub(r"[`*]", "", term).lower() for term in re.findall(r"^(\S.*)\n: ", glossary, re.MULTILINE)}
    bold = re.findall(r"\*\*`?([^*:.]+?)`?\*\*", prose_of(name))
    assert bold
    assert [term for term in bold if not any(names(entry, term.lower()) for entry in entries)] == []


def names(entry: str, term: str) -> bool:
    """Whether an entry of the glossary is that of a term, which may stand in the plural or without its noun."""
    return any(entry == form or entry.startswith(f"{form} ") for form in (term, term.removesuffix("s")))


@lessons
def test_each_row_about_an_error_or_an_old_tutorial_has_an_id(name: str) -> None:
    page, ids = read(name), []
    for kind, head in (("error", "Message"), ("old", "Old (?:or other )?tutorials say")):
        tables = re.findall(rf"^\| {head} .*\n\|[ |-]+\n((?:\|.*\n)+)", page, re.MULTILINE)
        assert len(tables) == 1, head
        rows = tables[0].splitlines()
        found = [re.match(rf"\| .*?\{{ #({kind}-[a-z0-9-]+) \}} +\| ", row) for row in rows]
        assert None not in found, (head, rows[found.index(None)] if None in found else "")
        ids += [match[1] for match in found if match]
    assert len(ids) == len(set(ids))


def test_the_home_page_has_a_map_of_the_path() -> None:
    home = (DOCS / "index.md").read_text(encoding="utf-8")
    path = home[home.index("\n## The path\n") : home.index("\n## How you learn here\n")]
    assert "\n/// map\n" in path
    assert re.findall(r"^### (.+)$", path, re.MULTILINE) == ["Run it", "Trust it"]
    assert "**Ship and scale it**" in path
    assert tuple(re.findall(r"^\d\. \[.+\]\(topics/([\w-]+)\.md\), \d+ min$", path, re.MULTILINE)) == NAMES
    assert "](topics/where-to-start.md)" in path


def test_the_pages_for_authors_are_one_entry_at_the_end_of_the_menu() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = yaml.safe_load(config[config.index("\nnav:") : config.index("\ntheme:")])["nav"]
    *learners, authors = nav
    assert list(authors) == ["For authors"]
    assert "reference/" not in str(learners)
    course = next(entry["Course"] for entry in learners if "Course" in entry)
    pairs = [f"topics/{name}{end}.md" for name in NAMES for end in ("", "-test")]
    assert course == ["topics/where-to-start.md", *pairs, "topics/course-test.md"]
