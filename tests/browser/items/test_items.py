"""Cards and choice questions as a learner meets them: on the real topic, over http and from disk, in both browsers."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from harness import plain
from harness.browsers import SCHEMES
from harness.reader import block, button, name_in_address

pytestmark = pytest.mark.quick("chromium")

TOPIC = "topics/fine-tuning.html"
LENGTH = "ft-padded-length"
"""The practice question with 1 hint, 3 steps and 4 options: 4, 6, 128 (the key), 512."""
SEVERAL = "ft-fresh-classifier"
"""A check with 2 keys, A and C, and a hint."""


def option(holder: Locator, text: str) -> Locator:
    """The radio or checkbox of the option with that text: its name is the letter and the text."""
    name = re.compile(rf"^[A-D] {re.escape(text)}$")
    return holder.get_by_role("radio", name=name).or_(holder.get_by_role("checkbox", name=name))


def open_topic(page: Page, address: str, *ids: str) -> None:
    """Open the topic, with these questions in view: a link to a question brings its set there."""
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    for id in ids:
        bring(page, id)


def bring(page: Page, id: str) -> None:
    name_in_address(page, f"recall-{id}")
    expect(block(page, id)).to_be_visible()


# Cards


def test_a_card_is_recalled_and_remembered(page, small_url, way):
    page.clock.set_fixed_time(datetime(2026, 11, 22, 12))
    open_topic(page, small_url(way, TOPIC))
    card = block(page, "ft-meaning")
    answer = card.get_by_text("To train a pretrained model a little further")
    expect(answer).to_be_hidden()
    card.get_by_text("Show answer").click()
    expect(answer).to_be_visible()
    expect(button(card, "Again")).to_have_text("Again tomorrow")
    expect(button(card, "Good")).to_have_text("Good in 3 days")
    button(card, "Good").click()
    expect(card.get_by_role("status")).to_have_text("Good, back on 25 Nov")
    expect(answer).to_be_visible()
    expect(page.get_by_text("1 of 12 recalled")).to_be_visible()
    page.reload()
    expect(card.get_by_role("status")).to_have_text("Good, back on 25 Nov")
    expect(answer).to_be_hidden()
    expect(page.get_by_text("1 of 12 recalled")).to_be_visible()
    page.clock.set_fixed_time(datetime(2026, 11, 26, 9))
    page.reload()
    expect(card.get_by_role("status")).to_have_text("Due for review")
    card.get_by_text("Show answer").click()
    expect(button(card, "Good")).to_have_text("Good in 16 days")
    button(card, "Good").click()
    page.reload()
    expect(card.get_by_role("status")).to_have_text("Good, back on 12 Dec")


def test_again_counts_as_not_recalled(page, small_url):
    open_topic(page, small_url("file", TOPIC))
    card = block(page, "ft-meaning")
    card.get_by_text("Show answer").click()
    button(card, "Good").click()
    button(card, "Again").click()
    expect(card.get_by_role("status")).to_have_text("Again, back tomorrow")
    expect(card.get_by_role("status").locator("svg")).to_have_count(0)
    expect(page.get_by_text("0 of 12 recalled")).to_be_visible()


# Choice questions


def test_a_miss_then_the_key(page, small_url, way):
    open_topic(page, small_url(way, TOPIC), LENGTH)
    question = block(page, LENGTH)
    option(question, "4").check()
    button(question, "Check answer").click()
    status = question.get_by_role("status")
    expect(status).to_contain_text("Not yet")
    expect(status).to_contain_text("That is the first text without padding")
    expect(question.get_by_text("Your choice: not correct")).to_be_visible()
    expect(status).not_to_contain_text("fills each row up")
    expect(button(question, "Try again")).to_be_focused()
    button(question, "Try again").click()
    expect(option(question, "4")).to_be_focused()
    option(question, "128").check()
    expect(question.get_by_text("Tried")).to_be_visible()
    button(question, "Check answer").click()
    expect(status).to_contain_text("Correct, on try 2")
    expect(status).to_contain_text("fills each row up")
    page.reload()
    expect(question.get_by_role("status")).to_contain_text("Correct, on try 2")
    expect(option(question, "128")).to_be_checked()
    expect(question.get_by_text("Tried")).to_be_visible()


def test_choosing_another_option_after_a_miss_needs_no_button(page, small_url):
    open_topic(page, small_url("file", TOPIC), LENGTH)
    question = block(page, LENGTH)
    option(question, "6").check()
    button(question, "Check answer").click()
    option(question, "128").check()
    expect(question.get_by_text("Tried")).to_be_visible()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Correct, on try 2")


def test_nothing_chosen(page, small_url):
    open_topic(page, small_url("file", TOPIC), LENGTH)
    question = block(page, LENGTH)
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Choose an answer first.")
    expect(option(question, "4")).to_be_focused()


@pytest.mark.quick("firefox")
def test_help_comes_one_piece_at_a_time_and_counts_as_help(page, small_url, way):
    open_topic(page, small_url(way, TOPIC), LENGTH)
    question = block(page, LENGTH)
    hint = question.get_by_text("One argument sets the rule for filling rows")
    expect(hint).to_be_hidden()
    button(question, "Show hint").click()
    expect(hint).to_be_visible()
    expect(button(question, "Hide hints")).to_be_focused()
    for number, title in enumerate(("Find what is measured.", "Find the rule.", "Check that no text is too long."), 1):
        expect(question.get_by_text(title)).to_be_hidden()
        button(question, f"Show step {number} of 3").click()
        step = question.get_by_role("listitem").filter(has_text=title)
        expect(step).to_be_visible()
        expect(step).to_be_focused()
    expect(question.get_by_text("Final answer")).to_be_hidden()
    option(question, "128").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Correct, with help")


def test_help_brings_a_question_back(page, small_url):
    page.clock.set_fixed_time(datetime(2026, 11, 22, 12))
    open_topic(page, small_url("file", TOPIC), LENGTH)
    question = block(page, LENGTH)
    button(question, "Show hint").click()
    option(question, "128").check()
    button(question, "Check answer").click()
    expect(question.get_by_text("Comes back on 24 Nov, because you used help.")).to_be_visible()
    bring(page, SEVERAL)
    shown = block(page, SEVERAL)
    button(shown, "Show answer").click()
    expect(shown.get_by_text("Comes back tomorrow, because you used help.")).to_be_visible()
    page.reload()
    expect(shown.get_by_text("Comes back tomorrow, because you used help.")).to_be_visible()
    page.clock.set_fixed_time(datetime(2026, 11, 23, 9))
    page.reload()
    expect(shown.get_by_role("status")).to_contain_text("Answer: A and C")
    expect(shown.get_by_text("Comes back")).to_have_count(0)


def test_several_keys(page, small_url):
    open_topic(page, small_url("file", TOPIC), SEVERAL)
    question = block(page, SEVERAL)
    expect(question.get_by_text("Choose all that apply.")).to_be_visible()
    option(question, "The weights of the encoder equal those in the checkpoint").check()
    option(question, "The number of classes has been read from your labels").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("1 of 2 found. 1 of your choices is wrong.")
    expect(question.get_by_text("Part of the answer")).to_have_count(0)
    button(question, "Show answer").click()
    expect(question.get_by_role("status")).to_contain_text("Answer: A and C")
    expect(question.get_by_text("Part of the answer")).to_be_visible()
    expect(question.get_by_text("Why each option")).to_be_visible()
    expect(button(question, "Hide answer")).to_be_focused()


def test_trying_again_is_possible_after_full_marks(page, small_url):
    open_topic(page, small_url("file", TOPIC), LENGTH)
    question = block(page, LENGTH)
    option(question, "128").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Correct")
    button(question, "Try again").click()
    option(question, "6").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Not yet")
    assert question.locator(":disabled").count() == 0


@pytest.mark.quick("chromium", "firefox")
def test_by_keyboard_alone(page, small_url, way):
    open_topic(page, small_url(way, TOPIC), LENGTH)
    question = block(page, LENGTH)
    option(question, "4").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(option(question, "128")).to_be_checked()
    expect(option(question, "128")).to_be_focused()
    expect(question.get_by_role("status")).to_be_empty()
    page.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_contain_text("Correct")
    page.keyboard.press("Tab")
    expect(button(question, "Try again")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(question.get_by_text("One argument sets the rule for filling rows")).to_be_visible()
    card = block(page, "ft-meaning")
    card.locator("summary", has_text="Show answer").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(button(card, "Again")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_contain_text("Good, back on")


def test_digits_choose_in_a_focused_question_only(page, small_url):
    open_topic(page, small_url("file", TOPIC), LENGTH)
    question = block(page, LENGTH)
    page.keyboard.press("3")
    expect(option(question, "128")).not_to_be_checked()
    option(question, "4").focus()
    page.keyboard.press("3")
    expect(option(question, "128")).to_be_checked()


def test_instant_navigation_from_a_page_without_items_and_back(page, url):
    page.goto(url("http", "reference/configuration.html"))
    assert page.locator("script[data-recall-site]").count() == 0
    page.evaluate("window.sameDocument = true")

    def open_lesson() -> None:
        page.get_by_role("link", name="Course", exact=True).first.click()
        page.get_by_role("link", name="Next: Fine-tuning a Hugging Face model").click()

    open_lesson()
    question = block(page, "ft-why-faster")
    option(question, "Its weights already hold much of what the task needs").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Correct")
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Where to start")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Configuration")).to_be_visible()
    open_lesson()
    expect(question.get_by_role("status")).to_contain_text("Correct")
    option(question, "A pretrained model has fewer weights to train").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Not yet")
    assert page.evaluate("window.sameDocument === true"), "the page was loaded anew"


def test_storage_that_is_forbidden_is_said_and_harms_nothing(page, small_url, watch):
    watch.allow(r"^error in .*: no$")  # the theme's own script is not prepared for it
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})")
    open_topic(page, small_url("http", TOPIC), LENGTH)
    question = block(page, LENGTH)
    option(question, "128").check()
    button(question, "Check answer").click()
    expect(question.get_by_role("status")).to_contain_text("Correct")
    expect(page.get_by_text("This browser does not let pages save data.")).to_be_visible()


# Everywhere


@pytest.mark.not_in_webkit("without scripts nothing can look into its pages")
def test_without_scripts_all_is_read_and_opened(open_page, url, way):
    page = open_page(scripts=False)
    page.goto(url(way, TOPIC))
    card, question = block(page, "ft-meaning"), block(page, LENGTH)
    assert question.get_by_text("What does this print?").is_visible() or question.is_visible()
    for name in ("Check answer", "Again", "Good"):
        assert not page.get_by_role("button", name=name, exact=True).first.is_visible()
    answer = card.get_by_text("To train a pretrained model a little further")
    assert not answer.is_visible()
    plain.click(card.locator("summary", has_text="Show answer"))
    assert answer.is_visible()
    plain.click(question.locator("summary", has_text="Show answer"))
    assert question.get_by_text("Why each option").is_visible()
    plain.click(question.locator("summary", has_text="Show steps"))
    assert question.get_by_text("Find the rule.").is_visible()


@pytest.mark.not_in_webkit("its requests cannot be answered by the test")
def test_a_script_that_never_arrives_leaves_the_same(page, small_url, watch):
    watch.allow(r"core\.[0-9a-f]{8}\.js")
    page.route("**/core.*.js", lambda route: route.abort())
    page.goto(small_url("http", TOPIC))
    question = block(page, LENGTH)
    expect(button(question, "Check answer")).to_be_hidden()
    question.locator("summary", has_text="Show answer").click()
    expect(question.get_by_text("Why each option")).to_be_visible()


@pytest.mark.not_in_webkit("its requests cannot be answered by the test")
def test_help_counts_before_the_stylesheet_has_come(page, url, watch):
    watch.allow(r"core\.[0-9a-f]{8}\.css")
    page.route("**/core.*.css", lambda route: route.abort())
    page.goto(url("http", "reference/states-mcq.html"))
    question = page.locator('[id="recall-state-mcq-idle"]')
    question.locator("summary", has_text="Show hint").click()
    expect(question.get_by_text("Hint 2 of 2")).to_be_hidden()
    question.get_by_role("radio", name="2000").check()
    button(question, "Check answer").click()
    expect(question.get_by_text("Correct, with help")).to_be_visible()


def test_answered_questions_fit_a_phone(open_page, url):
    page = open_page(width=360, height=720)
    open_topic(page, url("file", TOPIC))
    for id in (LENGTH, SEVERAL, "ft-loss-table"):
        bring(page, id)
        button(block(page, id), "Show answer").click()
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 720})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.long
@pytest.mark.parametrize(("browser_name", "scheme"), SCHEMES)
def test_axe_finds_nothing(open_page, url, axe, scheme):
    page = open_page(scheme=scheme)
    open_topic(page, url("http", TOPIC))
    assert axe(page) == []
    card, question, several = block(page, "ft-meaning"), block(page, LENGTH), block(page, SEVERAL)
    card.get_by_text("Show answer").click()
    button(card, "Good").click()
    bring(page, LENGTH)
    option(question, "4").check()
    button(question, "Check answer").click()
    button(question, "Show hint").click()
    button(question, "Show step 1 of 3").click()
    bring(page, SEVERAL)
    button(several, "Show answer").click()
    expect(several.get_by_role("status")).to_contain_text("Answer: A and C")
    assert axe(page) == []
