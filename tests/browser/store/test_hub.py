"""The hub: from disk, where each file may have a storage of its own, it keeps the records of all pages."""

import shutil

import pytest
from playwright.sync_api import expect

from harness.lesson import (
    LESSON,
    check,
    hub_of,
    learn,
    rate,
    store_of,
    stored,
    verdict,
)
from harness.reader import block


@pytest.fixture
def own_folder(folder, tmp_path):
    """A copy of the site, for a test that changes something in it."""
    return shutil.copytree(folder, tmp_path / "own" / "site")


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


@pytest.mark.not_in_webkit("the test looks into the frame of the hub")
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


@pytest.mark.parametrize("browser_name", ["firefox"])
def test_a_test_that_is_started_before_the_hub_answers_waits_for_the_form_there(page, url, own_folder):
    """In Firefox a copy of its page has a storage of its own and knows of no form. It does not give the hub up here."""
    folder = own_folder
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


@pytest.mark.parametrize("browser_name", ["firefox"])
def test_the_hub_keeps_a_record_before_its_turn_comes(page, url, folder):
    """Others may have the turn for long, and the page be left at once. In Firefox the hub has a storage of its own."""
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
    assert sorted(key for key in keys if not key.startswith(("recall:hub:", "recall:files"))) == [
        "recall:small-site:i:q1"
    ]
