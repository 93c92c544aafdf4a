"""Real builds of small sites: what is reported, what fails, what is linked, and what no index holds."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort

from builds import build_with_mkdocs
from mkdocs_recall.assets import HASHED
from mkdocs_recall.site.bank import Bank
from paths import ROOT

CARD = "/// card | {id}\n\nWhat is a stem?\n\n**Answer:** SECRETANSWER\n\n///\n"
QUESTION = "/// mcq | {id} easy\n\nWhich one?\n\n- [{mark}] Right\n  > SECRETREASON\n- [ ] Wrong\n\n///\n"


TWICE = (
    "docs/a.md:11: error duplicate-id: card one: the id is already used in docs/a.md:3. Give one of the two another id."
)


def messages(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.recall"]


def test_all_problems_of_a_site_are_reported_once_and_sorted(small_site, caplog):
    pages = {
        "b.md": "---\ntitle: B\n---\n\n# B\n\n" + QUESTION.format(id="q", mark=" "),
        "a.md": "# A\n\n" + CARD.format(id="one") + "\n" + CARD.format(id="one"),
        "index.md": "# Home\n\n" + CARD.format(id="two"),
    }
    small_site(pages, plugins=[{"recall": {"site_id": "small"}}])
    assert messages(caplog) == [
        TWICE,
        "docs/b.md:7: error no-key: mcq q: the question has no right option. Mark one with `[x]`.",
    ]


def test_an_id_belongs_to_one_page(small_site, caplog):
    small_site({"index.md": CARD.format(id="one"), "later.md": CARD.format(id="one")})
    assert any("docs/later.md:1: error duplicate-id" in message for message in messages(caplog))


def test_a_fault_fails_a_strict_build_with_its_line_and_no_traceback(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n" + QUESTION.format(id="q", mark="y"))
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [recall]\n")
    command = [sys.executable, "-m", "mkdocs", "build"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    strict = subprocess.run([*command, "--strict"], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert strict.returncode == 1
    assert "docs/index.md:7: error bad-mark: mcq q: `- [y]` does not mark an option." in strict.stderr
    assert "Traceback" not in strict.stderr
    assert subprocess.run(command, cwd=tmp_path, env=env, capture_output=True).returncode == 0
    assert "recall-error" in (tmp_path / "site" / "index.html").read_text()


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_the_search_index_holds_stems_and_no_answers(small_site, theme):
    source = "# Home\n\n" + CARD.format(id="one") + "\n" + QUESTION.format(id="q", mark="x")
    site = small_site(source, theme=theme)
    index = (site / "search" / "search_index.json").read_text()
    assert "What is a stem?" in index
    assert "SECRET" not in index
    assert "Show answer" not in index or theme == "mkdocs"
    assert "SECRETANSWER" in (site / "index.html").read_text()
    json.loads(index)


def test_assets_are_linked_relative_to_their_page_and_only_where_needed(small_site):
    site = small_site({"index.md": "# Home", "deep/er/page.md": CARD.format(id="one")})
    page = (site / "deep" / "er" / "page.html").read_text()
    for kind in ("css", "js"):
        (file,) = (site / "assets" / "recall").glob(f"core.*.{kind}")
        assert f"../../assets/recall/{file.name}" in page
    assert "assets/recall" not in (site / "index.html").read_text()


def test_the_hub_has_an_address_that_never_changes(small_site):
    hub = small_site(CARD.format(id="one")) / "assets" / "recall" / "hub.html"
    assert '<script src="hub.js">' in hub.read_text()
    assert "postMessage" in hub.with_name("hub.js").read_text()


@pytest.mark.parametrize("name", [*HASHED, "hub.js"])
def test_each_shipped_file_has_a_source_map_with_its_sources(small_site, name):
    folder = small_site(CARD.format(id="one")) / "assets" / "recall"
    (file,) = folder.glob(name if name == "hub.js" else name.replace(".", ".????????."))
    named = re.search(r"# sourceMappingURL=(\S+)", file.read_text("utf-8"))
    assert named
    sources = json.loads((folder / named[1]).read_text("utf-8"))
    assert len(sources["sources"]) == len(sources["sourcesContent"]) > 0
    assert all(source.startswith(("../client/", "../ui/")) for source in sources["sources"])


WAYS = "/// ways | way test=topic/test.md learn={learn}\n\n///\n"
TEST = "//// test | t draw=1 mix=1,0,0\n\n{questions}\n////\n"


def ways_of(page: Path) -> list[dict[str, str]]:
    """The attributes of a page's two ways, and the text of each."""
    links = re.findall(r'<a class="recall-way[^>]*>.*?</a>', page.read_text(), re.DOTALL)
    found = [dict(re.findall(r'([a-z-]+)="([^"]*)"', link.partition(">")[0])) for link in links]
    return [{**each, "text": re.sub("<[^>]*>", " ", link)} for each, link in zip(found, links, strict=True)]


def test_ways_count_and_name_what_another_page_holds(small_site):
    lesson = "# Lesson\n\n" + CARD.format(id="one aka=first,uno") + "\n" + CARD.format(id="two")
    lesson += "\n" + QUESTION.format(id="q", mark="x") + "\n" + QUESTION.format(id="faulty", mark=" ")
    bank = TEST.format(questions="".join(QUESTION.format(id=f"t{number}", mark="x") + "\n" for number in range(10)))
    pages = {"index.md": WAYS.format(learn="topic/lesson.md#lesson"), "topic/lesson.md": lesson, "topic/test.md": bank}
    test, learn = ways_of(small_site(pages) / "index.html")
    assert test["href"] == "topic/test.html#recall-t"
    assert "1 question, no time limit" in test["text"]
    assert learn["href"] == "topic/lesson.html#lesson"
    assert "2 cards, 1 question" in learn["text"]
    assert learn["data-recall-cards"] == "one,first,uno two"
    assert learn["data-recall-questions"] == "q"


