"""What the processors of a page have in common: the page under way, the items of the site, how problems are told."""

from __future__ import annotations

import html
import logging
from xml.etree.ElementTree import Element

from markdown import Markdown

from ..model.identity import suggest_id
from ..model.problems import Fault
from ..model.text import Text
from ..render.problems import render_error
from ..site.bank import Bank, Entry, to_problem
from ..site.placeholders import Placeholders, in_code, in_fence, in_raw_html
from ..site.snippets import Includes, Place
from .detached_item import HeldItem
from .engine import Host
from .late_addresses import LateAddresses
from .preview import Preview

log = logging.getLogger("mkdocs.plugins.recall")


class RecallError(Exception):
    """Problems of a page, where they shall stop the build (`on_error: raise`)."""


class PageState:
    """What is known of the page under way."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.lines: list[str] = []
        """The text before anything but snippets changes it."""
        self.places: list[Place] = []
        """File and line of each of `lines`."""
        self.includes: Includes | None = None
        self.placeholders: Placeholders | None = None
        """None while no block was found."""
        self.entries: tuple[Entry, ...] = ()
        self.items: list[Element] = []
        self.held: list[HeldItem] = []
        self.changes: dict[int, Fault | None] = {}
        """What became of placeholders that are not items in the end; see `Bank.amend`."""
        self.headings = False
        """Whether items hold headings, which are no headings of the page."""
        self.finished = False
        """Whether the tree is done: postprocessors run for each heading before."""


class Context:
    """What an extension and its processors know together."""

    def __init__(
        self, bank: Bank, preview: Preview | None, site_id: str, late: LateAddresses, *, stops: bool, tells: bool
    ) -> None:
        self.bank = bank
        self.preview = preview
        self.late = late
        """What pages hold in the place of addresses that the plugin fills in."""
        self.given_id = site_id
        """What the configuration names the site; empty where it does not."""
        self.stops = stops
        """Whether problems of a page stop the build."""
        self.tells = tells
        """Whether problems are logged page by page, since nobody does so for the whole site."""
        self.page = PageState(Host())

    def refuse(self, markdown: Markdown, index: int, *, code: bool = False, fenced: bool = False) -> str:
        """Note that a block stands where it cannot become an item; the HTML that takes its place.

        It is in `code`, or in a code fence (`fenced`), or in raw HTML.
        """
        entry, page = self.page.entries[index], self.bank.pages[self.page.host.path].page
        judge = in_fence if fenced else in_code if code else in_raw_html
        fault = judge(entry.region.start)
        self.page.changes[index] = fault
        problem = to_problem(page, fault, entry.region.kind, entry.block.id)
        if code or fenced:
            return html.escape(str(problem), quote=False)
        box = render_error([*entry.problems, problem], "", Text(start=0), lambda parent, text: None, self.overview)
        return markdown.serializer(box)

    @property
    def site_id(self) -> str:
        """The name under which progress is stored."""
        return self.given_id or suggest_id(self.page.host.site_name, kind="site", words=12)

    @property
    def overview(self) -> str:
        """Address of the list of all problems in a live preview; empty in a build."""
        return self.preview.address(self.page.host) if self.preview else ""

    def report(self) -> None:
        """Tell what is wrong with the page, once."""
        problems = self.bank.problems(self.page.host.path)
        if problems and self.stops:
            raise RecallError("\n" + "\n".join(map(str, problems)))
        if self.tells:
            for problem in problems:
                log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, "%s", problem)
