"""What pages that show items of others know of the site, and the script it is in."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown

from engines import ZensicalPage
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.manifest import ManifestPage, describe_topics, to_call, write_manifest

LESSON = """# The `lesson`

## First *things*

/// card | one beginner objective=first aka=old-one,older

What?

**Answer:** This.

///

## Last things ##

/// explain | two objective=last

Explain.

**Concepts:**

- A {#aa}
- B

**Model answer:** A and B.

///
"""
QUESTION = """/// mcq | t{number} {level} objective={objective}

Which one?

- [x] Right
- [ ] Wrong

///

"""
TEST = (
    "# The test\n\n## Heading\n\n//// test | the-test draw=3 mix=1,1,1 learn=lesson.md#first\n\n"
    + QUESTION.format(number=1, level="easy", objective="first")
    + QUESTION.format(number=2, level="medium", objective="last")
    + QUESTION.format(number=3, level="hard", objective="nowhere")
    + "////\n"
)


def topic(source: str, text: str) -> ManifestPage:
    items = Bank().read(Page(path=f"docs/{source}", lines=text.split("\n")))
    assert list(items.all_problems()) == []
    return ManifestPage(items=items, source=source, path=source.replace(".md", ".html"), title=f"Title of {source}")


def read_call(script: str, function: str) -> object:
    found = re.fullmatch(rf"globalThis\.{function}\?\.\((.*)\);\n", script)
    assert found
    return json.loads(found[1])


def test_topics_hold_their_items_and_where_objectives_are_taught() -> None:
    lesson, test, empty = topic("deep/lesson.md", LESSON), topic("deep/test.md", TEST), topic("empty.md", "# Nothing")
    first, second = describe_topics([lesson, empty, test])
    assert [first[name] for name in ("path", "source", "title", "learn", "data")] == [
        "deep/lesson.html",
        "deep/lesson.md",
        "Title of deep/lesson.md",
        "",
        "",
    ]
    assert first["items"][0] == {
        "id": "one",
        "kind": "card",
        "rank": 1,
        "objective": "first",
        "rev": first["items"][0]["rev"],
        "aka": ["old-one", "older"],
        "concepts": [],
        "deck": "",
        "test": False,
    }
    assert first["items"][1]["concepts"][0] == "aa"
    assert first["objectives"] == {
        "first": {"title": "First things", "href": "deep/lesson.html#first-things"},
        "last": {"title": "Last things", "href": "deep/lesson.html#last-things"},
    }
    assert second["learn"] == "deep/lesson.html"
    assert second["objectives"] == first["objectives"]
    assert [(item["id"], item["deck"], item["test"]) for item in second["items"]] == [
        ("t1", "the-test", True),
        ("t2", "the-test", True),
        ("t3", "the-test", True),
    ]


def test_an_item_knows_the_section_that_its_header_names() -> None:
    names = ["#first-things", "lesson.md#own", "../other/plain.md#the-second", "gone.md#x", "#gone"]
    questions = "".join(
        QUESTION.format(number=number, level="easy", objective=f"any taught={name}")
        for number, name in enumerate(names)
    )
    texts = {
        "topics/asked.md": f"# Asked\n\n## First *things* ##\n\n{questions}",
        "topics/lesson.md": "# Lesson\n\n```\n# Own\n```\n\n## With an anchor {#own}\n\n" + LESSON,
        "other/plain.md": "# Plain\n\n## The `second`\n",
    }
    pages = [topic(source, text) for source, text in texts.items()]
    asked = describe_topics(pages)[0]
    assert [topic["source"] for topic in describe_topics(pages)] == ["topics/asked.md", "topics/lesson.md"]
    found = [asked["lessons"][item["lesson"]] if "lesson" in item else None for item in asked["items"]]
    assert found == [
        {"title": "First things", "href": "topics/asked.html#first-things"},
        {"title": "With an anchor", "href": "topics/lesson.html#own"},
        {"title": "The second", "href": "other/plain.html#the-second"},
        None,
        {"title": "Title of topics/asked.md", "href": "topics/asked.html#gone"},
    ]
    assert "lessons" not in describe_topics(pages[1:])[0]


def test_a_script_ends_nothing_but_itself() -> None:
    hostile = "</script><!-- <script>\u2028\u2029\\\"'`${1}\x00é🙂"
    script = to_call("recallItems", {hostile: [hostile]})
    assert not set("\u2028\u2029\x00") & set(script)
    assert not re.search("<(/?script|!--)", script)
    assert script.count("\n") == 1
    assert read_call(script, "recallItems") == {hostile: [hostile]}


def test_the_name_of_the_file_follows_from_what_it_says() -> None:
    here = [topic("lesson.md", LESSON)]
    assert write_manifest("a", "A", here) == write_manifest("a", "A", here)
    uri, content = write_manifest("a", "A", here)
    assert re.fullmatch(r"assets/recall/items\.[0-9a-f]{8}\.js", uri)
    assert write_manifest("b", "A", here)[0] != uri
    assert json.loads(content[content.index(b"(") + 1 : -3])["site"] == "a"


FIELDS = ("id", "kind", "rank", "objective", "rev", "aka", "concepts", "deck", "test")
EMPTY = {"rank": 0, "objective": "", "aka": [], "concepts": [], "deck": "", "test": False}


def whole_items(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The items of a page as the script reads them."""
    for short in page["items"]:
        item = {**EMPTY, **page["each"], **short}
        yield {
            name: item[name] for name in ("id", "kind", "rank", "objective", "rev", "aka", "concepts", "deck", "test")
        }


def test_the_script_says_once_what_a_page_has_in_common() -> None:
    here = [topic("deep/lesson.md", LESSON), topic("deep/test.md", TEST)]
    _, content = write_manifest("a", "A", here)
    first, second = json.loads(content[content.index(b"(") + 1 : -3])["topics"]
    assert (second["each"]["test"], second["each"]["deck"]) == (True, "the-test")
    assert all(item.keys() <= {"id", "rev", "rank", "objective", "kind"} for item in second["items"])
    assert [[*whole_items(page)] for page in (first, second)] == [page["items"] for page in describe_topics(here)]


def manifest_of(site: Path, page: str) -> tuple[Path, dict[str, Any]]:
    """The manifest that a page names."""
    named = re.search(r'data-recall-manifest="([^"]+)"', (site / page).read_text("utf-8"))
    assert named
    file = (site / page).parent / named[1]
    read = read_call(file.read_text("utf-8"), "recallItems")
    assert isinstance(read, dict)
    return file.resolve(), read


def test_a_build_writes_the_manifest_where_a_page_asks_for_it(small_site):
    pages = {
        "index.md": "# Home\n\n/// progress\n\n///\n",
        "b/lesson.md": LESSON,
        "a/test.md": TEST.replace("learn=lesson.md#first", "learn=../b/lesson.md"),
        "a/deep/own.md": "# Own\n\n/// progress topic=../../b/lesson.md\n\n///\n",
    }
    nav = ["index.md", "b/lesson.md", "a/test.md"]
    site = small_site(pages, strict=True, nav=nav, theme="mkdocs", plugins=[{"recall": {"site_id": "small"}}])
    file, manifest = manifest_of(site, "index.html")
    assert file == manifest_of(site, "a/deep/own.html")[0]
    assert (manifest["site"], manifest["name"]) == ("small", "Small site")
    topics = manifest["topics"]
    assert isinstance(topics, list)
    assert [topic["path"] for topic in topics] == ["b/lesson.html", "a/test.html"]
    assert [topic["title"] for topic in topics] == ["The lesson", "The test"]
    assert topics[1]["learn"] == "b/lesson.html"
    own = (site / "a" / "deep" / "own.html").read_text("utf-8")
    assert 'data-recall-topic="b/lesson.md"' in own
    assert "Showing it here needs scripts" in own
    assert own.index("<script src=") < own.index("<recall-progress")


def test_without_a_page_that_asks_there_is_no_manifest(small_site):
    site = small_site({"index.md": LESSON})
    assert list(site.glob("assets/recall/items.*.js")) == []


def test_a_topic_that_is_not_there_is_told(small_site, caplog):
    page = "# Home\n\n/// progress topic=gone.md\n\n///\n"
    site = small_site({"index.md": page, "b.md": LESSON}, plugins=[{"recall": {"site_id": "small"}}])
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "docs/index.md:3: error dead-link: progress: the page in `topic=gone.md` does not exist."
        " Fix the path, which is relative to this page."
    ]
    assert "recall-error" in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("directories", [False, True])
