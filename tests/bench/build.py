"""What the plugin costs: ratios against the same work without it, measured in one run. `make bench` prints them.

Paired and interleaved: each round does both, so that whatever else the machine does falls on both; medians count.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from statistics import median

from markdown import Markdown

from mkdocs_recall.extension.recall import RecallExtension
from mkdocs_recall.model.page import Page
from mkdocs_recall.site.bank import Bank

CARD = """/// card | card-{0} beginner

What does the attention mask of batch {0} say?

**Answer:** It is 1 for text and 0 for padding, so that the model passes over what only fills a row of {0}.

///
"""

QUESTION = """/// mcq | question-{0} medium objective=tokenizer

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

EXTENSIONS = ["tables", "footnotes", "attr_list", "md_in_html", "toc", "pymdownx.superfences", "pymdownx.highlight"]


def page(items: int) -> str:
    """A page of cards and questions in turn."""
    return "# Page\n\n" + "\n".join((QUESTION if i % 2 else CARD).format(i + 1) for i in range(items))


def plain(text: str) -> str:
    """The same text as ordinary Markdown: no headers, no closing fences, and reasons as quotes in list items."""
    text = re.sub(r"^///.*\n", "", text, flags=re.MULTILINE)
    return re.sub(
        r"^  > ", "    > ", re.sub(r"^(- \[.\] .*)\n  >", r"\1\n\n  >", text, flags=re.MULTILINE), flags=re.MULTILINE
    )


def with_recall(text: str) -> str:
    """Convert a page with the plugin's extension."""
    return Markdown(extensions=[*EXTENSIONS, RecallExtension(site_id="bench")]).convert(text)


def without(text: str) -> str:
    """Convert it without."""
    return Markdown(extensions=[*EXTENSIONS, "pymdownx.tasklist"]).convert(text)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one go, which other work on the machine does not stretch."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def paired(rounds: int, *works: tuple[Callable[[str], object], str]) -> list[float]:
    """The median of each work over rounds in which all are done in turn."""
    times = [[seconds(work, text) for work, text in works] for _ in range(rounds)]
    return [median(column) for column in zip(*times, strict=True)]


def scan_and_parse(text: str) -> object:
    """Read a page's items without rendering them."""
    return Bank().read(Page(path="page.md", lines=text.split("\n")))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    small, large = page(200), page(2000)
    with_recall(small)
    few, many = paired(rounds, (with_recall, small), (with_recall, large))
    print(
        f"an item on a page of 200: {few / 200 * 1000:.3f} ms, of 2,000: {many / 2000 * 1000:.3f} ms,"
        f" ratio {many / few / 10:.2f} (goal: within 15 %)"
    )
    ours, theirs = paired(rounds, (with_recall, small), (without, plain(small)))
    print(f"200 items against the same text as plain Markdown: ratio {ours / theirs:.2f} (goal: 1.25 at most)")
    (read,) = paired(rounds, (scan_and_parse, page(5000)))
    print(f"scanned and parsed: {5000 / read:,.0f} items a second (goal: more than 10,000)")
    start = time.process_time()
    html = with_recall(page(5000))
    print(f"a page of 5,000 items: {time.process_time() - start:.1f} s, {len(html) / 1e6:.1f} MB of HTML")


if __name__ == "__main__":
    main()
