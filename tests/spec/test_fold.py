"""What is compared of an answer, in Python and in the script: the same for every text.

The plugin reports equal answers, and the script judges by them. Node runs once for all texts.
"""

import json
import subprocess
import unicodedata
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from judging import KINDS, read_table
from mkdocs_recall.kinds.items.typed import fold
from paths import CLIENT

SCRIPT = """
const { fold } = await import(process.argv[1]);
const texts = JSON.parse((await process.stdin.toArray()).join(""));
const known = texts.map((text) => !/\\p{Cn}/u.test(text));
process.stdout.write(JSON.stringify(texts.map((text, at) => known[at] && [fold(text, false), fold(text, true)])));
"""
SIGNS = (
    *(
        "a",
        "B",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "i",
        "I",
        "ς",
        "Σ",
        "σ",
        "µ",
        "ﬁ",
        "ſ",
        "ŉ",
        "ǰ",
        "ΐ",
        "ᾳ",
        "Ա",
        "Ꭰ",
        "ა",
        "Ა",
        "𐐀",
    ),
    *(
        "\u0301",
        "\u0307",
        "\u030a",
        "\u0323",
        "\u0345",
        "\u0300",
        "e",
        "ệ",
        "한",
        "\u1112",
        "\u1161",
        "\u11ab",
        "Å",
        "K",
    ),
    *(
        " ",
        "  ",
        "\t",
        "\n",
        "\r",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x1f",
        "\x85",
        "\xa0",
        "\u2003",
        "\u2028",
        "\u3000",
        "\u1680",
    ),
    *("\u200b", "\u200e", "\u200f", "\u202e", "\u2069", "\ufeff", "\xad", "\ufe0f", "\u034f", "\u180e", "\x00", "\x7f"),
    *(
        "‘",
        "’",
        "“",
        "”",
        "„",
        "«",
        "›",
        "′",
        "ʼ",
        "'",
        '"',
        "-",
        "\u2010",
        "\u2011",
        "–",
        "—",
        "\u2212",
        "－",
        "\ufe63",
    ),
    *(
        "Ａ",
        "ａ",
        "３",
        "（",
        "～",
        "。",
        "😀",
        "👩\u200d🔬",
        "1",
        "٣",
        "½",
        "²",
        "ا",
        "ש",
        "中",
        "_",
        "\\",
        "__proto__",
    ),
)
TEXTS = 20_000


def all_texts() -> Iterator[str]:
    """Every character of the first two planes in a word, what the tables have, and texts made at random."""
    for code in range(0x20000):
        if unicodedata.category(chr(code)) not in ("Cs", "Cn"):
            yield f"A{chr(code)}b "
    for case in (case for kind in KINDS for case in read_table(kind)):
        yield from _texts_in([case["answers"], case["given"]])
    chance = Random("fold")
    for _ in range(TEXTS):
        yield "".join(chance.choices(SIGNS, k=chance.randrange(12)))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(each)


@pytest.fixture(scope="module")
def folded() -> list[tuple[str, list[str]]]:
    """Texts with their two folds by the script, leaving out those with characters that node's Unicode lacks."""
    texts = list(all_texts())
    path = CLIENT / "core" / "judges" / "typed-text.js"
    run = subprocess.run(
        ["node", "--input-type=module", "-e", SCRIPT, path.as_uri()],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [(text, made) for text, made in zip(texts, json.loads(run.stdout), strict=True) if made]


def test_python_and_the_script_fold_every_text_alike(folded: list[tuple[str, list[str]]]) -> None:
    assert len(folded) > 80_000
    differ = [(text, made) for text, made in folded if [fold(text, exact=False), fold(text, exact=True)] != made]
    assert differ == []


def test_folding_again_changes_nothing(folded: list[tuple[str, list[str]]]) -> None:
    again = [
        text for text, (loose, exact) in folded if fold(loose, exact=False) != loose or fold(exact, exact=True) != exact
    ]
    assert again == []


def test_what_differs_in_no_letter_folds_to_the_same(folded: list[tuple[str, list[str]]]) -> None:
    """Equal in exact form is equal in the other one too, so that what counts case never accepts more."""
    seen: dict[str, str] = {}
    for _, (loose, exact) in folded:
        assert seen.setdefault(exact, loose) == loose
