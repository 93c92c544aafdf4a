"""Tests over several pages: what each form of `from=` names, and what check and a build say of one that cannot work."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_recall.kinds import MasteryTest
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from mkdocs_recall.site.statistics import as_data, count_topics, write_topics
from mkdocs_recall.site.test_pools import Pool
from mkdocs_recall.syntax.settings.from_setting import is_origin, read_origins


def question(id: str, level: str = "easy", objective: str = "", key: str = "x") -> str:
    named = f" objective={objective}" if objective else ""
    return f"/// mcq | {id} {level}{named}\n\nWhich one?\n\n- [{key}] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n\n///\n\n"


def card(id: str, objective: str) -> str:
    return f"/// card | {id} objective={objective}\n\nWhat?\n\n**Answer:** This.\n\n///\n\n"


def wide(header: str, questions: str = "") -> str:
    return f"# A test\n\n//// test | {header}\n\n{questions}////\n"


SITE = {
    "index.md": "# Home\n\n" + question("home", "medium"),
    "a/one.md": "# One `1` {#one}\n\n"
    + card("card-one", "padding")
    + question("one-easy", objective="padding")
    + question("one-none", level=""),
    "a/one-test.md": wide("one-test draw=1 mix=1,0,0 learn=one.md", question("one-test-easy", objective="padding")),
    "a/deep/two.md": "//// practice | set\n\n" + question("two-hard", "hard", "loss") + "////\n",
    "b/three.md": "# Three\n\n" + question("three-easy", objective="padding") + question("three-hard", "hard"),
    "prose.md": "# Prose\n\nText.\n",
}
"""A site of two topics in `a`, one of them with a test, one in `b`, and two pages at the top."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("one.md", "one-easy"),
        ("./one.md", "one-easy"),
        ("../b/three.md", "three-easy three-hard"),
        ("/b/three.md", "three-easy three-hard"),
        ("topic:one.md", "one-easy one-test-easy"),
        ("topic:one-test.md", "one-easy one-test-easy"),
        ("topic:../b/three.md", "three-easy three-hard"),
        ("./", "one-easy one-test-easy two-hard"),
        ("deep/", "two-hard"),
        ("../", "home one-easy one-test-easy three-easy three-hard two-hard"),
        ("/", "home one-easy one-test-easy three-easy three-hard two-hard"),
        ("#padding", "one-easy one-test-easy three-easy"),
        ("one.md#padding", "one-easy"),
        ("topic:one.md#padding", "one-easy one-test-easy"),
        ("./#loss", "two-hard"),
        ("deep/two.md, #padding", "one-easy one-test-easy three-easy two-hard"),
        ("one.md,./,topic:one.md", "one-easy one-test-easy two-hard"),
        ("../prose.md", ""),
    ],
)
def test_each_form_names_its_questions_once(value: str, expected: str) -> None:
    bank = Bank()
    pages = {uri: bank.read(Page(path=uri, lines=text.split("\n"))) for uri, text in SITE.items()}
    deck = MasteryTest(start=0, id="wide", settings={"from": value})
    pages["a/wide.md"] = bank.read(Page(path="a/wide.md", lines=["# Wide"]))
    assert " ".join(sorted(item.id for item in Pool(pages).of_test(deck, "a/wide.md"))) == expected


def test_its_own_questions_count_too() -> None:
    text = wide("wide draw=2 mix=1,1,0 from=../index.md", question("own"))
    page = Bank().read(Page(path="a/wide.md", lines=text.split("\n")))
    home = Bank().read(Page(path="index.md", lines=SITE["index.md"].split("\n")))
    (deck,) = page.sets()
    pool = Pool({"a/wide.md": page, "index.md": home})
    assert [item.id for item in pool.of_test(deck, "a/wide.md")] == ["own", "home"]


@pytest.mark.parametrize(
    ("value", "uri", "entries"),
    [
        ("./", "topics/test.md", "topics/"),
        ("./", "test.md", "/"),
        ("/", "topics/test.md", "/"),
        ("../", "topics/test.md", "/"),
        ("../x/../a.md,topic:a.md,#padding", "topics/test.md", "a.md topic:topics/a.md #padding"),
        ("a.md,./a.md", "test.md", "a.md"),
        ("a%20b.md#50% of it", "test.md", "a%20b.md#50%25%20of%20it"),
        ("a:b.md#c#d", "test.md", "a%3Ab.md#c%23d"),
    ],
)
def test_entries_hold_no_space_and_no_mark_but_their_own(value: str, uri: str, entries: str) -> None:
    assert " ".join(origin.entry for origin in read_origins(value, uri)) == entries


