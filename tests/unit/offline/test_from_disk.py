"""`recall offline`, which packs a built site, and what it says of things that need a connection."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_recall.cli import main
from mkdocs_recall.offline.from_disk import find_hindrances, pack_site

PAGES = {"index.md": "# Home\n\n[Deep](deep/page.md)\n", "deep/page.md": "# Deep\n\n[Home](../index.md#home)\n"}
MATERIAL = {"name": "material", "font": False}


@pytest.fixture
def disk_site(shared_site: Callable[..., Path]) -> Path:
    """A site of Material with its plugin `offline`."""
    return shared_site(PAGES, theme=MATERIAL, plugins=["search", "offline", {"recall": {"site_id": "small"}}])


def test_a_site_is_packed_into_one_folder_and_the_same_site_gives_the_same_bytes(disk_site):
    content = pack_site(disk_site, "course")
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert {"course/index.html", "course/deep/page.html", "course/search/search_index.js"} <= {*names}
    assert names == sorted(names)
    assert not [name for name in names if "sitemap" in name or "404" in name]
    for path in disk_site.rglob("*"):
        path.touch()
    assert pack_site(disk_site, "course") == content


def test_the_command_writes_the_file(disk_site, tmp_path, capsys):
    assert main(["offline", str(disk_site), "-o", str(tmp_path / "leap-years.zip")]) == 0
    assert capsys.readouterr().err == ""
    assert "leap-years/index.html" in zipfile.ZipFile(tmp_path / "leap-years.zip").namelist()


def test_search_from_disk_asks_no_other_host(disk_site):
    page = (disk_site / "deep" / "page.html").read_text("utf-8")
    assert "unpkg.com" not in page
    assert 'src="../assets/recall/iframe-worker.' in page


@pytest.mark.parametrize("order", [["offline", "recall"], ["recall", "offline"]])
def test_the_order_of_the_plugins_does_not_matter(small_site, order):
    page = (small_site("# Home\n", theme=MATERIAL, plugins=["search", *order]) / "index.html").read_text("utf-8")
    assert "unpkg.com" not in page
    assert 'src="assets/recall/iframe-worker.' in page


def test_a_script_of_the_site_itself_stays(small_site):
    site = small_site(
        {"index.md": "# Home\n", "own-iframe-worker.js": ""},
        theme=MATERIAL,
        plugins=["search", "offline", "recall"],
        extra={"polyfills": ["own-iframe-worker.js"]},
    )
    assert 'src="own-iframe-worker.js"' in (site / "index.html").read_text("utf-8")
    assert not list(site.glob("assets/recall/iframe-worker*"))


def test_links_to_folders_and_a_search_that_needs_a_server_are_named(small_site, tmp_path, capsys):
    site = small_site(PAGES, theme=MATERIAL, use_directory_urls=True, plugins=["search", "recall"])
    assert main(["offline", str(site), "-o", str(tmp_path / "site.zip")]) == 1
    assert (tmp_path / "site.zip").is_file()
    links, search = capsys.readouterr().err.splitlines()
    assert links.startswith(
        "recall offline: links to folders open no page from disk, as in deep/page/index.html (../.."
    )
    assert "use_directory_urls: false" in links
    assert search.startswith("recall offline: the search does not work from disk. With the theme Material")


LOADS = """<link rel="canonical" href="https://a.example/"><link rel="stylesheet" href="https://fonts.example/x.css">
<a href="https://b.example/">link</a><img src="//pictures.example/x.png"><script src="near.js"></script>
<style>@import "https://styles.example/y.css";</style><p style="background: url(https://ground.example/z.png)">"""


def test_each_other_host_is_named_once_with_a_page_that_loads_from_it(tmp_path):
    (tmp_path / "a.html").write_text(LOADS)
    (tmp_path / "b.html").write_text(LOADS)
    (tmp_path / "c.css").write_text("@font-face { src: url(https://letters.example/f.woff2) }")
    found = list(find_hindrances(tmp_path))
    hosts = [("a.html", name) for name in ("fonts", "pictures", "styles", "ground")] + [("c.css", "letters")]
    starts = [f"{page} loads something from {name}.example, which needs a connection." for page, name in hosts]
    assert [each.partition(" Put ")[0] for each in found] == starts


def test_what_cannot_be_packed_is_refused(tmp_path, disk_site, capsys):
    assert main(["offline", str(tmp_path / "site"), "-o", str(tmp_path / "x.zip")]) == 2
    assert "there is no built site in" in capsys.readouterr().err
    assert main(["offline", str(disk_site), "-o", str(disk_site / "x.zip")]) == 2
    assert "the zip would be part of the site" in capsys.readouterr().err
