"""Labels in other languages: what is misspelt, and what is only a word."""

from dataclasses import replace

import pytest

from mkdocs_recall.model.label_languages import LABEL_LANGUAGES
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.spelling import nearest
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.syntax import labels


def rules(label: str, language: str = "en") -> list[str]:
    text = f"/// card | a\n\nWhat?\n\n**Answer:** That.\n\n{label} text\n\n///"
    bank = Bank(language=language)
    bank.read(Page(path="page.md", lines=text.split("\n")))
    return [problem.rule for problem in bank.problems()]


@pytest.mark.parametrize("language", ["en", "fr", "pt-BR"])
@pytest.mark.parametrize(
    "label",
    [
        *("**Explication :**", "**Explication\u00a0:**", "**Explication**:", "**Solución:**", "**Conceptos:**"),
        *("**Soluzione:**", "**Concetti:**", "**Concepten:**", "**Erklärung:**", "**Réponse :**", "**Пояснение:**"),
    ],
)
def test_a_word_of_another_language_is_text(label: str, language: str) -> None:
    assert rules(label, language) == []


@pytest.mark.parametrize("language", ["en", "fr", "de_DE"])
@pytest.mark.parametrize("label", ["**Explanatoin:**", "**Hnit:**", "**Learn moore:**"])
def test_a_misspelt_english_label_is_reported_in_any_language(label: str, language: str) -> None:
    assert rules(label, language) == ["unknown-label"]


def test_words_are_kept_only_where_they_resemble_a_label() -> None:
    known = [label.lower() for label in LABEL_LANGUAGES["en"].labels.values()]
    words = [word for language in LABEL_LANGUAGES.values() for word in language.words]
    assert [word for word in words if not nearest(word, known, within=2)] == []


def test_a_language_with_labels_has_its_own_near_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are looked for only where the page is in that language."""
    french = replace(LABEL_LANGUAGES["fr"], labels={"common-mistakes": "Erreurs fréquentes"})
    monkeypatch.setitem(LABEL_LANGUAGES, "fr", french)
    assert labels.find_near_label("erreurs fréquentse", "fr-CA") == "Erreurs fréquentes"
    assert labels.find_near_label("erreurs fréquentse", "en") is None
