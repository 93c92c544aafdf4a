"""Formulas in a review: items of other pages are handed to whatever sets formulas on the page."""

from playwright.sync_api import expect

from harness.reader import block
from harness.themes import PLAIN

CARD = "/// card | {id}\n\nWhat does {id} ask?\n\n**Answer:** The answer of {id}.\n\n///\n"
LATER = "{ const now = Date.now; Date.now = () => now() + DAYS * 86400000; }"
MATHS = "# Maths\n\n/// card | maths\n\nWhat is $x^2$?\n\n**Answer:** It is $x x$.\n\n///\n\n" + CARD.format(id="plain")
ASKED = "const asked = (window.asked = []);"
MATHJAX = (
    ASKED
    + """window.MathJax = { startup: { promise: Promise.resolve() }, async typesetPromise(items) {
    if (!items) return;
    for (const item of items) for (const one of item.querySelectorAll(".arithmatex")) one.textContent = "set";
    asked.push(items[0].dataset.recallId);
} };"""
)
KATEX = (
    ASKED
    + """window.renderMathInElement = (formula) => {
    formula.innerHTML = '<span class="katex">set</span>';
    asked.push(formula.closest(".recall-item").dataset.recallId);
};"""
)
LISTENER = (
    KATEX
    + """document.addEventListener("recall-shown", ({ target }) => {
    for (const one of target.querySelectorAll(".arithmatex")) one.innerHTML = '<span class="katex">set here</span>';
});"""
)
BROKEN = (
    ASKED
    + """const fail = () => { throw new Error("theirs"); };
window.MathJax = { typesetPromise: async () => fail() };
window.renderMathInElement = fail;"""
)
FORMULAS = [
    (MATHJAX, "What is set?", ["maths"]),
    (KATEX, "What is set?", ["maths", "maths"]),
    (LISTENER, "What is set here?", []),
    (BROKEN, r"What is \(x^2\)?", []),
    ("", r"What is \(x^2\)?", None),
]


def test_formulas_are_set_by_what_the_page_has(open_context, url, small_site, watch):
    watch.allow("theirs")
    pages = {"index.md": MATHS, "review.md": "# Review\n\n/// review\n\n///\n"}
    extensions = [{"pymdownx.arithmatex": {"generic": True}}]
    plugins = [{"recall": {"site_id": "small"}}]
    folder = small_site(pages, theme=PLAIN, markdown_extensions=extensions, plugins=plugins)
    context = open_context("chromium")
    page = context.new_page()
    page.goto(url("http", "index.html", folder))
    for id in ("maths", "plain"):
        block(page, id).get_by_text("Show answer").click()
        block(page, id).get_by_role("button", name="Again").click()
    for days, (script, text, asked) in enumerate(FORMULAS, 2):
        page = context.new_page()
        page.add_init_script(LATER.replace("DAYS", str(days)) + script)
        page.goto(url("http", "review.html", folder))
        review = page.locator("recall-review")
        card = review.locator(".recall-items > .recall-item")
        for at in range(2):
            expect(review).to_contain_text(f"{at + 1} of 2")
            if card.get_attribute("data-recall-id") == "maths":
                expect(card.locator(".recall-prompt")).to_contain_text(text)
            card.get_by_text("Show answer").click()
            card.get_by_role("button", name="Again").click()
        expect(review).to_contain_text("0 of 2 right")
        assert page.evaluate("window.asked ?? null") == asked
        page.close()  # Its clock is another day's, and it would go on writing what it recorded.