@pytest.mark.parametrize("word", ["a", ".", "a.md#", "#", "topic:", "topic:#a", "topic:a/", "topic:a", "a.txt#b"])
def test_what_is_no_entry(word: str) -> None:
    assert not is_origin(word)


FAULTS = {
    "on.md": "`on.md` names a page that does not exist. Did you mean `one.md`?",
    "topic:ones.md": "`topic:ones.md` names a page that does not exist. Did you mean `topic:one.md`?",
    "one/two/three.md": "`one/two/three.md` names a page that does not exist."
    " Fix the path, which is relative to this page.",
    "../../a/one.md": "`../../a/one.md` names a page that does not exist."
    " Fix the path, which is relative to this page.",
    "../bb/": "`../bb/` names a folder without pages. Did you mean `../b/`?",
    "#paddin": "`#paddin` matches no choice question with a level. Did you mean `#padding`?",
    "deep/#padding": "`deep/#padding` matches no choice question with a level."
    " Use an objective of choice questions that have a level.",
    "../prose.md": "`../prose.md` matches no choice question with a level. Write some, or remove the entry.",
    "deep": "`deep` is not a page, a folder or an objective."
    " Write `page.md`, `topic:page.md`, `folder/` or `#objective`, separated by commas.",
}


def built(small_site, pages: Mapping[str, str], caplog: pytest.LogCaptureFixture) -> tuple[Path, list[str]]:
    """The site as MkDocs builds it, and the errors that it reports."""
    caplog.clear()
    site = small_site(pages, plugins=[{"recall": {"site_id": "small"}}])
    errors = [r.getMessage() for r in caplog.records if r.name.endswith("recall") and r.levelname == "ERROR"]
    return site, errors


def checked(site: Path) -> list[str]:
    """The errors that check reports of a site that was built."""
    found = read_site(read_settings(site.parent / "mkdocs.yml")).problems()
    return [str(problem) for problem in found if problem.severity == "error"]


@pytest.mark.parametrize("value", FAULTS)
def test_check_and_a_build_say_the_same_of_what_is_not_there(small_site, caplog, value: str) -> None:
    pages = {**SITE, "a/wide.md": wide(f"wide draw=1 mix=1,0,0 from={value},one.md")}
    site, errors = built(small_site, pages, caplog)
    assert errors == [f"docs/a/wide.md:3: error test-from: test wide: {FAULTS[value]}"]
    assert checked(site) == errors
    page = (site / "a" / "wide.html").read_text("utf-8")
    assert "<recall-test" not in page
    assert '<div class="recall-error" id="recall-wide"' in re.sub(r' role="note"', "", page)


def test_the_whole_pool_must_fill_the_mix(small_site, caplog) -> None:
    pages = {**SITE, "wide.md": wide("wide draw=6 mix=4,1,1 from=/", question("own"))}
    site, errors = built(small_site, pages, caplog)
    assert errors == checked(site) == []
    assert "<recall-test" in (site / "wide.html").read_text("utf-8")
    pages["wide.md"] = pages["wide.md"].replace("6 mix=4,1,1", "9 mix=4,3,2")
    site, errors = built(small_site, pages, caplog)
    assert errors == checked(site)
    assert errors == [
        "docs/wide.md:3: error test-bank: test wide: the test draws 3 medium questions, but its bank has 1."
        " Add questions of that level, or draw fewer."
    ]


def test_a_question_to_mend_is_no_reason_to_call_the_pool_too_small(small_site, caplog) -> None:
    pages = {"a.md": question("one", key="y"), "wide.md": wide("wide draw=1 mix=1,0,0 from=a.md")}
    site, errors = built(small_site, pages, caplog)
    assert [re.findall("error ([a-z-]+)", error)[0] for error in errors] == ["bad-mark"]
    assert checked(site) == errors


def test_only_a_test_draws_from_elsewhere_and_on_a_page_of_its_own(small_site, caplog) -> None:
    pages = {
        **SITE,
        "practice.md": "//// practice | set-2 from=index.md\n\n" + question("in-set") + "////\n",
        "wide.md": question("beside") + wide("wide draw=1 mix=1,0,0 from=/"),
    }
    site, errors = built(small_site, pages, caplog)
    assert errors == checked(site)
    assert [re.findall("error ([a-z-]+)", error)[0] for error in errors] == ["unknown-setting", "test-page"]


