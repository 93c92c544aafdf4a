"""The header of an item: `KIND | ID LEVEL key=value`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.identity import ID, ID_FORM, LONGEST_ID, suggest_id, why_not
from ..model.kind import Setting
from ..model.label_languages import LABEL_LANGUAGES, LEVEL_RANKS
from ..model.page import Region
from ..model.problems import Fault
from ..model.rule_names import Rule
from ..model.spelling import nearest
from ..model.text import Text, split_list
from ..model.vocabulary import DEFAULT_LEVELS, ITEM_KINDS, NAMELESS_KINDS, SET_KINDS
from .lookalikes import name_odd
from .writer import write_header, write_level, write_setting

_DOUBLE, _SINGLE = (
    "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02",
    "\u2039\u203a\u2018\u2019\u201a\u201b\u2032\u00b4'`",
)
"""Quotation marks that word processors and other languages put in the place of `"`."""
_TOKEN = re.compile(
    r"(?P<name>[A-Za-z][\w-]*)=(?:\"(?P<quoted>[^\"]*)(?P<end>\"|$)"
    rf"|(?=[{_DOUBLE}]|[{_SINGLE}].*?[{_SINGLE}](?:\s|$))(?P<mark>[{_DOUBLE}{_SINGLE}])\s?(?P<marked>.*?)"
    rf"\s?(?:[{_DOUBLE}{_SINGLE}\"](?=\s|$)|$)"
    r"|(?P<value>[^\s\"]\S*)?)|(?P<bare>\S+)"
)
_QUOTE = re.compile("[\"'`]")
_SETTING_NAME = re.compile(r"[A-Za-z][\w-]*")
_GROUPS = ("bare", "name", "quoted", "end", "mark", "marked", "value")
_QUOTED = re.compile(r'"[^"]*"')
_BLANK_AFTER = re.compile(r"=\s")
_SPACE_AFTER = re.compile(r"\s[A-Za-z][\w-]*=\s+(?![^\s=]*=)[^\s|]")
"""A setting whose value comes after a space; the word is no setting itself."""


@dataclass(slots=True)
class Header:
    """What a header says, read without judgement."""

    id: str = ""
    level: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    twice: Sequence[str] = ()
    """Settings that appear more than once."""
    unquoted: str = ""
    """The setting whose value has no closing quote."""
    marks: dict[str, str] = field(default_factory=dict)
    """The settings whose values are in other quotation marks than `"`, and the mark they begin with."""
    rest: Sequence[str] = ()
    """Words that have no place in a header."""
    bar: bool = True
    """Whether there is a `|` between kind and id."""
    rank: int = 0
    """Rank of its level, 0 where there is none."""


def rank(level: str, levels: Sequence[Sequence[str]]) -> int:
    """Rank of a level, from 1; 0 for a word that is no level.

    A site that names no levels itself has those of every language.
    """
    if (found := _own_rank(level, levels)) or level not in LEVEL_RANKS:
        return found
    return LEVEL_RANKS[level] if _are_common(levels) else 0


def translate_level(level: str, levels: Sequence[Sequence[str]]) -> str:
    """The name of a level in the language of a site that names no levels itself."""
    if not level or not levels or not _are_common(levels):
        return level
    for language in LABEL_LANGUAGES.values():
        for names, own in zip(language.levels, levels, strict=False):
            if level in names:
                return own[names.index(level)]
    return level


def _own_rank(level: str, levels: Sequence[Sequence[str]]) -> int:
    for rank, names in enumerate(levels, 1):
        if level in names:
            return rank
    return 0


def _are_common(levels: Sequence[Sequence[str]]) -> bool:
    """Whether levels are those of a language, which end with the English ones, and not a site's own."""
    if levels == DEFAULT_LEVELS:
        return True
    ends = [tuple(names[-len(end) :]) == end for names, end in zip(levels, DEFAULT_LEVELS, strict=False)]
    return len(ends) == len(DEFAULT_LEVELS) and all(ends)


