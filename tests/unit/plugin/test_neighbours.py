"""What other plugins and engines do to a site, shown without them: for each, the least that has the same effect."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.preprocessors import Preprocessor
from mkdocs.config.config_options import Plugins
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File

from mkdocs_recall.cli import main
from mkdocs_recall.render.finished_page import find_ids, find_unread
from mkdocs_recall.site.reader import find_templated, read_site
from mkdocs_recall.site.settings import Languages, read_settings
from mkdocs_recall.syntax.scanner import scan

CARD = "/// card | {id}\n\nWhat is {id}?\n\n**Answer:** SECRETANSWER\n\n///\n"
FAULTY = "/// card | {id}\n\nNo answer here.\n\n///\n"
REVIEW = "/// review\n\n///\n"
QUESTION = "/// mcq | {id} easy\n\nWhich one?\n\n- [x] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n\n///\n"


def messages(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.recall"]


@pytest.fixture
def build(small_site, monkeypatch):
    """`build(pages, plugin)`: a site with a plugin that a test has written."""

    def built(pages, plugin: BasePlugin, **settings) -> Path:
        original = Plugins.run_validation

        def run_validation(self, value):
            plugins = original(self, value)
            plugin.load_config({})
            plugins["neighbour"] = plugin
            return plugins

        monkeypatch.setattr(Plugins, "run_validation", run_validation)
        return small_site(pages, plugins=[{"recall": {"site_id": "small"}}], **settings)

    return built


class Objects(BasePlugin):
    """Adds an extension as an object, as autorefs and mkdocstrings do."""

    def on_config(self, config):
        config.markdown_extensions.insert(0, AbbrExtension())  # type: ignore[arg-type]
        return config


class Encrypts(BasePlugin):
    """Replaces the content of some pages when they are about to be written."""

    def on_page_context(self, context, *, page, config, nav):
        if page.meta.get("password"):
            page.content = "<p>ciphertext</p>"


class ConverterExtension(Extension):
    """Puts what a function returns in the place of a line."""

    def __init__(self, convert: Callable[[], str]) -> None:
        super().__init__()
        self.convert = convert

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(Here(md, self.convert), "here", 15)


class Here(Preprocessor):
    def __init__(self, md: Markdown, convert: Callable[[], str]) -> None:
        super().__init__(md)
        self.convert = convert

    def run(self, lines: list[str]) -> list[str]:
        return [self.md.htmlStash.store(self.convert()) if line == "HERE" else line for line in lines]


class Converts(BasePlugin):
    """Converts a further text with a Markdown of its own while a page is rendered, as for a docstring."""

    text = CARD.format(id="further")

    def on_config(self, config):
        config.markdown_extensions.append(ConverterExtension(lambda: self.convert(config)))
        return config

    def convert(self, config) -> str:
        names = [name for name in config.markdown_extensions if isinstance(name, str)]
        return Markdown(extensions=names, extension_configs=config.mdx_configs).convert(self.text)


class Generates(BasePlugin):
    """Adds a page whose text is in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @event_priority(100)
    def on_files(self, files, *, config):
        (self.folder / "made.md").write_text("# Made\n\n" + FAULTY.format(id="made"), encoding="utf-8")
        files.append(File("made.md", str(self.folder), config.site_dir, config.use_directory_urls))
        return files


class Leaves(BasePlugin):
    """Makes a page in another way, so that a question stays text."""

    shown = ""

    def on_page_content(self, html, *, page, config, files):
        return html + self.shown


def reviewed(site: Path) -> dict[str, list[str]]:
    """Ids in the data of each page, and in the manifest."""
    found = {}
    for file in (site / "assets" / "recall").rglob("*.js"):
        text = file.read_text("utf-8")
        if text.startswith("globalThis.recallTopic"):
            found[file.name.split(".")[0]] = sorted(json.loads(text[text.index("(") + 1 : text.rindex(")")])["items"])
        if text.startswith("globalThis.recallItems"):
            topics = json.loads(text[text.index("(") + 1 : text.rindex(")")])["topics"]
            found["manifest"] = sorted(item["id"] for topic in topics for item in topic["items"])
    return found


