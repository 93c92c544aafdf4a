"""The quality of a site's questions: runs the rules and reports what they find, unless it is switched off."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from ..kinds import Item, Mcq
from ..model.page import Page, Region
from ..model.problems import Fault, Problem
from ..model.rule_names import QUALITY, QualityRule
from ..rules.quality import feedback, lengths, many, numbers, stem, taught, wording
from ..rules.quality.ignores import Ignores, may_ignore, read_ignores
from ..rules.quality.many import Tally
from ..rules.quality.names import check_rule_settings
from ..rules.quality.view import ItemCheck, McqCheck, McqView, View
from ..rules.word_lists import NO_WORDS, find_words
from .bank import Entry, PageItems, to_problem

__all__ = ["check_quality", "check_rule_settings"]

ITEM_CHECKS: dict[QualityRule, ItemCheck] = {**stem.CHECKS_OF_ANY_KIND, **feedback.CHECKS_OF_ANY_KIND}
CHOICE_CHECKS: dict[QualityRule, McqCheck] = {
    **lengths.CHECKS,
    **wording.CHECKS,
    **numbers.CHECKS,
    **stem.CHECKS,
    **feedback.CHECKS,
}
_NEED_WORDS: frozenset[QualityRule] = frozenset(
    (
        *("absolutes", "all-of-the-above", "none-of-the-above", "negative-stem", "article-cue", "bare-reason"),
        *("option-letter", "true-false"),
    )
)
"""The rules that find nothing in a language without a word list."""


def check_quality(
    pages: Sequence[PageItems],
    *,
    language: str = "en",
    rules: Mapping[str, bool] | None = None,
    read: Callable[[str], str | None] = lambda path: None,
) -> Iterator[Problem]:
    """Warnings about the items of a site, page by page as they are given, those of a page sorted by line.

    Items with errors are not judged. `language` is a code such as `de`; `rules` says which rules are off, see
    `check_rule_settings`. `read` returns the text of a lesson without questions, by its path.
    """
    judge = Judge(language=language, rules=rules)
    for items in pages:
        judge.read(items)
    return judge.tell(pages, read)


class _ItemFindings(NamedTuple):
    """What was found in an item by itself, and what the rules over many need to know of it."""

    faults: Sequence[Fault]
    tally: Tally | None
    """None for other kinds than choice questions, and for those with several keys."""
    pair: bool
    """Whether it is a true-or-false question."""
    terms: Sequence[str]
    """What the section that teaches it should mention; empty where it names none."""


class _PageFindings(NamedTuple):
    """What was found on a page by itself."""

    items: Mapping[int, _ItemFindings]
    """By the index of the item's header."""
    ignores: Ignores | None
    """None where no comment can switch a rule off."""


@dataclass(slots=True)
class _Page:
    """A page while all pages are judged together."""

    items: PageItems
    found: _PageFindings
    faults: list[tuple[int, Fault]] = field(default_factory=list)
    """Findings with the index of the header they belong to."""
    tallies: list[Tally] = field(default_factory=list)

    def groups(self) -> Iterator[tuple[Sequence[Entry], str, int | None]]:
        """The entries outside of sets, and those of each set with its name and the index of its header."""
        decks = [entry for entry in self.items.entries if entry.children]
        yield (
            [entry for entry in self.items.entries if not entry.children] if decks else self.items.entries,
            "page",
            None,
        )
        for deck in decks:
            yield deck.children, deck.region.kind, deck.region.start

    def judged(self) -> Iterator[tuple[Item, _ItemFindings]]:
        """The items that have findings, those without errors."""
        for entries, _, _ in self.groups():
            yield from self.judged_in(entries)

    def judged_in(self, entries: Sequence[Entry]) -> Iterator[tuple[Item, _ItemFindings]]:
        """Those among some entries of the page."""
        for entry in entries:
            found = self.found.items.get(entry.region.start)
            if found and isinstance(entry.block, Item) and not entry.problems:
                yield entry.block, found


