"""The quality of a site's questions: runs the rules and reports what they find, unless it is switched off."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from ..kinds import Item, Mcq
from ..model.problems import Fault, Problem
from ..model.rule_names import QUALITY, QualityRule
from ..rules.quality import feedback, lengths, many, numbers, stem, taught, wording
from ..rules.quality.ignores import Ignores, may_ignore, read_ignores
from ..rules.quality.many import Tally
from ..rules.quality.names import check_rule_settings
from ..rules.quality.view import ItemCheck, Lesson, McqCheck, McqView, View
from ..rules.word_lists import NO_WORDS, WordList, find_words
from .bank import Entry, PageItems, to_problem

__all__ = ["check_quality", "check_rule_settings"]

ITEM_CHECKS: dict[QualityRule, ItemCheck] = {**stem.CHECKS_OF_ANY_KIND, **feedback.CHECKS_OF_ANY_KIND, **taught.CHECKS}
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
    words = find_words(language)
    off = {name for name, on in (rules or {}).items() if not on}
    running = frozenset(name for name in QUALITY if name not in off and not (words is NO_WORDS and name in _NEED_WORDS))
    checker = _Checker(words, running, _Lessons(pages, read))
    judged = [checker.read(items) for items in pages]
    checker.compare(judged)
    for page in judged:
        yield from checker.tell(page)


@dataclass(slots=True)
class _PageFindings:
    """What was found on a page."""

    items: PageItems
    faults: list[tuple[int, Fault]] = field(default_factory=list)
    """Findings with the index of the header they belong to."""
    tallies: list[Tally] = field(default_factory=list)


class _Lessons:
    """The sections that `taught` names, and the folders of pages in which it is used."""

    def __init__(self, pages: Sequence[PageItems], read: Callable[[str], str | None]) -> None:
        self.pages = {items.page.path: items for items in pages}
        self.read = read
        self.folders = {
            posixpath.dirname(items.page.path)
            for items in pages
            if "taught=" in items.page.text and any("taught" in item.settings for item in items.items())
        }
        self.lines: dict[str, Sequence[str]] = {}
        self.sections: dict[tuple[str, str], str | None] = {}

    def of_item(self, items: PageItems, item: Item) -> Lesson | None:
        """What is known of where an item is taught; None where its folder does without the setting."""
        path = items.page.path
        if posixpath.dirname(path) not in self.folders:
            return None
        target = item.settings.get("taught", "")
        name, _, anchor = map(unquote, target.partition("#"))
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
        if target and (there, anchor) not in self.sections:
            self.sections[there, anchor] = taught.find_section(self._read(there), anchor)
        return Lesson(bool(target), self.sections.get((there, anchor)))

    def _read(self, path: str) -> Sequence[str]:
        """The lines of a page without its items, which teach nothing."""
        if path not in self.lines:
            items = self.pages.get(path)
            lines = list(items.page.lines) if items else (self.read(path) or "").split("\n")
            for entry in items.entries if items else ():
                start, end = entry.region.start, entry.region.end + 1
                lines[start:end] = [""] * (end - start)
            self.lines[path] = lines
        return self.lines[path]


class _Checker:
    def __init__(self, words: WordList, running: frozenset[QualityRule], lessons: _Lessons) -> None:
        self.words = words
        self.lessons = lessons
        self.running = running
        self.item_checks = [check for rule, check in ITEM_CHECKS.items() if rule in running]
        self.choice_checks = [check for rule, check in CHOICE_CHECKS.items() if rule in running]

    def read(self, items: PageItems) -> _PageFindings:
        """Judge each item of a page, and count what is judged together."""
        found = _PageFindings(items)
        decks = [entry for entry in items.entries if entry.children]
        loose = [entry for entry in items.entries if not entry.children] if decks else items.entries
        self._judge_all(found, loose, "page", None)
        for deck in decks:
            self._judge_all(found, deck.children, deck.region.kind, deck.region.start)
        return found

    def _judge_all(self, found: _PageFindings, entries: Sequence[Entry], name: str, start: int | None) -> None:
        """Judge the items of a set, or those of a page outside of sets."""
        pairs = choices = 0
        for entry in entries:
            if entry.problems or not isinstance(entry.block, Item):
                continue
            pair = self._judge(found, entry, name == "test")
            if isinstance(entry.block, Mcq):
                choices += 1
                pairs += pair
                start = entry.region.start if start is None and pair else start
        if "true-false" in self.running and start is not None:
            fault = many.true_false(start, name, choices, pairs)
            if fault:
                found.faults.append((start, fault))

    def _judge(self, found: _PageFindings, entry: Entry, tested: bool) -> bool:
        """Judge an item; whether it is a true-or-false question."""
        item, region = entry.block, entry.region
        assert isinstance(item, Item)
        if not isinstance(item, Mcq):
            view = View(item, region, self.words, tested)
            view.lesson = self.lessons.of_item(found.items, item)
            found.faults += [(region.start, fault) for check in self.item_checks if (fault := check(view))]
            return False
        source = "\n".join(found.items.page.lines[region.start + 1 : region.end])
        choice = McqView(item, region, source, self.words, tested)
        choice.lesson = self.lessons.of_item(found.items, item)
        for check in self.item_checks:
            if fault := check(choice):
                found.faults.append((region.start, fault))
        for choice_check in self.choice_checks:
            if fault := choice_check(choice):
                found.faults.append((region.start, fault))
        if choice.key >= 0:
            found.tallies.append(_tally(choice))
        return wording.is_true_false(choice)

    def compare(self, read: Sequence[_PageFindings]) -> None:
        """Judge the questions of the site together."""
        tallies = [page.tallies for page in read]
        findings: list[many.Finding] = []
        if "longest-key-share" in self.running:
            findings += many.longest_key_share(tallies)
        if "key-position" in self.running:
            findings += many.key_position(tallies)
        for number, fault in findings:
            read[number].faults.append((fault.index, fault))

    def tell(self, found: _PageFindings) -> list[Problem]:
        """The findings of a page without those that comments switch off, and what is wrong with the comments."""
        page = found.items.page
        ignoring = may_ignore(page.text)
        if not found.faults and not ignoring:
            return []
        entries = {each.region.start: each for each in found.items.all_entries()}
        faults: list[tuple[int | None, Fault]] = [*found.faults]
        if ignoring:
            ignores = read_ignores(page.lines, [entry.region for entry in entries.values()])
            faults = [*_without(found.faults, ignores), *ignores.faults, *self._unused(found, ignores, entries)]
        problems = set()
        for owner, fault in faults:
            entry = entries[owner] if owner is not None else None
            kind, id = (entry.region.kind, entry.block.id) if entry else ("", "")
            problems.add(to_problem(page, fault, kind, id))
        return sorted(problems)

    def _unused(
        self, found: _PageFindings, ignores: Ignores, entries: Mapping[int, Entry]
    ) -> Iterator[tuple[int | None, Fault]]:
        used = {(owner, fault.rule) for owner, fault in found.faults}
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


def _tally(view: McqView) -> Tally:
    return Tally(view.item.start, len(view.texts), view.key, view.longest, bool(view.lengths))


def _without(faults: Sequence[tuple[int, Fault]], ignores: Ignores) -> Iterator[tuple[int, Fault]]:
    ignored = {(ignore.owner, ignore.rule) for ignore in ignores.ignores}
    return ((owner, fault) for owner, fault in faults if (owner, fault.rule) not in ignored)
