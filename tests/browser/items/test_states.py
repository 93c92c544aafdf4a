"""Every state of every widget, on the page of the reference that shows them."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.quick("chromium")

STATES = "reference/states.html"
MCQ = "reference/states-mcq.html"
PRACTICE = "reference/states-practice.html"
TEST = "reference/states-test.html"
RESULTS = "reference/states-results.html"
TODAY = "reference/states-today.html"
TYPED = tuple(f"reference/states-{kind}.html" for kind in ("fill", "number", "order", "match"))
REVIEW = "reference/states-review.html"
PROGRESS = "reference/states-progress.html"
PATH = "reference/states-path.html"
PAGES = (STATES, MCQ, *TYPED, PRACTICE, TEST, RESULTS, TODAY, REVIEW, PROGRESS, PATH)


def open_states(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("data-states", "ready")


def in_state(page: Page, id: str) -> str | None:
    return page.locator(f'[id="recall-state-{id}"]').get_attribute("data-recall-state")


def test_each_choice_question_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, MCQ))
    for id in ("mcq-idle", "mcq-none", "mcq-chosen", "mcq-tried", "mcq-hints", "mcq-steps", "mcq-changed"):
        assert in_state(page, id) is None
    assert in_state(page, "mcq-wrong") == in_state(page, "mcq-several-wrong") == "wrong"
    assert in_state(page, "mcq-right") == in_state(page, "mcq-helped") == in_state(page, "mcq-several-right") == "right"
    assert in_state(page, "mcq-shown") == in_state(page, "mcq-several-shown") == "shown"
    for verdict in ("Choose an answer first.", "Correct, on try 2, with help", "Answer: B and C"):
        expect(page.get_by_text(verdict, exact=True)).to_be_visible()
    expect(page.get_by_text("Changed since you answered.", exact=True)).to_be_visible()


def test_each_card_and_prompt_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, STATES))
    for score in ("You got 1/3 concepts", "You got 3/3 concepts"):
        expect(page.get_by_text(score, exact=True)).to_be_visible()
    expect(page.get_by_text("Changed since you answered.", exact=True)).to_be_visible()
    for notice in (
        "This browser does not let pages save data.",
        "There is no space left",
        "Your progress was saved by a newer",
    ):
        expect(page.get_by_text(notice)).to_be_visible()


def test_each_set_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, PRACTICE))
    expect(page.get_by_text("Set finished", exact=True)).to_be_visible()
    skipped = page.locator('[id="recall-state-practice-skipped"]')
    expect(skipped.get_by_text("3 questions are unanswered", exact=True)).to_be_visible()
    middle = page.locator('[id="recall-state-practice-middle"]')
    for circle in (
        "Question 1, correct",
        "Question 2, correct, with help",
        "Question 3, missed",
        "Question 4",
        "Question 5",
    ):
        expect(middle.get_by_role("button", name=circle, exact=True)).to_be_visible()
    missed = page.locator('[id="recall-state-sure-missed"]')
    expect(missed.get_by_text("You were sure. This one comes first in your review.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Not sure", exact=True)).to_have_count(1)
    open_states(page, url(way, TEST))
    sure = page.locator('[id="recall-state-test-sure"]').get_by_role("button", name="Sure", exact=True)
    expect(sure).to_have_attribute("aria-pressed", "true")
    for name in ("Unflag", "Go to question 1", "Retry the 1 you missed"):
        expect(page.get_by_role("button", name=name, exact=True).first).to_be_visible()
    expect(page.locator('[id="recall-state-test-end"]').get_by_role("heading", name="Too few to say")).to_be_visible()
    expect(page.get_by_text("This test needs more questions.", exact=True)).to_be_visible()
    expect(page.locator(".recall-sources").get_by_role("link", name="States of a choice question")).to_be_visible()
    expect(page.get_by_role("link", name="Start review")).to_have_count(1)
    expect(page.get_by_role("link", name="Last test: getting there, 7 of 10 on 14 Nov")).to_have_count(1)


def test_each_today_block_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, TODAY))
    told = {
        "A test is in progress": "6 of 10 answered",
        "Something is due": "4 due, about 2 minutes",
        "The last test was weak": "Study what you missed: Leap years",
        "Half of the lesson is done, without a test": "Take the test: Leap years",
        "The lesson was begun": "Continue: Leap years",
        "Strong, a day ago": "Take a second test: Leap years",
        "Secure, and there is a next topic": "Next topic: Months",
        "Every topic is secure": "Nothing to do today",
        "Nothing to do until tomorrow": "Nothing to do today",
    }
    expect(page.locator(".recall-now")).to_have_count(len(told))
    for heading, line in told.items():
        block = page.locator(f'h2:has-text("{heading}") ~ recall-today').first
        expect(block.get_by_role("heading")).to_have_text(line)
    expect(page.locator("recall-today").first.get_by_text("See where you stand")).to_be_visible()


def test_each_review_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, REVIEW))
    told = {
        "fresh": "Cards and questions you answer come back here.",
        "view": "1 of 3",
        "concept": "You had 1 of 3. What is missing?",
        "answered": "Correct",
        "undo": "2 of 2",
        "end": "2 of 4 right",
        "right": "1 of 1 right",
        "later": "Nothing is due. 1 comes back on",
        "suspended": "A review leaves these out until you resume them.",
    }
    reviews = {state: page.locator(f'[id="recall-state-review-{state}"] > recall-review') for state in told}
    for state, words in told.items():
        expect(reviews[state]).to_contain_text(words)
    for state, name in {"end": "2 more", "undo": "Undo", "suspended": "Resume"}.items():
        expect(reviews[state].get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(reviews["end"]).to_contain_text("2 more are due today.")
    expect(reviews["end"].locator(".recall-missed").get_by_role("link", name="Full centuries")).to_be_visible()
    expect(reviews["fresh"].get_by_role("link", name="Start learning")).to_be_visible()
    for state in ("end", "right", "later", "suspended"):
        expect(reviews[state].get_by_role("link", name="Back to the course")).to_be_visible()


def test_each_result_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, RESULTS))
    expect(page.locator('[id="recall-state-test-past"]').get_by_role("link", name="See result")).to_have_count(4)
    result = page.locator('[id="recall-state-test-result"] .recall-end')
    for circle in ("Question 1, unanswered", "Question 3, missed", "Question 4, correct, flagged"):
        expect(result.get_by_role("button", name=circle, exact=True)).to_be_visible()
    for said in ("1 question that has changed", "1 question that was removed", "1 question was unanswered"):
        expect(result).to_contain_text(said)
    told = "When you were sure, you were right 1 of 2 times; when not, 1 of 1."
    expect(page.locator('[id="recall-state-test-calibration"]').get_by_text(told)).to_be_visible()
    asked = page.get_by_role("group", name="Your current test has 1 of 3 questions answered.")
    expect(asked.get_by_role("button", name="Discard and start")).to_be_visible()


def test_each_goal_and_topic_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, PATH))
    goals = page.locator('[id="recall-state-goals-end"]').get_by_role("listitem")
    for number, said in enumerate(("1 of 1 right", "0 of 1 right, read again", "1 of 1 right, answer more")):
        expect(goals.nth(number)).to_contain_text(said)
    expect(goals.last).to_contain_text("Not answered yet, go there")
    topics = page.locator("recall-map").get_by_role("link")
    states = ("Secure", "Strong", "Getting there", "Next: not tested", "Weak for now", "Too few to say", "Not tested")
    expect(topics).to_have_count(len(states))
    for topic, state in zip(topics.all(), states, strict=True):
        expect(topic).to_contain_text(state)
    open_states(page, url(way, TEST))
    expect(page.get_by_role("heading", name="Start with Choice question")).to_be_visible()


def test_each_progress_block_is_in_the_state_its_heading_names(page, url, way):
    open_states(page, url(way, PROGRESS))
    told = {
        "Before the first answer": "No answers yet.",
        "The lesson was begun, without a test": "No test yet.",
        "One test": "Getting there. Last test: 7 of 10",
        "Several tests, secure": "Secure (strong on 2 days). Last test: 10 of 10",
        "The line of a topic": "Getting there. Last test: 7 of 10",
    }
    for heading, words in told.items():
        block = page.locator(f'h2:has-text("{heading}") ~ recall-progress').first
        expect(block).to_contain_text(words)
    expect(page.locator(".recall-forecast")).to_have_count(3)
    expect(page.locator(".recall-tests")).to_have_count(1)
    expect(page.locator(".recall-reminder")).to_have_count(4)


def test_rows_under_the_pointer_and_with_the_focus(page, url):
    """The stylesheet's own rules draw them: the row looks as it does under a real pointer."""
    open_states(page, url("http", MCQ))
    look = "row => [getComputedStyle(row).backgroundColor, getComputedStyle(row).borderTopColor]"
    marked, idle = (page.locator(f'[id="recall-state-mcq-{id}"] fieldset li').first for id in ("hover", "idle"))
    rest = idle.evaluate(look)
    idle.hover()
    expect(idle).not_to_have_css("border-top-color", rest[1])
    page.wait_for_function("() => document.getAnimations().length === 0")
    assert idle.evaluate(look) == marked.evaluate(look) != rest
    focused = page.locator('[id="recall-state-mcq-focus"] fieldset li').first
    expect(focused).to_have_css("outline-width", "2px")


