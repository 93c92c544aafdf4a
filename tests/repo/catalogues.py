"""Keep the catalogues of all languages in step with the English one: `make words`.

English is written in `ui/en.json`, by key. A language is `ui/po/LANGUAGE.po`, which programs for translators read: each
entry has the key as its context, the English text, and a comment from `ui/po/places.json` that says where the text is
seen. From it comes `ui/LANGUAGE.json`, the only one that ships.

    python tests/repo/catalogues.py           bring every .po and .json up to date
    python tests/repo/catalogues.py new pl    begin a language
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Mapping
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

UI = Path(__file__).parents[2] / "plugins" / "mkdocs_recall" / "ui"
Text = str | dict[str, str]

SETTINGS = ("lang", "page.plural", "page.group", "page.groupFrom", "page.decimal")
"""Keys that hold no text: they come from Babel's data of the language, not from a translator."""
OWN_PLURALS = {"fa": (2, "n > 1"), "hi": (2, "n > 1"), "id": (1, "0"), "pt_BR": (2, "n > 1")}
"""Plural rules where gettext's customary one differs from Unicode's, which browsers follow."""
GROUPS_FROM_FIVE = ("es", "it", "pl", "pt_PT")
"""Languages that write 1234 without a sign, and 12 345 with one."""
NUMBERS = range(200)
SAME = "Same as in English."
"""A translator's comment on a text that is right though it equals the English one."""
_HEAD = r"""# {name} words of mkdocs-recall. CONTRIBUTING.md says how to work on them.
msgid ""
msgstr ""
"Project-Id-Version: mkdocs-recall\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals={count}; plural={rule};\n"

"""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def read_english() -> dict[str, Text]:
    """Every text by key, in the order of the file."""
    found: dict[str, Text] = json.loads((UI / "en.json").read_text("utf-8"))
    return found


def languages() -> list[str]:
    """The languages that have a .po file, as it is named."""
    return sorted(path.stem for path in (UI / "po").glob("*.po"))


def read_catalogue(language: str) -> Catalog:
    """Read what translators wrote."""
    with (UI / "po" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language.replace("-", "_"))


def find_place(key: str, places: Mapping[str, str]) -> str:
    """Where a text is seen: what is said of its key, or else of the longest beginning of it."""
    starts = [start for start in places if key == start or (start.endswith(".") and key.startswith(start))]
    return places[max(starts, key=len)] if starts else ""


def plural_rule(locale: Locale) -> tuple[int, str]:
    """How many plural forms a language has, and which one a number takes."""
    found = get_plural(str(locale))
    return OWN_PLURALS.get(str(locale), (found.num_plurals, found.plural_expr.strip("()")))


def name_forms(locale: Locale) -> list[str]:
    """Unicode's name for each of gettext's plural forms: browsers choose by name, Python by number."""
    count, rule = plural_rule(locale)
    form = c2py(rule)
    named: list[str] = []
    for index in range(count):
        names = [locale.plural_form(number) for number in NUMBERS if form(number) == index]
        named.append("other" if "other" in names else max(set(names), key=names.count))
    return named


def update(language: str, old: Catalog | None) -> Catalog:
    """A catalogue with all texts of today. Where the English changed, the translation is kept and marked fuzzy."""
    locale = Locale.parse(language.replace("-", "_"))
    count, rule = plural_rule(locale)
    places: dict[str, str] = json.loads((UI / "po" / "places.json").read_text("utf-8"))
    new = Catalog(locale=locale)
    new.mime_headers = [("Plural-Forms", f"nplurals={count}; plural={rule};")]
    known = {message.context: message for message in old or () if message.id}
    for key, text in read_english().items():
        if key not in SETTINGS:
            message = _update_message(key, text, known.get(key), find_place(key, places), count)
            new[message.id] = message
    return new


def _update_message(key: str, text: Text, known: Message | None, place: str, forms: int) -> Message:
    english = text if isinstance(text, str) else (text["one"], text["other"])
    empty = "" if isinstance(text, str) else ("",) * forms
    string, flags, previous = empty, set(), ()
    comments: list[str] = []
    if known and isinstance(known.string, str) == isinstance(empty, str):
        string, comments = known.string, known.user_comments
        flags = {"fuzzy"} & set(known.flags)
        previous = known.previous_id if flags else ()
        if known.id != english and any(string):
            flags = {"fuzzy"}
            previous = known.id if isinstance(known.id, tuple) else (known.id,)
    return Message(
        english,
        string,
        flags=flags,
        auto_comments=[place] if place else [],
        user_comments=comments,
        previous_id=previous,
        context=key,
    )


