"""What authors see in a live preview beside their questions: warnings, and a link to all problems of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..model.problems import Problem
from ..render.problems import render_note, render_problems, render_warning
from ..ui import Words
from .engine import Host

OVERVIEW = "recall-problems.md"
"""Address of the page that lists all problems, relative to the folder of all pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The problems of a site, as its sources have them."""

    problems: Sequence[Problem] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Address of each page relative to the folder of all pages, by its path."""

    def warn(self, item: Element, path: str, id: str, host: Host, say: Words) -> None:
        """Put the warnings about an item into its element."""
        found = [problem for problem in self.problems if problem.severity == "warning" and problem.id == id]
        found = [problem for problem in found if problem.path == path]
        if found:
            item.append(render_warning(found, self.address(host), say))

    def complete(self, root: Element, host: Host, say: Words) -> None:
        """Add the link to the overview to a page, or the list of problems to the overview."""
        if host.uri == OVERVIEW:
            root.append(render_problems([(problem, self._place(problem)) for problem in self.problems], say))
        elif self.problems:
            errors = sum(problem.severity == "error" for problem in self.problems)
            note = render_note(errors, len(self.problems) - errors, self.address(host), say)
            titled = len(root) > 0 and root[0].tag == "h1"  # MkDocs takes a page's title from its first element.
            root.insert(int(titled), note)

    @staticmethod
    def address(host: Host) -> str:
        """Address of the overview, relative to a page."""
        return posixpath.relpath(OVERVIEW, posixpath.dirname(host.uri) or ".")

    def _place(self, problem: Problem) -> str:
        """Where a reader of the overview finds the item; empty for what is on no page."""
        uri = self.addresses.get(problem.path, "")
        return f"{uri}#recall-{problem.id}" if uri and problem.id and problem.rule != "duplicate-id" else uri
