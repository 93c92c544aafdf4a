"""The HTML of an item in a review is that of the item on its page, or of a card that asks for a concept."""

import pytest
from playwright.sync_api import expect

from harness.review_site import EXTENSIONS, REVIEW, THEME, button, card, rate, review

pytestmark = pytest.mark.quick("chromium")

ALIKE = """(item) => {
  const id = item.dataset.recallId;
  const copy = item.cloneNode(true);
  for (const added of copy.querySelectorAll('.md-code__nav, .tabbed-control')) added.remove();
  for (const menu of copy.querySelectorAll('.recall-menu')) menu.removeAttribute('data-recall-address');
  for (const missing of copy.querySelectorAll('.recall-missing')) missing.removeAttribute('class');
  for (const stem of copy.querySelectorAll('[data-recall-number]')) stem.removeAttribute('data-recall-number');
  for (const link of copy.querySelectorAll('.tabbed-labels a')) link.replaceWith(...link.childNodes);
  for (const labels of copy.querySelectorAll('.tabbed-labels')) labels.className = 'tabbed-labels';
  const places = new Set([...item.querySelectorAll('[id]')].map((place) => `#${place.id}`));
  for (const each of copy.querySelectorAll('*')) {
    for (const name of ['href', 'src']) if (each.hasAttribute(name)) each.setAttribute(name, each[name]);
    if (places.has(each.hash)) each.setAttribute('href', each.hash);
    for (const {name, value} of [...each.attributes]) {
      const own = value.replaceAll(`review:${id}:`, '').replaceAll(id, 'ID');
      each.setAttribute(name, own.replace(/__code_\\d+/, 'CODE'));
    }
    if (each.localName === 'pre') each.removeAttribute('id');
    each.removeAttribute('style');
  }
  return copy.innerHTML.trim().split(/(?<=>)\\s*(?=<)/);
}"""
"""The inside of an item, tag by tag, without what differs from place to place: its id, its number, what the theme adds
to a page as it begins, and what the review adds."""


def test_an_item_has_the_same_html_on_its_page_and_in_a_review(later, url, folder):
    page = later()
    page.goto(url("http", "deep/rich.html", folder))
    own = {id: page.locator(f'[id="recall-{id}"]').evaluate(ALIKE) for id in ("rich-card", "rich-question")}
    rate(page, ["rich-card"])
    question = page.locator('[id="recall-rich-question"]')
    question.get_by_role("radio", name="The distractor").check()
    button(question, "Check answer").click()
    expect(question).to_contain_text("Not yet")
    page = later(2)
    page.goto(url("http", REVIEW, folder))
    for at in range(2):
        expect(review(page)).to_contain_text(f"{at + 1} of 2")
        id = card(page).get_attribute("data-recall-id") or ""
        assert card(page).evaluate(ALIKE) == own.pop(id)
        if id == "rich-card":
            card(page).get_by_text("Show answer").click()
            button(card(page), "Good").click()
        else:
            card(page).get_by_role("radio", name="The key").check()
            button(card(page), "Check answer").click()
            button(review(page), "Next").click()
    assert own == {}


CONCEPTS = {
    "plain": "The second concept",
    "paragraphs": "It has *two* paragraphs.\n\nThis is the other.",
    "code": "```text\ncode first\n```",
    "quote": "Somebody said:\n\n> Quoted.",
}
LEVELS = ("", " intermediate")
MISSING = "You had 1 of 2. What is missing?"
TWINS = {f"{shape}{at}": (concept, level) for shape, concept in CONCEPTS.items() for at, level in enumerate(LEVELS)}


def write_twins(id: str, concept: str, level: str) -> str:
    """A prompt whose second concept comes back, and the card that asks for the same."""
    indented = concept.replace("\n", "\n  ").replace("\n  \n", "\n\n")
    return (
        f"/// explain | {id}{level}\n\nExplain it.\n\n**Concepts:**\n\n- The first concept\n- {indented}\n\n"
        f"**Model answer:** Both.\n\n///\n\n"
        f"/// card | twin-{id}{level}\n\nExplain it.\n\n{MISSING}\n\n**Answer:**\n\n{concept}\n\n///\n"
    )


def test_a_concept_in_a_review_has_the_html_of_a_card_that_asks_for_it(later, url, shared_site):
    twins = "\n".join(write_twins(id, *twin) for id, twin in TWINS.items())
    pages = {"index.md": f"# Both\n\n{twins}", "review.md": "# R\n\n/// review new=20\n\n///\n"}
    plugins = [{"recall": {"site_id": "small"}}]
    folder = shared_site(pages, theme=THEME, plugins=plugins, markdown_extensions=EXTENSIONS)
    page = later()
    page.goto(url("http", "index.html", folder))
    own = {id: page.locator(f'[id="recall-twin-{id}"]').evaluate(ALIKE) for id in TWINS}
    for id in TWINS:
        prompt = page.locator(f'[id="recall-{id}"]')
        prompt.get_by_label("Your explanation").fill("What I think.")
        button(prompt, "Show model answer").click()
        prompt.get_by_role("checkbox").nth(0).check()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page = later(1)
    page.goto(url("http", "review.html", folder))
    for at in range(len(TWINS)):
        expect(review(page)).to_contain_text(f"{at + 1} of {len(TWINS)}")
        expect(card(page)).to_contain_text(MISSING)
        id = (card(page).get_attribute("data-recall-id") or "").partition(":")[0]
        assert card(page).evaluate(ALIKE) == own.pop(id), id
        question = card(page).locator(".recall-ask")
        expect(card(page).locator(".recall-rate")).to_have_attribute(
            "aria-labelledby", question.get_attribute("id") or ""
        )
        card(page).get_by_text("Show answer").click()
        button(card(page), "Good").click()
    assert own == {}
