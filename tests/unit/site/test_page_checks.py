"""Goals, maps and placement tests: what only the whole site shows. Check and a build say the same."""

import re
from pathlib import Path

import pytest

from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings


def question(id: str, level: str = "easy", objective: str = "mask") -> str:
    header = f"/// mcq | {id} {level} objective={objective}"
    return f"{header}\n\nWhich one?\n\n- [x] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n\n///\n\n"


def exam(lesson: str, *questions: str) -> str:
    bank = "".join(questions)
    return f"# Test\n\n//// test | {lesson}-test draw=1 mix=1,0,0 learn={lesson}.md\n\n{bank}////\n"


LESSON = "# One\n\n/// ways | one-ways test=one-test.md\n\n///\n\n" + question("one")
SITE = {
    "index.md": "# Home\n",
    "a/one.md": LESSON,
    "a/one-test.md": exam("one", question("one-tested", objective="padding")),
    "a/two.md": "# Two\n\n" + question("two", objective="loss") + question("two-more", "medium", "loss"),
    "prose.md": "# Prose\n",
}


def both(small_site, caplog, pages: dict[str, str]) -> tuple[list[str], Path]:
    """What a build and `recall check` say of a site, which is the same, and the folder of the built site."""
    caplog.clear()
    site = small_site({**SITE, **pages}, plugins=[{"recall": {"site_id": "small"}}])
    errors = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    checked = [str(each) for each in read_site(read_settings(site.parent / "mkdocs.yml")).problems()]
    assert [each for each in checked if ": error " in each] == errors
    return errors, site


def goals(*names: str) -> str:
    return "/// goals | the-goals\n\n" + "".join(f"- Goal {{objective={name}}}\n" for name in names) + "\n///\n"


def test_objectives_of_the_page_and_of_its_tests_are_known(small_site, caplog) -> None:
    errors, site = both(small_site, caplog, {"a/one.md": LESSON + goals("mask", "padding", "mask,padding")})
    assert errors == []
    page = (site / "a" / "one.html").read_text("utf-8")
    assert re.findall(r'data-recall-items="([^"]*)"', page) == ["one", "one-tested", "one one-tested"]


def test_an_unknown_objective_names_the_nearest_one_or_all(small_site, caplog) -> None:
    errors, site = both(small_site, caplog, {"a/one.md": LESSON + goals("mask", "paddnig", "loss")})
    what = "goal-objective: goals the-goals: no question on this page, or in a test of it, has the objective"
    known = "Use one of `mask`, `padding`, or add it to the headers of the questions about it."
    assert errors == [
        f"docs/a/one.md:21: error {what} `paddnig`. Did you mean `padding`?",
        f"docs/a/one.md:22: error {what} `loss`. {known}",
    ]
    page = (site / "a" / "one.html").read_text("utf-8")
    assert "<recall-goals" not in page
    assert 'class="recall-error" id="recall-the-goals"' in page.replace(' role="note"', "")


def test_goals_without_any_questions_say_so(small_site, caplog) -> None:
    errors, _ = both(small_site, caplog, {"prose.md": "# Prose\n\n" + goals("mask")})
    assert len(errors) == 1
    assert errors[0].endswith("Add `objective=NAME` to the headers of the questions about it.")


def test_a_block_with_a_mistake_of_its_own_is_reported_for_that_alone(small_site, caplog) -> None:
    body = "- [T](prose.md)\n- [T](a/none.md)\n"
    errors, _ = both(small_site, caplog, {"index.md": f"# Home\n\n/// map\n\n{body}\n///\n"})
    assert [re.findall("error ([a-z-]+)", error)[0] for error in errors] == ["dead-link"]


def test_a_map_names_pages_with_questions(small_site, caplog) -> None:
    entries = ("a/one.md", "a/two.md#two", "prose.md", "a/on.md")
    body = "".join(f"- [T]({entry}), 5 min\n" for entry in entries)
    errors, site = both(small_site, caplog, {"index.md": f"# Home\n\n/// map\n\n{body}\n///\n", "a/on.md": "# On\n"})
    assert errors == [
        "docs/index.md:7: error map-topic: map: the page `prose.md` has no questions."
        " Link to the page of a lesson or a test, or write questions on that page.",
        "docs/index.md:8: error map-topic: map: the page `a/on.md` has no questions. Did you mean `a/one.md`?",
    ]
    assert "<recall-map" not in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("from=a/ per=2", ""),
        ("from=a/one.md,topic:a/two.md per=1", ""),
        (
            "from=a/ per=3",
            "error test-bank: test start: the test draws 3 questions from each topic, but `a/one.md` has 2."
            " Add choice questions with a level to it, or lower `per`.",
        ),
        (
            "from=topic:a/one.md per=1",
            "error test-placement: test start: all questions are from one topic, so there is nothing to choose from."
            " Name pages of several topics in `from`.",
        ),
        (
            "from=a/thre.md",
            "error test-from: test start: `a/thre.md` names a page that does not exist."
            " Fix the path, which is relative to this page.",
        ),
    ],
)
def test_each_topic_of_a_placement_test_has_enough_questions(small_site, caplog, header: str, message: str) -> None:
    page = f"# Start\n\n//// test | start {header} result=placement\n\n////\n"
    errors, site = both(small_site, caplog, {"start.md": page})
    assert errors[:1] == ([f"docs/start.md:3: {message}"] if message else [])
    shown = (site / "start.html").read_text("utf-8")
    assert ("<recall-test" in shown) == (not message)
    if not message:
        assert 'data-recall-per="' in shown
        assert "data-recall-mix" not in shown
        data = next((site / "assets" / "recall").glob("items.*.js")).read_text("utf-8")
        assert '"result":"placement"' in data
