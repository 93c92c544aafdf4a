"""Files with the questions of a page, which readers can download: flashcards, a worksheet, and other formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.kind import Kind, Setting
from ...model.problems import Fault
from ...model.rule_names import Rule
from ...model.spelling import nearest
from ...model.text import split_list
from ...syntax.settings.from_setting import is_origin
from .page_block import PageBlock

DOWNLOAD_FORMATS = (
    *("anki", "worksheet", "moodle", "gift", "qti", "qti-2.1", "qti-3.0", "csv", "quizlet", "kahoot", "json"),
)
"""What a block can offer, by the names of the formats of `recall export` or of their profiles."""

SHEET = "worksheet"
"""The one format that can leave the answers out."""

_ANSWERS = Setting("answers", re.compile("yes|no"), "Write `answers=yes` or `answers=no`.")


@dataclass(frozen=True, kw_only=True)
class Downloads(PageBlock):
    """Links to files that a build makes."""

    spec = Kind("downloads", noun="downloads block", settings=(Setting("formats"), Setting("from"), _ANSWERS))

    def check(self) -> Iterator[Fault]:
        """See `PageBlock.check`."""
        formats = split_list(self.settings.get("formats", ""))
        if "formats" in self.settings and self.settings["formats"] and not formats:
            yield self._fault("downloads-format", "`formats` names nothing.", "Write `formats=anki,worksheet`.")
        for number, name in enumerate(formats):
            if name not in DOWNLOAD_FORMATS:
                near = nearest(name.lower(), DOWNLOAD_FORMATS, within=2)
                remedy = f"Did you mean `{near}`?" if near else f"Use {', '.join(DOWNLOAD_FORMATS)}."
                yield self._fault("downloads-format", f"there is no format `{name}`.", remedy)
            elif name in formats[:number]:
                yield self._fault("downloads-format", f"the format `{name}` is listed twice.", "Keep one of them.")
            elif self.settings.get("answers") == "no" and name != SHEET:
                what = f"`answers=no` leaves no `{name}`, since that file has the answers."
                yield self._fault("downloads-answers", what, f"Remove `{name}`, or write `answers=yes`.")
        for word in split_list(self.origins):
            if not is_origin(word):
                what = f"`{word}` in `from` is not a page, a folder or an objective."
                remedy = "Write `page.md`, `topic:page.md`, `folder/`, `#objective` or `page.md#objective`."
                yield self._fault("downloads-from", what, remedy)

    def check_offer(self, questions: int, tests: list[str]) -> Iterator[Fault]:
        """Find what is wrong with what the site gives the block: `questions`, some of which belong to `tests`."""
        if not questions and not self.origins:
            what = "this page has no questions, so there is nothing to download."
            yield self._fault("downloads-from", what, "Add questions, or name other pages, such as `from=topics/`.")
        if tests and not self.gives_answers(tested=True) and "answers" not in self.settings:
            for name in self.formats(tested=True):
                if name != SHEET:
                    what = f"`{name}` has the answers to the questions of the test `{tests[0]}`."
                    remedy = f"Add `answers=yes` to offer them, or remove `{name}`."
                    yield self._fault("downloads-answers", what, remedy)

    def _fault(self, rule: Rule, what: str, remedy: str) -> Fault:
        return Fault(self.start, rule, what, remedy)

    @property
    def anchor(self) -> str:
        """See `PageBlock.anchor`."""
        return self.id or f"{self.kind}-{self.start}"

    @property
    def origins(self) -> str:
        """Which pages the questions are from, as written; empty for those of the page itself."""
        return self.settings.get("from", "")

    def gives_answers(self, *, tested: bool) -> bool:
        """Whether the files have the answers. Those to questions of a test are only offered where the author asks."""
        return self.settings.get("answers", "no" if tested else "yes") == "yes"

    def formats(self, *, tested: bool) -> tuple[str, ...]:
        """What is offered: what the author names, else the usual formats."""
        named = split_list(self.settings.get("formats", ""))
        return named or (("anki", SHEET) if self.gives_answers(tested=tested) else (SHEET,))
