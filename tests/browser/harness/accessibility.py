"""What a screen reader is told of our widgets, one line a control, as Chromium computes it.

    # Wrong
    group "Which of these years is a leap year? Choose one answer."
      radio "A 1900", description "Your choice: not correct", checked
    button "Try again"
    status "Not yet", atomic

A line that is indented is inside the one above it. A name is followed by the value, the description and the states.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

NODE = dict[str, Any]

CONTROLS = frozenset(
    (
        *("button", "checkbox", "combobox", "DisclosureTriangle", "link", "listbox", "menuitem", "option", "radio"),
        *("searchbox", "slider", "spinbutton", "switch", "tab", "textbox"),
    )
)
"""Roles of what a reader acts on; `summary` is a DisclosureTriangle in Chromium."""
REGIONS = frozenset(("alert", "log", "status"))
"""Roles of what is said when it changes: it is shown with its text."""
GROUPS = frozenset(("form", "group", "list", "radiogroup", "region"))
"""Roles of what holds controls; shown only where it does, and has a name for them."""

STATES = {
    "busy": {True: "busy"},
    "checked": {"true": "checked", "false": "not checked", "mixed": "partly checked"},
    "disabled": {True: "disabled"},
    "expanded": {True: "expanded", False: "collapsed"},
    "hasPopup": {"menu": "has a menu", "dialog": "has a dialog", "listbox": "has a listbox"},
    "invalid": {"true": "invalid"},
    "modal": {True: "modal"},
    "multiline": {True: "multiline"},
    "pressed": {"true": "pressed", "false": "not pressed", "mixed": "partly pressed"},
    "readonly": {True: "read-only"},
    "required": {True: "required"},
    "selected": {True: "selected"},
    "live": {"assertive": "assertive", "off": "silent"},
    "atomic": {True: "atomic"},
}
"""Properties that are told, in this order, and how by value."""

_OURS = (
    *("recall-item", "recall-set", "recall-sheet", "recall-ways", "recall-error", "recall-warning", "recall-print"),
    *("recall-coverage", "recall-today", "recall-goals", "recall-map"),
)
"""Classes of the outermost elements of widgets."""
OURS = ", ".join(f".{name}" for name in _OURS) + ", recall-today, recall-review, recall-progress"
"""A selector of the outermost elements of widgets."""
_LINE = re.compile(r'(?P<indent> *)(?P<role>\w+) (?P<name>"(?:[^"\\]|\\.)*")(?P<more>.*)')
_DESCRIBED = re.compile(r'description "(?:[^"\\]|\\.)*"')


def controls(page: Page) -> str:
    """Every control and status region in a widget of ours, in the order of the page, by the page's headings."""
    session = page.context.new_cdp_session(page)
    document = session.send("DOM.getDocument", {"depth": -1})["root"]
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return "\n".join(_Tree(document, nodes).lines()).lstrip("\n") + "\n"


def repeated(page: Page) -> list[str]:
    """Controls that cannot be told apart by role, name, description and the groups that they are in."""
    seen: Counter[tuple[str, ...]] = Counter()
    groups: list[str] = []
    for line in controls(page).splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        del groups[len(found["indent"]) // 2 :]
        described = _DESCRIBED.search(found["more"])
        key = (*groups, f"{found['role']} {found['name']} {described[0] if described else ''}")
        groups.append(key[-1])
        if found["role"] in CONTROLS:
            seen[key] += 1
    return [f"{count} times {' > '.join(key)}" for key, count in seen.items() if count > 1]


class _Tree:
    def __init__(self, document: NODE, nodes: list[NODE]) -> None:
        self.nodes = {node["nodeId"]: node for node in nodes}
        self.root = next(node for node in nodes if "parentId" not in node)
        self.attributes: dict[int, dict[str, str]] = {}
        self.ours: set[int] = set()
        self.read_document(document, ours=False)

    def read_document(self, node: NODE, *, ours: bool) -> None:
        flat = node.get("attributes", [])
        attributes = dict(zip(flat[::2], flat[1::2], strict=True))
        ours = ours or any(name in _OURS for name in attributes.get("class", "").split())
        self.attributes[node["backendNodeId"]] = attributes
        if ours:
            self.ours.add(node["backendNodeId"])
        for child in node.get("children", []):
            self.read_document(child, ours=ours)

    def lines(self) -> Iterator[str]:
        """The lines; headings without a control below them are left out."""
        heading = ""
        for line in self.walk(self.root, 0):
            if line.startswith("#"):
                heading = line
                continue
            if heading:
                yield from ("", heading)
                heading = ""
            yield line

    def walk(self, node: NODE, depth: int) -> Iterator[str]:
        line = None if node["ignored"] else self.line(node)
        if line is not None:
            yield line if line.startswith("#") else "  " * depth + line
        if _role(node) not in CONTROLS:
            inner = depth + (line is not None and not line.startswith("#"))
            for child in self.children(node):
                yield from self.walk(child, inner)

    def children(self, node: NODE) -> Iterator[NODE]:
        return (self.nodes[id] for id in node.get("childIds", []) if id in self.nodes)

    def line(self, node: NODE) -> str | None:
        """What is told of a node, or None where it is none of those that are."""
        role, name = _role(node), _value(node, "name")
        if node.get("backendDOMNodeId") not in self.ours:
            return f"# {name.removesuffix('¶').strip()}" if role == "heading" else None
        if role in GROUPS and not (name and any(map(self.has_control, self.children(node)))):
            return None
        if role not in CONTROLS | REGIONS | GROUPS:
            return None
        said = self.text(node) if role in REGIONS else name
        told = [f"{role} {json.dumps(said, ensure_ascii=False)}", *self.told(node)]
        return ", ".join(told)

    def told(self, node: NODE) -> Iterator[str]:
        role = _role(node)
        properties = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        value, description = _value(node, "value"), _value(node, "description")
        if role in REGIONS and _value(node, "name"):
            yield f"name {json.dumps(_value(node, 'name'), ensure_ascii=False)}"
        if value:
            yield f"value {json.dumps(value, ensure_ascii=False)}"
        if description:
            yield f"description {json.dumps(description, ensure_ascii=False)}"
        if role in CONTROLS and not properties.get("focusable"):
            yield "not focusable"
        for name, words in STATES.items():
            if name in properties and properties[name] in words:
                yield words[properties[name]]
        current = self.attributes.get(node["backendDOMNodeId"], {}).get("aria-current")
        if current:
            yield f"current {current}"

    def has_control(self, node: NODE) -> bool:
        """Whether there is a control or a status region in a node, or it is one."""
        shown = not node["ignored"] and _role(node) in CONTROLS | REGIONS
        return shown or any(map(self.has_control, self.children(node)))

    def text(self, node: NODE) -> str:
        """All text in a node, without what is hidden from screen readers."""
        if _role(node) == "StaticText" and not node["ignored"]:
            return _value(node, "name")
        return " ".join(" ".join(map(self.text, self.children(node))).split())


def _role(node: NODE) -> str:
    return _value(node, "role")


def _value(node: NODE, field: str) -> str:
    value = node.get(field, {}).get("value", "")
    return value if isinstance(value, str) else str(value)
