"""What tests over several pages draw and which topics pages form: decided here, and the script follows it."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mkdocs_recall.site.manifest import ManifestPage, describe_topics
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from paths import CLIENT

SCRIPT = """
const { findPool } = await import(process.argv[1]);
const { chooseTests, chooseTopics, groupTopics, readManifest } = await import(process.argv[2]);
const { manifest: data, under } = JSON.parse((await process.stdin.toArray()).join(""));
const manifest = readManifest(data);
const ids = (items) => items.map(({ id }) => id);
const pools = Object.fromEntries(manifest.tests.map(({ id }) => [id, ids(findPool(manifest, id))]));
const topics = chooseTopics(groupTopics(manifest.pages, manifest.tests), "", under);
const tests = ids(chooseTests(manifest.tests, under));
process.stdout.write(JSON.stringify({ pools, topics: topics.map(({ path, items }) => [path, ids(items)]), tests }));
"""


def question(id: str, more: str = "") -> str:
    return f"/// mcq | {id} easy{more}\n\nWhich one?\n\n- [x] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n\n///\n\n"


def exam(id: str, more: str = "", text: str = "") -> str:
    return f"# {id}\n\n//// test | {id} draw=1 mix=1,0,0{more}\n\n{text or question(f'{id}-1')}////\n"


def wide(id: str, value: str, draw: int = 1) -> str:
    return f"# {id}\n\n//// test | {id} draw={draw} mix={draw},0,0 from={value}\n\n////\n"


PROGRESS = {"progress.md": "/// progress\n\n///\n"}
CHAIN = {
    "a.md": question("a"),
    "b.md": exam("b", " learn=a.md"),
    "c.md": exam("c", " learn=b.md"),
    "other.md": question("other"),
}
CIRCLE = {"a.md": exam("a", " learn=b.md"), "b.md": exam("b", " learn=a.md"), "c.md": exam("c", " learn=a.md")}
ORIGINS = {
    "chain-a": ("topic:a.md", "a b-1"),
    "chain-b": ("topic:b.md", "a b-1"),
    "chain-c": ("topic:c.md", "b-1 c-1"),
    "page": ("c.md", "c-1"),
    "folder": ("./", "a b-1 c-1 other"),
    "site": ("/", "a b-1 c-1 other"),
    "objective": ("#x", ""),
}


def manifest_of(site: Path) -> dict[str, Any]:
    (file,) = site.glob("assets/recall/items.*.js")
    return json.loads(re.sub(r"^[^(]*\(|\);$", "", file.read_text("utf-8").strip()))


def read_by_script(manifest: Mapping[str, Any], under: str = "") -> dict[str, Any]:
    """What the script makes of a manifest."""
    modules = [(CLIENT / name).as_uri() for name in ("test/forms/pool.js", "core/manifest.js")]
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", SCRIPT, *modules],
        input=json.dumps({"manifest": manifest, "under": under}),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def build(small_site, pages: Mapping[str, str]) -> Path:
    return small_site({**pages, **PROGRESS}, plugins=[{"recall": {"site_id": "x"}}])


def test_the_script_draws_what_check_counts(small_site) -> None:
    wides = {f"{name}.md": wide(name, value) for name, (value, ids) in ORIGINS.items() if ids}
    site = build(small_site, {**CHAIN, **wides})
    drawn = read_by_script(manifest_of(site))["pools"]
    assert {name: " ".join(sorted(ids)) for name, ids in drawn.items()} == {
        name: ids for name, (_, ids) in ORIGINS.items() if ids
    }
    read = read_site(read_settings(site.parent / "mkdocs.yml"))
    assert {name: sorted(item.id for item in pool) for name, pool in read.pools().items()} == {
        name: sorted(ids) for name, ids in drawn.items()
    }


def test_it_draws_in_the_order_of_the_site_and_its_own_only_where_named(small_site) -> None:
    own = exam("own", " from=topic:c.md,a.md", question("own-1"))
    site = build(small_site, {**CHAIN, "own.md": own, "sub/both.md": exam("both", " from=./,/a.md")})
    topics = [item["id"] for topic in manifest_of(site)["topics"] for item in topic["items"]]
    drawn = read_by_script(manifest_of(site))["pools"]
    assert drawn == {"own": ["a", "b-1", "c-1"], "both": [id for id in topics if id in ("a", "both-1")]}


def test_what_stands_on_no_page_is_not_drawn(small_site) -> None:
    faulty = exam("faulty", " nonsense=1", question("lost"))
    sample = f"<pre>\n{question('shown')}</pre>\n\n<div>\n{question('raw')}</div>\n"
    site = build(small_site, {"a.md": question("a"), "b.md": faulty, "c.md": sample, "wide.md": wide("wide", "/")})
    assert read_by_script(manifest_of(site))["pools"] == {"wide": ["a"]}


def test_a_page_of_a_chain_or_a_circle_belongs_to_one_topic(small_site) -> None:
    chain = read_by_script(manifest_of(build(small_site, CHAIN)))["topics"]
    assert chain == [["a.html", ["a", "b-1", "c-1"]], ["other.html", ["other"]]]
    circle = read_by_script(manifest_of(build(small_site, CIRCLE)))["topics"]
    assert circle == [["a.html", ["a-1", "b-1", "c-1"]]]


@pytest.mark.parametrize("pages", [CHAIN, CIRCLE], ids=["chain", "circle"])
def test_topics_are_the_same_without_the_plugin(small_site, pages: Mapping[str, str]) -> None:
    site = build(small_site, pages)
    read = read_site(read_settings(site.parent / "mkdocs.yml"))
    found = describe_topics(
        [ManifestPage(items=page, source=uri, path=uri.replace(".md", ".html"), title="") for page in read.pages
         for uri in [read.addresses[page.page.path]]]
    )  # fmt: skip
    assert {topic["source"]: topic["learn"] for topic in found} == {
        topic["source"]: topic["learn"] for topic in manifest_of(site)["topics"]
    }


def test_the_head_of_a_circle_is_its_first_page(small_site) -> None:
    site = small_site({**CIRCLE, **PROGRESS}, nav=["c.md", "b.md", "a.md", "progress.md"])
    topics = read_by_script(manifest_of(site))["topics"]
    assert [path for path, _ in topics] == ["b.html"]
    assert sorted(topics[0][1]) == ["a-1", "b-1", "c-1"]


def test_a_circle_draws_both_of_its_pages(small_site) -> None:
    wides = {f"{name}.md": wide(name, f"topic:{name[-1]}.md", 2) for name in ("of-a", "of-b")}
    site = build(small_site, {**CIRCLE, "c.md": question("c"), **wides})
    assert read_by_script(manifest_of(site))["pools"] == {"of-a": ["a-1", "b-1"], "of-b": ["a-1", "b-1"]}


@pytest.mark.parametrize("folder", ["küche", "a b", "100%", "plain"])
@pytest.mark.parametrize("directories", [True, False])
def test_a_folder_is_compared_with_sources(small_site, folder: str, directories: bool) -> None:
    pages = {
        "a.md": question("a"),
        f"{folder}/b.md": question("b"),
        f"{folder}/wide.md": wide("inside", "b.md"),
        "wide.md": wide("outside", "a.md"),
    }
    site = small_site({**pages, **PROGRESS}, use_directory_urls=directories)
    read = read_by_script(manifest_of(site), folder)
    assert read["tests"] == ["inside"]
    assert [ids for _, ids in read["topics"]] == [["b"]]
