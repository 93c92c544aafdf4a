"""What each language calls the parts and the levels of an item: they are recognised on pages of any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ..ui import find_names
from .vocabulary import DEFAULT_LEVELS, LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language, as far as labels and levels need it."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """Label of each part by its name in the code. They are labels on any page, whatever its language."""
    levels: tuple[tuple[str, ...], ...] = ()
    """Names of the three levels, as `DEFAULT_LEVELS` has them."""
    words: frozenset[str] = frozenset()
    """Words in lower case and without accents that resemble a label of another language, and are no misspelt ones."""


_PARTS = tuple(LABELS)


def _name(*labels: str) -> dict[str, str]:
    """The labels of all parts, in the order of `LABELS`."""
    return dict(zip(_PARTS, labels, strict=True))


LABEL_LANGUAGES: dict[str, Language] = {
    "en": Language(labels=LABELS, levels=DEFAULT_LEVELS),
    "ar": Language(
        labels=_name(
            *("الإجابة", "تلميح", "الشرح", "الحل", "الإجابة النهائية"),
            *("تحقّق سريع", "أخطاء شائعة", "المفاهيم", "إجابة نموذجية", "لمعرفة المزيد"),
        ),
        levels=(("سهل", "مبتدئ"), ("متوسط", "وسط"), ("صعب", "متقدم")),
    ),
    "ca": Language(words=frozenset(("conceptes", "solucio"))),
    "de": Language(
        labels=_name(
            *("Antwort", "Hinweis", "Erklärung", "Lösung", "Ergebnis"),
            *("Kurz geprüft", "Häufige Fehler", "Kernpunkte", "Musterantwort", "Mehr dazu"),
        ),
        levels=(("leicht", "anfänger"), ("mittel", "fortgeschritten"), ("schwer", "experte")),
        words=frozenset(("hier", "hin", "hund", "kind", "sind", "wind")),
    ),
    "es": Language(
        labels=_name(
            *("Respuesta", "Pista", "Explicación", "Solución", "Respuesta final"),
            *("Comprobación rápida", "Errores comunes", "Ideas clave", "Respuesta modelo", "Saber más"),
        ),
        levels=(("fácil", "principiante"), ("medio", "intermedio"), ("difícil", "avanzado")),
        words=frozenset(("concepto", "conceptos", "lista", "vista")),
    ),
    "fa": Language(
        labels=_name(
            *("پاسخ", "راهنمایی", "توضیح", "راه\u200cحل", "پاسخ نهایی"),
            *("بررسی سریع", "اشتباهات رایج", "مفاهیم", "پاسخ نمونه", "بیشتر بدانید"),
        ),
        levels=(("آسان", "مبتدی"), ("متوسط", "میانی"), ("سخت", "پیشرفته")),
    ),
    "fil": Language(words=frozenset(("solusyon",))),
    "fr": Language(
        labels=_name(
            *("Réponse", "Indice", "Explication", "Solution", "Réponse finale"),
            *("Vérification rapide", "Erreurs fréquentes", "Points clés", "Réponse modèle", "En savoir plus"),
        ),
        levels=(("facile", "débutant"), ("moyen", "intermédiaire"), ("difficile", "avancé")),
        words=frozenset(("point",)),
    ),
    "he": Language(
        labels=_name(
            *("תשובה", "רמז", "הסבר", "פתרון", "תשובה סופית"),
            *("בדיקה מהירה", "טעויות נפוצות", "מושגים", "תשובה לדוגמה", "להרחבה"),
        ),
        levels=(("קל", "מתחיל"), ("בינוני", "ביניים"), ("קשה", "מתקדם")),
    ),
    "hi": Language(
        labels=_name(
            *("उत्तर", "संकेत", "व्याख्या", "हल", "अंतिम उत्तर"),
            *("झटपट जाँच", "आम गलतियाँ", "अवधारणाएँ", "आदर्श उत्तर", "और जानें"),
        ),
        levels=(("आसान", "शुरुआती"), ("मध्यम", "सामान्य"), ("कठिन", "उन्नत")),
    ),
    "id": Language(
        labels=_name(
            *("Jawaban", "Petunjuk", "Penjelasan", "Penyelesaian", "Jawaban akhir"),
            *("Cek cepat", "Kesalahan umum", "Konsep", "Contoh jawaban", "Pelajari lebih lanjut"),
        ),
        levels=(("mudah", "pemula"), ("sedang", "menengah"), ("sulit", "mahir")),
    ),
    "it": Language(
        labels=_name(
            *("Risposta", "Suggerimento", "Spiegazione", "Soluzione", "Risposta finale"),
            *("Verifica rapida", "Errori comuni", "Punti chiave", "Risposta modello", "Per saperne di più"),
        ),
        levels=(("facile", "principiante"), ("medio", "intermedio"), ("difficile", "avanzato")),
        words=frozenset(("concetti", "concetto", "imposta", "soluzioni")),
    ),
    "ja": Language(
        labels=_name(
            *("答え", "ヒント", "解説", "解き方", "最終的な答え"),
            *("確かめ", "よくある間違い", "要点", "模範解答", "もっと詳しく"),
        ),
        levels=(("易しい", "初級"), ("普通", "中級"), ("難しい", "上級")),
    ),
    "ko": Language(
        labels=_name(
            *("정답", "힌트", "해설", "풀이", "최종 답"),
            *("간단 확인", "자주 하는 실수", "핵심 개념", "모범 답안", "더 알아보기"),
        ),
        levels=(("쉬움", "초급"), ("보통", "중급"), ("어려움", "고급")),
    ),
    "la": Language(words=frozenset(("solutio",))),
    "nl": Language(words=frozenset(("concepten", "solutie"))),
    "pl": Language(
        labels=_name(
            *("Odpowiedź", "Wskazówka", "Wyjaśnienie", "Rozwiązanie", "Ostateczna odpowiedź"),
            *("Szybkie sprawdzenie", "Częste błędy", "Kluczowe punkty", "Wzorcowa odpowiedź", "Dowiedz się więcej"),
        ),
        levels=(("łatwy", "początkujący"), ("średni", "średniozaawansowany"), ("trudny", "zaawansowany")),
        words=frozenset(("koncept", "koncepty")),
    ),
    "pt-BR": Language(
        labels=_name(
            *("Resposta", "Dica", "Explicação", "Solução", "Resposta final"),
            *("Verificação rápida", "Erros comuns", "Pontos-chave", "Resposta modelo", "Saiba mais"),
        ),
        levels=(("fácil", "iniciante"), ("médio", "intermediário"), ("difícil", "avançado")),
        words=frozenset(("conceito", "conceitos", "dia")),
    ),
    "ro": Language(words=frozenset(("concepte", "solutie", "solutii"))),
    "ru": Language(
        labels=_name(
            *("Ответ", "Подсказка", "Пояснение", "Решение", "Итоговый ответ"),
            *("Быстрая проверка", "Типичные ошибки", "Ключевые идеи", "Образец ответа", "Подробнее"),
        ),
        levels=(("лёгкий", "начальный"), ("средний", "промежуточный"), ("сложный", "продвинутый")),
    ),
    "sl": Language(words=frozenset(("koncepti",))),
    "sq": Language(words=frozenset(("koncepte",))),
    "sv": Language(words=frozenset(("koncept",))),
    "tr": Language(
        labels=_name(
            *("Cevap", "İpucu", "Açıklama", "Çözüm", "Nihai cevap"),
            *("Hızlı kontrol", "Sık yapılan hatalar", "Ana noktalar", "Örnek cevap", "Daha fazla bilgi"),
        ),
        levels=(("kolay", "başlangıç"), ("orta", "orta-düzey"), ("zor", "uzman")),
    ),
    "uk": Language(
        labels=_name(
            *("Відповідь", "Підказка", "Пояснення", "Розв’язання", "Остаточна відповідь"),
            *("Швидка перевірка", "Типові помилки", "Ключові ідеї", "Зразок відповіді", "Докладніше"),
        ),
        levels=(("легкий", "початковий"), ("середній", "проміжний"), ("складний", "просунутий")),
    ),
    "vi": Language(
        labels=_name(
            *("Đáp án", "Gợi ý", "Giải thích", "Lời giải", "Kết quả cuối cùng"),
            *("Kiểm tra nhanh", "Lỗi thường gặp", "Ý chính", "Câu trả lời mẫu", "Tìm hiểu thêm"),
        ),
        levels=(("dễ", "mới"), ("vừa", "khá"), ("khó", "giỏi")),
    ),
    "zh": Language(
        labels=_name(
            *("答案", "提示", "解析", "解答", "最终答案"),
            *("快速检验", "常见错误", "要点", "参考答案", "延伸阅读"),
        ),
        levels=(("简单", "入门"), ("中等", "进阶"), ("困难", "高级")),
    ),
    "zh-TW": Language(
        labels=_name(
            *("答案", "提示", "解析", "解答", "最終答案"),
            *("快速檢驗", "常見錯誤", "要點", "參考答案", "延伸閱讀"),
        ),
        levels=(("簡單", "入門"), ("中等", "進階"), ("困難", "高級")),
    ),
}
"""The known languages by their code. Those of the catalogues are complete; the others say which words are no typos."""

LEVEL_RANKS = {
    name: rank for each in LABEL_LANGUAGES.values() for rank, names in enumerate(each.levels, 1) for name in names
}
"""The rank of each level in all languages."""


_BY_CODE = {code.lower(): each for code, each in LABEL_LANGUAGES.items()}


@cache
def find_language(code: str) -> Language:
    """What is known of a language such as `de-AT`: of itself, else of `de`, else of another region, else nothing."""
    names = find_names(code.replace("_", "-").lower())
    return next((_BY_CODE[name] for name in names if name in _BY_CODE), Language())


def name_levels(code: str) -> tuple[tuple[str, ...], ...]:
    """The levels of a site in a language that names none itself: those of the language, then the English ones."""
    own = find_language(code).levels or DEFAULT_LEVELS
    return tuple(tuple(dict.fromkeys((*names, *english))) for names, english in zip(own, DEFAULT_LEVELS, strict=True))
