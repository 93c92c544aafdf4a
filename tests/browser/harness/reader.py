"""What a reader does with questions, for tests of what comes of it. Things are found as readers find them."""

import re

from playwright.sync_api import Locator, Page, expect

_TAKE = """(test, {wrong, skipped}) => {
    const press = (name) => {
        const buttons = [...test.querySelectorAll("button")].filter((each) => each.checkVisibility());
        buttons.find((each) => each.textContent.trim() === name).click();
    };
    const list = (item, selector, name) => [...item.querySelectorAll(selector)].map((each) => each.getAttribute(name));
    const choose = (item, isRight) => {
        const reasons = [...item.querySelectorAll(".recall-solution .recall-reasons > li")];
        const inputs = [...item.querySelectorAll("fieldset > ol > li")].map((row) => row.querySelector("input"));
        const keys = inputs.map(({value}) => value).filter((_, at) => "recallKey" in reasons[at].dataset);
        const chosen = inputs.filter(({value}) => keys.includes(value) === isRight);
        for (const input of isRight ? chosen : chosen.slice(0, 1)) input.click();
    };
    const produced = {
        "RECALL-FILL": (item) => {
            const rows = [...item.querySelectorAll("[data-recall-typed][data-recall-key]")].reverse();
            const keys = rows.map(({dataset}) => [dataset.recallBlank, dataset.recallTyped]);
            return Object.values(Object.fromEntries(keys));
        },
        "RECALL-NUMBER": (item) => list(item, "[data-recall-low][data-recall-key]", "data-recall-low").slice(0, 1),
        "RECALL-ORDER": (item) => list(item, ".recall-ordered > li", "data-recall-option"),
        "RECALL-MATCH": (item) => [...item.querySelectorAll(".recall-matched > li")]
            .map(({dataset}) => `${dataset.recallOption}=${dataset.recallKey}`),
    };
    const respond = (item, isRight) => {
        if (!(item.tagName in produced)) return choose(item, isRight);
        const right = produced[item.tagName](item);
        const wrong = {
            "RECALL-ORDER": right.toReversed(),
            "RECALL-MATCH": right.map((pair) => pair.split("=")[0] + "=" + right[0].split("=")[1]),
        }[item.tagName] ?? ["-98765"];
        item.choose(isRight ? right : wrong);
        const control = item.querySelector(":is(.recall-gap input, .recall-pair select, .recall-pieces > li)");
        control.dispatchEvent(new Event("change", {bubbles: true}));
    };
    const all = test.querySelectorAll(".recall-head .recall-circles > li:not([hidden])").length;
    for (let number = 1; number <= all; number += 1) {
        const item = [...test.querySelectorAll(".recall-items > *")].find((each) => each.checkVisibility());
        const isRight = number <= all - skipped - wrong;
        if (number <= all - skipped) respond(item, isRight);
        if (number < all) press("Next");
    }
    press("Finish test");
}"""


_VALUES = """item => {
    const reasons = [...item.querySelectorAll(".recall-solution .recall-reasons > li")];
    const values = [...item.querySelectorAll("fieldset > ol > li")].map((row) => row.querySelector("input").value);
    return [values.filter((_, at) => "recallKey" in reasons[at].dataset), values];
}"""


def block(page: Page, id: str) -> Locator:
    """The element of an item or a set."""
    return page.locator(f'[id="recall-{id}"]')


def button(holder: Locator | Page, name: str | re.Pattern[str]) -> Locator:
    """A button by its whole name."""
    return holder.get_by_role("button", name=name, exact=True)


def shown(holder: Locator) -> Locator:
    """The item of a set that is in view."""
    return holder.locator(".recall-items > :visible")


def key_of(item: Locator) -> list[str]:
    """Values of the options that are right."""
    return item.evaluate(_VALUES)[0]


def choose(item: Locator, *, right: bool) -> None:
    """Choose the key, or the first distractor."""
    keys, values = item.evaluate(_VALUES)
    for value in keys if right else [next(value for value in values if value not in keys)]:
        item.locator(f'input[value="{value}"]').check()


def answer(item: Locator, *, right: bool) -> None:
    """Choose the key, or the first distractor, and have it checked."""
    choose(item, right=right)
    button(item, "Check answer").click()
    expect(item.get_by_role("status")).to_contain_text("Correct" if right else "Not yet")


def wait_until_kept(page: Page) -> None:
    """Wait until the pages of other files know what was done here: in Firefox the hub has to tell that it has it."""
    page.wait_for_function("""() => location.protocol !== "file:" || !navigator.userAgent.includes("Firefox") ||
        Object.keys(localStorage).filter((key) => /^recall:[^:]+:[idt]:/.test(key))
            .every((key) => JSON.parse(localStorage.getItem(key)).sent)""")


def take_test(test: Locator, *, wrong: int = 0, skipped: int = 0) -> None:
    """Answer a form in progress in one go: the last questions wrong, the very last not at all.

    A few tests press every button as a reader does, with a second for each; to the others only the result matters.
    """
    expect(test.get_by_text(re.compile(r"^1 of \d+$")).first).to_be_visible()
    test.evaluate(_TAKE, {"wrong": wrong, "skipped": skipped})


def name_in_address(page: Page, anchor: str) -> None:
    """Follow a link to an element, and wait: a browser may scroll and move the focus for it with its next frame."""
    page.evaluate("anchor => { location.hash = `#${anchor}` }", anchor)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
