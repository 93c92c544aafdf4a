"""Labels and levels in other languages: what is one, what is misspelt, and what is only a word."""

from collections.abc import Sequence

import pytest

from mkdocs_recall.formatter import format_page
from mkdocs_recall.model.label_languages import LABEL_LANGUAGES, name_levels
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.spelling import nearest
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS, LABELS
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.syntax.labels import COMMON_LABELS, SiteLabels, check_labels
from mkdocs_recall.ui import words
from paths import PACKAGE

SHIPPED = sorted(path.stem for path in (PACKAGE / "ui").glob("*.json"))
CARD = "/// card | a{level}\n\nWhat?\n\n{label} That.\n\n///\n"


def read(text: str, labels: SiteLabels = COMMON_LABELS, levels: Sequence[Sequence[str]] = DEFAULT_LEVELS) -> Bank:
    bank = Bank(labels=labels, levels=levels)
    bank.read(Page(path="page.md", lines=text.split("\n")))
    return bank


def rules(label: str, language: str = "en") -> list[str]:
    text = CARD.format(level="", label="**Answer:**").replace("\n\n///", f"\n\n{label} text\n\n///")
    return [problem.rule for problem in read(text, SiteLabels(language)).problems()]


@pytest.mark.parametrize("language", ["en", "fr", "pt-BR"])
@pytest.mark.parametrize("label", ["**Concetti:**", "**Concepten:**", "**Пояснение:**", "**Wind:**", "**Solutie:**"])
def test_a_word_of_another_language_is_text(label: str, language: str) -> None:
    assert rules(label, language) == []


@pytest.mark.parametrize("language", ["en", "fr", "de_DE"])
@pytest.mark.parametrize("label", ["**Explanatoin:**", "**Hnit:**", "**Learn moore:**"])
def test_a_misspelt_english_label_is_reported_in_any_language(label: str, language: str) -> None:
    assert rules(label, language) == ["unknown-label"]


def test_words_are_kept_only_where_they_resemble_a_label() -> None:
    known = [label.lower() for label in LABEL_LANGUAGES["en"].labels.values()]
    kept = [word for language in LABEL_LANGUAGES.values() for word in language.words]
    assert [word for word in kept if not nearest(word, known, within=2)] == []


def test_a_language_with_labels_has_its_own_near_misses() -> None:
    """They are looked for only where the page is in that language."""
    assert rules("**Häufige Fehlr:**", "de-AT") == ["unknown-label"]
    assert rules("**Häufige Fehlr:**", "en") == []


@pytest.mark.parametrize("language", SHIPPED)
def test_every_shipped_language_has_all_labels_and_levels(language: str) -> None:
    own = LABEL_LANGUAGES[language]
    shown = words(language).catalogue
    assert list(own.labels) == list(LABELS)
    assert {name: own.labels[name] for name in LABELS if f"page.part.{name}" in shown} == {
        name: shown[f"page.part.{name}"] for name in LABELS if f"page.part.{name}" in shown
    }
    assert [len(names) for names in own.levels] == [2, 2, 2]
    assert all(name == name.lower() and " " not in name for names in own.levels for name in names)


def test_no_label_and_no_level_means_two_things() -> None:
    labels = {(text.lower(), name) for each in LABEL_LANGUAGES.values() for name, text in each.labels.items()}
    levels = {
        (text, rank) for each in LABEL_LANGUAGES.values() for rank, names in enumerate(each.levels) for text in names
    }
    assert len({text for text, _ in labels}) == len(labels)
    assert len({text for text, _ in levels}) == len(levels)


@pytest.mark.parametrize("language", SHIPPED)
def test_the_labels_and_levels_of_every_shipped_language_are_read_on_any_page(language: str) -> None:
    own = LABEL_LANGUAGES[language]
    for rank, names in enumerate(own.levels, 1):
        for level in names:
            bank = read(CARD.format(level=f" {level}", label=f"**{own.labels['answer']}:**"))
            (item,) = bank.pages["page.md"].items()
            assert (bank.problems(), item.rank, item.parts[0].label) == ([], rank, "answer")


def test_a_site_with_levels_of_its_own_has_no_others() -> None:
    text = CARD.format(level=" leicht", label="**Answer:**")
    bank = read(text, levels=(("low",), ("mid",), ("high",)))
    assert [problem.rule for problem in bank.problems()] == ["unknown-level"]


def test_fmt_writes_the_labels_and_levels_of_the_site() -> None:
    english, german = (
        CARD.format(level=" beginner", label="**Answer:**"),
        CARD.format(level=" anfänger", label="**Antwort:**"),
    )
    labels, levels = SiteLabels("de"), name_levels("de-CH")
    assert format_page(english, labels=labels, levels=levels).text == german
    assert format_page(german, labels=labels, levels=levels).text == german
    assert format_page(german).text == english


def test_a_site_names_labels_itself() -> None:
    labels = check_labels({"answer": "Take", "hint": "Clue"}, "de")
    text = CARD.format(level="", label="**Take:**").replace("\n\n///", "\n\n**Hinweis:** Think.\n\n///")
    (item,) = read(text, labels).pages["page.md"].items()
    assert [part.label for part in item.parts] == ["answer", "hint"]
    assert format_page(text, labels=labels).text == text.replace("Hinweis", "Clue")
    assert [problem.rule for problem in read(text.replace("Take:", "Takke:"), labels).problems()] == ["unknown-label"]


@pytest.mark.parametrize(
    "labels", [["Take"], {"take": "Answer"}, {"answer": ""}, {"answer": "a*b"}, {"hint": "Answer"}]
)
def test_labels_that_mean_nothing_are_refused(labels: object) -> None:
    with pytest.raises(ValueError, match="recall: `labels`"):
        check_labels(labels)
