"""Where the buttons that print are."""

import pytest

from pages import convert

CARD = "/// card | a easy\n\nA?[^1]\n\n**Answer:** It is.\n\n///\n"
TEXT = "# Page\n\n" + CARD + "\n## More to read\n\nThe last words.\n\n[^1]: A note.\n"


@pytest.mark.parametrize("text", [TEXT, TEXT.replace(CARD, "//// practice | set\n\n" + CARD + "\n////\n")])
def test_they_end_the_page(text):
    html = convert(text).html
    assert html.index("The last words.") < html.index("A note.") < html.index("Print worksheet")
    assert html.endswith("Print with answers</button></p>")
