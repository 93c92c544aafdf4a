"""What readers did lasts: from page to page, over a restart, in other tabs, and over changes of the content."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from harness.lesson import (
    CARD,
    LESSON,
    check,
    learn,
    pages,
    question,
    rate,
    store_of,
    stored,
    verdict,
)
from harness.reader import block
from harness.themes import PLAIN

SAVES = "This browser does not let pages save data."
FULL = "There is no space left to save your progress."


@pytest.mark.quick("firefox file", "webkit file")
def test_what_was_done_is_known_on_pages_of_other_folders_and_after_a_restart(open_profile, url, kind, folder):
    first = open_profile()
    page = first.new_page()
    page.goto(url(kind, LESSON, folder))
    rate(page, "c1")
    check(page, "q1", "That one")
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    page.goto(url(kind, "index.html", folder))
    expect(learn(page)).to_contain_text("1 of 2 cards recalled")
    first.close()
    page = open_profile().new_page()
    page.goto(url(kind, "index.html", folder))
    expect(learn(page)).to_contain_text("1 of 2 cards recalled")
    page.goto(url(kind, LESSON, folder))
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    expect(verdict(page, "c1")).to_contain_text("Good")


@pytest.mark.quick("chromium http", "firefox file")
def test_what_is_done_in_one_tab_shows_in_the_other(open_context, browser_name, url, kind, folder):
    context = open_context(browser_name)
    one, other, home = context.new_page(), context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(url(kind, LESSON, folder))
    home.goto(url(kind, "index.html", folder))
    expect(learn(home)).to_contain_text("Start learning")
    check(one, "q1", "That one")
    expect(verdict(other, "q1")).to_contain_text("Not yet")
    check(other, "q1", "This one")
    expect(verdict(one, "q1")).to_contain_text("Correct, on try 2")
    block(one, "why").get_by_role("textbox").fill("Because.")
    expect(block(other, "why").get_by_role("textbox")).to_have_value("Because.")
    rate(other, "c1")
    expect(verdict(one, "c1")).to_contain_text("Good")
    expect(learn(home)).to_contain_text("1 of 2 cards recalled")


@pytest.mark.quick("firefox file")
def test_a_full_storage_is_told_and_loses_nothing(page, url, kind, folder):
    page.goto(url(kind, "index.html", folder))  # the first page from disk cannot know that others share its storage
    page.goto(url(kind, LESSON, folder))
    check(page, "q1", "That one")
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    page.reload()
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    before = stored(page, "i:q1")
    for _ in range(2):  # Firefox may grant a task more than is left in the end
        store_of(page).evaluate(
            """() => { for (let size = 2 ** 22; size >= 1; size /= 2) {
                try { for (;;) localStorage.setItem(`fill${Math.random()}`, "x".repeat(size)); } catch {}
            } }"""
        )
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct, on try 2")
    expect(page.get_by_text(FULL)).to_be_visible()
    assert stored(page, "i:q1") == before
    page.reload()
    expect(verdict(page, "q1")).to_contain_text(re.compile("Not yet|Correct"))
    store_of(page).evaluate(
        """() => { for (const key of Object.keys(localStorage).filter((key) => key.startsWith("fill")))
            localStorage.removeItem(key) }"""
    )
    check(page, "q2", "This one")
    expect(verdict(page, "q2")).to_contain_text("Correct")


@pytest.mark.quick("firefox file")
def test_where_pages_may_not_store_work_goes_on_and_it_is_told(page, url, kind, folder, watch):
    watch.allow("denied to the theme as well")
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
            get() { throw new DOMException("denied to the theme as well", "SecurityError") } })"""
    )
    page.goto(url(kind, LESSON, folder))
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct")
    expect(page.get_by_text(SAVES)).to_be_visible()


