"""A catalogue is a file: another language takes one more, and no code."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_recall import ui
from mkdocs_recall.assets import PARTS, shipped
from mkdocs_recall.ui import ENGLISH_UI, Words, read_words, words
from paths import PACKAGE

POLISH = {
    "lang": "pl",
    "set.place": "z {all}: {at}",
    "sentences": "{first}|{second}",
    "mcq.check": "Sprawdź",
    "page.plural": "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
    "page.group": "\u00a0",
    "page.decimal": ",",
    "page.list": "{first}; {second}",
    "page.mcq.one": "Wybierz odpowiedź.",
    "page.mcq.key": "({letter}) {text}",
    "page.ways.cardsHeld": {"one": "{n} fiszka", "few": "{n} fiszki", "many": "{n} fiszek"},
    "page.coverage.longestOf": {"one": "{n}/{longest}/{expected}", "few": "{n}", "many": "{n}/{longest}/{expected}"},
}
QUESTION = "/// mcq | q easy\n\nWhich?\n\n- [x] *This* one\n  > Yes.\n- [ ] That\n  > No.\n\n///\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The catalogues of a package that also speaks a little Polish."""
    shutil.copy(PACKAGE / "ui" / "en.json", tmp_path)
    (tmp_path / "pl.json").write_text(json.dumps(POLISH), "utf-8")
    monkeypatch.setattr(ui, "files", lambda _: tmp_path)
    words.cache_clear()
    yield tmp_path
    words.cache_clear()


def test_a_text_has_its_values_and_its_plural_form() -> None:
    assert ENGLISH_UI("set.place", at=2, all=5) == "2 of 5"
    assert [ENGLISH_UI("page.ways.cardsHeld", n=n) for n in (0, 1, 1234)] == ["0 cards", "1 card", "1,234 cards"]
    assert ENGLISH_UI("page.source.folder", folder="{page} 1,5") == "All pages in {page} 1,5"
    assert (
        ENGLISH_UI("page.coverage.longestOf", n=2, longest=1, expected=0.5)
        == "1 of 2 questions; 0.5 expected by chance"
    )


def test_values_can_be_anything_in_a_text_in_pieces() -> None:
    page = object()
    assert ENGLISH_UI.parts("page.source.topic", page=page) == [page, " and its tests"]
    assert ENGLISH_UI.parts("page.source.part", source=[page, " and"], objective="x") == [page, " and", ": ", "x"]


@pytest.mark.parametrize(
    ("items", "listed"), [([], ""), (["a"], "a"), (["a", "b", "c"], "a, b, c")], ids=["none", "one", "several"]
)
def test_lists(items: list[str], listed: str) -> None:
    assert ENGLISH_UI.list(items) == listed
    assert ENGLISH_UI.sentences(items) == listed.replace(",", "")


def test_a_language_has_its_own_order_plurals_and_numbers(folder: Path) -> None:
    say = words("pl")
    assert say("set.place", at=2, all=5) == "z 5: 2"
    cards = [say("page.ways.cardsHeld", n=n) for n in (1, 2, 5, 12, 22, 1500)]
    assert cards == ["1 fiszka", "2 fiszki", "5 fiszek", "12 fiszek", "22 fiszki", "1\u00a0500 fiszek"]
    assert say("page.coverage.longestOf", n=5, longest=1, expected=1234.5) == "5/1/1\u00a0234,5"
    assert say.list("abc") == "a; b; c"
    assert say.sentences(["Raz.", "Dwa."]) == "Raz.|Dwa."
    assert say("page.menu") == "More", "what it leaves out is in English"


@pytest.mark.parametrize("lang", ["pl", "pl-PL", "pl_PL"])
def test_a_region_has_the_words_of_its_language(folder: Path, lang: str) -> None:
    assert words(lang)("mcq.check") == "Sprawdź"


@pytest.mark.parametrize("lang", ["sw", "", "en", "en-GB", "../pl", "pl/x", "\0"])
def test_every_other_language_has_english_words(folder: Path, lang: str) -> None:
    assert read_words(folder, lang)("mcq.check") == "Check answer"
    assert read_words(folder, lang).script("core", ["sentences"]) == ""


