"""Commands for editors and for new sites: the schema of the options, snippets, and `recall init`."""

import json
import re

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_recall.config import RecallConfig
from mkdocs_recall.model.rule_names import QUALITY
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS
from mkdocs_recall.skeletons import BLOCKS, skeleton
from paths import ROOT

OWN_LEVELS = (("basic",), ("standard", "core"), ("expert", "very hard, $1 | {x}"))


# The schema


def test_the_schema_has_each_option_with_its_type_and_text(recall):
    code, text = recall("schema")
    schema = json.loads(text)
    options = schema["definitions"]["extension"]["properties"]
    assert code == 0
    assert list(options) == [name for name, _ in RecallConfig._schema]
    assert all(option["description"].endswith(".") for option in options.values())
    assert options["on_error"]["enum"] == ["report", "raise"]
    assert options["section_marks"]["type"] == "boolean"
    assert options["section_marks"]["default"] is True
    assert options["site_id"]["type"] == ["string", "null"]
    assert re.search(options["site_id"]["pattern"], "my-notes")
    assert options["levels"]["items"]["items"] == {"type": "string"}
    assert options["rules"]["properties"].keys() == QUALITY
    assert schema["definitions"]["plugin"]["properties"].keys() == {*options, "enabled"}


# Snippets


def expand(body):
    """What an editor inserts if the author only presses Tab: each place with its default, everywhere it occurs."""
    defaults = {}

    def fill(found):
        if found["sign"]:
            return found["sign"]
        if found["default"] is not None:
            text = re.sub(r"\\(.)", r"\1", found["default"])
        elif found["choices"] is not None:
            text = re.sub(r"\\([,|\\])", r"\1", re.split(r"(?<!\\),", found["choices"])[0])
        else:
            return defaults.get(found["number"], "")
        defaults[found["name"]] = text
        return text

    place = r"\\(?P<sign>[\\$}])|\$\{(?P<name>\d)(?::(?P<default>(?:\\.|[^}])*)|\|(?P<choices>(?:\\.|[^|])*)\|)\}"
    return re.sub(rf"{place}|\$(?P<number>\d)", fill, body)


