"""An exported worksheet on paper, read from the text of its PDF."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from exported import LESSON, TYPED, export, write_sample


def print_sheets(page: Page, file: Path, content: bytes) -> list[str]:
    """What is on each sheet of paper."""
    file.write_bytes(content)
    page.goto(file.as_uri())
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(page.pdf())).pages]


def test_the_worksheet_gives_nothing_away_and_the_key_begins_a_sheet(chromium_page, tmp_path):
    content, _ = export(write_sample(tmp_path / "site"), "worksheet")
    sheets = print_sheets(chromium_page, tmp_path / "sheet.html", content)
    (first,) = (number for number, text in enumerate(sheets) if "Answer key" in text)
    questions, key = " ".join(sheets[:first]), " ".join(sheets[first:])
    assert questions.startswith("Sample: a site Name Date The first topic 1.")
    for text in ("What is HTML?", "Choose one answer.", "Choose all that apply.", "return", "Explain it."):
        assert text in questions
        assert text not in key
    for text in (
        "A language & more",
        "It is a box.",
        "Too small ]]> here.",
        "The model answer.",
        "One idea",
        "The second.",
    ):
        assert text in key
        assert text not in questions.replace("The second The third", "")
    assert "2. B" in key
    assert "3. A, B" in key


def test_typed_questions_are_printed_with_gaps_and_their_answers_in_the_key(chromium_page, tmp_path):
    content, _ = export(write_sample(tmp_path / "site", TYPED), "worksheet")
    sheets = print_sheets(chromium_page, tmp_path / "sheet.html", content)
    (first,) = (number for number, text in enumerate(sheets) if "Answer key" in text)
    questions, key = " ".join(sheets[:first]), " ".join(sheets[first:])
    for text in ("The runs the loop.", "What runs the loop?", "How many?", "Order them.", "Match them.", "Sort them."):
        assert text in questions
        assert text not in key
    for text in ("The trainer", "It splits ~text~", "480 / 16.", "108", "It is not needed.", "It loops."):
        assert text in key
        assert text not in questions
    assert max(map(questions.find, ("Load it", "Tokenize", "Train"))) > 0  # The pieces are there, in a drawn order.
    assert not questions.find("Load it") < questions.find("Tokenize") < questions.find("Train")


@pytest.mark.parametrize("text", [LESSON, TYPED], ids=["lesson", "typed"])
def test_all_of_it_fits_on_the_paper(chromium_page, tmp_path, text):
    content, _ = export(write_sample(tmp_path / "site", text), "worksheet")
    (tmp_path / "sheet.html").write_bytes(content)
    chromium_page.emulate_media(media="print")
    chromium_page.set_viewport_size({"width": 640, "height": 900})
    chromium_page.goto((tmp_path / "sheet.html").as_uri())
    assert chromium_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert chromium_page.locator("img").evaluate_all("images => images.every(image => image.naturalWidth > 0)")