def test_the_first_page_has_an_address_like_any_other(small_site, directories: bool) -> None:
    """An empty path would say that there is no page."""
    pages = {"index.md": "# Home\n\n/// progress\n\n///\n\n" + LESSON.partition("\n")[2], "test.md": TEST}
    pages["test.md"] = TEST.replace("learn=lesson.md#first", "learn=index.md")
    site = small_site(pages, strict=True, use_directory_urls=directories, plugins=[{"recall": {"site_id": "small"}}])
    topics = manifest_of(site, "index.html")[1]["topics"]
    assert isinstance(topics, list)
    home, test = ("./", "test/") if directories else ("index.html", "test.html")
    assert [(topic["path"], topic["learn"]) for topic in topics] == [(home, ""), (test, home)]
    assert topics[1]["objectives"]["first"]["href"] == f"{home}#first-things"


@pytest.mark.parametrize("directories", [False, True])
def test_without_the_plugin_the_page_holds_what_the_manifest_says(small_site, directories: bool) -> None:
    pages = {
        "index.md": "# Home\n\n/// progress\n\n///\n",
        "b/lesson.md": LESSON,
        "a/test.md": TEST.replace("learn=lesson.md#first", "learn=../b/lesson.md"),
        "a/deep/own.md": "# Own\n\n/// progress topic=../test.md\n\n///\n",
        "c.md": "# Other\n\n" + QUESTION.format(number=4, level="easy", objective="else"),
        "wide.md": "# Wide\n\n//// test | wide draw=1 mix=1,0,0 from=/\n\n////\n",
    }
    options = {"site_id": "small"}
    common = {"strict": True, "use_directory_urls": directories}
    own = "a/deep/own/index.html" if directories else "a/deep/own.html"
    built = manifest_of(small_site(pages, plugins=[{"recall": options}], **common), "index.html")[1]
    site = small_site(pages, plugins=[], markdown_extensions=[{"recall": options}], **common)
    told = told_in(site / "index.html")
    assert told.pop("root") == "./"
    assert {topic.pop("data") for topic in told["topics"]} == {""}
    assert all(topic.pop("data") for topic in built["topics"])
    assert [sorted(test.pop("draws")) for test in built["tests"]] == [["t1", "t2", "t3", "t4"]]
    whole = [{**topic, "items": [*whole_items(topic)]} for topic in built.pop("topics")]
    assert all(topic.pop("each") for topic in whole)
    assert told.pop("topics") == whole
    assert told == built
    alone = told_in(site / own)
    assert alone["root"] == ("../../../" if directories else "../../")
    assert {topic["source"] for topic in alone["topics"]} == {"b/lesson.md", "a/test.md"}


