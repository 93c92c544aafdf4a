"""Sites with several languages: a question and its translation share an id, and each language is counted by itself."""

import json
from pathlib import Path

import pytest

from command_line import CARD, QUESTION, commit

LANGUAGES = [
    {"locale": "de", "name": "Deutsch"},
    {"locale": "en", "name": "English", "default": True},
]
NAMES = {
    "suffix": {"en": "{}.md", "de": "{}.de.md"},
    "folder": {"en": "en/{}.md", "de": "de/{}.md"},
}
TEST = """# {title}

//// test | {id} draw=1 mix=1,0,0 from={page}

////
"""


@pytest.fixture(params=NAMES)
def site(request, tmp_path, monkeypatch):
    """Two questions in English, one of them in German too, and a test in both."""
    names = NAMES[request.param]
    i18n = {"i18n": {"docs_structure": request.param, "languages": LANGUAGES}}
    config = {"site_name": "A site", "plugins": ["recall", i18n]}
    (tmp_path / "mkdocs.yml").write_text(json.dumps(config))
    monkeypatch.chdir(tmp_path)

    def write(language: str, page: str, text: str) -> Path:
        file = tmp_path / "docs" / names[language].format(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    write("en", "one", "# One\n\n" + QUESTION.format(id="both", mark="x") + "\n" + CARD.format(id="alone", what="it"))
    write("de", "one", "# Eins\n\n" + QUESTION.format(id="both", mark="x"))
    for language, title in (("en", "Test"), ("de", "Probe")):
        page = NAMES[request.param][language].format("one").removeprefix(f"{language}/")
        write(language, "test", TEST.format(title=title, id="wide", page=page))
    commit(tmp_path)
    return write


def test_stats_count_each_language(site, recall):
    code, text = recall("stats")
    lines = text.splitlines()
    assert code == 0
    heads = [line.partition(" (")[0] for line in lines if line and not line.startswith(" ")]
    assert heads == ["One", "Test", "All topics in en", "Eins", "Probe", "All topics in de"]
    totals = [lines[lines.index(f"All topics in {language}") + 1].split(None, 1)[1] for language in ("en", "de")]
    assert totals == ["1 card, 1 choice question", "1 choice question"]
    topics = json.loads(recall("stats", "--format", "json")[1])
    assert [(each["language"], each["title"]) for each in topics] == [
        ("en", "One"),
        ("en", "Test"),
        ("de", "Eins"),
        ("de", "Probe"),
    ]
    assert [each["draws_from"] for each in topics] == [{}, {"easy": 1}, {}, {"easy": 1}]


def test_a_change_in_one_language_is_no_change_in_another(site, recall):
    assert recall("check")[0] == 0
    site("de", "one", "# Eins\n\n" + QUESTION.format(id="both", mark="x").replace("Which both", "Welches both"))
    text = recall("diff", "HEAD")[1]
    assert text.startswith("## Questions: 0 added, 1 changed, 0 removed\n")
    assert "### Changed: mcq `both` in de\n" in text
    assert "-Which both is it?\n+Welches both is it?\n" in text
    assert "| All questions in en | Before | After |" in text
    assert "| All questions in de | Before | After |" in text


def test_a_translation_that_comes_or_goes(site, recall):
    site("de", "more", "# Mehr\n\n" + CARD.format(id="alone", what="es"))
    text = recall("diff", "HEAD")[1]
    assert text.startswith("## Questions: 1 added, 0 changed, 0 removed\n")
    assert "### Added: card `alone` in de\n" in text
    site("de", "one", "# Eins\n").unlink()
    text = recall("diff", "HEAD")[1]
    assert text.startswith("## Questions: 1 added, 0 changed, 1 removed\n")
    assert "- mcq `both` in de, which was in docs/" in text


def test_an_id_that_is_renamed_in_one_language(site, recall):
    file = site("de", "one", "# Eins\n\n" + QUESTION.format(id="both", mark="x").replace("| both", "| anders"))
    text = recall("check", "--base", "HEAD")[1]
    assert f"docs/{file.relative_to(Path.cwd() / 'docs').as_posix()}:3: warning renamed-id: mcq anders: " in text
    assert text.count("renamed-id") == 1
    assert "call it `both` again, as in the site's other languages." in text
    for language in ("en", "de"):
        question = QUESTION.format(id="new", mark="x").replace("| new easy", "| new easy aka=both")
        site(language, "one", f"# One\n\n{question.replace('Which new', 'Which both')}")
    assert "renamed-id" not in recall("check", "--base", "HEAD")[1]
    text = recall("diff", "HEAD")[1]
    assert "### Changed: mcq `new` in de\n" in text
    assert "### Changed: mcq `new` in en\n" in text
    assert text.count("Its id was `both`.") == 2


def test_a_site_that_gets_a_second_language(committed, recall):
    """What it had before is in its main language."""
    i18n = {"i18n": {"docs_structure": "suffix", "languages": LANGUAGES}}
    (committed / "mkdocs.yml").write_text(json.dumps({"site_name": "A site", "plugins": ["recall", i18n]}))
    (committed / "docs" / "index.de.md").write_text("# Start\n\n" + CARD.format(id="one", what="ein Stamm"))
    text = recall("diff", "HEAD")[1]
    assert text.startswith("## Questions: 1 added, 0 changed, 0 removed\n")
    assert "### Added: card `one` in de\n" in text
    assert (
        "| All questions in en | Before | After |\n| --- | --- | --- |\n| Items | 1 card, 1 choice question | 1" in text
    )
    assert "| All questions in de | Before | After |\n| --- | --- | --- |\n| Items |  | 1 card |" in text
    commit(committed)
    (committed / "mkdocs.yml").write_text("site_name: A site\nplugins: [recall]\n")
    (committed / "docs" / "index.de.md").unlink()
    text = recall("diff", "HEAD")[1]
    assert text.startswith("## Questions: 0 added, 0 changed, 1 removed\n")
