"""What the processors of a page share: the page in progress, the items of the site, how problems are reported."""

from __future__ import annotations

import html
import logging
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown

from ..kinds import Item
from ..model.identity import default_site_id
from ..model.page import Page, Place
from ..model.problems import Fault, Problem
from ..model.text import Text
from ..render.elements import Fill
from ..render.problems import render_error
from ..site.bank import Bank, Entry, to_problem
from ..site.placement.placeholders import Placeholders, in_code, in_fence, in_raw_html
from ..site.placement.samples import Samples
from ..site.published.built_site import MANIFEST
from ..site.sections.headings import Slug
from ..site.snippets import Includes
from ..syntax.scanner import Scanner
from ..ui import Words
from .detached_item import HeldItem
from .engine import CurrentPage, Host, find_host, find_options, find_slug
from .late_addresses import LateAddresses
from .plain_texts import PlainTexts
from .preview import Preview

log = logging.getLogger("mkdocs.plugins.recall")


Draw = Callable[[Item, Fill], Element]
"""Makes an element of an item, with what parses its texts."""


class RecallError(Exception):
    """Problems of a page, where they shall stop the build (`on_error: raise`)."""


class PageState:
    """What is known of the page in progress."""

    def __init__(self, host: Host, *, excerpt: bool = False) -> None:
        self.host = host
        self.excerpt = excerpt
        """Whether this is the beginning of a blog post, for another page. A question is on one page only."""
        self.lines: list[str] = []
        """The text before anything but snippets changes it."""
        self.places: Sequence[Place] = ()
        """File and line of each of `lines`."""
        self.includes: Includes | None = None
        self.placeholders: Placeholders | None = None
        """None while no block was found."""
        self.read: Page | None = None
        """The text after snippets, as the scanner has it."""
        self.scanned: Scanner | None = None
        self.samples: Samples | None = None
        """None where Markdown reads every fence."""
        self.entries: dict[int, Entry] = {}
        """The blocks that are no samples, by their number in the page."""
        self.met: set[int] = set()
        """The headers, by their index in the page, that Markdown has come upon so far."""
        self.fenced: set[int] = set()
        """Numbers of blocks that ended up in code fences, which the scanner reads in another way than Markdown."""
        self.put_aside: set[int] = set()
        """Places in Markdown's stash of the code that holds these blocks."""
        self.items: list[Element] = []
        self.held: list[HeldItem] = []
        self.packed: list[str] = []
        """The HTML of the items, while marks stand for them."""
        self.displaced: dict[int, Fault] = {}
        """Blocks that turn out not to be items once Markdown has read the page; see `Bank.displace`."""
        self.labels: list[Element] = []
        """Labels of options that are paragraphs for a while."""
        self.headings = False
        """Whether items hold headings, which are no headings of the page."""
        self.code: dict[str, Sequence[str]] = {}
        """Texts with fences that are nothing but code, and what they are once the fences are put aside."""
        self.plain: PlainTexts | None = None
        """None while no item was met."""
        self.finished = False
        """Whether the tree is done: postprocessors run for each heading before."""


