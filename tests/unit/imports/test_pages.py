"""The page that questions are imported to: what is added, changed and kept."""

from pathlib import Path

import pytest

from imported import run_check, run_import

TWO = "// [id:one]\nWhat is one?{=a ~b ~c#No.}\n\nWhat is two?{=d ~e}\n"


def test_a_second_import_changes_nothing(site: Path) -> None:
    first = run_import(site, "gift", TWO)
    assert first.out.endswith("2 added, 0 changed, 0 unchanged.\n")
    second = run_import(site, "gift", TWO)
    assert second.out.endswith("0 added, 0 changed, 2 unchanged.\n")
    assert second.page == first.page


def test_what_authors_add_stays_when_the_wording_changes(site: Path) -> None:
    run_import(site, "gift", TWO)
    page = site / "docs" / "page.md"
    text = page.read_text("utf-8").replace("| one\n", "| one hard objective=x aka=uno\n")
    text = text.replace("- [ ] b\n", "- [ ] b\n  > It is not.\n  >\n  > ```\n  > b\n  > ```\n")
    text = text.replace("  > No.\n", "  > No.\n\n**Hint:** Think of `a`.\n\n**Hint:** Again.\n", 1)
    text = "Before.\n\n" + text.replace("\n/// mcq | what-is-two", "\nBetween.\n\n/// mcq | what-is-two")
    page.write_text(text, "utf-8")
    kept = page.read_text("utf-8")
    assert run_import(site, "gift", TWO).page == kept
    made = run_import(site, "gift", TWO.replace("What is one?", "What is number one?").replace("~c#No.", "~c#Never."))
    assert "docs/page.md:5: mcq one: changed\n" in made.out
    assert made.page == kept.replace("What is one?", "What is number one?").replace("  > No.\n", "  > Never.\n")
    assert run_import(site, "gift", TWO, "--keep").page == made.page


def test_a_changed_tail_of_a_question_without_an_id_changes_its_item(site: Path) -> None:
    source = "Which planet is the largest one {}?{{=Jupiter ~Mars}}"
    run_import(site, "gift", source.format("of all that go around the Sun"))
    made = run_import(site, "gift", source.format("of those that go around the Sun"))
    assert made.page.count("/// mcq") == 1
    assert "of those that" in made.page


def test_questions_that_begin_alike_keep_their_ids_in_any_order(site: Path) -> None:
    one, two, three = (f"What does the following line of code print: {n}?{{={n} ~x}}" for n in (1, 2, 3))
    first = run_import(site, "gift", f"{one}\n\n{two}")
    assert run_import(site, "gift", f"{two}\n\n{one}").page == first.page
    assert run_import(site, "gift", two).page == first.page
    made = run_import(site, "gift", f"{three}\n\n{two}\n\n{one}")
    assert made.page.startswith(first.page.rstrip("\n"))
    assert made.page.count("/// mcq | ") == 3


def test_a_question_that_is_there_twice_is_said(site: Path) -> None:
    made = run_import(site, "gift", "X?{=a ~b}\n\nX?{=a ~b}\n\n// [id:u]\nY?{=a ~b}\n\n// [id:u]\nZ?{=a ~b}")
    assert "file.gift:3: left out: it is the same question as the one in line 1." in made.said
    assert "file.gift:9: left out: its id `u` is that of the question in line 6 too." in made.said


def test_ids_of_other_pages_are_not_taken(site: Path) -> None:
    other = site / "docs" / "other.md"
    other.write_text("/// card | one\n\nX?\n\n**Answer:** Y\n\n///\n", "utf-8")
    made = run_import(site, "gift", TWO)
    assert "left out: its id `one` is used in docs/other.md:1." in made.said
    assert "/// mcq | what-is-two" in made.page
    made = run_import(site, "gift", TWO, "--prefix", "p-", page="docs/more.md")
    assert "/// mcq | p-one" in made.page
    assert run_check(site)[0] == 0


def test_an_item_of_another_kind_is_left_alone(site: Path) -> None:
    run_import(site, "gift", TWO)
    made = run_import(site, "gift", "// [id:one]\nWhat is one?{=a}")
    assert "the page has a choice question with its id `one`" in made.said


