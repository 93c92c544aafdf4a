"""One small site with every kind of block, and the engines that build it from the same mkdocs.yml."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

from markdown import Markdown
from markdown.extensions import Extension

from canonical import Node, canonical, parse
from mkdocs_recall.render.tags import ITEM_TAGS

CONFIG = """\
site_name: Small site
site_url: https://example.org/sub/path/
repo_url: https://codeberg.org/example/small
edit_uri: edit/main/docs/
use_directory_urls: {directories}
theme:
  name: material
  font: false
  language: en
nav:
  - index.md
  - Lesson: topic/deep/lesson.md
  - topic/more.md
  - topic/test.md
  - wide.md
  - review.md
plugins:
  - search
  - recall:
      site_id: small
markdown_extensions:
  - attr_list
  - footnotes
  - md_in_html
  - pymdownx.highlight
  - pymdownx.superfences
  - recall:
      site_id: small
      levels: [[easy, beginner], [medium, intermediate], [hard, advanced]]
"""

CARD = "/// card | {id} beginner objective=cards\n\nWhat is {id}?\n\n**Answer:** SECRET of [{id}]({link}).\n\n///\n"
MCQ = """/// mcq | {id} {level} objective={objective}

Which one is right in `{id}`?

```python
print("{id}")
```

- [x] Right
  > SECRET reason.
- [ ] Wrong
  > SECRET reason, see [home]({link}).

**Hint:** Not the other.

**Solution:**

1. **Look.** SECRET step.

///
"""
EXPLAIN = """/// explain | explained intermediate objective=cards

Explain it.

**Concepts:**

- SECRET one
- SECRET two

**Model answer:** SECRET one and two.

///
"""
TYPED = """/// fill | filled easy objective=typed

The Earth turns once in ____ hours.

1. 24
   - [ ] 12
     > SECRET reason.

///

/// number | numbered easy objective=typed unit=hours run=tools/hours.py

How many hours does a day have?

- [x] 24
  > SECRET reason.

///

/// order | ordered easy objective=typed

Put them in order.

1. First
2. Second
3. Third

///

/// match | matched easy objective=typed

Match them.

| Word | Number |
| --- | --- |
| one | 1 |
| two | 2 |

///
"""


def mcq(id: str, level: str = "easy", *, objective: str = "choices", link: str = "../index.md") -> str:
    return MCQ.format(id=id, level=level, objective=objective, link=link)


PAGES: Mapping[str, str] = {
    "index.md": (
        "# Home\n\n/// today\n\n///\n\n/// map\n\n- [Lesson](topic/deep/lesson.md)\n- [More](topic/more.md)\n\n///\n\n"
        "/// progress\n\n///\n\n/// coverage\n\n///\n\n/// downloads from=topic/\n\n///\n"
    ),
    "topic/deep/lesson.md": (
        "# The lesson\n\n/// goals | wanted\n\n- Know cards {objective=cards}\n- Choose {objective=choices}\n\n///\n\n"
        "/// ways | way test=../test.md learn=#cards\n\n///\n\n## Cards\n\n"
        + CARD.format(id="card-one", link="../../index.md")
        + "\n"
        + CARD.format(id="card-two", link="../more.md")
        + "\n## Choices\n\n"
        + mcq("choice-one", link="../../index.md")
        + "\n"
        + EXPLAIN
        + "\n//// practice | practised\n\n"
        + mcq("practice-one", link="../../index.md")
        + "\n"
        + mcq("practice-two", link="../../index.md")
        + "\n////\n"
    ),
    "topic/more.md": "# More\n\n## Typed\n\n" + TYPED,
    "topic/test.md": (
        "# The test\n\n//// test | tested draw=2 mix=2,0,0 learn=deep/lesson.md\n\n"
        + mcq("test-one")
        + "\n"
        + mcq("test-two")
        + "\n////\n"
    ),
    "wide.md": "# Wide\n\n//// test | wide draw=4 mix=4,0,0 from=topic/\n\n////\n",
    "review.md": "# Review\n\n/// review learn=topic/deep/lesson.md\n\n///\n",
}
"""Every kind of block, on pages in nested folders."""

BUILD = {"mkdocs": ["build", "--strict"], "properdocs": ["build", "--strict"], "zensical": ["build", "--clean"]}
"""How each engine builds a site."""


class ZensicalPage(Extension):
    """Stands in for the extension by which Zensical says which page it renders."""

    def __init__(self, page: SimpleNamespace, config: dict[str, object]) -> None:
        super().__init__()
        self.context = SimpleNamespace(page=page, config=config, run=list)

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(self.context, "rendering_context", 0)


def write_site(folder: Path, *, directories: bool = True, pages: Mapping[str, str] = PAGES) -> Path:
    """Write the site into a folder; the folder."""
    files = {f"docs/{uri}": text for uri, text in pages.items()}
    files |= {"mkdocs.yml": CONFIG.format(directories=str(directories).lower()), "tools/hours.py": "print(24)\n"}
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python, such as an engine or `mkdocs_recall.cli`, in a folder."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True)


def build_with(engine: str, folder: Path) -> Path:
    """Build a site as its author does; the built site."""
    commands = [[engine, *BUILD[engine]]]
    if engine == "zensical":
        recall = "mkdocs_recall.cli"
        commands = [[recall, "assets", "docs"], *commands, [recall, "build-data", "site"]]
    for command in commands:
        done = run(folder, *command)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return folder / "site"


def read_items(site: Path) -> dict[str, str]:
    """The HTML of each item of a built site, by page and id, with attributes in order."""
    found: dict[str, str] = {}
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        if page.startswith("assets/"):
            continue
        tree = _read_tree(file)
        for node in tree.walk():
            node.attributes.pop("data-search-exclude", "")  # Zensical removes it once it has made its index.
        for node in tree.walk():
            if node.tag in ITEM_TAGS:
                found[f"{page} {node.attributes['data-recall-id']}"] = canonical(Node("#page", {}, [node]))
    return found


def _read_tree(file: Path) -> Node:
    """The part of a page that is the author's: themes may leave tags open elsewhere."""
    text = file.read_text("utf-8")
    start = text.index("<article")
    return parse(text[start : text.index("</article>", start) + len("</article>")])
