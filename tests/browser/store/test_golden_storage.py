"""What each kind of block really stores, compared with tests/spec/golden/storage.md."""

import json
import re

import pytest
from playwright.sync_api import expect

from harness.reader import answer, block, button, choose, shown, take_test
from harness.themes import PLAIN
from paths import SPEC

GOLDEN = SPEC / "golden"
KEPT = """() => Object.fromEntries(Object.keys(localStorage).filter((key) => key.startsWith("recall:"))
    .map((key) => [key, JSON.parse(localStorage.getItem(key))]))"""
ANEW = ("id", "time", "session", "since", "finished")
"""Fields whose values differ from visit to visit."""


def golden() -> dict[str, dict]:
    """The records by their keys."""
    text = (GOLDEN / "storage.md").read_text("utf-8")
    found = re.findall(r"^`(recall:\S*)`$\n\n```json\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return {key: json.loads(record) for key, record in found}


def known(value):
    """A record without what is new in each visit; fields stay, with the type of what they hold."""
    if isinstance(value, list):
        return [known(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: type(held).__name__ if name in ANEW else known(held) for name, held in value.items()}


@pytest.fixture
def stored(shared_site, open_context, url):
    """A function that opens a page of the golden site, in Chromium, and one that reads what is stored."""
    sources = {kind: (GOLDEN / f"{kind}.md").read_text("utf-8") for kind in ("card", "mcq", "explain", "practice")}
    pages = {f"{kind}.md": f"# {kind}\n\n{source}" for kind, source in sources.items()}
    site = GOLDEN / "site"
    pages |= {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.md")}
    folder = shared_site(pages, theme=PLAIN, plugins=[{"recall": {"site_id": "golden"}}])
    page = open_context("chromium").new_page()

    def visit(name):
        page.goto(url("http", f"{name}.html", folder))
        return page

    return visit, lambda: page.evaluate(KEPT)


def test_a_card(stored):
    visit, read = stored
    page = visit("card")
    page.get_by_text("Show answer").click()
    button(page, "Good").click()
    expect(page.get_by_role("status").first).to_contain_text("Good")
    (key,) = (each for each in read() if not each.endswith(":due"))
    wanted = golden()[key]
    assert known(read()[key]) == known({**wanted, "log": wanted["log"][:1]})


def test_a_choice_question(stored):
    visit, read = stored
    item = block(visit("mcq"), "padding-length")
    answer(item, right=False)
    button(item, "Show step 1 of 2").click()
    button(item, "Show hint").click()
    log, draft = "recall:golden:i:padding-length", "recall:golden:d:padding-length"
    assert known(read()[draft]) == {**known(golden()[draft]), "steps": 1, "answer": False}
    answer(item, right=True)
    wanted = golden()[log]
    assert known(read()[log]) == known({**wanted, "log": wanted["log"][:2]})
    button(item, "Show answer").click()
    assert read()[draft]["answer"] is True


def test_an_explain_prompt(stored):
    visit, read = stored
    page = visit("explain")
    item = block(page, "why-not-float")
    log, draft, wanted = "recall:golden:i:why-not-float", "recall:golden:d:why-not-float", golden()
    item.get_by_role("textbox").fill(wanted[draft]["text"])
    button(item, "Show model answer").click()
    item.get_by_role("checkbox", name="A float is stored in binary").check()
    page.reload()
    assert known(read()[log]) == known({**wanted[log], "log": wanted[log]["log"][:1]})
    button(item, "Show hint").click()
    assert known(read()[draft]) == known(wanted[draft])


def test_a_practice_and_its_retry(stored):
    visit, read = stored
    practice = block(visit("practice"), "first-steps")
    answer(shown(practice), right=False)
    for _ in range(2):
        button(practice, "Next").click()
    key, wanted = "recall:golden:d:first-steps", golden()
    assert known(read()[key]) == known(wanted[key])
    assert read()[key]["since"] == 0
    assert read()["recall:golden:i:half-of-third"]["log"][0]["context"] == "practice"
    button(practice, "Next").click()
    button(practice, "Retry the 1 you missed").click()
    expect(practice.get_by_text("1 of 1")).to_be_visible()
    assert known(read()[key]) == known(wanted["recall:golden:d:retried-steps"])
    assert read()[key]["since"] > 0


@pytest.mark.parametrize(
    ("name", "id", "end"),
    [("topics/lesson-test", "lesson-test", ""), ("whole", "whole-test", ".whole-test")],
    ids=["of its page", "over several pages"],
)
def test_a_test(stored, name, id, end):
    """A form is drawn by chance, so what the fields hold differs; at the end the logs of its questions hear of it."""
    visit, read = stored
    key, wanted = f"recall:golden:t:{id}", golden()
    page = visit(name)
    test = block(page, id)
    button(test, "Start test").click()
    expect(test.get_by_text("1 of 2", exact=True)).to_be_visible()
    choose(shown(test), right=True)
    assert fields(read()[key]) == fields(wanted["recall:golden:t:running-test"])
    assert read()[key]["page"].endswith(f"/{name}.html")
    take_test(test)
    expect(test.get_by_role("heading", name="Too few to say")).to_be_visible()
    assert fields(read()[key]) == fields(wanted["recall:golden:t:finished-test"])
    record, logs = read()[key], [record for key, record in read().items() if ":i:" in key]
    assert re.fullmatch(rf"[0-9a-f]{{1,6}}\.[0-9a-z]+{re.escape(end)}", record["session"])
    tested = wanted["recall:golden:i:tested-first"]["log"][0]
    for log in logs:
        assert [fields(entry) for entry in log["log"]] == [fields(tested)]
        assert (log["log"][0]["context"], log["log"][0]["session"]) == ("test", record["session"])
    assert len(logs) == 2


def fields(record):
    """The names and types of a record's fields."""
    return {name: type(value).__name__ for name, value in record.items()}
