"""Questions that are typed, put in order and matched: what is said, and what stays."""

import pytest
from playwright.sync_api import expect

from harness.reader import block, button
from typed_pages import (
    SETTINGS,
    TEA,
    blank,
    check,
    log_of,
    pages,
    put_in_order,
    row,
    rows,
    select,
    status,
)
from typed_pages import (
    open_page as open_typed,
)

pytestmark = pytest.mark.quick("chromium")


@pytest.fixture
def typed(shared_site):
    return shared_site(pages(), **SETTINGS)


# Fill and number


def test_blanks_are_judged_one_by_one_and_the_right_ones_stay(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "blanks")
    check(item)
    expect(status(item)).to_have_text("Fill in a blank first.")
    expect(blank(item, 1)).to_be_focused()
    blank(item, 1).fill("12")
    blank(item, 2).fill(" DAY ")
    blank(item, 3).fill("moon")
    expect(button(item, "Check answer")).to_be_visible()
    blank(item, 3).press("Enter")
    expect(status(item)).to_contain_text("Not yet")
    expect(status(item)).to_contain_text("1 of 3 right.")
    expect(status(item)).to_contain_text("In 12 hours the Earth makes half a turn.")
    expect(status(item)).to_contain_text("Capital letters and spaces count here.")
    for number, told in ((1, "Not correct"), (2, "Correct"), (3, "Not correct")):
        expect(blank(item, number)).to_have_accessible_description(told)
    button(item, "Try again").click()
    expect(blank(item, 1)).to_have_value("")
    expect(blank(item, 1)).to_be_focused()
    expect(blank(item, 2)).to_have_value(" DAY ")
    expect(blank(item, 2)).to_have_accessible_description("Correct")
    blank(item, 1).fill("Twenty-Four")
    blank(item, 3).fill("Moon")
    check(item)
    expect(status(item)).to_have_text("Correct, on try 2")


def test_editing_brings_check_answer_back_and_judges_nothing(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "blanks")
    blank(item, 1).fill("24")
    blank(item, 2).fill("dya")
    check(item)
    expect(status(item)).to_contain_text("1 of 3 right.")
    blank(item, 2).press("End")
    blank(item, 2).press("x")
    expect(button(item, "Check answer")).to_be_visible()
    expect(blank(item, 2)).to_have_accessible_description("")
    expect(blank(item, 1)).to_have_accessible_description("Correct")
    expect(status(item)).to_contain_text("1 of 3 right.")
    blank(item, 3).fill("Mon")
    check(item)
    expect(status(item)).to_contain_text("1 of 3 right.")


def test_one_letter_off_is_said_and_is_not_right(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "code")
    field = item.get_by_label("Blank")
    field.fill("rnage")
    field.press("Enter")
    expect(status(item)).to_contain_text("Not yet")
    expect(status(item)).to_contain_text("One letter off.")
    field.fill("range")
    field.press("Enter")
    expect(status(item)).to_have_text("Correct, on try 2")


def test_show_answer_stands_beside_what_was_typed(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "blanks")
    blank(item, 1).fill("24")
    blank(item, 2).fill("noon")
    button(item, "Show answer").click()
    expect(status(item)).to_contain_text("Answer: 24, day, Moon")
    expect(status(item)).to_contain_text("1 of 3 right.")
    expect(blank(item, 2)).to_have_value("noon")
    expect(item.locator(".recall-shown")).to_have_text(["Answer: day", "Answer: Moon"])
    expect(blank(item, 2)).to_have_accessible_description("Not correct Answer: day")
    [entry] = log_of(page, "blanks")
    assert entry["outcome"] == "shown"
    assert entry["given"] == ["24", "noon", ""]
    assert entry["options"] == []
    button(item, "Try again").click()
    expect(blank(item, 1)).to_have_value("")
    expect(item.locator(".recall-shown")).to_have_count(0)


def test_a_number_that_is_none_is_asked_for_again(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "seconds")
    field = item.get_by_role("textbox")
    check(item)
    expect(status(item)).to_have_text("Type a number first.")
    field.fill("many")
    field.press("Enter")
    expect(status(item)).to_contain_text("That is not a number.")
    assert log_of(page, "seconds") == []
    field.fill("1440")
    field.press("Enter")
    expect(status(item)).to_contain_text("Those are the minutes of a day.")
    field.fill("86 400 seconds")
    field.press("Enter")
    expect(status(item)).to_contain_text("Correct, on try 2")
    expect(status(item)).to_contain_text("24 × 60 × 60")


