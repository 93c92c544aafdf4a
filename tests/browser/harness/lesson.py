"""A small lesson with its test, and what a reader does there, for tests of what is kept of it."""

import re

from harness.reader import block

CARD = "/// card | {id} beginner\n\nWhat is {id}?\n\n**Answer:** That.\n\n///\n"
QUESTION = """/// mcq | {id} easy{settings}

{stem}

- [x] {right}
  > It is.
- [ ] {wrong}
  > It is not.
- [ ] Neither
  > One of them is.

///
"""
EXPLAIN = """/// explain | why beginner

Why?

**Concepts:**

- One
- Two

**Model answer:** One and two.

///
"""
WAYS = "/// ways | way test=topics/test.md learn=topics/lesson.md\n\n///\n"
LESSON = "topics/lesson.html"


def question(id, *, stem="Which one?", right="This one", wrong="That one", settings=""):
    return QUESTION.format(id=id, stem=stem, right=right, wrong=wrong, settings=settings)


def lesson(*blocks):
    return "# Lesson\n\n" + "\n".join(blocks)


def pages(*blocks):
    bank = "".join(question(f"t{number}") + "\n" for number in range(2))
    test = "# Test\n\n//// test | the-test draw=2 mix=2,0,0\n\n" + bank + "\n////\n"
    return {"index.md": "# Home\n\n" + WAYS, "topics/lesson.md": lesson(*blocks), "topics/test.md": test}


def rate(page, id):
    block(page, id).get_by_text("Show answer").click()
    block(page, id).get_by_role("button", name="Good").click()


def check(page, id, option):
    block(page, id).get_by_role("radio", name=option).check()
    block(page, id).get_by_role("button", name="Check answer").click()


def verdict(page, id):
    return block(page, id).get_by_role("status")


def learn(page):
    return page.get_by_role("link", name=re.compile("Start learning|Continue learning"))


def hub_of(page):
    frame = page.wait_for_selector("iframe[src*='hub.html']", state="attached").content_frame()
    frame.wait_for_url(re.compile("hub.html"))
    return frame


def store_of(page):
    """The frame whose storage has the records: from disk the hub's, unless all files share one, as in Chromium."""
    apart = page.url.startswith("file:") and "Firefox" in page.evaluate("navigator.userAgent")
    return hub_of(page) if apart else page.main_frame


def stored(page, key):
    return store_of(page).evaluate("key => JSON.parse(localStorage.getItem(`recall:small-site:${key}`))", key)
