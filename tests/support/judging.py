"""The tables of tests/spec/judging, and what a page says of their answers.

`python tests/support/judging.py` writes pages.json anew, which the client's tests judge by.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from unicodedata import normalize

from canonical import Node, parse
from mkdocs_recall.kinds import Item, Match, Order
from mkdocs_recall.model.identity import option_id
from pages import Converted, convert
from paths import SPEC

FOLDER = SPEC / "judging"
KINDS = ("fill", "number", "order", "match")

Case = Mapping[str, Any]
Asked = dict[str, dict[str, Any]]


def read_table(kind: str) -> list[Case]:
    """The cases of a kind."""
    cases: list[Case] = json.loads((FOLDER / f"{kind}.json").read_text("utf-8"))["cases"]
    return cases


def question_of(case: Case) -> str:
    """The text that cases about the same question share: settings, stem and answers, as their author writes them."""
    return "\n\n".join(case[part] for part in ("settings", "stem", "answers") if part in case)


def convert_table(kind: str) -> tuple[list[str], Converted]:
    """The questions of a table, and the page with all of them."""
    cases = {question_of(case): case for case in read_table(kind)}
    blocks = []
    for at, case in enumerate(cases.values()):
        head = f"/// {kind} | q{at} {case.get('settings', '')}"
        blocks.append("\n\n".join((head, case.get("stem", "What is it?"), case["answers"], "///")))
    return list(cases), convert("\n\n".join(blocks))


def read_page(kind: str) -> Asked:
    """What the page says of each question of a table, in the form that the judge of its kind takes."""
    names, made = convert_table(kind)
    shown = list(parse(made.html).select(f"recall-{kind}"))
    return {name: _READERS[kind](node, item) for name, node, item in zip(names, shown, made.items, strict=True)}


def _with(node: Node, attribute: str) -> Iterator[dict[str, str]]:
    return (each.attributes for each in node.walk() if attribute in each.attributes)


def _read_fill(node: Node, _: Item) -> dict[str, Any]:
    answers = list(_with(node, "data-recall-typed"))
    count = max(int(each["data-recall-blank"]) for each in answers)
    blanks: list[list[dict[str, object]]] = [[] for _ in range(count)]
    for each in answers:
        blanks[int(each["data-recall-blank"]) - 1].append(
            {
                "typed": each["data-recall-typed"],
                "right": "data-recall-key" in each,
                "exact": "data-recall-exact" in each,
            }
        )
    return {"blanks": blanks}


def _read_number(node: Node, _: Item) -> dict[str, Any]:
    ranges = [
        {"low": each["data-recall-low"], "high": each["data-recall-high"], "right": "data-recall-key" in each}
        for each in _with(node, "data-recall-low")
    ]
    unit = "".join(str(child) for each in node.select(".recall-unit") for child in each.children)
    return {"ranges": ranges, "unit": unit}


def _read_order(node: Node, item: Item) -> dict[str, Any]:
    assert isinstance(item, Order)
    keys = [each["data-recall-option"] for each in _with(node, "data-recall-key")]
    return {"keys": keys, "pieces": {_bare(piece.text.lines): piece.id for piece in item.pieces}}


def _bare(lines: Iterable[str]) -> str:
    inside = [line for line in lines if not line.startswith("```")]
    text = inside[0]
    return text.strip("`") if text.startswith("`") and text.endswith("`") else text


def _read_match(node: Node, item: Item) -> dict[str, Any]:
    assert isinstance(item, Match)
    keys = {each["data-recall-option"]: each["data-recall-key"] for each in _with(node, "data-recall-key")}
    lefts = [option_id(row.left) for row in item.pairs]
    choices = {normalize("NFC", text.source).replace("|", "\\|"): option_id(text) for text in item.choices}
    offered = {
        each.attributes["value"]
        for select in node.select("select")
        for each in select.select("option")
        if each.attributes["value"]
    }
    assert offered == set(choices.values())
    return {"lefts": lefts, "keys": keys, "choices": choices}


_READERS = {"fill": _read_fill, "number": _read_number, "order": _read_order, "match": _read_match}


def write_pages() -> str:
    """The text of pages.json: one line for each question."""
    kinds = []
    for kind in KINDS:
        lines = [f"    {json.dumps(name)}: {json.dumps(asked)}" for name, asked in read_page(kind).items()]
        kinds.append(f'  "{kind}": {{\n' + ",\n".join(lines) + "\n  }")
    return "{\n" + ",\n".join(kinds) + "\n}\n"


if __name__ == "__main__":
    (FOLDER / "pages.json").write_text(write_pages(), "utf-8")
