"""A map, goals and a placement test as a learner meets them, over http and from disk."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.accessibility import controls
from harness.reader import answer, block, button, take_test, wait_until_kept

pytestmark = pytest.mark.quick("chromium")

QUESTION = """/// mcq | {id} {level} objective={objective}

What is asked as {id}?

- [x] The key of {id}
  > Because it is {id}.
- [ ] The distractor of {id}
  > Because it is not {id}.

///
"""
TOPICS = ("alpha", "beta", "gamma")


def questions(ids: Iterable[str], objective: str) -> str:
    levels = ("easy", "medium", "hard")
    return "\n".join(
        QUESTION.format(id=id, level=levels[number % 3], objective=objective) for number, id in enumerate(ids)
    )


def lesson(topic: str) -> str:
    own = questions((f"{topic}-{number}" for number in range(3)), f"{topic}-first")
    goals = f"- Do the first {{objective={topic}-first}}\n- Do the second {{objective={topic}-second}}\n"
    return f"""# The topic {topic}

/// goals | {topic}-goals

{goals}
**You need:** A minute.

///

/// ways | {topic}-ways test={topic}-test.md learn=#first

///

## First

{own}
## Second

/// card | {topic}-card objective={topic}-second

What is the second?

**Answer:** This.

///

## Now

/// goals | {topic}-reached

{goals}
///
"""


def exam(topic: str) -> str:
    bank = questions((f"{topic}-t{number}" for number in range(9)), f"{topic}-second")
    return f"# Test of {topic}\n\n//// test | {topic}-test draw=9 mix=3,3,3 learn={topic}.md\n\n{bank}\n////\n"


SITE = {
    "index.md": """# Home

/// map

**First lane**

1. [The `alpha`](topics/alpha.md), 45 min
2. [Beta](topics/beta.md)

**Second lane**

1. [Gamma](topics/gamma.md), 30 min

