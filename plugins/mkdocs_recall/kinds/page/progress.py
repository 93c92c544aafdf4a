"""How a reader stands with each topic."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.kind import Kind, Setting
from .page_block import PageBlock


@dataclass(frozen=True, kw_only=True)
class Progress(PageBlock):
    """How a reader stands with each topic."""

    spec = Kind("progress", noun="progress block", settings=(Setting("topic"), Setting("under")))
