"""A site with all that an item can hold, and its export to any format."""

import contextlib
import io
import os
import struct
import sys
import zlib
from pathlib import Path

from mkdocs_recall.cli import main

CONFIG = """\
site_name: "Sample: a site"
site_url: https://example.org/course/
plugins: [{recall: {site_id: sample}}]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - pymdownx.details
  - pymdownx.highlight: {anchor_linenums: true, line_spans: __span}
  - pymdownx.superfences
  - pymdownx.arithmatex: {generic: false}
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
"""

LESSON = r"""# The *first* topic

A [place]: text.

*[HTML]: Hypertext Markup Language

/// card | 7-card beginner objective=names

What is HTML? See [this](other.md#x) and [that](https://example.com/?a=1&b=2).[^n]

**Answer:** A language & more: $x^2 < 3$.

![A red box](<img/A box.png>){width=20}

**Hint:** Write `<b>`.

///

[^n]: The **note**.

//// practice | some-practice title="A / B :: C"

/// mcq | one-key easy objective=code order=fixed

What does this print?

```python title="a.py"
def f(x):  # why
    return {"a": 1 ~ x}
```

| Left | Right |
| --- | --- |
| 1 | `2` |

- [ ] `=1+1` {#plus}
  > No: =a {b} ~c #d :e \f

    ```python
    x = 1
    ```
- [x] A ![box](<img/A box.png>)
  > It is a box.
- [ ] -5
  > Too small ]]> here.

**Hint:** The first.

**Hint:** The second.

**Solution:**

1. **Read.** The code.

    ```sh
    ls
    ```
2. **Think.** Of $y$.

**Quick check:** Fine.

!!! note "Beside"
    Said beside.

=== "One tab"
    Text of one.

=== "Two tab"
    Text of two.

**Common mistakes:**

- Ticking both

///

/// mcq | two-keys hard

Which *are* right?

- [x] The first
- [x] The second
- [ ] The third
  > It is wrong.

**Explanation:** Both.

///

////

/// explain | an-explain advanced

Explain it.

**Concepts:**

- One *idea*
- Another

**Model answer:** The model answer.

///
"""

TYPED = r"""# Typed

/// fill | two-blanks easy objective=names

The ____ runs the *loop*. See `a = ____` `{{c1::x}}` [blank] {1:SA:=y}.

1. Trainer
   - [x] The trainer
   - [ ] Tokenizer
     > It splits ~text~ and {trains} #nothing.
2. `Args("}}::x")`

**Hint:** Think.

**Explanation:** Both.

///

/// fill | in-code

```python
x = ____(1)
```

1. `f*`

///

/// fill | one-field exact=yes

What runs the loop?

- [x] Trainer~=#1
  > Yes.
- [x] %5% *b*c\*
- [ ] trainer
  > It has a *capital*.

///

/// number | a-number medium unit=steps

How many?

- [x] 30
  > 480 / 16.
- [x] 108..112
- [ ] 480
  > One text each.

///

/// number | a-range

How much?

- [x] 1/3..1/2
- [ ] -2.5e-3 ± 10%

///

/// order | some-steps

Order them.

1. Load *it*
2. Tokenize
3. Train

///

/// order | with-more

Order these.

1. First
2. Second

- [ ] Never
  > It is not needed.

///

/// order | lines

Order the lines.

```python
for x in y:
    f(x)
    f(x)
g()
```

///

/// match | jobs hard

Match them.

| Class | Job | Why |
| --- | --- | --- |
| `Trainer` -> | runs the loop | It loops. |
| `AutoTokenizer` | splits = text | |
| ![box](<img/A box.png>) | is a box | |
| | stores ~ checkpoints | Nothing does. |

///

/// match | groups

Sort them.

| What | Where |
| --- | --- |
| a | left |
| b | left |
| c | right |

///
"""
"""A page with each kind whose answers are produced, and with signs that mean something to some format."""


def draw_picture() -> bytes:
    """A picture of two by two pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header, rows = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0), b"\0\xff\0\0\xff\0\0\0\0\xff\0\0\xff\0"
    pieces = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in pieces)


def write_sample(folder: Path, lesson: str = LESSON) -> Path:
    """Write the site into a folder."""
    (folder / "docs" / "img").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs" / "index.md").write_text(lesson, encoding="utf-8")
    (folder / "docs" / "other.md").write_text("# Other {#x}\n", encoding="utf-8")
    (folder / "docs" / "img" / "A box.png").write_bytes(draw_picture())
    return folder


def export(folder: Path, *words: str) -> tuple[bytes, str]:
    """Run `recall export` in a folder; the file, and what was said."""
    file, said, before = folder / "exported", io.StringIO(), Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stderr(said):
            code = main(["export", *words, "-o", str(file)])
    finally:
        os.chdir(before)
    assert code == 0, said.getvalue()
    return file.read_bytes(), said.getvalue()


FORMS = (
    ("anki",),
    ("anki", "--package"),
    ("moodle",),
    ("gift",),
    ("qti",),
    ("qti", "--profile", "2.1"),
    ("qti", "--profile", "3.0"),
    ("csv",),
    ("csv", "--for", "quizlet"),
    ("csv", "--for", "kahoot"),
    ("worksheet",),
    ("json",),
)
"""Every format with every profile."""


if __name__ == "__main__":  # Writes the hash of each form, for comparing processes.
    import hashlib

    for form in FORMS:
        print(" ".join(form), hashlib.sha256(export(Path(sys.argv[1]), *form)[0]).hexdigest())
