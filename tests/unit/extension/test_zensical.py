"""What a page knows of its site under Zensical, which runs no plugins. tests/ecosystem drives Zensical itself."""

import logging
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown

from engines import CARD, ZensicalPage
from mkdocs_recall.extension import zensical
from mkdocs_recall.extension.context import RecallError
from mkdocs_recall.ui import words

GOOD = "# Page\n\n" + CARD.format(id="{id}", link="index.md")
FAULTY = "# Faulty\n\n" + CARD.format(id="faulty", link="index.md").replace("Answer", "Anser")
REPO = "https://codeberg.org/a/b"
REVIEW = "# Review\n\n/// review\n\n///\n"
OF_FAULTY = "docs/faulty.md:7: error unknown-label: card faulty: there is no label `Anser`. Did you mean `**Answer:**`?"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The pages of a site: two with a card, and a review in a folder."""
    pages = {"index.md": "# Home\n", "a.md": GOOD.format(id="a"), "b.md": GOOD.format(id="b"), "deep/review.md": REVIEW}
    for uri, text in pages.items():
        write(tmp_path, uri, text)
    return tmp_path


def write(folder: Path, uri: str, text: str) -> None:
    file = folder / "docs" / uri
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def make_config(folder: Path, **settings: Any) -> dict[str, Any]:
    """What Zensical makes of a configuration file."""
    return {
        "root_dir": str(folder),
        "docs_dir": "docs",
        "site_name": "Zen",
        "theme": {"language": "en"},
        "markdown_extensions": ["toc", "recall"],
        "mdx_configs": {"recall": {"site_id": "zen"}},
        "plugins": {"search": {"config": {"enabled": True}}},
        **settings,
    }


def render(config: dict[str, Any], uri: str) -> str:
    """Render a page as Zensical does, with a new Markdown; `config` lives as long as a build."""
    text = Path(config["root_dir"], "docs", uri).read_text("utf-8")
    name = uri.removesuffix(".md")
    page = ZensicalPage(SimpleNamespace(path=uri, url=f"{name}/"), config)
    return Markdown(extensions=["recall", page], extension_configs=config["mdx_configs"]).convert(text)


def test_a_page_names_the_review_and_the_data_relative_to_itself(site: Path) -> None:
    config = make_config(site)
    assert 'data-recall-review="../deep/review/"' in render(config, "a.md")
    review = render(config, "deep/review.md")
    assert 'data-recall-manifest="../../assets/recall/items.js"' in review
    assert re.findall(r'src="([^"]*)/assets/recall/core', review) == [".."]


def test_the_site_is_read_once_for_all_pages_of_a_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, seen = zensical.read_site, []
    monkeypatch.setattr(zensical, "read_site", lambda settings: seen.append(settings) or read(settings))
    config = make_config(site)
    for uri in ("a.md", "b.md", "deep/review.md"):
        render(config, uri)
    assert len(seen) == 1


def test_the_first_page_of_a_build_stops_it_with_the_problems_of_all(site: Path) -> None:
    write(site, "faulty.md", FAULTY)
    write(site, "z.md", GOOD.format(id="a"))
    with pytest.raises(RecallError) as raised:
        render(make_config(site), "b.md")
    twice = "error duplicate-id: card a: the id is already used in docs/a.md:3. Give one of the two another id."
    assert str(raised.value).split("\n") == ["", OF_FAULTY, f"docs/z.md:3: {twice}"]


@pytest.mark.parametrize(
    ("theme", "language"),
    [({"language": "de"}, "de"), ({"language": "en", "locale": "de"}, "de"), ({"language": "en"}, "en"), (None, "en")],
)
def test_the_words_are_those_of_the_language_that_the_commands_find(
    site: Path, theme: dict[str, str] | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(zensical, "words", lambda name="", page="": seen.append(name) or words())
    render(make_config(site, theme=theme), "a.md")
    assert seen == ["", language]


def test_labels_levels_and_words_are_of_the_theme_s_language(site: Path) -> None:
    german = "# Seite\n\n/// mcq | eins mittel\n\nWas?\n\n- [x] Ja\n- [ ] Nein\n\n**Hinweis:** Denk nach.\n\n///\n"
    write(site, "german.md", german)
    page = render(make_config(site, theme={"language": "de"}), "german.md")
    assert "recall-error" not in page
    assert words("de")("mcq.check") in page


def test_a_problem_that_no_source_has_stops_it_too(site: Path) -> None:
    config = make_config(site)
    config["plugins"]["macros"] = {"config": {}}
    write(site, "faulty.md", FAULTY.replace("faulty", "{{ id }}"))
    assert "recall-card" in render(config, "a.md")
    write(site, "faulty.md", FAULTY)
    with pytest.raises(RecallError, match="error unknown-label: card faulty"):
        render(config, "faulty.md")


def test_report_logs_each_problem_once(site: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(site, "faulty.md", FAULTY)
    config = make_config(site, mdx_configs={"recall": {"site_id": "zen", "on_error": "report"}})
    assert "recall-error" in [render(config, uri) for uri in ("a.md", "faulty.md")][1]
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR] == [OF_FAULTY]


def test_a_live_preview_logs_the_problems_of_each_page_it_renders(
    site: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["zensical", "serve"])
    write(site, "faulty.md", FAULTY)
    config = make_config(site)
    pages = [render(config, uri) for uri in ("a.md", "faulty.md", "faulty.md")]
    assert ["recall-error" in page for page in pages] == [False, True, True]
    assert [record.getMessage() for record in caplog.records] == [OF_FAULTY, OF_FAULTY]
    write(site, "progress.md", "# Progress\n\n/// progress\n\n///\n")
    write(site, "new.md", GOOD.format(id="new"))
    assert "new.md" in render(config, "progress.md")


def test_settings_that_cannot_be_read_stop_a_build(site: Path) -> None:
    with pytest.raises(RecallError, match="`verify` must have a command for each language"):
        render(
            make_config(site, mdx_configs={"recall": {"verify": {}, "site_id": "zen"} | {"verify": "python"}}), "a.md"
        )


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({"repo_url": REPO, "edit_uri": "edit/main/docs"}, f"{REPO}/edit/main/docs/a.md"),
        ({"repo_url": f"{REPO}/", "edit_uri": "?at="}, f"{REPO}/?at=/a.md"),
        ({"edit_uri_template": "https://example.org/{path_noext}?p={path!q}"}, "https://example.org/a?p=a.md"),
        ({"repo_url": REPO, "edit_uri_template": "x/{path}"}, f"{REPO}/x/a.md"),
        ({"repo_url": REPO}, None),
        ({"edit_uri": "edit/"}, None),
    ],
)
def test_a_question_links_to_its_source_as_in_mkdocs(site: Path, settings: dict[str, str], url: str | None) -> None:
    html = render(make_config(site, **settings), "a.md")
    assert re.findall(r'href="([^"]*)#L3"', html) == ([url] if url else [])
    assert ("issues/new" in html) == ("codeberg" in settings.get("repo_url", ""))