@pytest.mark.quick("chromium")
def test_a_broken_record_is_set_aside_and_a_newer_one_is_left_alone(page, url, folder):
    address = url("http", LESSON, folder)
    page.goto(address)
    check(page, "q1", "This one")
    newer = {**stored(page, "i:q1"), "v": 2, "more": True}
    page.evaluate(
        """newer => { localStorage.setItem("recall:small-site:i:q1", JSON.stringify(newer));
        localStorage.setItem("recall:small-site:i:q2", "{broken"); }""",
        newer,
    )
    page.goto(address)
    expect(verdict(page, "q1")).to_contain_text("Correct")
    check(page, "q2", "This one")
    check_again = block(page, "q1").get_by_role("button", name="Try again")
    check_again.click()
    check(page, "q1", "That one")
    expect(page.get_by_text("Your progress was saved by a newer version of this site.")).to_be_visible()
    assert stored(page, "i:q1") == newer
    assert len(stored(page, "i:q2")["log"]) == 1
    kept = page.evaluate("() => Object.entries(localStorage).filter(([key]) => key.includes(':bad:'))")
    assert [text for _, text in kept] == ["{broken"]


@pytest.mark.quick("firefox file")
def test_two_sites_of_one_origin_never_mix_and_one_that_moves_stays_itself(page, url, kind, build, tmp_path):
    source = pages(CARD.format(id="c1"), question("q1"))
    one, other = (build(source, site_name=name) for name in ("One", "Other"))
    page.goto(url(kind, LESSON, one))
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct")
    page.goto(url(kind, LESSON, other))
    check(page, "q1", "That one")
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    page.goto(url(kind, LESSON, one))
    expect(verdict(page, "q1")).to_contain_text("Correct")
    if kind == "http":
        moved = tmp_path / "moved" / "site"
        shutil.copytree(one, moved)
        page.goto(url(kind, LESSON, moved))
        expect(verdict(page, "q1")).to_contain_text("Correct")


@pytest.mark.quick("firefox")
def test_answers_stay_with_their_questions_when_the_content_changes(page, url, way, build, small_site):
    before = [question(id) for id in ("q1", "q2", "q3", "q4", "old", "gone")]
    folder = small_site(pages(*before), theme=PLAIN, plugins=["recall"])
    page.goto(url(way, LESSON, folder))
    for id in ("q1", "q3", "gone"):
        check(page, id, "That one")
    for id in ("q2", "old"):
        check(page, id, "This one")
    block(page, "q4").get_by_role("radio", name="That one").check()
    reworded = question("q1", wrong="That one there")
    revised = question("q3", stem="Which 1 of these?")
    renamed = question("new", settings=" aka=old")
    other = question("q4", right="This one here")
    worded = question("q2", stem="Which of them is it?")
    after = build(pages(question("first"), renamed, other, revised, worded, reworded))
    shutil.copytree(after, folder, dirs_exist_ok=True)
    page.goto(url(way, LESSON, folder))
    expect(verdict(page, "q2")).to_contain_text("Correct")
    expect(verdict(page, "new")).to_contain_text("Correct")
    expect(verdict(page, "q3")).to_contain_text("Changed since you answered.")
    expect(verdict(page, "q1")).to_contain_text("Changed since you answered.")
    expect(block(page, "q1").get_by_role("radio", name="This one")).not_to_be_checked()
    expect(block(page, "q4").get_by_role("radio", name="That one")).to_be_checked()
    expect(verdict(page, "first")).to_be_empty()
    back = build(pages(question("gone"), question("q1"), question("q3")))
    shutil.copytree(back, folder, dirs_exist_ok=True)
    page.goto(url(way, LESSON, folder))
    for id in ("gone", "q1", "q3"):
        expect(verdict(page, id)).to_contain_text("Not yet")
        expect(block(page, id).get_by_role("radio", name="That one")).to_be_checked()


