"""A small course, and a learner who comes back on later days, for the journeys: see tests/browser/journeys."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from harness.reader import answer, block, button, take_test, wait_until_kept

QUESTION = """/// mcq | {id} {level} objective={objective} {settings}

{stem}

- [x] The key of {id}
  > Because it is {id}.
- [ ] The distractor of {id}
  > Because it is not {id}.

**Hint:** Think of {id}.

///
"""
CARD = """/// card | {id} objective={objective}

What does the card {id} ask?

**Answer:** The answer of {id}.

///
"""
EXPLAIN = """/// explain | leap-why objective=centuries

Explain why there are leap years.

**Concepts:**

- A year is longer than 365 days
- The rest is about a quarter of a day
- Four quarters make a day

**Model answer:** A year has about 365 and a quarter days, so every fourth year gets a day more.

///
"""
NUMBER = """/// number | leap-p2 easy objective=centuries

How many leap years do 400 years have?

- [x] 97
  > Every fourth, without 3 of the 4 that 100 divides.
- [ ] 100
  > Of the full centuries only every fourth is one.

///
"""
LEVELS = ("easy",) * 12 + ("medium",) * 6 + ("hard",) * 6
"""Of the questions of each test, in their order."""
DRAWN = 8
"""Questions of a form."""


def question(id: str, objective: str, level: str = "easy", settings: str = "") -> str:
    stem = f"What is asked as {id}?"
    return QUESTION.format(id=id, objective=objective, level=level, settings=settings, stem=stem)


def exam(topic: str, objectives: tuple[str, str], title: str) -> str:
    """A test: its easy questions are about the first section of the lesson, the others about the second."""
    bank = [question(f"{topic}-t{at}", objectives[level != "easy"], level) for at, level in enumerate(LEVELS)]
    head = f"# Test of {title}\n\n//// test | {topic}-test draw={DRAWN} mix=4,2,2 learn={topic}.md\n\n"
    return head + "\n".join(bank) + "\n////\n"


LEAP = f"""# Leap years

/// goals | leap-goals

- Tell which years have a day more {{objective=fourth}}
- Tell which full centuries have {{objective=centuries}}

**You need:** Nothing.

///

/// ways | leap-ways test=leap-test.md learn=#every-fourth-year next=months.md

///

## Every fourth year

Four divides the number of most leap years.

{question("leap-first", "fourth", settings="taught=#every-fourth-year")}

{CARD.format(id="leap-days", objective="fourth")}

{CARD.format(id="leap-february", objective="fourth")}

## Full centuries

Of the full centuries only every fourth is a leap year.

{question("leap-second", "centuries", settings="taught=#full-centuries")}

{EXPLAIN}

## Practice

//// practice | leap-practice

{question("leap-p0", "fourth")}

{question("leap-p1", "centuries")}

{NUMBER}

////

## Now

/// goals | leap-reached

- Tell which years have a day more {{objective=fourth}}
- Tell which full centuries have {{objective=centuries}}

///
"""
MONTHS = f"""# Months

/// ways | months-ways test=months-test.md learn=#their-lengths

///

## Their lengths

Seven months have 31 days.

{question("months-first", "lengths")}

{CARD.format(id="months-card", objective="lengths")}

## Their names

Names are older.

{question("months-second", "names")}
"""
HOME = """# Calendars

/// today test=topics/leap-test.md learn=topics/leap.md

///

## All topics

/// map

**First lane**

1. [Leap years](topics/leap.md), 20 min
2. [Months](topics/months.md), 10 min