class _Lessons:
    """The sections that `taught` names."""

    def __init__(self, pages: Sequence[PageItems], read: Callable[[str], str | None]) -> None:
        self.pages = {items.page.path: items for items in pages}
        self.read = read
        self.lines: dict[str, Sequence[taught.LessonLine]] = {}
        self.sections: dict[tuple[str, str], str | None] = {}

    def section(self, path: str, target: str) -> str | None:
        """The text of the section that an item on a page names; None where it is unknown."""
        name, _, anchor = map(unquote, target.partition("#"))
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
        if target and (there, anchor) not in self.sections:
            self.sections[there, anchor] = taught.find_section(self._read(there), anchor)
        return self.sections.get((there, anchor))

    def _read(self, path: str) -> Sequence[taught.LessonLine]:
        """The lines of a page without its items, which teach nothing."""
        if path not in self.lines:
            items = self.pages.get(path)
            lines = list(items.page.lines) if items else (self.read(path) or "").split("\n")
            for entry in items.entries if items else ():
                start, end = entry.region.start, entry.region.end + 1
                lines[start:end] = [""] * (end - start)
            self.lines[path] = list(taught.read_lines(lines))
        return self.lines[path]


class Judge:
    """Judges each page by itself, for which it needs the texts of the items, and then all pages together."""

    def __init__(self, *, language: str = "en", rules: Mapping[str, bool] | None = None) -> None:
        """See `check_quality`."""
        off = {name for name, on in (rules or {}).items() if not on}
        self.words = find_words(language)
        unsaid = _NEED_WORDS if self.words is NO_WORDS else frozenset()
        self.running = frozenset(name for name in QUALITY if name not in off and name not in unsaid)
        self.item_checks = [check for rule, check in ITEM_CHECKS.items() if rule in self.running]
        self.choice_checks = [check for rule, check in CHOICE_CHECKS.items() if rule in self.running]
        self.found: dict[str, _PageFindings] = {}
        """What was found on each page, by its path."""

    def read(self, items: PageItems) -> None:
        """Judge each item of a page by itself, and read the comments that switch rules off."""
        page, entries = items.page, _by_start(items)
        tested = {
            each.region.start for entry in items.entries if entry.region.kind == "test" for each in entry.children
        }
        found = {
            start: self._judge(page, entry.block, entry.region, tested=start in tested)
            for start, entry in entries.items()
            if isinstance(entry.block, Item) and not entry.problems
        }
        regions = [entry.region for entry in entries.values()]
        ignores = read_ignores(page.lines, regions) if may_ignore(page.text) else None
        self.found[page.path] = _PageFindings(found, ignores)

    def _judge(self, page: Page, item: Item, region: Region, *, tested: bool) -> _ItemFindings:
        target = item.settings.get("taught") if taught.RULE in self.running else ""
        terms = taught.find_terms(item, self.words) if target else ()
        if not isinstance(item, Mcq):
            view = View(item, region, self.words, tested)
            return _ItemFindings([fault for check in self.item_checks if (fault := check(view))], None, False, terms)
        source = "\n".join(page.lines[region.start + 1 : region.end])
        choice = McqView(item, region, source, self.words, tested)
        faults = [fault for check in self.item_checks if (fault := check(choice))]
        faults += [fault for choice_check in self.choice_checks if (fault := choice_check(choice))]
        tally = _tally(choice) if choice.key >= 0 else None
        return _ItemFindings(faults, tally, wording.is_true_false(choice), terms)

    def tell(
        self, pages: Sequence[PageItems], read: Callable[[str], str | None] = lambda path: None
    ) -> Iterator[Problem]:
        """All findings about pages that were read; see `check_quality`. What has become faulty since is left out."""
        judged = [_Page(items, self.found[items.page.path]) for items in pages]
        for page in judged:
            self._gather(page)
        self._compare(judged)
        if taught.RULE in self.running:
            self._find_untaught(judged, read)
        for page in judged:
            yield from self._tell(page)

    def _gather(self, page: _Page) -> None:
        """Put together what was found in the items of a page, and judge each set, and the page outside of sets."""
        for entries, name, start in page.groups():
            pairs = choices = 0
            for item, found in page.judged_in(entries):
                page.faults += [(item.start, fault) for fault in found.faults]
                if found.tally:
                    page.tallies.append(found.tally)
                if isinstance(item, Mcq):
                    choices += 1
                    pairs += found.pair
                    start = item.start if start is None and found.pair else start
            if "true-false" in self.running and start is not None:
                fault = many.true_false(start, name, choices, pairs)
                if fault:
                    page.faults.append((start, fault))

    def _compare(self, pages: Sequence[_Page]) -> None:
        """Judge the questions of the site together."""
        tallies = [page.tallies for page in pages]
        findings: list[many.Finding] = []
        if "longest-key-share" in self.running:
            findings += many.longest_key_share(tallies)
        if "key-position" in self.running:
            findings += many.key_position(tallies)
        for number, fault in findings:
            pages[number].faults.append((fault.index, fault))

    def _find_untaught(self, pages: Sequence[_Page], read: Callable[[str], str | None]) -> None:
        """Judge the items of each folder in which one says where it is taught."""
        folders = {
            posixpath.dirname(page.items.page.path)
            for page in pages
            if any("taught" in item.settings for item, _ in page.judged())
        }
        lessons = _Lessons([page.items for page in pages], read)
        for page in pages:
            path = page.items.page.path
            if posixpath.dirname(path) not in folders:
                continue
            for item, found in page.judged():
                section = lessons.section(path, item.settings.get("taught", ""))
                if fault := taught.untaught(item, found.terms, section):
                    page.faults.append((item.start, fault))

    def _tell(self, judged: _Page) -> list[Problem]:
        """The findings of a page without those that comments switch off, and what is wrong with the comments."""
        page, ignores = judged.items.page, judged.found.ignores
        if not judged.faults and ignores is None:
            return []
        entries = _by_start(judged.items)
        faults: list[tuple[int | None, Fault]] = [*judged.faults]
        if ignores is not None:
            unused = self._unused(judged.faults, ignores, entries)
            faults = [*_without(judged.faults, ignores), *ignores.faults, *unused]
        problems = set()
        for owner, fault in faults:
            entry = entries[owner] if owner is not None else None
            kind, id = (entry.region.kind, entry.block.id) if entry else ("", "")
            problems.add(to_problem(page, fault, kind, id))
        return sorted(problems)

    def _unused(
        self, faults: Sequence[tuple[int, Fault]], ignores: Ignores, entries: Mapping[int, Entry]
    ) -> Iterator[tuple[int | None, Fault]]:
        used = {(owner, fault.rule) for owner, fault in faults}
        for index, rule, owner in ignores.ignores:
            if owner is None:
                what = "the comment does not belong to any question."
                remedy = "Move it into a question, or directly above its header."
            elif (owner, rule) in used or rule not in self.running or entries[owner].problems:
                continue
            else:
                what, remedy = f"`{rule}` finds nothing here.", "Remove it from the comment."
            fault = Fault(index=index, rule="unused-ignore", what=what, remedy=remedy, severity="warning")
            yield owner, fault


def _by_start(items: PageItems) -> dict[int, Entry]:
    """The entries of a page, those in sets included, by the index of the header."""
    return {entry.region.start: entry for entry in items.all_entries()}


def _tally(view: McqView) -> Tally:
    return Tally(view.item.start, len(view.texts), view.key, view.longest, bool(view.lengths))


def _without(faults: Sequence[tuple[int, Fault]], ignores: Ignores) -> Iterator[tuple[int, Fault]]:
    ignored = {(ignore.owner, ignore.rule) for ignore in ignores.ignores}
    return ((owner, fault) for owner, fault in faults if (owner, fault.rule) not in ignored)
