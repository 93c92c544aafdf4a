"""What is due, of all topics, mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model.kind import Kind, Setting
from .page_block import PageBlock

_NEW = Setting("new", re.compile(r"0|[1-9]\d{0,2}"), "Write the number of new items a day, such as `new=10`.")


@dataclass(frozen=True, kw_only=True)
class Review(PageBlock):
    """A review of all topics."""

    spec = Kind("review", noun="review", settings=(_NEW, Setting("learn")))
