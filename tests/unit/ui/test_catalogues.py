"""The languages that ship are whole, and what ships is what their translators wrote."""

import json
import subprocess

import pytest

import catalogues
from mkdocs_recall.ui import ENGLISH_UI, words

NUMBERS = [*range(0, 130), 200, 1000, 1001, 1234, 12345, 1000000]
LANGUAGES = catalogues.languages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_whole(language: str) -> None:
    """Every text is translated, with all its plural forms, and has the values of the English one."""
    assert catalogues.find_faults(language, catalogues.read_catalogue(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_files_are_up_to_date(language: str) -> None:
    written = catalogues.read_catalogue(language)
    current = catalogues.update(language, written)
    advice = "Run: make words"
    assert (catalogues.UI / "po" / f"{language}.po").read_text("utf-8") == catalogues.write_catalogue(
        language, current
    ), advice
    made = catalogues.write_json(catalogues.compile_catalogue(language, current))
    assert (catalogues.UI / f"{language}.json").read_text("utf-8") == made, advice


def test_translators_read_where_each_text_is_seen() -> None:
    places = json.loads((catalogues.UI / "po" / "places.json").read_text("utf-8"))
    texts = [key for key in catalogues.read_english() if key not in catalogues.SETTINGS]
    assert [key for key in texts if not catalogues.find_place(key, places)] == []
    assert [start for start in places if not any(key == start or key.startswith(start) for key in texts)] == []


def test_python_and_browsers_write_numbers_and_choose_plurals_alike() -> None:
    """Python writes the page, and the script what comes later."""
    asked = {language: words(language).catalogue["lang"] for language in LANGUAGES}
    script = f"""
      const found = {{}};
      for (const [language, lang] of Object.entries({json.dumps(asked)}))
        found[language] = {json.dumps(NUMBERS)}.map((n) => [
          new Intl.NumberFormat(lang).format(n), new Intl.PluralRules(lang).select(n)]);
      console.log(JSON.stringify(found));
    """
    done = subprocess.run(["node", "--eval", script], capture_output=True, text=True, check=True)
    key = "page.ways.cardsHeld"
    for language, rows in json.loads(done.stdout).items():
        say = words(language)
        forms = say.catalogue[key]
        assert isinstance(forms, dict)
        for number, (written, name) in zip(NUMBERS, rows, strict=True):
            text = forms.get(name) or forms["other"]
            assert say(key, n=number) == text.replace("{n}", written), (language, number)


def test_a_change_of_the_english_text_is_found() -> None:
    message = catalogues.Message("Go", "Los", context="next")
    new = catalogues._update_message("next", "Next", message, "", 2)
    assert (new.string, new.fuzzy, new.previous_id) == ("Los", True, ["Go"])
    assert catalogues._update_message("next", "Go", message, "", 2).fuzzy is False


@pytest.mark.parametrize(
    ("english", "own", "said"),
    [
        (["Next"], ["Next"], "the same as in English"),
        (["{n} of {all}"], ["{n} von {alle}"], "its values are"),
        (["Next"], ["Weiter "], "begins or ends with a space"),
        (["{n} card", "{n} cards"], ["eine Karte", "{n} Karten"], ""),
        (["{at} / {all}"], ["{at} / {all}"], ""),
    ],
)
def test_what_is_wrong_with_a_text(english: list[str], own: list[str], said: str) -> None:
    found = catalogues._compare("de: key", english, own, False)
    assert [said in each for each in found] == ([True] if said else [])
    assert ENGLISH_UI.marks == {}
