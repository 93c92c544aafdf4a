"""The Python-Markdown extension `recall`."""

from __future__ import annotations

from .recall import RecallExtension

__all__ = ["RecallExtension"]
