"""Every word that a reader sees is in the catalogue: what Python says is there, and nothing is said anywhere else.

What the script says is checked in tests/client/words.test.js.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from mkdocs_recall.model.vocabulary import DEFAULT_LEVELS, ITEM_KINDS, LABELS, SET_KINDS
from mkdocs_recall.ui import ENGLISH_UI, FALLBACK, PAGE
from paths import PACKAGE

UI = PACKAGE / "ui"
NO_TEXT = {"lang", "page.plural", "page.group", "page.groupFrom", "page.decimal"}
"""Keys that say something about the language."""
CATALOGUES = sorted(UI.glob("*.json"))

SPEAKING = [*(PACKAGE / "render").rglob("*.py"), *(PACKAGE / "extension").rglob("*.py")]
SPEAKING += [PACKAGE / "site" / "statistics.py", PACKAGE / "plugin.py"]
"""What makes up what readers see. All other Python speaks to authors, in messages and on the command line."""

FOR_AUTHORS = {
    "extension/recall.py": "the descriptions of options",
    "extension/engine.py": "the names of pages that engines treat as a folder's own",
    "plugin.py": "the log of a build",
    "site/statistics.py": "the headings of `recall stats`, which speaks English",
}
"""Where sentences are not for readers, and why."""

SENTENCE = re.compile(r"\b[A-Z]?[a-z]{2,},? [a-z]{2,}\b|(?<![\w.<-])[A-Z][a-z]{2,}")
"""Two words in a row, or a word with a capital."""
CLASSES = re.compile(r"(?:[a-z]+-[a-z-]* ?)+")
"""Names of classes are words in a row, too."""
SINKS = {"add_text": 3, "add_button": 3, "add_disclosure": 2, "AtomicString": 0}
"""Which argument of a function is text for readers."""


def read(path: Path) -> dict[str, str | dict[str, str]]:
    found: dict[str, str | dict[str, str]] = json.loads(path.read_text("utf-8"))
    return found


def placeholders(text: str | dict[str, str]) -> set[str]:
    """The names of a text's values. Where a form leaves the number out, its name belongs there all the same."""
    forms = [text] if isinstance(text, str) else list(text.values())
    found = {name for form in forms for name in re.findall(r"\{(\w+)\}", form)}
    return found if isinstance(text, str) else found | {"n"}


@cache
def said() -> list[tuple[str, ast.Call]]:
    """The place and the call of each text that Python says."""
    return [
        (f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}", node)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and is_say(node.func)
    ]


def is_say(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute) and function.attr == "parts":
        return is_say(function.value)
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    return name == "say"


def keys_of(call: ast.Call) -> list[str]:
    """The keys that a call can mean: one, or all that fit its pattern; none where that is not to be seen."""
    (key, *_) = call.args
    if isinstance(key, ast.Constant):
        return [str(key.value)]
    if isinstance(key, ast.JoinedStr):
        pieces = (re.escape(str(each.value)) if isinstance(each, ast.Constant) else r"[\w-]+" for each in key.values)
        pattern = re.compile("".join(pieces))
        return [each for each in ENGLISH_UI.catalogue if pattern.fullmatch(each)]
    return []


def test_python_says_only_what_the_catalogue_has_with_the_values_it_asks_for() -> None:
    calls = said()
    assert len(calls) > 80
    wrong = []
    for place, call in calls:
        given = {keyword.arg or "**" for keyword in call.keywords}
        keys = keys_of(call)
        wrong += [place] if not keys else []
        wrong += [f"{place}: {key}" for key in keys if placeholders(ENGLISH_UI.catalogue.get(key, "{?}")) != given]
    assert wrong == []


def test_python_says_all_that_is_for_the_page_alone() -> None:
    own = {node.value for node in ast.walk(ast.parse((UI / "__init__.py").read_text("utf-8"))) if is_text(node)}
    used = {key for _, call in said() for key in keys_of(call)} | own
    assert [key for key in ENGLISH_UI.catalogue if key.startswith(PAGE) and key not in used] == []