# Order


@pytest.mark.quick("firefox")
def test_pieces_move_by_keyboard_alone_and_say_where_they_are(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "tea")
    last = rows(item)[-1]
    up = button(row(item, last), "Move up")
    expect(button(row(item, last), "Move down")).not_to_have_attribute("aria-disabled", "true")
    up.focus()
    for place in (4, 3, 2, 1):
        page.keyboard.press("Enter")
        expect(status(item)).to_have_text(f"{last}, now {place} of 5")
        expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Space")
    expect(status(item)).to_have_text(f"{last}, now 1 of 5")
    page.keyboard.press("3")
    assert rows(item)[0] == last
    down = button(row(item, last), "Move down")
    down.focus()
    for _ in range(5):
        page.keyboard.press("Enter")
        expect(down).to_be_focused()
    expect(status(item)).to_have_text(f"{last}, now not used")
    expect(down).to_have_attribute("aria-disabled", "true")


def test_an_order_is_judged_place_by_place(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "tea")
    put_in_order(item, TEA[0], TEA[1], "Freeze the leaves", TEA[3])
    check(item)
    expect(status(item)).to_contain_text("3 of 4 right. 1 does not belong. 1 is missing.")
    expect(status(item)).to_contain_text("Cold leaves cool the water down.")
    expect(row(item, TEA[0])).to_contain_text("In place")
    expect(row(item, "Freeze")).to_contain_text("Does not belong")
    expect(row(item, TEA[3])).to_contain_text("In place")
    expect(row(item, TEA[2])).to_contain_text("Belongs above")
    button(item, "Try again").click()
    assert rows(item) == [TEA[0], TEA[1], "Freeze the leaves", TEA[3]]
    put_in_order(item, *TEA)
    expect(button(item, "Check answer")).to_be_visible()
    check(item)
    expect(status(item)).to_contain_text("Correct, on try 2")
    expect(row(item, "Freeze")).to_contain_text("Rightly left out")
    page.reload()
    expect(status(item)).to_contain_text("Correct, on try 2")
    assert rows(item) == list(TEA)


def test_an_answer_that_is_shown_says_where_each_piece_belongs(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "tea")
    put_in_order(item, TEA[1], TEA[0], TEA[2], TEA[3])
    button(item, "Show answer").click()
    expect(status(item)).to_contain_text("The right order is below.")
    expect(status(item)).to_contain_text("2 of 4 right.")
    expect(row(item, TEA[0]).first).to_contain_text("Place 1")
    assert rows(item)[:2] == [TEA[1], TEA[0]]


def test_a_piece_is_dragged_by_mouse(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "tea")
    page.wait_for_function("recallParts.here.drag")
    before = rows(item)
    item.scroll_into_view_if_needed()
    start = row(item, before[3]).locator(".recall-text").bounding_box()
    end = row(item, before[0]).bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + 20, steps=4)
    page.mouse.move(end["x"] + 60, end["y"] + 3)
    page.mouse.up()
    assert rows(item) == [before[3], before[0], before[1], before[2], before[4]]
    expect(status(item)).to_have_text(f"{before[3]}, now 1 of 5")


# Match


def test_pairs_are_judged_and_the_right_ones_stay(page, url, way, typed):
    open_typed(page, url, way, typed)
    item = block(page, "capitals")
    check(item)
    expect(status(item)).to_have_text("Choose an answer first.")
    select(item, "Australia").select_option("Canberra")
    select(item, "Canada").select_option("Sydney")
    check(item)
    expect(status(item)).to_contain_text("1 of 3 right.")
    expect(status(item)).not_to_contain_text("Sydney is larger.")
    expect(select(item, "Australia")).to_have_accessible_description("Correct")
    button(item, "Try again").click()
    assert select(item, "Australia").evaluate("each => each.selectedOptions[0].text") == "Canberra"
    assert select(item, "Canada").evaluate("each => each.value") == ""
    select(item, "Canada").select_option("Ottawa")
    select(item, "Brazil").select_option("Brasília")
    check(item)
    expect(status(item)).to_have_text("Correct, on try 2")