def write_catalogue(language: str, catalogue: Catalog) -> str:
    """The text of a .po file."""
    locale = Locale.parse(language.replace("-", "_"))
    count, rule = plural_rule(locale)
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_previous=True, omit_header=True)
    head = _HEAD.format(name=locale.get_display_name("en"), language=language, count=count, rule=rule)
    return head + file.getvalue().decode("utf-8").lstrip("\n")


def make_settings(language: str) -> dict[str, Text]:
    """What is known of a language without a translator: plurals, and the signs in numbers."""
    locale = Locale.parse(language.replace("-", "_"))
    symbols = locale.number_symbols["latn"]
    return {
        "lang": f"{language}-u-nu-latn" if locale.text_direction == "rtl" else language,
        "page.plural": plural_rule(locale)[1],
        "page.group": symbols["group"],
        "page.groupFrom": "10000" if str(locale) in GROUPS_FROM_FIVE else "1000",
        "page.decimal": symbols["decimal"],
    }


def compile_catalogue(language: str, catalogue: Catalog) -> dict[str, Text]:
    """What ships: the texts by key, in the order of the English ones. What is not translated is left out."""
    forms = name_forms(Locale.parse(language.replace("-", "_")))
    known = {message.context: message for message in catalogue}
    settings, made = make_settings(language), dict[str, Text]()
    for key in read_english():
        if key in SETTINGS:
            made[key] = settings[key]
            continue
        message = known.get(key)
        if message is None or message.fuzzy:
            continue
        if isinstance(message.string, tuple) and all(message.string):
            made[key] = dict(zip(forms, message.string, strict=True))
        elif isinstance(message.string, str) and message.string:
            made[key] = message.string
    return made


def write_json(made: Mapping[str, Text]) -> str:
    """The text of a catalogue that ships."""
    return json.dumps(made, ensure_ascii=False, indent=0) + "\n"


def find_faults(language: str, catalogue: Catalog) -> list[str]:
    """What is missing or wrong in the translation of a language, each with its key."""
    faults = []
    count = plural_rule(Locale.parse(language.replace("-", "_")))[0]
    for message in catalogue:
        if not message.id:
            continue
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        name = f"{language}: {message.context}"
        if message.fuzzy:
            faults.append(f"{name}: the English text has changed")
        elif not all(strings) or (len(english) > 1 and len(strings) != count):
            faults.append(f"{name}: not translated")
        else:
            faults += _compare(name, english, strings, SAME in " ".join(message.user_comments))
    return faults


def _compare(name: str, english: list[str], strings: list[str], same: bool) -> list[str]:
    wanted, said = ({value for text in texts for value in _PLACEHOLDER.findall(text)} for texts in (english, strings))
    faults = []
    if said - wanted or (wanted - said) - ({"n"} if len(english) > 1 else set()):
        faults.append(f"{name}: its values are {sorted(said)}, in English {sorted(wanted)}")
    for text in strings:
        if re.search(r"^\s|\s$|  ", text.replace("\n", "")) or text.endswith("\n") != english[-1].endswith("\n"):
            faults.append(f"{name}: it begins or ends with a space")
        if text in english and _LETTERS.search(_PLACEHOLDER.sub("", text)) and not same:
            faults.append(f"{name}: it is the same as in English. If that is right, add the comment `# {SAME}`")
    return faults


def main(arguments: list[str]) -> int:
    """Bring the files up to date, and say what is left to translate."""
    if arguments:
        (UI / "po" / f"{arguments[-1]}.po").write_text(_HEAD.format(name="", language="", count=1, rule="0"), "utf-8")
    faults = []
    for language in languages():
        catalogue = update(language, read_catalogue(language))
        (UI / "po" / f"{language}.po").write_text(write_catalogue(language, catalogue), "utf-8")
        (UI / f"{language}.json").write_text(write_json(compile_catalogue(language, catalogue)), "utf-8")
        faults += find_faults(language, catalogue)
    print("\n".join(faults) or f"All texts are translated: {', '.join(languages())}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
