"""How much HTML a question is, and how much a page loads: sizes that may shrink and not grow."""

import gzip
from html.parser import HTMLParser

import pytest

import catalogues
from mkdocs_recall.assets import DUE, PARTS, SOON, find_parts, find_stylesheets, locate
from mkdocs_recall.ui import words
from pages import convert

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
PAGES = {
    ("card", "mcq"): (12.4, 5.1),
    ("card", "mcq", "explain", "practice", "ways"): (22.9, 8.7),
    ("card", "mcq", "explain", "practice", "ways", "goals"): (26.4, 9.6),
    ("test", "mcq"): (33.5, 11.6),
    ("test", "mcq", "confidence"): (35.5, 12.4),
    ("review", "card", "mcq", "explain", "fill", "number", "order", "match"): (47.2, 13.2),
    ("fill", "number", "match"): (16.6, 6.5),
    ("fill", "number", "order", "match"): (19.4, 7.8),
    ("progress",): (39.4, 10.1),
    ("today",): (31.0, 9.9),
}
"""KB of script and of style that a page with blocks of these kinds loads, as a server sends them."""
LATER = {
    "due.js": 2.5,
    "count.js": 2.9,
    "tools.js": 2.1,
    "menus.js": 4.2,
    "keep.js": 3.7,
    "marks.js": 1.4,
    "past.js": 2.0,
    "disk.js": 2.1,
    "hub.js": 5.2,
    "drag.js": 1.2,
    "embed.js": 2.0,
    "core-later.css": 3.2,
    "sets-later.css": 1.5,
    "topic-later.css": 1.6,
    "typed-later.css": 0.8,
    "confidence-later.css": 0.6,
    "worker.js": 2.8,
    "offline.js": 0.6,
    "iframe-worker.js": 0.9,
}
"""KB of what comes after the page, or where it is of use alone."""


WORDS = {
    ("card", "mcq", "explain", "practice", "ways"): 2.2,
    ("today",): 2.3,
    ("review", "card", "mcq", "explain"): 3.0,
    ("progress",): 4.1,
    ("test", "mcq", "fill", "number", "order", "match", "confidence"): 4.1,
}
"""KB of words of another language than English that a page with blocks of these kinds loads, in front of its script."""


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
    assert counter.elements <= 43
    assert len(question.encode()) <= 1.9 * KB


def weigh(name: str) -> float:
    return len(gzip.compress(locate(name).read_bytes(), 9)) / KB


@pytest.mark.parametrize(("kinds", "most"), PAGES.items(), ids=["+".join(kinds) for kinds in PAGES])
def test_a_page_loads_little(kinds, most):
    parts = find_parts(kinds)
    script = sum(weigh(part.script) for part in parts)
    style = sum(weigh(name) for _, name in find_stylesheets(parts)[0])
    assert script <= most[0]
    assert style <= most[1]


@pytest.mark.parametrize("name", ["typed", "order"])
def test_each_part_of_the_questions_that_are_produced_is_small(name):
    assert weigh(f"{name}.js") <= 6
    assert weigh(f"{name}.css") <= 2


@pytest.mark.parametrize("name", LATER)
def test_what_comes_later_is_small(name):
    assert weigh(name) <= LATER[name]


@pytest.mark.parametrize(("kinds", "most"), WORDS.items(), ids=["+".join(kinds) for kinds in WORDS])
def test_the_words_of_every_language_are_few(kinds, most):
    names = dict.fromkeys([*(part.name for part in find_parts(kinds)), DUE, *SOON])
    for language in catalogues.languages():
        grown = 0
        for name in names:
            script = locate(f"{name}.js").read_bytes()
            front = words(language).script(name, PARTS[name].words).encode()
            grown += len(gzip.compress(front + script, 9)) - len(gzip.compress(script, 9))
        assert grown / KB <= most, language
