"""Labels and levels in other languages: what is one, what is misspelt, and what is only a word."""

import unicodedata
from collections.abc import Sequence

import pytest

from mkdocs_recall.formatter import format_page
from mkdocs_recall.model.label_languages import LABEL_LANGUAGES, name_levels
from mkdocs_recall.model.page import Page
from mkdocs_recall.model.spelling import nearest
from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS, LABELS
from mkdocs_recall.site.bank import Bank
from mkdocs_recall.syntax.labels import (
    COMMON_LABELS,
    SiteLabels,
    _without_accents,
    check_labels,
    find_label,
    fold_label,
)
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
    known = [label.lower() for each in LABEL_LANGUAGES.values() for label in each.labels.values()]
    known += [_without_accents(label) for label in known]
    kept = [word for language in LABEL_LANGUAGES.values() for word in language.words]
    assert [word for word in kept if not nearest(word, known, within=2)] == []


def test_a_language_with_labels_has_its_own_near_misses() -> None:
    """They are looked for only where the page is in that language."""
    assert rules("**Häufige Fehlr:**", "de-AT") == ["unknown-label"]
    assert rules("**Häufige Fehlr:**", "en") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["注意", "例子", "分析", "方案", "步骤", "最佳答案", "常见问题", "参考资料"]),
        ("zh-TW", ["注意", "範例", "分析", "最佳答案", "參考資料"]),
        ("ja", ["例", "注意", "補足", "イベント", "模範例", "答え方"]),
        ("ko", ["참고", "예시", "주의", "답", "해결", "최종 값", "중요 개념"]),
        ("vi", ["Chú ý", "Lưu ý", "Ví dụ", "Đáp số", "Kết luận", "Kết quả"]),
        ("id", ["Contoh", "Catatan", "Langkah", "Solusi", "Kesimpulan"]),
    ],
)
def test_a_short_word_of_the_language_is_no_misspelt_label(language: str, words: list[str]) -> None:
    assert [word for word in words if rules(f"**{word}：**", language)] == []


@pytest.mark.parametrize(
    ("language", "label"),
    [("ja", "よくある間違え"), ("ko", "자주 한는 실수"), ("vi", "Gợi í"), ("vi", "Đáp àn"), ("id", "Jawban")],
)
def test_a_misspelt_label_of_the_language_is_reported(language: str, label: str) -> None:
    assert "unknown-label" in rules(f"**{label}:**", language)


@pytest.mark.parametrize("colon", "：∶︓︰﹕:")
@pytest.mark.parametrize("label", ["**答案{}**", "**答案**{}", "__答案{}__", "**答案{}**没有空格", "**答　案{}**"])
def test_a_colon_of_any_width_ends_a_label(colon: str, label: str) -> None:
    text = CARD.format(level=" 入门", label=label.format(colon))
    bank = read(text)
    (item,) = bank.pages["page.md"].items()
    assert (bank.problems(), [part.label for part in item.parts]) == ([], ["answer"])
    assert "**答案:** " in format_page(text, labels=SiteLabels("zh"), levels=name_levels("zh")).text


def test_labels_and_levels_are_read_with_their_letters_in_pieces() -> None:
    """Some programs write a letter and its marks one after the other."""
    for label, level in (("Đáp án", "dễ"), ("정답", "쉬움"), ("答え", "初級")):
        text = unicodedata.normalize("NFD", CARD.format(level=f" {level}", label=f"**{label}：**"))
        bank = read(text)
        (item,) = bank.pages["page.md"].items()
        assert (bank.problems(), item.rank, item.parts[0].label) == ([], 1, "answer")


def test_spaces_within_a_korean_label_vary() -> None:
    assert [COMMON_LABELS.find(label) for label in ("핵심개념", "최종답", "자주하는 실수")] == [
        "concepts",
        "final-answer",
        "common-mistakes",
    ]