def told_in(page: Path) -> dict[str, Any]:
    """What a page holds of the whole site."""
    found = re.search(r'data-recall-topics="([^"]*)"', page.read_text("utf-8"))
    assert found
    read = json.loads(html.unescape(found[1]))
    assert isinstance(read, dict)
    return read


@pytest.mark.parametrize(
    ("directories", "url", "root", "paths"),
    [
        (True, "deep/lesson/", "../../", ["./", "deep/", "deep/a%20b/", "deep/lesson/"]),
        (False, "deep/lesson.html", "../", ["index.html", "deep/index.html", "deep/a%20b.html", "deep/lesson.html"]),
    ],
)
def test_a_site_of_zensical_knows_its_pages_and_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, directories: bool, url: str, root: str, paths: list[str]
) -> None:
    card = "# Title\n\n/// card | {id}\n\nWhat?\n\n**Answer:** This.\n\n///\n"
    page = card.format(id="four") + "\n/// progress\n\n///\n"
    named = {"index.md": "one", "deep/a b.md": "two", "deep/README.md": "three"}
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    for name, id in named.items():
        (tmp_path / "docs" / name).write_text(card.format(id=id), "utf-8")
    (tmp_path / "docs" / "deep" / "lesson.md").write_text(page, "utf-8")
    (tmp_path / "zensical.toml").write_text('[project]\nsite_name = "Zen"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    config = {"site_name": "Zen", "use_directory_urls": directories}
    here = ZensicalPage(SimpleNamespace(path="deep/lesson.md", url=url), config)
    made = tmp_path / "made.html"
    made.write_text(Markdown(extensions=["recall", here]).convert(page), "utf-8")
    told = told_in(made)
    assert told["root"] == root
    assert [topic["path"] for topic in told["topics"]] == paths
    assert 'src="../assets/recall/core.' in made.read_text("utf-8")  # Zensical rewrites it as a link between sources.
    assert f'data-recall-manifest="{root}assets/recall/items.js"' in made.read_text("utf-8")


def test_without_a_configuration_file_the_page_holds_no_topics() -> None:
    assert "data-recall-topics" not in Markdown(extensions=["recall"]).convert("/// progress\n\n///\n")
