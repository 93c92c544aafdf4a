"""A reader's progress: shown in words with its evidence, carried from disk to a served site and back, and reset."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from harness import excerpt
from harness.course import ROOT
from harness.reader import answer, block, button, take_test, wait_until_kept
from mkdocs_recall.assets import FIXED, HASHED, shipped
from mkdocs_recall.kinds import ITEMS as ITEM_KINDS

pytestmark = pytest.mark.quick("chromium")

PROGRESS = "progress.html"
TOPIC = "topics/fine-tuning.html"
TEST = "topics/fine-tuning-test.html"
SOURCES = [ROOT / "docs" / Path(page).with_suffix(".md") for page in (TOPIC, TEST)]
_ITEM = re.compile(rf"(?m)^/// (?:{'|'.join(ITEM_KINDS)}) \|")
ITEMS = sum(len(_ITEM.findall(source.read_text("utf-8"))) for source in SOURCES)
"""How many cards, prompts and questions the topic has, its test included."""
EMPTY = "No answers yet. They appear here, topic by topic, and stay in this browser."


def progress(page: Page) -> Locator:
    return page.locator("recall-progress")


def take(page: Page, wrong: int) -> None:
    """A test from its start to its end."""
    test = page.locator("recall-test")
    button(test, "Start test").click()
    take_test(test, wrong=wrong)
    expect(test.locator(".recall-end").get_by_role("button", name="New test")).to_be_visible()
    wait_until_kept(page)


def exported(page: Page) -> str:
    """What a click on "Export progress" saves, read where the page hands it over."""
    page.evaluate("""() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => ((window.exported = blob.text()), make.call(URL, blob));
    }""")
    button(progress(page), "Export progress").click()
    return page.evaluate("() => window.exported")


def take_in(page: Page, folder: Path, text: str) -> None:
    """Choose a file of that text at "Import progress"."""
    file = folder / "progress.json"
    file.write_text(text, encoding="utf-8")
    page.locator('recall-progress input[type="file"]').set_input_files(file)


def states(page: Page, url, kind: str) -> dict[str, object]:
    """All that pages show of what is kept."""
    page.goto(url(kind, PROGRESS))
    expect(progress(page).get_by_role("heading", name="Sections")).to_be_visible()
    seen: dict[str, object] = {"topics": page.locator(".recall-topics").inner_text()}
    page.goto(url(kind, TOPIC))
    expect(page.get_by_text("Read again: ")).to_be_visible()
    ways = page.locator(".recall-ways")
    expect(ways.get_by_text("Last test: getting there, 7 of 10")).to_have_count(ways.count())
    seen["ways"] = ways.all_inner_texts()
    answered = page.locator("recall-mcq[data-recall-state], recall-card[data-recall-rating]")
    seen["items"] = answered.evaluate_all("items => items.map(i => [i.id, {...i.dataset}])")
    return seen


def test_before_the_first_answer_there_is_one_button(page, url, way, axe):
    page.goto(url(way, PROGRESS))
    expect(progress(page).get_by_text(EMPTY)).to_be_visible()
    expect(progress(page).locator(".recall-empty").get_by_role("link")).to_have_count(1)
    expect(button(progress(page), "Import progress")).to_be_visible()
    expect(button(progress(page), "Export progress")).to_be_hidden()
    assert way == "file" or axe(page, "recall-progress") == []
    progress(page).get_by_role("link", name="Start test").click()
    expect(page.get_by_text("1 of 10", exact=True).or_(button(page, "Start test")).first).to_be_visible()


def test_a_topic_has_its_state_its_evidence_and_its_sections(page, small_url, way, axe):
    page.goto(small_url(way, f"{TEST}#seed=7f3a2c"))
    take(page, wrong=1)
    page.goto(small_url(way, PROGRESS))
    told = progress(page).locator(".recall-standing .recall-told").first
    expect(told).to_have_text(re.compile(r"^Strong\. Last test: 9 of 10 on \d+ \w+, likely 68% to 95%\.$"))
    expect(progress(page).get_by_role("img", name="Likely score: 68% to 95%")).to_be_visible()
    expect(progress(page).get_by_text(f"10 of {excerpt.ITEMS} answered, 9 right last time.")).to_have_count(1)
    expect(progress(page).get_by_text(re.compile(r"Nothing is due\. The next review is on \d+ \w+\."))).to_be_visible()
    first = progress(page).locator(".recall-sections > li").first
    expect(first).to_contain_text(re.compile(r"\d+ of \d+ right, (\d+ missed, )?\d+ not answered$"))
    for words in ("Right last time", "Missed last time", "Not answered yet"):
        expect(progress(page).get_by_text(words, exact=True)).to_be_visible()
    assert way == "file" or axe(page, "recall-progress") == []
    section = first.get_by_role("link")
    anchor = (section.get_attribute("href") or "").partition("#")[2]
    section.click()
    expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()


@pytest.mark.timeout(300)
def test_progress_moves_from_disk_to_a_served_site_and_back(page, small_url, tmp_path):
    page.goto(small_url("file", TOPIC))
    answer(block(page, "ft-why-faster"), right=False)
    card = page.locator("recall-card").first
    card.locator("summary.recall-toggle").click()
    button(card, "Good").click()
    page.goto(small_url("file", f"{TEST}#seed=7f3a2c"))
    take(page, wrong=3)
    there = states(page, small_url, "file")
    page.goto(small_url("file", PROGRESS))
    first = exported(page)

    page.goto(small_url("http", PROGRESS))
    expect(progress(page).get_by_text(EMPTY)).to_be_visible()
    take_in(page, tmp_path, first)
    expect(progress(page).get_by_role("status")).to_contain_text(re.compile(r"^Imported 12 answers\."))
    assert states(page, small_url, "http") == there

    page.goto(small_url("http", TOPIC))
    answer(block(page, "ft-why-faster"), right=True)
    here = states(page, small_url, "http")
    assert here != there
    page.goto(small_url("http", PROGRESS))
    second = exported(page)
    page.goto(small_url("file", PROGRESS))
    expect(progress(page).get_by_role("heading", name="Sections")).to_be_visible()
    take_in(page, tmp_path, second)
    expect(progress(page).get_by_role("status")).to_contain_text("Imported 1 answer.")
    assert states(page, small_url, "file") == here
    page.goto(small_url("file", PROGRESS))
    expect(progress(page).get_by_role("heading", name="Sections")).to_be_visible()
    assert json.loads(exported(page))["records"]["i"] == json.loads(second)["records"]["i"]
    take_in(page, tmp_path, first)
    expect(progress(page).get_by_role("status")).to_have_text("Nothing in the file was new.")


FILE = '{"format":"recall-progress","v":1,"site":"fine-tuning","records":{"i":{%s}}}'
HOSTILE = {
    "larger than 64 MB": "[" + " " * 64 * 1024 * 1024 + "]",
    "nested too deeply": "[" * 100_000 + "]" * 100_000,
    "does not contain exported progress": "<script>window.hurt = 1</script>",
    "another site, “<img src=x onerror=hurt=1>”": json.dumps(
        {"format": "recall-progress", "v": 1, "site": "<img src=x onerror=hurt=1>", "records": {}}
    ),
    "an impossible record for “<img src=x onerror=hurt=1>”": FILE % '"<img src=x onerror=hurt=1>":{"v":1,"log":[]}',
    "an impossible record for “__proto__”": FILE % '"__proto__":{"v":1,"log":[]}',
    "an impossible record for “ft-why-faster”": FILE
    % '"ft-why-faster":{"v":1,"log":[{"id":"a","time":1,"kind":"reset"},7]}',
}


def test_a_hostile_file_changes_nothing_and_the_page_says_why(page, small_url, tmp_path):
    page.goto(small_url("http", TOPIC))
    answer(block(page, "ft-why-faster"), right=True)
    page.goto(small_url("http", PROGRESS))
    expect(progress(page).get_by_role("heading", name="Sections")).to_be_visible()
    before = page.evaluate("JSON.stringify(localStorage)"), page.locator(".recall-topics").inner_html()
    for reason, text in HOSTILE.items():
        take_in(page, tmp_path, text)
        expect(progress(page).get_by_role("status")).to_contain_text("Nothing was imported")
        expect(progress(page).get_by_role("status")).to_contain_text(reason)
        assert page.evaluate("() => window.hurt ?? {}.log ?? null") is None
        assert (page.evaluate("JSON.stringify(localStorage)"), page.locator(".recall-topics").inner_html()) == before


@pytest.mark.parametrize("word", ["reset", "Fine-Tuning "])
def test_everything_is_reset_by_typing(page, small_url, way, word):
    page.goto(small_url(way, TOPIC))
    answer(block(page, "ft-why-faster"), right=True)
    page.goto(small_url(way, PROGRESS))
    progress(page).get_by_text("Reset everything").first.click()
    field = progress(page).get_by_label(re.compile("^Type “reset” or “fine-tuning” to confirm"))
    field.fill("yes")
    field.press("Enter")
    expect(progress(page).get_by_role("status")).to_have_text("Nothing was reset: the word does not match.")
    expect(progress(page).get_by_role("heading", name="Sections")).to_be_visible()
    field.fill(word)
    button(progress(page), "Reset everything").click()
    expect(progress(page).get_by_role("status")).to_have_text("Everything was reset.")
    expect(progress(page).get_by_text(EMPTY)).to_be_visible()
    page.goto(small_url(way, TOPIC))
    expect(block(page, "ft-why-faster").get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.quick("chromium http", "firefox file")
def test_what_another_tab_does_shows_here(page, small_url, kind):
    page.goto(small_url(kind, PROGRESS))
    expect(progress(page).get_by_text(EMPTY)).to_be_visible()
    other = page.context.new_page()
    other.goto(small_url(kind, TOPIC))
    answer(block(other, "ft-why-faster"), right=True)
    expect(progress(page).get_by_text("No test yet.")).to_be_visible()
    expect(progress(page).get_by_text(f"1 of {excerpt.ITEMS} answered, 1 right last time.")).to_have_count(1)


def test_what_is_wrong_with_the_storage_is_said(page, small_url):
    page.goto(small_url("http", PROGRESS))
    page.evaluate("""() => {
        localStorage.setItem("recall:fine-tuning:i:ft-why-faster", "<b>broken</b>");
        localStorage.setItem("recall:fine-tuning:i:ft-newer", '{"v":2}');
    }""")
    page.reload()
    kept = progress(page).locator(".recall-health")
    expect(kept.get_by_text("1 record could not be read. It was set aside unchanged.")).to_be_visible()
    expect(kept.get_by_text("1 record is from a newer version of this site.")).to_be_visible()
    kept.get_by_text("Unreadable records").click()
    expect(kept.get_by_text("<b>broken</b>")).to_be_visible()


def test_a_topic_shows_its_own_line(page, url, way):
    page.goto(url(way, "reference/progress.html"))
    line = page.locator("recall-progress[data-recall-topic]")
    expect(line).to_have_text(f"Not started. {ITEMS} questions.")
    expect(line.get_by_role("button")).to_have_count(0)
    page.goto(url(way, TOPIC))
    answer(block(page, "ft-why-faster"), right=True)
    page.goto(url(way, "reference/progress.html"))
    told = f"No test yet. 1 of {ITEMS} answered, 1 right last time. Nothing is due. The "
    expect(line).to_have_text(re.compile("^" + told))


def test_without_scripts_it_is_one_sentence(open_page, url):
    page = open_page(scripts=False)
    page.goto(url("file", PROGRESS))
    assert progress(page).inner_text().startswith("Your progress is saved in your browser only")


def test_topics_show_without_the_plugin_too(page, url, way, small_site):
    """The page itself holds what a manifest would say. The shipped files are put there by hand, as such a site does."""
    question = "/// mcq | one easy objective=sums\n\n1 + 1?\n\n- [x] 2\n  > Yes.\n- [ ] 3\n  > No.\n\n///\n"
    pages = {
        "index.md": "# Home\n\n" + question,
        "deep/own.md": "# Own\n\n/// progress\n\n///\n",
        "other.md": "# Other\n\n" + question.replace("| one", "| two"),
    }
    folder = small_site(
        pages,
        theme="material",
        use_directory_urls=way == "http",
        plugins=[],
        markdown_extensions=[{"recall": {"site_id": "alone"}}],
    )
    for uri, content in map(shipped, (*HASHED, *FIXED)):
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_bytes(content)
    first, own = ("", "deep/own/") if way == "http" else ("index.html", "deep/own.html")
    page.goto(url(way, first, folder))
    answer(block(page, "one"), right=True)
    page.goto(url(way, own, folder))
    begun, others = progress(page).get_by_role("heading", name="Home"), progress(page).get_by_role("link", name="Other")
    expect(begun).to_be_visible()
    expect(progress(page).locator(".recall-meta").first).to_contain_text("1 of 1 answered, 1 right last time.")
    expect(others).to_be_visible()
    progress(page).get_by_role("link", name="Home").first.click()
    expect(block(page, "one").get_by_role("status")).to_contain_text("Correct")
