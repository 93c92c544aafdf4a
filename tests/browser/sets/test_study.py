"""Explain, practice and test as a learner meets them on the real course, over http and from disk, in both browsers."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.browsers import SCHEMES
from harness.reader import answer, block, button, choose, key_of, shown, take_test
from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

TOPIC = "topics/fine-tuning.html"
TEST = "topics/fine-tuning-test.html"
SEED = "#seed=7f3a2c"
PRACTICE = ("ft-main-purpose", "ft-training-arguments", "ft-padded-length", "ft-trainer-without-model",
            "ft-small-data-settings")  # fmt: skip


# Explain


def test_an_explanation_is_written_compared_and_scored(page, small_url, way):
    page.goto(small_url(way, TOPIC))
    prompt = block(page, "ft-explain-steps")
    model = prompt.get_by_text("Model answer", exact=True)
    expect(model).to_be_hidden()
    button(prompt, "Show model answer").click()
    expect(prompt.get_by_text("Write first. Two lines are enough to compare.")).to_be_visible()
    expect(model).to_be_hidden()
    prompt.get_by_label("Your explanation").fill("Load, prepare, train.\nThen check and keep.")
    button(prompt, "Show model answer").click()
    expect(model).to_be_visible()
    ticks = prompt.get_by_role("checkbox")
    expect(ticks).to_have_count(5)
    for number in range(3):
        ticks.nth(number).check()
    expect(prompt.get_by_text("You got 3/5 concepts")).to_be_visible()
    expect(prompt.get_by_text("2 concepts come back in your review.")).to_be_visible()
    page.goto(small_url(way, "index.html"))
    page.goto(small_url(way, TOPIC))
    expect(prompt.get_by_label("Your explanation")).to_have_value("Load, prepare, train.\nThen check and keep.")
    expect(prompt.get_by_role("checkbox", checked=True)).to_have_count(3)
    expect(prompt.get_by_text("You got 3/5 concepts")).to_be_visible()


# Practice


def test_a_practice_is_worked_through_and_retried(page, small_url, way):
    page.goto(small_url(way, TOPIC))
    practice = block(page, "fine-tuning-practice")
    expect(practice.get_by_text("1 of 5", exact=True)).to_be_visible()
    expect(shown(practice)).to_have_count(1)
    for number, id in enumerate(PRACTICE, 1):
        expect(practice.get_by_text(f"{number} of 5", exact=True)).to_be_visible()
        item = block(page, id)
        expect(item).to_be_visible()
        answer(item, right=number not in (2, 4))
        if number == 3:
            page.reload()
            expect(practice.get_by_text("3 of 5", exact=True)).to_be_visible()
            expect(item.get_by_role("status")).to_contain_text("Correct")
        button(practice, "Next").click()
    expect(practice.get_by_text("Set finished")).to_be_visible()
    expect(practice.get_by_text(re.compile(r"^3 right on the first try, 2 missed\."))).to_be_visible()
    button(practice, "Retry the 2 you missed").click()
    expect(practice.get_by_text("1 of 2", exact=True)).to_be_visible()
    for id in (PRACTICE[1], PRACTICE[3]):
        item = block(page, id)
        expect(item).to_be_visible()
        expect(item.get_by_role("radio", checked=True)).to_have_count(0)
        answer(item, right=True)
        button(practice, "Next").click()
    expect(practice.get_by_text("Set finished")).to_be_visible()
    expect(practice.get_by_text("2 right on the first try. 2 questions come back in your review.")).to_be_visible()
    expect(button(practice, re.compile("^Retry the"))).to_have_count(0)
    button(practice, "Start over").click()
    expect(practice.get_by_text("1 of 5", exact=True)).to_be_visible()


def test_a_practice_that_was_skipped_through_leads_to_what_is_open(page, small_url):
    page.goto(small_url("http", TOPIC))
    practice = block(page, "fine-tuning-practice")
    answer(block(page, PRACTICE[0]), right=True)
    for _ in PRACTICE:
        button(practice, "Next").click()
    expect(practice.get_by_text("4 questions are unanswered", exact=True)).to_be_visible()
    expect(practice.get_by_text("Set finished")).to_have_count(0)
    button(practice, "Go to question 2").press("Enter")
    expect(practice.get_by_text("2 of 5", exact=True)).to_be_visible()
    expect(block(page, PRACTICE[1]).locator(".recall-stem")).to_be_focused()


def test_all_questions_are_a_list_to_jump_from(page, small_url):
    page.goto(small_url("file", TOPIC))
    practice = block(page, "fine-tuning-practice")
    button(practice, "All questions").click()
    expect(button(practice, "One at a time")).to_be_visible()
    practice.get_by_role("button", name=re.compile("A small data set|480 training texts")).or_(
        practice.locator(".recall-list button").last
    ).first.click()
    expect(block(page, PRACTICE[4])).to_be_visible()
    expect(practice.get_by_text("5 of 5", exact=True)).to_be_visible()


def test_a_link_to_a_question_inside_a_set_shows_it(page, small_url, way):
    page.goto(small_url(way, TOPIC) + f"#recall-{PRACTICE[3]}")
    expect(block(page, PRACTICE[3])).to_be_visible()
    expect(block(page, PRACTICE[0])).to_be_hidden()


# Test


def work_through(page: Page, test: Locator) -> None:
    """Answer the ten questions right, one by one."""
    head, foot = test.locator(".recall-head"), test.locator(".recall-foot")
    for number in range(1, 11):
        expect(head.get_by_text(f"{number} of 10", exact=True)).to_be_visible()
        item = shown(test)
        expect(item).to_have_count(1)
        choose(item, right=True)
        button(foot, "Finish test" if number == 10 else "Next").click()


def test_from_the_ways_to_a_strong_verdict(page, small_url, way):
    page.goto(small_url(way, TOPIC))
    page.get_by_role("link", name=re.compile("See where you stand")).first.click()
    test = block(page, "fine-tuning-test")
    expect(test.get_by_text("1 of 10", exact=True)).to_be_visible()
    expect(test.get_by_role("button", name="Check answer")).to_have_count(0)
    work_through(page, test)
    result = test.locator(".recall-end")
    expect(result.get_by_text("Strong", exact=True)).to_be_visible()
    expect(result).to_contain_text("10 of 10")
    expect(result).to_contain_text("between 81% and 99%")
    page.reload()
    expect(result).to_contain_text("10 of 10")
    button(test, "New test").click()
    expect(test.get_by_text("1 of 10", exact=True)).to_be_visible()


def test_a_bank_that_is_too_small_is_told_before_it_is_begun(page, url, small_site):
    question = "/// mcq | q{0} easy\n\nWhich?\n\n- [{1}] One\n  > Yes.\n- [ ] Two\n  > No.\n\n///\n\n"
    bank = "".join(question.format(number, "x" if number else " ") for number in range(2))
    folder = small_site("# Test\n\n//// test | small draw=2 mix=2,0,0\n\n" + bank + "////\n", theme=PLAIN)
    page.goto(url("http", "index.html", folder))
    expect(page.get_by_text("This test needs more questions.")).to_be_visible()
    expect(button(page, "Start test")).to_have_count(0)


def test_a_flag_says_what_pressing_it_does(page, small_url):
    page.goto(small_url("file", TEST) + SEED)
    test = block(page, "fine-tuning-test")
    button(test, "Start test").click()
    button(test, "Flag").click()
    expect(button(test, "Unflag")).to_be_visible()
    expect(button(test, "Unflag")).not_to_have_attribute("aria-pressed", re.compile(""))
    expect(button(test, "Question 1, flagged")).to_be_visible()


def test_what_is_missed_becomes_a_study_list(page, small_url):
    page.goto(small_url("http", TEST) + SEED)
    test = block(page, "fine-tuning-test")
    button(test, "Start test").click()
    take_test(test, wrong=3, skipped=2)
    expect(test.get_by_text("2 questions are unanswered. They count as missed.")).to_be_visible()
    expect(button(test, "Go to question 9")).to_be_visible()
    button(test, "Finish test").click()
    result = test.locator(".recall-end")
    expect(result).to_contain_text("5 of 10")
    expect(result.get_by_text("Weak for now")).to_be_visible()
    sections = result.locator(".recall-sections a").all_inner_texts()
    assert sorted(set(sections)) == sorted(sections) != []
    link = result.locator(".recall-sections a").first
    section = link.inner_text()
    expect(result.locator("summary code").first).to_be_visible()
    question = result.locator("details.recall-question").last
    question.locator("summary").first.click()
    expect(question.get_by_text("Why each option")).to_be_visible()
    link.click()
    heading = page.locator(":is(h1, h2, h3):target")
    expect(heading).to_have_text(re.compile(re.escape(section)))
    expect(heading).to_be_in_viewport()


def test_a_seed_gives_the_same_form_to_everybody_and_survives_a_reload(open_page, small_url):
    forms = []
    for _ in range(2):
        page = open_page()
        page.goto(small_url("file", TEST) + SEED)
        test = block(page, "fine-tuning-test")
        button(test, "Start test").click()
        first = shown(test)
        choose(first, right=True)
        button(test, "Next").click()
        page.reload()
        expect(test.get_by_text("2 of 10", exact=True)).to_be_visible()
        button(test, "Back").click()
        expect(shown(test).locator("input:checked")).to_have_count(len(key_of(shown(test))))
        forms.append(page.evaluate("JSON.parse(localStorage.getItem('recall:fine-tuning:t:fine-tuning-test'))"))
    assert forms[0]["items"] == forms[1]["items"]
    assert forms[0]["orders"] == forms[1]["orders"]
    assert len(set(forms[0]["items"])) == 10


def test_the_final_answer_names_the_keys_by_the_letters_of_the_form(page, url, small_site):
    options = [f"- [{'x' if text in 'CE' else ' '}] Text {text}\n  > Reason {text}.\n" for text in "CDEFGH"]
    question = f"/// mcq | letters easy\n\nWhich two?\n\n{''.join(options)}\n///\n"
    folder = small_site(f"//// test | shuffled draw=1 mix=1,0,0\n\n{question}\n////\n", theme=PLAIN)
    moved = 0
    for seed in ("7f3a2c", "000001", "00000b"):
        page.goto(url("http", f"index.html?{seed}#seed={seed}", folder))
        test = block(page, "shuffled")
        button(test, "Start test").click()
        rows = shown(test).locator("fieldset [data-recall-letter]").all()
        letters = {row.inner_text().split()[-1]: row.get_attribute("data-recall-letter") for row in rows}
        assert sorted(letters.values()) == list("ABCDEF")
        moved += letters["C"] != "A"
        take_test(test)
        named = test.locator(".recall-solution b:first-child + * > p").all_text_contents()
        assert named == sorted(f"{letters[text]}: Text {text}" for text in "CE")
        button(test, "Reset this test").click()
        button(test, "Reset").click()
    assert moved > 0


# The first page


def test_a_lesson_leads_in_and_shows_where_one_stands(page, small_url):
    lesson = small_url("http", TOPIC)
    page.goto(lesson)
    test_way, learn = (page.locator(f".recall-ways [data-recall-way={name}]").first for name in ("test", "learn"))
    expect(test_way).to_contain_text("10 questions, no time limit")
    card = block(page, "ft-meaning")
    card.get_by_text("Show answer").click()
    button(card, "Good").click()
    page.goto(small_url("http", TEST) + SEED)
    test = block(page, "fine-tuning-test")
    button(test, "Start test").click()
    take_test(test, wrong=3)
    expect(test.locator(".recall-end")).to_contain_text("7 of 10")
    page.goto(lesson)
    expect(learn).to_contain_text("1 of 12 cards recalled")
    expect(test_way).to_contain_text("Last test: getting there, 7 of 10 on")


@pytest.mark.not_in_webkit("without scripts nothing can look into its pages")
def test_without_scripts_the_first_page_leads_in_as_well(open_page, url):
    page = open_page(scripts=False)
    page.goto(url("file"))
    ways = page.locator(".recall-ways > a")
    assert "Start learning" in ways.nth(1).inner_text()
    assert re.search(r"\d+ cards, \d+ questions", ways.nth(1).inner_text())
    assert re.search(r"topics/fine-tuning\.html$", ways.nth(1).get_attribute("href") or "")


# Everywhere


@pytest.mark.not_in_webkit("without scripts nothing can look into its pages")
def test_without_scripts_all_questions_stand_in_order(open_page, small_url):
    page = open_page(scripts=False)
    page.goto(small_url("file", TOPIC))
    for id in PRACTICE:
        assert block(page, id).is_visible()
    practice = block(page, "fine-tuning-practice")
    for name in ("Next", "Back", "All questions"):
        assert not practice.get_by_role("button", name=name, exact=True).first.is_visible()
    page.goto(small_url("file", TEST))
    assert not page.get_by_role("button", name="Start test", exact=True).first.is_visible()
    assert page.locator("recall-test recall-mcq").last.is_visible()


@pytest.mark.parametrize("path", [TOPIC, TEST + SEED])
def test_nothing_scrolls_sideways_at_320(open_page, url, path):
    page = open_page(width=320, height=700)
    page.goto(url("file", path))
    if path != TOPIC:
        test = block(page, "fine-tuning-test")
        button(test, "Start test").click()
        take_test(test, wrong=4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.long
@pytest.mark.parametrize(("browser_name", "scheme"), SCHEMES)
def test_axe_finds_nothing_in_a_test_and_its_result(open_page, url, axe, scheme):
    page = open_page(scheme=scheme)
    page.goto(url("http", TEST) + SEED)
    test = block(page, "fine-tuning-test")
    button(test, "Start test").click()
    assert axe(page) == []
    take_test(test, wrong=3)
    expect(test.locator(".recall-end")).to_contain_text("7 of 10")
    assert axe(page) == []


def test_the_menu_closes_on_escape(page, small_url):
    page.goto(small_url("file", TOPIC))
    card = block(page, "ft-meaning")
    card.locator("summary[aria-label=More]").click()
    link = card.get_by_role("link", name="Link", exact=True)
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


def test_print_buttons(page, small_url):
    page.goto(small_url("http", TOPIC))
    page.evaluate("() => { window.printed = [] }")
    page.evaluate("() => { window.print = () => printed.push(document.documentElement.dataset.recallPrint) }")
    button(page, "Print worksheet").click()
    button(page, "Print with answers").click()
    assert page.evaluate("window.printed") == ["worksheet", "answers"]
