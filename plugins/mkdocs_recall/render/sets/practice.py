"""Practice sets."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ...kinds import Practice
from ..elements import add_button
from .item_set import Surroundings, add_foot, add_head, add_items, open_set


def render_practice(practice: Practice, children: Sequence[Element], around: Surroundings) -> Element:
    """Return the element of a practice set around its items' elements."""
    root, say = open_set(practice), around.say
    head = add_head(root, practice, len(practice.items), say)
    add_button(head, "recall-help", "list", say("set.all"))
    add_items(root, children)
    add_foot(root, say)
    return root