@pytest.mark.parametrize("levels", [DEFAULT_LEVELS, OWN_LEVELS], ids=["own", "default"][::-1])
def test_snippets_insert_what_recall_new_prints(folder, recall, levels):
    settings = {"site_name": "A site", "plugins": [{"recall": {"levels": [list(names) for names in levels]}}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    code, text = recall("snippets", "vscode")
    assert code == 0
    made = json.loads(text)
    assert {each["prefix"] for each in made.values()} == {f"recall-{kind}" for kind in BLOCKS}
    for kind in BLOCKS:
        snippet = made[f"recall {kind}"]
        assert snippet["scope"] == "markdown"
        assert expand("\n".join(snippet["body"])) == skeleton(kind, levels=levels)


def test_a_snippet_asks_for_the_id_once_and_for_the_level(folder, recall):
    made = json.loads(recall("snippets", "vscode")[1])
    assert made["recall mcq"]["body"][0] == "/// mcq | ${1:leap-years} ${2|easy,medium,hard|} objective=rule"
    assert made["recall explain"]["body"][0].startswith("/// explain | ${1:leap-years} ${2|intermediate,beginner,")
    practice = made["recall practice"]["body"]
    assert practice[0] == '//// practice | ${1:leap-years} title="${3:Leap years}"'
    assert practice[2].startswith("/// mcq | $1-in-a-century medium ")
    assert all(each["body"][-1] == "$0" for each in made.values())


# A new site


def files_of(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def empty(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_site_has_no_problem_and_builds_strictly(empty, recall, monkeypatch):
    code, text = recall("init", "my-course")
    folder = empty / "my-course"
    assert code == 0
    assert {f"my-course/{path}: written" for path in files_of(folder)} == set(text.splitlines()[:13])
    assert text.splitlines()[13:] == [
        "Wrote 13 files. Next, in my-course:",
        "  python3 -m pip install --requirement requirements.txt",
        "  mkdocs serve",
    ]
    monkeypatch.chdir(folder)
    assert recall("check", "--fail-on", "warning")[0] == 0
    assert recall("fmt", "--check")[0] == 0
    monkeypatch.setenv("REPO_URL", "https://github.com/a/b")
    config = load_config(str(folder / "mkdocs.yml"), strict=True)
    assert (config.site_name, config.plugins["recall"].config.site_id) == ("My course", "my-course")
    build(config)
    built = {path: text for path, text in files_of(folder / "site").items() if path.endswith("index.html")}
    tags = {
        "index.html": ("today", "map"),
        "topics/leap-years/index.html": ("goals", "mcq", "card", "explain", "practice"),
        "topics/leap-years-test/index.html": ("test",),
        "review/index.html": ("review",),
        "progress/index.html": ("progress",),
    }
    for path, names in tags.items():
        assert [name for name in names if f"<recall-{name}".encode() not in built[path]] == []
        assert b"recall-error" not in built[path]
        assert b'class="md-source"' in built[path]
        # With this mark, the theme asks the host of the repository for its stars, from each page.
        assert b'data-md-component="source"' not in built[path]


def test_it_never_overwrites_and_names_all_that_is_there(empty, recall):
    assert recall("init", "site")[0] == 0
    (empty / "site" / "mkdocs.yml").write_text("mine")
    (empty / "site" / "docs" / "review.md").unlink()
    before = files_of(empty)
    code, text = recall("init", "site")
    assert code == 2
    named = re.findall(r"site/[^\s,]+", text.partition(" already exist.")[0])
    assert sorted(named) == sorted(before)
    assert "Nothing was written." in text
    assert files_of(empty) == before


@pytest.mark.parametrize(
    ("there", "named"),
    [("docs", "site/docs"), (".github", "site/.github"), ("docs/topics", "site/docs/topics"), (".", "site")],
)
def test_a_file_where_a_folder_has_to_be_is_named(empty, recall, there, named):
    file = empty / "site" / there
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine")
    code, text = recall("init", "site")
    assert (code, text.splitlines()) == (
        2,
        [f"recall init: {named} already exists. Nothing was written. Name another folder, or move what is there."],
    )
    assert files_of(empty) == {str(file.relative_to(empty)): b"mine"}


def test_a_broken_link_is_no_way_out_of_the_folder(empty, recall):
    (empty / "site").mkdir()
    (empty / "site" / "mkdocs.yml").symlink_to(empty / "elsewhere.yml")
    assert recall("init", "site")[0] == 2
    assert list(files_of(empty)) == []


def test_it_leaves_other_files_alone_and_finds_wheels(empty, recall, monkeypatch):
    (empty / "site" / "wheels").mkdir(parents=True)
    (empty / "site" / "wheels" / "mkdocs_recall-0.1.0-py3-none-any.whl").write_bytes(b"")
    (empty / "site" / "README.md").write_text("mine")
    monkeypatch.chdir(empty / "site")
    assert recall("init", ".", "--name", "Something else")[0] == 0
    made = files_of(empty / "site")
    assert made["README.md"] == b"mine"
    assert made["requirements.txt"].decode().splitlines()[:2] == ["--find-links wheels", "mkdocs-recall"]
    assert b"site_id: something-else\n" in made["mkdocs.yml"]


@pytest.mark.parametrize("name", ['C++ & *b* <i>: "x" {#y} [a](b)', "日本語 Füße ' \\ %%name", "null"])
def test_any_name_is_shown_as_it_is(empty, recall, monkeypatch, name):
    assert recall("init", "site", "--name", name, "--topic", name)[0] == 0
    folder = empty / "site"
    monkeypatch.chdir(folder)
    assert recall("check", "--fail-on", "warning")[0] == 0
    assert yaml.load((folder / "mkdocs.yml").read_text().replace("!ENV", ""), yaml.SafeLoader)["site_name"] == name
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    page = re.sub(r"\s+", " ", (folder / "site" / "index.html").read_text())
    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert re.search(rf"<h1[^>]*>{re.escape(shown)}<a", page.replace("&quot;", '"'))


@pytest.mark.parametrize("words", [("--name", " "), ("--name", "x" * 300), ()])
def test_a_name_that_cannot_be_is_refused(empty, recall, words):
    folder = "site" if words else "/"
    code, text = recall("init", folder, *words)
    assert code == 2
    assert "--name" in text or "already exist" in text
    assert list(files_of(empty)) == []


def test_its_workflows_use_the_same_actions_as_ours():
    def pins(folder):
        texts = [file.read_text() for file in folder.glob("*.yml")]
        return set(re.findall(r"uses: (\S+/\S+@[0-9a-f]{40} # v[\d.]+)$", "\n".join(texts), re.M))

    ours = pins(ROOT / ".github" / "workflows")
    theirs = pins(ROOT / "plugins" / "mkdocs_recall" / "skeletons" / "site")
    assert len(theirs) == 5
    assert theirs <= ours
    assert pins(ROOT) <= ours