@pytest.mark.parametrize(
    ("language", "label"),
    [("ar", "الفرق"), ("ar", "مثال"), ("fa", "نکته"), ("he", "זמן"), ("hi", "कल"), ("hi", "नोट"), ("ru", "Опыт")],
)
def test_a_short_word_is_no_misspelt_label(language: str, label: str) -> None:
    """Many words of a few letters differ from a label by two."""
    assert rules(f"**{label}:**", language) == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("تحقق سريع", "quick-check"),
        ("الاجابه النهائية", "final-answer"),
        ("الـحـل", "solution"),
        ("راه حل", "solution"),
        ("راهنمايي", "hint"),
        ("\u200fרֶמֶז", "hint"),
        ("Розв'язання", "solution"),
        ("Erkla\u0308rung", "explanation"),
    ],
)
def test_a_label_is_read_as_keyboards_and_writers_vary_it(label: str, name: str) -> None:
    assert find_label(f"**{label}:** text") == COMMON_LABELS.find_bare(f"**{label}**") == name


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
    labels = {(fold_label(text), name) for each in LABEL_LANGUAGES.values() for name, text in each.labels.items()}
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


@pytest.mark.parametrize(
    ("stem", "touched"),
    [
        ("用来调整超参数的数据叫作____集。", False),
        ("データを____データといいます。", False),
        ("데이터를 ____라고 한다.", False),
        ("เรียกว่า____ครับ", False),
        ("（____）と「____」", False),
        ("用GPU____集", True),
        ("第____2 集", True),
        ("Данные____", True),
        ("Dữ liệu____", True),
    ],
)
def test_letters_of_scripts_without_spaces_may_touch_a_blank(stem: str, touched: bool) -> None:
    answers = "".join(f"{number}. a\n" for number in range(1, stem.count("____") + 1))
    problems = read(f"/// fill | a\n\n{stem}\n\n{answers}\n///\n").problems()
    assert [problem.rule for problem in problems] == ["blank-form"] * touched


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("**Réponse\u00a0:**", "answer"),
        ("**Réponse\u202f:**", "answer"),
        ("**Réponse :**", "answer"),
        ("**Réponse**\u00a0:", "answer"),
        ("**Réponse**\u202f:", "answer"),
        ("**Réponse** :", "answer"),
        ("__Réponse__\u202f:", "answer"),
        ("**Réponse\u00a0finale\u202f:**", "final-answer"),
        ("**cevap:**", "answer"),
        ("**ipucu:**", "hint"),
        ("**İPUCU:**", "hint"),
    ],
)
def test_a_label_may_be_written_as_its_language_does(label: str, name: str) -> None:
    assert find_label(f"{label} text") == name
    if name == "answer":
        source = CARD.format(level="", label=label)
        bank = read(source)
        (item,) = bank.pages["page.md"].items()
        assert (bank.problems(), [part.label for part in item.parts]) == ([], ["answer"])
        assert format_page(source, labels=SiteLabels("fr")).text == CARD.format(level="", label="**Réponse:**")


@pytest.mark.parametrize(
    ("language", "word"),
    [("es", "Lista"), ("pt-BR", "Data"), ("pt-BR", "Evolução"), ("tr", "Bölüm"), ("it", "Imposta")],
)
def test_a_common_word_of_a_language_is_no_misspelt_label_of_it(language: str, word: str) -> None:
    assert rules(f"**{word}:**", language) == []


def test_a_label_without_its_accent_is_reported() -> None:
    assert rules("**Explicacion:**", "es") == ["unknown-label"]
    assert rules("**Erreurs frequentes:**", "fr") == ["unknown-label"]


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


@pytest.mark.parametrize("language", ["pt", "pt-PT", "pt_BR"])
def test_a_language_known_in_one_region_is_written_so_in_all(language: str) -> None:
    assert SiteLabels(language).write("answer") == "Resposta"
    assert name_levels(language)[0] == ("fácil", "iniciante", "easy", "beginner")


@pytest.mark.parametrize("language", ["zh-Hant", "zh_HK", "zh-TW"])
def test_a_language_is_known_under_its_other_names(language: str) -> None:
    assert SiteLabels(language).write("common-mistakes") == "常見錯誤"


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
