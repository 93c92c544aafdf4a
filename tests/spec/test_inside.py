"""Markdown means the same inside an item as on a page: in a question, an answer, an option and a reason."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builds import make_once
from canonical import Node, canonical, parse
from pages import EXTENSIONS, OPTIONS, convert
from paths import SUPPORT

SAMPLES = (SUPPORT / "samples.txt").read_text("utf-8").rstrip("\n").split("\n%%\n")
MORE = ("pymdownx.critic", "pymdownx.emoji", "pymdownx.magiclink", "pymdownx.progressbar", "pymdownx.smartsymbols")
DEFINITIONS = """

[ref]: https://example.org "T"
[pic]: a.png

*[HTML]: Hyper Text

[^1]: A note.
"""
CARD = "/// card | ID\n\n{}\n\n**Answer:**\n\n{}\n\n///"
QUESTION = "/// mcq | ID\n\nWhich?\n\n- [ ] {}\n- [x] right\n\n///"
REASONS = "/// mcq | ID\n\nWhich?\n\n- [ ] wrong\n{}\n- [x] right\n\n///"
FILES = {"other page.md": "# Other\n\n## Section\n", "a.png": "", "a b.png": "", "red box.png": ""}


def indent(text: str, by: str) -> str:
    return "\n".join(by + line if line or ">" in by else "" for line in text.split("\n"))


def page_of(sample: str, place: str) -> str:
    """A page with the sample in some place."""
    match place:
        case "page":
            item = sample
        case "question":
            item = CARD.format(sample, "Yes.")
        case "answer":
            item = CARD.format("What?", sample)
        case "option":
            item = QUESTION.format(indent(sample, "    ").lstrip())
        case _:
            item = REASONS.format(indent(sample, "  > "))
    return f"# Page\n\n{item.replace('ID', f'{place}-{SAMPLES.index(sample)}')}{DEFINITIONS}"


Built = Callable[[str, str], Node]


@pytest.fixture(scope="module", params=["all", "plain"])
def built(
    request: pytest.FixtureRequest, shared_site: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """`built(sample, place)`: that page as MkDocs builds it, with many extensions or with few."""
    few = ["attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "def_list", "abbr"]
    names = [*EXTENSIONS, *MORE] if request.param == "all" else few
    options: dict[str, Any] = {**OPTIONS, "pymdownx.snippets": {"base_path": ["."]}}
    extensions = [{name: options[name]} if name in options else name for name in names]
    pages = {
        f"{place}{number}.md": page_of(sample, place)
        for number, sample in enumerate(SAMPLES)
        for place in ("page", "question", "answer", "option", "reason")
    }
    site = shared_site(
        {**FILES, **pages},
        plugins=["recall"],
        theme={"name": None, "custom_dir": str(bare_theme(tmp_path_factory))},
        markdown_extensions=extensions,
    )
    return lambda sample, place: parse((site / f"{place}{SAMPLES.index(sample)}.html").read_text("utf-8"))


def bare_theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A theme that writes the content of a page and nothing else."""

    def make(folder: Path) -> None:
        folder.mkdir()
        (folder / "main.html").write_text("{{ page.content }}", "utf-8")

    return make_once(tmp_path_factory, "bare-theme", make)


def inner(node: Node) -> str:
    """The content of an element, without what is ours: a label where a paragraph is, footnotes."""
    kept: list[Node | str] = []
    if node.tag == "ol":
        node = next(node.select("li"))
    if node.tag == "label":
        node = Node("label", children=node.children[1:])
    for child in [as_paragraph(node)] if is_paragraph(node) else node.children:
        if isinstance(child, Node):
            if child.tag in ("h1", "recall-answer") or child.matches(".footnote"):
                continue
            if child.matches(".recall-notes") or (child.tag == "label" and not child.children):
                continue
            if child.tag == "label":
                attributes = {name: value for name, value in child.attributes.items() if name != "for"}
                child = Node("p", attributes, child.children)
        kept.append(child)
    return canonical(Node("#", children=kept))


def is_paragraph(node: Node) -> bool:
    """Whether a text of one paragraph is in one of our elements without an element of its own."""
    inline = all(isinstance(each, str) or each.tag in INLINE or each.matches(".progress") for each in node.children)
    return node.tag in ("p", "label") or (node.tag == "li" and inline)


def as_paragraph(node: Node) -> Node:
    """That paragraph. One with attributes of the author's is a `span` there."""
    only = node.children[0] if len(node.children) == 1 else None
    if isinstance(only, Node) and only.tag == "span" and only.attributes.keys() <= {"class", "id", "title", "lang"}:
        return Node("p", only.attributes, only.children)
    return Node("p", children=node.children)


INLINE = frozenset(
    re.findall(
        "[a-z]+", "a abbr b br button code del em img input ins kbd mark progress s small span strong sub sup svg u"
    )
)

