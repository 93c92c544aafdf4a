"""Questions and controls that are listed by name can be told apart by it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.quick("chromium")

CODE = "What does this print?\n\n```python\nimport torch\n\n# {words}\nprint({words!r})\n```\n"
LONG = (
    "Training goes on for 20 epochs and the loss of the {words} set rises after the third one of them, as you see.\n\n"
)
STEMS = {
    "What does this print? print('first')": CODE.format(words="first"),
    "What does this print? print('second')": CODE.format(words="second"),
    "What does this print? import os": "```python\n\nimport os\n```\n\nWhat does this print?\n",
    "Training goes on for 20 epochs and the loss of the validation set … What is the cause?": LONG.format(
        words="validation"
    )
    + "What is the cause?\n",
    "480 texts. What is the cause?": "480 texts.\n\nWhat is the cause?\n",
    "batch steps 16 30 What is the cause?": "| batch | steps |\n| --- | --- |\n| 16 | 30 |\n\nWhat is the cause?\n",
    "What is padding?": "What is padding?\n",
}
QUESTION = "/// mcq | q{number} easy objective=all\n\n{stem}\n- [x] Yes\n  > So it is.\n- [ ] No\n  > It is.\n\n///\n\n"
BANK = "".join(QUESTION.format(number=number, stem=stem) for number, stem in enumerate(STEMS.values()))
EXTENSIONS = ["tables", "pymdownx.superfences", "pymdownx.highlight"]
CARDS = "".join(f"/// card | c{at} easy\n\nWhat is word {at}?\n\n**Answer:** This.\n\n///\n\n" for at in range(3))


@pytest.mark.parametrize("linenums", [False, pytest.param(True, marks=pytest.mark.long)])
def test_a_list_of_questions_names_each_so_that_it_can_be_told_apart(chromium_page, url, build, linenums):
    page = chromium_page
    extensions = [*EXTENSIONS[:2], {"pymdownx.highlight": {"linenums": linenums, "anchor_linenums": True}}]
    pages = {
        "index.md": f"# Set\n\n//// practice | s\n\n{BANK}////\n",
        "test.md": f"# Test\n\n//// test | t draw=7 mix=7,0,0\n\n{BANK.replace('| q', '| t')}////\n",
    }
    folder = build(pages, markdown_extensions=extensions)
    page.goto(url("http", "index.html", folder))
    page.get_by_role("button", name="All questions").click()
    rows = page.locator(".recall-row-stem").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == list(STEMS)
    page.goto(url("http", "test.html", folder))
    page.get_by_role("button", name="Start test").click()
    for _ in range(6):
        page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Finish test").click()
    page.get_by_role("button", name="Finish test").first.click()
    shown = page.locator(".recall-question .recall-row-stem")
    expect(shown).to_have_count(7)
    assert sorted(" ".join(row.split()) for row in shown.all_inner_texts()) == sorted(STEMS)


def test_show_answer_says_of_which_card(page, url, build):
    page.goto(url("http", "index.html", build(f"# Cards\n\n{CARDS}")))
    shown = page.locator("recall-card summary").filter(has_text="Show answer")
    for number in range(3):
        expect(shown.nth(number)).to_have_accessible_description(f"What is word {number}?")
        expect(shown.nth(number)).to_have_accessible_name("Show answer")
    shown.first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Hide answer").first).to_be_visible()