def check_levels(levels: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The names of the levels as tuples; a `ValueError` where they are not three lists of names."""
    wrong = len(levels) != 3 or any(isinstance(names, str) or not names for names in levels)
    if wrong or not all(isinstance(name, str) for names in levels for name in names):
        raise ValueError("recall: `levels` must be three lists of names, the easiest level first.")
    return tuple(map(tuple, levels))


def read_header(text: str, levels: Sequence[Sequence[str]]) -> Header:
    """Read the header of an item, its kind included."""
    header = _read_any(unicodedata.normalize("NFC", text), levels)
    header.rank = rank(header.level, levels)
    return header


def _read_any(text: str, levels: Sequence[Sequence[str]]) -> Header:
    header = Header()
    kind, bar, rest = text.partition("|")
    if not bar:
        header.bar = False
        rest = kind.partition(" ")[2]
    words = _read_words(rest, header)
    header.level = header.settings.pop("level", "")
    if words and not (len(words) == 1 and not header.level and _own_rank(words[0], levels)):
        count = _count_id_words(words, levels, named=bool(header.level))
        header.id = " ".join(words[:count])
        words = words[count:]
    if words and not header.level:
        header.level = words.pop(0)
    header.rest = words
    return header


def _read_words(text: str, header: Header) -> list[str]:
    """Read the settings in what follows the bar of a header, and return the words that are none."""
    if "=" not in text:
        return text.split()
    words = []
    for bare, name, value, mark, end in _find_tokens(text):
        if bare:
            words.append(bare)
        elif name in header.settings:
            header.twice = (*header.twice, name)
        else:
            header.settings[name] = value
            if mark:
                header.marks[name] = mark
        if end == "":
            header.unquoted = name
    return words


def _find_tokens(text: str) -> Iterator[tuple[str | None, str, str, str | None, str | None]]:
    """Each word that is no setting, or the name, value, odd quotation mark and end of the quotation of a setting."""
    if text.isascii() and not _QUOTE.search(text):
        for word in text.split():
            name, equals, value = word.partition("=")
            is_setting = equals and _SETTING_NAME.fullmatch(name)
            yield (None, name, value, None, None) if is_setting else (word, "", "", None, None)
        return
    for found in _TOKEN.finditer(text):
        bare, name, quoted, end, mark, marked, value = found.group(*_GROUPS)
        yield bare, name, quoted or marked or value or "", mark, end


def _count_id_words(words: Sequence[str], levels: Sequence[Sequence[str]], *, named: bool) -> int:
    """How many words at the start of a header are meant to be its id, which should be one.

    A level ends it, also one of another site, or what may be a misspelt one: a word close to a level, or without
    letters. `named` says that the level is a setting. Where there is a `=` by itself, the words are no id either.
    """
    if len(words) == 1 or not levels or "=" in "".join(words):
        return 1
    if not named and _own_rank(words[1], levels):
        return 1
    names = [name for names in (*levels, *DEFAULT_LEVELS) for name in names]
    for at, word in enumerate(words[1:], 1):
        known = word in names or word in LEVEL_RANKS
        if not named and (known or nearest(word.lower(), names, within=2) or not re.search(r"[^\W\d_]", word)):
            return at
    return len(words)


def _join_id(header: Header) -> None:
    """Take all words of the header of a set or a page block for its id, since it has no level."""
    words = [header.id, header.level, *header.rest]
    if not any("=" in word for word in words):
        header.id, header.level, header.rest = " ".join(words), "", ()


def check_header(
    header: Header,
    region: Region,
    stem: Text | None,
    known: Sequence[Setting],
    levels: Sequence[Sequence[str]],
    free: Callable[[str], str],
) -> Iterator[Fault]:
    """Find everything wrong with the header of a block of known kind.

    `stem` is what an item asks, None for any other block; `known` are the settings of its kind. `free` finds an id near
    one that may be taken.
    """

    def fault(rule: Rule, what: str, remedy: str) -> Fault:
        return Fault(region.start, rule, what, remedy)

    if _BLANK_AFTER.search(region.header) and _SPACE_AFTER.search(_QUOTED.sub('""', region.header)):
        yield fault("unknown-setting", "there is a space after `=`.", "Write `key=value`.")
        return
    kind = region.kind
    if kind not in ITEM_KINDS and header.level and not rank(header.level, levels):
        _join_id(header)
    if not header.id and kind in NAMELESS_KINDS:
        pass
    elif not header.id:
        better = free(suggest_id(words_for_id(kind, stem, header.settings), kind=kind))
        yield fault(
            "missing-id",
            "the header has no id, so readers' progress cannot be saved.",
            f"Write `{write_header(kind, better, header.level, header.settings)}`.",
        )
    elif wrong := _why_no_id(header.id):
        better = free(suggest_id(header.id, kind=kind))
        remedy = f"Write `{write_header(kind, better, header.level, header.settings)}`."
        if kind not in SET_KINDS and header.id.count(" ") == 1 and not header.level:
            remedy += f" If `{header.id.split()[1]}` is its level: {_instead('', _write_levels(levels), 'the levels')}"
        yield fault("bad-id", wrong, remedy)
    elif not header.bar:
        yield fault(
            "header",
            "the `|` between kind and id is missing.",
            f"Write `{write_header(kind, header.id, header.level, header.settings)}`.",
        )
    for name in header.twice:
        yield fault("unknown-setting", f"`{name}` is set twice.", "Keep one of them.")
    if header.unquoted:
        what = f"the value of `{header.unquoted}` has no closing quote."
        yield fault("unknown-setting", what, f'Write `{header.unquoted}="value"`.')
    for name, mark in header.marks.items():
        what = f"the value of `{name}` is in the quotation mark `{mark}`."
        yield fault("unknown-setting", what, f"Write `{write_setting(name, header.settings.get(name, header.level))}`.")
    words = [header.level, *header.rest]
    if "=" in region.header and any(word.startswith("=") for word in words):
        yield fault("unknown-setting", "there is a space before `=`.", "Write `key=value`.")
        return
    if header.level and not rank(header.level, levels):
        remedy = _instead(header.level, _write_levels(levels), "The levels")
        yield fault("unknown-level", f"there is no level `{header.level}`.", remedy)
    for word in header.rest:
        yield fault(
            "unknown-setting", f"unexpected word `{word}`.", "Write the header as `/// KIND | ID LEVEL key=value`."
        )
    if header.settings:
        for rule, what, remedy in _settings(header.settings, known):
            yield fault(rule, what, remedy)


def _write_levels(levels: Sequence[Sequence[str]]) -> list[str]:
    return [write_level(name) for names in levels for name in names]


def _why_no_id(id: str) -> str:
    """What is wrong with an id, as a clause; empty where nothing is."""
    wrong = why_not(id, each="the id", several="ids")
    if not wrong or len(id) > LONGEST_ID:
        return wrong
    odd = name_odd(id)
    if not odd and " " not in id:
        return wrong
    why = "an id has no spaces" if " " in id else f"ids {ID_FORM}"
    return f"the id `{id}` {f'contains {odd}' if odd else 'is not valid'}: {why}."


def _settings(settings: Mapping[str, str], known: Sequence[Setting]) -> Iterator[tuple[Rule, str, str]]:
    by_name = {setting.name: setting for setting in known}
    for name, value in settings.items():
        setting = by_name.get(name)
        if setting is None:
            yield (
                "unknown-setting",
                f"this block has no setting `{name}`.",
                _instead(name, list(by_name), "Its settings"),
            )
        elif not value:
            yield "unknown-setting", f"`{name}` has no value.", f"Write `{name}=value`, or remove the setting."
        elif setting.form and not setting.form.fullmatch(value):
            yield "unknown-setting", f"`{name}` cannot be `{value}`.", setting.remedy
        elif name == "aka":
            yield from _former_ids(value)


def _former_ids(value: str) -> Iterator[tuple[Rule, str, str]]:
    ids = split_list(value)
    long = next((id for id in ids if len(id) > LONGEST_ID), "")
    if long:
        wrong = why_not(long, each="the former id", several="ids")
        yield "unknown-setting", wrong, "Remove it: nothing is saved under an id that long."
    elif not all(map(ID.fullmatch, ids)):
        yield (
            "unknown-setting",
            f"`aka={value}` is not a list of ids.",
            "Write the former ids, separated by commas.",
        )


def _instead(word: str, known: Sequence[str], title: str) -> str:
    if not known:
        return "Remove it: the block has no settings."
    near = nearest(word.lower(), known, within=2)
    return f"Did you mean `{near}`?" if near else f"{title} are {', '.join(known)}."


def words_for_id(kind: str, stem: Text | None, settings: Mapping[str, str]) -> str:
    """What an id is made from: the first line of prose of an item's stem; of any other block its title, or its kind."""
    if kind in SET_KINDS or stem is None:
        return settings.get("title", kind)
    return next((line for line in stem.lines if line.strip() and not line.lstrip().startswith(("`", "~", "|"))), "")
