"""What `recall fmt` must leave alone: what a page renders to, and every name that readers' progress hangs on."""

import re
from pathlib import Path

from mkdocs_recall.formatter import format_page
from mkdocs_recall.kinds import Explain, FillIn, Item, Mcq, Order
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from pages import convert


def shown(source: str, snippets: Path | None = None) -> str:
    """The HTML of a page; lines in messages move when blank lines come and go."""
    return re.sub(r"page\.md:\d+", "page.md:N", convert(source, snippets=snippets).html)


def names(source: str) -> list[tuple[str, ...]]:
    """What readers' progress hangs on: ids, revisions, names of options and concepts, keys."""
    lines = re.sub("\r\n?", "\n", source.removeprefix("\ufeff")).expandtabs(4).split("\n")
    return [
        (item.id, item.revision, *parts_of(item)) for item in Bank().read(Page(path="page.md", lines=lines)).items()
    ]


def parts_of(item: Item) -> list[str]:
    if isinstance(item, Mcq):
        return [f"{option.id} {option.key}" for option in item.options]
    if isinstance(item, Order):
        return [f"{piece.id} {piece.key}" for piece in item.pieces]
    if isinstance(item, FillIn):
        return [f"{answer.id} {answer.key}" for answers in item.blanks for answer in answers]
    return [concept.id for concept in item.concepts] if isinstance(item, Explain) else []


def has_lookalikes(source: str, snippets: Path | None) -> bool:
    return any(problem.rule == "lookalike" for problem in convert(source, snippets=snippets).problems)


def check(source: str, snippets: Path | None = None) -> str:
    """Nothing but the form changes, and a second time nothing at all; returns what was made.

    Where characters only look like those of the syntax, the formatter writes the real ones, and the page has an item in
    the place of an error box.
    """
    made = format_page(source)
    assert format_page(made.text).text == made.text
    if not made.added and made.text != source and not has_lookalikes(source, snippets):
        assert shown(made.text, snippets) == shown(source, snippets)
        assert names(made.text) == names(source)
    return made.text