def test_an_extension_may_be_an_object(build):
    assert "recall-card" in (build({"index.md": CARD.format(id="one")}, Objects()) / "index.html").read_text("utf-8")


def test_a_page_that_is_encrypted_keeps_its_questions_to_itself(build, caplog):
    caplog.set_level("INFO")
    pages = {
        "index.md": CARD.format(id="open"),
        "locked.md": "---\npassword: x\n---\n\n" + CARD.format(id="locked"),
        "review.md": REVIEW,
    }
    site = build(pages, Encrypts(), strict=True)
    assert reviewed(site) == {"index": ["open"], "manifest": ["open"]}
    assert "docs/locked.md" not in "".join(path.read_text("utf-8") for path in site.rglob("*.js"))
    assert any("locked.md" in message for message in messages(caplog))


@pytest.mark.parametrize(("value", "kept"), [("{exclude: true}", False), ("{exclude: false}", True), ("text", True)])
def test_front_matter_keeps_a_pages_questions_to_itself(small_site, value, kept):
    pages = {
        "index.md": CARD.format(id="open"),
        "own.md": f"---\nrecall: {value}\n---\n\n" + CARD.format(id="own"),
        "review.md": REVIEW,
    }
    site = small_site(pages, strict=True, plugins=[{"recall": {"site_id": "small"}}])
    assert "own" in (site / "own.html").read_text("utf-8")
    assert reviewed(site)["manifest"] == sorted(["open", *(["own"] * kept)])


def test_a_test_draws_nothing_from_an_excluded_page(small_site, caplog):
    pages = {
        "own.md": "---\nrecall:\n  exclude: true\n---\n\n" + QUESTION.format(id="own"),
        "test.md": "//// test | wide draw=1 mix=1,0,0 from=own.md\n\n////\n",
    }
    site = small_site(pages, plugins=[{"recall": {"site_id": "small"}}])
    assert ["test-from" in message for message in messages(caplog)] == [True]
    found = [str(problem) for problem in read_site(read_settings(site.parent / "mkdocs.yml")).problems()]
    assert [message for message in found if " error " in message] == messages(caplog)


def test_a_further_text_belongs_to_its_page(build, caplog):
    deep = "# Deep\n\nHERE\n\n" + CARD.format(id="own")
    site = build({"index.md": "# Home\n", "deep/page.md": deep, "review.md": REVIEW}, Converts())
    page = (site / "deep" / "page.html").read_text("utf-8")
    assert find_ids(page) == {"further", "own"}
    assert 'src="assets/recall' not in page
    assert reviewed(site) == {"page": ["further", "own"], "manifest": ["further", "own"]}
    assert messages(caplog) == []


def test_a_problem_in_a_further_text_names_the_page(build, caplog):
    plugin = Converts()
    plugin.text = FAULTY.format(id="further")
    build({"index.md": "# Home\n\nHERE\n\n" + FAULTY.format(id="own")}, plugin)
    assert [message.partition(" error")[0] for message in messages(caplog)] == ["docs/index.md:", "docs/index.md:5:"]


def test_two_further_texts_may_not_share_an_id(build, caplog):
    build({"index.md": "HERE\n", "other.md": "HERE\n"}, Converts())
    assert ["duplicate-id" in message for message in messages(caplog)] == [True]


def test_a_generated_page_is_named_as_if_it_were_in_the_docs(build, caplog, tmp_path):
    build({"index.md": "# Home\n"}, Generates(tmp_path))
    assert [message.partition(": ")[0] for message in messages(caplog)] == ["docs/made.md:3"]


@pytest.mark.parametrize(
    ("shown", "warns"),
    [
        ("<p>/// card | one</p>", True),
        ("<div>text\n//// practice |two</div>", True),
        ("<p>/// mcq <em>|</em> one</p>", False),
        ("<pre><code>/// card | one</code></pre>", False),
        ("<p><code>/// card | one</code></p>", False),
        ("<!-- /// card | one -->", False),
        ("<script>// /// card | one</script>", False),
        ("<p>/// note | one</p>", False),
    ],
)
def test_a_question_that_stays_text_is_a_warning(build, caplog, shown, warns):
    plugin = Leaves()
    plugin.shown = shown
    if warns:
        with pytest.raises(Abort):
            build({"index.md": "# Home\n"}, plugin, strict=True)
        assert "docs/index.md" in [message.partition(": ")[0] for message in messages(caplog)]
    else:
        build({"index.md": "# Home\n"}, plugin, strict=True)