def test_ways_into_their_own_page_name_no_items(small_site):
    pages = {"index.md": WAYS.format(learn="#lesson") + "\n## Lesson\n\n" + CARD.format(id="one")}
    test, learn = ways_of(small_site(pages) / "index.html")
    assert "1 card" in learn["text"]
    assert not {"data-recall-cards", "data-recall-questions"} & {*test, *learn}


def test_a_page_is_read_once_for_all_ways_to_it(small_site, monkeypatch):
    read: list[str] = []
    bank_read = Bank.read
    monkeypatch.setattr(
        Bank, "read", lambda self, page, *more, **apart: read.append(page.path) or bank_read(self, page, *more, **apart)
    )
    ways = WAYS.format(learn="topic/lesson.md")
    lesson = "# Lesson\n\n" + CARD.format(id="one")
    pages = {"index.md": ways, "topic/lesson.md": lesson, "topic/test.md": TEST.format(questions="")}
    small_site({**pages, "other.md": ways.replace("| way", "| way-2")})
    assert read.count("") == 2


def test_a_page_that_is_not_utf8_is_reported_and_built(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_bytes(b"# Caf\xe9\n\n" + CARD.format(id="one").encode())
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [recall]\n")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0
    assert "docs/index.md:1: error encoding: the file is not in UTF-8. Save it as UTF-8." in done.stderr
    assert "recall-card" in (tmp_path / "site" / "index.html").read_text()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"site_id": "Not An Id"}, "site_id"),
        ({"levels": [["easy"], ["hard"]]}, "levels"),
    ],
)
def test_wrong_options_are_named(small_site, caplog, settings, named):
    with pytest.raises(Abort):
        small_site("# Home", plugins=[{"recall": settings}])
    assert f"recall: `{named}`" in caplog.text


def test_links_to_items_are_known_anchors(small_site):
    small_site(
        "[to it](#recall-one)\n\n" + CARD.format(id="one"),
        strict=True,
        plugins=[{"recall": {"site_id": "x"}}],
        validation={"links": {"anchors": "warn"}},
    )


def test_edit_and_report_links_know_the_line(small_site):
    site = small_site(
        "# Home\n\n" + CARD.format(id="one"),
        repo_url="https://github.com/example/course",
        edit_uri="edit/main/docs/",
    )
    page = (site / "index.html").read_text()
    assert 'href="https://github.com/example/course/edit/main/docs/index.md#L3"' in page
    assert "https://github.com/example/course/issues/new?title=Problem+with+the+question+one" in page
    bare = small_site(CARD.format(id="one"))
    assert "Edit this question" not in (bare / "index.html").read_text()


def test_the_workflows_are_yaml_and_run_what_the_readme_names():
    for file in (ROOT / ".github" / "workflows").glob("*.yml"):
        assert yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]


def test_a_live_preview_shows_problems_at_their_items_and_lists_them(tmp_path, monkeypatch):
    """What `mkdocs serve` builds: a note on every page, boxes at items, and a page with all problems."""
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Home\n\nNo items here.\n")
    (tmp_path / "docs" / "deep" / "page.md").write_text("# Deep\n\n" + QUESTION.format(id="q", mark=" "))
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nuse_directory_urls: false\nplugins: [recall]\n")
    build_with_mkdocs(tmp_path / "mkdocs.yml", command="serve")
    overview = (tmp_path / "site" / "recall-problems.html").read_text()
    assert '<a href="deep/page.html#recall-q">docs/deep/page.md:3</a>' in overview
    assert "The question has no right option." in overview
    home = (tmp_path / "site" / "index.html").read_text()
    assert '<a href="recall-problems.html">Problems on this site: 1 error, 0 warnings.</a>' in home
    assert "<title>Home" in home or "<title>X" in home
    assert ">Deep</a>" in home
    page = (tmp_path / "site" / "deep" / "page.html").read_text()
    assert '<a href="../recall-problems.html">All problems</a>' in page


def test_findings_about_quality_are_told_and_fail_nothing(small_site, caplog):
    caplog.set_level("INFO")
    page = QUESTION.format(id="q", mark="x")
    small_site(page, strict=True, plugins=[{"recall": {"site_id": "x"}}])
    assert any("docs/index.md:7: warning missing-reason: mcq q:" in message for message in messages(caplog))
    caplog.clear()
    rules = {"option-count": False, "missing-reason": False}
    small_site(page, strict=True, plugins=[{"recall": {"site_id": "x", "rules": rules}}])
    assert messages(caplog) == []


def test_coverage_counts_the_sources_of_the_whole_site(small_site):
    site = small_site(
        {
            "index.md": "# Home\n\n/// coverage under=deep\n\n///\n",
            "deep/page.md": "# Deep\n\n" + QUESTION.format(id="q", mark="x"),
            "other.md": "# Other\n\n" + CARD.format(id="c"),
        },
        strict=True,
        plugins=[{"recall": {"site_id": "x"}}],
    )
    page = (site / "index.html").read_text()
    assert '<a href="deep/page.html">Deep</a>' in page
    assert "1 of 2 options (50%)" in page
    assert "Other</a></caption>" not in page
