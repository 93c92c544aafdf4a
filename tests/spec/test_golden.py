"""What never changes once released: ids, revisions and HTML, against files made by hand."""

import re
from pathlib import Path

import markdown
import pytest

from mkdocs_recall.model.identity import option_id, revision
from mkdocs_recall.model.text import Text
from mkdocs_recall.model.vocabulary import ALL_KINDS
from pages import Engine

GOLDEN = Path(__file__).parent / "golden"
SITE = GOLDEN / "site"


def text(source: str) -> Text:
    return Text(start=0, lines=tuple(source.split("\n")))


def rows(title: str) -> list[list[str]]:
    section = (GOLDEN / "identity.md").read_text().split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@pytest.mark.parametrize(("source", "id"), [(row[0], row[2]) for row in rows("Option ids")])
def test_option_ids(source: str, id: str) -> None:
    ticks = re.match("`+", source)
    assert ticks is not None
    assert option_id(text(source.strip("`").strip() if ticks[0] == "`" else source[2:-2].strip())) == id


def test_revisions() -> None:
    names = {row[0]: row[2] for row in rows("Revisions")}
    question = text("A batch of 8 takes 2.5 s. What is `x_1`?")
    assert revision(stem=text("What is fine-tuning?")) == names["a stem of words alone"]
    assert revision(stem=text("What is it?"), forced="2") == names["the same with `rev=2`"]
    assert revision(stem=question) in names.values()
    code = text('What does this print?\n\n```python\nprint(len(batch["input_ids"][0]))\n```')
    options = ["7f31fbe2", "a68b412c", "2747b7c7"]
    assert revision(stem=code, options=options, keys=["2747b7c7"]) == names["the question of `mcq.md`"]


def test_ids_in_the_html_of_a_prompt() -> None:
    html = (GOLDEN / "explain.html").read_text()
    assert re.findall(r'data-recall-concept="([^"]*)"', html) == [row[2] for row in rows("Concept ids")][::-1]
    assert re.findall(r'data-recall-rev="([^"]*)"', html) == [rows("Revisions")[-1][2]]


@pytest.mark.parametrize("kind", ["fill", "number", "order", "match"])
def test_revisions_of_typed_questions(kind: str) -> None:
    names = {row[0]: row[2] for row in rows("Revisions")}
    html = (GOLDEN / f"{kind}.html").read_text()
    assert re.findall(r'data-recall-rev="([^"]*)"', html) == [names[f"the question of `{kind}.md`"]]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_html(kind: str) -> None:
    """Each kind's example beside the pages of `site/`, which ways, coverage and others read."""
    source = (GOLDEN / f"{kind}.md").read_text()
    engine = Engine(source, str(SITE / "mkdocs.yml"), SITE)
    made = markdown.markdown(
        source,
        extensions=["recall", "pymdownx.superfences", engine],
        extension_configs={"recall": {"site_id": "golden"}},
    )
    head, _, items = made.rpartition("</script>")
    address = r"\.\./assets/recall/\w+(-later)?\.[0-9a-f]{8}\."
    assert re.fullmatch(
        rf'(<link href="{address}css" rel="stylesheet" />)+'
        rf'(<link href="{address}css" media="print, \(forced-colors\), \(scripting: none\)" rel="stylesheet" />)+'
        r'<script data-recall-more="[\w. ]+" data-recall-part="core" data-recall-site="golden" '
        rf'src="{address}js">(</script><script data-recall-part="\w+" src="{address}js">)*'
        rf'(</script><script data-recall-part="(?:due|goals)" defer="" fetchpriority="high" src="{address}js">)*'
        rf'(</script><script async="" src="{address}js">)+',
        head,
    )
    assert items.strip() + "\n" == (GOLDEN / f"{kind}.html").read_text()


def test_every_kind_has_its_files() -> None:
    held = {path.stem for path in GOLDEN.glob("*.html")}
    assert held == set(ALL_KINDS)
