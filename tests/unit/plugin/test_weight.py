"""How much HTML a question is, and how much a page loads: sizes that may shrink and not grow."""

import gzip
from html.parser import HTMLParser

import pytest

from pages import convert
from paths import PACKAGE

QUESTION = """/// mcq | q-51 medium

Which class runs the loop?

- [ ] `Trainer` one
  > It splits text into tokens.
- [x] Tokenizer number 51
  > It runs the loop: forward, loss, backward.
- [ ] Collator
  > It makes a batch of examples.
- [ ] Pipeline
  > It predicts with a trained model.

**Explanation:** The loop takes a batch.

And a second paragraph.

And a third.

///
"""
KB = 1024
ASSETS = {"recall.js": 41.8, "recall.css": 12.0, "hub.js": 5.8}
"""KB of each file as a server sends it."""


class Counter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements += 1


def test_a_question_is_few_elements_and_bytes():
    html = convert(QUESTION).html
    question = html[html.index("<recall-mcq") : html.index("</recall-mcq>") + len("</recall-mcq>")]
    counter = Counter()
    counter.feed(question)
    assert counter.elements <= 45
    assert len(question.encode()) <= 3.1 * KB


@pytest.mark.parametrize("name", ASSETS)
def test_a_shipped_file_stays_small(name):
    assert len(gzip.compress((PACKAGE / "assets" / name).read_bytes(), 9)) <= ASSETS[name] * KB