def is_named(node: ast.AST, name: str) -> bool:
    """Whether a name is set."""
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_patterns_stand_for_what_there_is() -> None:
    def rest(prefix: str) -> set[str]:
        return {key.removeprefix(prefix) for key in ENGLISH_UI.catalogue if key.startswith(prefix)}

    assert rest("page.coverage.kind.") == set(ITEM_KINDS)
    assert rest("page.set.") - {"back"} == set(SET_KINDS)
    parts = rest("page.part.")
    assert {part: ENGLISH_UI.catalogue[f"page.part.{part}"] for part in parts} == {part: LABELS[part] for part in parts}
    assert {names[0] for names in DEFAULT_LEVELS}.isdisjoint(ENGLISH_UI.catalogue), "levels are words of the syntax"


# The catalogues


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_each_catalogue_has_the_keys_and_the_values_of_the_english_one(path: Path) -> None:
    english, own = read(UI / f"{FALLBACK}.json"), read(path)
    assert [key for key in own if key not in english] == []
    assert set(own) >= NO_TEXT
    assert [key for key, text in own.items() if placeholders(text) != placeholders(english[key])] == []
    assert [key for key, text in own.items() if isinstance(text, str) != isinstance(english[key], str)] == []
    assert [key for key, text in own.items() if not all([text] if isinstance(text, str) else text.values())] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_key_stands_twice_in_a_catalogue(path: Path) -> None:
    pairs: list[tuple[str, object]] = []
    json.loads(path.read_text("utf-8"), object_pairs_hook=lambda found: pairs.extend(found) or dict(found))
    keys = [key for key, _ in pairs if "." in key]
    assert len(keys) == len(set(keys))


def test_texts_are_whole() -> None:
    """None begins or ends with the space or the comma that would join it to another."""
    texts = {key: text for key, text in read(UI / f"{FALLBACK}.json").items() if key not in NO_TEXT}
    forms = [
        (key, each) for key, text in texts.items() for each in ([text] if isinstance(text, str) else text.values())
    ]
    assert [key for key, each in forms if re.search(r"^[\s,;]|[ ,;]$|  ", each)] == []


# Nowhere else


def texts_in(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a file that are no documentation, no message of an error and no key."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_call = isinstance(node, ast.Call) and is_say(node.func)
        if is_call or isinstance(node, ast.Raise) or is_named(node, "__all__"):
            hidden |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden:
            yield node.lineno, node.value


def sinks_in(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """What a file writes for readers, by line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in SINKS and len(node.args) > SINKS[name]:
                yield node.lineno, node.args[SINKS[name]]
            elif getattr(node.func, "attr", "") == "set" and ast.unparse(node.args[0]) in ("'aria-label'", "'title'"):
                yield node.lineno, node.args[1]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "attr", "") in ("text", "tail"):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_sentence_is_written_in_the_code(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in FOR_AUTHORS:
        return
    found = [(line, text) for line, text in texts_in(path) if SENTENCE.search(text) and not CLASSES.fullmatch(text)]
    assert found == []


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_word_goes_to_a_page_past_the_catalogue(path: Path) -> None:
    found = []
    for line, written in sinks_in(path):
        said = {id(each) for node in ast.walk(written) if isinstance(node, ast.Call) for each in ast.walk(node)}
        loose = [node for node in ast.walk(written) if is_text(node) and id(node) not in said]
        found += [(line, ast.unparse(node)) for node in loose if re.search(r"[A-Za-z]", ast.unparse(node))]
    assert found == []


def test_a_word_past_the_catalogue_is_found(tmp_path: Path) -> None:
    file = tmp_path / "page.py"
    file.write_text('add_text(root, "p", "recall-note", f"Made {n} times")\nroot.tail = " and more"\n')
    assert sorted(line for line, _ in sinks_in(file)) == [1, 2]
    assert [text for _, text in texts_in(file) if SENTENCE.search(text)] == [" and more", "Made "]
    assert not CLASSES.fullmatch("the answer")
    assert CLASSES.fullmatch("recall-button recall-check")
