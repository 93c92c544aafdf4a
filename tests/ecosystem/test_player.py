"""Exported questions answered in a player of QTI 3, in Chromium. `make ecosystem` installs it."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from exported import TYPED, export, write_sample

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
    return read_items(write_sample(tmp_path))


@pytest.fixture
def typed(tmp_path: Path) -> dict[str, str]:
    """Those whose answers are produced."""
    text = TYPED.replace("`{{c1::x}}`", "")  # The player would compute what is between two braces.
    return read_items(write_sample(tmp_path, text))


def read_items(site: Path) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(export(site, "qti", "--profile", "3.0")[0]))
    names = (name for name in archive.namelist() if name.startswith("items/"))
    return {Path(name).stem: archive.read(name).decode() for name in names}


def load(player: Page, items: dict[str, str], name: str, attempt: int = 0) -> None:
    player.evaluate(LOAD, [f"{name}-{attempt}", items[name]])
    player.wait_for_function("window.loaded")


def answer(player: Page, role: Any, *texts: str) -> dict[str, Any]:
    """Choose the options with these texts, and end the attempt; the outcomes."""
    for text in texts:
        player.get_by_role(role).filter(has_text=text).click()
    return finish(player)


def finish(player: Page) -> dict[str, Any]:
    """End the attempt; the outcomes."""
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


@pytest.mark.parametrize(
    ("name", "answers", "score", "said"),
    [
        ("two-blanks", ["the TRAINER", 'Args("}}::x")'], 1, ""),
        ("two-blanks", ["Trainer", 'args("}}::x")'], 0, ""),
        ("two-blanks", ["Tokenizer", 'Args("}}::x")'], 0, "It splits ~text~"),
        ("two-blanks", ["", ""], 0, ""),
        ("in-code", ["f*"], 1, ""),
        ("one-field", ["Trainer~=#1"], 1, "Yes."),
        ("one-field", ["trainer"], 0, "It has a"),
        ("a-number", ["30"], 1, "480 / 16."),
        ("a-number", ["111.5"], 1, ""),
        ("a-number", ["113"], 0, ""),
        ("a-number", ["480"], 0, "One text each."),
        ("a-range", ["0.3334"], 1, ""),
        ("a-range", ["0.51"], 0, ""),
    ],
)
def test_what_is_typed_gets_its_score_and_its_reason(player, typed, name, answers, score, said):
    load(player, typed, name)
    fields = player.get_by_role("textbox")
    assert fields.count() == len(answers)
    for number, text in enumerate(answers):
        fields.nth(number).fill(text)
    outcomes = finish(player)
    assert outcomes["SCORE"] == score
    shown = [key for key, value in outcomes.items() if key.startswith("FEEDBACK") and value == "shown"]
    assert bool(shown) == bool(said)


def drag(player: Page, moved: Locator, to: Locator) -> None:
    """Move something with the mouse."""
    start, end = moved.bounding_box(), to.bounding_box()
    assert start
    assert end
    player.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    player.mouse.down()
    player.mouse.move(end["x"] + end["width"] / 2 - 5, end["y"] + end["height"] / 2, steps=6)
    player.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=3)
    player.mouse.up()


@pytest.mark.parametrize(
    ("name", "pairs", "score"),
    [
        ("groups", {"a": "left", "b": "left", "c": "right"}, 1),
        ("groups", {"a": "left", "b": "right", "c": "right"}, 0),
        ("groups", {"a": "left", "b": "left"}, 0),
        ("with-more", {"First": "1", "Second": "2", "Never": "Does not belong"}, 1),
        ("with-more", {"First": "1", "Second": "2", "Never": "2"}, 0),
    ],
)
def test_pairs_get_their_score(player, typed, name, pairs, score):
    load(player, typed, name)
    for left, right in pairs.items():
        source = player.locator(".qti-match-source-wrapper .draggable").filter(has_text=left)
        drag(player, source.first, player.locator(".qti-match-target-wrapper > li").filter(has_text=right).first)
    assert finish(player)["SCORE"] == score


def test_pieces_get_their_score(player, typed):
    load(player, typed, "some-steps")
    pieces = player.locator(".qti-simple-choice")
    expect(pieces).to_have_text(["Train", "Tokenize", "Load it"])
    for moved, texts in (
        (2, ["Train", "Load it", "Tokenize"]),
        (1, ["Load it", "Train", "Tokenize"]),
        (2, ["Load it", "Tokenize", "Train"]),
    ):
        drag(player, pieces.nth(moved), pieces.nth(moved - 1))
        expect(pieces).to_have_text(texts)
        expect(player.locator(".qti-simple-choice[style*=transform]")).to_have_count(0)
    assert finish(player)["SCORE"] == 1
