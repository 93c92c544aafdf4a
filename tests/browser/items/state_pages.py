"""The pages of the reference that show states: their names, how they open, and that every state is there."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Locator, Page, expect

TYPED = ("states-fill", "states-number", "states-order", "states-match")
SETS = ("states-practice", "states-test", "states-results")
PAGES = ("states", "states-mcq", *TYPED, *SETS, "states-today", "states-review", "states-progress", "states-path")


def open_states(page: Page, address: str) -> None:
    """Open one of them, and wait until all its states are there."""
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("data-states", "ready")


def find_below(page: Page, heading: str, element: str) -> Locator:
    """The first such element after a heading."""
    return page.locator(f'h2:has-text("{heading}") ~ {element}').first


def in_state(page: Page, id: str) -> str | None:
    return page.locator(f'[id="recall-state-{id}"]').get_attribute("data-recall-state")


def check_choice_questions(page: Page) -> None:
    for id in ("mcq-idle", "mcq-none", "mcq-chosen", "mcq-tried", "mcq-hints", "mcq-steps", "mcq-changed"):
        assert in_state(page, id) is None
    assert in_state(page, "mcq-wrong") == in_state(page, "mcq-several-wrong") == "wrong"
    assert in_state(page, "mcq-right") == in_state(page, "mcq-helped") == in_state(page, "mcq-several-right") == "right"
    assert in_state(page, "mcq-shown") == in_state(page, "mcq-several-shown") == "shown"
    for verdict in ("Choose an answer first.", "Correct, on try 2, with help", "Answer: B and C"):
        expect(page.get_by_text(verdict, exact=True)).to_be_visible()
    expect(page.get_by_text("Changed since you answered.", exact=True)).to_be_visible()


def check_cards_and_prompts(page: Page) -> None:
    for score in ("You got 1/3 concepts", "You got 3/3 concepts"):
        expect(page.get_by_text(score, exact=True)).to_be_visible()
    expect(page.get_by_text("Changed since you answered.", exact=True)).to_be_visible()
    for notice in (
        "This browser does not let pages save data.",
        "There is no space left",
        "Your progress was saved by a newer",
    ):
        expect(page.get_by_text(notice)).to_be_visible()


def check_practices(page: Page) -> None:
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


def check_tests(page: Page) -> None:
    sure = page.locator('[id="recall-state-test-sure"]').get_by_role("button", name="Sure", exact=True)
    expect(sure).to_have_attribute("aria-pressed", "true")
    for name in ("Unflag", "Go to question 1", "Retry the 1 you missed"):
        expect(page.get_by_role("button", name=name, exact=True).first).to_be_visible()
    expect(page.locator('[id="recall-state-test-end"]').get_by_role("heading", name="Too few to say")).to_be_visible()
    expect(page.get_by_text("This test needs more questions.", exact=True)).to_be_visible()
    expect(page.locator(".recall-sources").get_by_role("link", name="States of a choice question")).to_be_visible()
    expect(page.get_by_role("link", name="Start review")).to_have_count(1)
    expect(page.get_by_role("link", name="Last test: getting there, 7 of 10 on 14 Nov")).to_have_count(1)
    expect(page.get_by_role("heading", name="Start with Choice question")).to_be_visible()


def check_today(page: Page) -> None:
    expected = {
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
    expect(page.locator(".recall-now")).to_have_count(len(expected))
    for heading, line in expected.items():
        block = find_below(page, heading, "recall-today")
        expect(block.get_by_role("heading")).to_have_text(line)
    expect(page.locator("recall-today").first.get_by_text("See where you stand")).to_be_visible()


def check_reviews(page: Page) -> None:
    expected = {
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
    reviews = {state: page.locator(f'[id="recall-state-review-{state}"] > recall-review') for state in expected}
    for state, words in expected.items():
        expect(reviews[state]).to_contain_text(words)
    for state, name in {"end": "2 more", "undo": "Undo", "suspended": "Resume"}.items():
        expect(reviews[state].get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(reviews["end"]).to_contain_text("2 more are due today.")
    expect(reviews["end"].locator(".recall-missed").get_by_role("link", name="Full centuries")).to_be_visible()
    expect(reviews["fresh"].get_by_role("link", name="Start learning")).to_be_visible()
    for state in ("end", "right", "later", "suspended"):
        expect(reviews[state].get_by_role("link", name="Back to the course")).to_be_visible()


def check_results(page: Page) -> None:
    expect(page.locator('[id="recall-state-test-past"]').get_by_role("link", name="See result")).to_have_count(4)
    result = page.locator('[id="recall-state-test-result"] .recall-end')
    for circle in ("Question 1, unanswered", "Question 3, missed", "Question 4, correct, flagged"):
        expect(result.get_by_role("button", name=circle, exact=True)).to_be_visible()
    for said in ("1 question that has changed", "1 question that was removed", "1 question was unanswered"):
        expect(result).to_contain_text(said)
    expected = "When you were sure, you were right 1 of 2 times; when not, 1 of 1."
    expect(page.locator('[id="recall-state-test-calibration"]').get_by_text(expected)).to_be_visible()
    asked = page.get_by_role("group", name="Your current test has 1 of 3 questions answered.")
    expect(asked.get_by_role("button", name="Discard and start")).to_be_visible()


def check_goals_and_topics(page: Page) -> None:
    goals = page.locator('[id="recall-state-goals-end"]').get_by_role("listitem")
    for number, said in enumerate(("1 of 1 right", "0 of 1 right, read again", "1 of 1 right, answer more")):
        expect(goals.nth(number)).to_contain_text(said)
    expect(goals.last).to_contain_text("Not answered yet, go there")
    topics = page.locator("recall-map").get_by_role("link")
    states = ("Secure", "Strong", "Getting there", "Next: not tested", "Weak for now", "Too few to say", "Not tested")
    expect(topics).to_have_count(len(states))
    for topic, state in zip(topics.all(), states, strict=True):
        expect(topic).to_contain_text(state)


def check_progress(page: Page) -> None:
    expected = {
        "Before the first answer": "No answers yet.",
        "The lesson was begun, without a test": "No test yet.",
        "One test": "Getting there. Last test: 7 of 10",
        "Several tests, secure": "Secure (strong on 2 days). Last test: 10 of 10",
        "The line of a topic": "Getting there. Last test: 7 of 10",
    }
    for heading, words in expected.items():
        block = find_below(page, heading, "recall-progress")
        expect(block).to_contain_text(words)
    expect(page.locator(".recall-forecast")).to_have_count(3)
    expect(page.locator(".recall-tests")).to_have_count(1)
    expect(page.locator(".recall-reminder")).to_have_count(4)


CHECKS: Mapping[str, Callable[[Page], None]] = {
    "states": check_cards_and_prompts,
    "states-mcq": check_choice_questions,
    "states-practice": check_practices,
    "states-test": check_tests,
    "states-results": check_results,
    "states-today": check_today,
    "states-review": check_reviews,
    "states-progress": check_progress,
    "states-path": check_goals_and_topics,
}
"""By the name of the page, for those that have states of more than one item."""
