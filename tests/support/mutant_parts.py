"""What pages with accidents are made of: see mutants.py."""

# fmt: off
ITEMS = (
    "/// card | {id}\n\nWhat?\n\n**Answer:** That.\n\n///",
    "/// card | {id}\n\nWhat does it print?\n\n```python\nprint(1)\n```\n\n**Answer:**\n\n```text\n1\n```\n\n///",
    "/// mcq | {id} easy\n\nWhich?\n\n- [x] This one\n  > Yes.\n- [ ] That one\n  > No.\n\n**Hint:** Look.\n\n///",
    "/// mcq | {id}\n\n```python\nx = 1\n```\n\n- [x] Key\n\n    ```text\n    code\n    ```\n\n- [ ] No\n\n"
    "**Solution:**\n\n1. **Look.** There.\n2. Done.\n\n///",
    "/// explain | {id}\n\nExplain.\n\n**Concepts:**\n\n- One\n- Two\n\n**Model answer:** Both.\n\n///",
    "/// fill | {id} easy\n\nThe ____ is `a.____`.\n\n1. one\n   - [x] single\n   - [ ] two\n     > No.\n2. `b`\n\n"
    "**Hint:** Look.\n\n///",
    "/// fill | {id}\n\nWhich?\n\n- [x] This\n- [ ] That\n  > No.\n\n///",
    "/// number | {id} unit=steps\n\nHow many?\n\n- [x] 3\n  > Yes.\n- [ ] 4..5\n\n///",
    "/// order | {id}\n\nHow?\n\n1. First\n2. Second\n\n- [ ] Never\n  > No.\n\n///",
    "/// order | {id}\n\nHow?\n\n```python\na = 1\n  b = 2\n```\n\n- [ ] `c`\n\n**Explanation:** So.\n\n///",
    "/// match | {id}\n\nWhich?\n\n| A | B |\n| --- | --- |\n| one | x |\n| two | y |\n\n///",
    "//// practice | {id}\n\n/// card | {id}-in\n\nWhat?\n\n**Answer:** That.\n\n///\n\n////",
    "/// note | Title\n\nText in a note.\n\n///", "/// review\n\n///",
)
"""Our blocks, with room for an id."""
TEXTS = (
    "# Heading", "## Second heading", "A paragraph of text.", "- Item\n\n- Another item",
    "1. First\n2. Second", "```python\nprint(1)\n```", "````markdown\n```\ncode\n```\n````", "~~~\ncode\n~~~",
    "> A quote.", "Term\n\n:   Definition", "```rust,ignore\nfn main() {}\n```",
    '```py title="a.py" hl_lines="1"\nx\n```', "<div markdown>\n\nText.\n\n</div>",
    "```markdown\n/// card | sample\n\nWhat?\n\n**Answer:** That.\n\n///\n```",
    "````\n/// card | sample-2\n\nWhat?\n\n```\ncode\n```\n\n**Answer:** That.\n\n///\n````",
    "<!-- a comment -->", "<!--\n/// card | draft\n\nWhat?\n\n**Answer:** That.\n\n///\n-->",
    "<div>\nText.\n</div>", "    indented code", "- Item\n\n    ```python\n    x\n    ```",
    "<!--\n```\n-->\n\nText.", "[^1]: A note.", "!!! note\n\n    Text in a note.",
    '=== "Tab"\n\n    Text in a tab.', "??? tip\n\n    Details.", "<pre>\nraw\n</pre>",
    "| a | b |\n|---|---|\n| c | d |", "- ```\n  code\n  ```", "Text\n```\ncode\n```\nmore text",
)
"""What stands beside them."""
PARTS = (
    "///", "///", "////", "//", "/////", "/// note", "/// details | x", "/// tab | y", "/// card | stray",
    "/// mcq", "//// practice | deck", "/// unknown | z", "/// ", "///x", "// comment", "/// a remark in Rust",
    "- /// card | b", "```", "````", "`````", "~~~", "~~~~", "```python", "````markdown", "``` {.py}",
    '```py title="x"', "```rust,ignore", "    ```", "> ```", "- ```", "1. ```", "  ```", "> > ```", "`` ```",
    "```x```", ">```", "   ~~~", "        ```", "<!--", "-->", "<!-- ``` -->", "<!-- /// -->", "<!-- x",
    "--> text", "text -->", "text <!-- x", "    <!--", "> <!--", "<!---->", "<!-->", "<!--->",
    "<!-- a -- b -->", "<!-- a --> <!-- b", "--->", "<!- x ->", "<!-- a --> text", "--!>", "<div>", "</div>",
    "<div markdown>", "<div markdown=1>", "<pre>", "</pre>", "<pre><code>", "</code></pre>", "<b>",
    "<details>", "<details markdown>", "</details>", "<br>", "<script>", "</script>", "<p", "<!DOCTYPE",
    "<?php", "<x-y>", "<textarea>", "<style>", "<!", "<![CDATA[", "]]>", "<hr/>", "</", "<img src=x", "<span>",
    "<div", "text <div>", "- item", "1. item", "* item", "> quote", ">", "> > deep", "- ", "-", "+ x",
    "    - nested", "  - two", "10. ten", "!!! note", '!!! note "T"', "??? tip", "???+ tip", '=== "Tab"',
    "===", "[^1]: foot", ":   defined", "Term", ": x", "# H", "## H", "### H", "#", "#x", "    # H", "***",
    "---", "===", "| a |", "|---|", "$$", "text", "    code", "\tcode", "**Answer:** x", "**Hint:** y",
    "**Solution:**", "- [x] k", "- [ ] n", "  > why", "> why", "    > why", "1. step", "", "", "", " ", "    ",
    "\t", ">  ", "{: .cls }", "\\", "&nbsp;", "[x]: y", "*[A]: b", "8<", '--8<-- "text.md"',
    '--8<-- "item.md"', '--8<-- "open.md"', '--8<-- "close.md"', '    --8<-- "item.md"', '-8<- "none.md"',
    ';--8<-- "text.md"',
)
"""Lines that come in by accident."""
FRONT = (
    "---\ntitle: A\n---", "---\ntitle: A\n---\n", "title: A\nx: y\n", "---\n---", "---\n- a\n---",
    "---\na: b\n...", "---\n",
)
"""What stands above a page."""
SHIFTS = (
    "    ", "> ", "  ", "\t", "        ", ">", " ", "   ", ">     ", "    > ",
)
"""What lines are indented by."""
HOLDERS = (
    "- Item\n\n", "1. Item\n\n", "!!! note\n\n", '=== "Tab"\n\n', "??? tip\n\n", "- Item\n",
    "Term\n\n:   Def\n\n", "[^1]: Foot\n\n", "```\ncode\n```\n\n- Item\n\n", "- ```\n  x\n  ```\n\n",
    "- Item\n\n    ```\n    x\n    ```\n\n", "",
)
"""What holds an indented piece."""
PAIRS = (
    ("<!--", "-->"), ("```", "```"), ("````", "````"), ("<div markdown>\n", "\n</div>"), ("<div>", "</div>"),
    ("<pre>", "</pre>"), ("~~~", "~~~"), ("/// note\n", "\n///"), ("<details>", "</details>"), ("<!-- a", "b -->"),
    ("<details markdown>", "</details>"),
)
"""What opens and closes around a piece."""
# fmt: on
