"""A site in two languages: each page speaks its own, and a question and its translation have one record."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from builds import build_with_mkdocs
from harness.lesson import rate
from harness.server import Server
from harness.watch import Watch

QUESTION = "/// mcq | q easy\n\n{ask}\n\n- [x] {right}\n  > {why}\n- [ ] {wrong}\n  > {why}\n\n///\n"
CARD = "/// card | c\n\n{ask}\n\n**{label}:** {answer}\n\n///\n"
PAGES = {
    "lesson.md": "# Lesson\n\n"
    + QUESTION.format(ask="Which one is a number?", right="Two", wrong="Blue", why="Two counts.")
    + CARD.format(ask="What is an epoch?", label="Answer", answer="One pass over the data.")
    + "\n[Auf Deutsch](de/lesson.html)\n",
    "lesson.de.md": "# Lektion\n\n"
    + QUESTION.format(ask="Was ist eine Zahl?", right="Zwei", wrong="Blau", why="Zwei zählt.")
    + CARD.format(ask="Was ist eine Epoche?", label="Antwort", answer="Ein Durchgang durch die Daten."),
    "index.md": "# Home\n\n[Lesson](lesson.md)",
    "index.de.md": "# Start\n\n[Lektion](lesson.md)",
    "review.md": "# Review\n\n/// review\n\n///\n",
    "review.de.md": "# Wiederholen\n\n/// review\n\n///\n",
    "progress.md": "# Progress\n\n/// progress\n\n///\n",
    "progress.de.md": "# Fortschritt\n\n/// progress\n\n///\n",
}
LANGUAGES = [
    {"locale": "en", "name": "English", "default": True},
    {"locale": "de", "name": "Deutsch"},
]


@pytest.fixture
def origin(server: Server, tmp_path: Path) -> str:
    """The address of the site, which instant navigation compares."""
    for name, text in PAGES.items():
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    origin = server.mount(tmp_path / "site", "languages")
    settings = {
        "site_name": "Two languages",
        "site_url": origin,
        "theme": {"name": "material", "font": False, "features": ["navigation.instant"]},
        "use_directory_urls": False,
        "plugins": ["recall", {"i18n": {"docs_structure": "suffix", "languages": LANGUAGES}}],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build_with_mkdocs(tmp_path / "mkdocs.yml")
    return origin


@pytest.mark.parametrize("instant", [True, False], ids=["instant", "whole"])
@pytest.mark.quick("chromium")
def test_a_reader_who_changes_the_language_goes_on(page: Page, origin: str, watch: Watch, instant: bool) -> None:
    """What was answered in one language is answered in the other, in its words, and so are review and progress."""
    watch.allow(r"sitemap\.xml")  # mkdocs-static-i18n leaves it out, and Material looks for it.
    page.goto(f"{origin}lesson.html")
    page.get_by_role("radio", name="Two").check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator("recall-mcq")).to_contain_text("Correct")
    rate(page, "c")
    if instant:
        page.get_by_role("link", name="Auf Deutsch").click()
    else:
        page.goto(f"{origin}de/lesson.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lektion")
    expect(page.locator("recall-mcq")).to_contain_text("Richtig")
    expect(page.locator("recall-mcq")).not_to_contain_text("Correct")
    expect(page.get_by_role("radio", name="Zwei")).to_be_checked()
    expect(page.locator("recall-card")).to_contain_text("Gewusst")
    page.goto(f"{origin}de/progress.html")
    expect(page.locator("recall-progress")).to_contain_text("2 von 2 beantwortet, 2 zuletzt richtig.")
    page.goto(f"{origin}de/review.html")
    expect(page.locator("recall-review")).to_contain_text("Nichts ist fällig.")
    page.goto(f"{origin}progress.html")
    expect(page.locator("recall-progress")).to_contain_text("2 of 2 answered, 2 right last time.")
