"""The questions of the templates are in the banks as the templates make them, and so are their scripts."""

import ast
import re
import runpy

import pytest

from paths import TESTS

MODULE = runpy.run_path(str(TESTS / "course" / "templates.py"))
ITEMS, put = MODULE["ITEMS"], MODULE["put"]

items = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


@items
def test_the_committed_question_is_what_the_template_writes(item):
    """After a change to a template: `python tests/course/templates.py`."""
    bank = item.bank.read_text(encoding="utf-8")
    assert f"\n\n{item.markdown()}\n" in bank
    assert put(bank, item) == bank
    assert item.script.read_text(encoding="utf-8") == item.code()


@items
def test_every_option_is_another_one_and_says_why(item):
    made = item.make()
    options = made.options()
    assert len({text for text, _ in options}) == len(options) == 4
    assert len({reason for _, reason in options}) == 4
    assert made.key in options
    ast.parse(item.code())


def test_numbers_at_which_misconceptions_meet_are_refused():
    made = MODULE["count_steps"](96, 16, 4)
    with pytest.raises(ValueError, match="same option"):
        made.options()


def test_a_new_question_goes_to_the_end_of_the_bank():
    item = ITEMS[0]
    bank = "# Test\n\n//// test | t\n\n/// mcq | a\n\n///\n\n////\n"
    written = put(bank, item)
    assert re.findall(r"^/// mcq [|] (\S+)", written, re.MULTILINE) == ["a", item.id]
    assert written.endswith("\n\n///\n\n////\n")
    assert put(written, item) == written


# The formulas, against what they stand for.


@pytest.mark.parametrize(("rows", "batch", "epochs", "group", "drop"), [(90, 16, 4, 1, False), (100, 8, 3, 4, True)])
def test_steps_are_what_a_loop_counts(rows, batch, epochs, group, drop):
    steps = 0
    for _ in range(epochs):
        sizes = [min(batch, rows - start) for start in range(0, rows, batch)]
        waiting = [size for size in sizes if size == batch or not drop]
        while waiting:
            del waiting[:group]
            steps += 1
    assert MODULE["count_steps"](rows, batch, epochs, group, drop=drop).key[0] == str(steps)


def test_the_lesson_stops_where_the_template_does():
    lesson = {}
    exec(MODULE["STOP_EARLY"], lesson)
    for losses in ([0.8, 0.62, 0.65, 0.6, 0.63, 0.64, 0.55], [0.9, 0.7, 0.75, 0.72, 0.66, 0.68, 0.69, 0.71]):
        for patience in (1, 2, 3):
            stopped, best, _ = MODULE["stop"](losses, patience)
            assert lesson["stop_early"](losses, patience) == {"stopped": stopped, "best": best}
