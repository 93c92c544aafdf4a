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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra: " + "[" * 5000, "mkdocs.yml cannot be read: its values are nested too deeply."),
        (
            "plugins: " + "{a: " * 5000 + "1" + "}" * 5000,
            "mkdocs.yml cannot be read: its values are nested too deeply.",
        ),
        ("plugins: &a {x: *a}", "mkdocs.yml cannot be read: its values are nested too deeply."),
        ("extra: {on: 2026-02-30}", "mkdocs.yml cannot be read: one of its values is impossible"),
        ("extra: !!bool perhaps", "mkdocs.yml cannot be read: one of its values is impossible"),
        ("extra: !!timestamp soon", "mkdocs.yml cannot be read: one of its values is impossible"),
        ("extra: {[a]: b}", "mkdocs.yml cannot be read: "),
        ("extra: !<tag:example.org,2000:x> 1", "mkdocs.yml cannot be read: "),
        ("a: \x01", "mkdocs.yml cannot be read: "),
        ("docs_dir: [a]", "mkdocs.yml: `docs_dir` must be the path of a folder, not `['a']`."),
        ("docs_dir: 5", "mkdocs.yml: `docs_dir` must be the path of a folder, not `5`."),
        ("plugins: recall", "mkdocs.yml: `plugins` must be a list of names, some of them with options, not `recall`."),
        ("markdown_extensions: 1", "mkdocs.yml: `markdown_extensions` must be a list of names"),
        ("exclude_docs: 3", "mkdocs.yml: `exclude_docs` must be text with a pattern on each line"),
        ("exclude_docs: '!'", "mkdocs.yml: `exclude_docs` has a pattern that means nothing"),
        ("exclude_docs: '[z-a]'", "mkdocs.yml: `exclude_docs` has a pattern that means nothing"),
        ("INHERIT: [a]", "mkdocs.yml: `INHERIT` must be the path of a file"),
        ("INHERIT: .", "mkdocs.yml cannot be read: `INHERIT` names ., and there is no such file."),
        ("INHERIT: /dev/zero", "mkdocs.yml cannot be read: `INHERIT` names /dev/zero, and there is no such file."),
        ("plugins: [{recall: {rules: [a]}}]", "mkdocs.yml: `rules` must map names of rules"),
        ("plugins: [{recall: {levels: {a: 1}}}]", "mkdocs.yml: "),
        ("plugins: [{recall: {levels: [1, 2, 3]}}]", "mkdocs.yml: "),
        ("plugins: [{recall: {site_id: [a]}}]", "mkdocs.yml: `site_id` must"),
        ("plugins: [{recall: 5}]", "mkdocs.yml: the options of `recall` must be `name: value`, not `5`."),
    ],
)
def test_no_configuration_is_a_traceback(tmp_path, text, said):
    with pytest.raises(SettingsError) as caught:
        read_settings(write(tmp_path, text))
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "site_name: [a]\ntheme: 5",
        "theme: [a]\nplugins:\nmarkdown_extensions: {}",
        "theme: {language: [de], locale: 3}",
        "plugins: [1, [a], null, {a: b}, {recall: null}]",
        "plugins: !anything [a]",
        "extra: !!python/object/apply:os.system [exit]\nplugins: [recall]",
        "site_name: 2026-02-28",
    ],
)
def test_what_is_of_no_use_is_passed_over(tmp_path, text):
    assert read_settings(write(tmp_path, text)).docs == tmp_path / "docs"


def test_inheritance_in_a_circle(tmp_path):
    write(tmp_path, "INHERIT: b.yml", "a.yml")
    write(tmp_path, "INHERIT: ./a.yml", "b.yml")
    with pytest.raises(SettingsError, match=r"^a\.yml inherits from itself\.$"):
        read_settings(tmp_path / "a.yml")


def test_inheritance_without_end(tmp_path):
    for number in range(1200):
        write(tmp_path, f"INHERIT: {number + 1}.yml", f"{number}.yml")
    write(tmp_path, "site_name: The last", "1200.yml")
    with pytest.raises(SettingsError, match=r"^0\.yml cannot be read: "):
        read_settings(tmp_path / "0.yml")


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000,
        "a = {b = " * 3000,
        "[project]\ndocs_dir = 5",
        "project = 5\n\x00",
        "a = 2026-02-30",
        "\ud800",
    ],
)
def test_no_toml_is_a_traceback(tmp_path, text):
    file = tmp_path / "zensical.toml"
    file.write_bytes(text.encode(errors="surrogatepass"))
    with pytest.raises(SettingsError, match=r"^zensical\.toml"):
        read_settings(file)


def test_a_site_id_has_at_most_200_characters(tmp_path):
    long = "site_id: " + "a" * 200
    assert read_settings(write(tmp_path, f"plugins: [{{recall: {{{long}}}}}]")).site_id == "a" * 200
    for text in (f"plugins: [{{recall: {{{long}a}}}}]", f"site_name: {'a' * 201}"):
        with pytest.raises(SettingsError, match=r"`site_id` must have at most 200 characters. `a{40}…` has 201"):
            read_settings(write(tmp_path, text))
