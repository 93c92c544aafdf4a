"""HTML as a tree, written the same way whatever the order of attributes and the white space between tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
INLINE = frozenset(
    (
        *("a", "abbr", "b", "button", "code", "del", "em", "i", "img", "input", "ins", "kbd", "label", "mark", "small"),
        *("span", "strong", "sub", "sup", "u"),
    )
)
ANSWER = "recall-answer"


@dataclass(slots=True)
class Node:
    """An element, its attributes and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and all in it, in the order of the document."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def matches(self, selector: str) -> bool:
        """Whether the element has the name, `.class`, `#id` or `[attribute]` of a selector."""
        if selector.startswith("["):
            return selector[1:-1] in self.attributes
        if selector.startswith("."):
            return selector[1:] in self.attributes.get("class", "").split()
        return self.attributes.get("id") == selector[1:] if selector.startswith("#") else self.tag == selector

    def select(self, selector: str) -> Iterator[Node]:
        """The outermost elements in this one that match a selector."""
        for child in self.children:
            if isinstance(child, Node) and child.matches(selector):
                yield child
            elif isinstance(child, Node):
                yield from child.select(selector)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].tag}>, line {self.getpos()[0]}")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        children = self.open[-1].children
        if children and isinstance(children[-1], str):
            data = children.pop() + data
        children.append(data)


def with_one_part(page: Node) -> Node:
    """The page as if all of the script and of the style were one part. Which parts it names, other tests say."""
    seen: set[str] = set()
    for node in page.walk():
        kept: list[Node | str] = []
        for child in node.children:
            if isinstance(child, Node) and _is_asset(child):
                child.attributes.pop("data-recall-more", "")
                child.attributes.pop("data-recall-part", "")
                if child.tag in seen:
                    continue
                seen.add(child.tag)
            kept.append(child)
        node.children = kept
    return page


def _is_asset(node: Node) -> bool:
    """Whether it is one of our stylesheets or scripts."""
    address = node.attributes.get("href" if node.tag == "link" else "src", "")
    return node.tag in ("link", "script") and "assets/recall/" in address


def parse(html: str) -> Node:
    """Read HTML strictly: what is not well nested is an error."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    if len(builder.open) > 1:
        raise ValueError(f"<{builder.open[-1].tag}> is not closed")
    return builder.root


def canonical(html: str | Node) -> str:
    """One tag or text on each line, attributes sorted; white space counts in `pre` and beside inline elements only."""
    node = parse(html) if isinstance(html, str) else html
    return "\n".join(line for child in _children(node, False) for line in _lines(child, 0, False))


def _children(node: Node, pre: bool) -> Iterator[Node | str]:
    """What an element holds, its white space reduced to what readers can see."""
    for at, child in enumerate(node.children):
        if isinstance(child, Node) or pre:
            yield child
        elif child.strip() or "\n" not in child:
            text = re.sub(r"\s+", " ", child)
            before = node.children[at - 1] if at else node
            after = node.children[at + 1] if at + 1 < len(node.children) else node
            text = text.lstrip() if _is_block(before) else text
            text = text.rstrip() if _is_block(after) else text
            if text:
                yield text


def _is_block(node: Node | str) -> bool:
    return isinstance(node, Node) and node.tag not in INLINE


def _lines(node: Node | str, depth: int, pre: bool) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, str):
        yield indent + escape(node.replace("\n", "⏎") if pre else node, quote=False)
        return
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in sorted(node.attributes.items()))
    yield f"{indent}<{node.tag}{attributes}>"
    pre = pre or node.tag == "pre"
    for child in _children(node, pre):
        yield from _lines(child, depth + 1, pre)
    if node.tag not in VOID:
        yield f"{indent}</{node.tag}>"


def elide(made: Node, expected: Node, pre: bool = False) -> Node:
    """What was made, shortened where `…` is expected.

    As the value of an attribute it stands for any; as all that an element holds it stands for whatever it holds, and
    only the attributes that are written there count.
    """
    wanted = expected.attributes
    if [child for child in expected.children if child != "\n"] == ["…"]:
        return Node(made.tag, {name: value for name, value in made.attributes.items() if name in wanted}, ["…"])
    attributes = {name: "…" if wanted.get(name) == "…" else value for name, value in made.attributes.items()}
    pre = pre or made.tag == "pre"
    ours, theirs = (list(_children(node, pre)) for node in (made, expected))
    if len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        ours = [elide(a, b, pre) if isinstance(a, Node) and isinstance(b, Node) else a for a, b in pairs]
    return Node(made.tag, attributes, ours)


FURNITURE = (".recall-menu", ".recall-print")


def without_furniture(node: Node) -> Node:
    """An element without the menus and buttons that every item and every page has; cases of their own show these."""
    kept: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node):
            kept += [] if any(map(child.matches, FURNITURE)) else [without_furniture(child)]
        elif kept and isinstance(kept[-1], str):
            kept[-1] += child
        else:
            kept.append(child)
    return Node(node.tag, node.attributes, kept)


def text_of(node: Node) -> str:
    """Text and attribute values of an element."""
    pieces = [" ".join(node.attributes.values())]
    pieces += (child if isinstance(child, str) else text_of(child) for child in node.children)
    return " ".join(pieces)


class _Outside(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == ANSWER
        if not self.depth:
            self.seen += (value or "" for _, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == ANSWER and self.depth > 0

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.seen.append(data)


def outside_answers(html: str) -> str:
    """Everything a reader sees of a page before opening an answer, and all attribute values, however broken it is."""
    reader = _Outside()
    reader.feed(html)
    reader.close()
    return " ".join(reader.seen)
