"""Configuration files are read without their engine: tags stay opaque, `!ENV` and `INHERIT` are resolved."""

from pathlib import Path

import pytest

from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS
from mkdocs_recall.site.settings import Relative, SettingsError, find_file, read_settings


def write(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_what_a_site_says_of_itself(tmp_path):
    settings = read_settings(
        write(
            tmp_path,
            """
site_name: My Notes
docs_dir: pages
theme: {name: material, language: de}
exclude_docs: |
  drafts/
  !.keep
plugins:
  - search
  - recall:
      site_id: notes
      levels: [[leicht], [mittel], [schwer]]
      rules: {longest-key: false}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - pymdownx.snippets:
      base_path: !relative $config_dir/parts
  - toc
""",
        )
    )
    assert settings.root == tmp_path
    assert settings.docs == tmp_path / "pages"
    assert (settings.site_name, settings.site_id, settings.language) == ("My Notes", "notes", "de")
    assert settings.levels == (("leicht",), ("mittel",), ("schwer",))
    assert settings.rules == {"longest-key": False}
    assert settings.extensions["pymdownx.emoji"] == {"emoji_index": None}
    assert settings.extensions["pymdownx.snippets"] == {"base_path": Relative("$config_dir/parts")}
    assert settings.extensions["toc"] == {}
    assert settings.excluded.match_file("drafts/a.md")
    assert settings.excluded.match_file(".git/a.md")
    assert not settings.excluded.match_file("a.md")


def test_what_is_not_said(tmp_path):
    settings = read_settings(write(tmp_path, "site_name: My Notes"))
    assert settings.docs == tmp_path / "docs"
    assert (settings.site_id, settings.language, settings.levels) == ("my-notes", "en", DEFAULT_LEVELS)


def test_environment_and_inheritance(tmp_path, monkeypatch):
    monkeypatch.setenv("RECALL_TEST_NAME", "From outside")
    write(tmp_path, "site_name: Base\ntheme: {name: mkdocs, locale: fr}\nplugins: [search]\n", "base/base.yml")
    text = "INHERIT: base/base.yml\nsite_name: !ENV RECALL_TEST_NAME\ntheme: {name: readthedocs}\nplugins: [recall]\n"
    settings = read_settings(write(tmp_path, text))
    assert (settings.site_name, settings.language) == ("From outside", "fr")


def test_zensical(tmp_path):
    settings = read_settings(
        write(
            tmp_path,
            """
[project]
site_name = "Zen"
docs_dir = "src"
[project.theme]
language = "ja"
[project.markdown_extensions.recall]
site_id = "zen"
[project.markdown_extensions.pymdownx.snippets]
base_path = ["parts"]
""",
            "zensical.toml",
        )
    )
    assert (settings.site_id, settings.language, settings.docs) == ("zen", "ja", tmp_path / "src")
    assert settings.extensions["pymdownx.snippets"] == {"base_path": ["parts"]}


def test_the_nearest_file_above_is_found(tmp_path):
    file = write(tmp_path, "site_name: X")
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    assert find_file(tmp_path / "docs" / "deep") == file


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: [", "mkdocs.yml cannot be read: "),
        ("- a list", "mkdocs.yml must contain settings"),
        ("INHERIT: mkdocs.yml", "mkdocs.yml inherits from itself."),
        ("INHERIT: gone.yml", "mkdocs.yml cannot be read: "),
        ("plugins: [{recall: {site_id: Not An Id}}]", "mkdocs.yml: `site_id` must consist of"),
        ("plugins: [{recall: {levels: [[a]]}}]", "mkdocs.yml: recall: `levels` must be three lists"),
        ("plugins: [{recall: {levels: 5}}]", "mkdocs.yml: "),
    ],
)
def test_what_makes_no_sense_is_said(tmp_path, text, said):
    with pytest.raises(SettingsError, match="(?s)" + said.replace(".", r"\.").replace("[", r"\[")):
        read_settings(write(tmp_path, text))
