"""A difference between two texts gives one from the other, whatever they are."""

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_recall.commands.line_diff import LineMatcher, write_hunks

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "once", "more"]), max_size=12)


@given(TEXTS, TEXTS)
@example(["a"], ["a", "a"])
@example(["a"] * 150, ["b"] * 150)
@example(["a", "x", "a"] * 60, ["a", "y", "a"] * 70)
def test_the_steps_lead_from_one_to_the_other(old: list[str], new: list[str]) -> None:
    made: list[str] = []
    at = 0
    for tag, left, left_end, right, right_end in LineMatcher(old, new).get_opcodes():
        assert left == at
        made += old[left:left_end] if tag == "equal" else new[right:right_end]
        assert tag != "equal" or old[left:left_end] == new[right:right_end]
        at = left_end
    assert (made, at) == (new, len(old))


def test_hunks_are_in_the_unified_format() -> None:
    old, new = ["1", "2", "3", "4", "5", "6", "7"], ["1", "2", "3", "four", "5", "6", "7", "8"]
    assert list(write_hunks(old, new, context=1)) == [
        ("@@ -3,3 +3,3 @@", [" 3", "-4", "+four", " 5"]),
        ("@@ -7 +7,2 @@", [" 7", "+8"]),
    ]
    assert list(write_hunks([], ["a"], context=3)) == [("@@ -0,0 +1 @@", ["+a"])]
    assert list(write_hunks(["a"], ["a"], context=3)) == []


def test_a_line_that_looks_like_a_header_of_the_format_is_shown() -> None:
    ((_, lines),) = write_hunks(["-- a", "b"], ["++ a", "b"], context=3)
    assert lines == ["--- a", "+++ a", " b"]
