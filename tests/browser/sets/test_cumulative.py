"""A test over several pages as a learner meets it: over http and from disk, with pages in other folders."""

import re
import shutil
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from harness.reader import button

pytestmark = pytest.mark.quick("chromium")

PIXEL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#3d4db3"/></svg>\n'
)
QUESTION = """/// mcq | {id} {level} objective={objective}

What is asked as {id}?{more}

- [x] The key of {id}
  > Because it is {id}.
- [ ] The distractor of {id}
  > Because it is not {id}.

///
"""
MORE = '\n\n![a square](square.svg)\n\n```python\nprint("copied")\n```'
WIDE = """# Wide

//// test | wide title="Wide test" draw=8 mix=4,3,1 from=topic:../deep/one.md,two.md

{own}
////
"""
EASY = tuple(f"a{number}" for number in range(4)) + tuple(f"t{number}" for number in range(3))


def questions(ids: Iterable[str], level: str, objective: str, more: str = "") -> str:
    return "\n".join(QUESTION.format(id=id, level=level, objective=objective, more=more) for id in ids)


SITE = {
    "index.md": "# Home\n",
    "deep/one.md": "# One\n\n## Alpha\n\n" + questions(EASY[:4], "easy", "alpha", MORE),
    "deep/one-test.md": "# One test\n\n//// test | one-test draw=2 mix=2,0,0 learn=one.md\n\n"
    + questions(EASY[4:], "easy", "alpha")
    + "\n////\n",
    "deep/square.svg": PIXEL,
    "far/two.md": "# Two\n\n## Beta\n\n"
    + questions(("b0", "b1", "b2"), "medium", "beta")
    + questions(["b3"], "hard", "beta"),
    "far/wide.md": WIDE.format(own=questions(["own"], "hard", "own")),
    "other.md": "# Other\n\n" + questions(["other"], "easy", "alpha"),
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
}
TEST = "far/wide.html"
SEED = "#seed=7f3a2c"


@pytest.fixture
def folder(shared_site: Callable[..., Path]) -> Path:
    """The site; no test changes it."""
    return shared_site(
        SITE,
        theme={"name": "material", "font": False, "features": ["content.code.copy", "navigation.instant"]},
        markdown_extensions=["pymdownx.superfences", "pymdownx.highlight"],
        plugins=[{"recall": {"site_id": "wide"}}],
    )


def wide(page: Page) -> Locator:
    return page.locator("recall-test")


def item(page: Page, id: str) -> Locator:
    """A question wherever it stands."""
    return page.locator(f'recall-mcq[data-recall-id="{id}"]')


def shown(page: Page) -> Locator:
    """The question in view."""
    return wide(page).locator(".recall-items > :visible")


def begin(page: Page) -> None:
    button(page, "Start test").click()
    expect(wide(page).get_by_text("1 of 8", exact=True)).to_be_visible()


def work(page: Page, *, wrong: Iterable[int] = (), start: int = 1) -> list[str]:
    """Answer the questions of the form from one on, and finish it: their ids in order."""
    ids = []
    for number in range(start, 9):
        expect(wide(page).locator(".recall-head").get_by_text(f"{number} of 8", exact=True)).to_be_visible()
        question = shown(page)
        expect(question).to_have_count(1)
        ids.append(question.get_attribute("data-recall-id") or "")
        question.get_by_role("radio", name="The distractor" if number in wrong else "The key").check()
        button(wide(page), "Finish test" if number == 8 else "Next").click()
    return ids


def form(page: Page) -> list[str]:
    """What a form holds that was begun: the rows of its list."""
    button(wide(page), "All questions").click()
    rows = wide(page).locator(".recall-row-stem").all_inner_texts()
    button(wide(page), "One at a time").click()
    return rows


@pytest.mark.quick("chromium http")
def test_a_form_is_taken_from_other_pages_and_counts_there(page, url, kind, folder):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url(kind, TEST, folder))
    expect(wide(page).locator(".recall-sources").get_by_role("link", name="One")).to_be_visible()
    begin(page)
    assert not any("/pages/other." in each for each in asked)
    expect(button(wide(page), "Check answer")).to_have_count(0)
    first = shown(page).get_attribute("data-recall-id") or ""
    shown(page).get_by_role("radio", name="The distractor").check()
    button(wide(page), "Flag").click()
    button(wide(page), "Next").click()
    expect(wide(page).get_by_text("2 of 8", exact=True)).to_be_visible()
    page.reload()
    expect(wide(page).get_by_text("2 of 8", exact=True)).to_be_visible()
    expect(button(wide(page), "Question 1, answered, flagged")).to_be_visible()
    ids = [first, *work(page, start=2, wrong=[5])]
    result = wide(page).locator(".recall-end")
    expect(result).to_contain_text("6 of 8")
    assert len(set(ids)) == 8
    assert set(ids[:4]) < set(EASY)
    assert set(ids[4:7]) == {"b0", "b1", "b2"}

    page.reload()
    expect(result).to_contain_text("6 of 8")
    missed = result.locator("details.recall-question").first
    missed.locator("summary").first.click()
    expect(missed.get_by_text(f"Because it is not {first}.").first).to_be_visible()
    missed.locator("summary[aria-label=More]").click()
    own_page = missed.get_by_role("link", name="Link", exact=True).evaluate("link => link.href")
    assert re.search(rf"/deep/one(-test)?\.html#recall-{first}$", own_page)
    study = result.locator(".recall-next")
    expect(study.get_by_role("link", name="Alpha")).to_have_attribute("href", re.compile(r"/deep/one\.html#alpha$"))
    study.get_by_role("link", name="Beta").click()
    expect(page).to_have_url(re.compile(r"/far/two\.html#beta$"))
    expect(item(page, ids[4]).get_by_role("status")).to_contain_text("Not yet")
    expect(item(page, ids[5]).get_by_role("status")).to_contain_text("Correct")

    page.goto(url(kind, "progress.html", folder))
    line = page.locator("recall-progress section", has=page.get_by_role("heading", name="Wide test"))
    expect(line).to_contain_text("6 of 8 on")
    line.get_by_role("link", name="Wide test").click()
    expect(result).to_contain_text("6 of 8")
    button(wide(page), "Retry the 2 you missed").click()
    expect(wide(page).get_by_text("1 of 2", exact=True)).to_be_visible()