def test_a_script_is_shipped_with_the_words_of_the_language_and_a_name_of_its_own(folder: Path) -> None:
    polish = words("pl")
    address, content = shipped("core.js", polish)
    assert address != shipped("core.js")[0]
    assert content.endswith(shipped("core.js")[1])
    first = content.decode().split("\n")[0]
    found = re.search(r'\["core"\]=(\[.*\]);$', first)
    assert found
    told = json.loads(found[1])
    assert told == [polish.catalogue[key] for key in PARTS["core"].words], "its own words, and no other part's"
    assert "Sprawdź" in told
    assert '["test"]=[' in shipped("test.js", polish)[1].decode().split("\n")[0]
    assert shipped("core.css", polish) == shipped("core.css")
    assert shipped("hub.js", polish) == shipped("hub.js")


def test_the_words_of_all_parts_come_together(folder: Path) -> None:
    """Each script adds its own to what others have put there, in whatever order they run."""
    say = words("pl")
    run = say.script("sets", ["sentences"]) + say.script("core", ["mcq.check", "lang"])
    node = f"{run}console.log(JSON.stringify(globalThis.recallWords))"
    done = subprocess.run(["node", "--eval", node], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"sets": ["{first}|{second}"], "core": ["Sprawdź", "pl"]}
    assert ENGLISH_UI.script("core", ["sentences"]) == ""


def test_a_site_speaks_the_language_of_its_theme(folder: Path, small_site) -> None:
    site = small_site(QUESTION, theme={"name": "material", "font": False, "language": "pl"})
    page = (site / "index.html").read_text("utf-8")
    assert "Wybierz odpowiedź." in page
    assert ">Sprawdź</button>" in page
    assert '<p>(<span data-recall-key="" dir="ltr">A</span>) <em>This</em> one</p>' in page
    script = re.search(r'src="(assets/recall/core\.\w+\.js)"', page)
    assert script is not None
    assert "Sprawdź" in (site / script[1]).read_text("utf-8")


def test_catalogues_are_whole_without_a_fallback() -> None:
    with pytest.raises(KeyError):
        Words({"page.plural": "0"})("set.place", at=1, all=2)


def test_pages_in_a_language_that_is_not_shipped_mark_our_words_as_english(small_site) -> None:
    site = small_site(QUESTION, theme={"name": "material", "font": False, "language": "sk"})
    page = (site / "index.html").read_text("utf-8")
    root = re.search(r"<recall-mcq[^>]*>", page)
    assert root is not None
    assert 'lang="en"' in root[0]
    assert 'dir="ltr"' in root[0]
    assert re.search(r'<(?!recall-)[^>]* lang="sk"', page[root.end() :]), "the author's text is in the page's language"


def test_the_option_language_counts_for_pages_whose_theme_has_none(small_site) -> None:
    site = small_site(QUESTION, theme={"name": "mkdocs"}, plugins=[{"recall": {"site_id": "x", "language": "de-AT"}}])
    page = (site / "index.html").read_text("utf-8")
    assert "Wähle eine Antwort." in page
    assert re.search(r'<recall-mcq[^>]* lang="de"', page)
    script = re.search(r'src="(assets/recall/core\.\w+\.js)"', page)
    assert script is not None
    first = (site / script[1]).read_text("utf-8").split("\n")[0]
    assert '"Antwort prüfen"' in first


def test_names_of_variants_lead_to_the_catalogue_there_is(tmp_path: Path) -> None:
    shutil.copy(PACKAGE / "ui" / "en.json", tmp_path)
    for name in ("pt-BR", "zh", "zh-TW", "he"):
        (tmp_path / f"{name}.json").write_text("{}", "utf-8")
    names = ("pt", "pt-PT", "pt_BR", "zh-CN", "zh_Hans", "zh-Hant", "zh-Hant-HK", "zh-hk", "iw", "he-IL", "gr")
    found = [read_words(tmp_path, name).lang for name in names]
    assert found == ["pt-BR", "pt-BR", "pt-BR", "zh", "zh", "zh-TW", "zh-TW", "zh-TW", "he", "he", "en"]


def test_right_to_left_words_say_so() -> None:
    english = ENGLISH_UI.catalogue
    assert Words(english, "ar", page="ar-EG").marks == {"dir": "rtl"}
    assert Words(english, "ar", page="en").marks == {"lang": "ar", "dir": "rtl"}
    assert Words(english, page="ar").marks == {"lang": "en", "dir": "ltr"}
