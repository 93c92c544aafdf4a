"""What only shows how a block is written is no item, so it takes no id from one. Check and a build agree on that."""

from pathlib import Path

import pytest

from mkdocs_recall.formatter.page import format_page
from mkdocs_recall.site.reader import Site, read_site
from mkdocs_recall.site.settings import read_settings

CARD = "/// card | a\n\nWhat?\n\n**Answer:** That.\n\n///\n"
QUESTION = "/// mcq | a easy\n\nWhich?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n\n///\n"
SET = f"//// practice | s\n\n{QUESTION}\n////\n"
TEST = f"//// test | t draw=1 mix=1,0,0\n\n{QUESTION}\n////\n"
EXTENSIONS = ["admonition", "md_in_html", "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}}]


def indented(text: str) -> str:
    return "".join(" " * 8 + line for line in text.splitlines(keepends=True))


SAMPLES = {
    "pre": "<pre>\n{}</pre>",
    "pre and code": "<pre><code>\n{}</code></pre>",
    "pre in a div": "<div>\n<pre>\n{}</pre>\n</div>",
    "pre in Markdown in a div": "<div markdown>\n\n<pre>\n{}</pre>\n\n</div>",
    "pre close to its div": "<div markdown>\n<pre>\n{}</pre>\n</div>",
    "pre with Markdown": "<pre markdown>\n{}</pre>",
    "textarea": "<textarea>\n{}</textarea>",
    "script": '<script type="text/plain">\n{}</script>',
    "fence": "```\n{}```",
    "comment": "<!--\n{}-->",
}
"""Where a block is a sample of the syntax, or is not there at all."""
MISPLACED = {
    "raw HTML": ("<div>\n{}</div>", "raw-html"),
    "raw HTML in Markdown in a div": ('<div markdown>\n<div markdown="0">\n{}</div>\n</div>', "raw-html"),
    "details": ("<details>\n<summary>More</summary>\n\n{}\n</details>", "raw-html"),
}
"""Where a block is refused: it is no item, either."""


def build(small_site, caplog: pytest.LogCaptureFixture, pages: dict[str, str]) -> tuple[Path, Site, list[str]]:
    """The built site, the same as check reads it, and the errors on which both agree."""
    caplog.clear()
    site = small_site(pages, markdown_extensions=EXTENSIONS, plugins=[{"recall": {"site_id": "x"}}])
    errors = [r.getMessage() for r in caplog.records if r.name.endswith("recall") and r.levelname == "ERROR"]
    read = read_site(read_settings(site.parent / "mkdocs.yml"))
    assert [str(problem) for problem in read.problems() if problem.severity == "error"] == errors
    return site, read, errors


def items(site: Site) -> list[str]:
    return [item.id for page in site.pages for item in page.items()]


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize("real", [CARD, SET, TEST], ids=["card", "set", "test"])
def test_a_sample_takes_no_id(small_site, caplog, sample: str, real: str) -> None:
    shown = sample.format(real)
    both = {"index.md": f"{shown}\n\n{real}\n{shown}\n"}
    for pages in (both, {"index.md": shown, "later.md": real}, {"index.md": real, "later.md": shown}):
        site, read, errors = build(small_site, caplog, pages)
        assert errors == []
        assert items(read) == ["a"]
        html = "".join((site / name.replace(".md", ".html")).read_text("utf-8") for name in pages)
        assert html.count('id="recall-a"') == 1
        if "<!--" not in sample:
            assert html.count("/// card | a" if real == CARD else "/// mcq | a") == (2 if pages == both else 1)


@pytest.mark.parametrize(("around", "rule"), MISPLACED.values(), ids=MISPLACED)
@pytest.mark.parametrize("real", [CARD, SET], ids=["card", "set"])
def test_a_block_that_is_refused_takes_no_id(small_site, caplog, around: str, rule: str, real: str) -> None:
    refused = around.format(real)
    pages = ({"index.md": f"{refused}\n\n{real}"}, {"index.md": f"{real}\n{refused}\n"})
    for each in (*pages, {"index.md": refused, "later.md": real}, {"index.md": real, "later.md": refused}):
        site, read, errors = build(small_site, caplog, each)
        assert [error.split(": ")[1] for error in errors] == [f"error {rule}"]
        assert items(read) == ["a"]
        html = "".join((site / name.replace(".md", ".html")).read_text("utf-8") for name in each)
        assert html.count('id="recall-a"') == 1


def test_code_by_its_indentation_takes_no_id_from_other_pages(small_site, caplog) -> None:
    code = f"- Item\n\n    Term\n\n    :   Definition\n\n{indented(SET)}"
    for pages in ({"index.md": code, "later.md": SET}, {"index.md": SET, "later.md": code}):
        _, read, errors = build(small_site, caplog, pages)
        assert [error.split(": ")[1] for error in errors] == ["error in-code"]
        assert items(read) == ["a"]


CODE = "- Item\n\n    Term\n\n    :   Definition\n\n{}\n"
"""What is indented below a definition in a list is code, and only Markdown knows."""


@pytest.mark.parametrize("real", [CARD, SET], ids=["card", "set"])
@pytest.mark.parametrize("sample", [CARD, SET], ids=["card", "set"])
def test_code_by_its_indentation_takes_no_id_on_its_page(small_site, caplog, sample: str, real: str) -> None:
    code = CODE.format(indented(sample))
    for page in (f"{code}\nText.\n\n{real}", f"{real}\n{code}"):
        site, read, errors = build(small_site, caplog, {"index.md": page})
        assert [error.split(": ")[1] for error in errors] == ["error in-code"]
        assert (site / "index.html").read_text("utf-8").count('id="recall-a"') == 1
        assert items(read) == ["a"]


def test_the_second_of_three_gets_the_id_of_code(small_site, caplog) -> None:
    page = f"{CODE.format(indented(CARD))}\nText.\n\n{CARD}\n{CARD}"
    errors = build(small_site, caplog, {"index.md": page})[2]
    assert [error.split(" Give")[0] for error in errors][1:] == [
        "docs/index.md:26: error duplicate-id: card a: the id is already used in docs/index.md:18."
    ]


def test_what_is_wrong_with_a_sample_is_no_problem(small_site, caplog) -> None:
    sample = "<pre>\n/// mcq | A b c\n\nSee [there](nowhere.md).\n\n///\n</pre>\n"
    assert build(small_site, caplog, {"index.md": f"{sample}\n{TEST}"})[2] == []


def test_a_sample_counts_nowhere(small_site, caplog) -> None:
    pages = {
        "index.md": "/// ways | w test=test.md learn=lesson.md\n\n///\n",
        "lesson.md": f"<pre>\n{CARD}</pre>\n\n{CARD.replace('| a', '| b')}",
        "test.md": f"<pre>\n{TEST.replace('draw=1 mix=1', 'draw=3 mix=3')}</pre>\n\n{TEST}",
    }
    page = (build(small_site, caplog, pages)[0] / "index.html").read_text("utf-8")
    assert "1 card<" in page
    assert "1 question, no time limit" in page


def test_fmt_formats_an_item_beside_a_sample_of_it() -> None:
    loose = CARD.replace("card | a", "card|a")
    made = format_page(f"<pre>\n{loose}</pre>\n\n{loose}")
    assert made.text == f"<pre>\n{loose}</pre>\n\n{CARD}"
    assert [left.why for left in made.left] == ["it is inside raw HTML"]


def nested(text: str, lead: str) -> str:
    return "".join((lead + line).rstrip() + "\n" for line in f"```markdown\n{text}```".splitlines())


NESTED = {
    "a list": (f"1. One\n\n{nested(CARD, '    ')}\n2. Two\n", 3),
    "a list in a list": (f"- One\n\n    - Two\n\n{nested(SET, ' ' * 8)}", 5),
    "a list by two spaces": (f"- One\n\n{nested(CARD, '  ')}", 3),
    "right below its line": (f"- One\n{nested(CARD, '    ')}", 2),
    "a note": (f'!!! note "Title"\n\n{nested(QUESTION, "    ")}', 3),
    "a quote": (nested(CARD, "> "), 1),
    "a quote in a list": (f"- One\n\n{nested(CARD, '    > ')}", 3),
    "a bullet": (f"- ```markdown\n{nested(CARD, '  ').partition(chr(10))[2]}", 1),
    "a list with another fence": (f"```text\n/// card | a\n```\n\n- One\n\n{nested(CARD, '    ')}", 7),
}
"""Fences that Markdown reads only with superfences, and their line."""


@pytest.mark.parametrize(("text", "line"), NESTED.values(), ids=NESTED)
def test_a_sample_that_readers_see_as_text_is_reported(small_site, caplog, monkeypatch, text: str, line: int) -> None:
    monkeypatch.setitem(globals(), "EXTENSIONS", ["admonition", "fenced_code"])
    _, site, (error,) = build(small_site, caplog, {"index.md": text + "\nMore.\n"})
    assert error.startswith(
        f"docs/index.md:{line}: error unclosed-code: this line does not open a code block, because "
    )
    assert "List `pymdownx.superfences` under `markdown_extensions`, or move the fence to the margin." in error
    assert items(site) == []
    assert [r.getMessage() for r in caplog.records if "is text in the finished page" in r.getMessage()] == []


@pytest.mark.parametrize(
    "text", [f"Text.\n\n{nested(CARD, '    ')}", nested(CARD, ""), "- One\n\n    ```\n    x\n    ```\n"]
)
def test_a_sample_that_is_code_in_any_case_is_fine(small_site, caplog, monkeypatch, text: str) -> None:
    monkeypatch.setitem(globals(), "EXTENSIONS", ["admonition", "fenced_code"])
    folder, _, errors = build(small_site, caplog, {"index.md": text})
    assert errors == []
    assert "recallsample" not in (folder / "index.html").read_text("utf-8")


@pytest.mark.parametrize("text", [text for text, _ in NESTED.values()], ids=NESTED)
def test_superfences_reads_such_fences(small_site, caplog, text: str) -> None:
    assert build(small_site, caplog, {"index.md": text})[2] == []
