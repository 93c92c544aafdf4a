"""The goals of a lesson: at its start what a reader will be able to do, at its end what they can do by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from ...kinds import Goals, Item
from ...kinds.page.goals import Goal
from ...ui import Words
from ..elements import Fill, add_div, add_inline, add_pieces, add_text, authored, quiet

Taught = Mapping[str, tuple[str, str]]
"""Title and address of the section that teaches each objective."""


def render_goals(block: Goals, fill: Fill, say: Words, *, items: Sequence[Item] | None, sections: Taught) -> Element:
    """The element of a list of goals.

    `items` are those that tick them; None above the first question of the page, where there is nothing to tick yet.
    """
    root = Element("recall-goals", {"class": "recall-goals", "id": f"recall-{block.id}", "data-recall-id": block.id})
    title = block.title or (say("page.goals.before") if items is None else say("page.goals.after"))
    head = add_text(root, "p", "recall-title", title)
    rows = SubElement(root, "ul")
    for goal in block.goals:
        row = SubElement(rows, "li")
        add_inline(row, "recall-goal", goal.text, fill)
        if items is not None:
            row.set("data-recall-items", _names(item for item in items if _is_about(item, goal)))
            _add_state(row, goal, sections, say)
    if items is not None:
        head.set("id", f"recall-{block.id}::name")
        rows.set("aria-labelledby", f"recall-{block.id}::name")
    if block.note:
        fill(authored(add_div(root, "recall-note")), block.note)
    return root


def _is_about(item: Item, goal: Goal) -> bool:
    return item.settings.get("objective", "") in goal.objectives


def _names(items: Iterable[Item]) -> str:
    """The ids of items with spaces between them, and behind each, after commas, those it had before."""
    return " ".join(",".join((item.id, *item.aka)) for item in items)


def _add_state(row: Element, goal: Goal, sections: Taught, say: Words) -> None:
    """How the reader is doing, before anything was answered, and where the goal is taught."""
    section = next((sections[name] for name in goal.objectives if name in sections), None)
    state = quiet(SubElement(row, "span", {"class": "recall-meta"}))
    if not section:
        state.text = AtomicString(say("goals.none"))
        return
    title, address = section
    link = Element("a", {"href": address, "data-recall-section": title})
    link.text = AtomicString(say("goals.link.none"))
    link.set("aria-label", say("goals.about", words=say("goals.link.none"), section=title))
    add_pieces(state, say.parts("goals.start", link=link))
