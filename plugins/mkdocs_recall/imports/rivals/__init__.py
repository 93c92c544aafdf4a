"""Quizzes of other MkDocs plugins, on the pages of a site: how each is written, and which of our questions it becomes.

The pages are the author's own, so their Markdown stays as it is.
"""

from __future__ import annotations

from . import mkdocs_quiz, quizdown, superquiz
from .migrate import Migrated, migrate_page
from .quiz import Rival

RIVALS: dict[str, Rival] = {each.RIVAL.name: each.RIVAL for each in (mkdocs_quiz, quizdown, superquiz)}
"""In the order in which `recall migrate --help` shows them."""

__all__ = ["RIVALS", "Migrated", "Rival", "migrate_page"]
