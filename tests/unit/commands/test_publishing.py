"""`recall assets` and `recall build-data`: what the plugin does in MkDocs, for engines that run no plugins."""

import re
import shutil
from pathlib import Path

import pytest

from mkdocs_recall.assets import FIXED, FOLDER, HASHED, shipped
from mkdocs_recall.cli import main

PAGES = {
    "index.md": "# Home\n\n/// progress\n\n///\n",
    "b.md": "# Second\n\n/// card | two\n\nWhat?\n\n**Answer:** [Home](index.md).\n\n///\n",
    "deep/a.md": (
        "# First\n\n/// explain | one easy\n\nWhy?\n\n**Concepts:**\n\n- This\n\n**Model answer:** This.\n\n///\n"
    ),
    "wide.md": "# Wide\n\n//// test | wide draw=1 mix=1,0,0 from=/\n\n////\n",
    "c.md": "# Choice\n\n/// mcq | three easy\n\nWhich?\n\n- [x] Yes\n- [ ] No\n\n///\n",
}
NAV = [{"The first": "deep/a.md"}, {"Others": ["b.md", "c.md"]}, "wide.md"]


@pytest.fixture
def alone(small_site, recall) -> Path:
    """A site built with the extension alone, which knows no other pages, and the script."""
    site = small_site(PAGES, plugins=[], markdown_extensions=[{"recall": {"site_id": "small"}}], nav=NAV)
    assert run(recall, "assets", site)[0] == 0
    return site


def run(recall, command: str, site: Path) -> tuple[int, str]:
    return recall(command, str(site), "--config-file", str(site.parent / "mkdocs.yml"))


def read(site: Path) -> dict[str, str]:
    """The scripts with data, by name without hashes."""
    hashed = re.compile(r"\.[0-9a-f]{8}\.js")
    files = [*(site / FOLDER).glob("items*.js"), *(site / FOLDER / "pages").rglob("*.js")]
    return {
        hashed.sub(".js", each.relative_to(site).as_posix()): hashed.sub(".js", each.read_text("utf-8"))
        for each in files
    }


def test_assets_writes_what_the_plugin_writes(alone, recall, small_site) -> None:
    shutil.rmtree(alone / FOLDER)
    code, printed = run(recall, "assets", alone)
    assert (code, printed) == (0, f"Wrote {len(HASHED) + len(FIXED)} files to {alone / FOLDER}.\n")
    built = small_site(PAGES) / FOLDER
    assert {file.name: file.read_bytes() for file in (alone / FOLDER).iterdir()} == {
        name: (built / name).read_bytes()
        for name in {shipped(each)[0].rpartition("/")[2] for each in (*HASHED, *FIXED)}
    }


def test_files_of_another_version_go_and_others_stay(alone, recall) -> None:
    for name in ("core.00000000.js", "core.00000000.css", "mine.00000000.js", "core.js"):
        (alone / FOLDER / name).write_text("")
    current = next((alone / FOLDER).glob("hub.js"))
    before = current.stat().st_mtime_ns
    code, printed = run(recall, "assets", alone)
    assert (code, "Removed 2 files of another version." in printed) == (0, True)
    assert current.stat().st_mtime_ns == before
    left = {file.name for file in (alone / FOLDER).iterdir()}
    assert left & {"core.00000000.js", "core.00000000.css", "mine.00000000.js", "core.js"} == {
        "mine.00000000.js",
        "core.js",
    }


def test_data_is_what_the_plugin_writes(alone, recall, small_site) -> None:
    code, printed = run(recall, "build-data", alone)
    assert (code, printed) == (0, f"Wrote 3 items on 3 pages to {alone / FOLDER}.\n")
    built = small_site(PAGES, plugins=[{"recall": {"site_id": "small"}}], nav=NAV)
    assert read(alone) == read(built)
    assert "The first" in read(alone)[f"{FOLDER}/items.js"]


def test_data_follows_the_built_pages(alone, recall) -> None:
    run(recall, "build-data", alone)
    (alone / "c.html").unlink()
    page = alone / "b.html"
    page.write_text(page.read_text().replace("What?", "What now?"))
    code, printed = run(recall, "build-data", alone)
    assert (code, "docs/c.md is not in " in printed) == (0, True)
    found = read(alone)
    assert f"{FOLDER}/pages/c.js" not in found
    assert "What now?" in found[f"{FOLDER}/pages/b.js"]
    assert len([*(alone / FOLDER / "pages").rglob("*.js")]) == 2
    assert '"draws":[]' in found[f"{FOLDER}/items.js"] or '"draws"' not in found[f"{FOLDER}/items.js"]


def test_pages_of_other_sources_or_another_version_are_reported(alone, recall) -> None:
    page = alone / "c.html"
    text = page.read_text()
    page.write_text(text.replace('data-recall-id="three"', 'data-recall-id="former"'))
    other = alone / "b.html"
    other.write_text(re.sub(r"core\.[0-9a-f]{8}\.css", "core.00000000.css", other.read_text()))
    code, printed = run(recall, "build-data", alone)
    again = "Build the site again, without its cache."
    assert code == 1
    assert f"warning: c.html does not have 1 question of docs/c.md. {again}" in printed
    assert f"warning: b.html loads core.00000000.css, which is not of this version of mkdocs-recall. {again}" in printed


def test_a_page_that_keeps_its_questions_to_itself(small_site, recall) -> None:
    pages = {**PAGES, "c.md": "---\nrecall:\n  exclude: true\n---\n\n" + PAGES["c.md"]}
    site = small_site(pages, plugins=[], markdown_extensions=[{"recall": {"site_id": "small"}}])
    code, printed = run(recall, "build-data", site)
    assert (code, f"lacks the script or the style of this version. Run `recall assets {site}`." in printed) == (1, True)
    assert "three" not in read(site)[f"{FOLDER}/items.js"]


@pytest.mark.parametrize("command", ["assets", "build-data"])
def test_a_folder_that_is_not_there_is_not_made(folder, recall, command: str) -> None:
    assert recall(command, "sites") == (2, f"recall {command}: there is no folder sites.\n")
    assert not (folder / "sites").exists()


def test_data_of_a_site_that_is_not_built(folder, recall) -> None:
    words = "recall build-data: docs has no page with questions of this site. Build the site first.\n"
    assert recall("build-data", "docs") == (2, words)


def test_check_names_what_zensical_does_not_see(folder, recall, monkeypatch) -> None:
    monkeypatch.setattr("mkdocs_recall.commands.check.find_spec", lambda name: name)
    config = folder / "mkdocs.yml"
    config.write_text(
        "site_name: A\nplugins: [{recall: {site_id: a, levels: [[x], [y], [z]]}}]\nmarkdown_extensions: [recall]\n"
    )
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "docs" / "deep" / "page.md").write_text("# Deep\n")
    code, printed = recall("check")
    assert (code, "options under `plugins`, here `site_id`, `levels`." in printed) == (0, True)
    assert recall("check", "--fail-on", "warning")[0] == 1
    config.write_text("site_name: A\nplugins: [recall]\nmarkdown_extensions: [{recall: {site_id: a}}]\n")
    assert "warning" not in recall("check")[1].replace("0 warnings", "")
    assert main(["assets", "docs"]) == 0
    assert recall("check", "--fail-on", "warning")[0] == 0
    (folder / "docs" / FOLDER / "core.00000000.js").write_text("")
    words = "docs/assets/recall has files of another version of mkdocs-recall. Run `recall assets docs`."
    assert f"warning: {words}" in recall("check")[1]
