"""What an author writes stays as written, also where it looks like something that the plugin adds to a page."""

import html
import json
import re

import pytest

CARD = "/// card | {id}\n\nWhat is it?\n\n**Answer:** SECRETANSWER\n\n///\n"
QUESTION = "/// mcq | one easy\n\nWhich one?\n\n- [x] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n\n///\n"
PLUGINS = ["search", {"recall": {"site_id": "small"}}]
LOOKALIKES = {
    "manifest": '`data-recall-manifest=""`',
    "manifest in a fence": '```\ndata-recall-manifest=""\n```',
    "manifest in a comment": '<!-- <recall-review data-recall-manifest=""> -->',
    "manifest in raw HTML": '<div data-recall-manifest="">text</div>',
    "script": '`<script data-recall-site="small" src="x">`',
    "script in a comment": '<!-- <script data-recall-site="small" src="x"> -->',
    "script in an attribute": "<p title='<script data-recall-site=\"small\" '>text</p>",
    "test in a comment": '<!-- <recall-test data-recall-id="faulty"></recall-test> -->',
}
"""What an author writes who explains how the plugin works."""


def shown(source: str) -> str:
    """The HTML of what an author wrote: code with its signs escaped, in a fence quotes too, anything else as it is."""
    code = re.search("`+(\n?)([^`]+?)\n?`+", source)
    return html.escape(code[2], quote=bool(code[1])) if code else source


@pytest.mark.parametrize("source", LOOKALIKES.values(), ids=LOOKALIKES)
def test_an_authors_text_is_never_taken_for_a_place_to_fill(small_site, source):
    pages = {
        "index.md": CARD.format(id="home"),
        "one.md": QUESTION,
        "review.md": "/// review\n\n///\n",
        "progress.md": "/// progress\n\n///\n",
        "test.md": "//// test | wide draw=1 mix=1,0,0 from=one.md\n\n////\n",
        "faulty.md": "//// test | faulty draw=9 mix=9,0,0 from=one.md\n\n////\n",
    }
    site = small_site({name: f"# Page\n\n{source}\n\n{text}" for name, text in pages.items()}, plugins=PLUGINS)
    made = {name: (site / name.replace(".md", ".html")).read_text("utf-8") for name in pages}
    for name, page in made.items():
        assert shown(source) in page, name
        told = '<script [^>]*data-recall-review="review.html" data-recall-site="small" '
        assert len(re.findall(told, page)) == 1, name
    for name in ("review", "progress", "test"):
        address = re.search(f'<recall-{name} [^>]*data-recall-manifest="(assets[^"]*)"', made[f"{name}.md"])
        assert address, name
        assert (site / address[1]).is_file()
    assert re.search('<div class="recall-error" id="recall-faulty"', made["faulty.md"])
    assert "<recall-test " not in made["faulty.md"].replace(source, "")


@pytest.mark.parametrize("text", ["`<recall-review>`", "<!-- <recall-review> -->", "<p title='<recall-review>'>x</p>"])
def test_what_only_looks_like_a_review_is_none(small_site, text):
    pages = {"index.md": f"# Home\n\n{text}\n", "one.md": CARD.format(id="one")}
    assert "data-recall-review" not in (small_site(pages) / "one.html").read_text("utf-8")
    later = small_site({**pages, "review.md": "/// review\n\n///\n"})
    assert 'data-recall-review="review.html"' in (later / "one.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["<!-- <recall-answer> -->", "<p title='<recall-answer>'>x</p>"])
def test_the_search_index_leaves_out_answers_and_nothing_else(small_site, text):
    site = small_site(f"# Home\n\n{text}\n\nFINDME\n\n{CARD.format(id='one')}\n\nFINDMETOO\n", plugins=PLUGINS)
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    words = [word for entry in entries for word in entry["text"].split()]
    assert "FINDME" in words
    assert "FINDMETOO" in words
    assert "SECRETANSWER" not in words
    assert "SECRETANSWER" in (site / "index.html").read_text("utf-8")


def test_no_token_is_left_in_a_page(small_site):
    pages = {"index.md": CARD.format(id="one") + "\n/// progress\n\n///\n", "review.md": "/// review\n\n///\n"}
    for kept in (pages, {"index.md": pages["index.md"]}, {"index.md": CARD.format(id="one")}):
        for file in small_site(kept).glob("*.html"):
            assert "recall-late" not in file.read_text("utf-8")
