"""Which parts of the script and of the style a page loads."""

import re
from pathlib import Path

import pytest

from mkdocs_recall.assets import PARTS, USED, find_parts, locate, shipped

CARD = "/// card | c\n\nWhat?\n\n**Answer:** That.\n\n///\n"
QUESTION = "/// mcq | q easy\n\nWhich?\n\n- [x] This\n  > Yes.\n- [ ] That\n  > No.\n\n///\n"
EXPLAIN = "/// explain | e\n\nExplain it.\n\n**Concepts:**\n\n- One\n- Two\n\n**Model answer:** So.\n\n///\n"
FILL = "/// fill | f easy\n\nA ____ here.\n\n1. blank\n\n///\n"
ORDER = "/// order | o easy\n\nIn which order?\n\n1. One\n2. Two\n3. Three\n\n///\n"
GOALS = "\n/// goals | g\n\n- One {objective=o}\n\n///\n"
BLOCKS = {
    "text": ("# Nothing", []),
    "card": (CARD, ["core"]),
    "question in a quote": (QUESTION.replace("\n", "\n> ").join(("> ", "")), ["core"]),
    "explain": (EXPLAIN, ["core", "sets", "topic"]),
    "practice": (f"//// practice | p\n\n{QUESTION}\n////\n", ["core", "sets", "topic"]),
    "prompt in a practice": (f"//// practice | p\n\n{EXPLAIN}\n////\n", ["core", "sets", "topic"]),
    "test": (f"//// test | t draw=1 mix=1,0,0\n\n{QUESTION}\n////\n", ["core", "sets", "site", "test"]),
    "coverage": ("/// coverage\n\n///\n", ["core"]),
    "fill": (FILL, ["core", "typed"]),
    "order": (ORDER, ["core", "typed", "order"]),
    "fill in a practice": (f"//// practice | p\n\n{FILL}\n////\n", ["core", "sets", "typed", "topic"]),
    "faulty": (QUESTION.replace("[x]", "[ ]"), ["core"]),
    "goals": (CARD.replace("| c", "| c objective=o") + GOALS, ["core", "sets", "due", "goals"]),
    "map": (
        f"{CARD}\n/// map\n\n- [This](index.md)\n\n///\n",
        ["core", "due", "count", "sets", "site", "learner", "today"],
    ),
    "progress": ("/// progress\n\n///\n", ["core", "due", "count", "keep", "sets", "site", "learner", "progress"]),
    "review": ("/// review\n\n///\n", ["core", "due", "count", "sets", "site", "learner", "review"]),
    "review of a prompt and a blank": (
        f"/// review\n\n///\n\n{EXPLAIN}\n{FILL}",
        ["core", "due", "count", "sets", "site", "topic", "typed", "learner", "review"],
    ),
    "today": ("/// today\n\n///\n", ["core", "due", "count", "sets", "site", "learner", "today"]),
}
"""Blocks, and the parts of a page with them, in their order."""


def named(html: str) -> list[str]:
    """The parts that a page loads as scripts, in their order; it names the styles of the same parts before them."""
    scripts = re.findall(
        r'<script [^>]*?data-recall-part="(\w+)"[^>]* src="assets/recall/\1\.\w{8}\.js"></script>', html
    )
    styles = re.findall(r'<link href="assets/recall/(\w+)\.\w{8}\.css" rel="stylesheet"', html)
    assert styles == [name for name in scripts if PARTS[name].style]
    assert not scripts or html.rindex('rel="stylesheet"') < html.index("<script ")
    return scripts


def body(site: Path, page: str = "index.html") -> str:
    return re.sub("(?s)^.*<body", "<body", (site / page).read_text("utf-8"))


@pytest.mark.parametrize(("source", "parts"), BLOCKS.values(), ids=BLOCKS)
def test_a_page_loads_the_parts_of_its_blocks(small_site, tmp_path, source, parts):
    (tmp_path / "main.html").write_text("<body>{{ page.content }}</body>", "utf-8")
    theme = {"name": None, "custom_dir": str(tmp_path)}
    site = small_site({"index.md": source}, theme=theme, plugins=[{"recall": {"site_id": "small"}}])
    html = body(site)
    assert sorted(named(html)) == sorted({*parts, *(["due"] if parts else [])})
    assert all(html.index(f'"{need}"') < html.index(f'part="{name}"') for name in parts for need in PARTS[name].needs)
    for address in re.findall(r'(?:src|href)="(assets/recall/[^"]+)"', html):
        assert (site / address).is_file()
    for later in re.findall(r'data-recall-more="([^"]+)"', html):
        assert [name.split(".")[0] for name in later.split()] == [
            name
            for name in (*USED, "keep", "disk", "past", "embed", *(["drag"] if {"order", "review"} & {*parts} else []))
            if name not in parts
        ]
        assert all((site / "assets" / "recall" / name).is_file() for name in later.split())
    assert ("data-recall-more" in html) == bool(parts)
    soon = re.findall(r'<script async="" src="assets/recall/(\w+)\.\w{8}\.js"></script>', html)
    assert soon == (["tools"] if parts else [])
    deferred = re.findall(r'<script data-recall-part="(\w+)" defer="" fetchpriority="high" src=', html)
    planned = "learner" in parts
    assert deferred == [name for name in ("due", "goals") if parts and not planned and name in ("due", *parts)]


@pytest.mark.parametrize(("item", "part"), [(EXPLAIN, "topic"), (FILL, "typed"), (ORDER, "order"), (QUESTION, None)])
@pytest.mark.parametrize("page", ["/// review\n\n///\n", "/// test | t draw=1 mix=1,0,0 from=items.md\n\n///\n"])
def test_a_page_that_borrows_items_loads_what_those_of_the_site_need(small_site, tmp_path, page, item, part):
    (tmp_path / "main.html").write_text("<body>{{ page.content }}</body>", "utf-8")
    site = small_site(
        {"index.md": page, "items.md": f"{item}\n{QUESTION.replace('q easy', 'own easy')}"},
        theme={"name": None, "custom_dir": str(tmp_path)},
        plugins=[{"recall": {"site_id": "small"}}],
        use_directory_urls=False,
    )
    is_loaded = part is not None and (part != "topic" or "review" in page)
    assert {"topic", "typed", "order"} & {*named(body(site))} == (
        {part, *({"typed"} & {*PARTS[part].needs})} if is_loaded else set()
    )
    assert "recall-late" not in body(site)


def test_what_a_review_of_any_item_needs():
    testable = find_parts({"test", "mcq"})
    assert [part.name for part in testable] == ["core", "sets", "site", "test"]
    assert {kind for part in find_parts({"review", "card", "mcq", "explain"}) for kind in part.kinds} == {
        *("card", "mcq", "explain", "practice", "ways", "review")
    }


def test_the_name_of_a_part_changes_with_its_content_alone():
    names = [shipped(part.script)[0] for part in PARTS.values()]
    assert len(set(names)) == len(names)
    assert names == [shipped(part.script)[0] for part in PARTS.values()]


def test_all_parts_are_of_one_build():
    """Parts of different builds do not run beside each other."""
    builds = {re.findall(r'p\.build!=="(\w{8})"', locate(part.script).read_text("utf-8"))[0] for part in PARTS.values()}
    assert len(builds) == 1
