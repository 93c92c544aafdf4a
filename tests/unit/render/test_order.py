"""Ordering questions as HTML."""

import re

import markdown
import pytest

PAGE = """/// order | loop easy

Put the lines in order.

```python
for number in rows:
    print(number)
```

- [ ] `    print(rows)`
  > It prints all of them.
- [ ] nothing at all
  > There is something to do.

///
"""
OPTIONS = {"recall": {"site_id": "a"}}


def test_a_line_that_belongs_nowhere_looks_like_the_others() -> None:
    html = markdown.markdown(PAGE, extensions=["recall", "pymdownx.superfences"], extension_configs=OPTIONS)
    pieces = html.partition('<ol class="recall-pieces"')[2].partition("</ol>")[0]
    rows = re.findall(r"<li [^>]*>(.*?)</li>", pieces, re.DOTALL)
    code = [row for row in rows if "<pre>" in row]
    texts = {re.sub("<[^>]+>", "", row).rstrip("\n") for row in code}
    assert texts == {"for number in rows:", "    print(number)", "    print(rows)"}
    assert len({re.sub(r">[^<]+<", "><", re.sub("</?span[^>]*>", "", row)) for row in code}) == 1
    assert [row for row in rows if row not in code] == ["nothing at all"]


@pytest.mark.parametrize("line", ["    print(number)", "for number in rows:"])
def test_a_line_that_belongs_nowhere_is_none_of_the_others(line: str, caplog: pytest.LogCaptureFixture) -> None:
    page = PAGE.replace("    print(rows)`", f"{line}`")
    markdown.markdown(page, extensions=["recall", "pymdownx.superfences"], extension_configs=OPTIONS)
    assert "duplicate-answer: order loop: this piece belongs nowhere, and says the same as one" in caplog.text


def test_other_indentation_makes_another_line(caplog: pytest.LogCaptureFixture) -> None:
    page = PAGE.replace("    print(rows)`", "print(number)`")
    markdown.markdown(page, extensions=["recall", "pymdownx.superfences"], extension_configs=OPTIONS)
    assert caplog.text == ""
