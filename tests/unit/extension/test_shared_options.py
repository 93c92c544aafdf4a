"""One mkdocs.yml for engines with plugins and without: options of the extension count for the plugin too."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import Abort

from builds import build_with_mkdocs
from engines import build_with, read_items, write_site
from mkdocs_recall.cli import main

CARD = "# Home\n\n/// card | one {level}\n\nWhat?\n\n**Answer:** That.\n\n///\n"
LEVELS = [["basic"], ["standard"], ["expert"]]
EQUAL = [
    ({"site_id": "small", "levels": LEVELS}, {}),
    ({"site_id": "small", "levels": LEVELS}, {"site_id": "small"}),
    ({"levels": LEVELS}, {"site_id": "small"}),
    ({"site_id": "small", "levels": LEVELS}, {"site_id": "small", "levels": LEVELS}),
]
DIFFERENT = [
    ({"site_id": "small"}, {"site_id": "other"}, "`site_id` is `other` under `plugins` and `small` under"),
    ({"levels": LEVELS}, {"levels": LEVELS[::-1]}, "`levels` is `[['expert'], ['standard'], ['basic']]` under"),
    ({"section_marks": False}, {"section_marks": True}, "`section_marks` is `True` under `plugins` and `False` under"),
    ({"on_error": "raise"}, {"on_error": "report"}, "`on_error` is `report` under `plugins` and `raise` under"),
]


def configure(extension: dict[str, Any], plugin: dict[str, Any]) -> dict[str, Any]:
    return {"plugins": [{"recall": plugin}], "markdown_extensions": [{"recall": extension}]}


@pytest.mark.parametrize(("extension", "plugin"), EQUAL)
def test_options_may_be_in_either_place_or_in_both(small_site, extension, plugin) -> None:
    site = small_site(CARD.format(level="expert"), strict=True, **configure(extension, plugin))
    assert 'data-recall-site="small"' in (site / "index.html").read_text()
    assert main(["check", "--config-file", str(site.parent / "mkdocs.yml")]) == 0


@pytest.mark.parametrize(("extension", "plugin", "words"), DIFFERENT)
def test_different_values_are_refused(small_site, caplog, tmp_path, capsys, extension, plugin, words) -> None:
    with pytest.raises(Abort):
        small_site(CARD.format(level="easy"), **configure(extension, plugin))
    assert f"recall: {words}" in caplog.text
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": "X", **configure(extension, plugin)}))
    assert main(["check", "--config-file", str(tmp_path / "mkdocs.yml")]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("option", [{"site_id": "A B"}, {"section_marks": "maybe"}, {"unknown": 1}])
def test_a_wrong_option_of_the_extension_is_refused(small_site, caplog, option) -> None:
    with pytest.raises((Abort, KeyError)):
        small_site(CARD.format(level="easy"), strict=True, **configure(option, {}))
    assert "recall" in caplog.text or "unknown" in option


def test_the_extension_has_one_name(small_site, caplog) -> None:
    with pytest.raises(Abort):
        small_site(
            CARD.format(level="easy"),
            markdown_extensions=["mkdocs_recall.extension:RecallExtension"],
            plugins=["recall"],
        )
    assert (
        "list the extension as `recall` in markdown_extensions, not as `mkdocs_recall.extension:RecallExtension`"
        in caplog.text
    )


def test_files_that_recall_assets_has_written_are_accepted(tmp_path: Path, capsys) -> None:
    old = tmp_path / "docs" / "assets" / "recall" / "core.00000000.js"
    old.parent.mkdir(parents=True)
    old.write_text("")
    (tmp_path / "docs" / "index.md").write_text(CARD.format(level="easy"))
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: X\nplugins: [search, recall]\n")
    assert main(["assets", str(tmp_path / "docs"), "--config-file", str(config)]) == 0
    assert "Removed 1 file of another version." in capsys.readouterr().out
    build_with_mkdocs(config, strict=True)
    site = tmp_path / "site"
    name = next((site / "assets" / "recall").glob("core.*.js")).name
    assert f"assets/recall/{name}" in (site / "index.html").read_text()


def test_properdocs_gives_the_same_items(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "one")
    build_with_mkdocs(folder / "mkdocs.yml", strict=True)
    first, second = map(read_items, (folder / "site", build_with("properdocs", write_site(tmp_path / "two"))))
    assert len(first) == 12
    assert first == second
