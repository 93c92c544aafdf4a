"""A learner who returns after a month, to a site on which the author has added questions above the old ones."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from harness.reader import block, button
from harness.themes import PLAIN
from journeys.learner import LEAP, PAGES, Learner, question, settings

NEW = "//// test | leap-test draw=8 mix=4,2,2 learn=leap.md\n\n"
GROWN = {
    **PAGES,
    "topics/leap.md": LEAP.replace(
        "## Every fourth year\n", "## Every fourth year\n\n" + question("leap-new", "fourth") + "\n"
    ),
    "topics/leap-test.md": PAGES["topics/leap-test.md"].replace(NEW, NEW + question("leap-t-new", "fourth") + "\n"),
}
"""The site after the author has put a question above those of the lesson, and one above those of the test."""


@pytest.fixture
def folder(folder: Path, tmp_path: Path) -> Path:
    """A copy of the site: from disk, what is saved belongs to its files."""
    return shutil.copytree(folder, tmp_path / "own" / "site")


@pytest.mark.long
def test_who_returns_is_told_what_is_due_and_has_lost_nothing(
    learner: Learner, folder: Path, shared_site: Callable[..., Path]
):
    learner.learns(wrong=("leap-second", "leap-p1"))
    learner.takes_test(wrong=4)

    page = learner.come(31)
    shutil.copytree(shared_site(GROWN, **settings(PLAIN)), folder, dirs_exist_ok=True)
    learner.finds_at_home(
        "10 due, about 4 minutes", "Start review", "Study what you missed: Leap years", "Next topic: Months"
    )
    page = learner.open("topics/leap.html")
    expect(block(page, "leap-first").get_by_role("status")).to_contain_text("Correct")
    expect(block(page, "leap-second").get_by_role("status")).to_contain_text("Not yet")
    expect(block(page, "leap-why").get_by_label("Your explanation")).to_have_value("A year is longer.")
    expect(block(page, "leap-new").get_by_role("radio", checked=True)).to_have_count(0)
    result = learner.open("topics/leap-test.html").locator(".recall-end")
    expect(result).to_contain_text("4 of 8")
    expect(result.locator(".recall-title").first).to_have_text("Weak for now")

    page = learner.open("review.html")
    review = learner.review()
    expect(review).to_contain_text("1 of 10")
    learner.answers_review(wrong=(1,), most=3)
    expect(review).to_contain_text("4 of 10")
    page.reload()
    expect(review).to_contain_text("1 of 7")
    first = review.locator(".recall-items > .recall-item").get_attribute("data-recall-id") or ""
    button(review, "Suspend").click()
    expect(review.get_by_text("Suspended: 1")).to_be_visible()
    button(review, "Undo").click()
    expect(review.locator(".recall-items > .recall-item")).to_have_attribute("data-recall-id", first)
    expect(review).to_contain_text("1 of 7")
    learner.answers_review(wrong=(2,))
    expect(review.get_by_role("heading", name="8 of 10 right")).to_be_visible()
    expect(review.locator(".recall-missed > li")).to_have_count(2)
    expect(review).to_contain_text(re.compile(r"2 come back tomorrow, .*5 more are due today\."))
    button(review, "5 more").click()
    assert learner.answers_review() == 5
    expect(review.get_by_role("heading", name="13 of 15 right")).to_be_visible()
    learner.finds_at_home("Take the test: Leap years", "Go to the test", "Next topic: Months")
    progress = learner.open("progress.html").locator("recall-progress")
    expect(progress).to_contain_text("None today, ")
    expect(progress).to_contain_text(f"2 days, from {learner.date(0)} to {learner.date(31)}.")
    expect(progress.locator(".recall-past").get_by_role("listitem")).to_contain_text("4 of 8")
