"""On paper: the worksheet, then the key on a page of its own, read from the text of the PDF of both browsers."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.quick("chromium")

TOPIC = "topics/fine-tuning.html"
TEST = "topics/fine-tuning-test.html#seed=7f3a2c"
QUESTION = "ft-why-faster"


def visit(press: Page, address: str, *, scripts: bool = True) -> None:
    """Open a page, and wait for the script that prints it: that comes after the page."""
    press.goto(address)
    if scripts:
        press.wait_for_function("globalThis.recallParts.here.tools")


SECRETS = ("To train a pretrained model a little further", "Find the rule.", "fills each row up", "Not yet")


def test_the_worksheet_gives_nothing_away_and_the_key_follows(press, sheets, small_url):
    visit(press, small_url("http"))
    question = press.locator(f'[id="recall-{QUESTION}"]')
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check answer").click()
    expect(question.get_by_role("status")).not_to_be_empty()
    log = press.evaluate(f"localStorage.getItem('recall:fine-tuning:i:{QUESTION}')")
    texts = sheets()
    start = next(number for number, text in enumerate(texts) if text.startswith("Answers"))
    worksheet, key = " ".join(texts[:start]), " ".join(texts[start:])
    assert "What does it mean to fine-tune a model?" in worksheet
    for secret in SECRETS:
        assert secret not in worksheet
    for answer in SECRETS[:3]:
        assert answer in key
    for control in ("Check answer", "Show answer", "Start learning", "All questions"):
        assert control not in worksheet
    assert press.evaluate(f"localStorage.getItem('recall:fine-tuning:i:{QUESTION}')") == log
    expect(question.get_by_role("status")).not_to_be_empty()


@pytest.mark.long
def test_a_worksheet_alone_has_no_key(press, sheets, url):
    visit(press, url("file", TOPIC))
    press.evaluate("() => { document.documentElement.dataset.recallPrint = 'worksheet' }")
    texts = sheets()
    assert not any(text.startswith("Answers") for text in texts)
    assert not any(secret in text for secret in SECRETS for text in texts)


def test_a_form_of_a_test_is_printed_with_its_seed(press, sheets, url):
    visit(press, url("file", TEST))
    text = " ".join(sheets())
    assert "7f3a2c" in text
    assert "10." in text
    assert "12." not in text.partition("Answers")[0]


MIXED = """# Mixed

/// card | loose

What stands by itself?

**Answer:** The answer of the card.

///

//// test | both draw=2 mix=2,0,0

{bank}
////
"""
ONE = """/// mcq | bank-{number} easy

What is asked as number {number}?

- [x] The key {number}
  > A reason.
- [ ] Another
  > A reason.

///
"""
BANK = "\n".join(ONE.format(number=number) for number in range(1, 4))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_test_is_printed_on_its_own_page_only(press, sheets, url, small_site, scripts):
    mixed = MIXED.format(bank=BANK)
    alone = "# Alone\n\n" + mixed[mixed.index("//// test") :].replace("both", "alone").replace("bank-", "alone-")
    folder = small_site({"mixed.md": mixed, "alone.md": alone}, theme="material")
    if not scripts:
        for page in folder.glob("*.html"):
            page.write_text(page.read_text().replace("<script", "<script type=text/plain"))
    visit(press, url("http", "mixed.html", folder), scripts=scripts)
    text = " ".join(sheets())
    assert "What stands by itself?" in text
    assert "What is asked as number" not in text
    assert "The key" not in text
    visit(press, url("http", "alone.html", folder), scripts=scripts)
    worksheet = " ".join(sheets()).partition("Answers")[0]
    assert all(f"What is asked as number {number}?" in worksheet for number in (1, 2, 3))


@pytest.mark.parametrize("seed", ["7f3a2c", "000001", "00000b"])
def test_the_questions_of_a_form_are_counted_from_one(press, url, shared_site, seed):
    text = "# Alone\n\n//// test | alone draw=2 mix=2,0,0\n\n" + BANK.replace("bank-", "alone-") + "\n////\n"
    folder = shared_site({"alone.md": text}, theme="material")
    press.goto(url("http", f"alone.html?{seed}#seed={seed}", folder))
    test = press.locator("recall-test")
    test.get_by_role("button", name="Start test").click()
    expect(test.get_by_text("1 of 2")).to_be_visible()
    press.evaluate("dispatchEvent(new Event('beforeprint'))")
    numbers = press.locator(".recall-item:not([hidden]) [data-recall-number]")
    assert [each.get_attribute("data-recall-number") for each in numbers.all()] == ["1.", "2."]
    assert press.locator(".recall-key-entry > .recall-number").all_text_contents() == ["1.", "2."]
