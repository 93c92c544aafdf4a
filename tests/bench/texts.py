"""The texts that are measured: the same questions for this plugin, for its rival, and as plain Markdown."""

from __future__ import annotations

import random
import re

_TEXT = """
    batch loss gradient weight layer token head mask model dataset label metric epoch step learning rate
    optimizer checkpoint padding sentence vector attention number column example answer memory disk the a one
    each every of from into with without before after while because computes reads writes keeps drops splits
    joins repeats counts is are has needs takes gives small large new old same other first last right wrong long
    short half only never always then again where how which shape size width index range value list table file
    line run test train
"""
_WORDS = _TEXT.split()
_KEY = 1


def _prose(seed: str, words: int) -> str:
    """Sentences of the field's words: the same for the same seed, and as hard to pack as real text."""
    draw = random.Random(seed)
    drawn = [draw.choice(_WORDS) for _ in range(words)]
    drawn[draw.randrange(words)] = f"`{draw.choice(_WORDS)}_{draw.randrange(100)}`"
    return f"{' '.join(drawn).capitalize()}."


_CARD = """/// card | card-{0} beginner

What does the attention mask of batch {0} say?

**Answer:** It is 1 for text and 0 for padding, so that the model passes over what only fills a row of {0}.

///
"""

_CODE_QUESTION = """/// mcq | question-{0} medium objective=tokenizer

What does this print?

```python
batch = tokenizer(["Good film"], padding="max_length", max_length=1{0})
print(len(batch["input_ids"][0]))
```

- [ ] `4`
  > That is the text without padding, as `tokenizer("Good film")` would return it.
- [x] `1{0}`
  > `padding="max_length"` fills each row up to `max_length`, however short the text is.
- [ ] `model`
  > That needs `padding="max_length"` without a `max_length`.

**Hint:** One argument says up to *what* a row is filled, another how much that is.

**Solution:**

1. **Find what is measured.** `batch["input_ids"]` has a row for each text; `[0]` is the first.
2. **Find the rule.** Rows are filled up to `max_length`, and that is 1{0}.

**Common mistakes:**

- Counting the texts.
- Expecting padding to cut.

///
"""

KINDS = ("ours", "rival", "plain")


def question(number: int, kind: str) -> str:
    """A choice question with four options, a reason for each, and an explanation of three paragraphs."""
    stem = _prose(f"stem {number}", 14)
    rows = _rows(number, "    " if kind == "plain" else "  ", blank=kind == "plain")
    paragraphs = "\n\n".join(_prose(f"paragraph {number} {at}", 22) for at in range(3))
    if kind == "rival":
        return f"<quiz>\n{stem}\n\n{rows}\n\n{paragraphs}\n</quiz>\n"
    text = f"{stem}\n\n{rows}\n\n**Explanation:** {paragraphs}\n"
    return f"/// mcq | q-{number} medium\n\n{text}\n///\n" if kind == "ours" else text


_OPTIONS = (
    ("`Trainer` one", "It splits text into tokens."),
    ("Tokenizer number 51", "It runs the loop: forward, loss, backward."),
    ("Collator", "It makes a batch of examples."),
    ("Pipeline", "It predicts with a trained model."),
)


def short_question(kind: str) -> str:
    """A question of few words, of which the HTML is mostly the plugin's own."""
    rows = "\n".join(f"- [{'x' if at == _KEY else ' '}] {text}\n  > {why}" for at, (text, why) in enumerate(_OPTIONS))
    stem, end = "Which class runs the loop?", "The loop takes a batch.\n\nAnd a second paragraph.\n\nAnd a third."
    if kind == "rival":
        return f"<quiz>\n{stem}\n\n{rows}\n\n{end}\n</quiz>\n"
    return f"/// mcq | q-51 medium\n\n{stem}\n\n{rows}\n\n**Explanation:** {end}\n\n///\n"


def questions(first: int, count: int, kind: str) -> str:
    """A page of questions, numbered from `first`."""
    intro = f"# Page {first}\n\nThis page asks about the training loop.\n\n"
    return intro + "\n".join(question(number, kind) for number in range(first, first + count))


def _rows(number: int, indent: str, *, blank: bool) -> str:
    """The options, each with its reason as a quote, after a blank line where plain Markdown needs one."""
    gap = "\n\n" if blank else "\n"
    rows = (
        f"- [{'x' if at == _KEY else ' '}] {_prose(f'option {number} {at}', 5)}"
        f"{gap}{indent}> {_prose(f'reason {number} {at}', 13)}"
        for at in range(4)
    )
    return gap.join(rows)


def mixed(items: int) -> str:
    """A page of cards and questions with code, hints and steps, in turn."""
    return "# Page\n\n" + "\n".join(mixed_item(number) for number in range(items))


def mixed_item(number: int) -> str:
    """One of them."""
    return (_CODE_QUESTION if number % 2 else _CARD).format(number + 1)


def to_plain(text: str) -> str:
    """One of our pages as ordinary Markdown: without headers and closing fences, each reason a quote in its option."""
    text = re.sub(r"^///.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(- \[.\] .*)\n  >", r"\1\n\n  >", text, flags=re.MULTILINE)
    return re.sub(r"^  > ", "    > ", text, flags=re.MULTILINE)
