"""The HTML of an item in a review is that of the item on its page."""

import pytest
from playwright.sync_api import expect

from harness.review_site import REVIEW, button, card, rate, review

pytestmark = pytest.mark.quick("chromium")

ALIKE = """(item) => {
  const id = item.dataset.recallId;
  const copy = item.cloneNode(true);
  for (const added of copy.querySelectorAll('.md-code__nav, .tabbed-control')) added.remove();
  for (const each of copy.querySelectorAll('summary, button')) each.removeAttribute('aria-describedby');
  for (const menu of copy.querySelectorAll('.recall-menu')) menu.removeAttribute('data-recall-address');
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
to a page as it begins, what the review adds, and the descriptions of controls, which come in idle moments."""


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
