"""Every word that a reader sees: one catalogue per language, read by Python here and by the script in client/ui/.

A catalogue is a file `LANGUAGE.json` of texts by key. In a text, `{name}` is replaced by a value. Where a text depends
on a number, the catalogue has one text per plural form, and the number is the value `n`. What a catalogue leaves out
is in English. Another language is another file, and no code. English is written in en.json. All other catalogues are
made from `po/LANGUAGE.po`, which translators edit, by `make words`.

Keys say where a text is seen. Those with `page.` are in the HTML alone, so the script does not get them. Five keys
hold no text: `lang` is the language whose dates, numbers and lists the script writes; `page.plural` is the rule for
plural forms, as gettext writes it (its result counts the forms of a text); `page.group` and `page.decimal` are the
signs in numbers, and `page.groupFrom` is the least number that is written with the first of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from gettext import c2py
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

Catalogue = Mapping[str, str | Mapping[str, str]]

FALLBACK = "en"
"""Language of what is in no other catalogue."""
PAGE = "page."
"""What the keys of texts begin with that are in the HTML alone."""

RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
"""Languages that are written from right to left."""
LAKHS = frozenset(("bn", "gu", "hi", "kn", "ml", "mr", "pa", "ta", "te"))
"""Languages that group digits as in 12,34,567."""
VARIANTS = {"iw": "he", "in": "id", "pt": "pt-BR", "zh-hant": "zh-TW", "zh-hk": "zh-TW", "zh-mo": "zh-TW"}
"""Catalogues of languages that have none under their own code, or under the part of it that names the language."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_BEFORE_LAKHS = re.compile(r"(?<=\d)(?=(?:\d\d)+\d(?!\d))")


class Words:
    """The texts of a language."""

    def __init__(self, catalogue: Catalogue, lang: str = FALLBACK, page: str = "") -> None:
        self.lang = lang
        """Language of the catalogue; English where there was none of the language asked for."""
        self.page = page or lang
        """What the pages say their language is."""
        self.catalogue = catalogue
        self._form = c2py(str(catalogue["page.plural"]))

    def __call__(self, key: str, **values: str | float) -> str:
        """Return a text with its values. Numbers are written as the language writes them."""
        text = self._text(key, values)
        return "".join(self._parts(text, values)) if values else text

    def parts(self, key: str, **values: Any) -> list[Any]:
        """Return a text in pieces, so that a value can be anything, such as an element, or a list of pieces."""
        return list(self._parts(self._text(key, values), values))

    def list(self, items: Iterable[str]) -> str:
        """Return several short texts as one enumeration."""
        first, *rest = [*items] or [""]
        for each in rest:
            first = self("page.list", first=first, second=each)
        return first

    def sentences(self, sentences: Iterable[str]) -> str:
        """Return sentences as one text."""
        first, *rest = [*sentences] or [""]
        for each in rest:
            first = self("sentences", first=first, second=each)
        return first

    def script(self, part: str, keys: Iterable[str]) -> str:
        """Return what to put in front of a part of the script that says these texts: nothing for English, which it has.

        The texts come without their keys: the part has the same in English, in the same order.
        """
        texts = [self.catalogue[key] for key in keys]
        if self.lang == FALLBACK or not texts:
            return ""
        name, data = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (part, texts))
        return f"(globalThis.recallWords??={{}})[{name}]={data};\n"

    @property
    def direction(self) -> str:
        """The direction in which our words run."""
        return "rtl" if _language(self.lang) in RIGHT_TO_LEFT else "ltr"

    @property
    def marks(self) -> dict[str, str]:
        """The attributes that tell browsers the language of our elements, where the page is in another one.

        Few themes say that a page runs from right to left, so our elements do.
        """
        lang = {} if _language(self.lang) == _language(self.page) else {"lang": self.lang}
        return {**lang, "dir": self.direction} if lang or self.direction == "rtl" else {}

    def _text(self, key: str, values: Mapping[str, Any]) -> str:
        found = self.catalogue[key]
        if isinstance(found, str):
            return found
        forms = list(found.values())
        return forms[min(self._form(values["n"]), len(forms) - 1)]

    def _parts(self, text: str, values: Mapping[str, Any]) -> Iterator[Any]:
        for index, piece in enumerate(_PLACEHOLDER.split(text)):
            if index % 2:
                value = values[piece]
                yield from value if isinstance(value, list) else (self._shown(value),)
            elif piece:
                yield piece

    def _shown(self, value: Any) -> Any:
        """A whole number, or one with one decimal, as text; anything else as it is."""
        if not isinstance(value, int | float):
            return value
        groups = abs(value) >= int(str(self.catalogue["page.groupFrom"]))
        grouped = "," if groups and self.lang not in LAKHS else ""
        written = f"{value:{grouped}}" if isinstance(value, int) else f"{value:{grouped}.1f}"
        if groups and self.lang in LAKHS:
            written = _BEFORE_LAKHS.sub(",", written)
        signs = {",": str(self.catalogue["page.group"]), ".": str(self.catalogue["page.decimal"])}
        return "".join(signs.get(sign, sign) for sign in written)


def _language(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


@cache
def words(lang: str = FALLBACK, page: str = "") -> Words:
    """Return the texts of a language such as `pt-BR`: its own catalogue, else that of `pt`, else the English one.

    `page` is what pages say their language is, where that is another.
    """
    return read_words(files(__package__), lang, page)


def read_words(folder: Traversable, lang: str, page: str = "") -> Words:
    """Return the same from the catalogues of a folder."""
    english = _read(folder, FALLBACK)
    shipped = {each.name.removesuffix(".json").lower(): each.name for each in folder.iterdir()}
    name = lang.replace("_", "-")
    for each in find_names(name.lower()):
        if each in shipped and shipped[each].endswith(".json"):
            own = shipped[each].removesuffix(".json")
            return Words({**english, **_read(folder, own)}, own, page.replace("_", "-") or name)
    return Words(english, page=page or lang)


def find_names(lang: str) -> Iterator[str]:
    """The names, in lower case, under which a language may be known, the nearest first."""
    language, _, rest = lang.partition("-")
    script = "-".join((language, rest.partition("-")[0]))
    for each in (lang, script, language):
        yield from (each, VARIANTS.get(each, each).lower())


def _read(folder: Traversable, lang: str) -> dict[str, str | dict[str, str]]:
    catalogue: dict[str, str | dict[str, str]] = json.loads(folder.joinpath(f"{lang}.json").read_text("utf-8"))
    return catalogue


ENGLISH_UI = words()
"""The words of the command line, which speaks English."""
