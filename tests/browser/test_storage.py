"""What readers did lasts: from page to page, over a restart, in other tabs, and over changes of the content."""

import re
import shutil

import pytest
from playwright.sync_api import expect

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
SAVES = "This browser does not let pages save."
FULL = "No room left to save."


def question(id, *, stem="Which one?", right="This one", wrong="That one", settings=""):
    return QUESTION.format(id=id, stem=stem, right=right, wrong=wrong, settings=settings)


def lesson(*blocks):
    return "# Lesson\n\n" + "\n".join(blocks)


def pages(*blocks):
    bank = "".join(question(f"t{number}") + "\n" for number in range(2))
    test = "# Test\n\n//// test | the-test draw=2 mix=2,0,0\n\n" + bank + "\n////\n"
    return {"index.md": "# Home\n\n" + WAYS, "topics/lesson.md": lesson(*blocks), "topics/test.md": test}


@pytest.fixture
def build(shared_site):
    return lambda sources, **settings: shared_site(sources, theme="material", plugins=["recall"], **settings)


@pytest.fixture
def folder(build):
    return build(pages(CARD.format(id="c1"), CARD.format(id="c2"), question("q1"), question("q2"), EXPLAIN))


@pytest.fixture
def own_folder(folder, tmp_path):
    """A copy of the site, for a test that changes something in it."""
    return shutil.copytree(folder, tmp_path / "own" / "site")


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


def test_without_its_hub_a_page_works_and_gives_to_it_later(page, url, own_folder, watch, browser_name):
    folder = own_folder
    watch.allow("hub.html")
    hub = folder / "assets" / "recall" / "hub.html"
    away = hub.rename(hub.with_name("away.html"))
    page.goto(url("file", LESSON, folder))
    rate(page, "c1")
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct")
    away.rename(hub)
    page.goto(url("file", "index.html", folder))
    apart = browser_name == "firefox"
    expect(learn(page)).to_contain_text("Start learning" if apart else "1 of 2 cards recalled")
    page.goto(url("file", LESSON, folder))
    expect(verdict(page, "q1")).to_contain_text("Correct")
    page.goto(url("file", "index.html", folder))
    expect(learn(page)).to_contain_text("1 of 2 cards recalled")


HELD = """const held = [];
const listen = window.addEventListener;
window.opened = 0;
window.letGo = () => held.splice(0).forEach((handle) => handle());
window.addEventListener = (type, hub) => listen.call(window, type, (event) => {
    const handle = () => hub.handleEvent(event);
    if (event.data?.do === "open") (window.opened += 1), held.push(handle);
    else handle();
});
"""


def test_a_page_asks_its_hub_once_and_works_before_it_answers(page, url, own_folder):
    """The hub hears nothing until the test lets it."""
    folder = own_folder
    page.goto(url("file", LESSON, folder))
    rate(page, "c1")
    check(page, "q2", "This one")
    expect(verdict(page, "q2")).to_contain_text("Correct")
    script = folder / "assets" / "recall" / "hub.js"
    hearing = script.read_text(encoding="utf-8")
    script.write_text(HELD + hearing, encoding="utf-8")
    page.goto(url("file", LESSON, folder))
    check(page, "q1", "That one")
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    block(page, "why").get_by_role("textbox").fill("Because.")
    hub = hub_of(page)
    hub.wait_for_function("window.opened > 0")
    assert hub.evaluate("window.opened") == 1
    hub.evaluate("window.letGo()")
    expect(verdict(page, "c1")).to_contain_text("Good")
    expect(verdict(page, "q2")).to_contain_text("Correct")
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    expect(block(page, "why").get_by_role("textbox")).to_have_value("Because.")
    script.write_text(hearing, encoding="utf-8")
    page.goto(url("file", "index.html", folder))
    expect(learn(page)).to_contain_text("1 of 2 cards recalled")
    assert len(stored(page, "i:q1")["log"]) == 1


PATIENT = """const wait = window.setTimeout;
window.setTimeout = (work, time, ...more) => (time === 1000 ? 0 : wait(work, time, ...more));
"""


