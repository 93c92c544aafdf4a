"""The option `on_error`: what a problem does to the build, under the plugin and with the Markdown extension alone."""

from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort

from mkdocs_recall.extension.context import RecallError

CARD = "/// card | {}\n\nWhat?\n\n**Answer:** That.\n\n///\n\n"
FAULTY = "/// card | {}\n\nWhat?\n\n///\n\n"
NO_ANSWER = "error no-answer: card {}: the card has no answer. Write it below the question as `**Answer:** text`."
PAGES = {
    "a.md": "# A\n\n" + CARD.format("a"),
    "b.md": "# B\n\n" + FAULTY.format("b") + FAULTY.format("b-2"),
    "c.md": "# C\n\n" + FAULTY.format("c") + CARD.format("a"),
}
OF_B = [f"docs/b.md:3: {NO_ANSWER.format('b')}", f"docs/b.md:9: {NO_ANSWER.format('b-2')}"]
OF_C = [
    f"docs/c.md:3: {NO_ANSWER.format('c')}",
    "docs/c.md:9: error duplicate-id: card a: the id is already used in docs/a.md:3. Give one of the two another id.",
]
WIDE = "# Wide\n\n//// test | {} draw=1 mix=1,0,0 from=gone.md\n\n////\n"


def setting(value: str | None) -> list[dict[str, dict[str, str]]]:
    return [{"recall": {"site_id": "x"} | ({} if value is None else {"on_error": value})}]


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The problems that were reported, in order."""
    lines = [line for record in caplog.records for line in record.getMessage().split("\n")]
    return [line for line in lines if ": error " in line]


@pytest.mark.parametrize("value", [None, "report"])
def test_report_names_all_problems_and_builds(small_site, caplog, value: str | None) -> None:
    site = small_site(PAGES, plugins=setting(value))
    assert told(caplog) == [*OF_B, *OF_C]
    assert all((site / name.replace(".md", ".html")).is_file() for name in PAGES)
    with pytest.raises(Abort):
        small_site(PAGES, plugins=setting(value), strict=True)


def test_raise_stops_at_the_first_page_with_a_problem(small_site, tmp_path: Path, caplog) -> None:
    with pytest.raises(Abort):
        small_site(PAGES, plugins=setting("raise"), site_dir=str(tmp_path / "site"))
    assert told(caplog) == OF_B
    assert not list((tmp_path / "site").rglob("*.html"))


def test_raise_reads_no_page_after_the_first_with_a_problem(small_site, caplog) -> None:
    macro = {"d.md": "# D\n\n[gone](nowhere.md)\n"}
    with pytest.raises(Abort):
        small_site({**PAGES, **macro}, plugins=setting("raise"))
    assert "nowhere.md" not in caplog.text
    caplog.clear()
    small_site({**PAGES, **macro}, plugins=setting("report"))
    assert "nowhere.md" in caplog.text


def test_raise_builds_a_site_without_problems(small_site, caplog) -> None:
    warned = "/// mcq | q easy\n\nWhich?\n\n- [x] Yes\n- [ ] No\n\n///\n"
    site = small_site({"a.md": PAGES["a.md"], "q.md": warned}, plugins=setting("raise"))
    assert told(caplog) == []
    assert (site / "q.html").is_file()


def test_raise_knows_problems_that_take_the_whole_site(small_site, caplog) -> None:
    pages = {"a.md": PAGES["a.md"], "one.md": WIDE.format("one"), "two.md": WIDE.format("two")}
    with pytest.raises(Abort):
        small_site(pages, plugins=setting("raise"))
    (problem,) = told(caplog)
    assert problem.startswith("docs/one.md:3: error test-from: test one: `gone.md` names a page that does not exist.")


def test_raise_stops_at_a_page_that_is_not_utf8(small_site, caplog, monkeypatch) -> None:
    write = Path.write_text
    monkeypatch.setattr(Path, "write_text", lambda self, text, encoding=None: write(self, text, "latin-1"))
    with pytest.raises(Abort):
        small_site(
            {"a.md": PAGES["a.md"], "b.md": "# Café\n\n" + FAULTY.format("b"), "c.md": PAGES["c.md"]},
            plugins=setting("raise"),
        )
    assert told(caplog) == ["docs/b.md:1: error encoding: the file is not in UTF-8. Save it as UTF-8.", OF_B[0]]


def test_another_value_is_refused(small_site, caplog) -> None:
    with pytest.raises(Abort):
        small_site(PAGES, plugins=setting("stop"))
    assert "on_error" in caplog.text


def test_the_extension_alone_takes_the_same_values(caplog) -> None:
    for settings in ({}, {"on_error": "report"}):
        caplog.clear()
        html = Markdown(extensions=["recall"], extension_configs={"recall": settings}).convert(FAULTY.format("b"))
        assert "recall-error" in html
        assert told(caplog) == [f"page:1: {NO_ANSWER.format('b')}"]
    raising = Markdown(extensions=["recall"], extension_configs={"recall": {"on_error": "raise"}})
    assert "recall-card" in raising.convert(CARD.format("a"))
    with pytest.raises(RecallError, match="error no-answer: card b"):
        raising.reset().convert(FAULTY.format("b"))
    with pytest.raises(ValueError, match="`on_error` must be `report` or `raise`"):
        Markdown(extensions=["recall"], extension_configs={"recall": {"on_error": "stop"}})
