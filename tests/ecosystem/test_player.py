"""Exported questions answered in a player of QTI 3, in Chromium. `make ecosystem` installs it."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from exported import export, write_sample

PACKAGES = Path(__file__).parent / "player" / "node_modules"
SCRIPTS = ("vue/dist/vue.min.js", "qti3-item-player/dist/qti3Player.umd.min.js")

pytestmark = pytest.mark.browser

START = """() => {
  const on = {
    notifyQti3PlayerReady: (player) => { window.player = player; },
    notifyQti3ItemReady: () => { window.loaded = true; },
    notifyQti3EndAttemptCompleted: (found) => { window.ended = found.state; },
  };
  const props = { suppressAlertMessages: true, suppressInvalidResponseMessages: true };
  new Vue({ render: (make) => make(window.qti3Player, { props, on }) }).$mount("#app");
}"""
LOAD = """([name, xml]) => {
  window.loaded = false;
  const sessionControl = { max_attempts: 0, show_feedback: true, validate_responses: false };
  player.loadItemFromXml(xml, { guid: name, status: "interacting", sessionControl });
}"""


@pytest.fixture
def player() -> Iterator[Page]:
    """A page with the player in it."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content('<div id="app"></div>')
        for script in SCRIPTS:
            page.add_script_tag(path=str(PACKAGES / script))
        page.add_style_tag(path=str(PACKAGES / "qti3-item-player" / "dist" / "qti3Player.css"))
        page.evaluate(START)
        page.wait_for_function("window.player")
        yield page
        browser.close()


@pytest.fixture
def items(tmp_path: Path) -> dict[str, str]:
    """The items of the sample site in QTI 3."""
    archive = zipfile.ZipFile(io.BytesIO(export(write_sample(tmp_path), "qti", "--profile", "3.0")[0]))
    names = (name for name in archive.namelist() if name.startswith("items/"))
    return {Path(name).stem: archive.read(name).decode() for name in names}


def load(player: Page, items: dict[str, str], name: str, attempt: int = 0) -> None:
    player.evaluate(LOAD, [f"{name}-{attempt}", items[name]])
    player.wait_for_function("window.loaded")


def answer(player: Page, role: Any, *texts: str) -> dict[str, Any]:
    """Choose the options with these texts, and end the attempt; the outcomes."""
    for text in texts:
        player.get_by_role(role).filter(has_text=text).click()
    player.evaluate("() => { window.ended = null; player.endAttempt('end'); }")
    player.wait_for_function("window.ended")
    found: dict[str, Any] = player.evaluate(
        "Object.fromEntries(ended.outcomeVariables.map((v) => [v.identifier, v.value]))"
    )
    return found


@pytest.mark.parametrize(
    ("name", "role", "texts", "score"),
    [
        ("one-key", "radio", ["B."], 1),
        ("one-key", "radio", ["A."], 0),
        ("one-key", "radio", ["-5"], 0),
        ("two-keys", "checkbox", ["The first", "The second"], 1),
        ("two-keys", "checkbox", ["The first"], 0),
        ("two-keys", "checkbox", ["The first", "The second", "The third"], 0),
        ("two-keys", "checkbox", ["The third"], 0),
    ],
)
def test_an_answer_gets_its_score_and_its_reason(player, items, name, role, texts, score):
    load(player, items, name)
    outcomes = answer(player, role, *texts)
    assert outcomes["SCORE"] == score
    assert outcomes["GENERAL"] == "general"
    chosen = outcomes["FEEDBACK"] if isinstance(outcomes["FEEDBACK"], list) else [outcomes["FEEDBACK"]]
    assert len(chosen) == len(texts)


def test_a_card_and_an_explain_prompt_can_be_written_and_their_rubric_is_hidden(player, items):
    for name, secret in (("_7-card", "A language & more"), ("an-explain", "The model answer.")):
        load(player, items, name)
        assert player.locator("textarea").count() == 1
        assert not player.get_by_text(secret).first.is_visible()