SELECTORS = {
    "question": ".recall-prompt",
    "answer": "recall-answer",
    "option": "[data-recall-letter]",
    "reason": ".recall-reasons",
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_inside_as_outside(sample: str, built: Built) -> None:
    outside = inner(built(sample, "page"))
    for place, selector in SELECTORS.items():
        assert (place, inner(next(built(sample, place).select(selector)))) == (place, outside)


LIKE_BLOCKS = """
> 90 degrees
>90
>>> print(1)
# name
#!/bin/sh
#include <stdio.h> and <std::string>
###
+ 5
- 5
* 3
---
***
- - -
___
~~~
!!! important
??? what
=== equal
: colon
[^1]: note
[ref]: target
*[HTML]: text
""".strip().split("\n")


@pytest.mark.parametrize("text", LIKE_BLOCKS)
def test_an_option_or_a_concept_that_begins_like_a_block_is_text(text: str) -> None:
    """Every character stays, in the option, in the final answer made of it, and in a concept."""
    made = convert(
        f"/// mcq | m\n\nWhich?\n\n- [x] {text}\n  > Reason.\n- [ ] other\n\n///\n\n"
        f"/// explain | e\n\nWhy?\n\n**Concepts:**\n\n- {text}\n- other\n\n**Model answer:** Yes.\n\n///\n"
    )
    assert made.problems == []
    page = parse(made.html)
    option, concept = next(page.select("[data-recall-letter]")), next(page.select(".recall-text"))
    solution = next(page.select("recall-answer"))
    for node in (option, concept):
        assert text_inside(node) == text
        assert [child.tag for child in node.walk() if child.tag not in ("div", "input")] == ["label"]
    assert text_inside(next(solution.select("p"))) == f"A: {text}"
    assert text_inside(next(page.select(".recall-reasons"))) == "Reason."


@pytest.mark.parametrize("text", ["> 90 degrees", "# name", "---", "!!! important", "[ref]: target"])
def test_text_after_a_label_that_begins_like_a_block_is_text(text: str) -> None:
    made = convert(f"/// card | c\n\nWhat?\n\n**Hint:** {text}\n\n**Answer:** {text}\n\n///")
    assert made.problems == []
    hint, answer = parse(made.html).select("recall-answer")
    assert text_inside(next(hint.select("p"))) == "Hint"
    assert text_inside(hint).removeprefix("Hint").strip() == text
    assert text_inside(answer) == text


def test_several_lines_after_a_label_are_the_block_that_they_look_like() -> None:
    made = convert("/// card | c\n\nWhat?\n\n**Answer:** > quoted\n> more\n\n**Explanation:** - one\n\n///")
    tags = [node.tag for answer in parse(made.html).select("recall-answer") for node in answer.walk()]
    assert tags.count("blockquote") == tags.count("ul") == 1


LINKS = """
![A box](<red box.png>)
![A box](red box.png)
![A box](<red box.png> "Title"){ width=30 }
[![A box](<red box.png>)](other page.md)
[other](other page.md)
[other](other page.md#section)
[other](<other page.md> "Title")
[other](other page.md 'Title')
$f[a](x)$
$$f[a](x)$$
\\(f[a](x)\\) and \\[f[a](x)\\]
$g[b](y) + f[a](x)$
\\[a](x)
""".strip().split("\n")


@pytest.mark.parametrize("text", LINKS)
def test_links_and_images_that_are_right_are_not_reported(text: str, tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, "utf-8")
    assert convert(f"/// card | c\n\nWhat?\n\n**Answer:** {text}\n\n///", snippets=tmp_path).problems == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("![A box](blue box.png)", "missing-image"),
        ("[other](an other page.md)", "dead-link"),
        ("[other](<other page.md#nowhere>)", "dead-anchor"),
        ("$5 [other](missing.md) $6", "dead-link"),
        ("`$` [other](missing.md) `$`", "dead-link"),
    ],
)
def test_links_and_images_that_are_wrong_are_reported(text: str, rule: str, tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, "utf-8")
    made = convert(f"/// card | c\n\nWhat?\n\n**Answer:** {text}\n\n///", snippets=tmp_path)
    assert [problem.rule for problem in made.problems] == [rule]


def test_without_mathematics_brackets_in_dollars_are_a_link(small_site: Callable[..., Path]) -> None:
    """Markdown makes a link of them then, and it leads nowhere."""
    html = (small_site("/// card | c\n\nWhat?\n\n**Answer:** $f[a](x)$\n\n///") / "index.html").read_text("utf-8")
    assert "dead-link" in html or "does not exist" in html


def text_inside(node: Node) -> str:
    """The text of an element as it is shown."""
    return "".join(child if isinstance(child, str) else _whole(child) for child in node.children).strip()


def _whole(node: Node) -> str:
    return "".join(child if isinstance(child, str) else _whole(child) for child in node.children)


def test_the_samples_are_many() -> None:
    assert len(SAMPLES) > 65
