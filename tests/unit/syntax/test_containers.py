"""Blocks below a list item whose text goes on in a line that is indented less than what the item holds."""

import pytest

from pages import convert

HOLDERS = [
    "- One\n  two\n",
    "- One\ntwo\n",
    "1. One\n   two\n   three\n",
    "- One\n\n    - Two\n      three\n",
    "Term\n:   One\n  two\n",
]
BLOCKS = {
    "card": "/// card | id\n\nWhat?\n\n**Answer:** SECRET.\n\n///\n",
    "mcq": "/// mcq | id easy\n\nWhich?\n\n- [x] SECRET\n  > Yes.\n- [ ] That\n  > No.\n\n///\n",
    "fill": "/// fill | id easy\n\nA ____ b.\n\n1. SECRET\n\n///\n",
}


@pytest.mark.parametrize("indent", [4, 7])
@pytest.mark.parametrize("gap", ["", "\n"], ids=["directly", "below"])
@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_below_text_that_goes_on_is_an_item_or_a_fault(holder, kind, gap, indent):
    lines = BLOCKS[kind].splitlines(keepends=True)
    made = convert(holder + gap + "".join(" " * indent + line if line.strip() else line for line in lines))
    assert f"<recall-{kind}" in made.html or made.problems
    assert "///" not in made.html