@pytest.mark.long
def test_each_visit_begins_anew(page, url):
    """Also one by instant navigation, where the script of the items has shown what was kept before this page's ran."""
    open_states(page, url("http", STATES))
    before = page.locator("main").inner_text()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-states", "ready")
    assert page.locator("main").inner_text() == before
    open_states(page, url("http", PRACTICE))
    page.evaluate("window.earlier = true")
    # By keyboard: the navigation is longer than the window, and its lower end may be out of the mouse's reach.
    page.get_by_role("link", name="States", exact=True).first.press("Enter")
    page.wait_for_function("() => !window.earlier && document.documentElement.dataset.states === 'ready'")
    expect(page.get_by_role("heading", level=1, name="States")).to_be_visible()
    assert page.locator("main").inner_text() == before


def test_on_paper_progress_has_no_controls_and_links_can_be_read(open_context, url):
    page = open_context("chromium", scheme="dark").new_page()
    open_states(page, url("http", PROGRESS))
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("recall-progress").first.get_by_text("No answers yet.")).to_be_visible()
    assert [each.inner_text() for each in page.locator("recall-progress .recall-button:visible").all()] == []
    link = page.locator("article > p > a").first
    red, green, blue = re.findall(r"\d+", link.evaluate("link => getComputedStyle(link).color"))
    assert int(red) + int(green) + int(blue) < 3 * 150


def test_without_scripts_every_widget_can_be_read(open_context, url):
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("file", MCQ))
    assert page.get_by_text("Which of these years is a leap year?").count() > 10
    assert page.get_by_role("button", name="Check answer").count() == 0
    page.goto(url("file", STATES))
    assert page.get_by_text("366.", exact=True).first.is_hidden()
