"""What a reader can do now, and the two ways into a topic until they have done anything."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.kind import Kind, Setting
from .page_block import PageBlock


@dataclass(frozen=True, kw_only=True)
class Today(PageBlock):
    """What a reader can do now. Whoever has not answered anything sees the ways that the header names, as in `Ways`."""

    spec = Kind("today", noun="today block", settings=(Setting("test"), Setting("learn")))
