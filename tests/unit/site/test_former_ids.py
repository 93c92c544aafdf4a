"""Former ids: each belongs to one item, and to none that still has it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank, check_former_ids

CARD = "/// card | {}\n\nWhat?\n\n**Answer:** That.\n\n///\n\n"


def faults(*pages: str) -> list[str]:
    bank = Bank()
    for number, text in enumerate(pages, 1):
        bank.read(Page(path=f"page{number}.md", lines=text.split("\n")))
    for path, found in check_former_ids(bank).items():
        bank.add(path, found)
    return [str(problem).split(" Keep ")[0] for problem in bank.problems() if problem.rule == "bad-aka"]


def test_a_former_id_that_nobody_has_is_right() -> None:
    assert faults(CARD.format("a aka=old,older") + CARD.format("b aka=oldest")) == []


def test_the_id_of_another_item() -> None:
    assert faults(CARD.format("a aka=c"), "\n\n" + CARD.format("c")) == [
        "page1.md:1: error bad-aka: card a: `aka=c` is the id of another block, in page2.md:3."
    ]


def test_one_former_id_of_two_items() -> None:
    assert faults(CARD.format("a aka=old"), CARD.format("b aka=older,old")) == [
        "page2.md:1: error bad-aka: card b: `aka=old` is also in the header of `a`, in page1.md:1."
    ]


def test_sets_have_former_ids_too() -> None:
    practice = f"//// practice | p aka=a,p\n\n{CARD.format('c aka=p')}////\n"
    assert [message.split(": ")[2] for message in faults(practice, CARD.format("a"))] == ["practice p"] * 2 + ["card c"]


def test_an_item_in_two_languages_has_one_former_id() -> None:
    """Its second id is reported as such, unless the site has languages; the former id is not."""
    assert faults(CARD.format("a aka=old"), CARD.format("a aka=old")) == []


def test_the_build_shows_a_box(small_site: Callable[..., Path], caplog: pytest.LogCaptureFixture) -> None:
    site = small_site({"index.md": CARD.format("a aka=c"), "other.md": CARD.format("c")})
    (message,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert message.startswith(
        "docs/index.md:1: error bad-aka: card a: `aka=c` is the id of another block, in docs/other.md:1."
    )
    html = (site / "index.html").read_text("utf-8")
    assert 'class="recall-error" id="recall-a"' in html
    assert "<recall-card" not in html
    assert "<recall-card" in (site / "other.html").read_text("utf-8")
