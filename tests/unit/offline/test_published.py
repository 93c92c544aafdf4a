"""What the options `offline` and `install` add to a site, and that nothing is added without them."""

import json
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from builds import build_with_mkdocs
from mkdocs_recall.offline.published import WORKER, list_files
from mkdocs_recall.offline.web_manifest import find_icons

CARD = "/// card | one\n\nWhat?\n\n**Answer:** That.\n\n///\n"
PAGES = {"index.md": "# Home\n\n" + CARD, "deep/page.md": "# Deep\n"}


@pytest.fixture
def make(small_site: Callable[..., Path]) -> Callable[..., Path]:
    def built(pages: dict[str, str] = PAGES, theme: Any = "mkdocs", **options: Any) -> Path:
        return small_site(pages, theme=theme, plugins=["search", {"recall": {"site_id": "small", **options}}])

    return built


def options_of(script: Path) -> dict[str, Any]:
    """What the build wrote in front of a script."""
    head = script.read_text("utf-8").partition("\n")[0]
    return json.loads(head.removeprefix("globalThis.recallOffline=").removesuffix(";"))


def page_script(site: Path) -> Path:
    (file,) = (site / "assets" / "recall").glob("offline.*.js")
    return file


def test_nothing_is_added_without_the_options(make):
    site = make()
    assert not (site / WORKER).exists()
    added = [
        path.name for path in site.rglob("*") if re.search(r"offline|worker|manifest|icon\.png|files\.", path.name)
    ]
    assert added == ["worker.js"]  # of MkDocs' own search
    assert "offline" not in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("offline", "every"), [("visited", False), ("all", True)])
def test_each_page_starts_the_worker(make, offline, every):
    site = make(offline=offline)
    script = page_script(site)
    assert options_of(script) == {"worker": "../../recall-worker.js"}
    for page, top in {"index.html": "", "deep/page.html": "../"}.items():
        assert f'src="{top}assets/recall/{script.name}"' in (site / page).read_text("utf-8")
    options = options_of(site / WORKER)
    assert options["all"] is every
    assert (site / options["list"]).is_file()


def test_the_list_names_what_readers_open_with_hashes_of_the_finished_files(make):
    site = make(offline="visited")
    listed = json.loads((site / options_of(site / WORKER)["list"]).read_text("utf-8"))
    assert {"index.html", "deep/page.html", "search/search_index.json", f"assets/recall/{page_script(site).name}"} <= {
        *listed
    }
    left_out = re.compile(r"\.map$|sitemap|404|hub\.|recall-worker|assets/recall/files\.")
    assert not [name for name in listed if left_out.search(name)]
    assert listed == {name: hash for name, hash in list_files(site).items() if "/files." not in name}


def test_the_same_site_has_the_same_worker_and_any_change_another(make):
    def version(pages: dict[str, str] = PAGES, offline: str = "visited") -> str:
        # The theme mkdocs writes the time into the home page.
        return options_of(make(pages, theme="material", offline=offline) / WORKER)["version"]

    first = version()
    assert version() == first
    assert version({**PAGES, "deep/page.md": "# Deeper\n"}) != first
    assert version({**PAGES, "notes.txt": "New."}) != first
    assert version(offline="all") != first


def test_a_live_preview_has_no_worker(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [{recall: {offline: all, install: true}}]\n")
    build_with_mkdocs(tmp_path / "mkdocs.yml", command="serve")
    assert not (tmp_path / "site" / WORKER).exists()
    build_with_mkdocs(tmp_path / "mkdocs.yml")
    assert (tmp_path / "site" / WORKER).exists()


@pytest.mark.parametrize("value", [True, "everything"])
def test_another_value_is_refused(make, value):
    with pytest.raises(Abort):
        make(offline=value)


# Manifest


def manifest_of(site: Path) -> dict[str, Any]:
    assert options_of(page_script(site))["manifest"] == "site.webmanifest"
    return json.loads((site / "assets" / "recall" / "site.webmanifest").read_text("utf-8"))


def test_the_manifest_names_the_site_and_needs_no_address(small_site):
    site = small_site(
        PAGES,
        site_name="Käse & <Brot>",
        site_description="About both.",
        theme={"name": "material", "font": False, "language": "de"},
        plugins=[{"recall": {"site_id": "small", "install": True}}],
    )
    assert options_of(page_script(site)) == {"manifest": "site.webmanifest"}
    assert not (site / WORKER).exists()
    manifest = manifest_of(site)
    assert manifest == {
        "name": "Käse & <Brot>",
        "description": "About both.",
        "lang": "de",
        "start_url": "../../",
        "scope": "../../",
        "display": "standalone",
        "icons": manifest["icons"],
    }


def test_without_a_large_icon_the_site_gets_a_drawn_one(make):
    site = make(install=True)
    icons = manifest_of(site)["icons"]
    assert [icon.get("purpose") for icon in icons] == [None, "maskable"]
    assert {icon["src"] for icon in icons} == {"icon.png"}
    content = (site / "assets" / "recall" / "icon.png").read_bytes()
    assert struct.unpack(">II", content[16:24]) == (512, 512)
    assert len(content) < 5000


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["logo.svg", "large.png"], "logo.svg"),
        (["small.png", "large.png"], "large.png"),
        (["absent.svg", "large.png"], "large.png"),
        (["icon.ico", "broken.png", "../outside.svg"], None),
        ([], None),
    ],
)
def test_the_icon_is_the_first_of_the_theme_that_is_large_enough(tmp_path, names, found):
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "outside.svg").write_text("<svg/>")
    for name, content in {
        "logo.svg": b"<svg/>",
        "small.png": png(48, 48),
        "large.png": png(192, 160),
        "icon.ico": b"\0\0\1\0",
        "broken.png": b"\x89PNG",
    }.items():
        (site / name).write_bytes(content)
    icons = find_icons(site, iter(names))
    if found is None:
        assert icons[0]["src"] == "icon.png"
    else:
        (icon,) = icons
        assert icon["src"] == f"../../{found}"
        assert icon["sizes"] == ("any" if found.endswith("svg") else "192x160")


def test_the_logo_of_the_theme_is_the_icon(small_site):
    site = small_site(
        {**PAGES, "assets/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
        theme={"name": "material", "font": False, "logo": "assets/logo.svg"},
        plugins=[{"recall": {"site_id": "small", "install": True}}],
    )
    (icon,) = manifest_of(site)["icons"]
    assert icon == {"src": "../../assets/logo.svg", "sizes": "any", "type": "image/svg+xml"}
    assert not (site / "assets" / "recall" / "icon.png").exists()


def test_a_site_in_two_languages_has_one_worker_with_the_pages_of_both(small_site):
    languages = [{"locale": "en", "default": True, "name": "English"}, {"locale": "de", "name": "Deutsch"}]
    plugins = [{"i18n": {"languages": languages}}, {"recall": {"site_id": "small", "offline": "visited"}}]
    site = small_site({"index.md": "# Home\n", "index.de.md": "# Start\n"}, theme="material", plugins=plugins)
    (files,) = (site / "assets" / "recall").glob("files.*.json")
    assert options_of(site / WORKER)["list"].endswith(files.name)
    assert {"index.html", "de/index.html"} <= {*json.loads(files.read_text("utf-8"))}
    for page in ("index.html", "de/index.html"):
        assert (site / page).read_text("utf-8").count(page_script(site).name) == 1
