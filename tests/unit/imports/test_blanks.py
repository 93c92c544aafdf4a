"""Where the blanks of an imported stem go."""

import pytest

from mkdocs_recall.imports.blanks import put_blanks
from mkdocs_recall.imports.question import Answer, ImportedQuestion


@pytest.mark.parametrize(
    ("stem", "written"),
    [
        ("A @ b", "A ____ b"),
        ("A@b", "A ____ b"),
        (r"The slope is @ \(x\) here.", r"The slope is ____ \(x\) here."),
        ("One (@), two.", "One (____), two."),
        ("It is @!", "It is ____!"),
        ("叫作@集。", "叫作____集。"),
        ("データを@データといいます", "データを____データといいます"),
        ("데이터를 @라고 한다", "데이터를 ____라고 한다"),
        ("用GPU@集", "用GPU ____集"),
        ("@@ follow each other.", "____ ____ follow each other."),
    ],
)
def test_a_blank_has_a_space_where_a_letter_would_touch_it(stem: str, written: str) -> None:
    blanks = [[Answer("one")] for _ in range(stem.count("@"))]
    assert put_blanks(ImportedQuestion(line=1, kind="fill", blanks=blanks), stem, "@") == written