def test_a_test_that_is_started_before_the_hub_answers_waits_for_the_form_there(open_context, url, own_folder):
    """In Firefox a copy of its page has a storage of its own and knows of no form. It does not give the hub up here."""
    folder = own_folder
    page = open_context("firefox").new_page()
    page.goto(url("file", "topics/test.html", folder))
    page.get_by_role("button", name="Start test").click()
    page.locator(".recall-items > :visible").get_by_role("radio", name="That one").check()
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.get_by_text("2 of 2", exact=True)).to_be_visible()
    script = folder / "assets" / "recall" / "hub.js"
    script.write_text(HELD + script.read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(folder / "topics" / "test.html", folder / "topics" / "copy.html")
    page.add_init_script(PATIENT)
    page.goto(url("file", "topics/copy.html", folder))
    hub = hub_of(page)
    hub.wait_for_function("window.opened > 0")
    start = page.get_by_role("button", name="Start test")
    start.click()
    expect(start).to_have_attribute("aria-busy", "true")
    hub.evaluate("window.letGo()")
    expect(page.get_by_text("2 of 2", exact=True)).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    assert len(stored(page, "t:the-test")["responses"]) == 1


def test_a_full_storage_is_told_and_loses_nothing(page, url, kind, folder):
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
    expect(page.get_by_text("Saved by a newer version of this site.")).to_be_visible()
    assert stored(page, "i:q1") == newer
    assert len(stored(page, "i:q2")["log"]) == 1
    kept = page.evaluate("() => Object.entries(localStorage).filter(([key]) => key.includes(':bad:'))")
    assert [text for _, text in kept] == ["{broken"]


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


def test_answers_stay_with_their_questions_when_the_content_changes(page, url, way, build, small_site):
    before = [question(id) for id in ("q1", "q2", "q3", "q4", "old", "gone")]
    folder = small_site(pages(*before), theme="material", plugins=["recall"])
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
    assert "review" not in page.locator("article").inner_text()


def test_an_item_is_reset_and_that_can_be_undone(page, url, way, folder):
    page.goto(url(way, LESSON, folder))
    check(page, "q1", "That one")
    menu = block(page, "q1").locator("summary[aria-label=More]")
    menu.click()
    block(page, "q1").get_by_role("button", name="Reset", exact=True).click()
    expect(verdict(page, "q1")).to_contain_text("no longer counts")
    expect(block(page, "q1").get_by_role("radio", checked=True)).to_have_count(0)
    block(page, "q1").get_by_role("button", name="Undo").click()
    expect(verdict(page, "q1")).to_contain_text("Not yet")
    menu.click()
    block(page, "q1").get_by_role("button", name="Reset", exact=True).click()
    expect(verdict(page, "q1")).to_contain_text("no longer counts")
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


def test_the_hub_keeps_a_record_before_its_turn_comes(open_context, url, folder):
    """Others may have the turn for long, and the page be left at once. In Firefox the hub has a storage of its own."""
    page = open_context("firefox").new_page()
    page.goto(url("file", LESSON, folder))
    hub = hub_of(page)
    hub.evaluate("() => void navigator.locks.request('recall:small-site:i:q1', () => new Promise(() => {}))")
    check(page, "q1", "This one")
    expect(verdict(page, "q1")).to_contain_text("Correct")
    hub.wait_for_function("() => localStorage.getItem('recall:small-site:i:q1')?.includes('right')")


def test_the_hub_answers_its_page_alone_and_no_message_that_does_not_read(page, url, folder, watch):
    """Over http it does nothing; from disk it leaves alone whatever is not a record of the site."""
    watch.allow("favicon")
    page.goto(url("http", "assets/recall/hub.html", folder))
    heard = page.evaluate("""() => new Promise((done) => {
        const heard = [], after = {asked: "answered", answered: "end"};
        window.addEventListener("message", ({data}) => {
            heard.push(data);
            if (data === "end") done(heard);
            else if (after[data]) window.postMessage(after[data], "*");
        });
        window.postMessage({recall: "hub", do: "open", site: "small-site"}, "*");
        window.postMessage("asked", "*");
    })""")
    assert heard == [{"recall": "hub", "do": "open", "site": "small-site"}, "asked", "answered", "end"]
    page.goto(url("file", LESSON, folder))
    check(page, "q1", "This one")
    merge = {"recall": "hub", "do": "merge", "number": 1}
    hostile = [None, 7, "open", [], merge, {**merge, "kind": "__proto__"}]
    hostile.append({**merge, "kind": "i", "name": "x", "raw": "{"})
    page.evaluate(
        """messages => { const frame = document.querySelector("iframe")?.contentWindow ?? window;
        for (const message of messages) { frame.postMessage(message, "*"); window.postMessage(message, "*") } }""",
        hostile,
    )
    page.reload()
    expect(verdict(page, "q1")).to_contain_text("Correct")
    keys = store_of(page).evaluate("() => Object.keys(localStorage)")
    assert sorted(key for key in keys if not key.startswith("recall:hub:")) == ["recall:small-site:i:q1"]
