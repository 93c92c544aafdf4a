"""A part of the first topic in a plain theme: its cards, prompts and sets without the lesson, and a smaller test.

A browser opens it in a third of the time that the course takes. What depends on the course's theme, its length or its
other topics needs the course itself.
"""

import re
from pathlib import Path

from harness.themes import PLAIN

ROOT = Path(__file__).parents[3]
TOPIC = "topics/fine-tuning.html"
TEST = "topics/fine-tuning-test.html"
PROGRESS = "progress.html"

_ITEM = re.compile(r"^/// (?:card|explain|mcq) \| (\S+)(.*?)^///\n", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r" (?:run|taught)=\S+")
"""Settings that name scripts and sections, which are not here."""

_WHERE = "fine-tuning"
_QUESTIONS = ("ft-why-faster", "ft-fresh-classifier")
_CHECKS = ("ft-first-need", "ft-trainer-class", "ft-loss-table")
_PRACTICE = ("ft-main-purpose", "ft-training-arguments", "ft-padded-length", "ft-trainer-without-model",
             "ft-small-data-settings")  # fmt: skip
_BANK = {"easy": 6, "medium": 6, "hard": 3}
"""How many questions of each level the test has to draw from."""


def _read(page: str) -> str:
    return _ELSEWHERE.sub("", (ROOT / "docs" / page).read_text(encoding="utf-8"))


def _topic() -> str:
    items = {found[1]: found[0] for found in _ITEM.finditer(_read("topics/fine-tuning.md"))}
    cards = [text for text in items.values() if text.startswith("/// card")]
    explain = [text for text in items.values() if text.startswith("/// explain")]
    loose, checks, practice = ([items[id] for id in ids] for ids in (_QUESTIONS, _CHECKS, _PRACTICE))
    parts = (
        "# Fine-tuning",
        f"/// ways | {_WHERE}-ways test=fine-tuning-test.md learn=#questions\n\n///",
        "## Questions",
        *loose,
        *cards,
        f"//// practice | {_WHERE}-checks title=Checks",
        *checks,
        "////",
        *explain,
        f"//// practice | {_WHERE}-practice",
        *practice,
        "////",
        f"/// ways | {_WHERE}-now test=fine-tuning-test.md\n\n///",
    )
    return "\n\n".join(parts) + "\n"


def _test() -> str:
    text = _read("topics/fine-tuning-test.md")
    bank = [found[0] for found in _ITEM.finditer(text)]
    of_level = {level: [item for item in bank if re.match(rf".* {level} ", item)] for level in _BANK}
    chosen = [item for level, number in _BANK.items() for item in of_level[level][:number]]
    return text[: text.index("/// mcq")] + "\n".join(chosen) + "\n////\n"


def excerpt() -> dict[str, str]:
    """The pages, at the paths that they have in the course."""
    return {
        "index.md": "# Home\n",
        "topics/fine-tuning.md": _topic(),
        "topics/fine-tuning-test.md": _test(),
        "review.md": "# Review\n\n/// review learn=topics/fine-tuning.md\n\n///\n",
        "progress.md": "# Progress\n\n/// progress under=topics\n\n///\n",
    }


SETTINGS = {
    "plugins": [{"recall": {"site_id": "fine-tuning"}}],
    "theme": PLAIN,
    "markdown_extensions": ["attr_list", "tables", "pymdownx.superfences", "pymdownx.highlight"],
}
ITEMS = sum(len(_ITEM.findall(text)) for text in excerpt().values())
"""How many cards, prompts and questions it has, the test included."""
