"""The syntax: each case of tests/spec/cases/ becomes exactly the HTML that stands below it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pymdownx.highlight import Highlight

from canonical import FURNITURE, Node, canonical, elide, parse, with_one_part, without_furniture
from casefile import Case, read_cases
from pages import convert

CASES = [pytest.param(case, id=name) for name, case in read_cases(Path(__file__).parent / "cases")]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    made = convert(case.source, snippets=tmp_path)
    assert [str(problem) for problem in made.problems] == case.messages
    page = with_one_part(parse(made.html))
    assert case.html
    for selector, expected in case.html:
        shown = page if selector in FURNITURE else without_furniture(page)
        found = Node("#page", children=list(shown.select(selector))) if selector else shown
        wanted = parse(expected)
        assert canonical(elide(found, wanted)) == canonical(wanted)
    check_references(page)


@pytest.mark.parametrize(("cards", "segments"), [(2, 2), (20, 20), (21, 0)])
def test_a_long_sheet_has_a_count_alone(cards: int, segments: int) -> None:
    source = "\n\n".join(f"/// card | c{number}\n\nWhat?\n\n**Answer:** That.\n\n///" for number in range(cards))
    (tally,) = parse(convert(source).html).select(".recall-tally")
    assert f"0 of {cards} recalled" in canonical(tally)
    assert sum(node.tag == "i" for node in tally.walk()) == segments


def test_code_on_a_page_has_lines_of_its_own() -> None:
    """Line numbers get ids from their block, which is set twice where it is in an option that is the key."""
    code = "```python\na\nb\n```"
    option = f"- [x] Code:\n\n  {code.replace(chr(10), chr(10) + '  ')}"
    item = f"/// mcq | an-id\n\nWhich?\n\n{code}\n\n{option}\n- [ ] none\n\n**Hint:**\n\n{code}\n\n///"
    highlight = {"anchor_linenums": True, "line_spans": "__span"}
    page = parse(convert(f"{code}\n\n{item}\n\n{code}", extensions={"pymdownx.highlight": highlight}).html)
    assert sum(node.matches(".highlight") for node in page.walk()) == 6
    check_references(page)


def test_code_that_an_item_shows_twice_is_highlighted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def note(self: Highlight, source: str, *given: Any, **more: Any) -> Any:
        highlighted.append(source)
        return highlight(self, source, *given, **more)

    highlighted: list[str] = []
    highlight = Highlight.highlight
    monkeypatch.setattr(Highlight, "highlight", note)
    item = "/// mcq | an-id\n\nWhich?\n\n- [x] Code:\n\n  ```python\n  a = 1\n  ```\n- [ ] none\n\n///"
    page = parse(convert(item).html)
    assert highlighted == ["a = 1"]
    first, second = [node for node in page.walk() if node.matches(".highlight")]
    assert canonical(first) == canonical(second)


def check_references(page: Node) -> None:
    """No id stands twice, and what is named by id exists."""
    ids = Counter(node.attributes["id"] for node in page.walk() if "id" in node.attributes)
    assert [id for id, count in ids.items() if count > 1] == []
    for node in page.walk():
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert set(node.attributes.get(name, "").split()) <= set(ids)