///
""",
    **{f"topics/{topic}.md": lesson(topic) for topic in TOPICS},
    **{f"topics/{topic}-test.md": exam(topic) for topic in TOPICS},
    "start.md": "# Start\n\n//// test | start title=Start from=topics/ per=2 result=placement\n\n////\n",
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
}


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    """The site; no test changes it."""
    nav = ["index.md", *(f"topics/{topic}{end}.md" for topic in TOPICS for end in ("", "-test"))]
    return shared_site(
        SITE,
        theme={"name": "material", "font": False},
        nav=[*nav, "start.md", "progress.md"],
        plugins=[{"recall": {"site_id": "map"}}],
    )


def topic(page: Page, name: str) -> Locator:
    return page.locator("recall-map").get_by_role("link", name=name)


def take(test: Locator, wrong: int) -> None:
    """Take a test, with the last questions wrong."""
    button(test, "Start test").click()
    take_test(test, wrong=wrong)
    expect(button(test, "New test")).to_be_visible()
    wait_until_kept(test.page)


def test_a_first_visit_shows_where_to_begin(page, url, folder, way, axe):
    page.goto(url(way, "index.html", folder))
    expect(topic(page, "The alpha")).to_have_accessible_name("The alpha Next: not tested 45 min")
    expect(topic(page, "Beta")).to_have_accessible_name("Beta Not tested")
    expect(topic(page, "Gamma")).to_have_accessible_name("Gamma Not tested 30 min")
    expect(page.get_by_text("First lane 0 of 2 strong")).to_be_visible()
    assert way == "file" or axe(page, "recall-map") == []
    topic(page, "Beta").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The topic beta", level=1)).to_be_visible()


@pytest.mark.quick("chromium http")
def test_the_state_of_a_topic_follows_its_test(page, url, folder, kind):
    for name, wrong in (("alpha", 0), ("beta", 7)):
        page.goto(url(kind, f"topics/{name}-test.html", folder))
        take(page.locator("recall-test"), wrong)
    page.goto(url(kind, "index.html", folder))
    expect(topic(page, "The alpha")).to_have_accessible_name("The alpha Strong 45 min")
    expect(topic(page, "Beta")).to_have_accessible_name("Beta Weak for now")
    expect(topic(page, "Gamma")).to_have_accessible_name("Gamma Next: not tested 30 min")
    expect(page.get_by_text("First lane 1 of 2 strong")).to_be_visible()
    expect(page.get_by_text("Second lane 0 of 1 strong")).to_be_visible()


def test_nothing_moves_when_the_states_arrive(open_context, url, folder):
    page = open_context("chromium").new_page()
    page.add_init_script("""new PerformanceObserver((list) => {
        window.shifts = (window.shifts ?? 0) + list.getEntries().reduce((sum, entry) => sum + entry.value, 0);
    }).observe({ type: "layout-shift", buffered: true });""")
    for address in ("index.html", "topics/alpha.html"):
        page.goto(url("http", address, folder))
        expect(page.locator("recall-map .recall-state, recall-goals .recall-count").first).to_be_visible()
        assert page.evaluate("() => window.shifts ?? 0") == 0


@pytest.mark.quick("chromium file")
def test_goals_are_ticked_as_their_questions_are_answered(page, url, folder, kind, axe):
    page.goto(url(kind, "topics/alpha.html", folder))
    goals = block(page, "alpha-reached")
    first, second = goals.get_by_role("listitem").all()
    expect(goals.get_by_text("0 of 2", exact=True)).to_be_visible()
    expect(first).to_contain_text("Not answered yet, go there")
    expect(second).to_contain_text("Not answered yet, go there")
    answer(block(page, "alpha-0"), right=True)
    expect(first).to_contain_text("1 of 1 right, answer more")
    answer(block(page, "alpha-1"), right=False)
    expect(first).to_contain_text("1 of 2 right, read again")
    link = first.get_by_role("link", name="read again: First")
    assert kind == "file" or axe(page, "#recall-alpha-reached") == []
    wait_until_kept(page)
    page.goto(url(kind, "topics/beta.html", folder))
    for id in ("beta-0", "beta-1", "beta-2"):
        answer(block(page, id), right=True)
    expect(block(page, "beta-reached").get_by_role("listitem").first).to_contain_text("3 of 3 right")
    expect(block(page, "beta-reached").get_by_text("1 of 2", exact=True)).to_be_visible()
    expect(block(page, "beta-goals").get_by_role("listitem").first).to_have_text("Do the first")
    wait_until_kept(page)
    page.goto(url(kind, "topics/alpha.html", folder))
    expect(first).to_contain_text("1 of 2 right, read again")
    link.click()
    expect(page).to_have_url(re.compile(r"alpha\.html#\S+$"))


@pytest.mark.quick("chromium http")
def test_a_placement_test_suggests_the_first_topic_with_a_mistake(page, url, folder, kind, axe):
    page.goto(url(kind, "start.html", folder))
    test = page.locator("recall-test")
    expect(test.get_by_text("2 questions from each topic.")).to_be_visible()
    take(test, 3)
    heading = test.get_by_role("heading", name="Start with The topic beta")
    expect(heading).to_be_focused()
    rows = test.locator(".recall-topics > li")
    expect(rows).to_have_text(
        [
            re.compile("The topic alpha 2 of 2 right"),
            re.compile("The topic beta 1 of 2 right, start here"),
            re.compile("The topic gamma 0 of 2 right"),
        ]
    )
    for word in ("Strong", "Weak for now", "Getting there", "Too few to say"):
        expect(test.get_by_text(word, exact=True)).to_have_count(0)
    assert kind == "file" or axe(page, "recall-test") == []
    page.reload()
    expect(heading).to_be_visible()
    test.get_by_role("link", name="Start learning").click()
    expect(page.get_by_role("heading", name="The topic beta", level=1)).to_be_visible()
    page.goto(url(kind, "progress.html", folder))
    expect(page.get_by_role("heading", name="The topic alpha")).to_be_visible()
    expect(page.locator("recall-progress").get_by_text("Start", exact=True)).to_have_count(0)


def test_whoever_misses_nothing_is_sent_to_a_test(page, url, folder, way):
    page.goto(url(way, "start.html", folder))
    test = page.locator("recall-test")
    take(test, 0)
    expect(test.get_by_role("heading", name="Nothing here was new to you")).to_be_visible()
    test.get_by_role("link", name="Go to the test").click()
    expect(page.get_by_role("heading", name="Test of alpha", level=1)).to_be_visible()


def test_without_scripts_there_are_names_and_goals(open_page, url, folder, way):
    page = open_page(scripts=False)
    page.goto(url(way, "index.html", folder))
    assert page.locator("recall-map").inner_text().split() == [
        *("First", "lane", "The", "alpha", "45", "min", "Beta", "Second", "lane", "Gamma", "30", "min")
    ]
    page.goto(url(way, "topics/alpha.html", folder))
    assert block(page, "alpha-reached").inner_text().split("\n") == [
        *("What you can do now", "", "Do the first", "Do the second")
    ]
    page.goto(url(way, "start.html", folder))
    assert "All pages in topics" in page.locator("recall-test").inner_text()


def test_a_map_and_goals_fit_a_narrow_screen_and_paper(open_context, url, folder):
    page = open_context("chromium", width=320, height=640).new_page()
    for address in ("index.html", "topics/alpha.html"):
        page.goto(url("http", address, folder))
        expect(page.locator("recall-map .recall-state, recall-goals .recall-count").first).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    page.emulate_media(media="print")
    expect(block(page, "alpha-reached").get_by_text("Do the first")).to_be_visible()
    expect(block(page, "alpha-reached").get_by_text("Not answered yet").first).to_be_hidden()


def test_a_screen_reader_hears_goals_as_a_list_with_a_name(open_context, url, folder):
    page = open_context("chromium").new_page()
    page.goto(url("http", "topics/alpha.html", folder))
    reached = page.get_by_role("list", name="What you can do now")
    expect(reached.get_by_role("listitem")).to_have_count(2)
    expect(reached.get_by_role("link", name="go there: First")).to_be_visible()
    assert "go there: Second" in controls(page)