def test_only_the_items_of_a_page_change(site: Path) -> None:
    page = site / "docs" / "page.md"
    item = "/// mcq | one easy\n\nWhat?\n\n- [x] a\n- [ ] b\n- [ ] c\n  > No.\n\n///"
    inside = "\n".join(f"    {line}".rstrip() for line in item.replace("| one", "| in").split("\n"))
    text = f"\ufeff---\ntitle: x\n---\n# T\n\n//// practice | set\n\n{item}\n\n////\n\n!!! note\n\n{inside}\n\nEnd"
    page.write_bytes(text.replace("\n", "\r\n").encode())
    made = run_import(
        site, "gift", "// [id:one]\nWhat now?{=a ~b ~c}\n\n// [id:in]\nWhat else?{=a ~b ~c}\n\nNew?{=a ~b}"
    )
    changed = text.replace("| one easy\n\nWhat?", "| one easy\n\nWhat now?")
    changed = changed.replace("| in easy\n\n    What?", "| in easy\n\n    What else?")
    assert page.read_bytes().decode().startswith(changed.replace("\n", "\r\n"))
    assert made.page.endswith("End\n\n/// mcq | new\n\nNew?\n\n- [x] a\n- [ ] b\n\n///\n")


@pytest.mark.parametrize("before", ["# T\n", "# T", "# T\n\n", "Text\n\n## Two\n\nText\n"])
def test_new_questions_go_to_the_end(site: Path, before: str) -> None:
    (site / "docs" / "page.md").write_text(before, "utf-8")
    made = run_import(site, "gift", "X?{=a ~b}")
    assert made.page == before.rstrip("\n") + "\n\n/// mcq | x\n\nX?\n\n- [x] a\n- [ ] b\n\n///\n"


def test_a_difference_is_shown_and_nothing_written(site: Path) -> None:
    made = run_import(site, "gift", TWO, "--diff")
    assert (made.page, made.code) == ("", 0)
    assert "+/// mcq | one\n" in made.out
    assert made.out.endswith("(nothing was written).\n")


MISUSE = [
    pytest.param("gift", "", (), "docs/page.md", "it has no questions.", id="empty"),
    pytest.param("gift", TWO, ("--prefix", "P "), "docs/page.md", "--prefix cannot be `P `", id="prefix"),
    pytest.param("gift", TWO, (), "docs", "is a folder. Name a page in it.", id="folder"),
    pytest.param("gift", TWO, (), "docs/page.txt", "is no page: its name has to end in .md", id="no-page"),
    pytest.param("moodle", "<quiz", (), "docs/page.md", "line 1: it is no XML", id="xml"),
    pytest.param("moodle", "<!DOCTYPE quiz><quiz/>", (), "docs/page.md", "it has a document type", id="entities"),
    pytest.param("moodle", "<a/>", (), "docs/page.md", "it begins with `<a>`", id="other-xml"),
    pytest.param("json", "{}", (), "docs/page.md", "it is no file of `recall export json`.", id="json"),
    pytest.param("json", "[" * 100000, (), "docs/page.md", "it", id="deep-json"),
    pytest.param("csv", "", (), "docs/page.md", "it has no rows.", id="csv"),
    pytest.param("mdbook-quiz", "a = [", (), "docs/page.md", "it is no TOML", id="toml"),
    pytest.param("aiken", "x", (), "docs/page.md", "", id="aiken"),
]


@pytest.mark.parametrize(("form", "content", "words", "page", "said"), MISUSE)
def test_what_cannot_be_done_is_said(
    site: Path, form: str, content: str, words: tuple[str, ...], page: str, said: str
) -> None:
    made = run_import(site, form, content, *words, page=page)
    assert made.code in (1, 2)
    assert said in made.said


def test_a_page_that_takes_its_end_in_is_refused(site: Path) -> None:
    (site / "docs" / "page.md").write_text("```\nx\n", "utf-8")
    made = run_import(site, "gift", TWO)
    assert (made.code, "opens a code block that nothing closes" in made.said) == (2, True)


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_any_encoding_is_read(site: Path, coding: str) -> None:
    made = run_import(site, "gift", "Größe?{=groß ~klein}\r\n\r\nZwei?{=a ~b}".encode(coding))
    assert "Größe?" in made.page
    assert ("not in UTF-8" in made.said) == (coding == "cp1252")
    assert made.page.count("/// mcq") == 2