@pytest.mark.parametrize(
    "header", ["card", "card |", "card | Two Words", "crad | one", "card | one level", "mcq | x y=z"]
)
def test_a_message_about_a_question_is_no_question_that_stays_text(small_site, caplog, header):
    small_site(f"/// {header}\n\nWhat?\n\n**Answer:** That.\n\n///\n", plugins=[{"recall": {"site_id": "small"}}])
    assert messages(caplog)
    assert [message for message in messages(caplog) if "is text in the finished page" in message] == []


def test_ids_are_found_however_tags_are_written():
    assert find_ids('<recall-card class=x data-recall-id=one><recall-mcq data-recall-id="two" a>') == {"one", "two"}
    assert find_ids("&lt;recall-card data-recall-id=one>") == set()
    assert find_unread("<p>a</p>") == ""


# Sources alone


def headers(source: str, options: dict | None, meta: dict | None = None) -> list[str]:
    """What is left to the build."""
    lines = source.split("\n")
    regions = scan(lines).regions
    return [regions[number].header for number in sorted(find_templated(lines, regions, options, meta or {}))]


def test_what_macros_make_is_left_to_the_build():
    plain, made = CARD.format(id="plain"), CARD.format(id="made-{{ n }}")
    loop = "{% for n in [1] %}\n\n" + CARD.format(id="inside") + "\n{%- endfor %}\n\n"
    source = f"{plain}\n{made}\n{loop}{CARD.format(id='after')}"
    assert [header.split()[-1] for header in headers(source, None)] == []
    assert [header.split()[2] for header in headers(source, {})] == ["made-{{", "inside"]
    assert headers(source, {}, {"ignore_macros": True}) == []
    assert headers(source, {"render_by_default": False}) == []
    assert len(headers(source, {"render_by_default": False}, {"render_macros": True})) == 2
    other = {"j2_variable_start_string": "[[", "j2_block_start_string": "[%"}
    assert headers(source, other) == []
    assert len(headers(CARD.format(id="x-[[ n ]]"), other)) == 1


@pytest.mark.parametrize(
    ("uri", "folders", "language"),
    [
        ("page.md", False, "en"),
        ("page.de.md", False, "de"),
        ("deep/page.pt-BR.md", False, "pt-BR"),
        ("deep/v1.2.md", False, "en"),
        ("de/page.md", True, "de"),
        ("page.de.md", True, "en"),
    ],
)
def test_the_language_of_a_page_is_found(uri, folders, language):
    assert Languages(["en", "de", "pt-BR"], "en", folders).find(uri) == language


@pytest.mark.parametrize(
    ("file", "text", "warned"),
    [
        ("zensical.toml", '[project]\nsite_name = "X"\n[project.plugins.recall]\n', True),
        (
            "zensical.toml",
            '[project]\nsite_name = "X"\n[project.plugins.recall]\n[project.markdown_extensions.recall]\n',
            False,
        ),
        ("zensical.toml", '[project]\nsite_name = "X"\n[project.markdown_extensions.recall]\n', False),
        ("mkdocs.yml", "site_name: X\nplugins: [recall]\n", False),
    ],
)
def test_check_warns_where_zensical_would_publish_answers(tmp_path, capsys, file, text, warned):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(CARD.format(id="one"), encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert main(["check", "--config-file", str(tmp_path / file)]) == 0
    assert ("Zensical runs no plugins" in capsys.readouterr().err) == warned


def test_check_warns_where_zensical_is_installed(tmp_path, capsys, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [recall]\n", encoding="utf-8")
    monkeypatch.setattr("mkdocs_recall.commands.check.find_spec", lambda name: sys)
    assert main(["check", "--config-file", str(tmp_path / "mkdocs.yml")]) == 0
    assert "Zensical runs no plugins" in capsys.readouterr().err