class Context:
    """What an extension and its processors know together."""

    def __init__(
        self,
        bank: Bank,
        preview: Preview | None,
        site_id: str,
        late: LateAddresses,
        say: Words,
        current: CurrentPage | None,
        *,
        on_error: str,
        tells: bool,
        marks: bool = True,
        confidence: bool = False,
        draw: Draw | None = None,
    ) -> None:
        self.draw = draw
        """What makes an element of each item; None where that is what a reader of the site sees."""
        self.site_bank = self.bank = bank
        self.say = say
        """The words of the site's language."""
        self.preview = preview
        self.current = current
        """The page that is rendered, for texts that do not say so themselves."""
        self.late = late
        """What pages hold in the place of addresses that the plugin fills in."""
        self.given_id = site_id
        """What the configuration names the site; empty where it does not."""
        self.on_error = on_error
        """What problems do to the build; empty if that depends on the engine."""
        self.tells = tells
        """Whether problems are logged page by page, since nobody does so for the whole site."""
        self.marks = marks
        """Whether pages mark the sections whose items were all answered."""
        self.confidence = confidence
        """Whether readers can say of every question on the site how sure they are."""
        self.page = PageState(Host())
        self.slug: Slug | None = None
        """How the site makes anchors of headings."""

    def begin(self, markdown: Markdown) -> PageState:
        """Start a page; what an earlier reading of it said is forgotten."""
        if self.tells and (options := find_options(markdown)):
            self.site_bank, self.late, self.current = options["bank"], options["late"], options["current"]
            self.given_id, self.preview, self.tells = options["site_id"], options.get("preview"), False
            self.say, self.marks = options["words"], options["section_marks"]
            self.confidence = bool(options["confidence"])
        excerpt = "excerpt" in markdown.treeprocessors
        self.bank = Bank(levels=self.site_bank.levels, labels=self.site_bank.labels) if excerpt else self.site_bank
        self.page = PageState(find_host(markdown, None if excerpt else self.current), excerpt=excerpt)
        self._join(self.page.host)
        self.bank.forget(self.page.host.key)
        self.slug = find_slug(markdown)
        if self.current and self.current.file and not excerpt and not self.page.host.part:
            self.current.owner = markdown
        return self.page

    def _join(self, host: Host) -> None:
        """Take over what is known of the site where no plugin knows it, and report once what is wrong with the site."""
        if host.build is None:
            return
        self.say = host.build.say
        if host.build.settings:
            self.bank.levels, self.bank.labels = host.build.settings.levels, host.build.settings.labels
        review = host.to_file(host.build.review) if host.build.review else ""
        self.late = LateAddresses(manifest=host.to_file(MANIFEST), review=review)
        if host.build.refused:
            raise RecallError(f"\n{host.build.refused}")
        if not host.build.serving:
            self._tell(sorted(host.build.problems))

    def end(self, markdown: Markdown) -> None:
        """Note that a text is converted, and tell what is wrong with it."""
        if self.current and self.current.owner is markdown:
            self.current.owner = None
        self.report()
        self.page = PageState(self.page.host)  # Markdown is part of a circle: what it holds may stay for long.

    def displace(self, markdown: Markdown, index: int, *, code: bool) -> str:
        """Note that a block turns out not to be an item; the HTML that takes its place."""
        entry, page = self.page.entries[index], self.bank.pages[self.page.host.key].page
        judge = in_fence if index in self.page.fenced else in_code if code else in_raw_html
        fault = judge(entry.region.start)
        self.page.displaced[index] = fault
        problem = to_problem(page, fault, entry.region.kind, entry.block.id)
        if code:
            return html.escape(str(problem), quote=False)
        return self.box(markdown, [*entry.problems, problem])

    def box(self, markdown: Markdown, problems: Sequence[Problem]) -> str:
        """The HTML of the box in the place of a block in raw HTML."""
        box = render_error(problems, "", Text(start=0), lambda parent, text: None, self.say, self.overview)
        return markdown.serializer(box)

    @property
    def site_id(self) -> str:
        """The name under which progress is stored."""
        return self.given_id or default_site_id(self.page.host.site_name)

    @property
    def overview(self) -> str:
        """Address of the list of all problems in a live preview; empty in a build."""
        return self.preview.address(self.page.host) if self.preview else ""

    @property
    def stops(self) -> bool:
        """Whether problems stop the build. Zensical fails in no other way: it does not count what is logged."""
        build = self.page.host.build
        return self.on_error == "raise" or (self.on_error == "" and build is not None and not build.serving)

    def report(self) -> None:
        """Tell what is wrong with the page, once."""
        self._tell(self.bank.problems(self.page.host.key))

    def _tell(self, problems: Sequence[Problem]) -> None:
        if problems and self.stops:
            raise RecallError("\n" + "\n".join(map(str, problems)))
        build = self.page.host.build
        told = build.told if build and not build.serving else set()
        for problem in problems if self.tells else ():
            if problem not in told:
                log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, "%s", problem)
        told.update(problems)
