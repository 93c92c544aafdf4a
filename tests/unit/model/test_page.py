"""The places of a page's lines, which are kept as runs."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_recall.model.page import Page, Places

PLACES = st.lists(st.tuples(st.sampled_from(["a.md", "b.md"]), st.integers(0, 4)))


@given(PLACES)
def test_each_line_has_the_place_that_was_given(places):
    kept = Places(iter(places))
    assert len(kept) == len(places)
    assert list(kept) == places == kept[:]
    assert [kept[at - len(places)] for at in range(len(places))] == places
    assert kept[1:3] == places[1:3]


def test_a_line_behind_the_last_has_its_place():
    page = Page(path="a.md", lines=("", ""), places=Places([("a.md", 7), ("b.md", 1)]))
    assert [page.place(at) for at in range(3)] == [("a.md", 7), ("b.md", 1), ("b.md", 1)]
