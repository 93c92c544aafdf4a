"""Answers in Chinese, Japanese and Korean: several keys compose a letter, and Enter ends a composition."""

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.reader import block

ANSWERS = {"zh": "验证集", "ja": "検証データ", "ko": "검증 데이터"}
FILL = "/// fill | blank\n\n用来调整超参数的数据叫作____，对吗？\n\n1. {answer}\n\n///\n"
NUMBER = "/// number | seconds\n\n一天有多少秒？\n\n- [x] 86400\n\n///\n"


def compose(field: Locator, text: str) -> None:
    """Type with an input method: keys, letters to choose from, and Enter, which takes over what is chosen."""
    field.focus()
    keyboard = field.page.context.new_cdp_session(field.page)
    for end in range(1, len(text) + 1):
        keyboard.send("Input.imeSetComposition", {"text": text[:end], "selectionStart": end, "selectionEnd": end})
    enter = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
    keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    keyboard.send("Input.insertText", {"text": text})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    expect(field).to_have_value(text)


@pytest.mark.parametrize(
    "language", ["ja", *(pytest.param(language, marks=pytest.mark.long) for language in ("ko", "zh"))]
)
def test_enter_ends_a_composition_and_then_checks(chromium_page: Page, url, shared_site, language: str):
    pages = {"index.md": f"# A\n\n{FILL.format(answer=ANSWERS[language])}\n{NUMBER}"}
    theme = {"name": "material", "font": False, "language": language}
    site = shared_site(pages, theme=theme, plugins=[{"recall": {"site_id": "a"}}])
    chromium_page.goto(url("http", "index.html", site))
    for id, text in (("blank", ANSWERS[language]), ("seconds", "８６，４００")):
        item = block(chromium_page, id)
        field = item.locator(".recall-gap > input")
        compose(field, text)
        expect(item.locator(".recall-panel")).to_have_count(0)
        field.press("Enter")
        expect(item.locator("[data-recall-verdict=right]")).to_be_visible()