def test_the_page_links_to_where_questions_come_from(small_site) -> None:
    origins = "one.md,topic:one-test.md,deep/two.md#loss,../,./,#padding"
    pages = {**SITE, "a/wide.md": wide(f'wide draw=4 mix=2,1,1 from="{origins}"')}
    site = small_site(pages, strict=True, plugins=[{"recall": {"site_id": "small"}}])
    page = (site / "a" / "wide.html").read_text("utf-8")
    rows = re.findall(r"<li>(.*?)</li>", page[page.index('class="recall-sources"') :].partition("</ul>")[0])
    assert rows == [
        '<a href="one.html">One 1</a>',
        '<a href="one-test.html">A test</a> and its tests',
        '<a href="deep/two.html">a/deep/two.md</a>: loss',
        "All pages of this site",
        "All pages in a",
        "The objective padding",
    ]


def test_stats_count_the_pool_of_a_test_without_questions_of_its_own(small_site) -> None:
    pages = {**SITE, "a/wide.md": wide("wide draw=3 mix=2,0,1 from=./,../b/").replace("# A test", "# Wide")}
    read = read_site(read_settings(small_site(pages).parent / "mkdocs.yml"))
    topics = count_topics(read.pages, read.bank.levels, read.pools())
    lines = list(write_topics(topics, read.bank.levels))
    assert lines[lines.index("Wide (docs/a/wide.md)") :][:4] == [
        "Wide (docs/a/wide.md)",
        "  Draws from   3 easy, 2 hard",
        "  Missing      3 more easy questions for the test `wide`: it draws 2 and has 3."
        " With 6, a second form is mostly new.",
        "  Missing      1 more hard question for the test `wide`: it draws 1 and has 2."
        " With 3, a second form is mostly new.",
    ]
    data = next(each for each in as_data(topics, read.bank.levels) if each["title"] == "Wide")
    assert (data["kinds"], data["draws_from"]) == ({}, {"easy": 3, "hard": 2})


def test_ways_count_what_it_draws_and_coverage_what_it_can_draw(small_site) -> None:
    pages = {
        **SITE,
        "a/wide.md": wide("wide draw=3 mix=2,0,1 from=./,../b/").replace("# A test", "# Wide"),
        "start.md": "# Start\n\n/// ways | way test=a/wide.md learn=a/one.md\n\n///\n",
        "all.md": "# All\n\n/// coverage under=a\n\n///\n",
    }
    site = small_site(pages, strict=True, plugins=[{"recall": {"site_id": "small"}}])
    start = (site / "start.html").read_text("utf-8")
    assert 'href="a/wide.html#recall-wide"' in start
    assert "3 questions, no time limit" in start
    counted = re.sub("<[^>]*>|\\s+", " ", (site / "all.html").read_text("utf-8").split("recall-coverage")[1])
    assert "Draws from 3 easy, 2 hard" in re.sub(" +", " ", counted)


def test_the_manifest_names_it_and_lists_no_page_without_items(small_site) -> None:
    pages = {
        **SITE,
        "a/wide.md": wide("wide draw=3 mix=2,0,1 aka=old,older from=./,../b/").replace("# A test", "# Wide"),
        "b/named.md": wide('named draw=1 mix=1,0,0 title="By name" from=./', question("own")),
    }
    nav = ["index.md", "b/named.md", "a/wide.md"]
    site = small_site(pages, nav=nav, plugins=[{"recall": {"site_id": "small"}}])
    (file,) = site.glob("assets/recall/items.*.js")
    manifest = json.loads(re.sub(r"^[^(]*\(|\);$", "", file.read_text("utf-8").strip()))
    named, both = ["own", "three-easy", "three-hard"], ["one-easy", "one-test-easy", "two-hard"]
    for test in manifest["tests"]:
        test["draws"].sort()
    assert manifest["tests"] == [
        {"id": "named", "aka": [], "title": "By name", "path": "b/named.html", "source": "b/named.md", "draws": named},
        {
            "id": "wide",
            "aka": ["old", "older"],
            "title": "Wide",
            "path": "a/wide.html",
            "source": "a/wide.md",
            "draws": sorted([*both, *named]),
        },
    ]
    paths = {topic["path"] for topic in manifest["topics"]}
    assert "b/named.html" in paths
    assert "a/wide.html" not in paths
    page = (site / "a" / "wide.html").read_text("utf-8")
    assert 'data-recall-from="a/ b/"' in page
    assert f'data-recall-manifest="../assets/recall/{file.name}"' in page
