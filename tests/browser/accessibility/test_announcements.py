"""A status message is announced once for each action, and nothing is announced for what takes the focus along."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from harness.lesson import LESSON
from harness.reader import block, button

LISTEN = """() => {
    window.said = [];
    const before = new WeakMap();
    const listen = () => {
        for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
            const text = region.checkVisibility() ? region.innerText.trim().replace(/\\s+/g, " ") : "";
            if (text !== (before.get(region) ?? "") && text !== "") said.push(text);
            before.set(region, text);
        }
    };
    listen();
    said.length = 0;
    new MutationObserver(listen).observe(document.body,
        {subtree: true, childList: true, characterData: true, attributes: true});
}"""
"""Collects what a screen reader would say of live regions: the text of each, whenever it is another one."""
SETTLED = "() => new Promise((done) => setTimeout(done, 300))"


def hear(page: Page, act: Callable[[], object]) -> list[str]:
    """What is announced when something is done."""
    page.evaluate("said.length = 0")
    act()
    page.evaluate(SETTLED)
    return page.evaluate("said")


def hears(page: Page, act: Callable[[], object], words: str | None) -> None:
    """Do something and expect one announcement that contains the words, or none."""
    said = hear(page, act)
    assert len(said) == (words is not None), said
    assert all(re.search(words or "", text) for text in said), said


@pytest.mark.quick("chromium")
def test_what_is_done_with_items_is_announced_once(page, url, folder):
    page.goto(url("http", LESSON, folder))
    page.evaluate(LISTEN)
    question, card, prompt = block(page, "q1"), block(page, "c1"), block(page, "why")
    check = button(question, "Check answer").click
    hears(page, check, "Choose an answer first")
    hears(page, question.get_by_role("radio").nth(1).check, None)
    hears(page, check, "Not yet")
    hears(page, question.get_by_role("radio").nth(0).check, None)
    hears(page, check, "Correct")
    hears(page, button(question, "Show answer").click, None)
    hears(page, card.get_by_text("Show answer").click, None)
    hears(page, button(card, re.compile("^Good")).click, "Good")
    hears(page, lambda: prompt.get_by_role("textbox").fill("Because."), None)
    hears(page, button(prompt, "Show model answer").click, None)
    hears(page, prompt.get_by_role("checkbox").first.check, "You got 1/2 concepts")
    hears(page, prompt.get_by_role("checkbox").last.check, "You got 2/2 concepts")


def test_what_is_done_with_a_test_is_announced_once(chromium_page, url, folder):
    page = chromium_page
    page.goto(url("http", "topics/test.html", folder))
    page.evaluate(LISTEN)
    test = block(page, "the-test")
    said = {}
    said["start"] = hear(page, button(test, "Start test").click)
    said["choose"] = hear(page, test.locator(".recall-items > :visible").get_by_role("radio").first.check)
    said["next"] = hear(page, button(test, "Next").click)
    said["finish"] = hear(page, button(test, "Finish test").click)
    assert all(len(each) <= 1 for each in said.values()), said
