"""XML as a tree with line numbers. Document types, which could declare entities, are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from ..base import UnreadableFile

_DEEPEST = 200


@dataclass(slots=True)
class XmlNode:
    """An element."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    nodes: list[XmlNode] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    content: list[XmlNode | str] = field(default_factory=list)
    """The texts and elements in it, in their order."""

    @property
    def text(self) -> str:
        """The text in it, without that of other elements in it."""
        return "".join(self.pieces)

    def walk(self) -> Iterator[XmlNode]:
        """The element and all in it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.nodes)

    def all(self, name: str) -> Iterator[XmlNode]:
        """The elements of a name right in it."""
        return (node for node in self.nodes if node.name == name)

    def find(self, *names: str) -> XmlNode | None:
        """The first element of a name right in it, and so on; None where there is none."""
        node: XmlNode | None = self
        for name in names:
            node = next(node.all(name), None) if node else None
        return node

    def text_of(self, *names: str) -> str:
        """The text of the first such element, without spaces at its ends; empty where there is none."""
        node = self.find(*names)
        return node.text.strip() if node else ""


def parse_xml(content: bytes) -> XmlNode:
    """Return the root of a document. `UnreadableFile` says what is wrong with it."""
    start = len(content) - len(content.lstrip(b" \t\r\n"))
    skipped = content[:start].count(b"\n")
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    root = XmlNode("", 0)
    opened = [root]

    def begin(name: str, attributes: dict[str, str]) -> None:
        if len(opened) > _DEEPEST:
            raise UnreadableFile(f"line {line()}: its elements are nested too deeply.")
        node = XmlNode(_local(name), line(), {_local(key): value for key, value in attributes.items()})
        opened[-1].nodes.append(node)
        opened[-1].content.append(node)
        opened.append(node)

    def add(text: str) -> None:
        opened[-1].pieces.append(text)
        opened[-1].content.append(text)

    def line() -> int:
        return parser.CurrentLineNumber + skipped

    def refuse(*_: object) -> None:
        raise UnreadableFile(f"line {line()}: it has a document type, which is not read, since it could do harm.")

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: opened.pop()
    parser.CharacterDataHandler = add
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content[start:], True)
    except expat.ExpatError as error:
        raise UnreadableFile(f"line {error.lineno + skipped}: it is no XML: {expat.ErrorString(error.code)}.") from None
    except (LookupError, ValueError) as error:
        raise UnreadableFile(f"it is no XML that can be read: {error}.") from None
    return root.nodes[0]


def _local(name: str) -> str:
    return name.rpartition("}")[2]
