"""What the questions of a site are like, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.kind import Kind, Setting
from .page_block import PageBlock


@dataclass(frozen=True, kw_only=True)
class Coverage(PageBlock):
    """What the questions of a site are like, and what is missing."""

    spec = Kind("coverage", noun="coverage block", settings=(Setting("under"),))