def test_without_a_review_nothing_is_said_to_come_back_there(chromium_page, url, folder):
    page = chromium_page
    page.goto(url("http", LESSON, folder))
    prompt = block(page, "why")
    prompt.get_by_role("textbox").fill("Because.")
    prompt.get_by_role("button", name="Show model answer").click()
    prompt.get_by_role("checkbox", name="One").check()
    expect(prompt.get_by_text("1 concept to repeat.")).to_be_visible()
    expect(prompt.get_by_text("To repeat", exact=True)).to_be_visible()
    block(page, "q1").get_by_role("button", name="Show answer").click()
    expect(block(page, "q1").get_by_text("Repeat it tomorrow, because you used help.")).to_be_visible()
    assert "review" not in page.locator("main").inner_text()


@pytest.mark.quick("chromium")
def test_an_item_is_reset_and_that_can_be_undone(page, url, way, folder):
    page.goto(url(way, LESSON, folder))
    check(page, "q1", "That one")
    menu = block(page, "q1").locator("summary[aria-label=More]")
    menu.click()
    block(page, "q1").get_by_role("button", name="Reset", exact=True).click()
    expect(verdict(page, "q1")).to_contain_text("no longer count")
    expect(block(page, "q1").get_by_role("radio", checked=True)).to_have_count(0)
    block(page, "q1").get_by_role("button", name="Undo").click()
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    menu.click()
    block(page, "q1").get_by_role("button", name="Reset", exact=True).click()
    expect(verdict(page, "q1")).to_contain_text("no longer count")
    page.reload()
    expect(verdict(page, "q2")).to_be_empty()
    expect(verdict(page, "q1")).to_be_empty()
    assert [entry["kind"] for entry in stored(page, "i:q1")["log"]] == ["attempt", "reset", "undo", "reset"]


def test_a_set_is_reset_with_its_questions(chromium_page, url, build):
    page = chromium_page
    practice = "//// practice | the-set\n\n" + question("p1") + "\n" + question("p2") + "\n////\n"
    folder = build(pages(question("q1"), practice))
    page.goto(url("http", LESSON, folder))
    check(page, "q1", "That one")
    for id in ("p1", "p2"):
        check(page, id, "That one")
        block(page, "the-set").get_by_role("button", name="Next").click()
    block(page, "the-set").get_by_role("button", name="Reset this set").click()
    block(page, "the-set").get_by_role("button", name="Reset", exact=True).click()
    page.reload()
    expect(block(page, "the-set").get_by_text("1 of 2", exact=True)).to_be_visible()
    expect(verdict(page, "p1")).to_be_empty()
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    page.goto(url("http", "topics/test.html", folder))
    test = block(page, "the-test")
    test.get_by_role("button", name="Start test").click()
    for name in ("Next", "Finish test"):
        test.locator(".recall-items > :visible").get_by_role("radio", name="That one").check()
        test.get_by_role("button", name=name, exact=True).click()
    test.get_by_role("button", name="Reset this test").click()
    test.get_by_role("button", name="Reset", exact=True).click()
    page.goto(url("http", "topics/test.html", folder))
    expect(test.get_by_role("button", name="Start test")).to_be_visible()
    assert [entry["kind"] for entry in stored(page, "i:t1")["log"]] == ["attempt", "reset"]


@pytest.mark.quick("chromium")
def test_a_page_is_reset_once_that_is_confirmed(page, url, folder, axe):
    page.goto(url("http", LESSON, folder))
    check(page, "q1", "That one")
    rate(page, "c1")
    page.get_by_role("button", name="Reset this page").click()
    asked = page.get_by_role("group", name=re.compile("Reset 2 questions and cards"))
    assert axe(page) == []
    asked.get_by_role("button", name="Keep").click()
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    page.get_by_role("button", name="Reset this page").click()
    asked.get_by_role("button", name="Reset").click()
    expect(verdict(page, "q1")).to_be_empty()
    expect(verdict(page, "c1")).to_be_empty()
    page.reload()
    expect(verdict(page, "q1")).to_be_empty()
    page.goto(url("http", "index.html", folder))
    expect(learn(page)).to_contain_text("Start learning")