def test_what_was_answered_on_its_own_page_comes_last(page, url, folder):
    page.goto(url("http", "deep/one.html", folder))
    for id in EASY[:3]:
        item(page, id).get_by_role("radio", name="The key").check()
        button(item(page, id), "Check answer").click()
        expect(item(page, id).get_by_role("status")).to_contain_text("Correct")
    page.goto(url("http", TEST, folder))
    other = page.context.new_page()
    other.goto(url("http", TEST, folder))
    begin(page)
    expect(wide(other).get_by_text("1 of 8", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"#seed=\w+-[0-9a-f]+$"))
    assert set(work(page)[:4]) == set(EASY[3:])
    result = wide(page).locator(".recall-end")
    expect(result).to_contain_text("8 of 8")
    expect(wide(other).locator(".recall-end")).to_contain_text("8 of 8")
    button(wide(page), "New test").click()
    work(page)
    expect(result).to_contain_text("Left out of the verdict: 8 questions that you answered in the last 24 hours.")


def test_a_seed_gives_the_same_form_to_everybody_and_on_paper(open_context, url, folder):
    forms = []
    for _ in range(2):
        page = open_context("chromium").new_page()
        page.goto(url("file", TEST, folder) + SEED)
        begin(page)
        forms.append(form(page))
    assert forms[0] == forms[1]
    assert len(set(forms[0])) == 8
    page = open_context("chromium").new_page()
    page.goto(url("http", TEST, folder) + SEED)
    page.wait_for_load_state("networkidle")
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(page.pdf())).pages)
    worksheet, _, key = text.partition("Answers")
    assert "7f3a2c" in worksheet
    asked = r"What is asked as \w+\?"
    assert re.findall(asked, worksheet) == re.findall(asked, " ".join(forms[0]))
    assert "Because it is" not in worksheet
    assert len(re.findall(r"Because it is \w+\.", key)) == 8
    expect(button(page, "Start test")).to_be_visible()
    begin(page)


def test_with_the_keyboard_alone_and_for_axe(open_page, url, folder, axe):
    page = open_page(scheme="dark", width=320, height=700)
    page.goto(url("http", TEST, folder))
    assert axe(page, "recall-test") == []
    button(page, "Start test").focus()
    page.keyboard.press("Enter")
    for number in range(1, 9):
        expect(wide(page).locator(".recall-head").get_by_text(f"{number} of 8", exact=True)).to_be_visible()
        expect(shown(page).locator(".recall-stem")).to_be_focused()
        page.keyboard.press("1")
        expect(shown(page).get_by_role("radio", checked=True)).to_have_count(1)
        if number == 1:
            expect(shown(page).get_by_role("img", name="a square")).to_have_count(shown(page).locator("img").count())
            assert axe(page, "recall-test") == []
        button(wide(page), "Finish test" if number == 8 else "Next").focus()
        page.keyboard.press("Enter")
    title = wide(page).locator(".recall-end .recall-title").first
    expect(title).to_be_focused()
    assert axe(page, "recall-test") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_missing_is_said_and_the_pages_stay_within_reach(open_context, url, folder, tmp_path, watch):
    """The manifest, then the data of a page, then the plugin; last the script itself."""
    watch.allow("assets/recall/")
    whole = tmp_path / "whole" / "site"
    shutil.copytree(folder, whole)
    page = open_context("chromium").new_page()
    start, told = button(page, "Start test"), wide(page).get_by_text("The questions could not be loaded.")
    link = wide(page).locator(".recall-sources").get_by_role("link", name="Two")
    recall = whole / "assets" / "recall"
    for missing in (next(recall.glob("items.*.js")), next(recall.glob("pages/far/two.*.js"))):
        away = missing.rename(missing.with_suffix(".away"))
        page.goto(url("http", TEST, whole))
        start.click()
        expect(told).to_be_visible()
        expect(told).to_be_focused()
        expect(start).to_be_hidden()
        expect(link).to_be_visible()
        away.rename(missing)
    page.reload()
    begin(page)
    away = missing.rename(missing.with_suffix(".away"))
    page.reload()
    expect(told).to_be_visible()
    away.rename(missing)
    page.reload()
    expect(wide(page).get_by_text("1 of 8", exact=True)).to_be_visible()

    built = whole / TEST
    built.write_text(
        re.sub('data-recall-manifest="[^"]+"', 'data-recall-manifest=""', built.read_text("utf-8")), "utf-8"
    )
    page = open_context("chromium").new_page()
    page.goto(url("http", TEST, whole))
    expect(wide(page).get_by_text("This site was built without the data that this test needs.")).to_be_visible()
    expect(button(page, "Start test")).to_be_hidden()
    page = open_context("chromium", scripts=False).new_page()
    page.goto(url("http", TEST, folder))
    expect(button(page, "Start test")).to_be_hidden()
    wide(page).locator(".recall-sources").get_by_role("link", name="Two").click()
    expect(page).to_have_url(re.compile(r"/far/two\.html$"))