///
"""
PAGES = {
    "index.md": HOME,
    "topics/leap.md": LEAP,
    "topics/leap-test.md": exam("leap", ("fourth", "centuries"), "leap years"),
    "topics/months.md": MONTHS,
    "topics/months-test.md": exam("months", ("lengths", "names"), "months"),
    "review.md": "# Review\n\n/// review learn=topics/leap.md\n\n///\n",
    "progress.md": "# Progress\n\n/// progress under=topics\n\n///\n",
}
NAV = [
    {"Home": "index.md"},
    *(f"topics/{topic}{end}.md" for topic in ("leap", "months") for end in ("", "-test")),
    "review.md",
    "progress.md",
]
MATERIAL = {"name": "material", "font": False}


def settings(theme: dict[str, Any]) -> dict[str, Any]:
    """The settings of the site in a theme."""
    return {"theme": theme, "nav": NAV, "plugins": [{"recall": {"site_id": "journey"}}]}


CLOCK = "{ const now = Date.now; Date.now = () => now() + AHEAD; }"


class Learner:
    """Somebody who comes back on later days: each day is a page of its own, with a clock that is ahead.

    It is noon when the first day begins, so that no day ends during a test.
    """

    def __init__(self, context: BrowserContext, address: Callable[[str], str]) -> None:
        now = datetime.now()
        self.noon = now.replace(hour=12, minute=0, second=0, microsecond=0) - now
        self.first = now.date()
        self.context = context
        self.address = address
        self.opened: list[Page] = []
        self.come(0)

    def come(self, day: int, context: BrowserContext | None = None) -> Page:
        """Close the page of an earlier day and open one on this day, if need be in a browser that was restarted."""
        if self.opened and not self.page.is_closed():
            self.leave()
        self.context = context or self.context
        self.opened.append(self.context.new_page())
        ahead = (self.noon + timedelta(days=day)) / timedelta(milliseconds=1)
        self.page.add_init_script(CLOCK.replace("AHEAD", str(round(ahead))))
        return self.page

    @property
    def page(self) -> Page:
        """The page of today."""
        return self.opened[-1]

    def leave(self) -> None:
        """Close the page."""
        if self.page.url != "about:blank":
            wait_until_kept(self.page)
        self.page.close()

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        if self.page.url != "about:blank":
            wait_until_kept(self.page)
        self.page.goto(self.address(path))
        return self.page

    def date(self, day: int) -> str:
        """What the site writes of a day, such as 29 Nov."""
        date = self.first + timedelta(days=day)
        return f"{date.day} {date:%b}".replace("Sep", "Sept")

    def finds_at_home(self, line: str, go: str, *others: str) -> Locator:
        """Open the home page and expect its line, the words on its button, and the links beside that."""
        now = self.open("index.html").locator("recall-today > .recall-now")
        expect(now.get_by_role("heading")).to_have_text(line)
        expect(now.locator(".recall-button")).to_have_text(go)
        expect(now.locator(".recall-others > a")).to_have_text(others)
        return now

    def finds_ways(self, recommended: str, test: str, learn: str) -> Locator:
        """Open the lesson and expect the words on both ways, and which of them is recommended."""
        ways = self.open("topics/leap.html").locator("recall-ways, .recall-ways").first
        for name, words in (("test", test), ("learn", learn)):
            way = ways.locator(f'[data-recall-way="{name}"]')
            expect(way.locator(".recall-go")).to_have_text(re.compile(rf"^{words}\s*$"))
            expect(way.locator(".recall-pill")).to_have_count(int(name == recommended))
        return ways

    def finds_on_map(self, name: str, state: str) -> None:
        """Expect the state of a topic on the map of the home page, which is open."""
        topic = self.page.locator("recall-map").get_by_role("link", name=name)
        expect(topic).to_have_accessible_name(re.compile(rf"^{name} {state} \d+ min$"))

    def takes_test(self, *, wrong: int = 0) -> Locator:
        """Take a test of leap years, with its last questions wrong; the result."""
        test = block(self.open("topics/leap-test.html"), "leap-test")
        button(test, re.compile("^(Start|New) test$")).first.click()
        take_test(test, wrong=wrong)
        result = test.locator(".recall-end")
        expect(result.locator(".recall-title").first).to_be_focused()
        return result

    def learns(self, wrong: Collection[str] = ()) -> None:
        """Work through the lesson on leap years, and miss some items of it."""
        page = self.open("topics/leap.html")
        for id in ("leap-first", "leap-second"):
            answer(block(page, id), right=id not in wrong)
        for id in ("leap-days", "leap-february"):
            rate(block(page, id), "Again" if id in wrong else "Good")
        prompt = block(page, "leap-why")
        prompt.get_by_label("Your explanation").fill("A year is longer.")
        button(prompt, "Show model answer").click()
        for number in range(1 if "leap-why" in wrong else 3):
            prompt.get_by_role("checkbox").nth(number).check()
        practice = block(page, "leap-practice")
        for id in ("leap-p0", "leap-p1", "leap-p2"):
            answer_any(block(page, id), right=id not in wrong)
            button(practice, "Next").click()
        expect(practice.get_by_text("Set finished")).to_be_visible()

    def review(self) -> Locator:
        """What is asked today."""
        return self.page.locator("recall-review")

    def answers_review(self, wrong: Collection[int] = (), most: int = 100) -> int:
        """Answer what the review asks, cards by number wrong; how many there were."""
        review, number = self.review(), 0
        card = review.locator(".recall-items > .recall-item:not([inert])")
        expect(card).to_be_visible()
        while number < most and card.count() > 0:
            number += 1
            answer_card(review, card, right=number not in wrong)
            self.page.wait_for_function("() => !document.querySelector('recall-review .recall-items > [inert]')")
        return number


def rate(card: Locator, name: str) -> None:
    """Open a card and rate it."""
    card.get_by_text("Show answer").click()
    button(card, re.compile(f"^{name}")).click()


def answer_any(item: Locator, *, right: bool) -> None:
    """Answer a choice question, or the one that asks for a number."""
    field = item.get_by_role("textbox")
    if field.count() == 0:
        answer(item, right=right)
        return
    field.fill("97" if right else "100")
    button(item, "Check answer").click()
    expect(item.get_by_role("status")).to_contain_text("Correct" if right else "Not yet")


def answer_card(review: Locator, card: Locator, *, right: bool) -> None:
    """Answer a card, a question or an explanation of a review, and go on."""
    if card.get_by_role("radio").or_(card.get_by_role("textbox")).count() > 0:
        answer_any(card, right=right)
        button(review, "Next").click()
    elif card.get_by_text("What is missing?").count() > 0:
        card.get_by_text("Show answer").click()
        for box in card.get_by_role("checkbox").all() if right else []:
            box.check()
        button(review, "Next").click()
    else:
        rate(card, "Good" if right else "Again")
