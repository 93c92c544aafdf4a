"""On paper nothing is cut: wide tables, long lines of code and long blocks, read from the PDF of each paper size."""

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from harness.themes import PLAIN

pytestmark = pytest.mark.quick("chromium")

PAPERS = {"A4": 718, "Letter": 740}
"""Pixels between margins of a centimetre."""
THEMES = (
    {"name": "material", "font": False},
    *({"name": name, "highlightjs": False} for name in ("mkdocs", "readthedocs")),
    PLAIN,
)


def table(name: str, columns: int, cell: str = "per_device_train_batch_size") -> str:
    """A table whose cells end in words of their own."""
    rows = [f"{name}H", *(f"{name}R{row}" for row in range(2))]
    lines = ["".join(f"| {cell} {row}C{column}Z " for column in range(columns)) + "|" for row in rows]
    return "\n".join([lines[0], "| --- " * columns + "|", *lines[1:]])


def code(name: str, lines: int = 1, length: int = 190) -> str:
    """A block whose lines are long, and end in words of their own."""
    return "\n".join(["```python", *(f"{'x' * length} + {name}L{line}Z" for line in range(lines)), "```"])


def indent(text: str) -> str:
    return text.replace("\n", "\n    ")


LESSON = f"""# Lesson

## Wide tables

{table("Lesson", 8)}

{table("Many", 14, "loss")}

{table("Long", 2, "unbreakable" * 20)}

| Short | Prose |
| --- | --- |
| Classification | {"A sentence that says something at some length. " * 8} ProseZ |

{code("Lesson")}

{code("Tall", 120, 20)}

/// mcq | wide easy

What do the table and the code say?

{table("Stem", 8)}

{code("Stem")}

Which row is right?

- [ ] The first

    {indent(table("OptionOne", 7))}

    > {"Because. " * 3}
- [x] The second

    {indent(code("OptionTwo"))}

    > It is.

**Solution:**

1. **Read.**

    {indent(table("Step", 7))}

///

/// card | card easy

{table("Prompt", 7)}

What is it?

**Answer:** This.

{table("Answer", 7)}

///
"""
WORDS = (*re.findall(r"\w+[CL]\d+Z", LESSON), "Classification", "ProseZ")
EXTENSIONS = ["attr_list", "tables", "pymdownx.superfences", {"pymdownx.highlight": {"anchor_linenums": True}}]
LINENUMS = ["tables", "pymdownx.superfences", {"pymdownx.highlight": {"linenums": True}}]


def print_pdf(page: Page, paper: str) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format=paper, margin=dict.fromkeys(("top", "right", "bottom", "left"), "1cm"))))


OVERFLOW = """() => [...document.querySelectorAll("table, pre, td, th, pre > code")].filter((each) => {
    if (!each.checkVisibility() || each.closest(".md-sidebar, nav, header, .search")) return false;
    const { left, right } = each.getBoundingClientRect();
    const frame = (each.closest(".recall-item, article, main, [role=main]") ?? document.body).getBoundingClientRect();
    return right > frame.right + 1 || left < frame.left - 1 || each.scrollWidth > each.clientWidth + 1;
}).map((each) => `${each.localName}: ${each.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize(
    ("theme", "extensions"),
    [
        (THEMES[0], EXTENSIONS),
        *(pytest.param(theme, EXTENSIONS, marks=pytest.mark.long) for theme in THEMES[1:]),
        *(pytest.param(theme, LINENUMS, marks=pytest.mark.long) for theme in THEMES),
    ],
)
def test_no_column_and_no_line_is_cut(chromium_page, url, small_site, theme, extensions):
    page = chromium_page
    folder = small_site({"index.md": LESSON}, theme=theme, markdown_extensions=extensions)
    page.goto(url("http", "index.html", folder))
    page.wait_for_function("globalThis.recallParts.here.tools")
    page.emulate_media(media="print")
    for paper, width in PAPERS.items():
        page.set_viewport_size({"width": width, "height": 1000})
        assert page.evaluate(OVERFLOW) == []
        text = normalize("NFKC", "".join(sheet.extract_text() for sheet in print_pdf(page, paper).pages))
        text = "".join(text.split())
        assert [word for word in WORDS if word not in text] == []


@pytest.mark.quick("chromium", "firefox")
def test_all_words_are_on_paper_in_each_browser(press, sheets, url, small_site):
    folder = small_site({"index.md": LESSON}, theme=THEMES[0], markdown_extensions=EXTENSIONS)
    press.goto(url("http", "index.html", folder))
    press.wait_for_function("globalThis.recallParts.here.tools")
    text = "".join(normalize("NFKC", "".join(sheets())).split())
    assert [word for word in WORDS if word not in text] == []


BROKEN = """# Page

{filler}

{code}

## Kept heading

/// mcq | tall easy

Which is it?

{options}
///
"""
OPTION = "- [{key}] Option {at}\n\n    {code}\n\n"


@pytest.mark.parametrize("lines", [27, *(pytest.param(each, marks=pytest.mark.long) for each in range(18, 48, 4))])
def test_a_page_ends_in_no_code_and_after_no_heading_and_no_stem(chromium_page, url, small_site, lines):
    rows = indent(code("Row", 12, 5))
    options = "".join(OPTION.format(key="x" if at == 9 else " ", at=at, code=rows) for at in range(10))
    filler = "\n\n".join(f"Paragraph {at}." for at in range(lines))
    source = BROKEN.format(filler=filler, code=code("Kept", 9, 5), options=options)
    folder = small_site({"index.md": source}, theme=PLAIN, markdown_extensions=EXTENSIONS)
    chromium_page.goto(url("http", "index.html", folder))
    chromium_page.wait_for_function("globalThis.recallParts.here.tools")
    texts = [" ".join(sheet.extract_text().split()) for sheet in print_pdf(chromium_page, "A4").pages]
    assert "KeptL8Z" in next(text for text in texts if "KeptL0Z" in text)
    with_heading = next(text for text in texts if "Kept heading" in text)
    assert "Which is it?" in with_heading
    assert "Option 0" in with_heading
